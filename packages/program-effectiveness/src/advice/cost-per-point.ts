import type { OutcomeEstimate, RoundEstimates } from '../estimates/round-estimates.js';
import { costOfBatches } from '../program/cost-of-batches.js';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import { costEffectiveness } from '../statistics/cost.js';

/** What a percentage point of relative improvement cost in a round, rupiah. */
export interface CostPerPoint {
  /** What its batches cost; null where that is not known, or not yet. */
  readonly cost: number | null;
  /** Null where the cost is not known, or nothing improved. */
  readonly perPoint: number | null;
  /**
   * Over the upper limit of the improvement, and over the lower one; null as above, the latter too where it is 0 or below: no cost is too
   * high then.
   */
  readonly low: number | null;
  readonly high: number | null;
  /** The batches, and the money that was committed and spent for them. */
  readonly events: readonly Told[];
}

/** Of several planned results it is that which improved least, so that no cost looks smaller by what was measured beside. */
export function costPerPoint({ service, window }: RoundEstimates, program: ProgramHistory): CostPerPoint {
  const held = program.batches.filter(({ batchId }) => window?.batchIds.includes(batchId));
  const { cost: known, told } = costOfBatches(held, program);
  const cost = typeof known === 'number' ? known : null;
  const least = leastImproved(service);
  const per = (basisPoints: number | undefined): number | null =>
    cost === null || basisPoints === undefined
      ? null
      : costEffectiveness({ cost, effect: basisPoints / 100 }).costPerUnitEffect;
  return {
    cost,
    perPoint: per(least?.estimate),
    low: per(least?.interval.high),
    high: per(least?.interval.low),
    events: told,
  };
}

function leastImproved(outcomes: readonly OutcomeEstimate[]): OutcomeEstimate['improvement'] {
  const known = outcomes.flatMap(({ improvement }) => improvement ?? []);
  if (known.length < outcomes.length) return null;
  return known.reduce<OutcomeEstimate['improvement']>(
    (least, one) => (least === null || one.estimate < least.estimate ? one : least),
    null,
  );
}
