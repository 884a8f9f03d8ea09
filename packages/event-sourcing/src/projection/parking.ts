import type { Instant } from '../instant.js';
import type { ReadEvent } from './read-events.js';
import type { ParkedEvent } from './view-target.js';

/** What to do with an event that a projection cannot take: stop, or try again so many times and then set it aside. */
export type PoisonPolicy = 'stop' | { readonly retries: number; readonly pauseMs: number };

/** The events of one generation that were set aside, and the rows that wait for them. */
export interface Parking {
  count(): number;
  /** By position. */
  all(): readonly ParkedEvent[];
  /** Whether the event at that position is here. */
  has(position: string): boolean;
  /** Whether one of those rows waits for a parked event. */
  holds(keys: readonly string[]): boolean;
  /** The rows that the parked event at that position would change, as far as it is known. */
  keysOf(position: string): readonly string[];
  park(read: ReadEvent, failure: Error): void;
  /** Sets an event aside that concerns a row which waits. */
  behind(read: ReadEvent): void;
  /** Notes why a parked event could not be taken this time. */
  again(read: ReadEvent, failure: Error): void;
  /** Those that are not stored yet. */
  fresh(): readonly ParkedEvent[];
  /** Forgets those that are not stored yet and stand at that position or after it. */
  keepFreshBefore(position: string): void;
  /** Notes that what was fresh is stored, and that those left the list. */
  stored(unparked: readonly string[]): void;
}

const BEHIND = 'It waits for an earlier parked event of the same row.';

export function parking(stored: readonly ParkedEvent[], now: () => Instant): Parking {
  const parked = new Map(stored.map((event) => [event.position, event]));
  const fresh = new Set<string>();
  let held = heldBy(parked.values());

  const put = (read: ReadEvent, reason: ParkedEvent['reason'], message: string): void => {
    const { position, stream, revision, id, type } = read.event;
    const before = parked.get(position);
    const parkedAt = before?.parkedAt ?? now();
    const keys = read.keys.length > 0 ? read.keys : (before?.keys ?? []);
    parked.set(position, { position, stream, revision, eventId: id, type, keys, reason, message, parkedAt });
    fresh.add(position);
    for (const key of keys) held.add(key);
  };
  const putFailed = (read: ReadEvent, failure: Error): void =>
    put(read, read.unreadable === undefined ? 'failed' : 'unreadable', failure.message);

  return {
    count: () => parked.size,
    all: () => [...parked.values()].sort((one, other) => (one.position < other.position ? -1 : 1)),
    has: (position) => parked.size > 0 && parked.has(position),
    holds: (keys) => held.size > 0 && keys.some((key) => held.has(key)),
    keysOf: (position) => parked.get(position)?.keys ?? [],
    park: putFailed,
    behind: (read) => put(read, 'behind', BEHIND),
    again: putFailed,
    fresh: () => [...fresh].flatMap((position) => parked.get(position) ?? []),

    keepFreshBefore(position) {
      if (fresh.size === 0) return;
      for (const at of [...fresh]) {
        if (at < position) continue;
        fresh.delete(at);
        parked.delete(at);
      }
      held = heldBy(parked.values());
    },

    stored(unparked) {
      fresh.clear();
      for (const position of unparked) parked.delete(position);
      if (unparked.length > 0) held = heldBy(parked.values());
    },
  };
}

function heldBy(parked: Iterable<ParkedEvent>): Set<string> {
  const keys = new Set<string>();
  for (const event of parked) for (const key of event.keys) keys.add(key);
  return keys;
}
