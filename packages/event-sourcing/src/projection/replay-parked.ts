import type { RecordedEvent } from '../event/envelope.js';
import type { EventStore } from '../store/event-store.js';
import type { ParkedEvent, ViewTarget } from './view-target.js';
import type { ViewWriter } from './view-writer.js';

/** What trying parked events again came to. */
export interface Replayed {
  /** How many left the list. */
  readonly replayed: number;
  readonly left: number;
}

/**
 * Tries parked events again, in order; each that works is stored and leaves the list. One whose row waits for an earlier one that
 * failed again stays behind it.
 */
export async function replayParked(store: EventStore, target: ViewTarget, writer: ViewWriter): Promise<Replayed> {
  const parking = writer.parking();
  const before = parking.count();
  const failedKeys = new Set<string>();
  for (const entry of parking.all()) {
    const keys = entry.keys.some((key) => failedKeys.has(key)) ? entry.keys : await keysLeft(entry);
    for (const key of keys) failedKeys.add(key);
  }
  const change = await writer.change('stop');
  if (change !== undefined) {
    await target.commit([change]);
    writer.stored(change, Number.POSITIVE_INFINITY);
  }
  return { replayed: before - parking.count(), left: parking.count() };

  /** The rows that go on waiting; none when the event could be taken. */
  async function keysLeft(entry: ParkedEvent): Promise<readonly string[]> {
    const event = await eventOf(store, entry);
    if (event === undefined) return entry.keys;
    const tried = await writer.retry(event, failedKeys);
    if ('left' in tried) return tried.left;
    await target.commit([tried.change]);
    writer.stored(tried.change, Number.POSITIVE_INFINITY);
    return [];
  }
}

async function eventOf(store: EventStore, { stream, revision }: ParkedEvent): Promise<RecordedEvent | undefined> {
  for await (const event of store.read(stream, { from: revision, to: revision })) return event;
  return undefined;
}
