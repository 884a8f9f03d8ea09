import {
  asOf,
  memoryStore,
  projection,
  type RecordedEvent,
  readOn,
  replay,
  replayAll,
} from '@pembinaan/event-sourcing';
import { givenEvents, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changed, change, ledger, Moved, Opened, store as storeEvents, turnover, Unrelated } from './ledger.js';

/** What is known of an account: the corrected value where there is a correction. */
const corrected = projection({
  name: 'corrected',
  version: 1,
  events: [Changed],
  initial: (): { values: Record<string, number> } => ({ values: {} }),
  key: (e) => e.data.account,
  on: {
    AccountChanged: (row, e) => {
      row.values[e.metadata.corrects?.eventId ?? e.id] = e.data.by;
      return row;
    },
  },
});
const sum = (row: { values: Record<string, number> } | undefined): number =>
  Object.values(row?.values ?? {}).reduce((total, value) => total + value, 0);

describe('as of a moment, on two clocks', () => {
  const february = '2026-02-01T00:00:00.000Z';
  const april = '2026-04-01T00:00:00.000Z';
  const stream = 'account-a';
  const history = givenEvents(corrected, [
    [
      stream,
      Changed({ account: 'a', by: 1 }),
      { occurredAt: '2026-01-10T00:00:00.000Z', recordedAt: '2026-01-11T00:00:00.000Z' },
    ],
    [
      stream,
      Changed({ account: 'a', by: 10 }),
      { occurredAt: '2026-03-10T00:00:00.000Z', recordedAt: '2026-03-11T00:00:00.000Z' },
    ],
    // Told late: true in January, known in March.
    [
      stream,
      Changed({ account: 'a', by: 100 }),
      { occurredAt: '2026-01-20T00:00:00.000Z', recordedAt: '2026-03-12T00:00:00.000Z' },
    ],
    // Corrects the first in May: it was 2 all the time.
    [
      stream,
      Changed({ account: 'a', by: 2 }),
      {
        occurredAt: '2026-01-10T00:00:00.000Z',
        recordedAt: '2026-05-01T00:00:00.000Z',
        corrects: { eventId: historyEventId(stream, 0), reason: 'typed wrongly' },
      },
    ],
  ]);

  it.each([
    ['all that is known', {}, 112],
    ['known in February', { recorded: february }, 1],
    ['known in April', { recorded: april }, 111],
    ['true in February, as known today', { effective: february }, 102],
    ['true in February, as known in February', { effective: february, recorded: february }, 1],
    ['true in February, as known in April', { effective: february, recorded: april }, 101],
    ['true in April, as known in April', { effective: april, recorded: april }, 111],
    ['known at the moment of the recording itself', { recorded: '2026-01-11T00:00:00.000Z' }, 1],
    ['known a millisecond earlier', { recorded: '2026-01-10T23:59:59.999Z' }, 0],
    ['true at the moment itself', { effective: '2026-01-10T00:00:00.000Z' }, 2],
    ['true a millisecond earlier', { effective: '2026-01-09T23:59:59.999Z' }, 0],
  ])('%s', async (_, limits, expected) => {
    expect(sum((await history.view(limits)).get('a'))).toBe(expected);
  });

  it('combines with a position', async () => {
    const store = await history.store();
    const positions: string[] = [];
    for await (const page of store.readAll()) positions.push(...page.map((event) => event.position));
    const view = await asOf(store, corrected, { position: positions[2], effective: february });
    expect(sum(view.get('a'))).toBe(101);
    expect(view).toMatchObject({ position: positions[2], handled: 2, trustStored: false });
  });

  it('refuses what is not an instant', async () => {
    const store = await history.store();
    for (const limits of [
      { recorded: '2026-02-01' },
      { effective: 'yesterday' },
      { recorded: '2026-02-30T00:00:00.000Z' },
    ]) {
      await expect(asOf(store, corrected, limits)).rejects.toMatchObject({ code: 'invalid-context' });
    }
  });

  it('is empty on an empty store, and does not see what is written while it reads', async () => {
    expect(await replay(memoryStore(), corrected)).toMatchObject({ position: undefined, handled: 0, rows: new Map() });
    const store = memoryStore({ pageSize: 1 });
    await storeEvents(store, change('a', 1, 2));
    const growing = {
      ...store,
      async *readAll(options?: Parameters<typeof store.readAll>[0]) {
        for await (const page of store.readAll(options)) {
          yield page;
          await storeEvents(store, change('a', 4));
        }
      },
    };
    expect((await replay(growing, ledger())).get('a')?.balance).toBe(3);
  });

  it('validates what is stored unless it is told to trust it, which the view tells', async () => {
    const store = memoryStore();
    await storeEvents(store, [{ type: 'AccountOpened', data: { account: 'a', extra: 1 } }]);
    await expect(replay(store, ledger())).rejects.toMatchObject({ code: 'projection-stopped' });
    expect(await replay(store, ledger(), { trustStored: true })).toMatchObject({ handled: 1, trustStored: true });
  });
});

describe('replay of several projections', () => {
  it('equals the replay of each, in one pass', async () => {
    const store = memoryStore({ pageSize: 2 });
    await storeEvents(store, [
      ...change('a', 1, 2),
      Unrelated({}),
      Opened({ account: 'b' }),
      Moved({ from: 'a', to: 'b', amount: 1 }),
    ]);
    let passes = 0;
    const counting = {
      ...store,
      readAll: (options?: Parameters<typeof store.readAll>[0]) => {
        passes++;
        expect(options?.types).not.toContain('SunRose');
        return store.readAll(options);
      },
    };
    const [one, two] = await replayAll(counting, [ledger(), corrected]);
    expect(passes).toBe(1);
    expect(one.rows).toEqual((await replay(store, ledger())).rows);
    expect(two.rows).toEqual((await replay(store, corrected)).rows);
    expect([one.handled, two.handled]).toEqual([4, 2]);
  });
});

describe('as of a position', () => {
  it('equals a fold of the prefix, at every position', async () => {
    const account = fc.constantFrom('a', 'b');
    const step = fc.oneof(
      fc.record({ account, by: fc.integer({ min: -9, max: 9 }) }).map(Changed),
      fc.record({ from: account, to: account, amount: fc.integer({ min: 1, max: 9 }) }).map(Moved),
      fc.constant(Unrelated({})),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.integer({ min: 1, max: 4 }), async (events, pageSize) => {
        const store = memoryStore({ pageSize });
        await storeEvents(store, events);
        const log: RecordedEvent[] = [];
        for await (const page of store.readAll()) log.push(...page);
        for (const [index, { position }] of log.entries()) {
          const prefix = memoryStore();
          await storeEvents(prefix, log.slice(0, index + 1));
          expect((await asOf(store, ledger(), { position })).rows).toEqual((await replay(prefix, ledger())).rows);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('views that are read on', () => {
  it('equal a fresh fold, wherever the first replay ended, and read only what is new', async () => {
    const projections = [ledger(), turnover()] as const;
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 })), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, steps, async (first, later) => {
        const store = memoryStore();
        await storeEvents(
          store,
          first.flatMap(([account, by]) => change(account, by)),
          { stream: 'account-1' },
        );
        const before = await replayAll(store, projections);
        await storeEvents(
          store,
          later.flatMap(([account, by]) => change(account, by)),
          { stream: 'account-2' },
        );
        const asked: (string | undefined)[] = [];
        const watched = {
          ...store,
          readAll: (options: Parameters<typeof store.readAll>[0]) => {
            asked.push(options?.after);
            return store.readAll(options);
          },
        };
        const on = await readOn(watched, projections, before);
        const fresh = await replayAll(store, projections);
        expect(on.map(({ rows, position, until, handled }) => ({ rows, position, until, handled }))).toEqual(
          fresh.map(({ rows, position, until, handled }) => ({ rows, position, until, handled })),
        );
        expect(asked.every((after) => after === before[0].until)).toBe(true);
      }),
    );
  });
});
