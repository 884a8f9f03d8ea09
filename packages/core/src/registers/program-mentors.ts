import { projection } from '@pembinaan/event-sourcing';
import { MentorshipProposed } from '../mentor/mentorship/events.js';

/** Who is or was a mentor within a programme: none of them evaluates it (R17). */
export const programMentors = projection({
  name: 'program-mentors',
  version: 1,
  events: [MentorshipProposed],
  initial: (): { mentorIds: string[] } => ({ mentorIds: [] }),
  key: (event) => event.data.programId,
  on: {
    MentorshipProposed: (row, { data }) => {
      if (!row.mentorIds.includes(data.mentorId)) row.mentorIds.push(data.mentorId);
      return row;
    },
  },
});
