import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { CommitmentId, ProgramId, ShortfallId } from '../../values/ids.js';
import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  BudgetShortfallDeclared,
} from './events.js';

/** Rupiah committed to one programme, and what became of them. */
export interface Commitment {
  readonly commitmentId: CommitmentId;
  readonly programId: ProgramId;
  readonly committed: number;
  readonly released: number;
  readonly realized: number;
  readonly committedBy: Maker;
}

export interface Budget {
  /** Rupiah; undefined until a ceiling is set. */
  readonly ceiling: number | undefined;
  readonly commitments: readonly Commitment[];
  /** The shortfalls that were declared; they change neither the ceiling nor a commitment. */
  readonly shortfalls: readonly ShortfallId[];
}

const changed = (budget: Budget, id: CommitmentId, next: (commitment: Commitment) => Commitment): Budget => ({
  ...budget,
  commitments: budget.commitments.map((commitment) => (commitment.commitmentId === id ? next(commitment) : commitment)),
});

export const budgetState = stream('budget', {
  events: [BudgetCeilingSet, BudgetCommitted, BudgetReleased, BudgetRealized, BudgetShortfallDeclared],
  initial: (): Budget => ({ ceiling: undefined, commitments: [], shortfalls: [] }),
}).evolve({
  BudgetCeilingSet: (budget, { data }) => ({ ...budget, ceiling: data.amount }),
  BudgetCommitted: (budget, { data }) => ({
    ...budget,
    commitments: [
      ...budget.commitments,
      {
        commitmentId: data.commitmentId,
        programId: data.programId,
        committed: data.amount,
        released: 0,
        realized: 0,
        committedBy: data.committedBy,
      },
    ],
  }),
  BudgetReleased: (budget, { data }) =>
    changed(budget, data.commitmentId, (commitment) => ({
      ...commitment,
      released: commitment.released + data.amount,
    })),
  BudgetRealized: (budget, { data }) =>
    changed(budget, data.commitmentId, (commitment) => ({
      ...commitment,
      realized: commitment.realized + data.amount,
    })),
  BudgetShortfallDeclared: (budget, { data }) => ({
    ...budget,
    shortfalls: [...budget.shortfalls, data.shortfallId],
  }),
});

/** Rupiah of a commitment that are neither released nor spent. */
export function openAmount(commitment: Commitment): number {
  return commitment.committed - commitment.released - commitment.realized;
}

/** Rupiah that are bound: committed and not released, spent or not. */
export function boundAmount(budget: Budget): number {
  return budget.commitments.reduce((sum, { committed, released }) => sum + committed - released, 0);
}
