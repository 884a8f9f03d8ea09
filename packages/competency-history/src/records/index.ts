export {
  type AssignmentRecord,
  assignmentRecords,
  type BatchPart,
  type WorkplacePart,
} from './assignment-records.js';
export { type BehaviourRating, type BehaviourRow, behaviourRecords } from './behaviour-records.js';
export { type CertificateEntry, type CertificatesRecord, certificateRecords } from './certificate-records.js';
export { type CommunityMeeting, type CommunityRecord, communityRecords } from './community-records.js';
export { type HcdpRow, hcdpRecords } from './hcdp-records.js';
export { type JpCredit, type JpRecord, jpRecords } from './jp-records.js';
export { type LevelAssessment, type LevelRecord, levelRecords } from './level-records.js';
export { type MentorshipRecord, type MentorshipSession, mentorshipRecords } from './mentorship-records.js';
export { type PredicateEntry, type PredicateRow, predicateRecords } from './predicate-records.js';
export { type ProgramTargetRow, programTargets } from './program-targets.js';
export { type RecognitionEntry, type RecognitionRow, recognitionRecords } from './recognition-records.js';
export { type ServicePlacement, type ServiceRecord, serviceRecords } from './service-records.js';
