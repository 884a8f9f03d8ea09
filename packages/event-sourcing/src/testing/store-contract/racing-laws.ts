import { expect } from 'vitest';
import { isEventSourcingError } from '../../errors.js';
import type { EventToAppend, RecordedEvent } from '../../event/envelope.js';
import type { EventStore } from '../../store/event-store.js';
import { at, collect, ids, type Law, newBatch, newStream } from './subject.js';

const WRITERS = 64;
const BATCH = 3;

/** Several writers at once lose nothing. */
export function racingLaws(law: Law): void {
  law(
    `${WRITERS} racing writers that retry on a conflict lose no event and interleave no batch`,
    async ({ store, log }) => {
      const stream = newStream();
      const batches = Array.from({ length: WRITERS }, () => newBatch(BATCH));
      await Promise.all(batches.map((batch) => appendAfterReading(store, stream, batch)));
      expectWholeBatches(await collect(store.read(stream)), batches);
      expectWholeBatches(await log(), batches);
    },
  );

  law(`${WRITERS} racing writers that expect nothing lose no event and interleave no batch`, async ({ store, log }) => {
    const stream = newStream();
    const batches = Array.from({ length: WRITERS }, () => newBatch(BATCH));
    await Promise.all(batches.map((batch) => store.append(stream, batch, 'any')));
    expectWholeBatches(await collect(store.read(stream)), batches);
    expectWholeBatches(await log(), batches);
  });

  law('writers that race on several streams lose no event', async ({ store, log }) => {
    const streams = Array.from({ length: 8 }, () => ({
      name: newStream(),
      batches: Array.from({ length: 8 }, () => newBatch(BATCH)),
    }));
    await Promise.all(
      streams.flatMap(({ name, batches }) => batches.map((batch) => appendAfterReading(store, name, batch))),
    );
    for (const { name, batches } of streams) expectWholeBatches(await collect(store.read(name)), batches);
    expectWholeBatches(
      await log(),
      streams.flatMap(({ batches }) => batches),
    );
  });

  law('writers that race through several connections lose no event', async ({ store, another, skipUnless, log }) => {
    const open = skipUnless(another, 'the store has one connection');
    const others = [await open(), await open(), await open()];
    try {
      const stream = newStream();
      const batches = Array.from({ length: WRITERS }, () => newBatch(BATCH));
      const connections = [store, ...others];
      await Promise.all(
        batches.map((batch, index) => appendAfterReading(at(connections, index % connections.length), stream, batch)),
      );
      expectWholeBatches(await collect(store.read(stream)), batches);
      expectWholeBatches(await log(), batches);
    } finally {
      for (const other of others) await other.close();
    }
  });

  law('of writers that race to begin a stream one wins, and the others are told of the conflict', async ({ store }) => {
    const stream = newStream();
    const batches = Array.from({ length: 16 }, () => newBatch(2));
    const outcomes = await Promise.allSettled(batches.map((batch) => store.append(stream, batch, 'none')));
    const won = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [at(batches, index)] : []));
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    expect(lost.every((outcome) => isEventSourcingError(outcome.reason, 'version-conflict'))).toBe(true);
    expect(ids(await collect(store.read(stream)))).toEqual(ids(at(won, 0)));
  });
}

/** Appends at the revision that it read, and starts again when another writer was faster. */
async function appendAfterReading(store: EventStore, stream: string, batch: readonly EventToAppend[]): Promise<void> {
  for (;;) {
    const [last] = await collect(store.read(stream, { backwards: true, limit: 1 }));
    try {
      await store.append(stream, batch, last?.revision ?? 'none');
      return;
    } catch (error) {
      if (!isEventSourcingError(error, 'version-conflict')) throw error;
    }
  }
}

function expectWholeBatches(stored: readonly RecordedEvent[], batches: readonly (readonly EventToAppend[])[]): void {
  const batchOf = new Map(batches.flatMap((batch) => batch.map((event) => [event.id, batch] as const)));
  const inOrderOfStorage: string[] = [];
  for (let index = 0; index < stored.length; index += BATCH) {
    inOrderOfStorage.push(...ids(batchOf.get(at(stored, index).id) ?? []));
  }
  expect(ids(stored)).toEqual(inOrderOfStorage);
  expect([...ids(stored)].sort()).toEqual([...ids(batches.flat())].sort());
  const next = new Map<string, number>();
  for (const event of stored) {
    expect(event.revision).toBe(next.get(event.stream) ?? 0);
    next.set(event.stream, event.revision + 1);
  }
}
