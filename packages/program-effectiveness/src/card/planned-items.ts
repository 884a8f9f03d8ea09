import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';

/** What plans foresee for a programme, over the items that it carries out and those that pay for it. */
export interface PlannedItems {
  readonly items: readonly PlannedItemOfPlan[];
  /** Null where no plan foresees it. */
  readonly participants: number | null;
  /** JP hundredths of all participants. */
  readonly jp: number | null;
  /** Rupiah. */
  readonly cost: number | null;
}

export interface PlannedItemOfPlan {
  readonly planId: string;
  readonly itemId: string;
  readonly year: number | null;
  readonly participants: number;
  /** JP hundredths for each. */
  readonly jp: number;
  /** Rupiah. */
  readonly cost: number;
  readonly impactIndicator: string;
  readonly told: Told;
}

/** A programme of two years has an item in each plan: what was realised over the years stands against both. */
export function plannedItemsOf(program: ProgramHistory, surroundings: ProgramSurroundings): PlannedItems {
  const items = new Map<string, PlannedItemOfPlan>();
  for (const { planId, itemId } of itemsNamedBy(program)) {
    const plan =
      surroundings.plans.get(planId) ?? (surroundings.plan?.planId === planId ? surroundings.plan : undefined);
    const item = plan?.items.find((known) => known.itemId === itemId);
    if (plan === undefined || item === undefined) continue;
    const { participantsPlanned, jp, cost, impactIndicator, told } = item;
    const { year } = plan;
    items.set(`${planId}/${itemId}`, {
      planId,
      itemId,
      year,
      participants: participantsPlanned,
      jp,
      cost,
      impactIndicator,
      told,
    });
  }
  const all = [...items.values()];
  const sum = (amountOf: (item: PlannedItemOfPlan) => number): number | null =>
    all.length === 0 ? null : all.reduce((total, item) => total + amountOf(item), 0);
  return {
    items: all,
    participants: sum(({ participants }) => participants),
    jp: sum(({ participants, jp }) => participants * jp),
    cost: sum(({ cost }) => cost),
  };
}

function itemsNamedBy({ designed, commitments }: ProgramHistory) {
  return [
    ...(designed?.planItem === undefined ? [] : [designed.planItem]),
    ...commitments.map(({ planId, planItemId }) => ({ planId, itemId: planItemId })),
  ];
}
