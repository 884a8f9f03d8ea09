import {
  type LocalDate,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  type MentorshipKind,
  MentorshipProposed,
  type Period,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface MentorshipSession {
  readonly date: LocalDate;
  readonly minutes: number;
  /** Who recorded it; the other of the two confirms. */
  readonly recordedBy: string;
  readonly status: 'recorded' | 'confirmed' | 'disputed';
}

export interface MentorshipRecord {
  /** What was proposed; null while only later events are known. */
  proposal: {
    readonly mentorId: string;
    readonly menteeId: string;
    readonly kind: MentorshipKind;
    readonly period: Period;
  } | null;
  status: 'proposed' | 'approved' | 'ended';
  /** By session. */
  sessions: Record<string, MentorshipSession>;
}

/** A mentorship whose two people are known. */
export type Mentorship = NonNullable<MentorshipRecord['proposal']> & {
  readonly mentorshipId: string;
  readonly status: MentorshipRecord['status'];
  readonly sessions: readonly MentorshipSession[];
};

/** Each mentorship with its sessions, keyed by mentorship id. */
export const mentorshipRecords = projection({
  name: 'mentorship-records',
  version: 1,
  events: [
    MentorshipProposed,
    MentorshipApproved,
    MentoringSessionRecorded,
    MentoringSessionConfirmed,
    MentorshipEnded,
  ],
  initial: (): MentorshipRecord => ({ proposal: null, status: 'proposed', sessions: {} }),
  key: (event) => idOf(event.stream),
  on: {
    MentorshipProposed: (record, { data }) => {
      const { mentorId, menteeId, kind, period } = data;
      record.proposal = { mentorId, menteeId, kind, period: { ...period } };
      return record;
    },
    MentorshipApproved: (record) => {
      record.status = 'approved';
      return record;
    },
    MentoringSessionRecorded: (record, { data }) => {
      const { sessionId, date, minutes, recordedBy } = data;
      record.sessions[sessionId] = { date, minutes, recordedBy: recordedBy.subjectId, status: 'recorded' };
      return record;
    },
    MentoringSessionConfirmed: (record, { data }) => {
      const session = record.sessions[data.sessionId];
      if (session !== undefined) {
        record.sessions[data.sessionId] = { ...session, status: data.agreed ? 'confirmed' : 'disputed' };
      }
      return record;
    },
    MentorshipEnded: (record) => {
      record.status = 'ended';
      return record;
    },
  },
});

/** The mentorships that were proposed, in the order of their ids. */
export function mentorshipsIn(rows: ReadonlyMap<string, MentorshipRecord>): readonly Mentorship[] {
  return [...rows]
    .flatMap(([mentorshipId, { proposal, status, sessions }]) =>
      proposal === null ? [] : [{ ...proposal, mentorshipId, status, sessions: Object.values(sessions) }],
    )
    .sort((a, b) => (a.mentorshipId < b.mentorshipId ? -1 : 1));
}

/** Tells whether a mentorship takes a place on a day: not ended, and its period not over (as R27 counts the load of a mentor). */
export function isOpen({ status, period }: Mentorship, on: LocalDate): boolean {
  return status !== 'ended' && on <= period.to;
}
