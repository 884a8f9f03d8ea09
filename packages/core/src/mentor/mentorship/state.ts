import { stream } from '@pembinaan/event-sourcing';
import type { PastAct } from '../../governance/rules/index.js';
import type { Maker } from '../../values/acts.js';
import type { CompetencyCode } from '../../values/competency.js';
import type { ProgramId, SessionId, SubjectId } from '../../values/ids.js';
import type { LocalDate, Period } from '../../values/local-date.js';
import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  type MentorshipKind,
  type MentorshipOutcome,
  MentorshipProposed,
} from './events.js';

export interface MentoringSession {
  readonly sessionId: SessionId;
  readonly date: LocalDate;
  readonly minutes: number;
  readonly recordedBy: Maker;
  readonly status: 'recorded' | 'confirmed' | 'disputed';
}

export type Mentorship =
  | { readonly status: 'none' }
  | {
      readonly status: 'proposed' | 'approved' | 'ended';
      readonly mentorId: SubjectId;
      readonly menteeId: SubjectId;
      readonly kind: MentorshipKind;
      readonly competencies: readonly CompetencyCode[];
      readonly goalIds: readonly string[];
      readonly period: Period;
      readonly programId: ProgramId | undefined;
      readonly sessions: readonly MentoringSession[];
      /** What came of it; undefined until it ends. */
      readonly outcome: MentorshipOutcome | undefined;
      readonly acts: readonly PastAct[];
    };

type Known = Exclude<Mentorship, { status: 'none' }>;

const change = (mentorship: Mentorship, next: (known: Known) => Partial<Known>): Mentorship =>
  mentorship.status === 'none' ? mentorship : { ...mentorship, ...next(mentorship) };

export const mentorshipState = stream('mentorship', {
  events: [
    MentorshipProposed,
    MentorshipApproved,
    MentoringSessionRecorded,
    MentoringSessionConfirmed,
    MentorshipEnded,
  ],
  initial: (): Mentorship => ({ status: 'none' }),
}).evolve({
  MentorshipProposed: (_, { data }) => ({
    status: 'proposed',
    mentorId: data.mentorId,
    menteeId: data.menteeId,
    kind: data.kind,
    competencies: data.competencies,
    goalIds: data.goals.map(({ goalId }) => goalId),
    period: data.period,
    programId: data.programId,
    sessions: [],
    outcome: undefined,
    acts: [{ act: 'proposed', maker: data.proposedBy }],
  }),
  MentorshipApproved: (mentorship) => change(mentorship, () => ({ status: 'approved' })),
  MentoringSessionRecorded: (mentorship, { data }) =>
    change(mentorship, ({ sessions }) => ({
      sessions: [
        ...sessions.filter((session) => session.sessionId !== data.sessionId),
        {
          sessionId: data.sessionId,
          date: data.date,
          minutes: data.minutes,
          recordedBy: data.recordedBy,
          status: 'recorded',
        },
      ],
    })),
  MentoringSessionConfirmed: (mentorship, { data }) =>
    change(mentorship, ({ sessions }) => ({
      sessions: sessions.map((session) =>
        session.sessionId === data.sessionId ? { ...session, status: data.agreed ? 'confirmed' : 'disputed' } : session,
      ),
    })),
  MentorshipEnded: (mentorship, { data }) => change(mentorship, () => ({ status: 'ended', outcome: data.outcome })),
});
