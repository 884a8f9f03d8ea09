// #region keeping
import { competencyHistoryProjections, keptCompetencyHistory } from '@pembinaan/competency-history';
import { type EventStore, projectors, type ViewTarget } from '@pembinaan/event-sourcing';

export async function keep(store: EventStore, target: ViewTarget) {
  // `run` files what is new and returns; `start` follows the store.
  await projectors(store, competencyHistoryProjections, { target }).run();
  return keptCompetencyHistory(target);
}
// #endregion keeping
