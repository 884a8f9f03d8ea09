import type { PolicyFigures } from '../../governance/policy/figures.js';

/** A competency that a position requires: the level required (1 to 5) and the level reached (0 to 5; 0 where it was never assessed). */
export interface RequiredAndActual {
  readonly required: number;
  readonly actual: number;
}

/** A number that every level from 1 to 5 divides, so that a share of a level is a whole number of parts. */
const PARTS = 60;

/**
 * The job-person match (JPM) in hundredths of a per cent: 10000 where every required level is reached.
 *
 * It is the mean, over the required competencies, of the share of the required level that was reached, at most all of it: being better in
 * one competency does not make up for another. With integers only; rounded half up.
 *
 * Source: no regulation that was found defines the formula; this one is common practice, from memory. The bands of {@link jpmBand} are
 * those of Peraturan BRIN 3/2023.
 *
 * @returns undefined where nothing is required
 * @throws RangeError for a required level other than 1 to 5, or a reached level other than 0 to 5
 */
export function jobPersonMatch(levels: readonly RequiredAndActual[]): number | undefined {
  if (levels.length === 0) return undefined;
  const parts = levels.reduce((sum, level) => sum + partsReached(level), 0);
  // parts / 60 / n × 10000 is parts × 500 / 3n; half of the divisor rounds half up.
  const divisor = 3 * levels.length;
  return Math.floor((2 * parts * 500 + divisor) / (2 * divisor));
}

function partsReached({ required, actual }: RequiredAndActual): number {
  if (!isLevel(required, 1) || !isLevel(actual, 0)) {
    throw new RangeError(
      `Level ${actual} of ${required} cannot be: give a required level of 1 to 5, and 0 to 5 reached.`,
    );
  }
  return (Math.min(actual, required) * PARTS) / required;
}

function isLevel(level: number, lowest: number): boolean {
  return Number.isInteger(level) && level >= lowest && level <= 5;
}

/** Optimal, fairly optimal, less than optimal. */
export type JpmBand = 'optimal' | 'cukupOptimal' | 'kurangOptimal';

/**
 * The band of a job-person match in hundredths of a per cent: the highest whose lower bound it reaches, so that there are no holes.
 *
 * @param bands lower bounds, from the policy (`jpm.bands`)
 */
export function jpmBand(value: number, bands: PolicyFigures['jpm.bands']['value']): JpmBand {
  if (value >= bands.optimal) return 'optimal';
  return value >= bands.fairlyOptimal ? 'cukupOptimal' : 'kurangOptimal';
}
