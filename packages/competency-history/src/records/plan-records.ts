import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanRevised,
  type PlanItem,
  PlanItemAdded,
  PlanItemRemoved,
} from '@pembinaan/core';
import { register } from './register.js';

/** An item of a plan, as far as needs rest on it. */
export interface PlanItemRow {
  readonly needIds: readonly string[];
  /** JP hundredths for each participant. */
  readonly jp: number;
  /** Whether the item was taken out again; a programme may have come of it before. */
  removed: boolean;
}

export interface PlanRow {
  /** Null while only later events are known. */
  year: number | null;
  established: boolean;
  /** By item. */
  items: Record<string, PlanItemRow>;
}

/** The yearly development plans with their items, by plan id. */
export const developmentPlans = register({
  name: 'development-plans',
  category: 'developmentPlan',
  events: [DevelopmentPlanDrafted, PlanItemAdded, PlanItemRemoved, DevelopmentPlanEstablished, DevelopmentPlanRevised],
  initial: (): PlanRow => ({ year: null, established: false, items: {} }),
  on: {
    DevelopmentPlanDrafted: (row, { data }) => {
      row.year = data.year;
      return row;
    },
    PlanItemAdded: (row, { data }) => added(row, data.item),
    PlanItemRemoved: (row, { data }) => removed(row, data.itemId),
    DevelopmentPlanEstablished: (row) => {
      row.established = true;
      return row;
    },
    DevelopmentPlanRevised: (row, { data }) =>
      data.changes.reduce(
        (plan, change) => (change.kind === 'add' ? added(plan, change.item) : removed(plan, change.itemId)),
        row,
      ),
  },
});

function added(row: PlanRow, { itemId, needIds, jp }: PlanItem): PlanRow {
  row.items[itemId] = { needIds: [...needIds], jp, removed: false };
  return row;
}

function removed(row: PlanRow, itemId: string): PlanRow {
  const item = row.items[itemId];
  if (item !== undefined) item.removed = true;
  return row;
}
