import { EventSourcingError } from '../errors.js';
import type { Instant } from '../instant.js';

/** How far a generation has come. */
export interface Checkpoint {
  /** Everything up to here was handled or parked; undefined before the first event. */
  readonly position: string | undefined;
  /** How many events were folded into it. */
  readonly handled: number;
}

/**
 * An event that was set aside because a projection could not take it.
 *
 * - `failed`: the handler threw, or made a row that is not plain JSON;
 * - `unreadable`: it could not be decoded, or its keys could not be told;
 * - `behind`: it concerns a row that waits for an earlier parked event.
 */
export interface ParkedEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly keys: readonly string[];
  readonly reason: 'failed' | 'unreadable' | 'behind';
  readonly message: string;
  readonly parkedAt: Instant;
}

/** What one page of events comes to; stored in one step, or not at all. */
export interface ViewChange {
  /** The checkpoint on which the change builds. */
  readonly after: string | undefined;
  readonly checkpoint: Checkpoint;
  /** Rows that are new or changed: plain JSON. */
  readonly rows: ReadonlyMap<string, unknown>;
  /** Keys whose rows go, if there are any. */
  readonly removed: readonly string[];
  /** Events that are set aside; one at a position that is parked already takes its place. */
  readonly parked: readonly ParkedEvent[];
  /** Positions of parked events that leave the list. */
  readonly unparked: readonly string[];
}

/** The rows of one projection, built by one version of it. */
export interface Generation {
  readonly projection: string;
  readonly version: number;
  checkpoint(): Promise<Checkpoint>;
  /** The rows of those keys, as copies; a key without a row is absent. */
  load(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** All rows, as copies, page by page. */
  rows(): AsyncIterable<readonly (readonly [key: string, row: unknown])[]>;
  /** Events that were set aside, by position. */
  parked(): Promise<readonly ParkedEvent[]>;
  /**
   * Stores a change in one step: rows, checkpoint and parked events together.
   * @throws EventSourcingError `version-conflict` when the checkpoint is not `change.after`, or another generation took the place
   *   of this one: another projector moved the view.
   */
  commit(change: ViewChange): Promise<void>;
}

/**
 * Where the rows of projections live: generations beside each other, one of which is served, so that a rebuild leaves readers no gap.
 *
 * One projector writes a projection at a time; any number may read.
 */
export interface ViewTarget {
  /** The generation that readers are served from; undefined before the first {@link activate}. */
  active(projection: string): Promise<Generation | undefined>;
  /** An empty generation beside the active one. Generations that are not served, left by an earlier rebuild, go now. */
  begin(projection: string, version: number): Promise<Generation>;
  /** Serves that generation from now on. The one before it stays readable for those who hold it until the next {@link begin}. */
  activate(generation: Generation): Promise<void>;
  /** Drops a generation that is not served. */
  discard(generation: Generation): Promise<void>;
}

/** The failure of a commit on a view that somebody else moved; for those who write a {@link ViewTarget}. */
export function viewMoved(generation: Generation, change: ViewChange, actual: string | undefined): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `The view '${generation.projection}' was moved or replaced by another projector (at ${actual ?? 'its beginning'}, expected ${change.after ?? 'its beginning'}); nothing was written.`,
    {
      todo: 'Let one projector write a projection at a time, then start it again: it goes on from the stored checkpoint.',
    },
  );
}

/** Keeps views in memory, as JSON text: what comes out is always a copy. */
export function memoryTarget(): ViewTarget {
  const active = new Map<string, Generation>();
  const replaced = new WeakSet<Generation>();
  return {
    active: async (projection) => active.get(projection),
    begin: async (projection, version) => memoryGeneration(projection, version, replaced),
    activate: async (generation) => {
      const before = active.get(generation.projection);
      if (before !== undefined && before !== generation) replaced.add(before);
      active.set(generation.projection, generation);
    },
    discard: async (generation) => {
      replaced.add(generation);
    },
  };
}

function memoryGeneration(projection: string, version: number, replaced: WeakSet<Generation>): Generation {
  const rows = new Map<string, string>();
  const parked = new Map<string, ParkedEvent>();
  let checkpoint: Checkpoint = { position: undefined, handled: 0 };

  const generation: Generation = {
    projection,
    version,
    checkpoint: async () => checkpoint,
    async load(keys) {
      const found = new Map<string, unknown>();
      for (const key of keys) {
        const text = rows.get(key);
        if (text !== undefined) found.set(key, JSON.parse(text));
      }
      return found;
    },
    async *rows() {
      // The entries of one moment: a commit between two pages is not seen.
      const entries = [...rows];
      for (let start = 0; start < entries.length; start += PAGE) {
        yield entries.slice(start, start + PAGE).map(([key, text]) => [key, JSON.parse(text)] as const);
      }
    },
    parked: async () => [...parked.values()].sort((a, b) => (a.position < b.position ? -1 : 1)),
    async commit(change) {
      if (checkpoint.position !== change.after || replaced.has(generation))
        throw viewMoved(generation, change, checkpoint.position);
      const texts = [...change.rows].map(([key, row]) => [key, JSON.stringify(row)] as const);
      for (const [key, text] of texts) rows.set(key, text);
      for (const key of change.removed) rows.delete(key);
      for (const event of change.parked) parked.set(event.position, event);
      for (const position of change.unparked) parked.delete(position);
      checkpoint = change.checkpoint;
    },
  };
  return generation;
}

const PAGE = 1000;
