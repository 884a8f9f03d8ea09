import type { Measurement } from '../surroundings/service-history.js';
import type { Confounder, UnitInOutcome } from './round-estimates.js';
import { leftOut, type UnitPeriods } from './unit-periods.js';

/** A planned unit with the measurements that stand for it. */
export interface PlacedUnit extends UnitPeriods {
  readonly excluded: UnitInOutcome['excluded'];
  readonly servedBy: readonly Confounder[];
}

/** The unit as it is told. */
export function unitInOutcome({
  unitId,
  role,
  before,
  during,
  after,
  leftOut: gone,
  excluded,
  servedBy,
}: PlacedUnit): UnitInOutcome {
  const ids = (side: PlacedUnit['before']) => side.map(({ measurementId }) => measurementId);
  return {
    unitId,
    role,
    before: ids(before),
    after: ids(after),
    leftOut: [...gone, ...leftOut(during, 'duringTraining')],
    excluded,
    servedBy,
  };
}

/** The served units that count, or those that they are compared with. */
export function countingAs(role: PlacedUnit['role'], units: readonly PlacedUnit[]): readonly PlacedUnit[] {
  return units.filter((unit) => unit.role === role && unit.excluded === null);
}

/** The measurements that the units which count rest on. */
export function measurementsOf(units: readonly PlacedUnit[]): readonly (Measurement & { readonly unitId: string })[] {
  return units
    .filter(({ excluded }) => excluded === null)
    .flatMap(({ unitId, before, after }) => [...before, ...after].map((measurement) => ({ ...measurement, unitId })));
}

/** The cases of the side that has fewer. */
export function fewestCases({ before, after }: PlacedUnit): number {
  return Math.min(...[before, after].map((side) => side.reduce((sum, { n }) => sum + n, 0)));
}
