import type { Entry, EventOf } from '@pembinaan/event-sourcing';
import type { BehaviourRated, EvaluationConcluded, EvaluationPlanned } from '../evaluate/evaluation/events.js';
import type { LeadershipInvolvementRecorded } from '../mentor/leadership/events.js';
import type { LearningCommunityFormed, LearningCommunityMet } from '../mentor/learning-community/events.js';
import type { MentoringSessionConfirmed, MentoringSessionRecorded } from '../mentor/mentorship/events.js';
import type { PartnerAgreementEnded } from '../partners/partner/events.js';
import type { ChangeResistanceObserved, ChangeSupportGiven } from '../people/change-support/events.js';
import type { EmployeeSeparated } from '../people/employee/events.js';
import {
  type CompetencyAssessed,
  type PerformancePredicateRecorded,
  ratedDays,
} from '../plan/competency-profile/events.js';
import type { PublicForumHeld } from '../public-voice/public-forum/events.js';
import type {
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
} from '../public-voice/public-report/events.js';
import type {
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
} from '../service/service-unit/events.js';
import type { CertificateIssued } from '../train/certificate/events.js';
import type { JpClaimSubmitted, JpCredited } from '../train/jp-ledger/events.js';
import { lastClaimedDay } from '../train/jp-ledger/state.js';
import type { WorkplaceLearningCompleted } from '../train/workplace-learning/events.js';
import type { LocalDate } from '../values/local-date.js';

/**
 * On what it depends whether an event counts on a day: on a day that it bears, on nothing, or on the moment at which it happened.
 *
 * What only says what something is, or how it ought to have been all along, holds on every day: of placements, policies and standards the
 * views themselves ask from when on they hold, and a certificate that was revoked should not have been issued, as its JP are taken back for
 * the whole year; so it is with a claim that was rejected.
 */
export type OwnDay = LocalDate | 'always' | 'whenItHappened';

/**
 * The day that an event itself bears: the day of an assessment, of a session, the last day of a training, of a claim or of a measured
 * period, however late it was recorded. What bears none came about when it happened.
 *
 * @param entry an event, or what was filed of it, with the field that tells its day
 */
export function ownDay({ type, data }: Pick<Entry, 'type' | 'data'>): OwnDay {
  if (ALWAYS.has(type)) return 'always';
  return DAY_BY_TYPE.get(type)?.(data as never) ?? 'whenItHappened';
}

const ALWAYS: ReadonlySet<string> = new Set([
  'EmployeeRegistered',
  'EmployeePlaced',
  'CertificateRevoked',
  'JpClaimRejected',
  'PolicyVersionAdopted',
  'CompetencyStandardEstablished',
  'ProgramDesigned',
  'HcdpEstablished',
]);

/** How the day of an event of that type is read. */
type Reading<E> = (data: EventOf<E>['data']) => LocalDate;

interface Readings {
  EmployeeSeparated: Reading<typeof EmployeeSeparated>;
  WorkplaceLearningCompleted: Reading<typeof WorkplaceLearningCompleted>;
  LearningCommunityFormed: Reading<typeof LearningCommunityFormed>;
  LearningCommunityMet: Reading<typeof LearningCommunityMet>;
  CompetencyAssessed: Reading<typeof CompetencyAssessed>;
  PerformancePredicateRecorded: Reading<typeof PerformancePredicateRecorded>;
  CertificateIssued: Reading<typeof CertificateIssued>;
  JpClaimSubmitted: Reading<typeof JpClaimSubmitted>;
  JpCredited: Reading<typeof JpCredited>;
  MentoringSessionRecorded: Reading<typeof MentoringSessionRecorded>;
  MentoringSessionConfirmed: Reading<typeof MentoringSessionConfirmed>;
  LeadershipInvolvementRecorded: Reading<typeof LeadershipInvolvementRecorded>;
  EvaluationPlanned: Reading<typeof EvaluationPlanned>;
  BehaviourRated: Reading<typeof BehaviourRated>;
  EvaluationConcluded: Reading<typeof EvaluationConcluded>;
  ServiceBaselineEstablished: Reading<typeof ServiceBaselineEstablished>;
  ServiceMeasurementRecorded: Reading<typeof ServiceMeasurementRecorded>;
  SatisfactionSurveyPublished: Reading<typeof SatisfactionSurveyPublished>;
  PublicReportReceived: Reading<typeof PublicReportReceived>;
  PublicReportForwarded: Reading<typeof PublicReportForwarded>;
  PublicReportAnswered: Reading<typeof PublicReportAnswered>;
  PublicReportClosed: Reading<typeof PublicReportClosed>;
  PublicForumHeld: Reading<typeof PublicForumHeld>;
  PartnerAgreementEnded: Reading<typeof PartnerAgreementEnded>;
  ChangeResistanceObserved: Reading<typeof ChangeResistanceObserved>;
  ChangeSupportGiven: Reading<typeof ChangeSupportGiven>;
}

const READINGS: Readings = {
  EmployeeSeparated: ({ on }) => on,
  WorkplaceLearningCompleted: ({ on }) => on,
  LearningCommunityFormed: ({ formedOn }) => formedOn,
  LearningCommunityMet: ({ date }) => date,
  CompetencyAssessed: ({ assessedOn }) => assessedOn,
  PerformancePredicateRecorded: ({ period }) => ratedDays(period).to,
  CertificateIssued: ({ period }) => period.to,
  // A claim bears the last day of its activity, as its credit does.
  JpClaimSubmitted: ({ days }) => lastClaimedDay(days),
  JpCredited: ({ activityDate }) => activityDate,
  MentoringSessionRecorded: ({ date }) => date,
  MentoringSessionConfirmed: ({ date }) => date,
  LeadershipInvolvementRecorded: ({ date }) => date,
  EvaluationPlanned: ({ plannedOn }) => plannedOn,
  BehaviourRated: ({ ratedOn }) => ratedOn,
  EvaluationConcluded: ({ concludedOn }) => concludedOn,
  ServiceBaselineEstablished: ({ period }) => period.to,
  ServiceMeasurementRecorded: ({ period }) => period.to,
  SatisfactionSurveyPublished: ({ period }) => period.to,
  PublicReportReceived: ({ receivedOn }) => receivedOn,
  PublicReportForwarded: ({ on }) => on,
  PublicReportAnswered: ({ on }) => on,
  PublicReportClosed: ({ on }) => on,
  PublicForumHeld: ({ date }) => date,
  PartnerAgreementEnded: ({ on }) => on,
  ChangeResistanceObserved: ({ observedOn }) => observedOn,
  ChangeSupportGiven: ({ date }) => date,
};

const DAY_BY_TYPE = new Map<string, (data: never) => LocalDate>(Object.entries(READINGS));
