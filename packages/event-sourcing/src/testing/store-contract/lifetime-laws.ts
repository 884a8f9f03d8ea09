import { expect } from 'vitest';
import type { EventStore } from '../../store/event-store.js';
import { at, collect, collectPages, ids, type Law, newBatch, newStream, startingAfter } from './subject.js';

/** Closing, and opening again. */
export function lifetimeLaws(law: Law): void {
  const uses: readonly (readonly [string, (store: EventStore, stream: string) => Promise<unknown>])[] = [
    ['append', (store, stream) => store.append(stream, newBatch(1), 'any')],
    ['read', (store, stream) => collect(store.read(stream))],
    ['readAll', (store) => collect(store.readAll())],
    ['subscribe', (store) => collect(store.subscribe())],
    ['head', (store) => store.head()],
  ];
  for (const [name, use] of uses) {
    law(`${name} on a store that was closed is refused`, async ({ store }) => {
      const stream = newStream();
      await store.append(stream, newBatch(2), 'none');
      await store.close();
      await expect(use(store, stream)).rejects.toMatchObject({ code: 'store-closed' });
    });
  }

  law('closing a store twice is harmless', async ({ store }) => {
    await store.close();
    await expect(store.close()).resolves.toBeUndefined();
  });

  law('a store that was closed between two pages tells so', async ({ store, start }) => {
    const stream = newStream();
    for (let from = 0; from < 2500; from += 500)
      await store.append(stream, newBatch(500), from === 0 ? 'none' : from - 1);
    const pages = store.readAll(startingAfter(start))[Symbol.asyncIterator]();
    expect((await pages.next()).done).toBe(false);
    await store.close();
    await expect(pages.next()).rejects.toMatchObject({ code: 'store-closed' });
  });

  law(
    'everything that was acknowledged is there when the store is opened again',
    async ({ store, start, reopen, skipUnless }) => {
      const open = skipUnless(reopen, 'the store is not durable');
      expect(store.capabilities.durable).toBe(true);
      const streams = [newStream(), newStream('other')];
      const batches = Array.from({ length: 20 }, () => newBatch(3));
      for (const [index, batch] of batches.entries()) await store.append(at(streams, index % 2), batch, 'any');
      const before = await collectPages(store.readAll(startingAfter(start)));
      const head = await store.head();
      await store.close();

      const again = await open();
      try {
        expect(ids(before)).toEqual(ids(batches.flat()));
        expect(await collectPages(again.readAll(startingAfter(start)))).toEqual(before);
        expect(await again.head()).toBe(head);
        const first = await again.append(at(streams, 0), at(batches, 0), 'none');
        expect(first).toMatchObject({ firstRevision: 0, repeated: true });
        const next = await again.append(at(streams, 0), newBatch(1), 29);
        expect(at(next.positions, 0) > at(before, -1).position).toBe(true);
      } finally {
        await again.close();
      }
    },
  );
}
