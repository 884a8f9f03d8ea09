/** Where an event stands in the log. Positions are ordered by commit, then by prepare. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export interface ProposedEvent {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: LogPosition;
  readonly created: Date;
}

/** What an append says about the stream before it: a revision is that of the last event the writer saw. */
export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

export type AppendOutcome =
  | {
      readonly result: 'appended' | 'repeated';
      /** Revision of the last event of the batch; undefined when an empty batch meets no stream. */
      readonly revision: bigint | undefined;
      readonly position: LogPosition | undefined;
    }
  | { readonly result: 'conflict'; readonly current: bigint | undefined };

export interface EventLogOptions {
  /**
   * Position of the first event. The default is just beyond 2^53, where a position that was ever a JavaScript number
   * has lost its last bit.
   */
  readonly origin?: bigint;
  /** How many event ids the server recognises without an expected revision. Default 10,000. */
  readonly recentIds?: number;
  readonly now?: () => Date;
}

/** The events of a database: all in one order, and those of each stream. The nodes of a cluster share one. */
export interface EventLog {
  readonly all: readonly StoredEvent[];
  stream(name: string): readonly StoredEvent[] | undefined;
  append(stream: string, expected: Expected, events: readonly ProposedEvent[]): AppendOutcome;
  /** Sets metadata of a stream, which is an event of type `$metadata` in the stream `$$name` that $all shows. */
  setStreamMetadata(stream: string, metadata: Readonly<Record<string, unknown>>): void;
  /** Forgets which ids were appended lately, as a server does that restarts or becomes the leader. */
  forgetRecentIds(): void;
  /** Calls back after each append that added events; returns what ends that. */
  onAppend(listener: () => void): () => void;
}

const COMMIT_RECORD_BYTES = 64n;

export function createEventLog(options: EventLogOptions = {}): EventLog {
  const { origin = 2n ** 53n + 1n, recentIds = 10_000, now = () => new Date() } = options;
  const all: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const recent = new Map<string, StoredEvent>();
  const listeners = new Set<() => void>();
  let written = origin;

  const commit = (stream: string, events: readonly ProposedEvent[]): AppendOutcome => {
    const stored = streams.get(stream) ?? [];
    streams.set(stream, stored);
    // Servers write the events of an append first and a commit record behind them, or all in one: then both positions
    // are the same. Only the first form shows a client that drops one of the two, so it is the one used here.
    const prepares = events.map((event) => {
      const prepare = written;
      written += BigInt(event.data.length + event.metadata.length + 100);
      return prepare;
    });
    const commit = written;
    written += COMMIT_RECORD_BYTES;
    const created = now();
    events.forEach((event, index) => {
      const prepare = prepares[index] ?? commit;
      const record = { ...event, stream, revision: BigInt(stored.length), position: { commit, prepare }, created };
      stored.push(record);
      all.push(record);
      remember(record);
    });
    for (const listener of [...listeners]) listener();
    return outcomeAt('appended', stored.at(-1));
  };

  const remember = (event: StoredEvent): void => {
    recent.delete(event.id);
    recent.set(event.id, event);
    for (const id of recent.keys()) {
      if (recent.size <= recentIds) break;
      recent.delete(id);
    }
  };

  const log: EventLog = {
    all,
    stream: (name) => streams.get(name),
    append(stream, expected, events) {
      const stored = streams.get(stream);
      const current = stored === undefined ? -1n : BigInt(stored.length) - 1n;
      const conflict: AppendOutcome = { result: 'conflict', current: current < 0n ? undefined : current };
      if (expected === 'stream_exists' && stored === undefined && !streams.has(`$$${stream}`)) return conflict;
      if (events.length === 0) {
        const last = expected === 'no_stream' ? -1n : typeof expected === 'bigint' ? expected : current;
        return last === current ? outcomeAt('appended', stored?.at(-1)) : conflict;
      }
      if (expected === 'any' || expected === 'stream_exists') {
        const known = events
          .map(({ id }) => recent.get(id))
          .map((event) => (event?.stream === stream ? event : undefined));
        if (known[0] === undefined) return commit(stream, events);
        return known.includes(undefined) ? conflict : outcomeAt('repeated', known.at(-1));
      }
      const last = expected === 'no_stream' ? -1n : expected;
      if (last === current) return commit(stream, events);
      if (last > current) return conflict;
      const there = events.map((_, index) => stored?.[Number(last) + 1 + index]);
      return events.every(({ id }, index) => there[index]?.id === id) ? outcomeAt('repeated', there.at(-1)) : conflict;
    },
    setStreamMetadata(stream, metadata) {
      const data = new TextEncoder().encode(JSON.stringify(metadata));
      const id = crypto.randomUUID();
      log.append(`$$${stream}`, 'any', [{ id, type: '$metadata', isJson: true, data, metadata: new Uint8Array() }]);
    },
    forgetRecentIds: () => recent.clear(),
    onAppend(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return log;
}

/** Negative, zero or positive as `a` stands before, at or after `b`. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  const difference = a.commit === b.commit ? a.prepare - b.prepare : a.commit - b.commit;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Index of the first event that stands at `position` or after it. */
export function indexOfPosition(events: readonly StoredEvent[], position: LogPosition): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = events[middle];
    if (event !== undefined && comparePositions(event.position, position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function outcomeAt(result: 'appended' | 'repeated', last: StoredEvent | undefined): AppendOutcome {
  return { result, revision: last?.revision, position: last?.position };
}
