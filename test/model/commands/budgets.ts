import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  CommitBudget,
  DeclareBudgetShortfall,
  RealizeBudget,
  ReleaseBudget,
  SetBudgetCeiling,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { AGENCY, decree, office } from '../cast.js';
import type { Moves } from '../play.js';
import { asPyb } from './officials.js';
import { plansThatAre } from './plans.js';
import { type Program, programs } from './programs.js';

export interface Commitment {
  readonly commitmentId: string;
  readonly programId: string;
  readonly open: number;
}

export interface Budget {
  readonly id: string;
  ceiling: number;
  bound: number;
  commitments: Commitment[];
}

const opened = (budget: Budget, id: string, by: number): Budget => ({
  ...budget,
  commitments: budget.commitments.map((known) =>
    known.commitmentId === id ? { ...known, open: known.open + by } : known,
  ),
});

const budgetsView = projection({
  name: 'model-budgets',
  version: 1,
  events: [BudgetCeilingSet, BudgetCommitted, BudgetReleased, BudgetRealized],
  initial: (id: string): Budget => ({ id, ceiling: 0, bound: 0, commitments: [] }),
  key: ({ stream }) => idOf(stream),
  on: {
    BudgetCeilingSet: (budget, { data }): Budget => ({ ...budget, ceiling: data.amount }),
    BudgetCommitted: (budget, { data: { commitmentId, programId, amount } }): Budget => ({
      ...budget,
      bound: budget.bound + amount,
      commitments: [...budget.commitments, { commitmentId, programId, open: amount }],
    }),
    BudgetReleased: (budget, { data }): Budget => ({
      ...opened(budget, data.commitmentId, -data.amount),
      bound: budget.bound - data.amount,
    }),
    BudgetRealized: (budget, { data }): Budget => opened(budget, data.commitmentId, -data.amount),
  },
});

/** The budgets that the model knows, with what is open in each commitment. */
export const budgets = belief(budgetsView);

/** The commitments to a programme of which something is left, with their budgets. */
export function commitmentsTo(agency: Agency, programId: string) {
  return budgets(agency).flatMap(({ id, commitments }) =>
    commitments
      .filter((commitment) => commitment.programId === programId && commitment.open > 0)
      .map(({ commitmentId, open }) => ({ budgetId: id, commitmentId, open })),
  );
}

/** Money for a programme, from the budget of the year of its plan; a little more than it costs, for an expansion. */
export function commitTo(agency: Agency, { id, planItem, cost }: Program): Attempt | undefined {
  if (planItem === undefined || cost === 0) return undefined;
  return {
    by: office.planner,
    to: planItem.planId,
    command: CommitBudget({
      commitmentId: agency.newId('komitmen'),
      planId: planItem.planId,
      planItemId: planItem.itemId,
      programId: id,
      amount: cost + 2_000_000,
    }),
  };
}

export const budgetMoves: Moves = {
  'a ceiling is set anew': (agency, dice) => {
    const budget = dice.of(budgets(agency));
    if (budget === undefined) return undefined;
    const amount = dice.oneOf(budget.ceiling + 20_000_000, budget.bound, budget.bound - 1_000_000, 0);
    return {
      ...asPyb,
      to: budget.id,
      command: SetBudgetCeiling({
        year: Number(budget.id.slice(-4)),
        agencyId: AGENCY,
        amount: Math.max(0, amount),
        account: 'DPA-perubahan',
        source: 'apbd',
        decree: decree(agency.newId('pagu'), agency.today),
      }),
    };
  },
  'money is committed': (agency, dice) => {
    const program = dice.of(programs(agency).filter(({ planItem }) => planItem !== undefined));
    const attempt = program && commitTo(agency, program);
    return attempt && { ...attempt, to: dice.of(budgets(agency))?.id ?? attempt.to };
  },
  'money is released': (agency, dice) => {
    const budget = dice.of(budgets(agency).filter(({ commitments }) => commitments.length > 0));
    const commitment = dice.of(budget?.commitments ?? []);
    return (
      budget &&
      commitment && {
        by: office.planner,
        to: budget.id,
        command: ReleaseBudget({
          commitmentId: commitment.commitmentId,
          amount: dice.oneOf(1_000_000, Math.max(1, commitment.open), commitment.open + 1),
          reason: { code: 'saved' },
        }),
      }
    );
  },
  'money is spent': (agency, dice) => {
    const budget = dice.of(budgets(agency).filter(({ commitments }) => commitments.length > 0));
    const commitment = dice.of(budget?.commitments ?? []);
    return (
      budget && commitment && spend(budget.id, commitment, dice.oneOf(500_000, commitment.open + 1, commitment.open))
    );
  },
  'a shortfall is declared': (agency, dice) => {
    const plan = dice.of(plansThatAre(agency, 'established', 'draft').filter(({ items }) => items.length > 0));
    const item = dice.of(plan?.items ?? []);
    return (
      plan &&
      item && {
        ...asPyb,
        to: plan.id,
        command: DeclareBudgetShortfall({
          shortfallId: agency.newId('kurang'),
          amount: 10_000_000,
          affectedItems: [{ planId: plan.id, planItemId: item.itemId }],
          cause: dice.oneOf({ code: 'dau' }, { code: 'other' }),
        }),
      }
    );
  },
};

export function spend(budgetId: string, { commitmentId }: Pick<Commitment, 'commitmentId'>, amount: number): Attempt {
  return {
    by: office.treasurer,
    to: budgetId,
    command: RealizeBudget({ commitmentId, amount: Math.max(1, amount), documentRef: `SP2D-${commitmentId}` }),
  };
}
