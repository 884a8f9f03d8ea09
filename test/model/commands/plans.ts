import {
  AddPlanItem,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  DraftDevelopmentPlan,
  EstablishDevelopmentPlan,
  EstablishHcdp,
  PlanItemAdded,
  PlanItemRemoved,
  RemovePlanItem,
  ReturnDevelopmentPlan,
  ReviseDevelopmentPlan,
  SubmitDevelopmentPlan,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { AGENCY, decree, office } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { type Need, needsAreAgreedOn, needsThatAre } from './needs.js';
import { asPpk } from './officials.js';

interface Item {
  readonly itemId: string;
  readonly form: Need['form'];
  readonly jp: number;
  readonly cost: number;
}

export interface Plan {
  readonly id: string;
  status: 'none' | 'draft' | 'submitted' | 'returned' | 'established';
  year: number;
  items: Item[];
  contentHash: string;
}

const plansView = projection({
  name: 'model-plans',
  version: 1,
  events: [
    DevelopmentPlanDrafted,
    PlanItemAdded,
    PlanItemRemoved,
    DevelopmentPlanSubmitted,
    DevelopmentPlanReturned,
    DevelopmentPlanEstablished,
    DevelopmentPlanRevised,
  ],
  initial: (id: string): Plan => ({ id, status: 'none', year: 0, items: [], contentHash: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    DevelopmentPlanDrafted: (plan, { data }): Plan => ({ ...plan, status: 'draft', year: data.year }),
    PlanItemAdded: (plan, { data }): Plan => ({ ...plan, items: [...plan.items, itemFrom(data.item)] }),
    PlanItemRemoved: (plan, { data }): Plan => ({
      ...plan,
      items: plan.items.filter(({ itemId }) => itemId !== data.itemId),
    }),
    DevelopmentPlanSubmitted: (plan, { data }): Plan => ({
      ...plan,
      status: 'submitted',
      contentHash: data.contentHash,
    }),
    DevelopmentPlanReturned: (plan): Plan => ({ ...plan, status: 'returned' }),
    DevelopmentPlanEstablished: (plan): Plan => ({ ...plan, status: 'established' }),
    DevelopmentPlanRevised: (plan, { data: { changes } }): Plan => {
      const gone = changes.flatMap((change) => (change.kind === 'remove' ? [`${change.itemId}`] : []));
      const added = changes.flatMap((change) => (change.kind === 'add' ? [itemFrom(change.item)] : []));
      return { ...plan, items: [...plan.items, ...added].filter(({ itemId }) => !gone.includes(itemId)) };
    },
  },
});

/** The plans that the model knows. */
export const plans = belief(plansView);

function itemFrom({ itemId, form, jp, cost }: { itemId: string; form: string; jp: number; cost: number }): Item {
  return { itemId, form: form === 'KL07' || form === 'NKL03' ? form : 'KL03', jp, cost };
}

export const plansThatAre = (agency: Agency, ...statuses: readonly Plan['status'][]): readonly Plan[] =>
  plans(agency).filter(({ status }) => statuses.includes(status));

const draft = (year: number): Attempt => ({
  by: office.planner,
  to: `${AGENCY}-${year}`,
  command: DraftDevelopmentPlan({ year, agencyId: AGENCY }),
});

const itemFor = (agency: Agency, { id, form, jp, cost }: Need) => ({
  itemId: agency.newId('item'),
  needIds: [id],
  form,
  target: 'individual' as const,
  participantsPlanned: 6,
  jp,
  cost,
  missionRef: 'RPJMD-M3',
  impactIndicator: 'waktu tunggu di loket',
  learningModel: 'formal10' as const,
});

const add = (agency: Agency, plan: Plan, need: Need): Attempt => ({
  by: office.planner,
  to: plan.id,
  command: AddPlanItem({ item: itemFor(agency, need) }),
});

const remove = (plan: Plan, dice: Dice): Attempt => ({
  by: office.planner,
  to: plan.id,
  command: RemovePlanItem({
    itemId: dice.of(plan.items)?.itemId ?? 'item-0',
    reason: dice.oneOf({ code: 'duplicate' }, { code: 'other' }, { code: 'noBudget' }),
  }),
});

const submit = (plan: Plan): Attempt => ({ by: office.planner, to: plan.id, command: SubmitDevelopmentPlan({}) });

const giveBack = (plan: Plan, dice: Dice): Attempt => ({
  by: dice.oneOf(office.ppk, office.pyb),
  to: plan.id,
  command: ReturnDevelopmentPlan({ reason: dice.oneOf({ code: 'incomplete' }, { code: 'overBudget' }) }),
});

const establish = (agency: Agency, plan: Plan): Attempt => ({
  ...asPpk,
  to: plan.id,
  command: EstablishDevelopmentPlan({
    contentHash: plan.contentHash,
    decree: decree(`rencana-${plan.id}`, agency.today),
    validity: { from: agency.today, to: `${plan.year}-12-31` < agency.today ? agency.today : `${plan.year}-12-31` },
  }),
});

const revise = (agency: Agency, plan: Plan, dice: Dice): Attempt | undefined => {
  const need = dice.of(needsThatAre(agency, 'validated'));
  const item = dice.of(plan.items);
  const removal = { kind: 'remove', itemId: item?.itemId ?? 'item-0', reason: { code: 'noBudget' } } as const;
  if (need === undefined) return undefined;
  return {
    ...asPpk,
    to: plan.id,
    command: ReviseDevelopmentPlan({
      causes: [{ kind: 'budget', ref: 'refocusing-1' }],
      changes: [{ kind: 'add', item: itemFor(agency, need) }, ...(dice.chance(30) ? [removal] : [])],
      decree: decree(agency.newId('perubahan'), agency.today, 0),
    }),
  };
};

export const planMoves: Moves = {
  'a plan is drafted': (agency, dice) => draft(Number(agency.today.slice(0, 4)) + dice.oneOf(0, 1, 2)),
  'an item is added': (agency, dice) => {
    const plan = dice.of(plans(agency));
    const need = dice.of(needsThatAre(agency, 'validated', ...(dice.chance(20) ? (['proposed'] as const) : [])));
    return plan && need && add(agency, plan, need);
  },
  'an item is removed': (agency, dice) => {
    const plan = dice.of(plans(agency));
    return plan && remove(plan, dice);
  },
  'a plan is submitted': (agency, dice) => {
    const plan = dice.of(plansThatAre(agency, 'draft', 'returned', 'established'));
    return plan && submit(plan);
  },
  'a plan is returned': (agency, dice) => {
    const plan = dice.of(plansThatAre(agency, 'submitted', 'established'));
    return plan && giveBack(plan, dice);
  },
  'a plan is established': (agency, dice) => {
    const plan = dice.of(plansThatAre(agency, 'submitted', 'returned'));
    return plan && establish(agency, plan);
  },
  'a plan is revised': (agency, dice) => {
    const plan = dice.of(plansThatAre(agency, 'established', 'draft'));
    return plan && revise(agency, plan, dice);
  },
  'an HCDP is established': (agency, dice) => {
    const from = Number(agency.today.slice(0, 4)) + dice.oneOf(1, 1, 0);
    const years = { from, to: from + 4 };
    return {
      ...asPpk,
      to: `${AGENCY}-${years.from}-${years.to}`,
      command: EstablishHcdp({
        agencyId: AGENCY,
        years,
        rpjmdRef: 'RPJMD-2026',
        targets: [{ targetId: 't1', text: 'layanan lebih cepat', indicator: 'waktu tunggu' }],
        decree: decree(`hcdp-${from}`, agency.today),
      }),
    };
  },
};

const planWith = (agency: Agency, id: string): Plan | undefined => plans(agency).find((plan) => plan.id === id);

/** The plan of a year, from the needs to the decree, returned once perhaps; of a year that has one, its revision. */
export const aPlanIsEstablished: Story = async function* (agency, dice) {
  yield* needsAreAgreedOn(agency, dice);
  const year = Number(agency.today.slice(0, 4));
  const id = `${AGENCY}-${year}`;
  const before = planWith(agency, id);
  if (before?.status === 'established') {
    await play(agency, dice, revise(agency, before, dice));
    return;
  }
  if (before === undefined && !(await play(agency, dice, draft(year)))) return;
  const agreed = dice.some(needsThatAre(agency, 'validated'), 4);
  for (const need of agreed) {
    const plan = planWith(agency, id);
    if (plan !== undefined) await play(agency, dice, add(agency, plan, need));
  }
  for (let again = dice.chance(30) ? 1 : 0; again >= 0; again--) {
    const full = planWith(agency, id);
    if (full !== undefined && full.items.length > 1 && dice.chance(20)) await play(agency, dice, remove(full, dice));
    const drafted = planWith(agency, id);
    if (drafted === undefined || !(await play(agency, dice, submit(drafted)))) return;
    yield plusDays(agency.today, dice.between(1, 5));
    const submitted = planWith(agency, id);
    if (submitted === undefined) return;
    await play(agency, dice, again > 0 ? giveBack(submitted, dice) : establish(agency, submitted));
  }
};
