import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { DocumentRef, KeyId, RequestId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** The right that a person invokes (UU 27/2022). */
export const DataSubjectRight = z.enum([
  'access',
  'rectification',
  'erasure',
  'withdrawConsent',
  'restriction',
  'portability',
  'objection',
]);
export type DataSubjectRight = z.output<typeof DataSubjectRight>;

export const RequestDecision = z.enum(['granted', 'partly', 'refused']);
export type RequestDecision = z.output<typeof RequestDecision>;

/** Why a key is destroyed: a granted request, or the end of the retention period. */
export const DestructionBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), requestId: RequestId }),
  z.strictObject({
    kind: z.literal('retention'),
    /** The retention schedule (JRA). */
    jraRef: DocumentRef,
    /** The last day of the retention period. */
    endedOn: LocalDate,
    /** Who checked that the period has ended. */
    approvedBy: Maker,
  }),
]);
export type DestructionBasis = z.output<typeof DestructionBasis>;

export const DataSubjectRequestDecided = event(
  'DataSubjectRequestDecided',
  z.strictObject({
    requestId: RequestId,
    right: DataSubjectRight,
    receivedOn: LocalDate,
    decision: RequestDecision,
    /** The ground in law, such as UU 27/2022 Pasal 15 ayat (1) huruf c. */
    ground: DocumentRef,
    decidedBy: Maker,
  }),
).describe({
  number: 89,
  en: 'The request of a data subject is decided, with its ground in law.',
  id: 'Permintaan subjek data diputuskan, beserta dasar hukumnya.',
  basis: 'UU 27/2022 Pasal 8, 14, 15, 43, 44',
});

export const SubjectKeyDestroyed = event(
  'SubjectKeyDestroyed',
  z.strictObject({
    keyId: KeyId,
    basis: DestructionBasis,
    destroyedBy: Maker,
  }),
).describe({
  number: 90,
  en: 'The key of a subject is destroyed: his or her personal data can no longer be read, and the log stays whole.',
  id: 'Kunci subjek dimusnahkan: data pribadinya tidak dapat dibaca lagi, dan catatan tetap utuh.',
  basis: 'UU 27/2022 Pasal 43-44; UU 43/2009 (JRA)',
});
