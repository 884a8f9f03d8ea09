import { type Estimates, estimates, figure, fromFigure } from './not-estimable.js';
import { twoGroups } from './two-groups.js';

/** How alike two groups were before the programme. */
export type BaselineEquivalence = Estimates<BaselineFigures>;

interface BaselineFigures {
  /** The standardised difference of the groups before, with the small-sample factor of the What Works Clearinghouse. */
  readonly wwcG: number | null;
  readonly verdict: BaselineVerdict | null;
}

/** `requiresAdjustment`: only an estimate adjusted for the baseline may be believed; `notSatisfied`: none. */
export type BaselineVerdict = 'satisfied' | 'requiresAdjustment' | 'notSatisfied';

/**
 * @param treated and comparison the scores before, null where missing
 * @throws RangeError for scores that are not finite
 */
export function baselineEquivalence(
  treated: readonly (number | null)[],
  comparison: readonly (number | null)[],
): BaselineEquivalence {
  const { wwcG, notEstimable } = twoGroups(treated, comparison);
  const difference = figure(wwcG, notEstimable.wwcG);
  return estimates<BaselineFigures>({ wwcG: difference, verdict: fromFigure(difference, baselineVerdict) });
}

/**
 * What Works Clearinghouse, Standards Handbook v4.1 (2020), II.C: satisfied up to 0.05 pooled SD, with adjustment up to 0.25.
 *
 * @param difference standardised: `wwcG` of a score, `coxIndex` of a yes-or-no trait
 */
export function baselineVerdict(difference: number): BaselineVerdict {
  const size = Math.abs(difference);
  return size <= 0.05 ? 'satisfied' : size <= 0.25 ? 'requiresAdjustment' : 'notSatisfied';
}
