import { approximateHedgesFactor, hedgesFactor } from './hedges-factor.js';
import { because, type Estimates, estimates } from './not-estimable.js';

/** What a report prints of one group: means and SDs, no scores. */
export interface GroupSummary {
  /** 3 or more: on one degree of freedom no unbiased index exists. */
  readonly n: number;
  readonly meanPre: number;
  readonly meanPost: number;
  readonly sdPre: number;
}

/** Treated against comparison, before and after, where only a report's means and SDs are known. */
export type SummaryBeforeAfter = Estimates<SummaryBeforeAfterFigures>;

interface SummaryBeforeAfterFigures {
  readonly sdPrePooled: number | null;
  /** The difference of the two mean gains over the pooled SD before, with the exact small-sample factor (Morris 2008). */
  readonly dPpc2: number | null;
  /** With the common approximation of the factor, as most tables print it. */
  readonly dPpc2Approximate: number | null;
  /** Each group's own gain over its own SD before (Becker 1988), and its variance. */
  readonly gTreated: number | null;
  readonly gComparison: number | null;
  readonly gTreatedVariance: number | null;
  readonly gComparisonVariance: number | null;
  /** The difference of the two. */
  readonly dPpc1: number | null;
}

/**
 * @param r the correlation of the scores before and after, which the variances need
 * @throws RangeError for a group of fewer than 3, for numbers that are not finite, for a negative SD, for an r beyond -1 and 1
 */
export function summaryBeforeAfter(treated: GroupSummary, comparison: GroupSummary, r: number): SummaryBeforeAfter {
  requireSummary(treated);
  requireSummary(comparison);
  if (!(r >= -1 && r <= 1)) throw new RangeError(`A correlation lies between -1 and 1, not at ${r}.`);
  const df = treated.n + comparison.n - 2;
  const sdPrePooled = Math.sqrt(
    ((treated.n - 1) * treated.sdPre ** 2 + (comparison.n - 1) * comparison.sdPre ** 2) / df,
  );
  const contrast = gain(treated) - gain(comparison);
  const noSpread = because('noSpread');
  const gTreated = becker(treated);
  const gComparison = becker(comparison);
  const varianceOf = (g: number, n: number): number => (2 * (1 - r)) / n + g ** 2 / (2 * n);
  return estimates<SummaryBeforeAfterFigures>({
    sdPrePooled,
    dPpc2: sdPrePooled === 0 ? noSpread : (hedgesFactor(df) * contrast) / sdPrePooled,
    dPpc2Approximate: sdPrePooled === 0 ? noSpread : (approximateHedgesFactor(df) * contrast) / sdPrePooled,
    gTreated: gTreated ?? noSpread,
    gComparison: gComparison ?? noSpread,
    gTreatedVariance: gTreated === null ? noSpread : varianceOf(gTreated, treated.n),
    gComparisonVariance: gComparison === null ? noSpread : varianceOf(gComparison, comparison.n),
    dPpc1: gTreated === null || gComparison === null ? noSpread : gTreated - gComparison,
  });
}

function gain({ meanPre, meanPost }: GroupSummary): number {
  return meanPost - meanPre;
}

/** Null where the SD before is 0. */
function becker(group: GroupSummary): number | null {
  return group.sdPre === 0 ? null : (hedgesFactor(group.n - 1) * gain(group)) / group.sdPre;
}

function requireSummary({ n, meanPre, meanPost, sdPre }: GroupSummary): void {
  if (!(Number.isSafeInteger(n) && n >= 3))
    throw new RangeError(`A group of ${n} has no standardised gain: it takes 3.`);
  if (!(Number.isFinite(meanPre) && Number.isFinite(meanPost) && Number.isFinite(sdPre) && sdPre >= 0)) {
    throw new RangeError('A summary takes finite means and a finite SD of 0 or more.');
  }
}
