import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { BasisPoints, Jp, Minutes, Rupiah, Score } from '../../values/amounts.js';
import { DevelopmentForm } from '../../values/development-form.js';
import {
  BudgetId,
  CommitmentId,
  DocumentRef,
  EvaluationId,
  NeedId,
  PartnerId,
  ProgramId,
  SessionId,
  SubjectId,
  UnitId,
} from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

export const BatchSession = z.strictObject({ sessionId: SessionId, date: LocalDate, minutes: Minutes });

export const BatchScheduled = event(
  'BatchScheduled',
  z.strictObject({
    programId: ProgramId,
    /** Taken over from the programme as it is on that day, so that a batch can be read by itself. */
    form: DevelopmentForm,
    jp: Jp,
    passMark: Score,
    maxAttempts: z.int().positive(),
    period: Period,
    sessions: z.array(BatchSession).min(1),
    capacity: z.int().positive(),
    venue: z.string().min(1).max(200),
    partnerId: PartnerId.exactOptional(),
    budget: z.strictObject({ budgetId: BudgetId, commitmentId: CommitmentId }).exactOptional(),
    evaluationId: EvaluationId,
    scheduledBy: Maker,
  }),
).describe({
  number: 25,
  en: 'A batch of an approved programme is scheduled.',
  id: 'Satu angkatan dari program yang disetujui dijadwalkan.',
  basis: 'Peraturan LAN 10/2018 (implementation)',
});

export const ResourcePersonAssigned = event(
  'ResourcePersonAssigned',
  z.strictObject({
    programId: ProgramId,
    subjectId: SubjectId,
    origin: z.enum(['internal', 'agency', 'university', 'ngo', 'private']),
    /** The partner that sends the person, under an operative agreement (R16); absent where the person comes in his own name. */
    partnerId: PartnerId.exactOptional(),
    sessionIds: z.array(SessionId).min(1),
    assignedBy: Maker,
  }),
).describe({
  number: 26,
  en: 'A resource person is assigned to sessions of a batch.',
  id: 'Narasumber ditugaskan untuk sesi-sesi suatu angkatan.',
  basis: 'Peraturan LAN 10/2018; practices of Lhokseumawe (L4), Muaratebo (M5) and Sleman (S3)',
});

export const ParticipantNominated = event(
  'ParticipantNominated',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    unitId: UnitId.exactOptional(),
    needId: NeedId.exactOptional(),
    /** The days of the batch; taken over from it. */
    period: Period,
    nominatedBy: Maker,
  }),
).describe({
  number: 27,
  en: 'A civil servant is nominated for a batch.',
  id: 'Seorang ASN dicalonkan untuk suatu angkatan.',
  basis: 'Peraturan LAN 10/2018 (implementation)',
});

export const NominationConfirmed = event(
  'NominationConfirmed',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    form: DevelopmentForm,
    jp: Jp,
    period: Period,
    /** Written assignment by the PyB; a PPPK needs one (Peraturan LAN 15/2020). */
    assignmentLetterRef: DocumentRef.exactOptional(),
    /** True where a PPPK goes above the ceiling of the contract year and the policy only warns. */
    aboveCeiling: z.boolean(),
    confirmedBy: Maker,
  }),
).describe({
  number: 28,
  en: 'A nomination is confirmed: the person takes part.',
  id: 'Pencalonan dikonfirmasi: yang bersangkutan mengikuti angkatan.',
  basis: 'Peraturan LAN 15/2020 (written assignment of a PPPK)',
});

export const NominationDeclined = event(
  'NominationDeclined',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    unitId: UnitId.exactOptional(),
    by: z.enum(['self', 'superior', 'bkpsdm']),
    reason: reasonFrom(['workload', 'noCareerEffect', 'oldWayOk', 'distance', 'healthUndisclosed', 'separated']),
    declinedBy: Maker,
  }),
).describe({
  number: 29,
  en: 'A nomination is declined, with a reason code.',
  id: 'Pencalonan ditolak, dengan kode alasan.',
  basis: 'Practices of Tebingtinggi (T11), Lhokseumawe (L12) and Binjai (B14)',
});

export const AttendanceRecorded = event(
  'AttendanceRecorded',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    sessionId: SessionId,
    present: z.boolean(),
    minutes: z.int().min(0),
    method: z.enum(['qr', 'sheet']),
    recordedBy: Maker,
  }),
)
  .describe({
    number: 30,
    en: 'The attendance of a participant in one session is recorded.',
    id: 'Kehadiran peserta pada satu sesi dicatat.',
    basis: 'Peraturan LAN 10/2018 (implementation)',
  })
  .correctable(({ employeeId, sessionId }) => `${employeeId}/${sessionId}`);

export const LearningResultRecorded = event(
  'LearningResultRecorded',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    kind: z.enum(['pre', 'post', 'paper']),
    attempt: z.int().positive(),
    score: Score,
    examinedBy: Maker,
  }),
)
  .describe({
    number: 31,
    en: 'The score of a participant in a test before or after, or for a paper, is recorded.',
    id: 'Nilai peserta pada tes awal, tes akhir, atau makalah dicatat.',
    basis: 'Evaluasi pascapelatihan LAN, level 2',
  })
  .correctable(({ employeeId, kind, attempt }) => `${employeeId}/${kind}/${attempt}`);

export const ParticipantOutcomeDecided = event(
  'ParticipantOutcomeDecided',
  z.strictObject({
    programId: ProgramId,
    employeeId: SubjectId,
    outcome: z.enum(['completed', 'notCompleted', 'withdrawn']),
    reason: reasonFrom(['absent', 'belowPassMark', 'withdrew', 'reassigned', 'separated']).exactOptional(),
    attendanceShare: BasisPoints,
    bestScore: Score.exactOptional(),
    decidedBy: Maker,
  }),
)
  .describe({
    number: 32,
    en: 'It is decided whether a participant completed the batch.',
    id: 'Diputuskan apakah peserta menyelesaikan angkatan.',
    basis: 'Peraturan LAN 10/2018; practice of Binjai (B14)',
  })
  .correctable(({ employeeId }) => employeeId);

export const BatchCounts = z.strictObject({
  nominated: z.int().min(0),
  declined: z.int().min(0),
  confirmed: z.int().min(0),
  attended: z.int().min(0),
  completed: z.int().min(0),
});
export type BatchCounts = z.output<typeof BatchCounts>;

export const BatchCompleted = event(
  'BatchCompleted',
  z.strictObject({
    programId: ProgramId,
    /** Counted by the library from the events of the batch. */
    counts: BatchCounts,
    realisedCost: Rupiah,
    completedBy: Maker,
  }),
).describe({
  number: 33,
  en: 'A batch is completed: every participant has an outcome.',
  id: 'Angkatan selesai: setiap peserta telah memiliki hasil akhir.',
  basis: 'Peraturan LAN 10/2018 (implementation)',
});

export const BatchCancelled = event(
  'BatchCancelled',
  z.strictObject({
    programId: ProgramId,
    reason: reasonFrom(['budget', 'quorum', 'speaker', 'disaster', 'review', 'programCancelled']),
    /** Who was nominated or took part, with an outcome or without, and now loses the batch; found by the library. */
    participants: z.array(SubjectId),
    cancelledBy: Maker,
  }),
).describe({
  number: 34,
  en: 'A batch is cancelled.',
  id: 'Angkatan dibatalkan.',
  basis: 'Practice of Binjai (B13)',
});
