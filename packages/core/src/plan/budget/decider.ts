import { decider } from '@pembinaan/event-sourcing';
import { authorised, decreed, G02, independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { BudgetId, type CommitmentId } from '../../values/ids.js';
import { R08 } from '../development-need/rules.js';
import { developmentPlanState, establishedItem } from '../development-plan/state.js';
import { CommitBudget, DeclareBudgetShortfall, RealizeBudget, ReleaseBudget, SetBudgetCeiling } from './commands.js';
import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  BudgetShortfallDeclared,
} from './events.js';
import { coversBound, R13, withinCeiling, withinOpen } from './rules.js';
import { type Budget, budgetState, type Commitment } from './state.js';

/** The id of the budget of an agency for a year: there is one stream for both, which is what keeps R13. */
export function budgetId(agencyId: string, year: number): BudgetId {
  return BudgetId.parse(`${agencyId}-${year}`);
}

export const budget = decider(budgetState, {
  commands: [SetBudgetCeiling, CommitBudget, ReleaseBudget, RealizeBudget, DeclareBudgetShortfall],
})
  .facts({
    SetBudgetCeiling: (_, command) => standing(command),
    CommitBudget: (_, { data }) => ({
      plan: developmentPlanState.at(data.planId),
      program: programState.at(data.programId),
    }),
    DeclareBudgetShortfall: (_, command) => ({
      ...standing(command),
      plans: [...new Set(command.data.affectedItems.map(({ planId }) => planId))].map((planId) =>
        developmentPlanState.at(planId).map((plan) => ({ planId, plan })),
      ),
    }),
  })
  .decide({
    SetBudgetCeiling: (state, command, { policy, authority }) => {
      const { agencyId, year, amount, decree } = command.data;
      const expected = budgetId(agencyId, year);
      if (command.streamId !== expected) return R13.refuse('wrongStream', { budgetId: command.streamId, expected });
      return (
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        // A ceiling holds from the day on which it is set, so that only an unsigned decree can be wrong.
        decreed({ decree, effectiveFrom: policy.on, on: policy.on }) ??
        coversBound(state, amount) ?? [BudgetCeilingSet({ ...command.data, setBy: makerOf(command) })]
      );
    },

    CommitBudget: (state, command, { plan, program }) => {
      const { commitmentId, planId, planItemId: itemId, programId, amount } = command.data;
      if (commitmentWith(state, commitmentId) !== undefined) {
        return G02.refuse('alreadyExists', { what: 'commitment', id: commitmentId });
      }
      if (program.status === 'none') return G02.refuse('notFound', { what: 'programme', id: programId });
      if (establishedItem(plan, itemId) === undefined) return R08.refuse('itemNotEstablished', { planId, itemId });
      return (
        inStatus('programme', program, 'designed', 'approved', 'suspended') ??
        withinCeiling(command.streamId, state, amount) ?? [
          BudgetCommitted({ ...command.data, committedBy: makerOf(command) }),
        ]
      );
    },

    ReleaseBudget: (state, command) => {
      const { commitmentId, amount, reason } = command.data;
      const commitment = commitmentWith(state, commitmentId);
      if (commitment === undefined) return G02.refuse('notFound', { what: 'commitment', id: commitmentId });
      return (
        reasoned(reason) ??
        withinOpen(commitment, amount) ?? [
          BudgetReleased({ ...command.data, programId: commitment.programId, releasedBy: makerOf(command) }),
        ]
      );
    },

    RealizeBudget: (state, command) => {
      const { commitmentId, amount } = command.data;
      const commitment = commitmentWith(state, commitmentId);
      if (commitment === undefined) return G02.refuse('notFound', { what: 'commitment', id: commitmentId });
      return (
        independentOf(command, [{ act: 'committed', maker: commitment.committedBy }]) ??
        withinOpen(commitment, amount) ?? [
          BudgetRealized({ ...command.data, programId: commitment.programId, realizedBy: makerOf(command) }),
        ]
      );
    },

    DeclareBudgetShortfall: (state, command, { policy, authority, plans }) => {
      const { shortfallId, affectedItems, cause } = command.data;
      if (state.ceiling === undefined) return R13.refuse('noCeiling', { budgetId: command.streamId });
      if (state.shortfalls.includes(shortfallId)) {
        return G02.refuse('alreadyExists', { what: 'shortfall', id: shortfallId });
      }
      for (const { planId, planItemId: itemId } of affectedItems) {
        const found = plans.some((known) => known.planId === planId && establishedItem(known.plan, itemId));
        if (!found) return R08.refuse('itemNotEstablished', { planId, itemId });
      }
      return (
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        reasoned(cause) ?? [BudgetShortfallDeclared({ ...command.data, declaredBy: makerOf(command) })]
      );
    },
  });

function commitmentWith(state: Budget, commitmentId: CommitmentId): Commitment | undefined {
  return state.commitments.find((commitment) => commitment.commitmentId === commitmentId);
}
