import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { type PlanRow, planItems } from '../../plan-items.js';
import { type BudgetRow, budgetRecords, type CommitmentRow, type ShortfallRow } from '../../records/budget-records.js';

/** A budget as a whole (no item), or one plan item. All amounts in rupiah. */
export type BudgetVsPlanLine = {
  readonly year: number | null;
  readonly budgetId: string | null;
  readonly planId: string | null;
  /** Null for the budget as a whole. */
  readonly itemId: string | null;
  readonly ceiling: number | null;
  /** What the plan holds for it; null where no plan of that agency and year is known, or the item is no longer in it. */
  readonly planned: number | null;
  readonly committed: number;
  readonly realised: number;
  readonly released: number;
  /** Committed, neither spent nor released. */
  readonly open: number;
  /** Declared and not lifted since; null for an item that shares a declaration with others, since nobody said how it divides. */
  readonly shortfall: number | null;
  /** The declarations that touch it. */
  readonly shortfallIds: string | null;
};

/** L11: what was planned, against what is there and what was spent. */
export const budgetVsPlan = agencyReadModel({
  name: 'BudgetVsPlan',
  question: {
    en: 'How do ceiling, commitments and spending stand against the plan, and where does money fall short?',
    id: 'Bagaimana pagu, komitmen, dan realisasi dibandingkan dengan rencana, dan di mana anggaran kurang?',
  },
  projections: [planItems, budgetRecords],
  answer: ([plans, budgets]): readonly BudgetVsPlanLine[] => {
    const allBudgets = [...budgets.rows.values()];
    const standing = allBudgets.flatMap(({ shortfalls }) => shortfalls.filter(({ liftedAt }) => liftedAt === null));
    return [
      ...allBudgets.map((budget) => wholeBudget(budget, planOf(budget, plans.rows))),
      ...itemKeys(plans.rows, allBudgets).map((key) => itemLine(key, plans.rows, allBudgets, standing)),
    ].sort(
      byCells(
        ({ year }) => year,
        ({ planId }) => planId,
        ({ itemId }) => itemId,
        ({ budgetId }) => budgetId,
      ),
    );
  },
});

interface ItemKey {
  readonly planId: string;
  readonly itemId: string;
}

function planOf({ agencyId, year }: BudgetRow, plans: ReadonlyMap<string, PlanRow>): PlanRow | undefined {
  return [...plans.values()].find((plan) => plan.year !== null && plan.year === year && plan.agencyId === agencyId);
}

function wholeBudget(budget: BudgetRow, plan: PlanRow | undefined): BudgetVsPlanLine {
  const { budgetId, year, ceiling, commitments, shortfalls } = budget;
  const standing = shortfalls.filter(({ liftedAt }) => liftedAt === null);
  return {
    year,
    budgetId,
    planId: plan?.planId ?? null,
    itemId: null,
    ceiling: ceiling?.amount ?? null,
    planned: plan === undefined ? null : sum(plan.items, ({ cost }) => cost),
    ...spent(Object.values(commitments)),
    shortfall: sum(standing, ({ amount }) => amount),
    shortfallIds: inOneCell(standing.map(({ shortfallId }) => shortfallId)),
  };
}

/** The items of the plans, and those that are no longer in one but took money. */
function itemKeys(plans: ReadonlyMap<string, PlanRow>, budgets: readonly BudgetRow[]): readonly ItemKey[] {
  const keys = new Map<string, ItemKey>();
  const add = ({ planId, itemId }: ItemKey): unknown => keys.set(`${planId}/${itemId}`, { planId, itemId });
  for (const { planId, items } of plans.values()) for (const { itemId } of items) add({ planId, itemId });
  for (const { commitments } of budgets) for (const commitment of Object.values(commitments)) add(commitment);
  return [...keys.values()];
}

function itemLine(
  { planId, itemId }: ItemKey,
  plans: ReadonlyMap<string, PlanRow>,
  budgets: readonly BudgetRow[],
  standing: readonly ShortfallRow[],
): BudgetVsPlanLine {
  const plan = plans.get(planId);
  const paying = budgets.flatMap(({ budgetId, year, commitments }) =>
    Object.values(commitments)
      .filter((commitment) => commitment.planId === planId && commitment.itemId === itemId)
      .map((commitment) => ({ budgetId, year, commitment })),
  );
  const touching = standing.filter(({ items }) =>
    items.some((item) => item.planId === planId && item.itemId === itemId),
  );
  const shared = touching.some(({ items }) => items.length > 1);
  return {
    year: plan?.year ?? paying[0]?.year ?? null,
    budgetId: inOneCell(paying.map(({ budgetId }) => budgetId)),
    planId,
    itemId,
    ceiling: null,
    planned: plan?.items.find((item) => item.itemId === itemId)?.cost ?? null,
    ...spent(paying.map(({ commitment }) => commitment)),
    shortfall: shared ? null : sum(touching, ({ amount }) => amount),
    shortfallIds: inOneCell(touching.map(({ shortfallId }) => shortfallId)),
  };
}

function spent(commitments: readonly CommitmentRow[]) {
  const committed = sum(commitments, (commitment) => commitment.committed);
  const realised = sum(commitments, ({ realized }) => realized);
  const released = sum(commitments, (commitment) => commitment.released);
  return { committed, realised, released, open: committed - realised - released };
}

function sum<T>(things: readonly T[], amount: (thing: T) => number): number {
  return things.reduce((total, thing) => total + amount(thing), 0);
}
