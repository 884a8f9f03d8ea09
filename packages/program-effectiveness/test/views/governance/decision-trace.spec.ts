import {
  DevelopmentPlanEstablished,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { type GivenEvent, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { decisionTrace } from '../../../src/index.js';
import {
  approved,
  ask,
  concluded,
  decree,
  designed,
  drafted,
  hash,
  impact,
  itemOf,
  on,
  type Past,
  planItem,
  planned,
} from '../../fixtures.js';

const signed = (subjectId: string, day: string) =>
  on(day, { actor: { subjectId, roles: [], authorityId: 'grant' }, policyVersion: 'p-2026' });

const recommended = (
  kind: 'expand' | 'reviewMethod' | 'suspend' | 'cancel' | 'continue',
  recommendationId = 'r',
): GivenEvent => [
  'program-p',
  RevisionRecommended.of({
    recommendationId,
    kind,
    evaluationId: 'e',
    causeEvents: [historyEventId('evaluation-e', 2)],
    recommendedBy: { subjectId: 'analyst' },
  }),
];
const evaluated: Past = [
  designed('p'),
  approved('p'),
  planned(),
  impact(3750),
  concluded({ evidence: [historyEventId('evaluation-e', 1)] }),
];
const expandedBy = (subjectId: string, operatorId?: string): GivenEvent => [
  'program-p',
  ProgramExpanded.of({
    recommendationId: 'r',
    evaluationId: 'e',
    scope: { units: ['loket'], participants: 20 },
    addedCost: 0,
    expandedBy: { subjectId, ...(operatorId === undefined ? {} : { operatorId }) },
  }),
  signed(subjectId, '2026-08-01'),
];
const distinct = async (past: Past, decision: string) =>
  (await ask(decisionTrace, past, '2026-12-31')).find((line) => line.decision === decision)?.distinctMakers;

describe('DecisionTrace', () => {
  it('leads from a decision on a programme to policy, authority, evidence and makers', async () => {
    const [line] = await ask(decisionTrace, [...evaluated, recommended('expand'), expandedBy('ppk')], '2026-12-31');
    const evidence = [
      historyEventId('program-p', 2),
      historyEventId('evaluation-e', 2),
      historyEventId('evaluation-e', 1),
    ];
    expect(line).toEqual({
      eventId: historyEventId('program-p', 3),
      stream: 'program-p',
      decision: 'ProgramExpanded',
      on: '2026-08-01',
      decidedBy: 'ppk',
      operatorId: null,
      authorityId: 'grant',
      policyVersion: 'p-2026',
      decreeNumber: null,
      recommendationId: 'r',
      recommendation: 'expand',
      conclusion: 'effective',
      because: null,
      evidence: evidence.sort().join(' '),
      evidenceCount: 3,
      asSubmitted: null,
      makers: 'analyst designer evaluator',
      distinctMakers: true,
    });
  });

  it('sees when whoever decided, or typed it, had made what was decided on', async () => {
    const expandedAs = (subjectId: string, operatorId?: string) =>
      distinct([...evaluated, recommended('expand'), expandedBy(subjectId, operatorId)], 'ProgramExpanded');
    expect(await expandedAs('designer')).toBe(false);
    expect(await expandedAs('evaluator')).toBe(false);
    expect(await expandedAs('analyst')).toBe(false);
    expect(await expandedAs('ppk', 'analyst')).toBe(false);
    expect(await expandedAs('ppk', 'operator')).toBe(true);
  });

  it('looks at the evaluation that was expanded on, and not at those of other rounds', async () => {
    const other = [planned({}, 'e2'), concluded({ concludedBy: { subjectId: 'ppk' } }, 'e2')];
    expect(await distinct([...evaluated, ...other, recommended('expand'), expandedBy('ppk')], 'ProgramExpanded')).toBe(
      true,
    );
  });

  it('traces every kind of decision on a programme, each against those whose work it must not be', async () => {
    const maker = { subjectId: 'analyst' };
    const ordered = MethodReviewOrdered.of({
      recommendationId: 'r',
      questions: ['?'],
      due: '2026-09-01',
      orderedBy: maker,
    });
    const revised = (subjectId: string) =>
      ProgramMethodRevised.of({ changes: [{ aspect: 'a', from: 'b', to: 'c' }], revisedBy: { subjectId } });
    const suspended = ProgramSuspended.of({ reason: { code: 'budget' }, suspendedBy: maker });
    const programCancelled = ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: maker });
    const continued = ProgramContinued.of({ recommendationId: 'r', endsSuspension: false, continuedBy: maker });
    const own = (kind: Parameters<typeof recommended>[0], event: GivenEvent[1]) =>
      distinct([...evaluated, recommended(kind), ['program-p', event]], event.type);
    expect(await own('reviewMethod', ordered)).toBe(false);
    expect(await own('suspend', suspended)).toBe(false);
    expect(await own('cancel', programCancelled)).toBe(false);
    expect(await own('continue', continued)).toBe(false);
    // A suspension that nobody recommended is nobody's work.
    expect(await own('cancel', suspended)).toBeNull();

    const review: Past = [...evaluated, recommended('reviewMethod'), ['program-p', ordered]];
    expect(await distinct([...review, ['program-p', revised('analyst')]], 'ProgramMethodRevised')).toBe(false);
    expect(await distinct([...review, ['program-p', revised('designer')]], 'ProgramMethodRevised')).toBe(true);
  });

  it('tells of a plan whether it was established as submitted, and why it was revised', async () => {
    const submitted: GivenEvent = [
      'developmentPlan-x-2026',
      DevelopmentPlanSubmitted.of({
        contentHash: hash,
        totals: { items: 1, participants: 10, cost: 0 },
        submittedBy: { subjectId: 'bkpsdm' },
      }),
    ];
    const established = (contentHash: string, subjectId = 'ppk'): GivenEvent => [
      'developmentPlan-x-2026',
      DevelopmentPlanEstablished.of({
        contentHash,
        decree,
        validity: { from: '2026-01-20', to: '2026-12-31' },
        establishedBy: { subjectId },
      }),
      signed(subjectId, '2026-01-20'),
    ];
    const revised: GivenEvent = [
      'developmentPlan-x-2026',
      DevelopmentPlanRevised.of({
        causes: [{ kind: 'evaluation', ref: 'e' }],
        changes: [{ kind: 'add', item: itemOf('more') }],
        contentHash: hash,
        decree: { ...decree, number: 'SK-9' },
        revisedBy: { subjectId: 'ppk' },
      }),
      signed('ppk', '2026-08-01'),
    ];
    const plan = [drafted(), planItem('item'), submitted];
    const lines = await ask(decisionTrace, [...plan, established(hash), revised], '2026-12-31');
    expect(lines[0]).toMatchObject({
      stream: 'developmentPlan-x-2026',
      decision: 'DevelopmentPlanEstablished',
      decreeNumber: 'SK-1',
      evidence: historyEventId('developmentPlan-x-2026', 2),
      evidenceCount: 1,
      asSubmitted: true,
      makers: 'bkpsdm planner',
      distinctMakers: true,
    });
    expect(lines[1]).toMatchObject({
      decreeNumber: 'SK-9',
      because: 'evaluation:e',
      asSubmitted: null,
      evidenceCount: 0,
    });
    expect((await ask(decisionTrace, [...plan, established('b'.repeat(64))], '2026-12-31'))[0]?.asSubmitted).toBe(
      false,
    );
    expect((await ask(decisionTrace, [...plan, established(hash, 'planner')], '2026-12-31'))[0]?.distinctMakers).toBe(
      false,
    );
    expect(await ask(decisionTrace, [...plan, established(hash)], '2026-01-19')).toEqual([]);

    const all = [...evaluated, recommended('expand'), expandedBy('ppk'), ...plan, established(hash), revised];
    expect((await ask(decisionTrace, all, '2026-08-01')).map(({ on, decision }) => [on, decision])).toEqual([
      ['2026-01-20', 'DevelopmentPlanEstablished'],
      ['2026-08-01', 'DevelopmentPlanRevised'],
      ['2026-08-01', 'ProgramExpanded'],
    ]);
  });
});
