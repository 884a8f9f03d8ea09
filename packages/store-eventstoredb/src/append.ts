import { randomUUID } from 'node:crypto';
import {
  type Appended,
  duplicateEvent,
  type EventSourcingError,
  type EventToAppend,
  type ExpectedRevision,
  isEventSourcingError,
  versionConflict,
} from '@pembinaan/event-sourcing';
import type { ClientEvent, ClientExpectation } from './client.js';
import type { Connection } from './connection.js';
import { isConflict, revisionAtConflict } from './failures.js';
import { type KnownIds, learn, RECOGNISED_EVENTS } from './known-ids.js';
import { positionOf } from './log-position.js';
import { streamPage } from './read-page.js';
import { batchMark, encodeBatch } from './stored-event.js';

/** A batch on its way, from the call of `append` to its answer. */
interface Batch {
  readonly stream: string;
  readonly events: readonly EventToAppend[];
  readonly expected: ExpectedRevision;
  /** Written with the batch: what is found with another one was stored by another call. */
  readonly call: string;
  readonly encoded: ClientEvent[];
}

/**
 * Appends a batch, in these steps:
 *
 * 1. Looks whether it is there already, among the last events of the stream: a server recognises a repeat only where the stated
 *    revision comes before it. What was read or appended through this store is known without asking.
 * 2. Sends it, and sends it again with the same ids and the same revision when no answer comes: a server that stored it says so.
 *    `any` and `exists` are never sent: the end of the stream is read and stated. A try that was given up may still arrive, later than
 *    the one that took its place and at another leader; with a revision it is then the same append or a conflict, and without one
 *    it would be stored a second time.
 * 3. On a conflict looks again whether the batch itself is there: then this is the same append.
 * 4. Reads the batch back, since a server tells neither when it stored it, nor its positions, nor whether it was there before.
 */
export async function append(
  store: Appender,
  stream: string,
  events: readonly EventToAppend[],
  expected: ExpectedRevision,
): Promise<Appended> {
  const call = randomUUID();
  const batch: Batch = { stream, events, expected, call, encoded: encodeBatch(events, call) };

  if (expected === 'any' || expected === 'exists') return inTurn(store, stream, () => appendAtEnd(store, batch));
  const earlier = expected === 'none' ? undefined : await findBatch(store, batch, expected);
  if (earlier !== undefined) return earlier;
  return store.connection.patiently({ stream }, () =>
    send(store, batch, expected === 'none' ? 'no_stream' : BigInt(expected)),
  );
}

/** What the appends of one store share. */
export interface Appender {
  readonly connection: Connection;
  readonly known: KnownIds;
  /** Readings of the end of a stream that are under way: writers that race wait for one of them and do not each make their own. */
  readonly learning: Map<string, Promise<void>>;
  /** The last in the queue of each stream, among those who state no revision; never rejects. */
  readonly turns: Map<string, Promise<void>>;
}

async function send(store: Appender, batch: Batch, expected: ClientExpectation): Promise<Appended> {
  const { connection } = store;
  const { stream, events } = batch;
  try {
    const answer = await connection.once(() =>
      connection.client.appendToStream(stream, batch.encoded, {
        ...connection.callOptions,
        requiresLeader: true,
        expectedRevision: expected,
        streamState: expected,
        // Later than the local one, so that a long batch on a slow line is not cut off in its middle by the client.
        deadline: connection.deadlineMs * 4,
      }),
    );
    if (!answer.success) return await conflict(store, batch, await lastRevision(store, stream));
    return await readBack(store, batch, Number(answer.nextExpectedRevision) - events.length + 1);
  } catch (error) {
    if (isConflict(error)) return conflict(store, batch, revisionAtConflict(error));
    throw error;
  }
}

/** Appends for a writer who stated no revision: at the end, wherever that is. */
function appendAtEnd(store: Appender, batch: Batch): Promise<Appended> {
  const { stream } = batch;
  return store.connection.patiently({ stream }, async () => {
    for (;;) {
      const earlier = await findBatch(store, batch, 'end');
      if (earlier !== undefined) return earlier;
      const end = store.known.endOf(stream)?.to ?? -1;
      if (end === -1 && batch.expected === 'exists') throw versionConflict(stream, 'exists', -1);
      try {
        return await send(store, batch, end === -1 ? 'no_stream' : BigInt(end));
      } catch (error) {
        // Somebody was faster, and who stated no revision does not mind.
        if (!isEventSourcingError(error, 'version-conflict')) throw error;
      }
    }
  });
}

/** Writers of this store who state no revision of the same stream take turns: they would only drive each other off the end. */
async function inTurn<T>({ turns }: Appender, stream: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(stream) ?? Promise.resolve();
  const mine = before.then(work);
  const settled = mine.then(
    () => {},
    () => {},
  );
  turns.set(stream, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(stream) === settled) turns.delete(stream);
  }
}

async function conflict(store: Appender, batch: Batch, actual: number): Promise<Appended> {
  const earlier = actual === -1 ? undefined : await findBatch(store, batch, actual);
  if (earlier !== undefined) return earlier;
  throw versionConflict(batch.stream, batch.expected, actual);
}

/**
 * The batch, when it is among the last events of the stream up to that revision.
 * @throws EventSourcingError `duplicate-event` when its ids are there, but not as this batch.
 */
async function findBatch(store: Appender, batch: Batch, upTo: number | 'end'): Promise<Appended | undefined> {
  const { known } = store;
  const { stream, events } = batch;
  await learnEnd(store, stream, upTo);
  const end = known.endOf(stream);
  const [first, ...others] = events.map((event) => end?.revisionOf(event.id));
  if (first !== undefined) return readBack(store, batch, first);
  if (others.some((revision) => revision !== undefined)) throw duplicate(batch);
  return undefined;
}

/** Makes the last events of the stream known, up to that revision, and reads only what is not. */
async function learnEnd(store: Appender, stream: string, upTo: number | 'end'): Promise<void> {
  const { known, learning } = store;
  for (let others = learning.get(stream); upTo !== 'end' && others !== undefined; others = learning.get(stream)) {
    await others.catch(() => {});
  }
  const end = known.endOf(stream);
  const first = Math.max(0, (upTo === 'end' ? (end?.to ?? 0) : upTo) - RECOGNISED_EVENTS + 1);
  const reaches = end !== undefined && end.from <= first;
  if (reaches && upTo !== 'end' && end.to >= upTo) return;
  const reading = readEnd(store, stream, reaches ? end.to + 1 : upTo === 'end' ? 'end' : first, upTo);
  learning.set(stream, reading);
  try {
    await reading;
  } finally {
    if (learning.get(stream) === reading) learning.delete(stream);
  }
}

/** Reads forwards from a revision, or, from the end, the last events. */
async function readEnd(
  { connection, known }: Appender,
  stream: string,
  from: number | 'end',
  upTo: number | 'end',
): Promise<void> {
  if (from === 'end') {
    const page = await streamPage(connection, stream, { from, backwards: true, count: RECOGNISED_EVENTS }, true);
    learn(known, stream, page.toReversed());
    return;
  }
  for (let next = from; upTo === 'end' || next <= upTo; ) {
    const count = upTo === 'end' ? RECOGNISED_EVENTS : Math.min(upTo - next + 1, RECOGNISED_EVENTS);
    const page = await streamPage(connection, stream, { from: next, count }, true);
    learn(known, stream, page);
    if (page.length < count) return;
    next += page.length;
  }
}

/** What the server stored at that place, when it is this batch; the answer to `append`. */
async function readBack(store: Appender, batch: Batch, first: number): Promise<Appended> {
  const { connection, known } = store;
  const { stream, events, call } = batch;
  const stored = await connection.patiently({ stream }, async () => {
    const page = await streamPage(connection, stream, { from: first, count: events.length }, true);
    const whole = page.length >= (page[0] === undefined ? 1 : Math.min(batchMark(page[0])?.size ?? 1, events.length));
    // Acknowledged, and not all there: this node has yet to hear of it.
    if (!whole) throw new Error(`revision ${first} of ${stream} and what follows cannot be read yet`);
    return page;
  });
  learn(known, stream, stored);
  const begin = stored[0];
  const mark = begin && batchMark(begin);
  const same = stored.length === events.length && stored.every(({ id }, index) => id === events[index]?.id);
  if (begin === undefined || mark?.size !== events.length || !same) throw duplicate(batch);
  return {
    stream,
    firstRevision: first,
    revision: first + events.length - 1,
    positions: stored.map(positionOf),
    recordedAt: begin.created.toISOString(),
    repeated: mark.call !== call,
  };
}

async function lastRevision({ connection, known }: Appender, stream: string): Promise<number> {
  const page = await streamPage(connection, stream, { from: 'end', backwards: true, count: 1 }, true);
  learn(known, stream, page);
  return page[0] === undefined ? -1 : Number(page[0].revision);
}

function duplicate({ stream, events }: Batch): EventSourcingError {
  return duplicateEvent(stream, events[0]?.id ?? '');
}
