import * as z from 'zod';

/** Names that mean something to JavaScript objects, such as the rows of a view. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Ids are opaque: letters, digits and `_ . ~ -`. Never a name, never a civil-servant number. */
const opaque = z
  .string()
  .regex(/^[A-Za-z0-9_-][A-Za-z0-9_.~-]{0,99}$/, 'an opaque id of letters, digits and _ . ~ - is needed')
  .refine((id) => !RESERVED.has(id), 'an id must not be the name of a built-in property')
  .refine((id) => !/(?<!\d)\d{18}(?!\d)/.test(id), 'an id must not hold a civil-servant number (18 digits)');

/** A person: civil servant, official or external speaker. */
export const SubjectId = opaque.brand<'SubjectId'>();
export type SubjectId = z.output<typeof SubjectId>;

/** A work unit (unit kerja) or service unit (unit pelayanan). */
export const UnitId = opaque.brand<'UnitId'>();
export type UnitId = z.output<typeof UnitId>;

/** The agency (instansi) whose plan or budget it is. */
export const AgencyId = opaque.brand<'AgencyId'>();
export type AgencyId = z.output<typeof AgencyId>;

export const AuthorityId = opaque.brand<'AuthorityId'>();
export type AuthorityId = z.output<typeof AuthorityId>;

export const StandardId = opaque.brand<'StandardId'>();
export type StandardId = z.output<typeof StandardId>;

export const AssessmentId = opaque.brand<'AssessmentId'>();
export type AssessmentId = z.output<typeof AssessmentId>;

export const GapId = opaque.brand<'GapId'>();
export type GapId = z.output<typeof GapId>;

export const NeedId = opaque.brand<'NeedId'>();
export type NeedId = z.output<typeof NeedId>;

export const PlanId = opaque.brand<'PlanId'>();
export type PlanId = z.output<typeof PlanId>;

export const PlanItemId = opaque.brand<'PlanItemId'>();
export type PlanItemId = z.output<typeof PlanItemId>;

export const BudgetId = opaque.brand<'BudgetId'>();
export type BudgetId = z.output<typeof BudgetId>;

export const CommitmentId = opaque.brand<'CommitmentId'>();
export type CommitmentId = z.output<typeof CommitmentId>;

export const ProgramId = opaque.brand<'ProgramId'>();
export type ProgramId = z.output<typeof ProgramId>;

export const BatchId = opaque.brand<'BatchId'>();
export type BatchId = z.output<typeof BatchId>;

/** A session of a batch or of a mentorship. */
export const SessionId = opaque.brand<'SessionId'>();
export type SessionId = z.output<typeof SessionId>;

export const CertificateId = opaque.brand<'CertificateId'>();
export type CertificateId = z.output<typeof CertificateId>;

export const MentorshipId = opaque.brand<'MentorshipId'>();
export type MentorshipId = z.output<typeof MentorshipId>;

export const EvaluationId = opaque.brand<'EvaluationId'>();
export type EvaluationId = z.output<typeof EvaluationId>;

export const RatingId = opaque.brand<'RatingId'>();
export type RatingId = z.output<typeof RatingId>;

/** A measurement of a service, or a survey. */
export const MeasurementId = opaque.brand<'MeasurementId'>();
export type MeasurementId = z.output<typeof MeasurementId>;

export const RecommendationId = opaque.brand<'RecommendationId'>();
export type RecommendationId = z.output<typeof RecommendationId>;

export const PartnerId = opaque.brand<'PartnerId'>();
export type PartnerId = z.output<typeof PartnerId>;

/** One agreement with a partner. */
export const AgreementId = opaque.brand<'AgreementId'>();
export type AgreementId = z.output<typeof AgreementId>;

/** A declared shortfall of a budget. */
export const ShortfallId = opaque.brand<'ShortfallId'>();
export type ShortfallId = z.output<typeof ShortfallId>;

/** The needs cycle (AKPK) of an agency and a year. */
export const NeedsCycleId = opaque.brand<'NeedsCycleId'>();
export type NeedsCycleId = z.output<typeof NeedsCycleId>;

/** A human capital development plan (HCDP) of several years. */
export const HcdpId = opaque.brand<'HcdpId'>();
export type HcdpId = z.output<typeof HcdpId>;

/** A claim of JP. */
export const ClaimId = opaque.brand<'ClaimId'>();
export type ClaimId = z.output<typeof ClaimId>;

/** Material of a programme: a module, or a practice worth copying. */
export const MaterialId = opaque.brand<'MaterialId'>();
export type MaterialId = z.output<typeof MaterialId>;

export const WorkplaceLearningId = opaque.brand<'WorkplaceLearningId'>();
export type WorkplaceLearningId = z.output<typeof WorkplaceLearningId>;

export const CommunityId = opaque.brand<'CommunityId'>();
export type CommunityId = z.output<typeof CommunityId>;

/** A meeting of a learning community. */
export const MeetingId = opaque.brand<'MeetingId'>();
export type MeetingId = z.output<typeof MeetingId>;

/** One involvement of a leader. */
export const InvolvementId = opaque.brand<'InvolvementId'>();
export type InvolvementId = z.output<typeof InvolvementId>;

export const IdeaId = opaque.brand<'IdeaId'>();
export type IdeaId = z.output<typeof IdeaId>;

export const RecognitionId = opaque.brand<'RecognitionId'>();
export type RecognitionId = z.output<typeof RecognitionId>;

/** An improvement action. */
export const ActionId = opaque.brand<'ActionId'>();
export type ActionId = z.output<typeof ActionId>;

/** A public report (complaint, aspiration, request), as this library knows it. */
export const PublicReportId = opaque.brand<'PublicReportId'>();
export type PublicReportId = z.output<typeof PublicReportId>;

export const ForumId = opaque.brand<'ForumId'>();
export type ForumId = z.output<typeof ForumId>;

/** One input of the public at a forum. */
export const InputId = opaque.brand<'InputId'>();
export type InputId = z.output<typeof InputId>;

/** An observation of resistance, or a support given against it. */
export const SupportId = opaque.brand<'SupportId'>();
export type SupportId = z.output<typeof SupportId>;

export const FindingId = opaque.brand<'FindingId'>();
export type FindingId = z.output<typeof FindingId>;

/** A request of a data subject. */
export const RequestId = opaque.brand<'RequestId'>();
export type RequestId = z.output<typeof RequestId>;

/** The key under which the vault holds a subject's personal data. */
export const KeyId = opaque.brand<'KeyId'>();
export type KeyId = z.output<typeof KeyId>;

/** The id of a stored event, for evidence and causes. */
export const EventId = z.uuid().brand<'EventId'>();
export type EventId = z.output<typeof EventId>;

/** A reference to a document outside: a letter, a page, a report number. No personal data. */
export const DocumentRef = z.string().min(1).max(200).brand<'DocumentRef'>();
export type DocumentRef = z.output<typeof DocumentRef>;

/** What something is about, as a code of the agency, such as `waktu-tunggu`: never a text about a person. */
export const TopicCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'a topic code such as waktu-tunggu is needed')
  .brand<'TopicCode'>();
export type TopicCode = z.output<typeof TopicCode>;

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal is needed')
  .brand<'Sha256'>();
export type Sha256 = z.output<typeof Sha256>;
