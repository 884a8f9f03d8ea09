import {
  EventSourcingError,
  type EventStore,
  memoryStore,
  memoryTarget,
  projector,
  projectors,
  replay,
} from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changed, change, ledger, Moved, store as storeEvents, storeTogether, turnover, Unrelated } from './ledger.js';

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const tick = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const soon = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([promise, tick(2000).then(() => Promise.reject(new Error('It hangs.')))]);

type Mishap = 'drop' | 'end' | 'repeat' | 'delay' | 'none';

/** The same store behind a bad line: what becomes of each message of its subscriptions is told by the list, over and over. */
function badLine(store: EventStore, mishaps: readonly Mishap[]): EventStore {
  let turn = 0;
  return {
    ...store,
    async *subscribe(options) {
      for await (const message of store.subscribe(options)) {
        const mishap = mishaps[turn++ % mishaps.length];
        if (mishap === 'end') return;
        if (mishap === 'drop') throw new EventSourcingError('store-unavailable', 'The line broke.', { todo: 'Wait.' });
        if (mishap === 'delay') await tick(2);
        yield message;
        if (mishap === 'repeat') yield message;
      }
    },
  };
}

describe('live', () => {
  it('rows equal a fresh fold, whatever a line drops, ends, repeats or delays, 25 times', async () => {
    const account = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      fc.record({ account, by: fc.integer({ min: -9, max: 9 }) }).map(Changed),
      fc.record({ from: account, to: account, amount: fc.integer({ min: 1, max: 9 }) }).map(Moved),
    );
    const appends = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const mishaps = fc.array(fc.constantFrom<Mishap>('drop', 'end', 'repeat', 'delay', 'none', 'none', 'none'), {
      minLength: 3,
      maxLength: 12,
    });
    let reconnected = 0;
    await fc.assert(
      fc.asyncProperty(appends, mishaps, async (all, faults) => {
        const store = memoryStore();
        const line = badLine(store, [...faults, 'none', 'none']);
        const [accounts, totals] = [ledger(), turnover()];
        const views = projectors(line, [accounts, totals]);
        await views.start();
        let last = '';
        for (const append of all) {
          last = (await storeTogether(store, append)).at(-1) ?? '';
          await tick();
        }
        await views.waitFor(last, { timeoutMs: 20_000 });
        if ((await views.status()).some(({ lastError }) => lastError !== undefined)) reconnected++;
        await views.stop();
        expect(await views.of(accounts).rows()).toEqual((await replay(store, accounts)).rows);
        expect(await views.of(totals).rows()).toEqual((await replay(store, totals)).rows);
        expect((await views.status()).map(({ handled }) => handled)).toEqual([
          (await replay(store, accounts)).handled,
          (await replay(store, totals)).handled,
        ]);
      }),
      { numRuns: 25 },
    );
    expect(reconnected).toBeGreaterThan(2);
  });

  it('opens a lost connection again, says so, and reads what was missed', async () => {
    const store = memoryStore();
    let broken = false;
    const line: EventStore = {
      ...store,
      async *subscribe(options) {
        for await (const message of store.subscribe(options)) {
          if (broken) throw new Error('The line broke.');
          yield message;
        }
      },
    };
    const people = projector(line, ledger());
    await people.start();
    broken = true;
    const [missed] = await storeEvents(store, change('a', 1));
    await expect.poll(async () => (await people.status()).lastError).toMatchObject({ message: 'The line broke.' });
    expect((await people.status()).state).not.toBe('stopped');
    broken = false;
    await people.waitFor(missed ?? '');
    await expect.poll(async () => (await people.status()).state).toBe('live');
    await people.stop();
  });

  it('sees own appends within 100 ms, mostly within a few', async () => {
    const store = memoryStore();
    const people = projector(store, ledger());
    await people.start();
    const times: number[] = [];
    for (let n = 0; n < 20; n++) {
      const [position] = await storeEvents(store, change('a', 1));
      const began = performance.now();
      await people.waitFor(position ?? '');
      times.push(performance.now() - began);
    }
    await people.stop();
    expect(times.sort((one, other) => one - other)[10]).toBeLessThan(100);
  });

  it('finds what another projector wrote, and goes on beside it', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const [one, other] = [projector(store, ledger(), { target }), projector(store, ledger(), { target })];
    await one.start();
    await other.start();
    for (let n = 0; n < 10; n++) {
      await storeEvents(store, change('a', 1));
      await tick(n % 3);
    }
    const head = (await store.head()) ?? '';
    await one.waitFor(head);
    await other.waitFor(head);
    expect(await one.rows()).toEqual((await replay(store, ledger())).rows);
    expect([(await one.status()).state, (await other.status()).state]).toEqual(['live', 'live']);
    await one.stop();
    await storeEvents(store, change('a', 1));
    await other.waitFor((await store.head()) ?? '');
    await other.stop();
    expect(await other.rows()).toEqual((await replay(store, ledger())).rows);
  });

  it('stops quietly when another projector has stored how far it looked', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const [one, other] = [projector(store, ledger(), { target }), projector(store, ledger(), { target })];
    await one.start();
    await other.start();
    const [seen] = await storeEvents(store, [Unrelated({})]);
    await one.waitFor(seen ?? '');
    await other.waitFor(seen ?? '');
    await one.stop();
    await other.stop();
    expect(await (await target.active('ledger'))?.checkpoint()).toEqual({ position: seen, handled: 0 });
  });

  it('tries again what another projector parked', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const one = projector(store, ledger({ cured: () => true }), { target });
    await one.run();
    const other = projector(store, ledger(), { target, poison: { retries: 0 } });
    await other.start();
    await other.waitFor((await storeEvents(store, change('a', 13)))[0] ?? '');
    await other.stop();
    expect(await one.replayParked()).toEqual({ replayed: 1, left: 0 });
    expect(await one.get('a')).toMatchObject({ balance: 13 });
  });

  it('stops with a clear failure when another projector began to serve another version', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const old = projector(store, ledger(), { target });
    await old.start();
    await projector(store, ledger({ version: 2 }), { target }).run();
    await storeEvents(store, change('a', 1));
    await expect.poll(async () => (await old.status()).state).toBe('stopped');
    expect((await old.status()).lastError).toMatchObject({
      code: 'version-conflict',
      message: expect.stringContaining('in version 2'),
    });
    expect((await target.active('ledger'))?.version).toBe(2);
  });

  it('waits for rows that another process writes', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const [position] = await storeEvents(store, change('a', 1));
    const waiting = projector(store, ledger(), { target }).waitFor(position ?? '');
    await projector(store, ledger(), { target }).run();
    await soon(waiting);
  });
});

describe('start, stop and run', () => {
  it('run() while live catches up, and stop() ends both', async () => {
    const store = memoryStore();
    const deaf: EventStore = {
      ...store,
      // It never tells anything: only run() sees what is new.
      async *subscribe({ signal } = {}) {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      },
    };
    const people = projector(deaf, ledger());
    await people.start();
    await storeEvents(store, change('a', 1));
    await soon(people.run());
    expect(await people.get('a')).toMatchObject({ balance: 1 });
    expect((await people.status()).state).toBe('live');
    await storeEvents(store, change('a', 2));
    const [running, stopping] = [people.run(), people.stop()];
    await soon(Promise.all([running, stopping]));
    expect((await people.status()).state).toBe('idle');
  });

  it('start() after a stop that was not waited for follows again', async () => {
    const store = memoryStore();
    const people = projector(store, ledger());
    await people.start();
    const stopping = people.stop();
    await soon(people.start());
    await soon(stopping);
    const [position] = await storeEvents(store, change('a', 1));
    await people.waitFor(position ?? '');
    expect((await people.status()).state).toBe('live');
    await people.stop();
    expect((await people.status()).state).toBe('idle');
  });

  it('stop() before it is live ends it, and whoever waits for start() goes on', async () => {
    const store = memoryStore({ pageSize: 1 });
    await storeEvents(store, change('a', 1, 2, 3, 4));
    const people = projector(store, ledger());
    const started = people.start();
    await soon(people.stop());
    await soon(errorOf(started));
    expect((await people.status()).state).not.toBe('live');
    await people.run();
    expect(await people.get('a')).toMatchObject({ balance: 10 });
  });

  it('stop() ends following: what is stored later is not folded', async () => {
    const store = memoryStore();
    const people = projector(store, ledger());
    await people.start();
    await storeEvents(store, change('a', 1));
    await people.stop();
    const { handled } = await people.status();
    await storeEvents(store, change('a', 1));
    await tick(20);
    expect((await people.status()).handled).toBe(handled);
  });
});
