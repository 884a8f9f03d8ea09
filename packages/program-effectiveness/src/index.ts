export { type LearningGain, learningGain, SMALLEST_GROUP } from './learning-gain.js';
export { type PlannedItem, type PlanRow, planItems } from './plan-items.js';
export {
  type BudgetView,
  type DecisionView,
  type Link,
  type ProgramEffectiveness,
  type ProgramView,
  programEffectiveness,
  programOf,
  type ReachView,
} from './program-effectiveness.js';
export * from './program-record.js';
export { programRecords } from './program-records.js';
