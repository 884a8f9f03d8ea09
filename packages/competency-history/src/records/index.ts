export {
  type AssignmentRecord,
  assignmentRecords,
  type BatchPart,
  type WorkplacePart,
} from './assignment-records.js';
export { type BehaviourRating, type BehaviourRow, behaviourRecords } from './behaviour-records.js';
export { type CertificateEntry, type CertificatesRecord, certificateRecords } from './certificate-records.js';
export { allCommunities, type CommunityMeeting, type CommunityRecord, communityRecords } from './community-records.js';
export { type HcdpRow, hcdpRecords } from './hcdp-records.js';
export { type JpCredit, type JpRecord, jpOfTheYear, jpOfTwoYears, jpRecords } from './jp-records.js';
export { type LevelAssessment, type LevelRecord, levelRecords } from './level-records.js';
export {
  type Mentorship,
  type MentorshipRecord,
  type MentorshipSession,
  type MentorshipsRecord,
  mentorshipRecords,
} from './mentorship-records.js';
export {
  developmentNeeds,
  type NeedRow,
  type NeedsRecord,
  needRecords,
} from './need-records.js';
export { developmentPlans, type PlanItemRow, type PlanRow } from './plan-records.js';
export { type PolicyInView, type PolicyRow, policies } from './policies.js';
export { type PredicateEntry, type PredicateRow, predicateRecords } from './predicate-records.js';
export { type ProgramPlanItemRow, programPlanItems } from './program-plan-items.js';
export { type ProgramTargetRow, programTargets } from './program-targets.js';
export { type RecognitionEntry, type RecognitionRow, recognitionRecords } from './recognition-records.js';
export { type PeopleRecord, peopleRecord } from './record.js';
export { type Register, register } from './register.js';
export { type ServicePlacement, type ServiceRecord, serviceRecords } from './service-records.js';
export { type StandardRow, standardNamed, standards } from './standards.js';
