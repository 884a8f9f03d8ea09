import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Jp } from '../../values/amounts.js';
import { DevelopmentForm } from '../../values/development-form.js';
import { BatchId, ProgramId, Sha256, SubjectId } from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

export const CertificateIssued = event(
  'CertificateIssued',
  z.strictObject({
    employeeId: SubjectId,
    programId: ProgramId,
    batchId: BatchId,
    number: z.string().min(1).max(100),
    /** The institution that issues it. */
    issuer: z.string().min(1).max(200),
    form: DevelopmentForm,
    jp: Jp,
    period: Period,
    documentHash: Sha256,
    validUntil: LocalDate.exactOptional(),
    issuedBy: Maker,
  }),
).describe({
  number: 35,
  en: 'A certificate is issued for a completed outcome.',
  id: 'Sertifikat diterbitkan untuk hasil akhir yang selesai.',
  basis: 'SIASN kursus/save',
});

export const CertificateRevoked = event(
  'CertificateRevoked',
  z.strictObject({
    employeeId: SubjectId,
    programId: ProgramId,
    batchId: BatchId,
    reason: reasonFrom(['issuedInError', 'outcomeCorrected', 'forgedEvidence']),
    revokedBy: Maker,
  }),
).describe({
  number: 36,
  en: 'A certificate is revoked, with a reason; its number stays used.',
  id: 'Sertifikat dicabut, dengan alasan; nomornya tetap terpakai.',
  basis: 'SIASN kursus/save; Open Badges 3.0 (a revocation is a status, not a deletion)',
});
