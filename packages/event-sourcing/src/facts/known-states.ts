import type { EventStore } from '../store/event-store.js';
import type { Foldable } from './read-state.js';

/** The state of a stream up to a revision. */
export interface KnownState<S> {
  readonly state: S;
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
}

/** How many streams of one kind are remembered for a store: those that decisions asked for last. */
const REMEMBERED = 256;

const stores = new WeakMap<EventStore, WeakMap<object, Map<string, KnownState<unknown>>>>();

/**
 * The state of a stream, read on from where it was last read for a fact: events never change and a fold changes no state, so that what
 * was folded once stays true. A policy or an authority, which every decision asks for, is then folded once and not once a decision.
 */
export async function knownState<S>(store: EventStore, foldable: Foldable<S>, stream: string): Promise<KnownState<S>> {
  const known = statesOf(store, foldable);
  const before = known.get(stream) as KnownState<S> | undefined;
  let state = before?.state ?? foldable.initialState();
  let revision = before?.revision ?? -1;
  for await (const stored of store.read(stream, before === undefined ? {} : { from: revision + 1 })) {
    const event = foldable.catalog.decode(stored);
    state = foldable.evolve(state, event as never);
    revision = event.revision;
  }
  const read = { state, revision };
  // Set anew, so that the order of the map is that of the last use.
  known.delete(stream);
  known.set(stream, read);
  if (known.size > REMEMBERED) {
    for (const oldest of known.keys()) {
      known.delete(oldest);
      break;
    }
  }
  return read;
}

function statesOf(store: EventStore, foldable: object): Map<string, KnownState<unknown>> {
  const ofStore = stores.get(store) ?? new WeakMap<object, Map<string, KnownState<unknown>>>();
  stores.set(store, ofStore);
  const known = ofStore.get(foldable) ?? new Map<string, KnownState<unknown>>();
  ofStore.set(foldable, known);
  return known;
}
