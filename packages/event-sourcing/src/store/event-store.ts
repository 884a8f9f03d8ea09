import type { EventToAppend, FactRef, RecordedEvent } from '../event/envelope.js';
import type { Instant } from '../instant.js';

/** What the writer expects of the stream: always stated. A number is the revision of its last event. */
export type ExpectedRevision = 'none' | 'exists' | 'any' | number;

/** What an append came to. */
export interface Appended {
  readonly stream: string;
  /** Revision of the first event of the batch; the others follow without gaps. */
  readonly firstRevision: number;
  /** Revision of the last event of the batch. */
  readonly revision: number;
  /** Positions of the events, in their order. */
  readonly positions: readonly string[];
  readonly recordedAt: Instant;
  /** True when the same ids were stored before: nothing was written now, and this is the result of then. */
  readonly repeated: boolean;
}

/** That nothing of these types was stored after a position: what a decision relies on that rests on a view over many streams. */
export interface Quiet {
  /** Undefined: that there is no event of these types at all. */
  readonly after: string | undefined;
  readonly types: readonly string[];
}

export interface AppendOptions {
  /** Streams that must not have moved; checked inside the append where the store can (`capabilities.atomicFacts`), ignored elsewhere. */
  readonly facts?: readonly FactRef[];
  /** Types that must have been quiet since a position; checked as `facts` are. */
  readonly quiet?: readonly Quiet[];
}

export interface ReadOptions {
  /** First revision, inclusive. */
  readonly from?: number;
  /** Last revision, inclusive. */
  readonly to?: number;
  readonly backwards?: boolean;
  readonly limit?: number;
}

export interface ReadAllOptions {
  /** Position after which to start. */
  readonly after?: string;
  /** Last position, inclusive. */
  readonly until?: string;
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
  /** At most this many events in all. */
  readonly limit?: number;
}

export interface SubscribeOptions {
  readonly after?: string;
  readonly types?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Told by a subscription when it has delivered all that there was. */
export interface CaughtUp {
  readonly kind: 'caughtUp';
  /** Head of the store at that moment; undefined while the store is empty. */
  readonly position: string | undefined;
}

/** Told by a subscription when it passed events that the filter leaves out: everything up to this position was seen. */
export interface Progress {
  readonly kind: 'progress';
  readonly position: string;
}

export type SubscriptionMessage = RecordedEvent | CaughtUp | Progress;

export interface StoreCapabilities {
  /** Facts are checked inside the append. */
  readonly atomicFacts: boolean;
  /** What was acknowledged survives the end of the process. */
  readonly durable: boolean;
  /**
   * An id that begins a stored batch is refused in any other place of the store with `duplicate-event`. Where it is false, an id is
   * only recognised within its stream.
   */
  readonly uniqueEventIds: boolean;
}

/**
 * Where events are kept. One store belongs to one agency.
 *
 * Laws, each a test of the contract suite in `@pembinaan/event-sourcing/testing`: an append is all or nothing; the expected revision
 * is honoured, also on a missing stream; a batch retried with the same ids is the same append; racing writers lose no event and never
 * interleave a batch; positions sort as text, and no reader skips an event that commits later; what JSON cannot carry is refused
 * before it is sent.
 */
export interface EventStore {
  /**
   * Appends a batch, the events of one command, to one stream, all or nothing.
   * @throws EventSourcingError `version-conflict`, `fact-conflict`, `duplicate-event`, `not-plain-json`, `invalid-append`, `store-*`.
   */
  append(
    stream: string,
    events: readonly EventToAppend[],
    expected: ExpectedRevision,
    options?: AppendOptions,
  ): Promise<Appended>;
  /** The events of one stream, in order; nothing for a missing stream. Reads in pages. */
  read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;
  /** All events in global order, page by page. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly RecordedEvent[]>;
  /** All events from a position on, then those that are still to come, until the signal aborts. */
  subscribe(options?: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  /** The position of the last event; undefined while the store is empty. */
  head(): Promise<string | undefined>;
  close(): Promise<void>;
  readonly capabilities: StoreCapabilities;
}

/** Tells an event from the other messages of a subscription. */
export function isRecordedEvent(message: SubscriptionMessage): message is RecordedEvent {
  return !('kind' in message);
}
