import type { EventToAppend, RecordedEvent } from '../event/envelope.js';
import { systemRuntime } from '../handling/runtime.js';
import type { Instant } from '../instant.js';
import { admit } from '../store/admission.js';
import {
  duplicateEvent,
  factConflict,
  meetsExpectation,
  quietConflict,
  storeClosed,
  versionConflict,
} from '../store/conflicts.js';
import type {
  Appended,
  EventStore,
  ReadAllOptions,
  ReadOptions,
  SubscribeOptions,
  SubscriptionMessage,
} from '../store/event-store.js';
import { formatPosition, parsePosition } from '../store/position.js';
import { categoryOf } from '../store/stream-name.js';

export interface MemoryStoreOptions {
  /** The clock that gives `recordedAt`; that of the machine when absent. */
  readonly now?: () => Instant;
  /** Events a page of `readAll`; 1,000 when absent. */
  readonly pageSize?: number;
}

/** A store that forgets everything with the process: for tests, for replays, for a first try. */
export function memoryStore(options: MemoryStoreOptions = {}): EventStore {
  const now = options.now ?? systemRuntime.now;
  const pageSize = options.pageSize ?? 1000;
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  /** Stored batches, by the id of the first event. */
  const batches = new Map<string, readonly RecordedEvent[]>();
  const waiting = new Set<() => void>();
  let closed = false;

  const assertOpen = (): void => {
    if (closed) throw storeClosed();
  };
  const lastRevision = (stream: string): number => (streams.get(stream)?.length ?? 0) - 1;

  /** The same batch, when it was stored before: a batch is known by the id of its first event. */
  const earlier = (stream: string, events: readonly EventToAppend[]): Appended | undefined => {
    const known = events.find(({ id }) => batches.has(id));
    if (known === undefined) return undefined;
    const stored = batches.get(known.id) ?? [];
    const [first] = stored;
    const same = stored.length === events.length && stored.every(({ id }, index) => id === events[index]?.id);
    if (first?.stream !== stream || !same) throw duplicateEvent(stream, known.id);
    return {
      stream,
      firstRevision: first.revision,
      revision: first.revision + stored.length - 1,
      positions: stored.map(({ position }) => position),
      recordedAt: first.recordedAt,
      repeated: true,
    };
  };

  /** Never before what is recorded already, whatever the clock says. */
  const recordingTime = (): Instant => {
    const time = now();
    const last = log.at(-1)?.recordedAt;
    return last !== undefined && last > time ? last : time;
  };

  async function* readAll(read: ReadAllOptions = {}): AsyncIterable<readonly RecordedEvent[]> {
    assertOpen();
    const types = read.types && new Set(read.types);
    const categories = read.categories && new Set(read.categories);
    const last = read.until === undefined ? log.length : Math.min(parsePosition(read.until), log.length);
    let left = read.limit ?? Number.POSITIVE_INFINITY;
    let page: RecordedEvent[] = [];
    for (let index = read.after === undefined ? 0 : parsePosition(read.after); index < last && left > 0; index++) {
      const event = log[index];
      if (event === undefined) break;
      if (types && !types.has(event.type)) continue;
      if (categories && !categories.has(categoryOf(event.stream))) continue;
      page.push(event);
      left--;
      if (page.length === pageSize) {
        yield page;
        assertOpen();
        page = [];
      }
    }
    if (page.length > 0) yield page;
  }

  return {
    capabilities: { atomicFacts: true, durable: false, uniqueEventIds: true },

    async append(stream, events, expected, appendOptions): Promise<Appended> {
      assertOpen();
      admit(stream, events, expected);
      const repeated = earlier(stream, events);
      if (repeated !== undefined) return repeated;
      const actual = lastRevision(stream);
      if (!meetsExpectation(actual, expected)) throw versionConflict(stream, expected, actual);
      for (const fact of appendOptions?.facts ?? []) {
        const moved = lastRevision(fact.stream);
        if (moved !== fact.revision) throw factConflict(stream, fact, moved);
      }
      for (const { after, types } of appendOptions?.quiet ?? []) {
        const since = log.slice(after === undefined ? 0 : parsePosition(after));
        if (since.some((event) => types.includes(event.type))) throw quietConflict(stream, types);
      }
      const recordedAt = recordingTime();
      const recorded = events.map(
        (event, index): RecordedEvent => ({
          ...structuredClone(event),
          stream,
          revision: actual + 1 + index,
          position: formatPosition(log.length + 1 + index),
          recordedAt,
        }),
      );
      const target = streams.get(stream) ?? [];
      for (const event of recorded) {
        log.push(event);
        target.push(event);
      }
      streams.set(stream, target);
      const [first] = recorded;
      if (first !== undefined) batches.set(first.id, recorded);
      for (const wake of waiting) wake();
      return {
        stream,
        firstRevision: actual + 1,
        revision: actual + events.length,
        positions: recorded.map((event) => event.position),
        recordedAt,
        repeated: false,
      };
    },

    async *read(stream: string, read: ReadOptions = {}) {
      assertOpen();
      const all = streams.get(stream) ?? [];
      const from = read.from ?? 0;
      const to = Math.min(read.to ?? all.length - 1, all.length - 1);
      const length = Math.min(to - from + 1, read.limit ?? all.length);
      for (let step = 0; step < length; step++) {
        const event = all[read.backwards === true ? to - step : from + step];
        if (event !== undefined) yield event;
      }
    },

    readAll,

    async *subscribe(subscription: SubscribeOptions = {}): AsyncIterable<SubscriptionMessage> {
      const { signal, types } = subscription;
      const aborted = (): boolean => signal?.aborted === true;
      let after = subscription.after;
      let told: string | undefined | null = null;
      while (!aborted()) {
        assertOpen();
        const head = log.at(-1)?.position;
        for await (const page of readAll({
          ...(after !== undefined && { after }),
          ...(head !== undefined && { until: head }),
          ...(types !== undefined && { types }),
        })) {
          for (const event of page) {
            if (aborted()) return;
            yield event;
            after = event.position;
          }
        }
        if (head !== undefined && head !== after && (after === undefined || head > after)) {
          after = head;
          yield { kind: 'progress', position: head };
        }
        if (log.at(-1)?.position !== head) continue;
        if (told !== head) {
          told = head;
          yield { kind: 'caughtUp', position: head };
        }
        if (log.at(-1)?.position === head && !closed) await wakeUp(waiting, signal);
      }
    },

    async head() {
      assertOpen();
      return log.at(-1)?.position;
    },

    async close() {
      closed = true;
      for (const wake of waiting) wake();
    },
  };
}

/** Resolves at the next append or close, or when the signal aborts. */
function wakeUp(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      waiting.delete(wake);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    waiting.add(wake);
    signal?.addEventListener('abort', wake, { once: true });
    if (signal?.aborted === true) wake();
  });
}
