import { type Estimates, estimates, figure, fromFigure } from './not-estimable.js';
import { compareProportions, type Share } from './proportions.js';

/** How far two groups differ in a yes-or-no trait. */
export type CoxIndex = Estimates<CoxIndexFigures>;

interface CoxIndexFigures {
  readonly shareTreated: number | null;
  readonly shareComparison: number | null;
  /** ln(odds ratio) / 1.65: the difference on the scale of standardised differences (Cox 1970). Without a small-sample factor. */
  readonly coxIndex: number | null;
}

/** @throws RangeError for counts that are no whole numbers of 0 or more, and for more having the trait than there are */
export function coxIndex(treated: Share, comparison: Share): CoxIndex {
  const { p1, p0, oddsRatio, notEstimable } = compareProportions(treated, comparison);
  return estimates<CoxIndexFigures>({
    shareTreated: figure(p1, notEstimable.p1),
    shareComparison: figure(p0, notEstimable.p0),
    coxIndex: fromFigure(figure(oddsRatio, notEstimable.oddsRatio), (odds) => Math.log(odds) / 1.65),
  });
}
