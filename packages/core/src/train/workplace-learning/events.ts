import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Jp, Minutes } from '../../values/amounts.js';
import { DocumentRef, NeedId, PartnerId, ProgramId, Sha256, SubjectId, UnitId } from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

/** The forms in which one learns at a workplace: secondment, benchmarking, exchange, on-the-job guidance, internship. */
export const WorkplaceForm = z.enum(['NKL05', 'NKL07', 'NKL08', 'NKL11', 'NKL12']);
export type WorkplaceForm = z.output<typeof WorkplaceForm>;

/** Where one learns: another unit of the agency, or a partner under an operative agreement (R16). */
export const WorkplaceHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: UnitId }),
  z.strictObject({ kind: z.literal('partner'), partnerId: PartnerId }),
]);
export type WorkplaceHost = z.output<typeof WorkplaceHost>;

export const WorkplaceLearningAssigned = event(
  'WorkplaceLearningAssigned',
  z.strictObject({
    employeeId: SubjectId,
    /** The unit that sends the person; found by the library. */
    unitId: UnitId.exactOptional(),
    form: WorkplaceForm,
    host: WorkplaceHost,
    /** Who guides the person there: of the agency, or an outsider under an opaque id. */
    hostMentorId: SubjectId,
    period: Period,
    objectives: z.array(z.string().min(1).max(300)).min(1),
    international: z.boolean(),
    programId: ProgramId.exactOptional(),
    needId: NeedId.exactOptional(),
    /** JP hundredths that the activity is worth by the table of the day; what PPPK are assigned counts against their ceiling (R18). */
    jp: Jp,
    /** Written assignment by the PyB; a PPPK needs one (Peraturan LAN 15/2020). */
    assignmentLetterRef: DocumentRef.exactOptional(),
    /** True where a PPPK goes above the ceiling of the contract year and the policy only warns. */
    aboveCeiling: z.boolean(),
    assignedBy: Maker,
  }),
).describe({
  number: 37,
  en: 'A civil servant is assigned to learn at a workplace: an internship, a secondment, a benchmarking.',
  id: 'Seorang ASN ditugaskan belajar di tempat kerja: magang, detasering, atau patok banding.',
  basis: 'Peraturan LAN 10/2018 (NKL05, NKL07, NKL08, NKL11, NKL12)',
});

export const WorkplaceLearningCompleted = event(
  'WorkplaceLearningCompleted',
  z.strictObject({
    employeeId: SubjectId,
    programId: ProgramId.exactOptional(),
    form: WorkplaceForm,
    international: z.boolean(),
    outcome: z.enum(['completed', 'stopped']),
    /** Why it was stopped. */
    reason: reasonFrom(['recalled', 'illFit', 'hostWithdrew', 'separated']).exactOptional(),
    /** The last day of the activity. */
    on: LocalDate,
    /** The meetings with the host mentor, for forms that are counted by the meeting (NKL11). */
    meetings: z.array(z.strictObject({ date: LocalDate, minutes: Minutes })).exactOptional(),
    /** The report of the person; needed for completion. */
    reportHash: Sha256.exactOptional(),
    lessons: z.array(z.string().min(1).max(300)),
    /** The letter in which the host confirms; needed for completion. */
    hostConfirmation: DocumentRef.exactOptional(),
    completedBy: Maker,
  }),
)
  .describe({
    number: 38,
    en: 'Learning at a workplace is completed, with report and confirmation of the host, or stopped.',
    id: 'Pembelajaran di tempat kerja selesai, dengan laporan dan konfirmasi tuan rumah, atau dihentikan.',
    basis: 'Peraturan LAN 10/2018',
  })
  .correctable(({ employeeId }) => employeeId);
