import { describe, expect, it } from 'vitest';
import { cancelled, designed, type Past, people, planned, scheduled } from '../fixtures.js';
import { accountOf, answers, batchOf, roundOf, taught } from './account-of.js';

const begun: Past = [designed('p'), planned(), scheduled('b'), scheduled('c')];

describe('what participants say of a batch', () => {
  it('is told as means, with the share of those present who answered', async () => {
    const account = await accountOf([...begun, ...taught('b', ...people('a', 8)), ...answers('b', [4, 4, 4, 3, 2, 3])]);
    for (const { reaction } of [account, roundOf(account), batchOf(account)]) {
      expect(reaction).toEqual({
        answers: 6,
        responseRate: 7500,
        n: 6,
        batchesHeldBack: 0,
        speaker: 333,
        material: 400,
        organiser: 400,
        facility: 400,
        suppressed: false,
        notTold: null,
      });
    }
  });

  it('is held back where fewer than five answered', async () => {
    const account = await accountOf([...begun, ...taught('b', ...people('a', 8)), ...answers('b', [1, 1, 1, 1])]);
    for (const { reaction } of [account, roundOf(account), batchOf(account)]) {
      expect(reaction).toMatchObject({ answers: 4, responseRate: 5000, n: 0, speaker: null, suppressed: true });
    }
  });

  it('of a small batch is not in the sum either, from which it could be found', async () => {
    const account = await accountOf([...begun, ...answers('b', [4, 4, 4, 4, 3]), ...answers('c', [1, 1])]);
    for (const { reaction } of [account, roundOf(account)]) {
      expect(reaction).toMatchObject({ answers: 7, n: 5, speaker: 380, batchesHeldBack: 1, suppressed: false });
    }
    expect(batchOf(account, 'c').reaction).toMatchObject({ speaker: null, suppressed: true });
  });

  it('is nothing where nobody was asked, and nothing is held back then', async () =>
    expect((await accountOf(begun)).reaction).toMatchObject({
      answers: 0,
      responseRate: null,
      speaker: null,
      suppressed: false,
      notTold: 'nobody',
    }));

  it('does not count where the batch was cancelled', async () =>
    expect((await accountOf([...begun, ...answers('b', [4, 4, 4, 4, 4]), cancelled('b')])).reaction.answers).toBe(0));
});
