import { because, type Estimates, estimates } from './not-estimable.js';

/** Who was lost between assignment and analysis, and whether that is little enough to leave the comparison standing. */
export type Attrition = Estimates<AttritionFigures>;

interface AttritionFigures {
  /** Lost of those assigned, in both groups together. */
  readonly overall: number | null;
  readonly treated: number | null;
  readonly comparison: number | null;
  /** How far the two rates lie apart. */
  readonly differential: number | null;
  /** The row of the table: overall attrition to the nearest per cent, halves up. */
  readonly tableRow: number | null;
  /** The most differential attrition, in percentage points, that is still low at this overall attrition: where drop-out may hang together with the outcome. */
  readonly cautiousLimit: number | null;
  /** Where drop-out has little to do with the programme. */
  readonly optimisticLimit: number | null;
  readonly cautiousLow: boolean | null;
  readonly optimisticLow: boolean | null;
}

export interface Assigned {
  readonly assigned: number;
  readonly analysed: number;
}

/** @throws RangeError for counts that are no whole numbers of 0 or more, and for more analysed than assigned */
export function attrition(treated: Assigned, comparison: Assigned): Attrition {
  requireCounts(treated);
  requireCounts(comparison);
  const ofTreated = treated.assigned === 0 ? null : lostShare(treated);
  const ofComparison = comparison.assigned === 0 ? null : lostShare(comparison);
  if (ofTreated === null || ofComparison === null) {
    const none = because('noneAssigned');
    return estimates<AttritionFigures>({
      overall: none,
      treated: ofTreated ?? none,
      comparison: ofComparison ?? none,
      differential: none,
      tableRow: none,
      cautiousLimit: none,
      optimisticLimit: none,
      cautiousLow: none,
      optimisticLow: none,
    });
  }
  const overall = lostShare({
    assigned: treated.assigned + comparison.assigned,
    analysed: treated.analysed + comparison.analysed,
  });
  const differential = Math.abs(ofTreated - ofComparison);
  const tableRow = Math.floor(Math.round(overall * 1e8) / 1e6 + 0.5);
  const cautious = cautiousLimits[tableRow];
  const optimistic = optimisticLimits[tableRow];
  return estimates<AttritionFigures>({
    overall,
    treated: ofTreated,
    comparison: ofComparison,
    differential,
    tableRow,
    cautiousLimit: cautious ?? because('notInTable'),
    optimisticLimit: optimistic ?? because('notInTable'),
    cautiousLow: within(differential, cautious),
    optimisticLow: within(differential, optimistic),
  });
}

/** Beyond the table no differential attrition is low. */
function within(differential: number, limit: number | undefined): boolean {
  return limit !== undefined && 100 * differential <= limit + 1e-8;
}

function lostShare({ assigned, analysed }: Assigned): number {
  return (assigned - analysed) / assigned;
}

function requireCounts({ assigned, analysed }: Assigned): void {
  if (!(Number.isSafeInteger(assigned) && Number.isSafeInteger(analysed) && analysed >= 0 && analysed <= assigned)) {
    throw new RangeError(
      `${analysed} analysed of ${assigned} assigned: give whole numbers, the first no larger than the second.`,
    );
  }
}

/*
 * What Works Clearinghouse, Standards Handbook v4.1 (2020), Table II.1: by overall attrition in per cent, from 0, the highest differential
 * attrition in percentage points that is low. The cautious column ends at 57, the optimistic one at 65.
 */
// biome-ignore format: ten to a row, as one reads the table
const cautiousLimits: readonly number[] = [
  5.7, 5.8, 5.9, 5.9, 6, 6.1, 6.2, 6.3, 6.3, 6.3, // from 0%
  6.3, 6.2, 6.2, 6.1, 6, 5.9, 5.9, 5.8, 5.7, 5.5, // from 10%
  5.4, 5.3, 5.2, 5.1, 4.9, 4.8, 4.7, 4.5, 4.4, 4.3, // from 20%
  4.1, 4, 3.8, 3.6, 3.5, 3.3, 3.2, 3.1, 2.9, 2.8, // from 30%
  2.6, 2.5, 2.3, 2.1, 2, 1.8, 1.6, 1.5, 1.3, 1.2, // from 40%
  1, 0.9, 0.7, 0.6, 0.4, 0.3, 0.2, 0, // from 50%
];
// biome-ignore format: ten to a row, as one reads the table
const optimisticLimits: readonly number[] = [
  10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.7, 10.8, 10.9, 10.9, // from 0%
  10.9, 10.9, 10.9, 10.8, 10.8, 10.7, 10.6, 10.5, 10.3, 10.2, // from 10%
  10, 9.9, 9.7, 9.5, 9.4, 9.2, 9, 8.8, 8.6, 8.4, // from 20%
  8.2, 8, 7.8, 7.6, 7.4, 7.2, 7, 6.7, 6.5, 6.3, // from 30%
  6, 5.8, 5.6, 5.3, 5.1, 4.9, 4.6, 4.4, 4.2, 3.9, // from 40%
  3.7, 3.5, 3.2, 3, 2.8, 2.6, 2.3, 2.1, 1.9, 1.6, // from 50%
  1.4, 1.1, 0.9, 0.7, 0.5, 0.3, // from 60%
];
