// #region asking
import { afterTraining, digitalCompetence, gapMap } from '@pembinaan/competency-history';
import type { EventStore } from '@pembinaan/event-sourcing';

export async function answers(store: EventStore) {
  const gaps = await gapMap.ask(store, '2026-06-30');
  // What was known on that day, before anything was corrected.
  const known = await gapMap.ask(store, '2026-06-30', { recorded: '2026-06-30T16:59:59.999Z' });
  // Two ask for more than a day.
  const digital = await digitalCompetence.ask(store, { on: '2026-06-30', competencies: ['T-TIK-01'] });
  const mine = await afterTraining.ask(store, { on: '2026-06-30', employeeId: 'subject-7' });
  return { gaps, known, digital, mine };
}
// #endregion asking
