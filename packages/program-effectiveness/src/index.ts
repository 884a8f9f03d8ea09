export type { AsOf } from '@pembinaan/core';
export * from './advice/index.js';
export * from './aftermath/index.js';
export { type AgencyReadModel, agencyReadModel, type Line } from './agency-read-model.js';
export * from './card/index.js';
export type {
  Assumption,
  AssumptionCode,
  BarringLimit,
  Caveat,
  Claim,
  Design,
  Judgement,
  LimitCode,
  SampleSizes,
} from './designs/index.js';
export { DEFAULT_MINIMUM_N } from './disclosure.js';
export {
  type EffectivenessAsOf,
  keptProgramEffectiveness,
  type ProgramEffectiveness,
  programEffectiveness,
} from './effectiveness/program-effectiveness.js';
export {
  type AnyProgramReadModel,
  type Cell,
  type ProgramReadModel,
  programReadModel,
} from './effectiveness/program-read-model.js';
export type {
  EvaluatedRound,
  ProgramEvaluation,
  ProgramSubject,
  TakenDecision,
} from './effectiveness/program-subject.js';
export type { ProgramView } from './effectiveness/program-view.js';
export type { Page, ProgramQuery } from './effectiveness/query.js';
export { programEffectivenessProjections } from './effectiveness/shelf.js';
export * from './estimates/index.js';
export * from './explain/index.js';
export { contextFiles } from './files/context-files.js';
export { programFiles } from './files/program-files.js';
export { type LearningGain, learningGain, SMALLEST_GROUP } from './learning-gain.js';
export { type PlanDecision, type PlannedItem, type PlanRow, planItems } from './plan-items.js';
export type { CostNotKnown } from './program/cost-of-batches.js';
export type {
  BatchHistory,
  Commitment,
  ConclusionHistory,
  EvaluationHistory,
  Fact,
  ProgramDecision,
  ProgramHistory,
} from './program/program-history.js';
export type { Told } from './program/told.js';
export * from './program-record.js';
export { programRecords } from './program-records.js';
export {
  type BudgetView,
  type DecisionView,
  type Link,
  type ProgramSummary,
  programSummary,
  type ReachView,
  type ReactionView,
} from './program-summary.js';
export { agencyReadModels } from './read-models.js';
export * from './records/index.js';
export type { Interval } from './statistics/interval.js';
export * from './views/evaluate/index.js';
export * from './views/governance/index.js';
export * from './views/partners/index.js';
export * from './views/plan/index.js';
export * from './views/programs/index.js';
export * from './views/revise/index.js';
export * from './views/train/index.js';
export * from './views/voice/index.js';
