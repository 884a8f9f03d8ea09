/**
 * The part of a client that the store uses. Both `EventStoreDBClient` of `@eventstore/db-client` 6 and `KurrentDBClient` of
 * `@kurrent/kurrentdb-client` 1 fit it as they are; nothing of either package is imported here, since the two must never be
 * loaded in one process.
 */
export interface EventStoreClient {
  appendToStream(stream: string, events: ClientEvent[], options: ClientAppendOptions): Promise<ClientAppended>;
  readStream(stream: string, options: ClientReadStreamOptions): ClientRead;
  readAll(options: ClientReadAllOptions): ClientRead;
  subscribeToAll(options: ClientSubscribeOptions): ClientSubscription;
  dispose(): Promise<void>;
}

/** A place in the log of the server: both numbers, 64 bits each. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** What an append states of the stream before it, in the words of the server. */
export type ClientExpectation = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** Sent with a single call, in place of those of the connection. */
export interface ClientCredentials {
  username: string;
  password: string;
}

/** What every call may carry. */
export interface ClientCallOptions {
  requiresLeader?: boolean;
  credentials?: ClientCredentials;
}

export interface ClientAppendOptions extends ClientCallOptions {
  /** Read by `@eventstore/db-client`. */
  expectedRevision: ClientExpectation;
  /** The same, read by `@kurrent/kurrentdb-client`. */
  streamState: ClientExpectation;
  /** Milliseconds. */
  deadline: number;
}

/** An event on its way to the server, as `jsonEvent` of the clients makes it. */
export interface ClientEvent {
  id: string;
  contentType: 'application/json';
  type: string;
  /** The clients narrow the type to objects, lists and text, and encode any JSON. */
  data: Record<string, unknown> | unknown[] | string;
  metadata: Uint8Array;
}

export interface ClientAppended {
  /** False only where the client was told not to throw on a conflict. */
  readonly success: boolean;
  /** The revision of the last event of the batch. */
  readonly nextExpectedRevision: bigint;
}

export interface ClientReadStreamOptions extends ClientCallOptions {
  fromRevision: 'start' | 'end' | bigint;
  direction: 'forwards' | 'backwards';
  maxCount: number;
}

export interface ClientReadAllOptions extends ClientCallOptions {
  fromPosition: 'start' | 'end' | LogPosition;
  direction: 'forwards' | 'backwards';
  maxCount: number;
}

/** A read under way. */
export interface ClientRead extends AsyncIterable<ClientResolvedEvent> {
  /** Ends the call on the server; leaving the loop does not. Kurrent's client has none, and ends with what was asked for. */
  cancel?(): Promise<void>;
  on?(event: 'error', listener: (error: Error) => void): unknown;
}

export interface ClientFilter {
  filterOn: 'eventType' | 'streamName';
  /** After so many windows of events that the server looked at, it tells how far it came. */
  checkpointInterval: number;
  maxSearchWindow: number;
  regex: string;
  checkpointReached?: (subscription: { readonly readableLength: number }, position: LogPosition) => void;
}

export interface ClientSubscribeOptions extends ClientCallOptions {
  /** Exclusive. */
  fromPosition: 'start' | LogPosition;
  filter: ClientFilter;
}

/** A subscription under way: a readable stream of objects. */
export interface ClientSubscription {
  on(event: 'data', listener: (resolved: ClientResolvedEvent) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'caughtUp' | 'end' | 'close', listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
  /** How many events were read from the wire and not yet given to the listener. */
  readonly readableLength: number;
  unsubscribe(): Promise<void>;
}

export interface ClientResolvedEvent {
  readonly event?: ClientRecordedEvent;
}

/** An event as the clients hand it over. */
export interface ClientRecordedEvent {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly isJson: boolean;
  readonly created: Date;
  /** Parsed, when it is JSON; the text itself when that cannot be parsed. */
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: LogPosition;
}
