import {
  type EventStore,
  isEventSourcingError,
  isRecordedEvent,
  memoryStore,
  memoryTarget,
  PROJECTOR_STATES,
  projection,
  projector,
  replay,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changed, change, ledger, Moved, Opened, store as storeEvents, Unrelated } from './ledger.js';

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const poison = { retries: 2, pauseMs: 1 };

describe('run', () => {
  it('catches up to the head, also past events of other types, and goes on from its checkpoint', async () => {
    const store = memoryStore({ pageSize: 3 });
    let handled = 0;
    const target = memoryTarget();
    const view = ledger({ handled: () => handled++ });
    await storeEvents(store, [Opened({ account: 'a' }), ...change('a', 1, 2, 3, 4, 5)]);
    await projector(store, view, { target }).run();
    const [last] = await storeEvents(store, [...change('a', 6), Unrelated({})]).then((all) => all.slice(-1));
    const second = projector(store, view, { target });
    await second.run();
    expect(handled).toBe(6);
    expect(await second.get('a')).toEqual({ account: 'a', balance: 21, steps: ['1', '2', '3', '4', '5', '6'] });
    expect(await second.status()).toMatchObject({
      state: 'idle',
      position: last,
      caughtUp: true,
      lagMs: 0,
      handled: 7,
    });
    expect((await second.status()).ratePerSecond).toBeGreaterThan(0);
  });

  it('works on an empty store', async () => {
    const people = projector(memoryStore(), ledger());
    await people.run();
    expect(await people.status()).toMatchObject({ state: 'idle', position: undefined, caughtUp: true, handled: 0 });
    expect(await people.get('a')).toBeUndefined();
    expect((await people.rows()).size).toBe(0);
  });

  it('removes rows, and begins anew with one that comes back', async () => {
    const open = projection({
      name: 'open',
      version: 1,
      events: [Opened, Changed],
      initial: () => ({ opened: 0 }),
      key: (e) => e.data.account,
      on: { AccountOpened: (row) => ({ opened: row.opened + 1 }), AccountChanged: () => null },
    });
    const store = memoryStore();
    const accounts = projector(store, open);
    await storeEvents(store, [Opened({ account: 'a' }), Opened({ account: 'b' }), Opened({ account: 'b' })]);
    await accounts.run();
    await storeEvents(store, [...change('a', 1), ...change('b', 1), Opened({ account: 'b' })]);
    await accounts.run();
    expect(await accounts.rows()).toEqual(new Map([['b', { opened: 1 }]]));
  });

  it('reads no farther than the head at its beginning, so that it ends while others write', async () => {
    const store = memoryStore();
    const [position] = await storeEvents(store, change('a', 1));
    const limits: unknown[] = [];
    const noting = {
      ...store,
      readAll: (options?: Parameters<typeof store.readAll>[0]) => {
        limits.push(options?.until, options?.types);
        return store.readAll(options);
      },
    };
    await projector(noting, ledger()).run();
    expect(limits).toEqual([position, ['AccountOpened', 'AccountChanged', 'MoneyMoved']]);
  });

  it('hands out copies', async () => {
    const store = memoryStore();
    await storeEvents(store, change('a', 1));
    const people = projector(store, ledger());
    await people.run();
    (await people.get('a'))?.steps.push('intruder');
    expect((await people.rows()).get('a')?.steps).toEqual(['1']);
  });

  it('stops before a poison event, with everything before it stored, and names event and cause', async () => {
    const store = memoryStore({ pageSize: 4 });
    const positions = await storeEvents(store, change('a', 1, 2, 3, 4, 5, 13, 6));
    let cured = false;
    const people = projector(store, ledger({ cured: () => cured }));
    const error = await errorOf(people.run());
    expect(isEventSourcingError(error, 'projection-stopped')).toBe(true);
    expect(error).toMatchObject({ place: { position: positions[5] }, cause: new Error('unlucky') });
    expect(await people.status()).toMatchObject({
      state: 'stopped',
      position: positions[4],
      handled: 5,
      lastError: error,
    });
    // The handler had changed the row before it threw: nothing of that is left.
    expect(await people.get('a')).toEqual({ account: 'a', balance: 15, steps: ['1', '2', '3', '4', '5'] });
    cured = true;
    await people.run();
    expect(await people.get('a')).toMatchObject({ balance: 34, steps: ['1', '2', '3', '4', '5', '13', '6'] });
    expect(await people.status()).toMatchObject({ state: 'idle', lastError: undefined });
  });

  it('stops at an event that cannot be decoded', async () => {
    const store = memoryStore();
    const [, second] = await storeEvents(store, [
      ...change('a', 1),
      { ...Changed({ account: 'a', by: 2 }), schemaVersion: 2 },
    ]);
    const error = await errorOf(projector(store, ledger()).run());
    expect(error).toMatchObject({
      code: 'projection-stopped',
      place: { position: second },
      cause: { code: 'newer-event-version' },
    });
  });

  it('finds the event that made a row which is not plain JSON', async () => {
    const store = memoryStore();
    const positions = await storeEvents(store, change('a', 1, 2, 3, 4, 5, 6, 7));
    const dated = projection({
      name: 'dated',
      version: 1,
      events: [Changed],
      initial: () => ({ sum: 0 }),
      key: () => 'all',
      on: { AccountChanged: (row, e) => ({ sum: e.data.by === 5 ? Number.NaN : row.sum + e.data.by }) },
    });
    const people = projector(store, dated);
    expect(await errorOf(people.run())).toMatchObject({
      place: { position: positions[4] },
      cause: { code: 'not-plain-json' },
    });
    expect(await people.get('all')).toEqual({ sum: 10 });
  });

  it('builds the rows anew when the version changed, and serves the old ones until then', async () => {
    const store = memoryStore();
    await storeEvents(store, change('a', 1));
    const target = memoryTarget();
    await projector(store, ledger(), { target }).run();
    await storeEvents(store, change('a', 13));
    const second = projector(store, ledger({ version: 2 }), { target });
    await errorOf(second.run());
    expect(await second.status()).toMatchObject({ state: 'stopped', version: 1 });
    expect(await second.get('a')).toMatchObject({ balance: 1 });
    const third = projector(store, ledger({ version: 2, cured: () => true }), { target });
    await third.run();
    expect(await third.status()).toMatchObject({ state: 'idle', version: 2 });
    expect(await third.get('a')).toMatchObject({ balance: 14 });
  });

  it('goes on from what another projector stored meanwhile', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const [one, other] = [projector(store, ledger(), { target }), projector(store, ledger(), { target })];
    await one.run();
    await other.run();
    await storeEvents(store, change('a', 1));
    await one.run();
    expect(await other.status()).toMatchObject({ caughtUp: true, handled: 1 });
    await storeEvents(store, change('a', 2));
    await other.run();
    await storeEvents(store, change('a', 3));
    await one.run();
    expect(await other.get('a')).toEqual({ account: 'a', balance: 6, steps: ['1', '2', '3'] });
  });

  it('equals a fresh fold, whatever the events and wherever it was interrupted', async () => {
    const account = fc.constantFrom('a', 'b', 'c');
    const step = fc.oneof(
      account.map((name) => Opened({ account: name })),
      fc.record({ account, by: fc.integer({ min: -9, max: 9 }) }).map(Changed),
      fc.record({ from: account, to: account, amount: fc.integer({ min: 1, max: 9 }) }).map(Moved),
      fc.constant(Unrelated({})),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (parts, pageSize) => {
          const store = memoryStore({ pageSize });
          const target = memoryTarget();
          for (const part of parts) {
            await storeEvents(store, part);
            await projector(store, ledger(), { target }).run();
          }
          const people = projector(store, ledger(), { target });
          await people.run();
          const fresh = await replay(store, ledger());
          expect(await people.rows()).toEqual(fresh.rows);
          await people.rebuild();
          expect(await people.rows()).toEqual(fresh.rows);
          expect((await people.status()).handled).toBe(fresh.handled);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('start', () => {
  it('catches up, follows the store, and stores its checkpoint at the stop', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    await storeEvents(store, change('a', 1, 2));
    const people = projector(store, ledger(), { target });
    await people.start();
    expect((await people.status()).state).toBe('live');
    const positions = await storeEvents(store, [...change('a', 3), Unrelated({})]);
    await people.waitFor(positions[1] ?? '');
    expect(await people.get('a')).toMatchObject({ balance: 6 });
    await people.stop();
    expect((await people.status()).state).toBe('idle');
    expect(await (await target.active('ledger'))?.checkpoint()).toEqual({ position: positions[1], handled: 3 });
    await storeEvents(store, change('a', 4));
    expect((await people.status()).caughtUp).toBe(false);
    await people.start();
    expect(await people.get('a')).toMatchObject({ balance: 10 });
    await people.stop();
  });

  it('folds a burst in few commits', async () => {
    const store = memoryStore();
    const inner = memoryTarget();
    let commits = 0;
    const counting: ViewTarget = {
      ...inner,
      commit(changes) {
        commits++;
        return inner.commit(changes);
      },
    };
    const people = projector(store, ledger(), { target: counting });
    await people.start();
    const positions = await storeEvents(store, change('a', ...new Array<number>(2000).fill(1)));
    await people.waitFor(positions.at(-1) ?? '');
    expect(await people.get('a')).toMatchObject({ balance: 2000 });
    expect(commits).toBeLessThan(200);
    await people.stop();
  });

  it('tries a poison event again before it parks it', async () => {
    const store = memoryStore();
    let attempts = 0;
    const people = projector(store, ledger({ cured: () => ++attempts > 2 }), { poison });
    await people.start();
    const [position] = await storeEvents(store, change('a', 13));
    await people.waitFor(position ?? '');
    expect(await people.get('a')).toEqual({ account: 'a', balance: 13, steps: ['13'] });
    expect(await people.parked()).toEqual([]);
    await people.stop();
  });

  it('parks a poison event, and later events of its rows behind it, and goes on with the others', async () => {
    const store = memoryStore();
    let cured = false;
    const people = projector(store, ledger({ cured: () => cured }), { poison });
    await people.start();
    const positions = await storeEvents(store, [
      ...change('a', 1, 13, 2),
      ...change('b', 1),
      Moved({ from: 'a', to: 'b', amount: 5 }),
      ...change('b', 2),
      ...change('c', 3),
    ]);
    await people.waitFor(positions.at(-1) ?? '');
    expect((await people.parked()).map((event) => [event.position, event.reason])).toEqual([
      [positions[1], 'failed'],
      [positions[2], 'behind'],
      [positions[4], 'behind'],
      [positions[5], 'behind'],
    ]);
    expect((await people.parked())[0]?.message).toMatch(/unlucky/);
    expect([...(await people.rows()).values()].map((row) => [row.account, row.balance])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
    expect(await people.status()).toMatchObject({ state: 'live', parked: 4, handled: 3 });

    expect(await people.replayParked()).toEqual({ replayed: 0, left: 4 });
    cured = true;
    expect(await people.replayParked()).toEqual({ replayed: 4, left: 0 });
    expect(await people.parked()).toEqual([]);
    expect(await people.rows()).toEqual((await replay(store, ledger({ cured: () => true }))).rows);

    const [after] = await storeEvents(store, change('a', 4));
    await people.waitFor(after ?? '');
    expect((await people.get('a'))?.steps).toEqual(['1', '13', '2', '-5', '4']);
    await people.stop();
  });

  it('stores a parked event and the checkpoint after it in one step', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const people = projector(store, ledger(), { target, poison });
    await people.start();
    const [position] = await storeEvents(store, change('a', 13));
    await people.waitFor(position ?? '');
    expect(await (await target.active('ledger'))?.checkpoint()).toEqual({ position, handled: 0 });
    await people.stop();
  });

  it('keeps parked events, and what waits behind them, over a restart', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const first = projector(store, ledger(), { target, poison });
    await first.run();
    await storeEvents(store, change('a', 13));
    await first.start();
    await first.stop();
    await storeEvents(store, change('a', 1));
    const second = projector(store, ledger({ cured: () => true }), { target });
    await second.run();
    expect((await second.parked()).map((event) => event.reason)).toEqual(['failed', 'behind']);
    expect(await second.replayParked()).toEqual({ replayed: 2, left: 0 });
    expect((await second.get('a'))?.steps).toEqual(['13', '1']);
  });

  it('parks an event that cannot be decoded alone', async () => {
    const store = memoryStore();
    const people = projector(store, ledger(), { poison });
    await people.start();
    const positions = await storeEvents(store, [
      ...change('a', 1),
      { ...Changed({ account: 'a', by: 2 }), schemaVersion: 9 },
      ...change('a', 3),
    ]);
    await people.waitFor(positions[2] ?? '');
    expect(await people.parked()).toMatchObject([{ position: positions[1], reason: 'unreadable', keys: [] }]);
    expect(await people.get('a')).toMatchObject({ balance: 4 });
    expect(await people.replayParked()).toEqual({ replayed: 0, left: 1 });
    await people.stop();
  });

  it('parks events that failed in a way that equals a fold without them, whatever the events', async () => {
    const account = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.record({ account, by: fc.constantFrom(1, 2, 3, 4, 13) }).map(Changed),
      fc.record({ from: account, to: account, amount: fc.constantFrom(1, 2, 3, 13) }).map(Moved),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), async (events, pageSize) => {
        const store = memoryStore({ pageSize });
        let cured = false;
        const people = projector(store, ledger({ cured: () => cured }), { poison: { retries: 0, pauseMs: 0 } });
        await people.run();
        await storeEvents(store, events);
        await people.start();
        await people.stop();
        const parked = new Set((await people.parked()).map((event) => event.position));
        const rest = memoryStore();
        for await (const page of store.readAll())
          await storeEvents(
            rest,
            page.filter((event) => !parked.has(event.position)),
          );
        expect(await people.rows()).toEqual((await replay(rest, ledger())).rows);
        expect((await people.status()).position).toBe(await store.head());
        cured = true;
        await people.replayParked();
        expect(await people.rows()).toEqual((await replay(store, ledger({ cured: () => true }))).rows);
      }),
      { numRuns: 100 },
    );
  });

  it('stops when the store fails, and says so', async () => {
    const store = memoryStore();
    const people = projector(store, ledger());
    await people.start();
    await store.close();
    await expect.poll(() => errorOf(people.waitFor('9'))).toMatchObject({ code: 'store-closed' });
    expect(await people.status()).toMatchObject({ state: 'stopped', lastError: { code: 'store-closed' } });
  });
});

describe('waitFor', () => {
  it('fails after the timeout', async () => {
    const store = memoryStore();
    const [position] = await storeEvents(store, change('a', 1));
    expect(await errorOf(projector(store, ledger()).waitFor(position ?? '', { timeoutMs: 5 }))).toMatchObject({
      code: 'wait-timeout',
    });
  });

  it('fails at once when the projector stopped', async () => {
    const store = memoryStore();
    const [position] = await storeEvents(store, change('a', 13));
    const people = projector(store, ledger());
    const waiting = errorOf(people.waitFor(position ?? '', { timeoutMs: 60_000 }));
    const error = await errorOf(people.run());
    expect(await waiting).toBe(error);
    expect(await errorOf(people.waitFor(position ?? ''))).toBe(error);
  });
});

describe('rebuild', () => {
  it('serves the old rows, and follows the store, until the switch', async () => {
    const store = memoryStore({ pageSize: 10 });
    const inner = memoryTarget();
    let hold = Promise.resolve();
    const target: ViewTarget = {
      ...inner,
      async commit(changes) {
        const served = await inner.active('ledger');
        if (served !== undefined && changes.some(({ generation }) => generation.id !== served.id)) await hold;
        await inner.commit(changes);
      },
    };
    await storeEvents(store, change('a', ...new Array<number>(100).fill(1)));
    const people = projector(store, ledger(), { target });
    await people.start();

    let release = (): void => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const rebuilt = people.rebuild();
    await expect.poll(async () => (await people.status()).state).toBe('rebuilding');
    const [position] = await storeEvents(store, change('a', 1));
    await people.waitFor(position ?? '');
    expect(await people.get('a')).toMatchObject({ balance: 101 });
    expect((await people.status()).state).toBe('rebuilding');

    let least = 101;
    let reading = true;
    const reader = (async () => {
      while (reading) {
        const [one, all] = [await people.get('a'), await people.rows()];
        least = Math.min(least, one?.balance ?? 0, all.get('a')?.balance ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    })();
    release();
    await rebuilt;
    reading = false;
    await reader;
    expect(least).toBe(101);
    expect(await people.status()).toMatchObject({ state: 'live', handled: 101 });
    const [next] = await storeEvents(store, change('a', 1));
    await people.waitFor(next ?? '');
    expect(await people.get('a')).toMatchObject({ balance: 102 });
    await people.stop();
  });

  it('stops at a poison event, and the old rows and their parked events stay', async () => {
    const store = memoryStore();
    const people = projector(store, ledger(), { poison });
    await people.start();
    const [, , last] = await storeEvents(store, [...change('a', 1, 13), ...change('b', 2)]);
    await people.waitFor(last ?? '');
    const before = await people.status();
    expect(await errorOf(people.rebuild())).toMatchObject({ code: 'projection-stopped' });
    expect(await people.status()).toMatchObject({ state: 'live', position: before.position, parked: 1 });
    expect(await people.get('b')).toMatchObject({ balance: 2 });
    const [next] = await storeEvents(store, change('b', 1));
    await people.waitFor(next ?? '');
    expect(await people.get('b')).toMatchObject({ balance: 3 });
    await people.stop();
  });

  it('may overtake the subscription, which then repeats nothing', async () => {
    const store = memoryStore();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: EventStore = {
      ...store,
      async *subscribe(options) {
        for await (const message of store.subscribe(options)) {
          if (isRecordedEvent(message)) await held;
          yield message;
        }
      },
    };
    const people = projector(slow, ledger());
    await people.start();
    await storeEvents(store, change('a', 1, 2));
    await people.rebuild();
    expect(await people.get('a')).toMatchObject({ balance: 3 });
    release();
    const [position] = await storeEvents(store, change('a', 4));
    await people.waitFor(position ?? '');
    expect((await people.get('a'))?.steps).toEqual(['1', '2', '4']);
    await people.stop();
  });

  it('is one rebuild when asked for twice', async () => {
    const store = memoryStore();
    await storeEvents(store, change('a', 1));
    let handled = 0;
    const people = projector(store, ledger({ handled: () => handled++ }));
    await Promise.all([people.rebuild(), people.rebuild()]);
    expect(handled).toBe(1);
    expect(await people.get('a')).toMatchObject({ balance: 1 });
  });
});

it('lists its states', () => {
  expect(PROJECTOR_STATES).toEqual(['idle', 'catchingUp', 'live', 'rebuilding', 'stopped']);
});
