import { isRounding, mean, requireScores, standardDeviation, variance } from './describe.js';
import { noncentralityLimits, normalCdf, normalQuantile } from './distributions.js';
import { hedgesFactor } from './hedges-factor.js';
import { around, type Coefficient, coefficient, type Interval, scaledInterval, tailOf95 } from './interval.js';
import { allBecause, type Because, because, type Estimates, estimates } from './not-estimable.js';

/** Two independent groups of scores, treated minus comparison. Groups are compared as they are: nothing here says why they differ. */
export type TwoGroups = Estimates<TwoGroupFigures>;

interface TwoGroupFigures {
  /** Scores that are there. */
  readonly nTreated: number;
  readonly nComparison: number;
  readonly meanTreated: number | null;
  readonly meanComparison: number | null;
  readonly sdTreated: number | null;
  readonly sdComparison: number | null;
  readonly diff: number | null;
  readonly sdPooled: number | null;
  readonly d: number | null;
  /** J(nTreated + nComparison - 2). */
  readonly hedgesFactor: number | null;
  /** d without its small-sample bias (Hedges 1981). */
  readonly g: number | null;
  readonly seG: number | null;
  /** Of g, with the normal quantile. */
  readonly gInterval: Interval | null;
  /** 1 - 3 / (4N - 9), the small-sample factor of the What Works Clearinghouse. */
  readonly wwcOmega: number | null;
  readonly wwcG: number | null;
  /** Over the SD of the comparison group (Glass 1976). */
  readonly glassDelta: number | null;
  /** Student's test, of equal variances. */
  readonly pooled: Coefficient | null;
  /** The headline test: Welch's (1947), of variances that may differ. */
  readonly welch: Coefficient | null;
  /** By how many percentile ranks the middle one of the comparison group would move (What Works Clearinghouse). */
  readonly improvementIndex: number | null;
}

/** @throws RangeError for scores that are not finite */
export function twoGroups(treated: readonly (number | null)[], comparison: readonly (number | null)[]): TwoGroups {
  requireScores(treated, 'treated');
  requireScores(comparison, 'comparison');
  return groupsCompared(
    treated.filter((score) => score !== null),
    comparison.filter((score) => score !== null),
  );
}

/** The same of figures that were checked, or worked out of such, as gains are. */
export function groupsCompared(t: readonly number[], c: readonly number[]): TwoGroups {
  const meanOf = (scores: readonly number[]) => (scores.length === 0 ? because('noScores') : mean(scores));
  const sdOf = (scores: readonly number[]) => (scores.length < 2 ? tooFew([scores]) : standardDeviation(scores, t, c));
  return estimates<TwoGroupFigures>({
    nTreated: t.length,
    nComparison: c.length,
    meanTreated: meanOf(t),
    meanComparison: meanOf(c),
    sdTreated: sdOf(t),
    sdComparison: sdOf(c),
    diff: t.length === 0 || c.length === 0 ? because('noScores') : mean(t) - mean(c),
    ...(t.length < 2 || c.length < 2 ? allBecause(standardisedNames, tooFew([t, c])) : standardised(t, c)),
  });
}

/** The noncentral t limits of d, which hold in small groups where the normal ones of g are rough. Null where there is no test. */
export type NoncentralGroupLimits = Estimates<NoncentralGroupFigures>;

interface NoncentralGroupFigures {
  readonly d: Interval | null;
}

export function noncentralGroupLimits({
  nTreated,
  nComparison,
  pooled,
  notEstimable,
}: TwoGroups): NoncentralGroupLimits {
  if (pooled === null) return estimates<NoncentralGroupFigures>({ d: because(notEstimable.pooled ?? 'tooFew') });
  const limits = noncentralityLimits(pooled.t, pooled.df);
  return estimates<NoncentralGroupFigures>({ d: scaledInterval(limits, Math.sqrt(1 / nTreated + 1 / nComparison)) });
}

/** The small-sample factor of the What Works Clearinghouse for N people in both groups together. */
export function wwcOmega(people: number): number {
  return 1 - 3 / (4 * people - 9);
}

/** What takes two scores in either group. */
const standardisedNames = [
  'sdPooled',
  'd',
  'hedgesFactor',
  'g',
  'seG',
  'gInterval',
  'wwcOmega',
  'wwcG',
  'glassDelta',
  'pooled',
  'welch',
  'improvementIndex',
] as const;

function standardised(t: readonly number[], c: readonly number[]) {
  const [n1, n0] = [t.length, c.length];
  const people = n1 + n0;
  const df = people - 2;
  const factors = { hedgesFactor: hedgesFactor(df), wwcOmega: wwcOmega(people) };
  const sdPooled = pooledDeviation(t, c);
  if (sdPooled === 0) return { ...allBecause(standardisedNames, because('noSpread')), ...factors, sdPooled };
  const diff = mean(t) - mean(c);
  const d = diff / sdPooled;
  const g = factors.hedgesFactor * d;
  const seG = Math.sqrt(people / (n1 * n0) + g ** 2 / (2 * people));
  const wwcG = factors.wwcOmega * d;
  const sdComparison = standardDeviation(c, t, c);
  return {
    sdPooled,
    d,
    ...factors,
    g,
    seG,
    gInterval: around(g, normalQuantile(1 - tailOf95) * seG),
    wwcG,
    glassDelta: sdComparison === 0 ? because('noSpread') : diff / sdComparison,
    pooled: coefficient(diff, sdPooled * Math.sqrt(1 / n1 + 1 / n0), df),
    welch: welch(diff, variance(t) / n1, n1, variance(c) / n0, n0),
    improvementIndex: 100 * (normalCdf(wwcG) - 0.5),
  };
}

/** The SD within the groups, 0 where it is no more than rounding. */
function pooledDeviation(t: readonly number[], c: readonly number[]): number {
  const squares = (t.length - 1) * variance(t) + (c.length - 1) * variance(c);
  const sd = Math.sqrt(squares / (t.length + c.length - 2));
  return isRounding(sd, t, c) ? 0 : sd;
}

/** @param of1 and of0 the squared standard errors of the two means */
function welch(diff: number, of1: number, n1: number, of0: number, n0: number): Coefficient | Because {
  const both = of1 + of0;
  if (!(both > 0 && Number.isFinite(both))) return because('overflow');
  // The shares first: the squares of tiny variances would underflow.
  const df = 1 / ((of1 / both) ** 2 / (n1 - 1) + (of0 / both) ** 2 / (n0 - 1));
  return coefficient(diff, Math.sqrt(both), df);
}

function tooFew(groups: readonly (readonly number[])[]): Because {
  return because(groups.some((scores) => scores.length === 0) ? 'noScores' : 'tooFew');
}
