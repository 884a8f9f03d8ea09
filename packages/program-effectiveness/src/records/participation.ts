import type { View } from '@pembinaan/event-sourcing';
import { grouped } from '../lines.js';
import { type BatchRow, type KnownBatch, type Seat, scheduledBatches } from './batch-records.js';
import { type PlacementsRow, unitOn } from './placements.js';

/** A place in a batch, with the unit from which the person came. */
export interface Participation {
  readonly batch: KnownBatch;
  readonly employeeId: string;
  readonly seat: Seat;
  /** The unit that nominated, or where the person worked on the first day; null where neither is known. */
  readonly unitId: string | null;
  /** The calendar year of the first day. */
  readonly year: number;
}

/** Every place in every batch that was scheduled. */
export function participations(batches: View<BatchRow>, placements: View<PlacementsRow>): readonly Participation[] {
  return scheduledBatches(batches).flatMap((batch) =>
    Object.entries(batch.seats).map(([employeeId, seat]) => ({
      batch,
      employeeId,
      seat,
      unitId: seat.unitId ?? unitOn(placements, employeeId, batch.from),
      year: Number(batch.from.slice(0, 4)),
    })),
  );
}

/** The places of one unit in one year. */
export interface UnitYear {
  readonly year: number;
  readonly unitId: string | null;
  readonly places: readonly Participation[];
}

/** The places by year and unit. */
export function byYearAndUnit(places: readonly Participation[]): readonly UnitYear[] {
  return [...grouped(places, ({ year }) => year)].flatMap(([year, ofYear]) =>
    [...grouped(ofYear, ({ unitId }) => unitId)].map(([unitId, ofUnit]) => ({ year, unitId, places: ofUnit })),
  );
}
