import { describe, expect, it } from 'vitest';
import { designed, type Past, people, planned, policy, scheduled } from '../fixtures.js';
import { accountOf, batchOf, estimatesFrom, rated, roundOf, taught, tested } from './account-of.js';

const begun: Past = [
  designed('p'),
  planned(),
  scheduled('b'),
  scheduled('c'),
  ...taught('b', ...people('a', 10)),
  ...taught('c', 'x', 'y'),
];
const five = people('a', 5);

describe('behaviour at work', () => {
  it('is the mean over people, each counted alike, as others than themselves see it', async () => {
    const account = await accountOf([
      ...begun,
      ...five.map((id) => rated('b', id, [4, 2])),
      // Three more who find a1 very good do not make a1 count four times.
      ...['peer', 'peer', 'subordinate'].map((kind) =>
        rated('b', 'a1', [5, 5], kind === 'peer' ? 'peer' : 'subordinate'),
      ),
      ...five.map((id) => rated('b', id, [5], 'self')),
    ]);
    for (const { behaviour } of [account, roundOf(account), batchOf(account)]) {
      expect(behaviour).toMatchObject({
        rated: 5,
        raters: { self: 5, superior: 5, peer: 2, subordinate: 1 },
        outside: 0,
        n: 5,
        // a1 has (3 + 5 + 5 + 5) / 4 = 4.5, the others 3.
        mean: 330,
        suppressed: false,
        notTold: null,
      });
    }
    expect(batchOf(account).behaviour.responseRate).toBe(5000);
    expect(roundOf(account).behaviour.responseRate).toBe(4167);
    expect(batchOf(account, 'c').behaviour.responseRate).toBe(0);
  });

  it('is not what people say of themselves', async () =>
    expect((await accountOf([...begun, ...five.map((id) => rated('b', id, [5], 'self'))])).behaviour).toMatchObject({
      rated: 0,
      mean: null,
      notTold: 'nobody',
    }));

  it('of fewer than five is held back at every level', async () => {
    const account = await accountOf([...begun, ...five.slice(1).map((id) => rated('b', id, [1]))]);
    for (const { behaviour } of [account, roundOf(account), batchOf(account)]) {
      expect(behaviour).toMatchObject({ rated: 4, mean: null, suppressed: true });
    }
  });

  it('of a small batch is not the difference of its round and the other batch', async () => {
    const account = await accountOf([
      ...begun,
      ...people('a', 6).map((id) => rated('b', id, [4])),
      ...['x', 'y'].map((id) => rated('c', id, [1])),
    ]);
    expect(roundOf(account).behaviour).toMatchObject({ n: 8, mean: 325 });
    expect(batchOf(account).behaviour).toMatchObject({ mean: null, notTold: 'wouldTellOthers' });
    expect(batchOf(account, 'c').behaviour).toMatchObject({ mean: null, notTold: 'tooFew' });
  });

  it('counts a person who was in two batches of a round once, by all that was said of him or her', async () => {
    const account = await accountOf([
      ...begun,
      ...taught('c', 'a1'),
      ...five.map((id) => rated('b', id, [4])),
      rated('c', 'a1', [2], 'peer'),
    ]);
    expect(roundOf(account).behaviour).toMatchObject({ rated: 5, n: 5, mean: 380 });
    expect(batchOf(account, 'c').behaviour).toMatchObject({ rated: 0, responseRate: 3333 });
  });

  it('of who did not complete, or out of the window, does not count, and is told as such', async () => {
    const past = [...begun, ...five.map((id) => rated('b', id, [4])), rated('b', 'nobody', [1])];
    expect((await accountOf(past)).behaviour).toMatchObject({ rated: 5, outside: 1, mean: 400 });
    const narrow = policy({ 'evaluation.l3.window': { from: 200, to: 365 } });
    expect((await accountOf([narrow, ...past])).behaviour).toMatchObject({ rated: 0, outside: 6, notTold: 'nobody' });
  });

  it('is in a round what the estimate of the round says, so that the two tell nothing by their difference', async () => {
    const past = [
      ...begun,
      ...taught('c', 'a1'),
      ...tested('b', people('a', 6), 5000, 6000),
      ...tested('c', ['a1', 'x'], 1000, 9000),
      ...people('a', 6).map((id, index) => rated('b', id, [1 + (index % 5), 3])),
      rated('c', 'a1', [5, 5, 5], 'peer'),
      rated('c', 'x', [5, 5, 2]),
    ];
    const [estimates] = await estimatesFrom(past);
    const { behaviour, learning } = roundOf(await accountOf(past));
    expect(behaviour.rated).toBe(estimates?.behaviour.rated);
    expect(behaviour.responseRate).toBe(estimates?.behaviour.responseRate);
    expect(behaviour.mean).toBe(Math.round(estimates?.behaviour.mean ?? 0));
    expect(learning.pairs).toBe(estimates?.learning.pairs);
    expect(learning.classGain).toBe(Math.round(10_000 * (estimates?.learning.normalisedGain?.estimate ?? 0)));
  });
});
