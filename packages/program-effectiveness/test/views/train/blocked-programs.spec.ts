import {
  BudgetShortfallDeclared,
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramMethodRevised,
  ProgramSuspended,
} from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { blockedPrograms } from '../../../src/index.js';
import { approved, ask, by, ceiling, commitment, designed, material, on, type Past } from '../../fixtures.js';

const program = [designed('p'), approved('p')];
const suspended: GivenEvent = [
  'program-p',
  ProgramSuspended.of({ reason: { code: 'budget' }, until: '2026-09-01', suspendedBy: by }),
  // One in the morning of 2 May in Jakarta.
  { occurredAt: '2026-05-01T18:00:00.000Z' },
];
const reviewed: GivenEvent = [
  'program-p',
  MethodReviewOrdered.of({ recommendationId: 'r', questions: ['mengapa?'], due: '2026-08-01', orderedBy: by }),
  on('2026-04-01'),
];
const shortfall: GivenEvent = [
  'budget-x-2026',
  BudgetShortfallDeclared.of({
    shortfallId: 'k1',
    amount: 1000,
    affectedItems: [{ planId: 'x-2026', planItemId: 'item' }],
    cause: { code: 'dau' },
    declaredBy: by,
  }),
  on('2026-03-01'),
];
const blocksOf = async (past: Past, day = '2026-06-30') =>
  (await ask(blockedPrograms, past, day)).map(({ block, since }) => [block, since]);

describe('BlockedPrograms', () => {
  it('names everything that holds a programme up, since when, until when and why', async () => {
    const past = [...program, suspended, reviewed, shortfall, material('modul', { validUntil: '2026-01-31' })];
    const head = { programId: 'p', program: 'Program p (rekaan)' };
    expect(await ask(blockedPrograms, past, '2026-06-30')).toEqual([
      { ...head, block: 'expiredMaterial', since: '2026-02-01', until: null, because: 'modul' },
      { ...head, block: 'shortfall', since: '2026-03-01', until: null, because: 'dau' },
      { ...head, block: 'methodReview', since: '2026-04-01', until: '2026-08-01', because: null },
      { ...head, block: 'suspended', since: '2026-05-02', until: '2026-09-01', because: 'budget' },
    ]);
  });

  it('lets go of what was answered: a continued programme, a revised method, a raised ceiling', async () => {
    const continued = ProgramContinued.of({ recommendationId: 'r', endsSuspension: true, continuedBy: by });
    const revised = ProgramMethodRevised.of({ changes: [{ aspect: 'a', from: 'b', to: 'c' }], revisedBy: by });
    expect(await blocksOf([...program, suspended, ['program-p', continued]])).toEqual([]);
    expect(await blocksOf([...program, reviewed, ['program-p', revised]])).toEqual([]);
    expect(await blocksOf([...program, ceiling(10), shortfall, ceiling(20, {}, '2026-04-02')])).toEqual([]);
  });

  it('takes money committed after the shortfall for the end of it, and money from before not', async () => {
    expect(await blocksOf([...program, shortfall, commitment('c', 5, {}, '2026-03-02')])).toEqual([]);
    expect(await blocksOf([...program, commitment('c', 5, {}, '2026-02-28'), shortfall])).toHaveLength(1);
    expect(await blocksOf([...program, commitment('c', 5, {}, '2026-03-01'), shortfall])).toHaveLength(1);
    const elsewhere = commitment('c', 5, { planItemId: 'other' }, '2026-03-02');
    expect(await blocksOf([...program, shortfall, elsewhere])).toHaveLength(1);
  });

  it('does not call a cancelled programme blocked, nor one of another plan item', async () => {
    const over = ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: by });
    expect(await blocksOf([...program, suspended, shortfall, ['program-p', over]])).toEqual([]);
    const other = designed('q', { planItem: { planId: 'x-2026', itemId: 'other' } });
    expect(await blocksOf([other, shortfall])).toEqual([]);
    expect(await blocksOf([...program, material('lain', { validUntil: '2026-01-31' }, 'q')])).toEqual([]);
    expect(await blocksOf([...program, material('modul', { validUntil: '2026-12-31' })])).toEqual([]);
  });
});
