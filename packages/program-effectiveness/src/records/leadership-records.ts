import { LeadershipInvolvementRecorded } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';

export interface InvolvementRow {
  readonly involvementId: string;
  readonly leaderId: string;
  readonly role: string;
  readonly programId: string | null;
  readonly unitId: string | null;
  readonly date: string;
  readonly topics: readonly string[];
}

/** What leaders did for development, keyed by stream and involvement; one that was recorded anew replaces the earlier one. */
export const leadershipRecords = projection({
  name: 'leadership-records',
  version: 1,
  events: [LeadershipInvolvementRecorded],
  initial: (): InvolvementRow => ({
    involvementId: '',
    leaderId: '',
    role: '',
    programId: null,
    unitId: null,
    date: '',
    topics: [],
  }),
  key: (event) => `${event.stream}/${event.data.involvementId}`,
  on: {
    LeadershipInvolvementRecorded: (_, { data }) => ({
      involvementId: data.involvementId,
      leaderId: data.leaderId,
      role: data.role,
      programId: data.programId ?? null,
      unitId: data.unitId ?? null,
      date: data.date,
      topics: [...data.topicCodes],
    }),
  },
});
