import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  BudgetShortfallDeclared,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

/** Rupiah committed to one plan item, and what became of them. */
export interface CommitmentRow {
  readonly planId: string;
  readonly itemId: string;
  readonly programId: string;
  /** The instant of the commitment. */
  readonly at: string;
  readonly committed: number;
  released: number;
  realized: number;
}

/** A shortfall that was declared. */
export interface ShortfallRow {
  readonly shortfallId: string;
  /** Rupiah. */
  readonly amount: number;
  readonly cause: string;
  readonly at: string;
  /** When the ceiling was raised after it; null while it stands. */
  liftedAt: string | null;
  readonly items: readonly { readonly planId: string; readonly itemId: string }[];
}

export interface BudgetRow {
  readonly budgetId: string;
  agencyId: string | null;
  year: number | null;
  /** Rupiah, and where they come from; null until a ceiling is set. */
  ceiling: { readonly amount: number; readonly source: 'apbd' | 'partner' } | null;
  commitments: Record<string, CommitmentRow>;
  shortfalls: ShortfallRow[];
}

/** The budgets with ceiling, commitments and shortfalls, keyed by budget. */
export const budgetRecords = projection({
  name: 'budget-records',
  version: 1,
  events: [BudgetCeilingSet, BudgetCommitted, BudgetReleased, BudgetRealized, BudgetShortfallDeclared],
  initial: (budgetId): BudgetRow => ({
    budgetId,
    agencyId: null,
    year: null,
    ceiling: null,
    commitments: {},
    shortfalls: [],
  }),
  key: (event) => idOf(event.stream),
  on: {
    BudgetCeilingSet: (budget, { occurredAt, data: { agencyId, year, amount, source } }) => {
      const raised = budget.ceiling !== null && amount > budget.ceiling.amount;
      if (raised) for (const shortfall of budget.shortfalls) shortfall.liftedAt ??= occurredAt;
      budget.agencyId = agencyId;
      budget.year = year;
      budget.ceiling = { amount, source };
      return budget;
    },
    BudgetCommitted: (budget, { occurredAt, data: { commitmentId, planId, planItemId, programId, amount } }) => {
      budget.commitments[commitmentId] = {
        planId,
        itemId: planItemId,
        programId,
        at: occurredAt,
        committed: amount,
        released: 0,
        realized: 0,
      };
      return budget;
    },
    BudgetReleased: (budget, { data }) => {
      const commitment = budget.commitments[data.commitmentId];
      if (commitment !== undefined) commitment.released += data.amount;
      return budget;
    },
    BudgetRealized: (budget, { data }) => {
      const commitment = budget.commitments[data.commitmentId];
      if (commitment !== undefined) commitment.realized += data.amount;
      return budget;
    },
    BudgetShortfallDeclared: (budget, { occurredAt, data: { shortfallId, amount, cause, affectedItems } }) => {
      budget.shortfalls.push({
        shortfallId,
        amount,
        cause: cause.code,
        at: occurredAt,
        liftedAt: null,
        items: affectedItems.map(({ planId, planItemId }) => ({ planId, itemId: planItemId })),
      });
      return budget;
    },
  },
});
