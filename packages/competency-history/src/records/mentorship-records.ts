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
import { idOf } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';

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

/** The mentorships in which a person takes part, as mentor or as mentee. */
export interface MentorshipsRecord {
  /** By mentorship. */
  mentorships: Record<string, MentorshipRecord>;
}

/** The mentorships of each person with their sessions: those of a pair stand in the record of both. */
export const mentorshipRecords = peopleRecord({
  name: 'mentorships',
  reads: { categories: ['mentorship'] },
  events: [
    MentorshipProposed,
    MentorshipApproved,
    MentoringSessionRecorded,
    MentoringSessionConfirmed,
    MentorshipEnded,
  ],
  initial: (): MentorshipsRecord => ({ mentorships: {} }),
  on: {
    MentorshipProposed: (record, { data }, { stream }) => {
      const { mentorId, menteeId, kind, period } = data;
      mentorshipIn(record, stream).proposal = { mentorId, menteeId, kind, period: { ...period } };
      return record;
    },
    MentorshipApproved: (record, _, { stream }) => {
      mentorshipIn(record, stream).status = 'approved';
      return record;
    },
    MentoringSessionRecorded: (record, { data }, { stream }) => {
      const { sessionId, date, minutes, recordedBy } = data;
      mentorshipIn(record, stream).sessions[sessionId] = {
        date,
        minutes,
        recordedBy: recordedBy.subjectId,
        status: 'recorded',
      };
      return record;
    },
    MentoringSessionConfirmed: (record, { data }, { stream }) => {
      const { sessions } = mentorshipIn(record, stream);
      const session = sessions[data.sessionId];
      if (session !== undefined) {
        sessions[data.sessionId] = { ...session, status: data.agreed ? 'confirmed' : 'disputed' };
      }
      return record;
    },
    MentorshipEnded: (record, _, { stream }) => {
      mentorshipIn(record, stream).status = 'ended';
      return record;
    },
  },
});

function mentorshipIn({ mentorships }: MentorshipsRecord, stream: string): MentorshipRecord {
  const mentorshipId = idOf(stream);
  mentorships[mentorshipId] ??= { proposal: null, status: 'proposed', sessions: {} };
  return mentorships[mentorshipId];
}

/** The mentorships of a person that were proposed, in the order of their ids. */
export function mentorshipsOf(record: MentorshipsRecord | undefined): readonly Mentorship[] {
  return Object.entries(record?.mentorships ?? {})
    .flatMap(([mentorshipId, { proposal, status, sessions }]) =>
      proposal === null ? [] : [{ ...proposal, mentorshipId, status, sessions: Object.values(sessions) }],
    )
    .sort((a, b) => (a.mentorshipId < b.mentorshipId ? -1 : 1));
}

/** The mentorships in which the person is the mentor, in the order of their ids. */
export function mentoredBy(employeeId: string, record: MentorshipsRecord | undefined): readonly Mentorship[] {
  return mentorshipsOf(record).filter(({ mentorId }) => mentorId === employeeId);
}

/** Tells whether a mentorship takes a place on a day: not ended, and its period not over (as R27 counts the load of a mentor). */
export function isOpen({ status, period }: Mentorship, on: LocalDate): boolean {
  return status !== 'ended' && on <= period.to;
}
