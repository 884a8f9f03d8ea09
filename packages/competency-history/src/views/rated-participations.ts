import { grouped, type LocalDate, yearOf } from '@pembinaan/core';
import type { AssignmentRecord } from '../records/assignment-records.js';
import type { BehaviourRow } from '../records/behaviour-records.js';
import { type ServiceRecord, unitOn } from '../records/service-records.js';
import { meanHundredths } from '../rounding.js';

/** The part of a person in a batch that was passed by a test (level 2), with how others saw the behaviour afterwards (level 3). */
export interface RatedParticipation {
  readonly employeeId: string;
  /** Where the person was when the batch ended: whoever moved since does not take the figure along. */
  readonly unitId: string | null;
  /** The year in which the batch ended. */
  readonly year: number;
  /** Hundredths of 1-5, over all scores by others. */
  readonly mean: number;
}

/** The participations that were passed and that others rated by the day. */
export function ratedParticipations(
  assignments: ReadonlyMap<string, AssignmentRecord>,
  behaviour: ReadonlyMap<string, BehaviourRow>,
  service: ReadonlyMap<string, ServiceRecord>,
  on: LocalDate,
): readonly RatedParticipation[] {
  return [...assignments].flatMap(([employeeId, { batches }]) => {
    const byOthers = Object.values(behaviour.get(employeeId)?.ratings ?? {}).filter(
      ({ raterKind, ratedOn }) => raterKind !== 'self' && ratedOn <= on,
    );
    const ratingsOf = grouped(byOthers, ({ batchId }) => batchId);
    return Object.entries(batches).flatMap(([batchId, { status, tested, period }]): RatedParticipation[] => {
      if (status !== 'completed' || !tested || period === null) return [];
      const mean = meanHundredths(
        (ratingsOf.get(batchId) ?? []).flatMap(({ scores }) => scores.map(({ score }) => score)),
      );
      if (mean === null) return [];
      return [{ employeeId, mean, unitId: unitOn(service.get(employeeId), period.to), year: yearOf(period.to) }];
    });
  });
}
