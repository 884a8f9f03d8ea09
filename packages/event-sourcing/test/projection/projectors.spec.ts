import {
  type EventStore,
  event,
  memoryStore,
  memoryTarget,
  projection,
  projectors,
  type ReadAllOptions,
  replay,
  type ViewChange,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Changed, change, ledger, Moved, Opened, store as storeEvents, storeTogether, turnover } from './ledger.js';

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The same store, which tells what is read from it. */
function noting(store: EventStore): { readonly store: EventStore; readonly reads: ReadAllOptions[] } {
  const reads: ReadAllOptions[] = [];
  return {
    reads,
    store: {
      ...store,
      readAll(options = {}) {
        reads.push(options);
        return store.readAll(options);
      },
    },
  };
}

/** The same target, which tells what is stored in it. */
function watching(target: ViewTarget): { readonly target: ViewTarget; readonly commits: (readonly ViewChange[])[] } {
  const commits: (readonly ViewChange[])[] = [];
  return {
    commits,
    target: {
      ...target,
      commit(changes) {
        commits.push(changes);
        return target.commit(changes);
      },
    },
  };
}

describe('several projections', () => {
  it('are brought to the head in one read of the log, and stored in one step', async () => {
    const { store, reads } = noting(memoryStore());
    const { target, commits } = watching(memoryTarget());
    await storeEvents(store, [
      Opened({ account: 'a' }),
      ...change('a', 1, -2),
      Moved({ from: 'a', to: 'b', amount: 3 }),
    ]);
    const [accounts, totals] = [ledger(), turnover()];
    const views = projectors(store, [accounts, totals], { target });
    await views.run();
    expect(await views.of(accounts).get('b')).toMatchObject({ balance: 3 });
    expect(await views.of(totals).rows()).toEqual(new Map([['all', { movements: 3, amount: 6 }]]));
    expect(reads).toHaveLength(1);
    expect(commits.map((changes) => changes.map(({ generation }) => generation.projection))).toEqual([
      ['ledger', 'turnover'],
    ]);
    expect(await views.status()).toMatchObject([
      { state: 'idle', caughtUp: true, handled: 4 },
      { state: 'idle', caughtUp: true, handled: 3 },
    ]);
  });

  it('decode an event once when they share its definition', async () => {
    let decoded = 0;
    const Counted = event(
      'ThingCounted',
      z.strictObject({ n: z.int() }).refine(() => ++decoded > 0),
    );
    const sum = (name: string) =>
      projection({
        name,
        version: 1,
        events: [Counted],
        initial: () => ({ sum: 0 }),
        key: () => 'all',
        on: { ThingCounted: (row, e) => ({ sum: row.sum + e.data.n }) },
      });
    const store = memoryStore();
    await storeEvents(store, [Counted({ n: 1 }), Counted({ n: 2 })]);
    const [one, other] = [sum('one'), sum('other')];
    const views = projectors(store, [one, other]);
    await views.run();
    expect(decoded).toBe(2);
    expect([await views.of(one).get('all'), await views.of(other).get('all')]).toEqual([{ sum: 3 }, { sum: 3 }]);
  });

  it('catch up first when they lag, and are then read together', async () => {
    const inner = memoryStore();
    const target = memoryTarget();
    const [accounts, totals] = [ledger(), turnover()];
    const [, second] = await storeEvents(inner, change('a', 1, 2));
    await projectors(inner, [accounts, totals], { target }).run();
    const [, fourth] = await storeEvents(inner, change('a', 3, 4));
    await projectors(inner, [accounts], { target }).run();
    await storeEvents(inner, change('a', 5));

    const { store, reads } = noting(inner);
    const views = projectors(store, [accounts, totals], { target });
    await views.run();
    expect(reads.map(({ after, until, types }) => [after, until, types?.length])).toEqual([
      [second, fourth, 2],
      [fourth, await store.head(), 3],
    ]);
    expect(await views.of(totals).get('all')).toEqual({ movements: 5, amount: 15 });
  });

  it('do not stop each other: the one that cannot take an event stays before it, the others go on', async () => {
    const store = memoryStore();
    let cured = false;
    const [accounts, totals] = [ledger(), turnover({ cured: () => cured })];
    const positions = await storeEvents(store, change('a', 1, 99, 2));
    const views = projectors(store, [accounts, totals]);
    expect(await errorOf(views.run())).toMatchObject({
      code: 'projection-stopped',
      place: { position: positions[1], projection: 'turnover', key: 'all' },
    });
    expect(await views.of(accounts).status()).toMatchObject({ state: 'idle', caughtUp: true, lastError: undefined });
    expect(await views.of(totals).status()).toMatchObject({ state: 'stopped', position: positions[0], handled: 1 });
    expect(await views.of(totals).get('all')).toEqual({ movements: 1, amount: 1 });
    cured = true;
    await views.run();
    expect(await views.of(totals).get('all')).toEqual({ movements: 3, amount: 102 });
  });

  it('park the events of one beside those of the other, and try them again together', async () => {
    const store = memoryStore();
    let cured = false;
    const [accounts, totals] = [ledger({ cured: () => cured }), turnover({ cured: () => cured })];
    const views = projectors(store, [accounts, totals], { poison: { retries: 0 } });
    await views.start();
    const positions = await storeEvents(store, change('a', 13, 99));
    await views.waitFor(positions[1] ?? '');
    expect((await views.of(accounts).parked()).map(({ reason }) => reason)).toEqual(['failed', 'behind']);
    expect((await views.of(totals).parked()).map(({ reason }) => reason)).toEqual(['failed']);
    cured = true;
    expect(await views.replayParked()).toEqual({ replayed: 3, left: 0 });
    expect(await views.of(totals).rows()).toEqual((await replay(store, totals)).rows);
    expect(await views.of(accounts).rows()).toEqual((await replay(store, accounts)).rows);
    await views.stop();
  });

  it('are rebuilt alone when only the version of one changed', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    await storeEvents(store, change('a', 1));
    await projectors(store, [ledger(), turnover()], { target }).run();
    const before = await target.active('ledger');
    const views = projectors(store, [ledger(), turnover({ version: 2 })], { target });
    await views.start();
    expect((await target.active('ledger'))?.id).toBe(before?.id);
    expect((await target.active('turnover'))?.version).toBe(2);
    await views.stop();
  });

  it('have names of their own, and only they are handed out', () => {
    expect(() => projectors(memoryStore(), [ledger(), ledger()])).toThrow(/Two projections are called 'ledger'/);
    expect(() => projectors(memoryStore(), [ledger()]).of(turnover())).toThrow(/not one of these/);
  });

  it('equal fresh folds, whatever the events, the pages and the commits, 100 times', async () => {
    const account = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      account.map((name) => Opened({ account: name })),
      fc.record({ account, by: fc.integer({ min: -9, max: 9 }) }).map(Changed),
      fc.record({ from: account, to: account, amount: fc.integer({ min: 1, max: 9 }) }).map(Moved),
    );
    const part = fc.record({
      appends: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
      who: fc.constantFrom('both', 'ledger', 'turnover'),
    });
    const bounds = fc.record({ events: fc.integer({ min: 1, max: 9 }), weight: fc.constantFrom(1, 400, 1e9) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        bounds,
        async (parts, pageSize, commitAfter) => {
          const store = memoryStore({ pageSize });
          const target = memoryTarget();
          const [accounts, totals] = [ledger(), turnover()];
          for (const { appends, who } of parts) {
            for (const append of appends) await storeTogether(store, append);
            const which = [accounts, totals].filter(({ name }) => who === 'both' || who === name);
            await projectors(store, which, { target, commitAfter }).run();
          }
          const views = projectors(store, [accounts, totals], { target, commitAfter });
          await views.run();
          expect(await views.of(accounts).rows()).toEqual((await replay(store, accounts)).rows);
          expect(await views.of(totals).rows()).toEqual((await replay(store, totals)).rows);
          await views.rebuild({ anew: true });
          expect(await views.of(accounts).rows()).toEqual((await replay(store, accounts)).rows);
        },
      ),
      { numRuns: 100 },
    );
  });
});
