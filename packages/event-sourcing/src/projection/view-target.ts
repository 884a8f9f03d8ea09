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

/** What some events come to in one generation; stored in one step, or not at all. */
export interface ViewChange {
  readonly generation: Generation;
  /** The position of the checkpoint on which the change builds. */
  readonly after: string | undefined;
  /** How many events that checkpoint counts, where parked events may have been replayed at the same position; not checked when absent. */
  readonly afterHandled?: number;
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
  /** Tells it from every other generation that the target has or had. */
  readonly id: string;
  readonly projection: string;
  readonly version: number;
  checkpoint(): Promise<Checkpoint>;
  /** The rows of those keys, as copies; a key without a row is absent. */
  load(keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /**
   * The rows whose keys begin with that text, as copies and as of one moment, in the order of their keys (that of their code points); of
   * several texts, text by text. All rows for the empty text, none for one that is not well-formed. It costs what it finds, not what there
   * is: an index tells the keys.
   */
  startingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** All rows, as copies, page by page. */
  rows(): AsyncIterable<readonly (readonly [key: string, row: unknown])[]>;
  /** Events that were set aside, by position. */
  parked(): Promise<readonly ParkedEvent[]>;
}

/**
 * Where the rows of projections live: generations beside each other, one of which is served, so that a rebuild leaves readers no gap.
 *
 * One projector writes a projection at a time; any number may read.
 */
export interface ViewTarget {
  /** The generation that readers are served from; undefined before the first {@link activate}. */
  active(projection: string): Promise<Generation | undefined>;
  /**
   * The generation that was begun last and neither served nor dropped since, so that a build that was interrupted goes on from its
   * checkpoint; undefined when there is none.
   */
  building(projection: string): Promise<Generation | undefined>;
  /** An empty generation beside the active one. Generations that are not served, left by an earlier rebuild, go now. */
  begin(projection: string, version: number): Promise<Generation>;
  /** Serves that generation from now on. The one before it stays readable for those who hold it until the next {@link begin}. */
  activate(generation: Generation): Promise<void>;
  /** Drops a generation that is not served. */
  discard(generation: Generation): Promise<void>;
  /**
   * Stores changes of several generations in one step: rows, checkpoints and parked events of all of them, or nothing.
   * @throws EventSourcingError `version-conflict` when the checkpoint of one is not its `after`, or another generation took its place:
   *   another projector moved the view.
   */
  commit(changes: readonly ViewChange[]): Promise<void>;
}

/** Whether a change builds on that checkpoint; for those who write a {@link ViewTarget}. */
export function buildsOn({ after, afterHandled }: ViewChange, checkpoint: Checkpoint): boolean {
  return checkpoint.position === after && (afterHandled === undefined || afterHandled === checkpoint.handled);
}

/** The failure of a commit on a view that somebody else moved; for those who write a {@link ViewTarget}. */
export function viewMoved({ generation, after }: ViewChange, actual: string | undefined): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `The view '${generation.projection}' was moved or replaced by another projector (at ${actual ?? 'its beginning'}, expected ${after ?? 'its beginning'}); nothing was written.`,
    {
      place: { projection: generation.projection },
      todo: 'Let one projector write a projection at a time, then start it again: it goes on from the stored checkpoint.',
    },
  );
}
