import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  developmentNeedState,
} from '../../src/plan/development-need/index.js';
import {
  contentHash,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  PlanItem,
  PlanItemAdded,
} from '../../src/plan/development-plan/index.js';
import { planRevision, ReviseDevelopmentPlan } from '../../src/revise/plan-revision/index.js';
import { remember } from '../evaluate/fixtures.js';
import { decreeOf, foundAgency, inOffice, lawData, noonOf, underPolicy } from '../governance/fixtures.js';
import { decidedAs } from './fixtures.js';

const item = (itemId: string, needIds: string[] = ['need-1']) => ({
  itemId,
  needIds,
  form: 'KL03' as const,
  target: 'individual' as const,
  participantsPlanned: 20,
  jp: 2000,
  cost: 10_000_000,
  impactIndicator: 'Shorter queue',
  learningModel: 'formal10' as const,
});
const hashOf = (...itemIds: string[]) => contentHash(itemIds.map((itemId) => PlanItem.parse(item(itemId))));

const drafter = { subjectId: 'drafter-1' };
const draft = [
  DevelopmentPlanDrafted.of({ year: 2026, agencyId: 'agency', draftedBy: drafter }),
  PlanItemAdded.of({ item: item('item-1'), addedBy: { subjectId: 'adder-1' } }),
  PlanItemAdded.of({ item: item('item-2'), addedBy: drafter }),
];
const returned = DevelopmentPlanReturned.of({ reason: { code: 'incomplete' }, returnedBy: { subjectId: 'checker-1' } });
const submitted = DevelopmentPlanSubmitted.of({
  contentHash: hashOf('item-1', 'item-2'),
  totals: { items: 2, participants: 40, cost: 20_000_000 },
  submittedBy: { subjectId: 'submitter-1' },
});
const established = DevelopmentPlanEstablished.of({
  contentHash: hashOf('item-1', 'item-2'),
  decree: decreeOf('2026-01-02'),
  validity: { from: '2026-01-02', to: '2026-12-31' },
  establishedBy: { subjectId: 'ppk-1' },
});
const history = [...draft, submitted, established];

const proposedNeed = DevelopmentNeedProposed.of({
  year: 2026,
  origin: { kind: 'strategic' },
  target: { kind: 'institution' },
  competency: 'M05',
  form: 'KL03',
  jp: 2000,
  estimatedCost: 0,
  proposedBy: { subjectId: 'proposer-1' },
});
const verifiedNeed = DevelopmentNeedVerified.of({
  checklist: [{ item: 'complete', met: true }],
  verifiedBy: { subjectId: 'verifier-1' },
});
const validatedNeed = [
  proposedNeed,
  verifiedNeed,
  DevelopmentNeedValidated.of({ priority: 'high', validatedBy: { subjectId: 'validator-1' } }),
];

describe('ReviseDevelopmentPlan', () => {
  type Revise = Parameters<typeof ReviseDevelopmentPlan>[0];
  type Change = Revise['changes'][number];
  const revision: Revise = {
    causes: [{ kind: 'evaluation', ref: 'evaluation-1' }],
    changes: [
      { kind: 'remove', itemId: 'item-2', reason: { code: 'notEffective' } },
      { kind: 'add', item: item('item-3') },
    ],
    decree: decreeOf('2026-06-01'),
  };
  const revise = (details: Partial<Revise> = {}) => ReviseDevelopmentPlan({ ...revision, ...details });
  const accepted = (itemIds: string[], details: Partial<Revise> = {}, subjectId = 'ppk-1') => [
    DevelopmentPlanRevised.of({
      ...revision,
      ...details,
      contentHash: hashOf(...itemIds),
      revisedBy: { subjectId },
    }),
  ];
  const begun = () => given(planRevision, history).and(developmentNeedState, 'need-1', validatedNeed);
  const add = (itemId: string, needIds?: string[]): Change => ({ kind: 'add', item: item(itemId, needIds) });
  const remove = (itemId: string): Change => ({ kind: 'remove', itemId, reason: { code: 'noBudget' } });

  it('R12 accepts the revision of an established plan, and computes the hash of its content', () =>
    inOffice(begun(), 'ppk')
      .when(revise())
      .then(accepted(['item-1', 'item-3'])));

  it.each([
    ['draft', draft],
    ['submitted', [...draft, submitted]],
    ['returned', [...draft, submitted, returned]],
  ] as const)('R12 refuses the revision of a plan that is %s', async (_, events) => {
    await inOffice(given(planRevision, events), 'ppk').when(revise()).thenRefused('R12', 'notEstablished');
  });

  it('G02 refuses the revision of a plan that does not exist', () =>
    inOffice(given(planRevision), 'ppk').when(revise()).thenRefused('G02', 'notFound'));

  it('R01 refuses the revision by another authority', () =>
    inOffice(begun(), 'pyb').when(revise()).thenRefused('R01', 'wrongRole'));

  it('R01 refuses a revision without an authority', () =>
    underPolicy(begun()).as('ppk-1').when(revise()).thenRefused('R01', 'noAuthority'));

  it.each(['drafter-1', 'adder-1', 'submitter-1'])(
    'R02 refuses the revision by %s, who made the plan',
    async (subjectId) => {
      await decidedAs(begun(), subjectId).when(revise()).thenRefused('R02', 'samePerson');
    },
  );

  it('R04 refuses the revision that the drafter types for the PPK', () =>
    inOffice(begun(), 'ppk')
      .as('drafter-1', { authorityId: 'authority-ppk' })
      .when(revise(), { onBehalfOf: 'ppk-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R02 accepts the revision by who once returned the plan', () =>
    decidedAs(
      given(planRevision, [...draft, submitted, returned, submitted, established]).and(
        developmentNeedState,
        'need-1',
        validatedNeed,
      ),
      'checker-1',
    )
      .when(revise())
      .then(accepted(['item-1', 'item-3'], {}, 'checker-1')));

  it('R05 accepts a decree of the day', () =>
    inOffice(begun(), 'ppk')
      .when(revise(), { occurredAt: noonOf('2026-06-01') })
      .then(accepted(['item-1', 'item-3'])));

  it('R05 refuses a decree of tomorrow', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));

  it('R11 refuses to add an item that the plan has', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [add('item-1')] }))
      .thenRefused('R11', 'itemExists'));

  it('R11 refuses to add one item twice', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [add('item-3'), add('item-3')] }))
      .thenRefused('R11', 'itemExists'));

  it('accepts an item that is removed and added anew', () => {
    const changes = [remove('item-2'), add('item-2')];
    return inOffice(begun(), 'ppk')
      .when(revise({ changes }))
      .then(accepted(['item-1', 'item-2'], { changes }));
  });

  it('G02 refuses to remove an item that the plan does not have', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [remove('item-9')] }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses to remove one item twice', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [remove('item-2'), remove('item-2')] }))
      .thenRefused('G02', 'notFound'));

  it('R09 refuses to remove an item for the reason other without a text', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [{ kind: 'remove', itemId: 'item-2', reason: { code: 'other' } }] }))
      .thenRefused('R09', 'textMissing'));

  it('R08 refuses an added item without a need', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [add('item-3', [])] }))
      .thenRefused('R08', 'noNeed'));

  it('R08 refuses an added item of which one need is not validated', () =>
    inOffice(begun(), 'ppk')
      .and(developmentNeedState, 'need-2', [proposedNeed, verifiedNeed])
      .when(revise({ changes: [add('item-3', ['need-1']), add('item-4', ['need-1', 'need-2'])] }))
      .thenRefused('R08', 'needNotValidated'));

  it('R08 refuses an added item on a need that does not exist', () =>
    inOffice(begun(), 'ppk')
      .when(revise({ changes: [add('item-3', ['need-9'])] }))
      .thenRefused('R08', 'needNotValidated'));

  it('R12 accepts a second revision on top of the first', () => {
    const first = accepted(['item-1', 'item-3']);
    const changes = [remove('item-3')];
    return inOffice(
      given(planRevision, [...history, ...first]).and(developmentNeedState, 'need-1', validatedNeed),
      'ppk',
    )
      .when(revise({ changes }))
      .then(accepted(['item-1'], { changes }));
  });
});

describeLaws('the revision of a plan', planRevision, {
  override: lawData,
  runs: 20,
  actors: [{ subjectId: 'ppk-1', roles: [], authorityId: 'authority-ppk' }],
  commands: {
    ReviseDevelopmentPlan: fc.record({
      causes: fc.constant([{ kind: 'budget', ref: 'refocusing' }]),
      changes: fc.array(
        fc
          .constantFrom('item-1', 'item-2', 'item-3')
          .chain((itemId) =>
            fc.constantFrom<unknown>(
              { kind: 'add', item: item(itemId) },
              { kind: 'remove', itemId, reason: { code: 'noBudget' } },
            ),
          ),
        { minLength: 1, maxLength: 2 },
      ),
      decree: fc.constant(decreeOf('2026-05-01')),
    }),
  },
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    await remember(store, runtime, 'developmentNeed-need-1', validatedNeed);
    await remember(store, runtime, 'developmentPlan-law-1', history);
  },
  invariant: (plan) => {
    if (plan.status === 'none') return;
    expect(plan.contentHash).toBe(contentHash(plan.items));
    const ids = plan.items.map(({ itemId }) => itemId);
    expect(new Set(ids).size).toBe(ids.length);
  },
});
