import type { EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './child.js';
import { Ids, InBatch } from './child-messages.js';
import { batch, collectPages, event } from './events.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';

describe('several processes on one file', { timeout: 60_000 }, () => {
  let place: TemporaryFile;
  let opened: EventStore[];
  const open = async (options?: Parameters<typeof sqliteStore>[1]): Promise<EventStore> => {
    const store = await sqliteStore(place.file, options);
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    place = await temporaryFile();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await place.remove();
  });

  it('four writers, who also race to create the file, lose no event and interleave no batch', async () => {
    const writers = [0, 1, 2, 3].map((writer) => startChild('race', place.file, String(writer), '60'));
    const results = await Promise.all(writers.map((writer) => writer.next()));
    await Promise.all(writers.map((writer) => writer.ended()));

    const all = await collectPages((await open()).readAll());
    const told = results.flatMap((result) => Ids.parse(result).ids);
    expect(told).toHaveLength(4 * 60 * 5);
    expect(all.map(({ id }) => id).sort()).toEqual(told.sort());
    const shared = all.filter(({ stream }) => stream === 'contract-shared');
    expect(shared).toHaveLength(4 * 60 * 3);
    expectContiguous(shared);
    for (const writer of [0, 1, 2, 3]) {
      const own = all.filter(({ stream }) => stream === `contract-own${writer}`);
      expect(own).toHaveLength(60 * 2);
      expectContiguous(own);
    }
    expectUninterrupted(all);
  });

  it('readers in other processes see every event once and in order while one process writes', async () => {
    const store = await open();
    await store.append('contract-1', batch(25), 'none');
    const readers = [0, 1, 2].map(() => startChild('follow', place.file));
    for (const reader of readers) expect(await reader.next()).toBe('ready');
    for (let round = 0; round < 100; round++) {
      await store.append(`contract-${round % 7}`, batch(3), 'any');
      if (round % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await store.append('contract-1', [event({ type: 'ThingEnded' })], 'exists');
    const written = (await collectPages(store.readAll())).map(({ id }) => id);
    for (const reader of readers) {
      expect(Ids.parse(await reader.next()).ids).toEqual(written);
      await reader.ended();
    }
  });

  it('a writer waits for the lock of another process, then writes', async () => {
    const store = await open({ busyTimeoutMs: 10_000 });
    const holder = startChild('hold-lock', place.file, '300');
    expect(await holder.next()).toBe('held');
    const began = performance.now();
    await expect(store.append('contract-1', batch(1), 'none')).resolves.toMatchObject({ revision: 0 });
    expect(performance.now() - began).toBeGreaterThan(100);
    await holder.ended();
  });

  it('a writer that waits longer than its timeout is told store-busy, and can write when the lock is gone', async () => {
    const store = await open({ busyTimeoutMs: 80 });
    const holder = startChild('hold-lock', place.file);
    expect(await holder.next()).toBe('held');
    const events = batch(2);
    await expect(store.append('contract-1', events, 'none')).rejects.toMatchObject({
      name: 'EventSourcingError',
      code: 'store-busy',
      place: { file: place.file },
    });
    expect(await collectPages(store.readAll())).toEqual([]);
    holder.say('release');
    await holder.ended();
    await expect(store.append('contract-1', events, 'none')).resolves.toMatchObject({ repeated: false, revision: 1 });
  });

  it('a reader does not wait for a writer', async () => {
    const store = await open({ busyTimeoutMs: 0 });
    await store.append('contract-1', batch(3), 'none');
    const holder = startChild('hold-lock', place.file);
    expect(await holder.next()).toBe('held');
    expect(await collectPages(store.readAll())).toHaveLength(3);
    const late = await open({ busyTimeoutMs: 0 });
    expect(await late.head()).toBe(await store.head());
    holder.say('release');
    await holder.ended();
  });
});

function expectContiguous(events: readonly RecordedEvent[]): void {
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
}

/** The children number the events of a batch; in the global order they follow one another. */
function expectUninterrupted(events: readonly RecordedEvent[]): void {
  let open: { batch: string; next: number } | undefined;
  for (const { data } of events) {
    const { batch: name, index, size } = InBatch.parse(data);
    if (open === undefined) expect(index).toBe(0);
    else expect({ name, index }).toEqual({ name: open.batch, index: open.next });
    open = index + 1 === size ? undefined : { batch: name, next: index + 1 };
  }
  expect(open).toBeUndefined();
}
