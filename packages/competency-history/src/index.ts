export {
  type CompetencyHistory,
  competencyHistory,
  type JpYear,
  type LevelLine,
  type PersonView,
  personOn,
} from './competency-history.js';
export { personHistories } from './person-histories.js';
export * from './person-history.js';
export { type PolicyRow, policies } from './policies.js';
export { type StandardRow, standards } from './standards.js';
