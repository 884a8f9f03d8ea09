import { describe, expect, it } from 'vitest';
import { planTree } from '../../../src/index.js';
import { approved, ask, cancelled, designed, drafted, planItem, scheduled } from '../../fixtures.js';

describe('PlanTree', () => {
  it('goes from the plan over items and programmes down to the batches', async () => {
    const past = [
      drafted(),
      planItem('item'),
      planItem('other'),
      designed('p'),
      approved('p'),
      scheduled('b2', { period: { from: '2026-05-01', to: '2026-05-02' } }),
      scheduled('b1'),
      cancelled('b2'),
    ];
    const lines = await ask(planTree, past, '2026-06-30');
    expect(lines[0]).toEqual({
      planId: 'x-2026',
      year: 2026,
      planStatus: 'draft',
      itemId: 'item',
      programId: 'p',
      program: 'Program p (rekaan)',
      track: 'full',
      form: 'KL03',
      programStatus: 'approved',
      batchId: 'b1',
      batchStatus: 'scheduled',
      from: '2026-03-10',
      to: '2026-03-11',
    });
    expect(
      lines.map(({ itemId, programId, batchId, batchStatus }) => [itemId, programId, batchId, batchStatus]),
    ).toEqual([
      ['item', 'p', 'b1', 'scheduled'],
      ['item', 'p', 'b2', 'cancelled'],
      ['other', null, null, null],
    ]);
  });

  it('shows a programme outside every plan with neither plan nor item, and a plan without items as one line', async () => {
    const { planItem: _, ...light } = { planItem: undefined };
    const past = [
      drafted(),
      designed('kombel', {
        track: 'light',
        trackReason: 'tanpa biaya',
        ...light,
        planItem: { planId: 'gone', itemId: 'i' },
      }),
    ];
    const lines = await ask(planTree, past, '2026-06-30');
    expect(lines.map(({ planId, itemId, programId, track }) => [planId, itemId, programId, track])).toEqual([
      [null, null, 'kombel', 'light'],
      ['x-2026', null, null, null],
    ]);
  });
});
