import { BudgetRealized, BudgetReleased, BudgetShortfallDeclared } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { budgetVsPlan } from '../../../src/index.js';
import { ask, by, ceiling, commitment, drafted, on, planItem } from '../../fixtures.js';

const realized = (commitmentId: string, amount: number): GivenEvent => [
  'budget-x-2026',
  BudgetRealized.of({ commitmentId, programId: 'p', amount, documentRef: 'SP2D-1', realizedBy: by }),
];
const released = (commitmentId: string, amount: number): GivenEvent => [
  'budget-x-2026',
  BudgetReleased.of({ commitmentId, programId: 'p', amount, reason: { code: 'saved' }, releasedBy: by }),
];
const shortfall = (shortfallId: string, amount: number, ...items: readonly string[]): GivenEvent => [
  'budget-x-2026',
  BudgetShortfallDeclared.of({
    shortfallId,
    amount,
    affectedItems: items.map((planItemId) => ({ planId: 'x-2026', planItemId })),
    cause: { code: 'dau' },
    declaredBy: by,
  }),
  on('2026-04-01'),
];

const plan = [drafted(), planItem('item'), planItem('other', { cost: 5_000_000 })];

describe('BudgetVsPlan', () => {
  it('sets ceiling, commitments and spending beside the plan, as a whole and by item', async () => {
    const past = [
      ...plan,
      ceiling(20_000_000),
      commitment('c1', 10_000_000),
      realized('c1', 6_000_000),
      released('c1', 1_000_000),
      shortfall('k1', 4_000_000, 'other'),
    ];
    expect(await ask(budgetVsPlan, past, '2026-06-30')).toEqual([
      {
        year: 2026,
        budgetId: 'x-2026',
        planId: 'x-2026',
        itemId: null,
        ceiling: 20_000_000,
        planned: 17_000_000,
        committed: 10_000_000,
        realised: 6_000_000,
        released: 1_000_000,
        open: 3_000_000,
        shortfall: 4_000_000,
        shortfallIds: 'k1',
      },
      {
        year: 2026,
        budgetId: 'x-2026',
        planId: 'x-2026',
        itemId: 'item',
        ceiling: null,
        planned: 12_000_000,
        committed: 10_000_000,
        realised: 6_000_000,
        released: 1_000_000,
        open: 3_000_000,
        shortfall: 0,
        shortfallIds: null,
      },
      {
        year: 2026,
        budgetId: null,
        planId: 'x-2026',
        itemId: 'other',
        ceiling: null,
        planned: 5_000_000,
        committed: 0,
        realised: 0,
        released: 0,
        open: 0,
        shortfall: 4_000_000,
        shortfallIds: 'k1',
      },
    ]);
  });

  it('goes by years and items, and finds the plan of the same agency and year only', async () => {
    const past = [
      drafted({ agencyId: 'y' }, 'y-2026'),
      planItem('item', {}, { planId: 'y-2026' }),
      drafted({ year: 2025 }, 'x-2025'),
      planItem('item', {}, { planId: 'x-2025' }),
      planItem('nowhere', {}, { planId: 'never-drafted' }),
      ceiling(20),
      ...plan,
    ];
    const lines = await ask(budgetVsPlan, past, '2026-06-30');
    expect(lines.map(({ year, planId, itemId }) => [year, planId, itemId])).toEqual([
      [null, 'never-drafted', 'nowhere'],
      [2025, 'x-2025', 'item'],
      [2026, 'x-2026', null],
      [2026, 'x-2026', 'item'],
      [2026, 'x-2026', 'other'],
      [2026, 'y-2026', 'item'],
    ]);
    const [alone] = await ask(
      budgetVsPlan,
      [ceiling(20), planItem('nowhere', {}, { planId: 'never-drafted' })],
      '2026-06-30',
    );
    expect(alone).toMatchObject({ itemId: 'nowhere', planId: 'never-drafted' });
  });

  it('does not divide a shortfall that two items share', async () => {
    const lines = await ask(
      budgetVsPlan,
      [...plan, ceiling(1), shortfall('k1', 4_000_000, 'item', 'other')],
      '2026-06-30',
    );
    expect(lines.map(({ itemId, shortfall: amount, shortfallIds }) => [itemId, amount, shortfallIds])).toEqual([
      [null, 4_000_000, 'k1'],
      ['item', null, 'k1'],
      ['other', null, 'k1'],
    ]);
  });

  it('lets a raised ceiling lift a shortfall, and a lowered one not', async () => {
    const shortOf = async (next: number) =>
      (
        await ask(
          budgetVsPlan,
          [ceiling(10), shortfall('k1', 4, 'item'), ceiling(next, {}, '2026-05-01')],
          '2026-06-30',
        )
      )[0]?.shortfall;
    expect(await shortOf(11)).toBe(0);
    expect(await shortOf(10)).toBe(4);
    expect(await shortOf(6)).toBe(4);
  });

  it('keeps an item in sight that took money and is in no plan any more', async () => {
    const [, line] = await ask(budgetVsPlan, [ceiling(20), commitment('c1', 10, { planItemId: 'gone' })], '2026-06-30');
    expect(line).toMatchObject({ itemId: 'gone', planned: null, committed: 10 });
  });
});
