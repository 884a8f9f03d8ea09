import type { EventStore } from '../store/event-store.js';
import type { Foldable } from './read-state.js';
import { streamMemory } from './stream-memory.js';

/** The state of a stream up to a revision. */
export interface KnownState<S> {
  readonly state: S;
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
}

const memory = streamMemory<KnownState<unknown>>(256);

/**
 * The state of a stream, read on from where it was last read for a fact: events never change and a fold changes no state, so that what
 * was folded once stays true. A policy or an authority, which every decision asks for, is then folded once and not once a decision.
 */
export async function knownState<S>(store: EventStore, foldable: Foldable<S>, stream: string): Promise<KnownState<S>> {
  const before = memory.of(store, foldable, stream) as KnownState<S> | undefined;
  let state = before?.state ?? foldable.initialState();
  let revision = before?.revision ?? -1;
  for await (const stored of store.read(stream, before === undefined ? {} : { from: revision + 1 })) {
    const event = foldable.catalog.decode(stored);
    state = foldable.evolve(state, event as never);
    revision = event.revision;
  }
  const read = { state, revision };
  memory.remember(store, foldable, stream, read);
  return read;
}
