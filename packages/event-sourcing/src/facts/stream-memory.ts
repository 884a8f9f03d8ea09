import type { EventStore } from '../store/event-store.js';

/** What was read of streams, for those that were asked for last. */
export interface StreamMemory<V> {
  of(store: EventStore, reading: object, stream: string): V | undefined;
  remember(store: EventStore, reading: object, stream: string, value: V): void;
}

/** @param size how many streams of one kind are remembered for a store */
export function streamMemory<V>(size: number): StreamMemory<V> {
  const stores = new WeakMap<EventStore, WeakMap<object, Map<string, V>>>();
  return {
    of: (store, reading, stream) => stores.get(store)?.get(reading)?.get(stream),
    remember(store, reading, stream, value) {
      const ofStore = stores.get(store) ?? new WeakMap<object, Map<string, V>>();
      stores.set(store, ofStore);
      const known = ofStore.get(reading) ?? new Map<string, V>();
      ofStore.set(reading, known);
      // Set anew, so that the order of the map is that of the last use.
      known.delete(stream);
      known.set(stream, value);
      if (known.size <= size) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
  };
}
