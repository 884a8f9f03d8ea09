import type { EventStore } from '@pembinaan/event-sourcing';
import type { Append } from './desk.js';

/**
 * Writes the appends into a store, in their order, many at a time where the store can group them: an append waits for those before it on
 * its own stream, and for no other.
 * @returns how many events were written
 */
export async function fill(store: EventStore, appends: Iterable<Append>, together = 64): Promise<number> {
  let events = 0;
  let running: Promise<unknown>[] = [];
  let streams = new Set<string>();
  const settle = async (): Promise<void> => {
    await Promise.all(running);
    running = [];
    streams = new Set();
  };
  for (const append of appends) {
    if (running.length >= together || streams.has(append.stream)) await settle();
    streams.add(append.stream);
    running.push(store.append(append.stream, append.events, append.expected));
    events += append.events.length;
  }
  await settle();
  return events;
}
