// #region asking
import type { EventStore } from '@pembinaan/event-sourcing';
import { agencyReadModels, decisionTrace, unservedNeeds } from '@pembinaan/program-effectiveness';

export async function answers(store: EventStore) {
  const unserved = await unservedNeeds.ask(store, '2026-06-30');
  // What was known on that day, before anything was corrected.
  const known = await decisionTrace.ask(store, '2026-06-30', { recorded: '2026-06-30T16:59:59.999Z' });
  // Any of them, by name.
  const late = agencyReadModels.find(({ name }) => name === 'OpenReports')?.ask(store, '2026-06-30');
  return { unserved, known, late: await late };
}
// #endregion asking
