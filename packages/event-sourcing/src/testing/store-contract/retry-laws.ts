import { expect } from 'vitest';
import type { ExpectedRevision } from '../../store/event-store.js';
import { at, collect, ids, type Law, newBatch, newEvent, newStream } from './subject.js';

/** A batch is known by its ids: after a lost reply it can be sent again. */
export function retryLaws(law: Law): void {
  const retried: readonly {
    readonly how: string;
    readonly first: ExpectedRevision;
    readonly again: ExpectedRevision;
  }[] = [
    { how: 'under the expectation that it made stale', first: 'none', again: 'none' },
    { how: "with 'any'", first: 'any', again: 'any' },
    { how: "with 'exists'", first: 'none', again: 'exists' },
    { how: 'with the revision that it led to', first: 'none', again: 1 },
    { how: 'with a revision that is wrong', first: 'any', again: 40 },
  ];
  for (const { how, first, again } of retried) {
    law(`a batch retried ${how} is the same append`, async ({ store, log }) => {
      const stream = newStream();
      const batch = newBatch(2);
      const before = await store.append(stream, batch, first);
      const after = await store.append(stream, batch, again);
      expect(after).toEqual({ ...before, repeated: true });
      expect(ids(await log())).toEqual(ids(batch));
    });
  }

  law('a batch retried after others were appended is the same append', async ({ store, log }) => {
    const stream = newStream();
    const earlier = newBatch(2);
    const batch = newBatch(3);
    const later = newBatch(4);
    await store.append(stream, earlier, 'none');
    const before = await store.append(stream, batch, 1);
    await store.append(stream, later, 4);
    expect(await store.append(stream, batch, 1)).toEqual({ ...before, repeated: true });
    expect(await store.append(stream, batch, 'any')).toEqual({ ...before, repeated: true });
    expect(ids(await log())).toEqual(ids([...earlier, ...batch, ...later]));
  });

  law('a batch sent many times at once is stored once, and every sender is told the same', async ({ store, log }) => {
    const stream = newStream();
    const batch = newBatch(3);
    const replies = await Promise.all(Array.from({ length: 16 }, () => store.append(stream, batch, 'none')));
    expect(new Set(replies.map((reply) => JSON.stringify({ ...reply, repeated: null }))).size).toBe(1);
    expect(ids(await log())).toEqual(ids(batch));
  });

  law('a batch retried through another connection is the same append', async ({ store, another, skipUnless, log }) => {
    const other = await skipUnless(another, 'the store has one connection')();
    try {
      const stream = newStream();
      const batch = newBatch(2);
      const before = await store.append(stream, batch, 'none');
      expect(await other.append(stream, batch, 'none')).toEqual({ ...before, repeated: true });
      expect(ids(await log())).toEqual(ids(batch));
    } finally {
      await other.close();
    }
  });

  law('the ids of a batch are refused on another stream', async ({ store, log, skipUnless }) => {
    skipUnless(store.capabilities.uniqueEventIds, 'the store knows an id within its stream alone');
    const stream = newStream();
    const batch = newBatch(2);
    await store.append(stream, batch, 'none');
    const elsewhere = newStream();
    for (const expected of ['none', 'any', 3] as const) {
      await expect(store.append(elsewhere, batch, expected)).rejects.toMatchObject({ code: 'duplicate-event' });
    }
    expect(await collect(store.read(elsewhere))).toEqual([]);
    expect(ids(await log())).toEqual(ids(batch));
  });

  law('the id that begins a stored batch is refused in any other batch', async ({ store, log, skipUnless }) => {
    skipUnless(store.capabilities.uniqueEventIds, 'the store knows an id within its stream alone');
    const stream = newStream();
    const batch = newBatch(3);
    await store.append(stream, batch, 'none');
    const [first, second, third] = [at(batch, 0), at(batch, 1), at(batch, 2)];
    const others = [
      [...batch, newEvent()],
      [newEvent(), ...batch],
      [newEvent(), first],
      [second, first],
      [first, second],
      [first, third],
      [first, third, second],
      [first],
    ];
    for (const name of [stream, newStream()]) {
      for (const events of others) {
        for (const expected of ['any', 'none', 2] as const) {
          await expect(store.append(name, events, expected)).rejects.toMatchObject({
            code: 'duplicate-event',
            place: { stream: name, eventId: first.id },
          });
        }
      }
    }
    expect(ids(await log())).toEqual(ids(batch));
  });

  law(
    'a batch that is followed by others is recognised to its end, and not beyond',
    async ({ store, log, skipUnless }) => {
      skipUnless(store.capabilities.uniqueEventIds, 'the store knows an id within its stream alone');
      const stream = newStream();
      const [batch, next] = [newBatch(3), newBatch(2)];
      const before = await store.append(stream, batch, 'none');
      await store.append(stream, next, 2);
      expect(await store.append(stream, batch, 'none')).toEqual({ ...before, repeated: true });
      for (const events of [[...batch, ...next], [...batch, at(next, 0)], batch.slice(0, 2)]) {
        await expect(store.append(stream, events, 'any')).rejects.toMatchObject({ code: 'duplicate-event' });
      }
      expect(ids(await log())).toEqual(ids([...batch, ...next]));
    },
  );

  law('a batch that was refused can be sent again', async ({ store }) => {
    const stream = newStream();
    const batch = newBatch(2);
    await expect(store.append(stream, batch, 'exists')).rejects.toMatchObject({ code: 'version-conflict' });
    expect(await store.append(stream, batch, 'none')).toMatchObject({ revision: 1, repeated: false });
  });
}
