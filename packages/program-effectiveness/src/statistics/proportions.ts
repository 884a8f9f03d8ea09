import { normalQuantile } from './distributions.js';
import { binomialTwoSided, fisherTwoSided } from './exact-tests.js';
import { type Interval, tailOf95 } from './interval.js';
import { because, type Estimates, estimates } from './not-estimable.js';

/** So many of so many: those who passed of those who sat the test. */
export interface Share {
  readonly successes: number;
  readonly total: number;
}

/** Two shares that are independent of each other; 1 is the one of interest (after, or with training), 0 the one it is compared with. */
export type ProportionComparison = Estimates<ProportionFigures>;

interface ProportionFigures {
  readonly p1: number | null;
  readonly p0: number | null;
  /** p1 - p0. */
  readonly riskDifference: number | null;
  /** Of p1 and p0 (Wilson 1927). */
  readonly wilson1: Interval | null;
  readonly wilson0: Interval | null;
  /** Of the difference: Newcombe's (1998) hybrid of the two, method 10 without continuity correction; valid at shares of 0 and 1. */
  readonly newcombe: Interval | null;
  /** A cell of the two-by-two table is 0: the odds ratio is 0 or infinite. */
  readonly separation: boolean;
  readonly oddsRatio: number | null;
  /** Of the logarithm of the odds ratio. */
  readonly logOddsRatioSe: number | null;
  /** With half a person added to each cell (Haldane 1956, Anscombe 1956); finite always, and biased. */
  readonly haldaneAnscombeOddsRatio: number | null;
  /** Exact, two-sided. */
  readonly fisherP: number | null;
}

/**
 * Two shares of different people.
 *
 * @returns `tooFew` where a total is 0, `separation` for the odds ratio where a cell is
 * @throws RangeError for what is not a whole number, or successes above their total
 */
export function compareProportions(one: Share, other: Share): ProportionComparison {
  requireShare(one);
  requireShare(other);
  const [x1, n1, x0, n0] = [one.successes, one.total, other.successes, other.total];
  const [p1, p0] = [x1 / n1, x0 / n0];
  const cells = [x1, n1 - x1, x0, n0 - x0];
  const empty = n1 === 0 || n0 === 0;
  const separation = cells.includes(0);
  const none = because('tooFew');
  const noOdds = because(empty ? 'tooFew' : 'separation');
  const [wilson1, wilson0] = [wilson(one), wilson(other)];
  return estimates<ProportionFigures>({
    p1: n1 === 0 ? none : p1,
    p0: n0 === 0 ? none : p0,
    riskDifference: empty ? none : p1 - p0,
    wilson1: n1 === 0 ? none : wilson1,
    wilson0: n0 === 0 ? none : wilson0,
    newcombe: empty
      ? none
      : {
          low: p1 - p0 - Math.hypot(p1 - wilson1.low, wilson0.high - p0),
          high: p1 - p0 + Math.hypot(wilson1.high - p1, p0 - wilson0.low),
        },
    separation,
    oddsRatio: separation ? noOdds : (x1 * (n0 - x0)) / ((n1 - x1) * x0),
    logOddsRatioSe: separation ? noOdds : Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0)),
    haldaneAnscombeOddsRatio: empty ? none : ((x1 + 0.5) * (n0 - x0 + 0.5)) / ((n1 - x1 + 0.5) * (x0 + 0.5)),
    fisherP: empty ? none : fisherTwoSided(x1, n1, x0, n0),
  });
}

/** Wilson's (1927) interval of a share of one person or more, within 0 and 1. */
function wilson({ successes, total }: Share): Interval {
  const z = normalQuantile(1 - tailOf95);
  const p = successes / total;
  const shrink = 1 + (z * z) / total;
  const middle = (p + (z * z) / (2 * total)) / shrink;
  const half = (z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total))) / shrink;
  // At a share of 0 or 1 the limit is that share, but for rounding.
  return {
    low: successes === 0 ? 0 : middle - half,
    high: successes === total ? 1 : middle + half,
  };
}

/** The same people pass or fail twice. */
export type McNemar = Estimates<McNemarFigures>;

interface McNemarFigures {
  /** Those whose result changed. */
  readonly discordant: number;
  /** Exact, two-sided, on those whose result changed. */
  readonly exactP: number | null;
  /** failToPass / passToFail. */
  readonly oddsRatio: number | null;
}

/**
 * The same people before and after: McNemar's (1947) test, exact.
 *
 * @returns `allTied` where nobody's result changed; `zeroCount` for the odds ratio where nobody fell from pass to fail
 * @throws RangeError for counts that are not whole numbers from 0 on
 */
export function mcNemar(changes: { readonly failToPass: number; readonly passToFail: number }): McNemar {
  const { failToPass, passToFail } = changes;
  const discordant = failToPass + passToFail;
  requireShare({ successes: failToPass, total: discordant });
  requireShare({ successes: passToFail, total: discordant });
  return estimates<McNemarFigures>({
    discordant,
    exactP: discordant === 0 ? because('allTied') : binomialTwoSided(failToPass, discordant, 0.5),
    oddsRatio: passToFail === 0 ? because(discordant === 0 ? 'allTied' : 'zeroCount') : failToPass / passToFail,
  });
}

function requireShare({ successes, total }: Share): void {
  if (!(Number.isInteger(successes) && Number.isInteger(total) && successes >= 0 && successes <= total)) {
    throw new RangeError(
      `${successes} of ${total} is no share of people: whole numbers, the first no larger than the second.`,
    );
  }
}
