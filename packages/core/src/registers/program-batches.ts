import { idOf, projection } from '@pembinaan/event-sourcing';
import { BatchCancelled, BatchCompleted, BatchScheduled } from '../train/batch/events.js';
import type { LocalDate, Period } from '../values/local-date.js';

export interface BatchEntry {
  readonly batchId: string;
  /** The evaluation under which it was scheduled. */
  readonly evaluationId: string;
  readonly status: 'scheduled' | 'completed' | 'cancelled';
  readonly firstSession: LocalDate;
  readonly period: Period;
}

/** The batches of a programme: for its open batches (R26, cancellation) and its first session (R21, R32). */
export const programBatches = projection({
  name: 'program-batches',
  version: 1,
  events: [BatchScheduled, BatchCompleted, BatchCancelled],
  initial: (): { batches: BatchEntry[] } => ({ batches: [] }),
  key: (event) => event.data.programId,
  on: {
    BatchScheduled: (row, { stream, data }) => {
      const firstSession = data.sessions.reduce(
        (first, session) => (session.date < first ? session.date : first),
        data.period.to,
      );
      const { evaluationId, period } = data;
      row.batches.push({ batchId: idOf(stream), evaluationId, status: 'scheduled', firstSession, period });
      return row;
    },
    BatchCompleted: (row, { stream }) => settle(row, idOf(stream), 'completed'),
    BatchCancelled: (row, { stream }) => settle(row, idOf(stream), 'cancelled'),
  },
});

function settle(row: { batches: BatchEntry[] }, batchId: string, status: BatchEntry['status']) {
  row.batches = row.batches.map((batch) => (batch.batchId === batchId ? { ...batch, status } : batch));
  return row;
}
