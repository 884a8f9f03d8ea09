import { stream } from '@pembinaan/event-sourcing';
import type { InvolvementId, SubjectId } from '../../values/ids.js';
import type { LocalDate, Year } from '../../values/local-date.js';
import { type LeaderRole, LeadershipInvolvementRecorded } from './events.js';

export interface Involvement {
  readonly involvementId: InvolvementId;
  readonly role: LeaderRole;
  readonly date: LocalDate;
}

export interface Leadership {
  /** One an involvement id; recorded again as a correction, it replaces the earlier one here. */
  readonly involvements: readonly Involvement[];
}

/** The id of the stream that holds the involvements of a leader in a year. */
export function leadershipId(leaderId: SubjectId, year: Year): string {
  return `${leaderId}-${year}`;
}

export const leadershipState = stream('leadership', {
  events: [LeadershipInvolvementRecorded],
  initial: (): Leadership => ({ involvements: [] }),
}).evolve({
  LeadershipInvolvementRecorded: ({ involvements }, { data: { involvementId, role, date } }) => ({
    involvements: [
      ...involvements.filter((known) => known.involvementId !== involvementId),
      { involvementId, role, date },
    ],
  }),
});
