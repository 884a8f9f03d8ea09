import { ParticipantReactionRecorded } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';

export interface ReactionRow {
  readonly batchId: string;
  programId: string | null;
  /** Participants who answered. */
  n: number;
  /** Sums of the answers, 1 poor to 4 very good. */
  speaker: number;
  material: number;
  organiser: number;
  facility: number;
}

/** How participants found a batch (level 1): sums, and not who answered what; keyed by batch. */
export const reactionRecords = projection({
  name: 'reaction-records',
  version: 1,
  events: [ParticipantReactionRecorded],
  initial: (batchId): ReactionRow => ({
    batchId,
    programId: null,
    n: 0,
    speaker: 0,
    material: 0,
    organiser: 0,
    facility: 0,
  }),
  key: (event) => event.data.batchId,
  on: {
    ParticipantReactionRecorded: (row, { data: { programId, scores } }) => {
      row.programId = programId;
      row.n++;
      row.speaker += scores.speaker;
      row.material += scores.material;
      row.organiser += scores.organiser;
      row.facility += scores.facility;
      return row;
    },
  },
});
