import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Minutes } from '../../values/amounts.js';
import { CompetencyCode } from '../../values/competency.js';
import { EncryptedText } from '../../values/encrypted-text.js';
import { MentorshipId, ProgramId, SessionId, SubjectId, TopicCode } from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

/** Mentoring is NKL02, coaching NKL01, on-the-job guidance NKL11 of Peraturan LAN 10/2018. */
export const MentorshipKind = z.enum(['mentoring', 'coaching', 'onTheJob']);
export type MentorshipKind = z.output<typeof MentorshipKind>;

export const MentorshipProposed = event(
  'MentorshipProposed',
  z.strictObject({
    mentorId: SubjectId,
    menteeId: SubjectId,
    kind: MentorshipKind,
    competencies: z.array(CompetencyCode).min(1),
    goals: z.array(z.strictObject({ goalId: z.string().min(1).max(60), topicCode: TopicCode })).min(1),
    period: Period,
    /** The programme to which it belongs, if any. */
    programId: ProgramId.exactOptional(),
    /** The mentorship that it replaces, which ended because the mentor changed. */
    supersedes: MentorshipId.exactOptional(),
    proposedBy: Maker,
  }),
).describe({
  number: 42,
  en: 'A mentorship between two people is proposed.',
  id: 'Pendampingan antara dua orang diusulkan.',
  basis: 'Peraturan LAN 10/2018 (NKL01, NKL02, NKL11)',
});

export const MentorshipApproved = event(
  'MentorshipApproved',
  z.strictObject({ mentorId: SubjectId, menteeId: SubjectId, approvedBy: Maker }),
).describe({
  number: 43,
  en: 'A proposed mentorship is approved.',
  id: 'Pendampingan yang diusulkan disetujui.',
  basis: 'Peraturan LAN 10/2018 (NKL01, NKL02, NKL11)',
});

export const MentoringSessionRecorded = event(
  'MentoringSessionRecorded',
  z.strictObject({
    mentorId: SubjectId,
    menteeId: SubjectId,
    sessionId: SessionId,
    date: LocalDate,
    minutes: Minutes,
    topicCodes: z.array(TopicCode).min(1),
    /** Progress on goals in per cent. */
    goalProgress: z.array(z.strictObject({ goalId: z.string().min(1).max(60), percent: z.int().min(0).max(100) })),
    nextAction: EncryptedText.exactOptional(),
    recordedBy: Maker,
  }),
)
  .describe({
    number: 44,
    en: 'A mentoring session is recorded by one of the two.',
    id: 'Satu sesi pendampingan dicatat oleh salah satu pihak.',
    basis: 'Peraturan LAN 10/2018 (NKL01, NKL02, NKL11)',
  })
  .correctable(({ sessionId }) => sessionId);

export const MentoringSessionConfirmed = event(
  'MentoringSessionConfirmed',
  z.strictObject({
    mentorId: SubjectId,
    menteeId: SubjectId,
    sessionId: SessionId,
    date: LocalDate,
    agreed: z.boolean(),
    confirmedBy: Maker,
  }),
)
  .describe({
    number: 45,
    en: 'The other party agrees with the record of a session, or disputes it.',
    id: 'Pihak lain menyetujui catatan sesi, atau membantahnya.',
    basis: 'Peraturan LAN 10/2018 (NKL01, NKL02, NKL11)',
  })
  .correctable(({ sessionId }) => sessionId);

export const MentorshipOutcome = z.enum(['goalsMet', 'partly', 'stopped', 'mentorChanged']);
export type MentorshipOutcome = z.output<typeof MentorshipOutcome>;

export const MentorshipEnded = event(
  'MentorshipEnded',
  z.strictObject({
    mentorId: SubjectId,
    menteeId: SubjectId,
    outcome: MentorshipOutcome,
    reason: reasonFrom(['periodOver', 'goalsMet', 'transfer', 'noTime', 'mismatch', 'separated']),
    endedBy: Maker,
  }),
).describe({
  number: 46,
  en: 'A mentorship ends.',
  id: 'Pendampingan berakhir.',
  basis: 'Peraturan LAN 10/2018 (NKL01, NKL02, NKL11)',
});
