import type { AssumptionCode, Judgement, LimitCode } from '../designs/index.js';
import type { Interval } from '../statistics/interval.js';
import type { EffectSize, OutcomeEstimate } from './round-estimates.js';

/** The relative improvement of a metric of which lower is better, basis points; null where there is none. */
export function improvementOf({ relative }: Judgement): OutcomeEstimate['improvement'] {
  if (relative === null) return null;
  return { estimate: improvement(relative.estimate), interval: turned(relative.interval) };
}

/**
 * Where the relative improvement lies beside the smallest that counts.
 *
 * "Not significant" and "no effect of that size" are two things: the first is said of every figure that is too few or too loose. The second
 * takes an interval that lies below the smallest improvement as a whole (the confidence interval inclusion rule for the bound of an
 * equivalence test, Schuirmann 1987). The interval of the judgement alone is not enough, since it is too narrow where periods hang together
 * and looks away from trends: those which its assumptions give with such things allowed for must lie below as well, and where one of them
 * has none, nothing is excluded.
 */
export function effectSize(judgement: Judgement, { minimum, better, sound }: SizeAsked): EffectSize | null {
  const measured = improvementOf(judgement);
  if (measured === null) return null;
  if (better && measured.estimate >= minimum) return 'atLeastMinimum';
  const intervals = [measured.interval, ...intervalsBeside(judgement)];
  const excluded =
    sound && isSound(judgement) && intervals.every((interval) => interval !== null && interval.high < minimum);
  return excluded ? 'belowMinimum' : 'undecided';
}

interface SizeAsked {
  /** The smallest relative improvement that counts, basis points. */
  readonly minimum: number;
  /** Whether something better may be claimed for the programme. */
  readonly better: boolean;
  /** Whether nothing stands against the figures themselves. */
  readonly sound: boolean;
}

/**
 * With these the interval itself is not to be trusted. Other limits say only that 0 is not excluded this way or that, which of an estimate
 * near 0 is no fault.
 */
const FAULTS: ReadonlySet<LimitCode> = new Set([
  'tooFew',
  'noSpread',
  'attrition',
  'baselineDiffers',
  'skewed',
  'oneTreatedUnit',
  'trendUnknown',
]);

function isSound({ limits }: Judgement): boolean {
  return !limits.some((limit) => FAULTS.has(limit));
}

/** Assumptions that were checked by estimating the change once more. */
const ESTIMATED_ANEW: ReadonlySet<AssumptionCode> = new Set([
  'gainsDiffer',
  'adjustedDiffers',
  'beyondOwnTrend',
  'withstandsAutocorrelation',
]);

/** The relative improvement as estimated anew; null for an estimate without an interval. */
function intervalsBeside({ interval, relative, assumptions }: Judgement): readonly (Interval | null)[] {
  if (interval === null || relative === null) return [];
  const base = (interval.high - interval.low) / (relative.interval.high - relative.interval.low);
  const checked = assumptions.filter(({ code, held }) => ESTIMATED_ANEW.has(code) && held !== null);
  return checked.map(({ figures: { low = null, high = null } }) =>
    low === null || high === null ? null : turned({ low: low / base, high: high / base }),
  );
}

/** A share by which a figure is higher as basis points by which it is better. */
function improvement(higherBy: number): number {
  return 0 - higherBy * 10_000;
}

function turned({ low, high }: Interval): Interval {
  return { low: improvement(high), high: improvement(low) };
}
