import {
  correctedIn,
  eventFiles,
  filledTo,
  isKnown,
  knownOf,
  memoryTarget,
  projectors,
  replay,
  rowsIn,
  rowsOf,
  withFields,
} from '@pembinaan/event-sourcing';
import { describeProjectionLaws, givenEvents, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { Changed, Moved, Opened } from '../projection/ledger.js';

/** By account and stream; of a change only the amount is kept. */
const accounts = eventFiles({
  name: 'accounts',
  version: 1,
  events: [Opened, Changed, Moved],
  kept: { AccountOpened: [], AccountChanged: ['by'], MoneyMoved: ['from', 'amount'] },
  key: ({ stream, type, data }) =>
    type === 'MoneyMoved' ? [`${data.from}/${stream}`, `${data.to}/${stream}`] : `${data.account}/${stream}`,
});

const past = givenEvents(accounts, [
  ['account-a', Opened({ account: 'a' }), { recordedAt: '2026-01-01T00:00:00.000Z' }],
  ['account-a', Changed({ account: 'a', by: 1 }), { recordedAt: '2026-01-02T00:00:00.000Z' }],
  ['transfer-t', Moved({ from: 'a', to: 'b', amount: 5 }), { recordedAt: '2026-01-03T00:00:00.000Z' }],
  [
    'account-a',
    Changed({ account: 'a', by: 2 }),
    {
      recordedAt: '2026-01-04T00:00:00.000Z',
      corrects: { eventId: historyEventId('account-a', 1), reason: 'typed wrongly' },
    },
  ],
]);

describeProjectionLaws('event files', accounts, { streams: () => ['account-a', 'transfer-t'] });

describe('files of events', () => {
  it('hold what was kept of an event, with both of its times and its place', async () => {
    const { rows } = await replay(await past.store(), accounts);
    const [opened, changed, corrected] = (rows.get('a/account-a') ?? []).map(accounts.entry);
    expect(opened).toMatchObject({ type: 'AccountOpened', revision: 0, data: {} });
    expect(changed).toEqual({
      eventId: historyEventId('account-a', 1),
      type: 'AccountChanged',
      revision: 1,
      position: expect.any(String),
      occurredAt: expect.any(String),
      recordedAt: '2026-01-02T00:00:00.000Z',
      data: { by: 1 },
    });
    expect(corrected?.corrects).toEqual({ eventId: historyEventId('account-a', 1), reason: 'typed wrongly' });
  });

  it('hold an event in each file that it belongs in', async () => {
    const { rows } = await replay(await past.store(), accounts);
    expect([...rows.keys()].sort()).toEqual(['a/account-a', 'a/transfer-t', 'b/transfer-t']);
    expect(rows.get('b/transfer-t')?.map(accounts.entry)).toMatchObject([{ data: { from: 'a', amount: 5 } }]);
  });

  it('tell what was known at a moment, or up to a position', async () => {
    const rows = rowsOf(await replay(await past.store(), accounts));
    const entries = [...(await rows.startingWith('a/')).values()].flat().map(accounts.entry);
    const anything = { recorded: undefined, position: undefined };
    expect(knownOf(entries, anything)).toBe(entries);
    const then = { ...anything, recorded: '2026-01-02T00:00:00.000Z' };
    expect(knownOf(entries, then).map(({ revision }) => revision)).toEqual([0, 1]);
    const third = entries.find(({ type }) => type === 'MoneyMoved');
    expect(entries.filter((entry) => isKnown(entry, { ...anything, position: third?.position }))).toHaveLength(3);
  });

  it('tell which events others correct', async () => {
    const { rows } = await replay(await past.store(), accounts);
    const entries = (rows.get('a/account-a') ?? []).map(accounts.entry);
    expect([...(correctedIn(entries) ?? [])]).toEqual([historyEventId('account-a', 1)]);
    expect(correctedIn(entries.slice(0, 2))).toBeUndefined();
  });

  it('are read alike in memory and from where projectors keep them, in the order of their keys', async () => {
    const store = await past.store();
    const target = memoryTarget();
    await projectors(store, [accounts], { target }).run();
    const folded = rowsOf(await replay(store, accounts));
    const kept = await rowsIn(target, accounts, 'Run the projectors.');
    for (const ask of ['a/', ['b/', 'a/transfer'], 'c/']) {
      expect([...(await kept.startingWith(ask))]).toEqual([...(await folded.startingWith(ask))]);
    }
    expect(await kept.load(['b/transfer-t', 'none'])).toEqual(await folded.load(['b/transfer-t', 'none']));
    expect(kept.position).toBe(folded.position);
    expect(filledTo([kept, { position: '0' }])).toBe('0');
  });

  it('are refused where nobody keeps them, or in another version, saying what to do', async () => {
    const target = memoryTarget();
    await expect(rowsIn(target, accounts, 'Run the projectors.')).rejects.toMatchObject({
      code: 'version-conflict',
      message: expect.stringContaining('Run the projectors.'),
    });
    await projectors(await past.store(), [accounts], { target }).run();
    await expect(rowsIn(target, { ...accounts, version: 2 }, 'Run them anew.')).rejects.toThrow(/served in version 1/);
  });

  it('can be read as if a field said otherwise', async () => {
    const { rows } = await replay(await past.store(), accounts);
    const [, changed] = rows.get('a/account-a') ?? [];
    if (changed === undefined) throw new Error('Nothing was filed.');
    expect(accounts.entry(withFields(changed, accounts.kept.AccountChanged, { by: 7 })).data).toEqual({ by: 7 });
    expect(accounts.entry(changed).data).toEqual({ by: 1 });
  });
});
