import type { EventsOf, KeptFields } from '@pembinaan/event-sourcing';
import type { AGENCY_EVENTS, PERSON_EVENTS } from './filed-events.js';

/** An event that is filed in the file of a person. */
export type PersonEvent = EventsOf<typeof PERSON_EVENTS>;
/** An event that is filed for the agency: what holds for everybody. */
export type AgencyEvent = EventsOf<typeof AGENCY_EVENTS>;

/** The fields of each event that are kept in the files of people: what any question about a person needs, and no more. */
export const KEPT_OF_PEOPLE = {
  EmployeeRegistered: ['kind', 'contract'],
  EmployeePlaced: ['position', 'positionKind', 'standardId', 'unitId', 'superiorId', 'from'],
  EmployeeSeparated: ['kind', 'on'],

  CompetencyAssessed: [
    'assessmentId',
    'competency',
    'level',
    'method',
    'assessedOn',
    'validUntil',
    'evidence',
    'assessedBy',
  ],
  CompetencyGapValidated: ['gapId', 'competency', 'required', 'actual', 'priority', 'standardId', 'standardVersion'],
  PerformancePredicateRecorded: ['period', 'results', 'behaviour', 'predicate'],

  DevelopmentNeedProposed: ['year', 'origin', 'target', 'competency', 'form', 'jp'],

  ParticipantNominated: ['programId', 'period', 'needId'],
  NominationConfirmed: ['programId', 'form', 'period', 'jp'],
  NominationDeclined: ['programId', 'by', 'reason'],
  AttendanceRecorded: ['programId', 'sessionId', 'present', 'minutes'],
  LearningResultRecorded: ['programId', 'kind', 'attempt', 'score'],
  ParticipantOutcomeDecided: ['programId', 'outcome', 'reason', 'bestScore'],
  BatchCancelled: ['programId', 'reason'],

  WorkplaceLearningAssigned: ['form', 'host', 'hostMentorId', 'period', 'jp', 'international', 'needId', 'programId'],
  WorkplaceLearningCompleted: ['form', 'outcome', 'reason', 'on', 'meetings'],

  CertificateIssued: ['programId', 'batchId', 'number', 'issuer', 'form', 'jp', 'period', 'validUntil'],
  CertificateRevoked: ['programId', 'reason'],

  JpClaimSubmitted: ['claimId', 'form', 'variant', 'days', 'international', 'jpOnCertificate'],
  JpClaimRejected: ['claimId', 'reason'],
  JpCredited: ['year', 'source', 'form', 'variant', 'activityDate', 'jpRaw', 'jpCredited', 'capApplied', 'parts'],

  MentorshipProposed: ['mentorId', 'menteeId', 'kind', 'period'],
  MentorshipApproved: ['mentorId', 'menteeId'],
  MentoringSessionRecorded: ['sessionId', 'date', 'minutes', 'recordedBy'],
  MentoringSessionConfirmed: ['sessionId', 'date', 'agreed'],
  MentorshipEnded: ['outcome', 'reason'],

  LearningCommunityMet: ['meetingId', 'date', 'minutes'],
  BehaviourRated: ['batchId', 'programId', 'ratingId', 'raterKind', 'ratedBy', 'ratedOn', 'ratings'],
  RecognitionGranted: ['recognitionId', 'kind', 'basis', 'careerLink', 'shownAsRoleModel'],
} as const satisfies KeptFields<PersonEvent>;

/** The fields of each event that are kept for the agency. */
export const KEPT_OF_AGENCY = {
  PolicyVersionAdopted: ['version', 'effectiveFrom', 'figures'],
  CompetencyStandardEstablished: ['positionKind', 'position', 'version', 'effectiveFrom', 'items'],
  LearningCommunityFormed: ['name', 'positionFamily', 'sponsorUnitId', 'formedOn'],
  LearningCommunityMet: ['meetingId', 'date', 'minutes', 'attendees', 'units', 'practiceShared'],
  ProgramDesigned: ['name', 'form', 'jp', 'competencies', 'planItem'],
  HcdpEstablished: ['years'],
  DevelopmentPlanDrafted: ['year', 'agencyId'],
  PlanItemAdded: ['item'],
  PlanItemRemoved: ['itemId', 'reason'],
  DevelopmentPlanEstablished: ['validity'],
  DevelopmentPlanRevised: ['changes'],
  DevelopmentNeedProposed: ['year', 'origin', 'target', 'competency', 'form', 'jp'],
  DevelopmentNeedVerified: ['checklist'],
  DevelopmentNeedDeclined: ['kind', 'reason'],
  DevelopmentNeedValidated: ['priority'],
  DevelopmentNeedLeftUnserved: ['programId'],
} as const satisfies KeptFields<AgencyEvent>;
