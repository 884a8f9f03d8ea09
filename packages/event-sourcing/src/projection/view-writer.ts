import { isEventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Instant } from '../instant.js';
import { assertPlainJson } from '../json.js';
import type { EventStore } from '../store/event-store.js';
import { foldEvent, type KeyedEvent, keyedEvent, projectionStopped } from './fold.js';
import type { Projection } from './projection.js';
import type { Checkpoint, Generation, ParkedEvent, ViewChange } from './view-target.js';

/** What to do with an event that a projection cannot take: stop, or try again so many times and then set it aside. */
export type PoisonPolicy = 'stop' | { readonly retries: number; readonly pauseMs: number };

/** Writes pages of events into one generation, and never lets its checkpoint overtake an event that was not handled or parked. */
export interface ViewWriter {
  readonly generation: Generation;
  /** Everything up to here was seen; at or after the stored checkpoint. */
  position(): string | undefined;
  handled(): number;
  /** When the store took the last event that was folded here. */
  lastRecordedAt(): Instant | undefined;
  parkedCount(): number;
  /**
   * Folds and commits a page; events at or before {@link position} are passed over.
   * @throws EventSourcingError `projection-stopped` under the policy `stop`, when everything before the event is committed.
   */
  write(page: readonly RecordedEvent[], policy: PoisonPolicy): Promise<void>;
  /** Notes that nothing for this projection lies up to that position. */
  see(position: string): void;
  /** Stores a checkpoint that was only seen so far. */
  flush(): Promise<void>;
  /** Tries parked events again, in order; those that work leave the list. */
  replayParked(store: EventStore): Promise<{ readonly replayed: number; readonly left: number }>;
}

export interface ViewWriterOptions extends DecodeOptions {
  readonly now: () => Instant;
}

/** Opens a generation for writing, from its stored checkpoint on. */
export async function viewWriter<Row>(
  projection: Projection<Row>,
  generation: Generation,
  options: ViewWriterOptions,
): Promise<ViewWriter> {
  let stored: Checkpoint = await generation.checkpoint();
  let seen = stored.position;
  let lastRecordedAt: Instant | undefined;
  const parked = new Map((await generation.parked()).map((event) => [event.position, event]));
  let blocked = keysOf(parked.values());

  async function commit(change: Pick<ViewChange, 'checkpoint'> & Partial<ViewChange>): Promise<void> {
    await generation.commit({
      rows: new Map(),
      removed: [],
      parked: [],
      unparked: [],
      after: stored.position,
      ...change,
    });
    stored = change.checkpoint;
    seen = later(seen, stored.position);
    for (const event of change.parked ?? []) parked.set(event.position, event);
    for (const position of change.unparked ?? []) parked.delete(position);
    blocked = keysOf(parked.values());
  }

  /** Folds the page without storing anything: a failure leaves no trace. */
  async function attempt(page: readonly RecordedEvent[]): Promise<Attempt> {
    const waiting = new Set(blocked);
    const behind: ParkedEvent[] = [];
    const ready: KeyedEvent[] = [];
    const touched = new Set<string>();
    for (const event of page) {
      let keyed: KeyedEvent;
      try {
        keyed = keyedEvent(projection, event, options);
      } catch (error) {
        return { failure: { index: page.indexOf(event), reason: 'unreadable', keys: [], error } };
      }
      if (keyed.keys.some((key) => waiting.has(key))) {
        behind.push(
          parkedEvent(event, keyed.keys, 'behind', 'It waits for an earlier parked event of the same row.', options),
        );
        for (const key of keyed.keys) waiting.add(key);
      } else {
        ready.push(keyed);
        for (const key of keyed.keys) touched.add(key);
      }
    }

    const rows = new Map((await generation.load([...touched])) as ReadonlyMap<string, Row>);
    for (const keyed of ready) {
      try {
        foldEvent(projection, keyed, rows);
      } catch (error) {
        const index = page.findIndex((event) => event.position === keyed.event.position);
        return { failure: { index, reason: 'failed', keys: keyed.keys, error } };
      }
    }
    const spoiled = spoiledRow(rows);
    if (spoiled !== undefined) {
      const [only] = ready;
      // With several events it is not known which one spoiled the row: the caller tries fewer.
      if (page.length > 1 || only === undefined) return { failure: { index: undefined } };
      const error = projectionStopped(projection, only.event, spoiled);
      return { failure: { index: 0, reason: 'failed', keys: only.keys, error } };
    }
    return { rows, removed: [...touched].filter((key) => !rows.has(key)), behind, folded: ready.length };
  }

  /** Folds as many events of the page as go, commits them, and tells which one did not. */
  async function foldPrefix(page: readonly RecordedEvent[]): Promise<{ taken: number; failure: Failure | undefined }> {
    let count = page.length;
    let failure: Failure | undefined;
    while (count > 0) {
      const result = await attempt(page.slice(0, count));
      if ('rows' in result) {
        const last = page[count - 1];
        await commit({
          checkpoint: { position: last?.position ?? stored.position, handled: stored.handled + result.folded },
          rows: result.rows,
          removed: result.removed,
          parked: result.behind,
        });
        lastRecordedAt = last?.recordedAt ?? lastRecordedAt;
        break;
      }
      if (result.failure.index === undefined) {
        failure = undefined;
        count = Math.floor(count / 2);
      } else {
        failure = result.failure;
        count = result.failure.index;
      }
    }
    return { taken: count, failure };
  }

  return {
    generation,
    position: () => seen,
    handled: () => stored.handled,
    lastRecordedAt: () => lastRecordedAt,
    parkedCount: () => parked.size,

    async write(page, policy) {
      let rest = page.filter((event) => seen === undefined || event.position > seen);
      while (rest.length > 0) {
        const { taken, failure } = await foldPrefix(rest);
        rest = rest.slice(taken);
        const [poison] = rest;
        if (failure === undefined || poison === undefined) continue;
        if (policy === 'stop') throw failure.error;

        let last: Failure | undefined = failure;
        for (let retry = 0; retry < policy.retries && last !== undefined; retry++) {
          await pause(policy.pauseMs * 2 ** retry);
          last = (await foldPrefix([poison])).failure;
        }
        if (last !== undefined) {
          await commit({
            checkpoint: { position: poison.position, handled: stored.handled },
            parked: [parkedEvent(poison, last.keys, last.reason, messageOf(last.error), options)],
          });
        }
        rest = rest.slice(1);
      }
    },

    see(position) {
      seen = later(seen, position);
    },

    async flush() {
      if (seen !== stored.position) await commit({ checkpoint: { position: seen, handled: stored.handled } });
    },

    async replayParked(store) {
      const before = parked.size;
      const failedKeys = new Set<string>();
      const changed: ParkedEvent[] = [];
      for (const entry of [...parked.values()].sort((a, b) => (a.position < b.position ? -1 : 1))) {
        let keys = entry.keys;
        const event = await eventAt(store, entry);
        if (event === undefined) {
          for (const key of keys) failedKeys.add(key);
          continue;
        }
        let reason: ParkedEvent['reason'] = 'unreadable';
        try {
          const keyed = keyedEvent(projection, event, options);
          keys = keyed.keys;
          reason = 'failed';
          if (!keys.some((key) => failedKeys.has(key))) {
            const rows = new Map((await generation.load(keys)) as ReadonlyMap<string, Row>);
            foldEvent(projection, keyed, rows);
            const spoiled = spoiledRow(rows);
            if (spoiled !== undefined) throw projectionStopped(projection, event, spoiled);
            await commit({
              checkpoint: { position: stored.position, handled: stored.handled + 1 },
              rows,
              removed: keys.filter((key) => !rows.has(key)),
              unparked: [entry.position],
            });
            continue;
          }
        } catch (error) {
          if (!isEventSourcingError(error, 'projection-stopped')) throw error;
          changed.push({ ...entry, keys, reason, message: messageOf(error) });
        }
        for (const key of keys) failedKeys.add(key);
      }
      if (changed.length > 0) await commit({ checkpoint: stored, parked: changed });
      return { replayed: before - parked.size, left: parked.size };
    },
  };
}

/** Why a page could not be folded as a whole, and at which of its events. */
interface Failure {
  readonly index: number;
  readonly reason: 'failed' | 'unreadable';
  readonly keys: readonly string[];
  readonly error: unknown;
}

type Attempt =
  | { readonly failure: Failure | { readonly index: undefined } }
  | {
      readonly rows: ReadonlyMap<string, unknown>;
      readonly removed: readonly string[];
      readonly behind: readonly ParkedEvent[];
      readonly folded: number;
    };

/** What is wrong with the first row that is not plain JSON. */
function spoiledRow(rows: ReadonlyMap<string, unknown>): unknown {
  for (const [key, row] of rows) {
    try {
      assertPlainJson(row, `row '${key}'`);
    } catch (error) {
      return error;
    }
  }
  return undefined;
}

function parkedEvent(
  event: RecordedEvent,
  keys: readonly string[],
  reason: ParkedEvent['reason'],
  message: string,
  { now }: ViewWriterOptions,
): ParkedEvent {
  const { position, stream, revision, id, type } = event;
  return { position, stream, revision, eventId: id, type, keys, reason, message, parkedAt: now() };
}

async function eventAt(store: EventStore, { stream, revision }: ParkedEvent): Promise<RecordedEvent | undefined> {
  for await (const event of store.read(stream, { from: revision, to: revision })) return event;
  return undefined;
}

function keysOf(parked: Iterable<ParkedEvent>): Set<string> {
  const keys = new Set<string>();
  for (const event of parked) for (const key of event.keys) keys.add(key);
  return keys;
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other > one ? other : one;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
