/*
 * The statistics of programme evaluation: pure functions on plain numbers. A figure that the data cannot carry is null with a reason.
 *
 * - one group before and after: `pairedGain`, `normalisedGain`
 * - two groups: `twoGroups`, `groupsBeforeAfter`, `summaryBeforeAfter` (from a report's means and SDs)
 * - whether a comparison may stand: `baselineEquivalence`, `coxIndex`, `attrition`
 * - units over time, with a comparison and without: `differenceInDifferences`, `interruptedTimeSeries`
 * - counts, shares, surveys: `countChange`, `quasiPoissonChange`, `compareProportions`, `mcNemar`, `satisfaction`
 * - cost: `costEffectiveness`, `incrementalCost`, `netPresentValue`, `annualisedCost`
 * - designs, from figures to what may be claimed of them: `gainOfGroup`, `effectBetweenGroups`, `effectBetweenUnits`, `changeAtDate`,
 *   `beforeAfterOfMeans`, `changeOfRate`
 * - the models beneath: `fitLinearModel`, and a way to each estimator of standard errors
 */
export * from '../designs/index.js';
export { type Assigned, type Attrition, attrition } from './attrition.js';
export {
  type BaselineEquivalence,
  type BaselineVerdict,
  baselineEquivalence,
  baselineVerdict,
} from './baseline-equivalence.js';
export { biasReducedContrast, type ClusterKey, type ClusterSpread, clusterSpread } from './cluster-errors.js';
export {
  annualisedCost,
  type CostAndEffect,
  type CostEffectiveness,
  costEffectiveness,
  type IncrementalCost,
  incrementalCost,
  netPresentValue,
} from './cost.js';
export {
  type CountChange,
  type CountedEvents,
  countChange,
  type QuasiPoissonChange,
  quasiPoissonChange,
} from './counts.js';
export { type CoxIndex, coxIndex } from './cox-index.js';
export {
  type CellFigures,
  type Cells,
  type DidHeadline,
  type DifferenceInDifferences,
  differenceInDifferences,
  type UnitsWarning,
  type UnitValue,
} from './difference-in-differences.js';
export {
  chiSquareUpper,
  noncentralTCdf,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  tCdf,
  tQuantile,
  tTwoSided,
} from './distributions.js';
export { binomialTwoSided, fisherTwoSided } from './exact-tests.js';
export { type GroupsBeforeAfter, groupsBeforeAfter } from './groups-before-after.js';
export { approximateHedgesFactor, hedgesFactor } from './hedges-factor.js';
export { type HeteroscedasticKind, heteroscedasticSpread } from './heteroscedastic-errors.js';
export {
  type ErrorsAtLag,
  type HeadlineFigures,
  type Headlines,
  type InterruptedSeries,
  type InterruptedTimeSeries,
  interruptedTimeSeries,
  type SegmentTests,
  type SeriesWarning,
  segmentedColumns,
} from './interrupted-time-series.js';
export type { Coefficient, Interval } from './interval.js';
export {
  classicalSpread,
  coefficientAt,
  contrast,
  type ErrorSpread,
  fitLinearModel,
  type LinearModel,
} from './linear-model.js';
export { type AutomaticSpread, neweyWestLag, neweyWestSpread, prewhitenedSpread } from './newey-west.js';
export { type GainBand, type NormalisedGain, normalisedGain } from './normalised-gain.js';
export { type Because, type Estimates, isBecause, type NotEstimable } from './not-estimable.js';
export {
  type GainBounds,
  type NoncentralGainLimits,
  noncentralGainLimits,
  type PairedGain,
  type PairedGainOptions,
  pairedGain,
} from './paired-gain.js';
export type { PairedScores, TestScale } from './paired-scores.js';
export { type PraisWinsten, praisWinsten } from './prais-winsten.js';
export {
  compareProportions,
  type McNemar,
  mcNemar,
  type ProportionComparison,
  type Share,
} from './proportions.js';
export type { SignedRanks } from './rank-tests.js';
export {
  type IkmBands,
  type IkmGrade,
  ikmGrade,
  ikmWithWeight,
  regulationIkmBands,
  respondentIndices,
  roundedIkm,
  type Satisfaction,
  type SatisfactionChange,
  type SatisfactionOfTotals,
  type SurveyAnswers,
  satisfaction,
  satisfactionChange,
  satisfactionOfTotals,
} from './satisfaction.js';
export { type LjungBox, type SerialCorrelation, serialCorrelation } from './serial-correlation.js';
export { type GroupSummary, type SummaryBeforeAfter, summaryBeforeAfter } from './summary-before-after.js';
export { type NoncentralGroupLimits, noncentralGroupLimits, type TwoGroups, twoGroups } from './two-groups.js';
