import type { PlanItem } from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import type { ContextEntry, ContextEntryOf } from '../files/context-files.js';
import { type Told, toldBy } from '../program/told.js';

/** A yearly development plan. */
export interface PlanHistory {
  readonly planId: string;
  year: number | null;
  previousPlanId: string | null;
  hcdpId: string | null;
  items: (PlanItem & { readonly told: Told })[];
  established: (ContextEntryOf<'DevelopmentPlanEstablished'>['data'] & { readonly told: Told }) | null;
  revisions: (ContextEntryOf<'DevelopmentPlanRevised'>['data'] & { readonly told: Told })[];
}

/** What the entries that count tell of a plan; undefined where it was never begun. */
export function planHistoryOf(entries: readonly ContextEntry[], stream: string): PlanHistory | undefined {
  const plan: PlanHistory = {
    planId: idOf(stream),
    year: null,
    previousPlanId: null,
    hcdpId: null,
    items: [],
    established: null,
    revisions: [],
  };
  for (const entry of entries) {
    const told = toldBy(entry, stream);
    switch (entry.type) {
      case 'DevelopmentPlanDrafted':
        plan.year = entry.data.year;
        plan.previousPlanId = entry.data.previousPlanId ?? null;
        plan.hcdpId = entry.data.hcdpId ?? null;
        break;
      case 'PlanItemAdded':
        plan.items.push({ ...entry.data.item, told });
        break;
      case 'PlanItemRemoved': {
        const { itemId } = entry.data;
        plan.items = plan.items.filter((item) => item.itemId !== itemId);
        break;
      }
      case 'DevelopmentPlanEstablished':
        plan.established = { ...entry.data, told };
        break;
      case 'DevelopmentPlanRevised':
        plan.revisions.push({ ...entry.data, told });
        plan.items = revised(plan.items, entry.data, told);
        break;
      default:
        break;
    }
  }
  return entries.length === 0 ? undefined : plan;
}

function revised(
  items: PlanHistory['items'],
  { changes }: ContextEntryOf<'DevelopmentPlanRevised'>['data'],
  told: Told,
): PlanHistory['items'] {
  let held = items;
  for (const change of changes) {
    held =
      change.kind === 'add'
        ? [...held, { ...change.item, told }]
        : held.filter(({ itemId }) => itemId !== change.itemId);
  }
  return held;
}
