import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { JpCap } from '../../governance/policy/figures.js';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Jp, Minutes } from '../../values/amounts.js';
import { DevelopmentForm } from '../../values/development-form.js';
import {
  BatchId,
  ClaimId,
  CommunityId,
  DocumentRef,
  MeetingId,
  MentorshipId,
  SessionId,
  Sha256,
  SubjectId,
  WorkplaceLearningId,
} from '../../values/ids.js';
import { LocalDate, Year } from '../../values/local-date.js';

/** What earned the JP. One source is credited to one person once. */
export const JpSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('batch'), batchId: BatchId }),
  z.strictObject({ kind: z.literal('mentorship'), mentorshipId: MentorshipId, sessionId: SessionId }),
  z.strictObject({ kind: z.literal('community'), communityId: CommunityId, meetingId: MeetingId }),
  z.strictObject({ kind: z.literal('workplace'), workplaceLearningId: WorkplaceLearningId }),
  z.strictObject({ kind: z.literal('claim'), claimId: ClaimId }),
]);
export type JpSource = z.output<typeof JpSource>;

/** One text for one source, so that two sources can be compared. */
export function sourceKey(source: JpSource): string {
  switch (source.kind) {
    case 'batch':
      return `batch/${source.batchId}`;
    case 'mentorship':
      return `mentorship/${source.mentorshipId}/${source.sessionId}`;
    case 'community':
      return `community/${source.communityId}/${source.meetingId}`;
    case 'workplace':
      return `workplace/${source.workplaceLearningId}`;
    case 'claim':
      return `claim/${source.claimId}`;
  }
}

/** The JP of one meeting or one day, before and after the cap. */
export const JpPart = z.strictObject({ date: LocalDate, jpRaw: Jp, jpCredited: Jp });
export type JpPart = z.output<typeof JpPart>;

/** Microlearning is counted by a rule of its own: by minutes, with a cap for each module. */
export const JpVariant = z.literal('microlearning');
export type JpVariant = z.output<typeof JpVariant>;

/** A day of an activity, with its minutes. */
export const ClaimedDay = z.strictObject({ date: LocalDate, minutes: Minutes });
export type ClaimedDay = z.output<typeof ClaimedDay>;

/** JP hundredths as a certificate says them: at most 10,000 JP, which no course has. */
export const JpOnCertificate = z.int().positive().max(1_000_000).brand<'Jp'>();

export const JpClaimSubmitted = event(
  'JpClaimSubmitted',
  z.strictObject({
    claimId: ClaimId,
    employeeId: SubjectId,
    /** The year of the ledger: that of the last day. */
    year: Year,
    form: DevelopmentForm,
    variant: JpVariant.exactOptional(),
    /** The days of the activity in that year, each once; one module, where it is microlearning. */
    days: z.array(ClaimedDay).min(1),
    international: z.boolean(),
    /** JP hundredths that stand on the certificate, for forms whose programme says how many. */
    jpOnCertificate: JpOnCertificate.exactOptional(),
    /** The evidence: the same document earns JP once (R22). */
    evidenceHash: Sha256,
    inWorkingHours: z.boolean(),
    /** A PPPK who studies in working hours has a written permission (Peraturan LAN 15/2020). */
    permissionRef: DocumentRef.exactOptional(),
    /** A PPPK who studies outside working hours has told the superior in writing (Peraturan LAN 15/2020). */
    noticeRef: DocumentRef.exactOptional(),
    submittedBy: Maker,
  }),
).describe({
  number: 39,
  en: 'A civil servant claims JP for an activity of his or her own, with evidence.',
  id: 'Seorang ASN mengajukan klaim JP untuk kegiatan mandiri, dengan bukti.',
  basis: 'Peraturan LAN 10/2018; Peraturan LAN 15/2020',
});

export const JpClaimRejected = event(
  'JpClaimRejected',
  z.strictObject({
    claimId: ClaimId,
    employeeId: SubjectId,
    /** The evidence of the claim, which may be used again; found by the library. */
    evidenceHash: Sha256,
    reason: reasonFrom(['evidenceUnclear', 'notDevelopment', 'duplicate', 'notPermitted']),
    rejectedBy: Maker,
  }),
).describe({
  number: 40,
  en: 'A claim of JP is rejected, with a reason.',
  id: 'Klaim JP ditolak, dengan alasan.',
  basis: 'Peraturan LAN 10/2018',
});

export const JpCredited = event(
  'JpCredited',
  z.strictObject({
    employeeId: SubjectId,
    year: Year,
    source: JpSource,
    form: DevelopmentForm,
    variant: JpVariant.exactOptional(),
    /** The day that counts for the year, and for the caps unless there are parts; the last day of a batch, the day of a session. */
    activityDate: LocalDate,
    /** JP hundredths before caps. */
    jpRaw: Jp,
    /** JP hundredths that count. */
    jpCredited: Jp,
    /** The cap that took the difference, as the policy has it. */
    capApplied: JpCap.exactOptional(),
    /** The meetings or days to which a cap applies, where they are not the activity date alone. */
    parts: z.array(JpPart).exactOptional(),
    verifiedBy: Maker,
  }),
)
  .describe({
    number: 41,
    en: 'JP are credited to a person for one source, after the caps of the policy.',
    id: 'JP dikreditkan kepada seseorang untuk satu sumber, setelah batas kebijakan diterapkan.',
    basis: 'Peraturan LAN 10/2018, annex',
  })
  .correctable(({ employeeId, source }) => `${employeeId}/${sourceKey(source)}`);
