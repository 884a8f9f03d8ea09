import { type Consequence, idOf, process } from '@pembinaan/event-sourcing';
import { EndMentorship } from '../mentor/mentorship/commands.js';
import { EmployeeSeparated } from '../people/employee/events.js';
import { mentorshipsOf } from '../registers/mentorships-of.js';
import { type AgendaEntry, participantAgenda } from '../registers/participant-agenda.js';
import { DecideParticipantOutcome, DeclineNomination } from '../train/batch/commands.js';
import { CompleteWorkplaceLearning } from '../train/workplace-learning/commands.js';
import { SubjectId } from '../values/ids.js';
import type { LocalDate } from '../values/local-date.js';

const reason = { code: 'separated' } as const;

/**
 * Whoever leaves the agency leaves nothing open: nominations are declined, places in batches and stays at a workplace that reach beyond
 * the last day are given up, mentorships on either side end. Send the separation when it takes place: what is open ends at once.
 */
export const separation = process({ name: 'separation', events: [EmployeeSeparated] })
  .facts({
    EmployeeSeparated: ({ stream }) => ({
      agenda: participantAgenda.at(idOf(stream)),
      mentorships: mentorshipsOf.at(idOf(stream)),
    }),
  })
  .react({
    EmployeeSeparated: ({ stream, data: { on } }, { agenda, mentorships }) => {
      const employeeId = SubjectId.parse(idOf(stream));
      return [
        ...agenda.entries.flatMap((entry) => closing(entry, employeeId, on)),
        ...mentorships.entries
          .filter(({ ended }) => !ended)
          .map(({ mentorshipId }) => ({ id: mentorshipId, command: EndMentorship({ outcome: 'stopped', reason }) })),
      ];
    },
  });

/** What closes an open entry of the agenda; nothing for what was over before the person left. */
function closing(
  { kind, id, status, period }: AgendaEntry,
  employeeId: SubjectId,
  on: LocalDate,
): readonly Consequence[] {
  const about = employeeId;
  if (status === 'nominated') {
    return [{ id, about, command: DeclineNomination({ employeeId, by: 'bkpsdm', reason }) }];
  }
  if (period.to < on) return [];
  if (status === 'confirmed') {
    return [{ id, about, command: DecideParticipantOutcome({ employeeId, outcome: 'withdrawn', reason }) }];
  }
  if (kind === 'workplace' && status === 'assigned') {
    return [{ id, about, command: CompleteWorkplaceLearning({ outcome: 'stopped', reason, on, lessons: [] }) }];
  }
  return [];
}
