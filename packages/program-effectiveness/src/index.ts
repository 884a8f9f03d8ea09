export { type AgencyReadModel, agencyReadModel, type Line } from './agency-read-model.js';
export { DEFAULT_MINIMUM_N } from './disclosure.js';
export { contextFiles } from './files/context-files.js';
export { programFiles } from './files/program-files.js';
export { type LearningGain, learningGain, SMALLEST_GROUP } from './learning-gain.js';
export { type PlanDecision, type PlannedItem, type PlanRow, planItems } from './plan-items.js';
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
export * from './views/evaluate/index.js';
export * from './views/governance/index.js';
export * from './views/partners/index.js';
export * from './views/plan/index.js';
export * from './views/revise/index.js';
export * from './views/train/index.js';
export * from './views/voice/index.js';
