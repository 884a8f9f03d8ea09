import { BatchCompleted, BudgetCommitted } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { by, commitment, designed, drafted, on, type Past, people, planItem, planned, scheduled } from '../fixtures.js';
import { accountOf, batchOf, realised, released, roundOf, score, taught, tested } from './account-of.js';

const plan = [drafted(), planItem('item', { cost: 12_000_000 })];
const begun: Past = [...plan, designed('p', { estimatedCost: 11_000_000 }), planned(), scheduled('b')];
const five = people('a', 5);

const committedIn = (
  budget: string,
  amount: number,
  some: { planId?: string; planItemId?: string } = {},
): GivenEvent => [
  `budget-${budget}`,
  BudgetCommitted.of({
    commitmentId: 'c',
    planId: 'x-2026',
    planItemId: 'item',
    programId: 'p',
    amount,
    committedBy: by,
    ...some,
  }),
];

const completedAt = (batchId: string, realisedCost: number): GivenEvent => [
  `batch-${batchId}`,
  BatchCompleted.of({
    programId: 'p',
    counts: { nominated: 0, declined: 0, confirmed: 0, attended: 0, completed: 0 },
    realisedCost,
    completedBy: by,
  }),
];

describe('the money of a programme', () => {
  it('puts the item of the plan beside what was committed, spent and given back', async () => {
    const { money } = await accountOf([
      ...begun,
      ...taught('b', 'ani', 'budi', 'citra'),
      commitment('c', 12_000_000),
      realised('x-2026', 'c', 9_000_000),
      released('x-2026', 'c', 2_000_000),
    ]);
    expect(money).toMatchObject({
      planned: 12_000_000,
      estimated: 11_000_000,
      committed: 12_000_000,
      realised: 9_000_000,
      released: 2_000_000,
      open: 1_000_000,
      absorbed: 7500,
      perParticipant: 3_000_000,
      perJp: 300_000,
      items: [{ planId: 'x-2026', itemId: 'item', year: 2026, told: { type: 'PlanItemAdded' } }],
    });
    expect(money.budgets.map(({ told }) => told.map(({ type }) => type))).toEqual([
      ['BudgetCommitted', 'BudgetRealized', 'BudgetReleased'],
    ]);
  });

  it('adds up two budgets that use one number for their commitments, and the items of both plans', async () => {
    const { money } = await accountOf([
      ...begun,
      drafted({ year: 2027 }, 'x-2027'),
      planItem('again', { cost: 8_000_000 }, { planId: 'x-2027', details: on('2026-02-12') }),
      committedIn('x-2026', 12_000_000),
      committedIn('y-2026', 6_000_000, { planId: 'x-2027', planItemId: 'again' }),
      realised('y-2026', 'c', 5_000_000),
    ]);
    expect(money).toMatchObject({ planned: 20_000_000, committed: 18_000_000, realised: 5_000_000 });
    expect(money.budgets).toMatchObject([
      { budgetId: 'x-2026', committed: 12_000_000, realised: 0, open: 12_000_000 },
      { budgetId: 'y-2026', committed: 6_000_000, realised: 5_000_000, open: 1_000_000 },
    ]);
  });

  it('says why a figure is missing, and never 0 instead', async () => {
    const { money } = await accountOf([designed('p'), planned(), scheduled('b')]);
    expect(money).toMatchObject({ planned: null, absorbed: null, perParticipant: null, perJp: null });
    expect(money.because).toMatchObject({
      planned: 'notPlanned',
      absorbed: 'nothingCommitted',
      perParticipant: 'nothingCommitted',
      ofBatches: 'notCompleted',
    });
    const unspent = await accountOf([...begun, commitment('c', 12_000_000)]);
    expect(unspent.money).toMatchObject({ absorbed: 0, because: { perParticipant: 'nothingRealised' } });
    const unfinished = await accountOf([...begun, commitment('c', 12_000_000), realised('x-2026', 'c', 1)]);
    expect(unfinished.money.because).toMatchObject({ perParticipant: 'noneCompleted', perGainPoint: 'noPairs' });
  });

  it('has a reason for each figure that is null, and for no other', async () => {
    const account = await accountOf([...begun, ...taught('b', 'ani'), commitment('c', 12_000_000)]);
    for (const { money } of [account, roundOf(account), batchOf(account)]) {
      const { because, items: _, budgets: __, ...figures } = money;
      const missing = Object.entries(figures).flatMap(([figure, amount]) => (amount === null ? [figure] : []));
      expect(Object.keys(because).sort()).toEqual(missing.sort());
    }
  });
});

describe('the cost of a point of learning gain', () => {
  const spent = [commitment('c', 12_000_000), realised('x-2026', 'c', 9_000_000)];

  it('is what was spent over the mean gain in points, between the limits of the gain', async () => {
    const gains = [1000, 2000, 3000, 2000, 2000];
    const { money } = await accountOf([
      ...begun,
      ...taught('b', ...five),
      ...five.flatMap((id, index) => [score('b', id, 'pre', 5000), score('b', id, 'post', 5000 + (gains[index] ?? 0))]),
      ...spent,
    ]);
    // Gains of 10, 20, 30, 20 and 20 points: mean 20, standard deviation sqrt(50), t(0.975, 4) = 2.776445.
    const half = 2.776445 * Math.sqrt(50 / 5);
    expect(money.perGainPoint).toBe(450_000);
    expect(money.perGainPointLow).toBeCloseTo(9_000_000 / (20 + half), -1);
    expect(money.perGainPointHigh).toBeCloseTo(9_000_000 / (20 - half), -1);
  });

  it('is not told where nothing was gained', async () => {
    const { money } = await accountOf([...begun, ...tested('b', five, 6000, 6000), ...spent]);
    expect(money).toMatchObject({ perGainPoint: null, because: { perGainPoint: 'effectNotPositive' } });
  });

  it('does not tell the gain of too few', async () => {
    const { money } = await accountOf([...begun, ...tested('b', five.slice(1), 5000, 6000), ...spent]);
    expect(money).toMatchObject({ perGainPoint: null, because: { perGainPoint: 'suppressed' } });
  });
});

describe('the money of a batch', () => {
  it('is what was told when it was completed; a round adds up, and nothing else is known of them', async () => {
    const account = await accountOf([
      ...begun,
      scheduled('c'),
      scheduled('d'),
      ...taught('b', 'ani', 'budi'),
      ...taught('c', 'citra'),
      ...taught('d', 'dewi'),
      completedAt('b', 4_000_000),
      completedAt('c', 2_000_000),
      commitment('c', 12_000_000),
      realised('x-2026', 'c', 7_000_000),
    ]);
    expect(batchOf(account).money).toMatchObject({
      realised: 4_000_000,
      perParticipant: 2_000_000,
      perJp: 200_000,
      planned: null,
      committed: null,
      because: { planned: 'ofProgram', committed: 'ofProgram', absorbed: 'ofProgram' },
    });
    expect(batchOf(account, 'd').money).toMatchObject({ realised: null, because: { realised: 'notCompleted' } });
    // Who completed the batch whose cost is not known yet is not among those for whom it was spent.
    expect(roundOf(account).money).toMatchObject({ realised: 6_000_000, perParticipant: 2_000_000 });
    expect(account.money).toMatchObject({ realised: 7_000_000, ofBatches: 6_000_000, perParticipant: 1_750_000 });
  });

  it('that is 0 makes no participant and no gain free of charge', async () => {
    const { money } = batchOf(
      await accountOf([...begun, ...taught('b', ...five), ...tested('b', five, 5000, 6000), completedAt('b', 0)]),
    );
    expect(money).toMatchObject({ realised: 0, perParticipant: null, perGainPoint: null });
    expect(money.because).toMatchObject({ perParticipant: 'zeroCost', perJp: 'zeroCost', perGainPoint: 'zeroCost' });
  });
});
