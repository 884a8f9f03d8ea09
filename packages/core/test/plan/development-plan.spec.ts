import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import { developmentNeedState } from '../../src/plan/development-need/index.js';
import {
  AddPlanItem,
  contentHash,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanSubmitted,
  DraftDevelopmentPlan,
  developmentPlan,
  developmentPlanState,
  EstablishDevelopmentPlan,
  establishedItem,
  PlanItem,
  PlanItemAdded,
  PlanItemRemoved,
  RemovePlanItem,
  ReturnDevelopmentPlan,
  SubmitDevelopmentPlan,
} from '../../src/plan/development-plan/index.js';
import { hcdpState } from '../../src/plan/hcdp/index.js';
import { decreeOf, granted, HASH, inOffice, lawData, underPolicy } from '../governance/fixtures.js';
import {
  by,
  drafted,
  established,
  establishedPlan,
  establishment,
  fold,
  hcdpEstablished,
  item,
  itemAdded,
  PLAN,
  proposed,
  submitted,
  validated,
  verified,
} from './fixtures.js';

type PlanEvent = Parameters<typeof developmentPlanState.evolve>[1];
const plan = (...events: PlanEvent[]) => given(developmentPlan, events, { id: PLAN });
const returned = DevelopmentPlanReturned.of({ reason: { code: 'incomplete' }, returnedBy: by('ppk-1') });

describe('DraftDevelopmentPlan', () => {
  const draft = DraftDevelopmentPlan({ year: 2026, agencyId: 'kota' });

  it('begins the plan of an agency for a year', () => plan().as('drafter-1').when(draft).then([drafted]));

  it('R10 refuses a second plan for the same agency and year', () =>
    plan(drafted).when(draft).thenRefused('R10', 'planExists'));

  it('R10 refuses a second plan also once the first is established', () =>
    plan(...establishedPlan)
      .when(draft)
      .thenRefused('R10', 'planExists'));

  it.each(['kota-2027', 'kabupaten-2026', 'another'])(
    'R10 refuses the stream %s, which is not that of the agency and year',
    async (id) => {
      await given(developmentPlan, [], { id }).when(draft).thenRefused('R10', 'wrongStream');
    },
  );

  it('R10 accepts the plan of another year beside it', () =>
    given(developmentPlan, [], { id: 'kota-2027' })
      .and(developmentPlanState, PLAN, [drafted])
      .as('drafter-1')
      .when(DraftDevelopmentPlan({ year: 2027, agencyId: 'kota' }))
      .then([DevelopmentPlanDrafted.of({ year: 2027, agencyId: 'kota', draftedBy: by('drafter-1') })]));

  describe('under an HCDP', () => {
    const HCDP = 'kota-2026-2030';
    const of = (year: number, agencyId = 'kota') =>
      given(developmentPlan, [], { id: `${agencyId}-${year}` })
        .and(hcdpState, HCDP, [hcdpEstablished])
        .when(DraftDevelopmentPlan({ year, agencyId, hcdpId: HCDP }));

    it.each([2026, 2030])('R10 accepts the plan of %i, which it covers', async (year) => {
      await of(year).thenState(({ status }) => expect(status).toBe('draft'));
    });

    it.each([2025, 2031])('R10 refuses the plan of %i, which it does not cover', async (year) => {
      await of(year).thenRefused('R10', 'outsideHcdp');
    });

    it('G02 refuses the HCDP of another agency', () => of(2026, 'kabupaten').thenRefused('G02', 'mismatch'));

    it('G02 refuses an HCDP that there is not', () =>
      plan()
        .when(DraftDevelopmentPlan({ year: 2026, agencyId: 'kota', hcdpId: HCDP }))
        .thenRefused('G02', 'notFound'));
  });

  describe('after another plan', () => {
    const draftAfter = DraftDevelopmentPlan({ year: 2026, agencyId: 'kota', previousPlanId: 'kota-2025' });
    const lastYear = DevelopmentPlanDrafted.of({ year: 2025, agencyId: 'kota', draftedBy: by('drafter-1') });

    it('G02 accepts a previous plan that there is', () =>
      plan()
        .and(developmentPlanState, 'kota-2025', [lastYear])
        .when(draftAfter)
        .thenState(({ status }) => expect(status).toBe('draft')));

    it('G02 refuses a previous plan that there is not', () => plan().when(draftAfter).thenRefused('G02', 'notFound'));

    it('G02 refuses the plan itself as its previous one', () =>
      plan()
        .when(DraftDevelopmentPlan({ year: 2026, agencyId: 'kota', previousPlanId: PLAN }))
        .thenRefused('G02', 'notFound'));
  });
});

describe('AddPlanItem', () => {
  const add = AddPlanItem({ item });
  const withNeed = (...events: PlanEvent[]) =>
    plan(...events)
      .and(developmentNeedState, 'need-1', [proposed, verified, validated])
      .as('drafter-2');

  it('adds an item that rests on a validated need', () => withNeed(drafted).when(add).then([itemAdded]));

  it('R08 refuses an item without a need', () =>
    withNeed(drafted)
      .when(AddPlanItem({ item: { ...item, needIds: [] } }))
      .thenRefused('R08', 'noNeed'));

  it.each([
    ['does not exist', []],
    ['was only proposed', [proposed]],
    ['was only verified', [proposed, verified]],
  ])('R08 refuses a need that %s', async (_, events) => {
    await plan(drafted).and(developmentNeedState, 'need-1', events).when(add).thenRefused('R08', 'needNotValidated');
  });

  it('R08 refuses an item of whose needs only one is validated', () =>
    withNeed(drafted)
      .and(developmentNeedState, 'need-2', [proposed])
      .when(AddPlanItem({ item: { ...item, needIds: ['need-1', 'need-2'] } }))
      .thenRefused('R08', 'needNotValidated'));

  it('R11 refuses a change of a submitted plan', () =>
    withNeed(drafted, itemAdded, submitted)
      .when(AddPlanItem({ item: { ...item, itemId: 'item-2' } }))
      .thenRefused('R11', 'frozen'));

  it('R11 refuses a change of an established plan', () =>
    withNeed(...establishedPlan)
      .when(AddPlanItem({ item: { ...item, itemId: 'item-2' } }))
      .thenRefused('R11', 'frozen'));

  it('R11 accepts a change of a returned plan', () =>
    withNeed(drafted, itemAdded, submitted, returned)
      .when(AddPlanItem({ item: { ...item, itemId: 'item-2' } }))
      .then([PlanItemAdded.of({ item: { ...item, itemId: 'item-2' }, addedBy: by('drafter-2') })]));

  it('R11 refuses an item whose id was used before', () =>
    withNeed(drafted, itemAdded).when(add).thenRefused('R11', 'itemExists'));

  it('G02 refuses a plan that does not exist', () => withNeed().when(add).thenRefused('G02', 'notFound'));
});

describe('RemovePlanItem', () => {
  const removal = { itemId: 'item-1', reason: { code: 'noBudget' as const } };
  const remove = RemovePlanItem(removal);
  const removed = PlanItemRemoved.of({ ...removal, removedBy: by('drafter-3') });
  const second = PlanItemAdded.of({ item: { ...item, itemId: 'item-2' }, addedBy: by('drafter-2') });

  it.each([
    ['draft', [drafted, itemAdded]],
    ['returned', [drafted, itemAdded, submitted, returned]],
  ] as const)('R11 accepts to remove an item from a plan that is %s', async (_, events) => {
    await plan(...events)
      .as('drafter-3')
      .when(remove)
      .then([removed]);
  });

  it.each([
    ['submitted', [drafted, itemAdded, submitted]],
    ['established', establishedPlan],
  ] as const)('R11 refuses to remove an item from a plan that is %s', async (_, events) => {
    await plan(...events)
      .when(remove)
      .thenRefused('R11', 'frozen');
  });

  it('leaves the other items as they are', () =>
    plan(drafted, itemAdded, second)
      .when(remove)
      .thenState((state) =>
        expect(state.status === 'none' ? [] : state.items.map(({ itemId }) => itemId)).toEqual(['item-2']),
      ));

  it('takes the id again afterwards', () =>
    plan(drafted, itemAdded, removed)
      .and(developmentNeedState, 'need-1', [proposed, verified, validated])
      .as('drafter-2')
      .when(AddPlanItem({ item }))
      .then([itemAdded]));

  it('R09 refuses the reason other without a text', () =>
    plan(drafted, itemAdded)
      .when(RemovePlanItem({ ...removal, reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () =>
    plan(drafted, itemAdded)
      .when(RemovePlanItem({ ...removal, reason: { code: 'other', text: 'the ministry holds it itself' } }))
      .thenState((state) => expect(state).toMatchObject({ items: [] })));

  it('G02 refuses an item that the plan does not have', () =>
    plan(drafted, second).when(remove).thenRefused('G02', 'notFound'));

  it('G02 refuses to remove an item twice', () =>
    plan(drafted, itemAdded, removed).when(remove).thenRefused('G02', 'notFound'));

  it('G02 refuses a plan that does not exist', () => plan().when(remove).thenRefused('G02', 'notFound'));

  it('R11 freezes what is left by the hash of what is left', () =>
    plan(drafted, itemAdded, second, removed)
      .as('submitter-1')
      .when(SubmitDevelopmentPlan({}))
      .then([
        DevelopmentPlanSubmitted.of({
          ...submitted.data,
          contentHash: contentHash([second.data.item]),
          submittedBy: by('submitter-1'),
        }),
      ]));

  it('R02 refuses whoever removed an item to establish the plan', () => {
    const left = DevelopmentPlanSubmitted.of({ ...submitted.data, contentHash: contentHash([second.data.item]) });
    return underPolicy(plan(drafted, itemAdded, second, removed, left))
      .and(authorityState, 'authority-x', [granted('ppk', { subjectId: 'drafter-3' })])
      .as('drafter-3', { authorityId: 'authority-x' })
      .when(EstablishDevelopmentPlan({ ...establishment, contentHash: contentHash([second.data.item]) }))
      .thenRefused('R02', 'samePerson');
  });
});

describe('SubmitDevelopmentPlan', () => {
  const submit = SubmitDevelopmentPlan({});

  it('R11 freezes the content by a hash and counts the totals', () =>
    plan(drafted, itemAdded).as('submitter-1').when(submit).then([submitted]));

  it('R11 refuses a plan without items', () => plan(drafted).when(submit).thenRefused('R11', 'empty'));

  it('R11 refuses to submit twice', () =>
    plan(drafted, itemAdded, submitted).when(submit).thenRefused('R11', 'frozen'));

  it('R11 refuses to submit an established plan', () =>
    plan(...establishedPlan)
      .when(submit)
      .thenRefused('R11', 'frozen'));

  it('R11 accepts a returned plan again, with the hash of what it holds now', () => {
    const second = PlanItem.parse({ ...item, itemId: 'item-2', cost: 1_000_000, participantsPlanned: 5 });
    return plan(
      drafted,
      itemAdded,
      submitted,
      returned,
      PlanItemAdded({ item: second, addedBy: itemAdded.data.addedBy }),
    )
      .as('submitter-1')
      .when(submit)
      .then([
        DevelopmentPlanSubmitted.of({
          contentHash: contentHash([item, second]),
          totals: { items: 2, participants: 35, cost: 41_000_000 },
          submittedBy: by('submitter-1'),
        }),
      ]);
  });

  it('G02 refuses a plan that does not exist', () => plan().when(submit).thenRefused('G02', 'notFound'));
});

describe('the content hash', () => {
  const second = PlanItem.parse({ ...item, itemId: 'item-2' });

  it('does not depend on the order of the items', () =>
    expect(contentHash([second, item])).toBe(contentHash([item, second])));

  it('changes with every figure', () =>
    expect(contentHash([PlanItem.parse({ ...item, cost: item.cost + 1 })])).not.toBe(contentHash([item])));
});

describe('ReturnDevelopmentPlan', () => {
  const send = ReturnDevelopmentPlan({ reason: { code: 'incomplete' } });
  const ready = plan(drafted, itemAdded, submitted);

  it('returns a submitted plan', () => ready.as('ppk-1').when(send).then([returned]));

  it('G02 refuses what was not submitted', () => plan(drafted).when(send).thenRefused('G02', 'wrongStatus'));

  it.each(['drafter-1', 'drafter-2', 'submitter-1'])('R02 refuses %s, who made it', async (subjectId) => {
    await ready.as(subjectId).when(send).thenRefused('R02', 'samePerson');
  });

  it('R04 refuses a maker as operator', () =>
    ready.as('drafter-1').when(send, { onBehalfOf: 'ppk-1' }).thenRefused('R04', 'throughOperator'));

  it('R02 accepts to return a plan a second time by the same person', () =>
    plan(drafted, itemAdded, submitted, returned, submitted).as('ppk-1').when(send).then([returned]));

  it('R09 refuses the reason other without a text', () =>
    ready
      .as('ppk-1')
      .when(ReturnDevelopmentPlan({ reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () =>
    ready
      .as('ppk-1')
      .when(ReturnDevelopmentPlan({ reason: { code: 'other', text: 'the council has not yet decided' } }))
      .thenState(({ status }) => expect(status).toBe('returned')));
});

describe('EstablishDevelopmentPlan', () => {
  const establish = EstablishDevelopmentPlan(establishment);
  const ready = plan(drafted, itemAdded, submitted);
  const byOfficial = (subjectId: string, ...events: PlanEvent[]) =>
    underPolicy(plan(...events))
      .and(authorityState, 'authority-x', [granted('ppk', { subjectId })])
      .as(subjectId, { authorityId: 'authority-x' });

  it('establishes what was submitted', () => inOffice(ready, 'ppk').when(establish).then([established]));

  it.each(['pyb', 'bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(ready, role).when(establish).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () =>
    underPolicy(ready).as('ppk-1').when(establish).thenRefused('R01', 'noAuthority'));

  it.each(['drafter-1', 'drafter-2', 'submitter-1'])('R02 refuses %s, who made it, also as PPK', async (subjectId) => {
    await byOfficial(subjectId, drafted, itemAdded, submitted).when(establish).thenRefused('R02', 'samePerson');
  });

  it('R04 refuses a maker as operator of the PPK', () =>
    inOffice(ready, 'ppk')
      .as('submitter-1', { authorityId: 'authority-ppk' })
      .when(establish, { onBehalfOf: 'ppk-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R04 accepts an operator of the PPK who had no hand in it', () =>
    inOffice(ready, 'ppk')
      .as('operator-1', { authorityId: 'authority-ppk' })
      .when(establish, { onBehalfOf: 'ppk-1' })
      .then([
        DevelopmentPlanEstablished.of({
          ...establishment,
          establishedBy: { subjectId: 'ppk-1', operatorId: 'operator-1' },
        }),
      ]));

  describe('after the plan was returned and submitted again by somebody else', () => {
    const resubmitted = DevelopmentPlanSubmitted.of({ ...submitted.data, submittedBy: by('submitter-2') });
    const history = [drafted, itemAdded, submitted, returned, resubmitted];

    it.each(['drafter-1', 'submitter-1', 'submitter-2'])('R02 refuses %s', async (subjectId) => {
      await byOfficial(subjectId, ...history)
        .when(establish)
        .thenRefused('R02', 'samePerson');
    });

    it('R04 refuses the first submitter as operator', () =>
      inOffice(plan(...history), 'ppk')
        .as('submitter-1', { authorityId: 'authority-ppk' })
        .when(establish, { onBehalfOf: 'ppk-1' })
        .thenRefused('R04', 'throughOperator'));

    it('R02 accepts the PPK who returned it', () =>
      inOffice(plan(...history), 'ppk')
        .when(establish)
        .then([established]));
  });

  it('R05 refuses a validity that begins the day before the decree', () =>
    inOffice(ready, 'ppk')
      .when(EstablishDevelopmentPlan({ ...establishment, validity: { from: '2026-01-19', to: '2026-12-31' } }))
      .thenRefused('R05', 'beforeDecree'));

  it('R05 accepts a validity from the beginning of the year that says why', () => {
    const late = {
      ...establishment,
      validity: { from: '2026-01-01', to: '2026-12-31' },
      retroactive: { reason: 'the plan is that of the whole year' },
    };
    return inOffice(ready, 'ppk')
      .when(EstablishDevelopmentPlan(late))
      .then([DevelopmentPlanEstablished.of({ ...late, establishedBy: by('ppk-1') })]);
  });

  it('R05 refuses a decree that is not yet signed', () =>
    inOffice(ready, 'ppk')
      .when(
        EstablishDevelopmentPlan({
          ...establishment,
          decree: decreeOf('2026-06-02'),
          validity: { from: '2026-06-02', to: '2026-12-31' },
        }),
      )
      .thenRefused('R05', 'notYetSigned'));

  it('R12 refuses another content than the submitted one', () =>
    inOffice(ready, 'ppk')
      .when(EstablishDevelopmentPlan({ ...establishment, contentHash: HASH }))
      .thenRefused('R12', 'contentDiffers'));

  it('R12 refuses the content of the first submission after a second one', () => {
    const second = PlanItem.parse({ ...item, itemId: 'item-2' });
    const history = [
      drafted,
      itemAdded,
      submitted,
      returned,
      PlanItemAdded({ item: second, addedBy: itemAdded.data.addedBy }),
      DevelopmentPlanSubmitted({ ...submitted.data, contentHash: contentHash([item, second]) }),
    ];
    return inOffice(plan(...history), 'ppk')
      .when(establish)
      .thenRefused('R12', 'contentDiffers');
  });

  it('R12 refuses a hash that was submitted but is not that of the items', () => {
    const forged = DevelopmentPlanSubmitted.of({ ...submitted.data, contentHash: HASH });
    return inOffice(plan(drafted, itemAdded, forged), 'ppk')
      .when(EstablishDevelopmentPlan({ ...establishment, contentHash: HASH }))
      .thenRefused('R12', 'contentDiffers');
  });

  it('R12 refuses the hash of the items where another one was submitted', () => {
    const forged = DevelopmentPlanSubmitted.of({ ...submitted.data, contentHash: HASH });
    return inOffice(plan(drafted, itemAdded, forged), 'ppk')
      .when(establish)
      .thenRefused('R12', 'contentDiffers');
  });

  it('G02 refuses what was not submitted', () =>
    inOffice(plan(drafted, itemAdded), 'ppk').when(establish).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to establish twice', () =>
    inOffice(plan(...establishedPlan), 'ppk')
      .when(establish)
      .thenRefused('G02', 'wrongStatus'));
});

describe('the item of an established plan', () => {
  it('is found once the plan is established', () =>
    expect(establishedItem(fold(developmentPlanState, establishedPlan), item.itemId)).toEqual(item));

  it('is not found before', () =>
    expect(establishedItem(fold(developmentPlanState, [drafted, itemAdded, submitted]), item.itemId)).toBeUndefined());
});

describeLaws('a development plan', developmentPlan, {
  override: lawData,
  commands: { AddPlanItem: fc.constant({ item }) },
  runs: 20,
  maxCommands: 8,
});
