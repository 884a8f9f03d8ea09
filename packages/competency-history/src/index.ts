export type { AsOf } from '@pembinaan/core';
export type { NotShown } from './disclosure.js';
export * from './explain/index.js';
export { agencyFiles } from './files/agency-files.js';
export type { AgencyEntry, PersonEntry } from './files/entry.js';
export { personFiles } from './files/person-files.js';
export { type Listed, type Roster, unitRosters } from './files/unit-rosters.js';
export {
  type CompetencyHistory,
  competencyHistory,
  type HistoryAsOf,
  keptCompetencyHistory,
} from './history/competency-history.js';
export {
  type AnyPeopleReadModel,
  type Cell,
  type Lookup,
  type LookupsOf,
  type Needs,
  type PeopleReadModel,
  type PeopleReadModelShape,
  peopleReadModel,
} from './history/people-read-model.js';
export type { Page, Query } from './history/query.js';
export { competencyHistoryProjections } from './history/shelf.js';
export type { IpAsnPart } from './ip-asn-input.js';
export { type LearningBucket, learningBucketOf } from './learning-buckets.js';
export type { KnownAssessment, LevelInterval } from './levels/level-intervals.js';
export { levelIntervals, selfLevelIntervals } from './levels/level-intervals.js';
export type { LevelLine } from './levels/levels.js';
export * from './person/person-history.js';
export type { JpYear, PersonView, StandardInterval } from './person/person-view.js';
export * from './records/index.js';
export * from './simulation/index.js';
export * from './views/index.js';
