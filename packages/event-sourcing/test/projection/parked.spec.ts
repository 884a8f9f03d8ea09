import { memoryStore, memoryTarget, projection, projectors, replay, type ViewTarget } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { event } from '../../src/event/event.js';
import { fixedRuntime } from '../../src/testing/fixed-runtime.js';
import { storePast } from '../../src/testing/history.js';

const Noted = event('Noted', z.strictObject({ key: z.string(), n: z.int() }));

/** Sums by key; 13 makes a row that is not plain JSON and 14 throws, until `cured` says so. */
function sums(version: number, cured: () => boolean) {
  return projection({
    name: 'sums',
    version,
    events: [Noted],
    initial: () => ({ sum: 0, seen: [] as number[] }),
    key: ({ data }) => data.key,
    on: {
      Noted: (row, { data: { n } }) => {
        if (!cured() && n === 13) return { ...row, sum: Number.NaN };
        if (!cured() && n === 14) throw new Error('poison');
        row.sum += n;
        row.seen.push(n);
        return row;
      },
    },
  });
}

function notes() {
  const store = memoryStore();
  const runtime = fixedRuntime();
  let streams = 0;
  return {
    store,
    /** Stores a note in a stream of its own. */
    async note(key: string, n: number): Promise<void> {
      await storePast(store, `note-${streams++}`, Noted({ key, n }), { catalog: undefined, runtime, revision: 0 });
    },
  };
}

describe('parked events', () => {
  it('are all kept when a row that cannot be stored and a handler that throws meet in one commit', async () => {
    const { store, note } = notes();
    let cured = false;
    const one = sums(1, () => cured);
    const views = projectors(store, [one], { poison: { retries: 0 } });
    await note('x', 1);
    await views.start();
    await Promise.all([note('a', 13), note('b', 14)]);
    await views.waitFor((await store.head()) ?? '');
    cured = true;
    await views.replayParked();
    expect(await views.of(one).rows()).toEqual((await replay(store, one)).rows);
    await views.stop();
  });

  it('are folded once when the commit of their replay fails', async () => {
    const { store, note } = notes();
    const inner = memoryTarget();
    let failures = 0;
    const target: ViewTarget = {
      ...inner,
      commit: (changes) => (failures-- > 0 ? Promise.reject(new Error('the disk is full')) : inner.commit(changes)),
    };
    let cured = false;
    const one = sums(1, () => cured);
    const views = projectors(store, [one], { target, poison: { retries: 0 } });
    await note('a', 1);
    await views.start();
    await note('a', 14);
    await views.waitFor((await store.head()) ?? '');
    cured = true;
    failures = 1;
    await expect(views.replayParked()).rejects.toThrow('the disk is full');
    await note('other', 3);
    await views.waitFor((await store.head()) ?? '');
    await views.replayParked();
    expect(await views.of(one).get('a')).toEqual({ sum: 15, seen: [1, 14] });
    await views.stop();
  });

  it('are not lost when somebody else replayed them while this projector was live', async () => {
    const { store, note } = notes();
    const target = memoryTarget();
    let cured = false;
    const one = sums(1, () => cured);
    const live = projectors(store, [one], { target, poison: { retries: 0 } });
    await note('a', 1);
    await live.start();
    await note('a', 14);
    await live.waitFor((await store.head()) ?? '');
    cured = true;
    await projectors(store, [one], { target }).replayParked();
    await note('a', 3);
    await live.waitFor((await store.head()) ?? '');
    await live.replayParked();
    expect(await live.of(one).get('a')).toEqual({ sum: 18, seen: [1, 14, 3] });
    await live.stop();
  });
});

describe('a program of an older version', () => {
  it('does not take the rows of a newer one away, unless it is told to', async () => {
    const { store, note } = notes();
    const target = memoryTarget();
    await note('a', 1);
    await projectors(store, [sums(2, () => true)], { target }).run();
    const old = projectors(store, [sums(1, () => true)], { target });
    await expect(old.run()).rejects.toMatchObject({ code: 'version-conflict', place: { projection: 'sums' } });
    expect((await target.active('sums'))?.version).toBe(2);
    await old.rebuild({ anew: true });
    expect((await target.active('sums'))?.version).toBe(1);
  });
});
