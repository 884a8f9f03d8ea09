export { beforeAfterOfMeans, type UnitsBeforeAfter } from './before-after-of-means.js';
export { changeAtDate, type SeriesAroundDate } from './change-at-date.js';
export { changeOfRate, type RatesBeforeAfter } from './change-of-rate.js';
export { effectBetweenGroups, type GroupsCompared } from './effect-between-groups.js';
export { effectBetweenUnits, type UnitsCompared } from './effect-between-units.js';
export { type GroupBeforeAfter, gainOfGroup, type ScorePair } from './gain-of-group.js';
export type {
  Assumption,
  AssumptionCode,
  BarringLimit,
  Caveat,
  Claim,
  Design,
  Judgement,
  LimitCode,
  OutcomeOptions,
  SampleSizes,
} from './judgement.js';
export type { UnitSeries } from './trend-before.js';
