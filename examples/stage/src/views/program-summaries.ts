import { type EventStore, replayAll } from '@pembinaan/event-sourcing';
import { type ProgramSummary, planItems, programRecords, programSummary } from '@pembinaan/program-effectiveness';

/** The programmes of a store that were designed, in the order of their ids. */
export async function programSummaries(store: EventStore): Promise<readonly ProgramSummary[]> {
  const [records, plans] = await replayAll(store, [programRecords, planItems]);
  return [...records.rows.values()]
    .filter(({ status }) => status !== 'none')
    .map((record) => programSummary(record, plans.rows))
    .sort((a, b) => (a.programId < b.programId ? -1 : 1));
}
