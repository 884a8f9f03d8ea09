import { memoryStore, memoryTarget, projector, replay, type ViewTarget } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { change, ledger, store as storeEvents } from './ledger.js';

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The same target in a process that ends at its n-th commit. */
function endingAt(target: ViewTarget, commit: number): ViewTarget {
  let commits = 0;
  return {
    ...target,
    async commit(changes) {
      if (++commits >= commit) throw new Error('The process ended.');
      await target.commit(changes);
    },
  };
}

describe('a rebuild that was interrupted', () => {
  it('goes on from its checkpoint, while the old rows are served', async () => {
    const store = memoryStore({ pageSize: 2 });
    const target = memoryTarget();
    await storeEvents(store, change('a', 1, 2, 3, 4, 5, 6, 7, 8));
    await projector(store, ledger(), { target }).run();
    const ended = projector(store, ledger(), { target: endingAt(target, 3), commitAfter: { events: 1 } });
    expect(await errorOf(ended.rebuild())).toMatchObject({ message: 'The process ended.' });
    const left = await target.building('ledger');
    const stood = await left?.checkpoint();
    expect(stood?.handled).toBeGreaterThan(0);

    let handled = 0;
    const again = projector(store, ledger({ handled: () => handled++ }), { target });
    expect(await again.get('a')).toMatchObject({ balance: 36 });
    await again.rebuild();
    expect(handled).toBe(8 - (stood?.handled ?? 0));
    expect((await target.active('ledger'))?.id).toBe(left?.id);
    expect(await again.rows()).toEqual((await replay(store, ledger())).rows);
  });

  it('goes on in run() and in start() when the version changed, and shows no gap', async () => {
    for (const way of ['run', 'start'] as const) {
      const store = memoryStore({ pageSize: 2 });
      const target = memoryTarget();
      await storeEvents(store, change('a', 1, 2, 3, 4, 5, 6));
      await projector(store, ledger(), { target }).run();
      const bounds = { commitAfter: { events: 1 } };
      await errorOf(projector(store, ledger({ version: 2 }), { target: endingAt(target, 2), ...bounds })[way]());
      const left = await target.building('ledger');
      let handled = 0;
      const again = projector(store, ledger({ version: 2, handled: () => handled++ }), { target });
      expect(await again.status()).toMatchObject({ version: 1, handled: 6 });
      await again[way]();
      expect(handled).toBe(4);
      expect((await target.active('ledger'))?.id).toBe(left?.id);
      await again.stop();
    }
  });

  it('begins anew for another version, when it is told to, and when the store was exchanged', async () => {
    const store = memoryStore({ pageSize: 2 });
    const target = memoryTarget();
    await storeEvents(store, change('a', 1, 2, 3, 4));
    const interrupted = async () => {
      const ended = projector(store, ledger({ version: 2 }), {
        target: endingAt(target, 2),
        commitAfter: { events: 1 },
      });
      await errorOf(ended.rebuild());
    };
    const handledBy = async (version: number, from = store, anew = false): Promise<number> => {
      let handled = 0;
      await projector(from, ledger({ version, handled: () => handled++ }), { target }).rebuild({ anew });
      return handled;
    };
    await interrupted();
    expect(await handledBy(3)).toBe(4);
    await interrupted();
    expect(await handledBy(2, store, true)).toBe(4);
    await interrupted();
    const exchanged = memoryStore();
    await storeEvents(exchanged, change('b', 1));
    expect(await handledBy(2, exchanged)).toBe(1);
    expect([...(await projector(exchanged, ledger({ version: 2 }), { target }).rows()).keys()]).toEqual(['b']);
  });

  it('by stop() says so, and goes on when it is asked for again', async () => {
    const store = memoryStore({ pageSize: 1 });
    const target = memoryTarget();
    await storeEvents(store, change('a', 1, 2, 3, 4, 5, 6));
    let handled = 0;
    const people = projector(store, ledger({ handled: () => handled++ }), { target });
    const rebuilt = errorOf(people.rebuild());
    await people.stop();
    expect(await rebuilt).toMatchObject({
      code: 'projection-stopped',
      message: expect.stringContaining('told to stop'),
    });
    expect(await target.active('ledger')).toBeUndefined();
    const before = handled;
    expect(before).toBeLessThan(6);
    await people.rebuild();
    expect(handled).toBe(6);
    expect(await people.get('a')).toMatchObject({ balance: 21 });
  });
});

describe('the first build', () => {
  it('by start() stops at a poison event and parks nothing, and goes on from there', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    let cured = false;
    const positions = await storeEvents(store, change('a', 1, 13, 2));
    const people = projector(store, ledger({ cured: () => cured }), { target, poison: { retries: 0 } });
    expect(await errorOf(people.start())).toMatchObject({
      code: 'projection-stopped',
      place: { position: positions[1], projection: 'ledger', key: 'a' },
    });
    expect(await people.parked()).toEqual([]);
    expect(await people.status()).toMatchObject({ state: 'stopped', position: positions[0] });
    expect(await target.active('ledger')).toBeUndefined();
    cured = true;
    await people.start();
    expect(await people.get('a')).toMatchObject({ steps: ['1', '13', '2'] });
    await people.stop();
  });

  it('serves nobody before it is complete', async () => {
    const store = memoryStore({ pageSize: 1 });
    const inner = memoryTarget();
    const served: unknown[] = [];
    const target: ViewTarget = {
      ...inner,
      async commit(changes) {
        await inner.commit(changes);
        served.push(await inner.active('ledger'));
      },
    };
    await storeEvents(store, change('a', 1, 2, 3));
    await projector(store, ledger(), { target, commitAfter: { events: 1 } }).run();
    expect(served.length).toBeGreaterThan(1);
    expect(served.every((generation) => generation === undefined)).toBe(true);
    expect(await inner.active('ledger')).toBeDefined();
  });
});
