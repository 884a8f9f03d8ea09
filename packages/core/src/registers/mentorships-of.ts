import { idOf, projection } from '@pembinaan/event-sourcing';
import { MentorshipEnded, MentorshipProposed } from '../mentor/mentorship/events.js';
import type { Period } from '../values/local-date.js';

/** A mentorship in which a person is mentor or mentee. */
export interface MentorshipEntry {
  readonly mentorshipId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly competencies: readonly string[];
  readonly period: Period;
  readonly ended: boolean;
}

/** The mentorships of a person, on either side: for the load of a mentor and for reciprocal pairs (R27). */
export const mentorshipsOf = projection({
  name: 'mentorships-of',
  version: 1,
  events: [MentorshipProposed, MentorshipEnded],
  initial: (): { entries: MentorshipEntry[] } => ({ entries: [] }),
  key: (event) => [event.data.mentorId, event.data.menteeId],
  on: {
    MentorshipProposed: (row, { stream, data }) => {
      row.entries.push({
        mentorshipId: idOf(stream),
        mentorId: data.mentorId,
        menteeId: data.menteeId,
        competencies: [...data.competencies],
        period: data.period,
        ended: false,
      });
      return row;
    },
    MentorshipEnded: (row, { stream }) => {
      const mentorshipId = idOf(stream);
      row.entries = row.entries.map((entry) =>
        entry.mentorshipId === mentorshipId ? { ...entry, ended: true } : entry,
      );
      return row;
    },
  },
});
