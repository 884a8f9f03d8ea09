import { DevelopmentPlanEstablished, DevelopmentPlanRevised, DevelopmentPlanSubmitted } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { cycleHistory } from '../../../src/index.js';
import { ask, by, decree, drafted, hash, itemOf, on, planItem } from '../../fixtures.js';

const submitted: GivenEvent = [
  'developmentPlan-x-2026',
  DevelopmentPlanSubmitted.of({ contentHash: hash, totals: { items: 1, participants: 10, cost: 0 }, submittedBy: by }),
  on('2026-01-14'),
];
const established: GivenEvent = [
  'developmentPlan-x-2026',
  DevelopmentPlanEstablished.of({
    contentHash: hash,
    decree,
    validity: { from: '2026-01-20', to: '2026-12-31' },
    establishedBy: by,
  }),
  // One in the morning of the next day in Jakarta.
  { occurredAt: '2026-01-19T18:00:00.000Z' },
];
const revised: GivenEvent = [
  'developmentPlan-x-2026',
  DevelopmentPlanRevised.of({
    causes: [
      { kind: 'evaluation', ref: 'e' },
      { kind: 'budget', ref: 'k1' },
    ],
    changes: [
      { kind: 'remove', itemId: 'item', reason: { code: 'notEffective' } },
      { kind: 'add', item: itemOf('better', { cost: 9_000_000 }) },
      { kind: 'add', item: itemOf('more', { cost: 1_000_000 }) },
    ],
    contentHash: hash,
    decree: { ...decree, number: 'SK-9' },
    revisedBy: by,
  }),
  on('2026-08-01'),
];
const past = [
  drafted({ previousPlanId: 'x-2025', hcdpId: 'x-2025' }),
  planItem('item'),
  submitted,
  established,
  revised,
];

describe('CycleHistory', () => {
  it('tells from plan to plan what was drafted, established and revised, with a line for each cause', async () => {
    const lines = await ask(cycleHistory, past, '2026-12-31');
    const lineage = { year: 2026, planId: 'x-2026', previousPlanId: 'x-2025', hcdpId: 'x-2025' };
    const nothing = { decreeNumber: null, causeKind: null, causeRef: null, items: null, cost: null };
    const second = { step: 'revised', on: '2026-08-01', decreeNumber: 'SK-9', items: 2, cost: 10_000_000 };
    expect(lines).toEqual([
      { ...lineage, ...nothing, step: 'drafted', on: '2026-01-10' },
      {
        ...lineage,
        ...nothing,
        step: 'established',
        on: '2026-01-20',
        decreeNumber: 'SK-1',
        items: 1,
        cost: 12_000_000,
      },
      { ...lineage, ...second, causeKind: 'evaluation', causeRef: 'e' },
      { ...lineage, ...second, causeKind: 'budget', causeRef: 'k1' },
    ]);
  });

  it('stops at the day asked about', async () =>
    expect((await ask(cycleHistory, past, '2026-01-19')).map(({ step }) => step)).toEqual(['drafted']));

  it('goes by years, and counts the day itself', async () => {
    const two = [...past, drafted({ year: 2025 }, 'x-2025')];
    const lines = await ask(cycleHistory, two, '2026-01-20');
    expect(lines.map(({ planId, step }) => [planId, step])).toEqual([
      ['x-2025', 'drafted'],
      ['x-2026', 'drafted'],
      ['x-2026', 'established'],
    ]);
  });
});
