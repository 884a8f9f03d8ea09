import {
  BudgetCommitted,
  BudgetRealized,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanSubmitted,
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  JpClaimSubmitted,
  JpCredited,
} from '@pembinaan/core';
import { type GivenEvent, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { HASTY_SECONDS, sodExceptions } from '../../../src/index.js';
import { approved, ask, by, decree, designed, hash, type Past } from '../../fixtures.js';

type Hands = { readonly subjectId: string; readonly operatorId?: string };

const start = Date.parse('2026-03-01T00:00:00.000Z');
/** A past is told in the order in which it was recorded. */
const inOrder = (past: readonly GivenEvent[]): GivenEvent[] =>
  [...past].sort(([, , a], [, , b]) => (a?.recordedAt ?? '').localeCompare(b?.recordedAt ?? ''));
const at = (seconds: number) => ({ recordedAt: new Date(start + seconds * 1000).toISOString() });

/** A programme that was designed by one and approved by the other, so many seconds later. */
const program = (id: string, designer: Hands, approver: Hands, seconds = 3600): Past => [
  designed(id, { designedBy: designer }, at(0)),
  approved(id, approver, at(seconds)),
];
const ani = { subjectId: 'ani' };
const budi = { subjectId: 'budi' };
const kindsOf = async (past: Past) =>
  (await ask(sodExceptions, past, '2026-12-31')).map(({ kind, makerId, checkerId, via }) => [
    kind,
    makerId,
    checkerId,
    via,
  ]);

describe('SodExceptions', () => {
  it('has nothing to say of a thing that one made and another checked in good time', async () =>
    expect(await kindsOf(program('p', ani, budi))).toEqual([]));

  it('sees a check that came too fast', async () => {
    expect(await ask(sodExceptions, program('p', ani, budi, 59), '2026-03-01')).toEqual([
      {
        kind: 'hasty',
        makerId: 'ani',
        checkerId: 'budi',
        via: null,
        object: 'program-p',
        check: 'ProgramApproved',
        makeEventId: historyEventId('program-p', 0),
        checkEventId: historyEventId('program-p', 1),
        seconds: 59,
        times: null,
        timesBack: null,
        on: '2026-03-01',
      },
    ]);
    expect(await kindsOf(program('p', ani, budi, HASTY_SECONDS))).toEqual([]);
    expect(await ask(sodExceptions, program('p', ani, budi, 59), '2026-02-28')).toEqual([]);
  });

  it('counts haste from the last that was made', async () => {
    const submitted = DevelopmentPlanSubmitted.of({
      contentHash: hash,
      totals: { items: 0, participants: 0, cost: 0 },
      submittedBy: ani,
    });
    const established = DevelopmentPlanEstablished.of({
      contentHash: hash,
      decree,
      validity: { from: '2026-01-20', to: '2026-12-31' },
      establishedBy: budi,
    });
    const plan: Past = [
      ['developmentPlan-x-2026', DevelopmentPlanDrafted.of({ year: 2026, agencyId: 'x', draftedBy: by }), at(0)],
      ['developmentPlan-x-2026', submitted, at(3600)],
      ['developmentPlan-x-2026', established, at(3610)],
    ];
    const quick = program('p', ani, budi, 30);
    const lines = await ask(sodExceptions, inOrder([...quick, ...plan]), '2026-03-01');
    expect(lines.map(({ object, makerId, seconds }) => [object, makerId, seconds])).toEqual([
      ['developmentPlan-x-2026', 'ani', 10],
      ['program-p', 'ani', 30],
    ]);
  });

  it('sees one person, or one operator, on both sides', async () => {
    const through = (operatorId: string) => ({ subjectId: 'budi', operatorId });
    expect(await kindsOf(program('p', ani, ani))).toEqual([['samePerson', 'ani', 'ani', null]]);
    expect(await kindsOf(program('p', ani, through('ani')))).toEqual([['throughOperator', 'ani', 'budi', 'ani']]);
    expect(await kindsOf(program('p', { ...ani, operatorId: 'staf' }, through('staf')))).toEqual([
      ['throughOperator', 'ani', 'budi', 'staf'],
    ]);
    expect(await kindsOf(program('p', { ...ani, operatorId: 'staf' }, through('lain')))).toEqual([]);
  });

  it('sees two people who check each other, once, with how often', async () => {
    const past = inOrder([...program('p', ani, budi), ...program('q', budi, ani), ...program('r', ani, budi)]);
    expect(await ask(sodExceptions, past, '2026-12-31')).toEqual([
      {
        kind: 'reciprocal',
        makerId: 'ani',
        checkerId: 'budi',
        via: null,
        object: null,
        check: null,
        makeEventId: null,
        checkEventId: null,
        seconds: null,
        times: 2,
        timesBack: 1,
        on: null,
      },
    ]);
    expect(await kindsOf(inOrder([...program('p', ani, budi), ...program('q', budi, { subjectId: 'citra' })]))).toEqual(
      [],
    );
  });

  it('keeps the commitments of a budget apart', async () => {
    const committed = (commitmentId: string, committedBy: Hands): GivenEvent => [
      'budget-x-2026',
      BudgetCommitted.of({
        commitmentId,
        planId: 'x-2026',
        planItemId: 'item',
        programId: 'p',
        amount: 1,
        committedBy,
      }),
      at(0),
    ];
    const realized = (commitmentId: string, realizedBy: Hands): GivenEvent => [
      'budget-x-2026',
      BudgetRealized.of({ commitmentId, programId: 'p', amount: 1, documentRef: 'SP2D', realizedBy }),
      at(3600),
    ];
    expect(await kindsOf([committed('c1', ani), committed('c2', budi), realized('c1', budi)])).toEqual([]);
    expect(await kindsOf([committed('c1', ani), realized('c1', ani)])).toEqual([['samePerson', 'ani', 'ani', null]]);
  });

  it('sees JP that were credited to a claim by the claimant through an operator (auditor question 3)', async () => {
    const claim: GivenEvent = [
      'jpLedger-ani-2026',
      JpClaimSubmitted.of({
        claimId: 'k',
        employeeId: 'ani',
        year: 2026,
        form: 'NKL09',
        days: [{ date: '2026-02-01', minutes: 90 }],
        international: false,
        evidenceHash: hash,
        inWorkingHours: false,
        submittedBy: ani,
      }),
      at(0),
    ];
    const credited = (claimId: string, verifiedBy: Hands): GivenEvent => [
      'jpLedger-ani-2026',
      JpCredited.of({
        employeeId: 'ani',
        year: 2026,
        source: { kind: 'claim', claimId },
        form: 'NKL09',
        activityDate: '2026-02-01',
        jpRaw: 200,
        jpCredited: 200,
        verifiedBy,
      }),
      at(3600),
    ];
    expect(await kindsOf([claim, credited('k', { subjectId: 'kadis', operatorId: 'ani' })])).toEqual([
      ['throughOperator', 'ani', 'kadis', 'ani'],
    ]);
    expect(await kindsOf([claim, credited('lain', ani)])).toEqual([]);
  });

  it('takes the owner of an improvement action for its maker, not whoever assigned it', async () => {
    const target = { kind: 'serviceUnit', unitId: 'loket' } as const;
    const cause = { kind: 'evaluation', evaluationId: 'e' } as const;
    const action = (verifiedBy: Hands): Past => [
      [
        'improvementAction-a',
        ImprovementActionAssigned.of({ target, cause, task: 't', ownerId: 'ani', due: '2026-06-30', assignedBy: by }),
        at(0),
      ],
      [
        'improvementAction-a',
        ImprovementActionCompleted.of({ target, cause, evidenceHash: hash, verifiedBy }),
        at(3600),
      ],
    ];
    expect(await kindsOf(action(by))).toEqual([]);
    expect(await kindsOf(action(ani))).toEqual([['samePerson', 'ani', 'ani', null]]);
  });
});
