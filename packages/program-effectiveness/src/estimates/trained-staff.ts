import type { LocalDate } from '@pembinaan/core';
import { disclosure, shareOf } from '../disclosure.js';
import type { BatchHistory } from '../program/program-history.js';
import { type PlacementHistory, unitOn } from '../surroundings/placement-history.js';
import type { TrainedStaff } from './round-estimates.js';

/**
 * Those who completed a batch of the round and served in that unit, and the share that serves there no more: a service cannot keep what its
 * people took along (domain 5.12). Nothing is told of fewer than `minimumN`.
 */
export function trainedStaff(
  unitId: string,
  batches: readonly BatchHistory[],
  placements: ReadonlyMap<string, PlacementHistory>,
  { until, minimumN }: { readonly until: LocalDate; readonly minimumN: number },
): TrainedStaff {
  const trained = [...unitOfTrained(batches, placements)].filter(([, unit]) => unit === unitId).map(([id]) => id);
  const left = trained.filter((id) => {
    const placement = placements.get(id);
    return placement !== undefined && placement.placements.length > 0 && unitOn(placement, until) !== unitId;
  });
  const { suppressed, shown } = disclosure(trained.length, minimumN);
  return {
    unitId,
    trained: trained.length,
    movedShare: shown(shareOf(left.length, trained.length)),
    suppressed: trained.length > 0 && suppressed,
  };
}

/**
 * The unit of each who completed, on the last day of the last batch that he or she completed; as nominated where it is not known where they
 * served.
 */
function unitOfTrained(
  batches: readonly BatchHistory[],
  placements: ReadonlyMap<string, PlacementHistory>,
): ReadonlyMap<string, string | null> {
  return new Map(
    batches.flatMap(({ seats, period }) =>
      [...seats.values()]
        .filter(({ status }) => status === 'completed')
        .map(({ employeeId, unitId }) => {
          const placement = placements.get(employeeId);
          return [employeeId, (placement && unitOn(placement, period.to)) ?? unitId] as const;
        }),
    ),
  );
}
