import { command } from '@pembinaan/event-sourcing';
import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  BudgetShortfallDeclared,
} from './events.js';

export const SetBudgetCeiling = command('SetBudgetCeiling', BudgetCeilingSet.schema.omit({ setBy: true }));
export const CommitBudget = command('CommitBudget', BudgetCommitted.schema.omit({ committedBy: true }));
// The programme of a release or a realisation is that of the commitment.
export const ReleaseBudget = command(
  'ReleaseBudget',
  BudgetReleased.schema.omit({ programId: true, releasedBy: true }),
);
export const RealizeBudget = command(
  'RealizeBudget',
  BudgetRealized.schema.omit({ programId: true, realizedBy: true }),
);
export const DeclareBudgetShortfall = command(
  'DeclareBudgetShortfall',
  BudgetShortfallDeclared.schema.omit({ declaredBy: true }),
);
