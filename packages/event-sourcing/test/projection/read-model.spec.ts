import { memoryStore, projection, readModel, replay, type View, viewOver } from '@pembinaan/event-sourcing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Changed, change, ledger, Moved, Opened, store, Unrelated } from './ledger.js';

const accounts = ledger();
const steps = projection({
  name: 'steps',
  version: 1,
  events: [Changed, Unrelated],
  initial: () => ({ count: 0 }),
  key: (e) => (e.type === 'AccountChanged' ? e.data.account : undefined),
  on: {
    AccountChanged: (row) => {
      row.count++;
      return row;
    },
    SunRose: (row) => row,
  },
});

const balances = readModel({
  name: 'Balances',
  question: { en: 'Who has at least so much?', id: 'Siapa yang memiliki sedikitnya sekian?' },
  projections: [accounts, steps],
  answer: ([known, counted], least: number) =>
    [...known.rows.values()]
      .filter(({ balance }) => balance >= least)
      .map(({ account, balance }) => ({ account, balance, changes: counted.get(account)?.count ?? 0 })),
});

describe('a read model', () => {
  it('answers a question from several projections', async () => {
    const target = memoryStore();
    await store(target, [...change('a', 5, 7), ...change('b', 3), Moved({ from: 'a', to: 'b', amount: 2 })]);
    expect(await balances.ask(target, 0)).toEqual([
      { account: 'a', balance: 10, changes: 2 },
      { account: 'b', balance: 5, changes: 1 },
    ]);
    expect(await balances.ask(target, 6)).toEqual([{ account: 'a', balance: 10, changes: 2 }]);
  });

  it('keeps what it was made of, and names each of its events once', () => {
    expect(balances.name).toBe('Balances');
    expect(balances.question.id).toBe('Siapa yang memiliki sedikitnya sekian?');
    expect(balances.projections).toEqual([accounts, steps]);
    expect(balances.events).toEqual([Opened, Changed, Moved, Unrelated]);
  });

  it('folds its projections in one pass over the log, and only their events', async () => {
    const target = memoryStore();
    await store(target, change('a', 5));
    const asked: unknown[] = [];
    await balances.ask(
      {
        ...target,
        readAll: (options) => {
          asked.push(options?.types);
          return target.readAll(options);
        },
      },
      0,
    );
    expect(asked).toEqual([['AccountOpened', 'AccountChanged', 'MoneyMoved', 'SunRose']]);
  });

  it('answers as of a position, and as of a moment on either clock', async () => {
    let now = '2026-03-01T00:00:00.000Z';
    const target = memoryStore({ now: () => now });
    const [first] = await store(target, change('a', 1), { occurredAt: '2026-02-01T00:00:00.000Z' });
    now = '2026-03-02T00:00:00.000Z';
    await store(target, change('a', 10), { occurredAt: '2026-01-01T00:00:00.000Z' });
    const balance = async (limits: Parameters<typeof balances.ask>[2]) =>
      (await balances.ask(target, 0, limits)).map((line) => line.balance);
    expect(await balance({ position: first })).toEqual([1]);
    expect(await balance({ recorded: '2026-03-01T00:00:00.000Z' })).toEqual([1]);
    expect(await balance({ effective: '2026-01-31T00:00:00.000Z' })).toEqual([10]);
    expect(await balance({})).toEqual([11]);
  });

  it('has no lines in an empty store, and refuses an instant that is none', async () => {
    expect(await balances.ask(memoryStore(), 0)).toEqual([]);
    await expect(balances.ask(memoryStore(), 0, { recorded: 'yesterday' })).rejects.toMatchObject({
      code: 'invalid-context',
    });
  });

  it('answers from rows that are kept elsewhere', async () => {
    const kept = viewOver(new Map([['a', { account: 'a', balance: 4, steps: [] }]]), 'p-1');
    expect(kept).toMatchObject({ position: 'p-1', handled: 1, trustStored: false });
    expect(kept.get('b')).toBeUndefined();
    expect(balances.answer([kept, viewOver(new Map())], 0)).toEqual([{ account: 'a', balance: 4, changes: 0 }]);
  });

  it('answers from views of a replay as it does when it is asked', async () => {
    const target = memoryStore();
    await store(target, change('a', 5, 7));
    const views = [await replay(target, accounts), await replay(target, steps)] as const;
    expect(balances.answer(views, 0)).toEqual(await balances.ask(target, 0));
  });

  it('infers the rows, what is asked and the lines', () => {
    expectTypeOf(balances.ask).parameter(1).toEqualTypeOf<number>();
    expectTypeOf(balances.ask(memoryStore(), 0)).resolves.toEqualTypeOf<
      readonly { account: string; balance: number; changes: number }[]
    >();
    readModel({
      name: 'Types',
      question: { en: '?', id: '?' },
      projections: [steps],
      answer: (views, _on: string) => {
        expectTypeOf(views).toEqualTypeOf<readonly [View<{ count: number }>]>();
        return [];
      },
    });
  });
});
