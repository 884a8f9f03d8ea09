import { memoryStore, projector } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { ledger, Opened, store as storeEvents } from './ledger.js';

describe('a projected view', () => {
  it('finds the rows whose keys begin with a text, in order, and nothing before there are rows', async () => {
    const store = memoryStore();
    const accounts = projector(store, ledger());
    expect(await accounts.startingWith('a')).toEqual(new Map());
    const opened = ['b/1', 'a/2', 'a0', 'a/1'].map((account) => Opened({ account }));
    await storeEvents(store, opened);
    await accounts.run();
    expect([...(await accounts.startingWith('a/'))]).toEqual([
      ['a/1', { account: 'a/1', balance: 0, steps: [] }],
      ['a/2', { account: 'a/2', balance: 0, steps: [] }],
    ]);
    expect([...(await accounts.startingWith('a/1')).values()][0]?.balance).toBe(0);
  });
});
