import { isRejection } from '@pembinaan/event-sourcing';
import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  BudgetShortfallDeclared,
  boundAmount,
  budget,
  budgetState,
  CommitBudget,
  DeclareBudgetShortfall,
  openAmount,
  RealizeBudget,
  ReleaseBudget,
  SetBudgetCeiling,
} from '../../src/plan/budget/index.js';
import { developmentPlanState, PlanItemAdded } from '../../src/plan/development-plan/index.js';
import { ProgramCancelled } from '../../src/revise/program-revision/events.js';
import { programState } from '../../src/train/program/state.js';
import { decreeOf, granted, inOffice, lawData, PPK, TODAY, underPolicy } from '../governance/fixtures.js';
import {
  by,
  designed,
  drafted,
  established,
  establishedPlan,
  fold,
  item,
  itemAdded,
  PLAN,
  submitted,
} from './fixtures.js';

const BUDGET = { id: 'kota-2026' };
const CEILING = 100_000_000;

const ceiling = {
  year: 2026,
  agencyId: 'kota',
  amount: CEILING,
  account: 'DPA-5.1.02',
  source: 'apbd' as const,
  decree: decreeOf('2026-01-10'),
};
const commitment = {
  commitmentId: 'c-1',
  planId: PLAN,
  planItemId: 'item-1',
  programId: 'program-1',
  amount: 40_000_000,
};
const ceilingSet = BudgetCeilingSet.of({ ...ceiling, setBy: by('ppk-1') });
const committed = (details: object = {}) =>
  BudgetCommitted.of({ ...commitment, ...details, committedBy: by('treasurer-1') });
const released = (amount: number) =>
  BudgetReleased.of({
    commitmentId: 'c-1',
    programId: 'program-1',
    amount,
    reason: { code: 'saved' },
    releasedBy: by('treasurer-1'),
  });
const realized = (amount: number) =>
  BudgetRealized.of({
    commitmentId: 'c-1',
    programId: 'program-1',
    amount,
    documentRef: 'SP2D-0091',
    realizedBy: by('cashier-1'),
  });

describe('SetBudgetCeiling', () => {
  const set = (amount: number) => SetBudgetCeiling({ ...ceiling, amount });

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(given(budget, [], BUDGET), role)
      .when(SetBudgetCeiling(ceiling))
      .then([BudgetCeilingSet.of({ ...ceiling, setBy: by(`${role}-1`) })]);
  });

  it.each(['bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(given(budget, [], BUDGET), role)
      .when(SetBudgetCeiling(ceiling))
      .thenRefused('R01', 'wrongRole');
  });

  it('R05 refuses a decree that is not yet signed', () =>
    inOffice(given(budget, [], BUDGET), 'ppk')
      .when(SetBudgetCeiling({ ...ceiling, decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));

  it('R05 accepts a decree of the same day', () =>
    inOffice(given(budget, [], BUDGET), 'ppk')
      .when(SetBudgetCeiling({ ...ceiling, decree: decreeOf('2026-06-01') }))
      .thenState((state) => expect(state.ceiling).toBe(CEILING)));

  it('R13 refuses a stream that is not that of the agency and the year', async () => {
    await inOffice(given(budget, [], { id: 'kota-2027' }), 'ppk')
      .when(SetBudgetCeiling(ceiling))
      .thenRefused('R13', 'wrongStream');
    await inOffice(given(budget, [], { id: 'kabupaten-2026' }), 'ppk')
      .when(SetBudgetCeiling(ceiling))
      .thenRefused('R13', 'wrongStream');
  });

  it('R13 refuses a ceiling one rupiah below what is bound', () =>
    inOffice(given(budget, [ceilingSet, committed()], BUDGET), 'ppk')
      .when(set(39_999_999))
      .thenRefused('R13', 'ceilingBelowBound'));

  it('R13 accepts a ceiling that is exactly what is bound', () =>
    inOffice(given(budget, [ceilingSet, committed()], BUDGET), 'ppk')
      .when(set(40_000_000))
      .thenState((state) => expect(state.ceiling).toBe(40_000_000)));

  it('R13 counts what was spent as bound', () =>
    inOffice(given(budget, [ceilingSet, committed(), realized(40_000_000)], BUDGET), 'ppk')
      .when(set(39_999_999))
      .thenRefused('R13', 'ceilingBelowBound'));

  it('R13 does not count what was released as bound', () =>
    inOffice(given(budget, [ceilingSet, committed(), released(10_000_000)], BUDGET), 'ppk')
      .when(set(30_000_000))
      .thenState((state) => expect(state.ceiling).toBe(30_000_000)));
});

describe('CommitBudget', () => {
  const withPlan = (...events: Parameters<typeof budgetState.evolve>[1][]) =>
    given(budget, events, BUDGET)
      .and(developmentPlanState, PLAN, establishedPlan)
      .and(programState, 'program-1', [designed])
      .as('treasurer-1');
  const commit = (amount: number, commitmentId = 'c-1') => CommitBudget({ ...commitment, amount, commitmentId });

  it('commits money to a programme of the plan', () =>
    withPlan(ceilingSet).when(CommitBudget(commitment)).then([committed()]));

  it('R13 refuses a commitment that goes one rupiah above the ceiling', () =>
    withPlan(ceilingSet)
      .when(commit(CEILING + 1))
      .thenRefused('R13', 'aboveCeiling'));

  it('R13 accepts a commitment that reaches the ceiling exactly', () =>
    withPlan(ceilingSet)
      .when(commit(CEILING))
      .then([committed({ amount: CEILING })]));

  it('R13 refuses a second commitment by which both go one rupiah above the ceiling', () =>
    withPlan(ceilingSet, committed()).when(commit(60_000_001, 'c-2')).thenRefused('R13', 'aboveCeiling'));

  it('R13 accepts a second commitment by which both reach the ceiling exactly', () =>
    withPlan(ceilingSet, committed())
      .when(commit(60_000_000, 'c-2'))
      .then([committed({ commitmentId: 'c-2', amount: 60_000_000 })]));

  it('R13 does not free the ceiling by spending', () =>
    withPlan(ceilingSet, committed(), realized(40_000_000))
      .when(commit(60_000_001, 'c-2'))
      .thenRefused('R13', 'aboveCeiling'));

  it('R13 frees the ceiling by releasing', () =>
    withPlan(ceilingSet, committed(), released(1))
      .when(commit(60_000_001, 'c-2'))
      .then([committed({ commitmentId: 'c-2', amount: 60_000_001 })]));

  it('R13 says how much is free', async () => {
    const { rejection } = await withPlan(ceilingSet, committed())
      .when(commit(70_000_000, 'c-2'))
      .thenRefused('R13', 'aboveCeiling');
    expect(rejection.message.id).toContain('sisa Rp60.000.000');
  });

  it('R13 refuses a commitment before there is a ceiling', () =>
    withPlan().when(CommitBudget(commitment)).thenRefused('R13', 'noCeiling'));

  it('takes no commitment of nothing', () => withPlan(ceilingSet).when(commit(0)).thenFails('invalid-command'));

  it('R08 refuses an item that the plan does not have', () =>
    withPlan(ceilingSet)
      .when(CommitBudget({ ...commitment, planItemId: 'item-2' }))
      .thenRefused('R08', 'itemNotEstablished'));

  it('R08 refuses an item of a plan that is not yet established', () =>
    given(budget, [ceilingSet], BUDGET)
      .and(developmentPlanState, PLAN, [drafted, itemAdded, submitted])
      .and(programState, 'program-1', [designed])
      .when(CommitBudget(commitment))
      .thenRefused('R08', 'itemNotEstablished'));

  it('G02 refuses a programme that does not exist', () =>
    withPlan(ceilingSet)
      .when(CommitBudget({ ...commitment, programId: 'program-2' }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses a programme that was cancelled', () =>
    given(budget, [ceilingSet], BUDGET)
      .and(developmentPlanState, PLAN, establishedPlan)
      .and(programState, 'program-1', [
        designed,
        ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: by('ppk-1') }),
      ])
      .when(CommitBudget(commitment))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses a commitment whose id was used before', () =>
    withPlan(ceilingSet, committed()).when(commit(1)).thenRefused('G02', 'alreadyExists'));
});

describe('ReleaseBudget', () => {
  const release = (amount: number, reason: { code: 'saved' | 'other'; text?: string } = { code: 'saved' }) =>
    ReleaseBudget({ commitmentId: 'c-1', amount, reason });
  const partlySpent = given(budget, [ceilingSet, committed(), realized(15_000_000)], BUDGET).as('treasurer-1');

  it('R13 refuses to release one rupiah more than is open', () =>
    partlySpent.when(release(25_000_001)).thenRefused('R13', 'aboveOpen'));

  it('R13 accepts to release exactly what is open, and names the programme by itself', () =>
    partlySpent.when(release(25_000_000)).then([released(25_000_000)]));

  it('R13 refuses to release twice what is open', () =>
    given(budget, [ceilingSet, committed(), released(40_000_000)], BUDGET)
      .when(release(1))
      .thenRefused('R13', 'aboveOpen'));

  it('R09 refuses the reason other without a text', () =>
    partlySpent.when(release(1, { code: 'other' })).thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () =>
    partlySpent
      .when(release(1, { code: 'other', text: 'the hall was free of charge' }))
      .thenState(({ commitments }) => expect(commitments).toMatchObject([{ released: 1 }])));

  it('G02 refuses a commitment that does not exist', () =>
    given(budget, [ceilingSet], BUDGET).when(release(1)).thenRefused('G02', 'notFound'));
});

describe('RealizeBudget', () => {
  const realize = (amount: number) => RealizeBudget({ commitmentId: 'c-1', amount, documentRef: 'SP2D-0091' });
  const open = given(budget, [ceilingSet, committed()], BUDGET);
  const cashier = open.as('cashier-1');

  it('spends committed money, and names the programme by itself', () =>
    cashier.when(realize(15_000_000)).then([realized(15_000_000)]));

  it('R13 refuses to spend one rupiah more than is open', () =>
    cashier.when(realize(40_000_001)).thenRefused('R13', 'aboveOpen'));

  it('R13 accepts to spend exactly what is open', () => cashier.when(realize(40_000_000)).then([realized(40_000_000)]));

  it('R13 refuses to spend what was released', () =>
    given(budget, [ceilingSet, committed(), released(1)], BUDGET)
      .as('cashier-1')
      .when(realize(40_000_000))
      .thenRefused('R13', 'aboveOpen'));

  it('R02 refuses the one who committed the money', () =>
    open.as('treasurer-1').when(realize(1)).thenRefused('R02', 'samePerson'));

  it('R04 refuses the one who committed the money as operator of another', () =>
    open.as('treasurer-1').when(realize(1), { onBehalfOf: 'cashier-1' }).thenRefused('R04', 'throughOperator'));

  it('R04 refuses the operator who typed the commitment', () =>
    given(
      budget,
      [
        ceilingSet,
        BudgetCommitted.of({ ...commitment, committedBy: { subjectId: 'treasurer-1', operatorId: 'operator-1' } }),
      ],
      BUDGET,
    )
      .as('operator-1')
      .when(realize(1))
      .thenRefused('R04', 'throughOperator'));

  it('G02 refuses a commitment that does not exist', () =>
    given(budget, [ceilingSet], BUDGET).as('cashier-1').when(realize(1)).thenRefused('G02', 'notFound'));
});

describe('DeclareBudgetShortfall', () => {
  const affected = (planId: string, planItemId: string) => ({ planId, planItemId });
  const shortfall = {
    shortfallId: 'shortfall-1',
    amount: 25_000_000,
    affectedItems: [affected(PLAN, 'item-1')],
    cause: { code: 'dau' as const },
  };
  const declare = DeclareBudgetShortfall(shortfall);
  const declared = (subjectId = 'ppk-1') => BudgetShortfallDeclared.of({ ...shortfall, declaredBy: by(subjectId) });
  const begun = given(budget, [ceilingSet, committed()], BUDGET).and(developmentPlanState, PLAN, establishedPlan);

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(begun, role)
      .when(declare)
      .then([declared(`${role}-1`)]);
  });

  it.each(['bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(begun, role).when(declare).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () => underPolicy(begun).when(declare).thenRefused('R01', 'noAuthority'));

  it('changes neither the ceiling nor what is bound', () =>
    inOffice(begun, 'ppk')
      .when(declare)
      .thenState((state) => {
        expect(state).toMatchObject({ ceiling: CEILING, shortfalls: ['shortfall-1'] });
        expect(boundAmount(state)).toBe(40_000_000);
      }));

  it('R08 refuses an item that the plan does not have, also beside one that it has', () =>
    inOffice(begun, 'ppk')
      .when(
        DeclareBudgetShortfall({ ...shortfall, affectedItems: [affected(PLAN, 'item-1'), affected(PLAN, 'item-2')] }),
      )
      .thenRefused('R08', 'itemNotEstablished'));

  it('R08 refuses an item of a plan that is not yet established', () =>
    inOffice(
      given(budget, [ceilingSet], BUDGET).and(developmentPlanState, PLAN, [drafted, itemAdded, submitted]),
      'ppk',
    )
      .when(declare)
      .thenRefused('R08', 'itemNotEstablished'));

  it('R08 refuses the item of another plan than the one that has it', () =>
    inOffice(begun, 'ppk')
      .and(developmentPlanState, 'kota-2027', [drafted])
      .when(
        DeclareBudgetShortfall({
          ...shortfall,
          affectedItems: [affected(PLAN, 'item-1'), affected('kota-2027', 'item-1')],
        }),
      )
      .thenRefused('R08', 'itemNotEstablished'));

  it('R08 accepts items of two plans, and notes that it relied on both', async () => {
    const next = PlanItemAdded.of({ item: { ...item, itemId: 'item-9' }, addedBy: by('drafter-2') });
    const affectedItems = [affected(PLAN, 'item-1'), affected('kota-2027', 'item-1'), affected('kota-2027', 'item-9')];
    const { events } = await inOffice(begun, 'ppk')
      .and(developmentPlanState, 'kota-2027', [drafted, itemAdded, next, submitted, established])
      .when(DeclareBudgetShortfall({ ...shortfall, affectedItems }))
      .then([BudgetShortfallDeclared.of({ ...shortfall, affectedItems, declaredBy: by('ppk-1') })]);
    const streams = events[0]?.metadata.facts.map(({ stream }) => stream) ?? [];
    expect(streams.filter((stream) => stream.startsWith('developmentPlan'))).toEqual([
      'developmentPlan-kota-2026',
      'developmentPlan-kota-2027',
    ]);
  });

  it('R09 refuses the cause other without a text', () =>
    inOffice(begun, 'ppk')
      .when(DeclareBudgetShortfall({ ...shortfall, cause: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the cause other with a text', () =>
    inOffice(begun, 'ppk')
      .when(DeclareBudgetShortfall({ ...shortfall, cause: { code: 'other', text: 'a flood took the reserve' } }))
      .thenState(({ shortfalls }) => expect(shortfalls).toEqual(['shortfall-1'])));

  it('R13 refuses a shortfall of a budget that has no ceiling', () =>
    inOffice(given(budget, [], BUDGET).and(developmentPlanState, PLAN, establishedPlan), 'ppk')
      .when(declare)
      .thenRefused('R13', 'noCeiling'));

  it('G02 refuses a shortfall whose id was used before', () =>
    inOffice(given(budget, [ceilingSet, declared()], BUDGET).and(developmentPlanState, PLAN, establishedPlan), 'ppk')
      .when(declare)
      .thenRefused('G02', 'alreadyExists'));

  it('takes no shortfall of nothing, nor one that touches no item', async () => {
    await inOffice(begun, 'ppk')
      .when(DeclareBudgetShortfall({ ...shortfall, amount: 0 }))
      .thenFails('invalid-command');
    await inOffice(begun, 'ppk')
      .when(DeclareBudgetShortfall({ ...shortfall, affectedItems: [] }))
      .thenFails('invalid-command');
  });
});

describe('R13 over any sequence of commands', () => {
  const small = fc.integer({ min: 1, max: 60 });
  const ids = fc.constantFrom('c-1', 'c-2', 'c-3');
  const step = fc.oneof(
    small.map((amount) => SetBudgetCeiling({ ...ceiling, amount })),
    fc.tuple(ids, small).map(([commitmentId, amount]) => CommitBudget({ ...commitment, commitmentId, amount })),
    fc
      .tuple(ids, small)
      .map(([commitmentId, amount]) => ReleaseBudget({ commitmentId, amount, reason: { code: 'saved' } })),
    fc
      .tuple(ids, small)
      .map(([commitmentId, amount]) => RealizeBudget({ commitmentId, amount, documentRef: 'SP2D-0091' })),
  );
  const actors = [PPK, { subjectId: 'treasurer-1', roles: [] }, { subjectId: 'cashier-1', roles: [] }];

  const facts = {
    policy: { version: 'indonesia-2026', on: TODAY, today: TODAY, figures: undefined },
    authority: fold(authorityState, [granted('ppk')]),
    plan: fold(developmentPlanState, establishedPlan),
    program: fold(programState, [designed]),
  };

  it('what is bound stays within the ceiling, and no commitment is overdrawn', () => {
    const accepted = new Set<string>();
    const steps = fc.array(fc.tuple(step, fc.constantFrom(...actors)), { minLength: 5, maxLength: 25, size: 'max' });
    fc.assert(
      fc.property(steps, (sequence) => {
        let state = budgetState.initialState();
        for (const [command, actor] of sequence) {
          const issued = { ...command, streamId: BUDGET.id, actor };
          const decision = budget.decide(issued, state, facts);
          if (isRejection(decision)) continue;
          accepted.add(command.type);
          state = decision.reduce(budgetState.evolve, state);
          expect(boundAmount(state)).toBeLessThanOrEqual(state.ceiling ?? 0);
          for (const each of state.commitments) expect(openAmount(each)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
    // Or else the property would hold of nothing.
    expect([...accepted].sort()).toEqual(['CommitBudget', 'RealizeBudget', 'ReleaseBudget', 'SetBudgetCeiling']);
  });
});

describeLaws('a budget', budget, { override: lawData, runs: 20, maxCommands: 8 });
