import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Jp, Rupiah } from '../../values/amounts.js';
import { CompetencyCode } from '../../values/competency.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { EncryptedText } from '../../values/encrypted-text.js';
import { DocumentRef, NeedsCycleId, ProgramId, SubjectId, UnitId } from '../../values/ids.js';
import { Year } from '../../values/local-date.js';
import { Priority } from '../competency-profile/events.js';

/** Where a need comes from, and the reference to it (a gap, a report, a forum, a decree). */
export const NeedOrigin = z.strictObject({
  kind: z.enum(['gap', 'performance', 'complaint', 'forum', 'strategic', 'policy']),
  ref: DocumentRef.exactOptional(),
});

export const NeedTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('employee'), employeeId: SubjectId }),
  z.strictObject({ kind: z.literal('unit'), unitId: UnitId }),
  z.strictObject({ kind: z.literal('institution') }),
]);

export const DevelopmentNeedProposed = event(
  'DevelopmentNeedProposed',
  z.strictObject({
    year: Year,
    /** The needs cycle in which it is proposed, where there is one. */
    cycleId: NeedsCycleId.exactOptional(),
    origin: NeedOrigin,
    target: NeedTarget,
    competency: CompetencyCode,
    form: DevelopmentForm,
    jp: Jp,
    estimatedCost: Rupiah,
    expectedServiceEffect: z.string().min(1).max(500).exactOptional(),
    proposedBy: Maker,
  }),
).describe({
  number: 5,
  en: 'A development need is proposed, with the origin from which it stems.',
  id: 'Suatu kebutuhan pengembangan diusulkan, dengan asal-usulnya.',
  basis: 'Peraturan LAN 10/2018; AKPK',
});

export const DevelopmentNeedVerified = event(
  'DevelopmentNeedVerified',
  z.strictObject({
    checklist: z.array(z.strictObject({ item: z.string().min(1).max(100), met: z.boolean() })).min(1),
    verifiedBy: Maker,
  }),
).describe({
  number: 6,
  en: 'A development need is verified: it is complete.',
  id: 'Suatu kebutuhan pengembangan diverifikasi: berkasnya lengkap.',
  basis: 'AKPK step 3',
});

export const DevelopmentNeedDeclined = event(
  'DevelopmentNeedDeclined',
  z.strictObject({
    kind: z.enum(['returned', 'rejected']),
    reason: reasonFrom(['incomplete', 'notRelevant', 'duplicate', 'noBudget']),
    note: EncryptedText.exactOptional(),
    declinedBy: Maker,
  }),
).describe({
  number: 7,
  en: 'A development need is returned for repair, or rejected, with a reason.',
  id: 'Suatu kebutuhan pengembangan dikembalikan untuk diperbaiki, atau ditolak, dengan alasan.',
  basis: 'AKPK; a plan of a person is approved, returned or refused',
});

export const DevelopmentNeedValidated = event(
  'DevelopmentNeedValidated',
  z.strictObject({ priority: Priority, validatedBy: Maker }),
).describe({
  number: 8,
  en: 'A development need is validated: it is true and relevant.',
  id: 'Suatu kebutuhan pengembangan divalidasi: benar dan relevan.',
  basis: 'AKPK step 4',
});

export const DevelopmentNeedLeftUnserved = event(
  'DevelopmentNeedLeftUnserved',
  z.strictObject({
    /** The programme that was to serve the need, and was cancelled. */
    programId: ProgramId,
    flaggedBy: Maker,
  }),
).describe({
  en: 'The programme that was to serve a validated need was cancelled; the need stands and waits for another.',
  id: 'Program yang seharusnya memenuhi kebutuhan tervalidasi dibatalkan; kebutuhan itu tetap ada dan menunggu program lain.',
  basis: 'Practice of Binjai (B13); auditor question 6',
});
