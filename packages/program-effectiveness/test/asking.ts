// #region asking
import type { EventStore } from '@pembinaan/event-sourcing';
import {
  agencyReadModels,
  decisionTrace,
  programEffectiveness,
  recommendations,
  unservedNeeds,
} from '@pembinaan/program-effectiveness';

export async function answers(store: EventStore) {
  const effectiveness = await programEffectiveness(store);
  // What was so on 30 June, as is known today.
  const june = effectiveness.asOf({ effective: '2026-06-30' });
  const program = await june.program('antrean');
  const advised = (await june.ask(recommendations, { limit: 20 })).lines;
  // What was known on the evening of 30 June, before anything was recorded late or corrected.
  const then = effectiveness.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });
  const advisedThen = (await then.evaluation('antrean'))?.advice.kind;

  // Of the agency: the day decides what is due, the rest which events are read.
  const unserved = await unservedNeeds.ask(store, '2026-06-30');
  const known = await decisionTrace.ask(store, '2026-06-30', { recorded: '2026-06-30T16:59:59.999Z' });
  // Any of them, by name.
  const late = await agencyReadModels.find(({ name }) => name === 'OpenReports')?.ask(store, '2026-06-30');
  return { program, advised, advisedThen, unserved, known, late };
}
// #endregion asking
