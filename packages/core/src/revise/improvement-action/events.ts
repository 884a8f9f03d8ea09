import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import {
  EvaluationId,
  FindingId,
  ForumId,
  InputId,
  ProgramId,
  PublicReportId,
  Sha256,
  SubjectId,
  UnitId,
} from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** What is improved: a programme, or the service of a unit. */
export const ImprovementTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('program'), programId: ProgramId }),
  z.strictObject({ kind: z.literal('serviceUnit'), unitId: UnitId }),
]);
export type ImprovementTarget = z.output<typeof ImprovementTarget>;

/** Why it is improved: an input at a forum, a complaint, a finding of the auditors, an evaluation. */
export const ImprovementCause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('input'), forumId: ForumId, inputId: InputId }),
  z.strictObject({ kind: z.literal('complaint'), reportId: PublicReportId }),
  z.strictObject({ kind: z.literal('finding'), findingId: FindingId }),
  z.strictObject({ kind: z.literal('evaluation'), evaluationId: EvaluationId }),
]);
export type ImprovementCause = z.output<typeof ImprovementCause>;

export const ImprovementActionAssigned = event(
  'ImprovementActionAssigned',
  z.strictObject({
    target: ImprovementTarget,
    cause: ImprovementCause,
    /** What is to be done; names nobody. */
    task: z.string().min(1).max(300),
    ownerId: SubjectId,
    due: LocalDate,
    assignedBy: Maker,
  }),
).describe({
  number: 70,
  en: 'An action to improve a programme or a service is assigned, with its cause, its owner and a day.',
  id: 'Tindakan perbaikan atas program atau layanan ditugaskan, dengan sebab, penanggung jawab, dan tenggatnya.',
  basis: 'UU 25/2009; practice of Tebingtinggi (T7)',
});

export const ImprovementActionCompleted = event(
  'ImprovementActionCompleted',
  z.strictObject({
    target: ImprovementTarget,
    cause: ImprovementCause,
    evidenceHash: Sha256,
    verifiedBy: Maker,
  }),
).describe({
  number: 71,
  en: 'An improvement action is completed; somebody else than its owner verified the evidence.',
  id: 'Tindakan perbaikan selesai; buktinya diverifikasi oleh orang selain penanggung jawabnya.',
  basis: 'UU 25/2009; practice of Tebingtinggi (T7)',
});
