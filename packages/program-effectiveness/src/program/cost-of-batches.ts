import type { BatchHistory, Commitment, ProgramHistory } from './program-history.js';
import type { Told } from './told.js';

/** What batches cost together, rupiah, or why that is not known; with the events that tell it. */
export interface CostOfBatches {
  readonly cost: number | CostNotKnown;
  readonly told: readonly Told[];
}

/**
 * - `notCompleted`: a batch that names no commitment, or none at all, is not completed
 * - `notPaid`: nothing was paid yet from the commitments that the batches name
 * - `sharedCommitment`: other batches of the programme are paid from the same commitment, and nobody says which part is whose
 * - `noBudgetNamed`: money was committed for the programme, and a batch does not say from which commitment it is paid
 */
export type CostNotKnown = 'notCompleted' | 'notPaid' | 'sharedCommitment' | 'noBudgetNamed';

/**
 * What batches cost: all that was paid from the commitments that they name, each once. What is told when a batch is completed is what had been
 * paid by then, of the whole commitment; bills come in later, so that it counts only for batches that name none.
 */
export function costOfBatches(given: readonly BatchHistory[], program: ProgramHistory): CostOfBatches {
  const held = given.filter(isHeld);
  const paying = program.commitments.filter((commitment) => held.some((batch) => isPaidFrom(batch, commitment)));
  const told = [...held.map((batch) => batch.told), ...paying.flatMap((commitment) => commitment.told)];
  return { cost: costOf(held, paying, program), told };
}

function costOf(
  held: readonly BatchHistory[],
  paying: readonly Commitment[],
  program: ProgramHistory,
): number | CostNotKnown {
  if (held.length === 0) return 'notCompleted';
  const unpaid = held.filter((batch) => !paying.some((commitment) => isPaidFrom(batch, commitment)));
  if (unpaid.some(({ realisedCost }) => realisedCost === null)) return 'notCompleted';
  const asTold = unpaid.reduce((sum, { realisedCost }) => sum + (realisedCost ?? 0), 0);
  if (unpaid.length > 0 && asTold === 0 && program.commitments.length > 0) return 'noBudgetNamed';
  const others = program.batches.filter((batch) => isHeld(batch) && !held.includes(batch));
  if (others.some((batch) => paying.some((commitment) => isPaidFrom(batch, commitment)))) return 'sharedCommitment';
  const paid = paying.reduce((sum, { realized }) => sum + realized, 0);
  return paying.length > 0 && paid === 0 ? 'notPaid' : paid + asTold;
}

function isHeld({ status }: BatchHistory): boolean {
  return status !== 'cancelled';
}

function isPaidFrom({ budget }: BatchHistory, { budgetId, commitmentId }: Commitment): boolean {
  return budget !== undefined && budget.budgetId === budgetId && budget.commitmentId === commitmentId;
}
