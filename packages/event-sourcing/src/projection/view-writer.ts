import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Instant } from '../instant.js';
import { assertPlainJson } from '../json.js';
import type { EventStore } from '../store/event-store.js';
import { type Parking, type PoisonPolicy, parking } from './parking.js';
import type { Projection } from './projection.js';
import { projectionFailure } from './projection-failure.js';
import { type ReadEvent, readOne } from './read-events.js';
import { type RowCache, rowCache } from './row-cache.js';
import { beginningOfAppend } from './same-append.js';
import { pause } from './turns.js';
import type { Checkpoint, Generation, ViewChange } from './view-target.js';

/**
 * Folds events into the rows of one generation, and says what is to be stored; the checkpoint never overtakes an event that was neither
 * folded nor parked.
 *
 * Rows are changed in place and kept between two commits. An event that cannot be taken leaves its rows half changed: then everything
 * since the checkpoint is forgotten and folded again from the log, up to that event.
 */
export interface ViewWriter {
  readonly projection: Projection<unknown>;
  readonly generation: Generation;
  /** Everything up to here was folded or parked. */
  position(): string | undefined;
  /** The same, as far as it is stored, or nothing was there to be stored. */
  settled(): string | undefined;
  /** The stored checkpoint. */
  storedAt(): string | undefined;
  /** How many events are in the stored rows. */
  handled(): number;
  /** When the store took the last event that was folded here. */
  lastRecordedAt(): Instant | undefined;
  parking(): Parking;
  /** About how many characters the rows that are held have as JSON. */
  weight(): number;
  /**
   * Folds events of one page; those at or before {@link position} are passed over.
   * @throws PoisonFound under the policy `stop`, with the rows as they were before the append of the event.
   */
  fold(events: readonly ReadEvent[], policy: PoisonPolicy): Promise<void>;
  /** Notes that nothing for this projection lies up to that position. */
  see(position: string): void;
  /**
   * What is to be stored; undefined when nothing is. Finds rows that are not plain JSON, and the events that made them so.
   * @throws PoisonFound as {@link fold} does.
   */
  change(policy: PoisonPolicy): Promise<ViewChange | undefined>;
  /** Notes that the change was stored; rows are let go beyond that weight. */
  stored(change: ViewChange, weightLimit: number): void;
  /** Whether nobody else moved the generation since. */
  isCurrent(): Promise<boolean>;
  /**
   * Tries a parked event again, when nothing else waits to be stored: the change that takes it off the list, or, when it fails again or
   * concerns a row that waits, the keys of the rows that go on waiting.
   */
  retry(
    event: RecordedEvent,
    waiting: ReadonlySet<string>,
  ): Promise<{ readonly change: ViewChange } | { readonly left: readonly string[] }>;
}

/** That an event cannot be taken, under the policy `stop`. */
export class PoisonFound extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}

export interface ViewWriterOptions extends DecodeOptions {
  readonly now: () => Instant;
}

/** Opens a generation for writing, from its stored checkpoint on. */
export async function viewWriter(
  store: EventStore,
  projection: Projection<unknown>,
  generation: Generation,
  options: ViewWriterOptions,
): Promise<ViewWriter> {
  let checkpoint: Checkpoint = await generation.checkpoint();
  let seen = checkpoint.position;
  /** Events that were folded and not stored yet. */
  let folded = 0;
  let lastRecordedAt: Instant | undefined;
  const rows: RowCache = rowCache(generation, checkpoint.position === undefined);
  const aside = parking(await generation.parked(), options.now);

  const isPending = (): boolean => folded > 0 || rows.changed().size > 0 || aside.fresh().length > 0;

  /** Applies one event to its rows, which must be loaded; they may be half changed when it throws. */
  function apply({ event, keys }: ReadEvent, careful: boolean): void {
    for (const key of keys) {
      try {
        const before = rows.get(key);
        const after = projection.apply(before === undefined ? projection.initial(key) : before, event, key);
        rows.set(key, after === null ? undefined : after);
        if (careful && after !== null) assertPlainJson(after, `row '${key}'`);
      } catch (cause) {
        throw projectionFailure(projection, event, cause, key);
      }
    }
    folded++;
    lastRecordedAt = event.recordedAt;
  }

  async function foldAll(events: readonly ReadEvent[], policy: PoisonPolicy, careful: boolean): Promise<void> {
    await rows.load(keysOf(events));
    for (const one of events) {
      const { position } = one.event;
      if (seen !== undefined && position <= seen) continue;
      if (aside.holds(one.keys)) aside.behind(one);
      else if (!aside.has(position)) {
        const failure = one.unreadable ?? attempt(one, careful);
        if (failure !== undefined) {
          await poisoned(one, failure, policy);
          // Folding anew let rows go that were loaded for this page.
          await rows.load(keysOf(events));
        }
      }
      seen = position;
    }
  }

  function attempt(one: ReadEvent, careful: boolean): Error | undefined {
    try {
      apply(one, careful);
      return undefined;
    } catch (error) {
      return asError(error);
    }
  }

  /** Stops before the append of that event; or tries the event again, and parks it when that does not help. */
  async function poisoned(one: ReadEvent, failure: Error, policy: PoisonPolicy): Promise<void> {
    const { position } = one.event;
    if (policy === 'stop') {
      await foldAnew(await beginningOfAppend(store, one.event));
      throw new PoisonFound(failure);
    }
    if (one.unreadable === undefined) await foldAnew(position);
    let last: { readonly read: ReadEvent; readonly failure: Error } = { read: one, failure };
    for (let retry = 0; retry < policy.retries; retry++) {
      await pause(policy.pauseMs * 2 ** retry);
      const read = last.read.unreadable === undefined ? one : readOne(projection, one.event, options);
      await rows.load(read.keys);
      const before = structuredClone(read.keys.map((key) => [key, rows.get(key)] as const));
      const again = read.unreadable ?? attempt(read, true);
      if (again === undefined) return;
      for (const [key, row] of before) rows.set(key, row);
      last = { read, failure: again };
    }
    aside.park(last.read, last.failure);
  }

  /** Forgets what is not stored, and folds it again from the log, up to the event before that position. */
  async function foldAnew(before: string): Promise<void> {
    rows.clear();
    folded = 0;
    aside.keepFreshBefore(before);
    const end = seen !== undefined && seen < before ? seen : before;
    const from = checkpoint.position;
    seen = from;
    const pages = store.readAll({
      ...(from !== undefined && { after: from }),
      until: end,
      types: projection.catalog.types,
    });
    for await (const page of pages) {
      const events = page.filter(({ position }) => position < before && !aside.has(position));
      const read = events.map((event) => readOne(projection, event, options));
      await rows.load(keysOf(read));
      for (const one of read) {
        if (one.unreadable !== undefined) throw one.unreadable;
        apply(one, false);
        seen = one.event.position;
      }
    }
  }

  /** Finds the events that spoiled rows, by looking at the rows after every event since the checkpoint. */
  async function foldCarefully(policy: PoisonPolicy): Promise<void> {
    const end = seen;
    rows.clear();
    folded = 0;
    // Everything since the checkpoint is looked at again, also what was set aside meanwhile.
    aside.keepFreshBefore('');
    const from = checkpoint.position;
    seen = from;
    const pages = store.readAll({
      ...(from !== undefined && { after: from }),
      ...(end !== undefined && { until: end }),
      types: projection.catalog.types,
    });
    for await (const page of pages) {
      const events = page.filter(({ position }) => !aside.has(position));
      await foldAll(
        events.map((event) => readOne(projection, event, options)),
        policy,
        true,
      );
    }
    seen = end;
  }

  function changeNow(): ViewChange {
    const present = new Map<string, unknown>();
    const removed: string[] = [];
    for (const key of rows.changed()) {
      const row = rows.get(key);
      if (row === undefined) removed.push(key);
      else present.set(key, row);
    }
    return {
      generation,
      after: checkpoint.position,
      afterHandled: checkpoint.handled,
      checkpoint: { position: seen, handled: checkpoint.handled + folded },
      rows: present,
      removed,
      parked: aside.fresh(),
      unparked: [],
    };
  }

  return {
    projection,
    generation,
    position: () => seen,
    settled: () => (isPending() ? checkpoint.position : seen),
    storedAt: () => checkpoint.position,
    handled: () => checkpoint.handled,
    lastRecordedAt: () => lastRecordedAt,
    parking: () => aside,
    weight: () => rows.weight(),
    fold: (events, policy) => foldAll(events, policy, false),
    see(position) {
      if (seen === undefined || position > seen) seen = position;
    },

    async change(policy) {
      if (rows.spoiled() !== undefined) {
        await foldCarefully(policy);
        rows.spoiled();
      }
      return isPending() || seen !== checkpoint.position ? changeNow() : undefined;
    },

    stored(change, weightLimit) {
      checkpoint = change.checkpoint;
      folded = 0;
      rows.settle(weightLimit);
      aside.stored(change.unparked);
    },

    async isCurrent() {
      const { position, handled } = await generation.checkpoint();
      return position === checkpoint.position && handled === checkpoint.handled;
    },

    async retry(event, waiting) {
      const read = readOne(projection, event, options);
      if (read.keys.some((key) => waiting.has(key))) return { left: read.keys };
      await rows.load(read.keys);
      const failure = read.unreadable ?? attempt(read, true);
      if (failure === undefined) return { change: { ...changeNow(), unparked: [event.position] } };
      for (const key of read.keys) rows.forget(key);
      aside.again(read, failure);
      return { left: aside.keysOf(event.position) };
    },
  };
}

function* keysOf(events: readonly ReadEvent[]): Iterable<string> {
  for (const { keys } of events) yield* keys;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
