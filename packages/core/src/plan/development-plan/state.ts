import { stream } from '@pembinaan/event-sourcing';
import type { PastAct } from '../../governance/rules/index.js';
import type { PlanItemId, Sha256 } from '../../values/ids.js';
import type { Period } from '../../values/local-date.js';
import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  type PlanChange,
  type PlanItem,
  PlanItemAdded,
  PlanItemRemoved,
} from './events.js';

export type DevelopmentPlan =
  | { readonly status: 'none' }
  | {
      readonly status: 'draft' | 'submitted' | 'returned' | 'established';
      readonly year: number;
      readonly items: readonly PlanItem[];
      /** The hash that was submitted last. */
      readonly contentHash: Sha256 | undefined;
      readonly validity: Period | undefined;
      /** Who drafted it (items added or removed) or submitted it, over its whole life; to return it makes nothing. */
      readonly acts: readonly PastAct[];
    };

type Known = Exclude<DevelopmentPlan, { status: 'none' }>;

const change = (plan: DevelopmentPlan, next: (known: Known) => Known): DevelopmentPlan =>
  plan.status === 'none' ? plan : next(plan);

export const developmentPlanState = stream('developmentPlan', {
  events: [
    DevelopmentPlanDrafted,
    PlanItemAdded,
    PlanItemRemoved,
    DevelopmentPlanSubmitted,
    DevelopmentPlanReturned,
    DevelopmentPlanEstablished,
    DevelopmentPlanRevised,
  ],
  initial: (): DevelopmentPlan => ({ status: 'none' }),
}).evolve({
  DevelopmentPlanDrafted: (_, { data }) => ({
    status: 'draft',
    year: data.year,
    items: [],
    contentHash: undefined,
    validity: undefined,
    acts: [{ act: 'drafted', maker: data.draftedBy }],
  }),
  PlanItemAdded: (plan, { data }) =>
    change(plan, (known) => ({
      ...known,
      items: [...known.items, data.item],
      acts: [...known.acts, { act: 'drafted', maker: data.addedBy }],
    })),
  PlanItemRemoved: (plan, { data }) =>
    change(plan, (known) => ({
      ...known,
      items: known.items.filter(({ itemId }) => itemId !== data.itemId),
      acts: [...known.acts, { act: 'drafted', maker: data.removedBy }],
    })),
  DevelopmentPlanSubmitted: (plan, { data }) =>
    change(plan, (known) => ({
      ...known,
      status: 'submitted',
      contentHash: data.contentHash,
      acts: [...known.acts, { act: 'submitted', maker: data.submittedBy }],
    })),
  // The PPK, of whom there is one, may return a plan and establish it later.
  DevelopmentPlanReturned: (plan) => change(plan, (known) => ({ ...known, status: 'returned' })),
  DevelopmentPlanEstablished: (plan, { data }) =>
    change(plan, (known) => ({ ...known, status: 'established', validity: data.validity })),
  DevelopmentPlanRevised: (plan, { data }) =>
    change(plan, (known) => ({
      ...known,
      items: applyChanges(known.items, data.changes),
      contentHash: data.contentHash,
    })),
});

/** The items of a plan after changes. */
export function applyChanges(items: readonly PlanItem[], changes: readonly PlanChange[]): readonly PlanItem[] {
  let current = [...items];
  for (const change of changes) {
    if (change.kind === 'add') current.push(change.item);
    else current = current.filter((item) => item.itemId !== change.itemId);
  }
  return current;
}

/** The item of an established plan with that id. */
export function establishedItem(plan: DevelopmentPlan, itemId: PlanItemId): PlanItem | undefined {
  return plan.status === 'established' ? plan.items.find((item) => item.itemId === itemId) : undefined;
}
