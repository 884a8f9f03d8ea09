import type { RecordedEvent } from '../event/envelope.js';
import type { EventCatalog } from '../event/event-catalog.js';
import type { EventStore } from '../store/event-store.js';

/** What can be folded from a stream. */
export interface Foldable<S> {
  readonly catalog: EventCatalog;
  initialState(): S;
  evolve(state: S, event: never): S;
  streamOf(id: string): string;
}

/** A stream as it was read. */
export interface StateRead<S> {
  readonly state: S;
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
  readonly events: readonly RecordedEvent[];
}

/** Reads and folds one stream. */
export async function readState<S>(store: EventStore, foldable: Foldable<S>, stream: string): Promise<StateRead<S>> {
  let state = foldable.initialState();
  let revision = -1;
  const events: RecordedEvent[] = [];
  for await (const stored of store.read(stream)) {
    const event = foldable.catalog.decode(stored);
    state = foldable.evolve(state, event as never);
    revision = event.revision;
    events.push(event);
  }
  return { state, revision, events };
}
