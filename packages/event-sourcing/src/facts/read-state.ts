import type { RecordedEvent } from '../event/envelope.js';
import type { EventCatalog } from '../event/event-catalog.js';
import type { EventStore } from '../store/event-store.js';
import { streamMemory } from './stream-memory.js';

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

const memory = streamMemory<StateRead<unknown>>(256);
/** Streams that are longer than this are read anew each time: they would fill the memory. */
const LONGEST = 200;

/**
 * Reads and folds one stream, on from where it was last read: several commands in a row concern the same stream, and events never
 * change.
 */
export async function readState<S>(store: EventStore, foldable: Foldable<S>, stream: string): Promise<StateRead<S>> {
  const before = memory.of(store, foldable, stream) as StateRead<S> | undefined;
  let state = before?.state ?? foldable.initialState();
  let revision = before?.revision ?? -1;
  const events = [...(before?.events ?? [])];
  for await (const stored of store.read(stream, before === undefined ? {} : { from: revision + 1 })) {
    const event = foldable.catalog.decode(stored);
    state = foldable.evolve(state, event as never);
    revision = event.revision;
    events.push(event);
  }
  const read = { state, revision, events };
  if (revision >= 0 && events.length <= LONGEST) memory.remember(store, foldable, stream, read);
  return read;
}
