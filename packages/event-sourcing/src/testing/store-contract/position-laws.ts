import { expect } from 'vitest';
import { at, collectPages, type Law, newBatch, newStream, startingAfter } from './subject.js';

/** Positions are text that sorts in the order of commits. */
export function positionLaws(law: Law): void {
  law('positions are unique and sort as text in the order of commits', async ({ store, log }) => {
    const streams = [newStream(), newStream(), newStream('other')];
    const told: string[] = [];
    for (let round = 0; round < 60; round++) {
      const appended = await store.append(at(streams, round % 3), newBatch(2), 'any');
      told.push(...appended.positions);
    }
    expect(new Set(told).size).toBe(120);
    expect([...told].sort()).toEqual(told);
    expect((await log()).map((event) => event.position)).toEqual(told);
  });

  law('the head is not below what is stored, and not above what comes next', async ({ store }) => {
    const before = await store.append(newStream(), newBatch(3), 'none');
    const head = (await store.head()) ?? '';
    const after = await store.append(newStream(), newBatch(1), 'none');
    expect(head >= at(before.positions, -1)).toBe(true);
    expect(head < at(after.positions, 0)).toBe(true);
    expect(await collectPages(store.readAll(startingAfter(await store.head())))).toEqual([]);
  });

  law('an empty store has no head', async ({ store, start, skipUnless }) => {
    skipUnless(start === undefined, 'the store holds events of other tests');
    expect(await store.head()).toBeUndefined();
    await store.append(newStream(), newBatch(1), 'none');
    expect(await store.head()).toBeTypeOf('string');
  });
}
