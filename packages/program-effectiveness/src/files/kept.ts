import type { EventsOf, KeptFields } from '@pembinaan/event-sourcing';
import type { CONTEXT_EVENTS, PROGRAM_EVENTS } from './filed-events.js';

/** An event that is filed with a programme. */
export type ProgramEvent = EventsOf<typeof PROGRAM_EVENTS>;
/** An event that is filed with what surrounds programmes. */
export type ContextEvent = EventsOf<typeof CONTEXT_EVENTS>;

/** The fields of each event that are kept with a programme: what any question about it needs, and no more. */
export const KEPT_OF_PROGRAMS = {
  ProgramDesigned: [
    'name',
    'track',
    'planItem',
    'form',
    'competencies',
    'jp',
    'estimatedCost',
    'passMark',
    'requestedBy',
    'designedBy',
  ],
  ProgramApproved: ['approvedBy'],
  LearningMaterialPublished: ['materialId', 'version', 'title', 'kind', 'coAuthorPartnerId', 'validUntil'],

  BudgetCommitted: ['commitmentId', 'planId', 'planItemId', 'amount'],
  BudgetReleased: ['commitmentId', 'amount', 'reason'],
  BudgetRealized: ['commitmentId', 'amount'],

  BatchScheduled: ['form', 'jp', 'period', 'sessions', 'capacity', 'partnerId', 'budget', 'evaluationId'],
  ResourcePersonAssigned: ['origin', 'partnerId', 'sessionIds'],
  ParticipantNominated: ['employeeId', 'unitId', 'needId'],
  NominationConfirmed: ['employeeId'],
  NominationDeclined: ['employeeId', 'unitId', 'by', 'reason'],
  AttendanceRecorded: ['employeeId', 'sessionId', 'present'],
  LearningResultRecorded: ['employeeId', 'kind', 'attempt', 'score'],
  ParticipantOutcomeDecided: ['employeeId', 'outcome', 'reason', 'attendanceShare', 'bestScore'],
  BatchCompleted: ['counts', 'realisedCost'],
  BatchCancelled: ['reason', 'participants'],

  EvaluationPlanned: [
    'levels',
    'design',
    'serviceUnits',
    'comparisonUnits',
    'metrics',
    'minimumEffect',
    'minimumN',
    'evaluatorId',
    'plannedOn',
  ],
  ParticipantReactionRecorded: ['batchId', 'scores'],
  BehaviourRated: ['batchId', 'ratingId', 'employeeId', 'raterKind', 'ratings', 'ratedOn'],
  ProgramImpactMeasured: ['unitId', 'service', 'outcome', 'comparison', 'improvement', 'guard', 'n'],
  EvaluationConcluded: [
    'conclusion',
    'strengths',
    'weaknesses',
    'measuredLevels',
    'missingLevels',
    'evidence',
    'design',
    'answers',
    'concludedOn',
    'concludedBy',
  ],
  EvaluationContested: ['grounds', 'answerDue', 'contestedBy'],

  RevisionRecommended: [
    'recommendationId',
    'kind',
    'evaluationId',
    'causeEvents',
    'advised',
    'justification',
    'recommendedBy',
  ],
  ProgramExpanded: ['recommendationId', 'evaluationId', 'scope', 'addedCost', 'expandedBy'],
  MethodReviewOrdered: ['recommendationId', 'questions', 'due', 'orderedBy'],
  ProgramMethodRevised: ['changes', 'material', 'revisedBy'],
  ProgramSuspended: ['reason', 'recommendationId', 'until', 'suspendedBy'],
  ProgramCancelled: ['reason', 'recommendationId', 'openBatches', 'cancelledBy'],
  ProgramContinued: ['recommendationId', 'endsSuspension', 'continuedBy'],

  WorkplaceLearningAssigned: ['employeeId', 'unitId', 'form', 'host', 'period', 'jp'],
  WorkplaceLearningCompleted: ['employeeId', 'form', 'outcome', 'on', 'lessons'],
  MentorshipProposed: ['mentorId', 'menteeId', 'kind', 'period'],
  LeadershipInvolvementRecorded: ['involvementId', 'leaderId', 'role', 'unitId', 'date'],
  DevelopmentNeedLeftUnserved: [],
} as const satisfies KeptFields<ProgramEvent>;

/** The fields of each event that are kept with what surrounds programmes. */
export const KEPT_OF_CONTEXT = {
  PolicyVersionAdopted: ['version', 'effectiveFrom', 'figures'],

  ProgramDesigned: ['name', 'planItem', 'designedBy'],
  BatchScheduled: ['programId', 'period', 'sessions', 'evaluationId'],
  BatchCancelled: ['programId'],
  EvaluationPlanned: ['programId', 'serviceUnits', 'comparisonUnits', 'metrics', 'plannedOn'],

  ServiceBaselineEstablished: ['measurementId', 'service', 'metric', 'period', 'median', 'p90', 'rate', 'n', 'source'],
  ServiceMeasurementRecorded: ['measurementId', 'service', 'metric', 'period', 'median', 'p90', 'rate', 'n', 'source'],
  SatisfactionSurveyPublished: ['surveyId', 'period', 'n', 'nrr', 'ikm', 'grade'],

  HcdpEstablished: ['years', 'rpjmdRef'],
  DevelopmentPlanDrafted: ['year', 'agencyId', 'hcdpId', 'previousPlanId'],
  PlanItemAdded: ['item'],
  PlanItemRemoved: ['itemId', 'reason'],
  DevelopmentPlanEstablished: ['decree', 'validity'],
  DevelopmentPlanRevised: ['causes', 'changes', 'decree'],
  DevelopmentNeedProposed: ['year', 'origin', 'target', 'competency', 'estimatedCost', 'expectedServiceEffect'],
  DevelopmentNeedVerified: [],
  DevelopmentNeedDeclined: ['kind', 'reason'],
  DevelopmentNeedValidated: ['priority'],

  PublicReportReceived: ['externalRef', 'classification', 'service', 'unitId', 'topicCodes', 'receivedOn', 'reopens'],
  PublicReportForwarded: ['action', 'toUnitId', 'on'],
  PublicReportAnswered: ['on'],
  PublicReportClosed: ['on', 'satisfied', 'developmentNeedId'],
  PublicForumHeld: ['date', 'topicCodes'],
  PublicInputRecorded: ['inputId', 'kind', 'service', 'unitId', 'topicCodes', 'answerDue'],
  ImprovementActionAssigned: ['target', 'cause', 'due'],
  ImprovementActionCompleted: ['target', 'cause'],

  MentorshipProposed: ['programId', 'mentorId', 'menteeId', 'kind', 'period'],
  MentorshipApproved: [],
  MentoringSessionRecorded: ['sessionId', 'date', 'minutes'],
  MentoringSessionConfirmed: ['sessionId', 'date', 'agreed'],
  MentorshipEnded: ['outcome', 'reason'],

  PartnerAgreementSigned: ['agreementId', 'kind', 'level', 'contribution', 'period'],
  PartnerAgreementEnded: ['agreementId', 'on', 'reason', 'rating'],

  EmployeePlaced: ['unitId', 'from'],
  EmployeeSeparated: ['kind', 'on'],
} as const satisfies KeptFields<ContextEvent>;
