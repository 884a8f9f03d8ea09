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

/** The id of a stored event, for evidence and causes. */
export const EventId = z.uuid().brand<'EventId'>();
export type EventId = z.output<typeof EventId>;

/** A reference to a document outside: a letter, a page, a report number. No personal data. */
export const DocumentRef = z.string().min(1).max(200).brand<'DocumentRef'>();
export type DocumentRef = z.output<typeof DocumentRef>;

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hexadecimal is needed')
  .brand<'Sha256'>();
export type Sha256 = z.output<typeof Sha256>;
