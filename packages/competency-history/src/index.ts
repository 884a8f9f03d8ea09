export {
  type CompetencyHistory,
  competencyHistory,
  type JpYear,
  type PersonContext,
  type PersonView,
  personOn,
} from './competency-history.js';
export type { NotShown } from './disclosure.js';
export type { IpAsnPart } from './ip-asn-input.js';
export { type LearningBucket, learningBucketOf } from './learning-buckets.js';
export type { LevelLine } from './levels.js';
export { type Cell, peopleReadModel } from './people-read-model.js';
export { personHistories } from './person-histories.js';
export * from './person-history.js';
export { personTimelines } from './person-timelines.js';
export { type PolicyInView, type PolicyRow, policies } from './policies.js';
export * from './records/index.js';
export { type StandardRow, standards } from './standards.js';
export * from './views/index.js';
