import { idOf, projection } from '@pembinaan/event-sourcing';
import { NominationConfirmed, NominationDeclined, ParticipantOutcomeDecided } from '../train/batch/events.js';
import type { Period } from '../values/local-date.js';

/** A batch in which a person takes part, or took part. */
export interface AgendaEntry {
  readonly batchId: string;
  readonly programId: string;
  readonly period: Period;
  /** JP hundredths. */
  readonly jp: number;
  readonly status: 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn' | 'declined';
}

/** The batches of a person over all programmes: for overlaps, repetition and the ceiling of a PPPK (R18). */
export const participantAgenda = projection({
  name: 'participant-agenda',
  version: 1,
  events: [NominationConfirmed, NominationDeclined, ParticipantOutcomeDecided],
  initial: (): { entries: AgendaEntry[] } => ({ entries: [] }),
  key: (event) => event.data.employeeId,
  on: {
    NominationConfirmed: (row, { stream, data }) => {
      const batchId = idOf(stream);
      row.entries = row.entries.filter((entry) => entry.batchId !== batchId);
      row.entries.push({ batchId, programId: data.programId, period: data.period, jp: data.jp, status: 'confirmed' });
      return row;
    },
    NominationDeclined: (row, { stream }) => settle(row, idOf(stream), 'declined'),
    ParticipantOutcomeDecided: (row, { stream, data }) => settle(row, idOf(stream), data.outcome),
  },
});

function settle(row: { entries: AgendaEntry[] }, batchId: string, status: AgendaEntry['status']) {
  row.entries = row.entries.map((entry) => (entry.batchId === batchId ? { ...entry, status } : entry));
  return row;
}
