import type { Coefficient } from '../statistics/interval.js';
import { classicalSpread, contrast, fitLinearModel } from '../statistics/linear-model.js';
import { type Because, because, isBecause } from '../statistics/not-estimable.js';
import { praisWinsten } from '../statistics/prais-winsten.js';

/** A change at the strongest autocorrelation that its series does not exclude. */
export interface ChangeUnderAutocorrelation {
  /** As estimated, which in a short series is too low. */
  readonly rho: number | null;
  /** The upper 95% limit after the bias is taken away; 1 is a random walk. */
  readonly strongestRho: number;
  /** By generalised least squares at that limit. */
  readonly change: Coefficient;
}

/**
 * A change in a series, tested at the strongest first-order autocorrelation that the series does not exclude.
 *
 * In a short series with a level, a trend and their changes to be fitted, the autocorrelation of what is left is estimated far too low:
 * of a random walk of 24 months it comes out at 0.4. Every standard error that builds on that estimate is too small, Newey-West and
 * Prais-Winsten included, and one random walk in three shows a "change". Here the bias is taken away, which is -(k + (2k + 1) rho) / n to
 * first order (k columns; after Kendall 1954 for a constant, Orcutt and Winokur 1969 for a trend; checked by simulation for k = 4), then
 * 1.645 standard errors are added, and the change is estimated anew at that autocorrelation. At 1 that is the model of the differences.
 *
 * Shares of series without a change that pass, in per cent, of 12+12, 24+12 and 24+24 points: white noise 1, AR(0.3) 1, AR(0.6) 1,
 * AR(0.8) 3, 2, 1, random walk 7, 6, 6.
 *
 * @param columns of the model of the series, the constant one among them
 * @param weights of the change, one for each column
 */
export function changeUnderAutocorrelation(
  response: readonly number[],
  columns: readonly (readonly number[])[],
  weights: readonly number[],
): ChangeUnderAutocorrelation | Because {
  const ordinary = fitLinearModel(response, columns);
  if (isBecause(ordinary)) return ordinary;
  if (ordinary.perfect) return because('noSpread');
  const fitted = praisWinsten(ordinary, columns);
  // Where rho leaves the range of what is stationary, the series is taken for a random walk.
  const rho = isBecause(fitted) ? null : fitted.rho;
  const strongestRho = rho === null ? 1 : strongestNotExcluded(rho, ordinary.n, ordinary.k);
  const change = changeAt(strongestRho, response, columns, weights);
  return isBecause(change) ? change : { rho, strongestRho, change };
}

/** Between 0 and 1: a series that swings from period to period is treated as one that does not hang together. */
function strongestNotExcluded(rho: number, n: number, k: number): number {
  const room = n - (2 * k + 1);
  if (room <= 0) return 1;
  const unbiased = (n * rho + k) / room;
  const error = (Math.sqrt((1 - rho * rho) / n) * n) / room;
  return Math.min(1, Math.max(0, unbiased + 1.645 * error));
}

function changeAt(
  rho: number,
  response: readonly number[],
  columns: readonly (readonly number[])[],
  weights: readonly number[],
): Coefficient | Because {
  const walk = rho === 1;
  // The differences of a random walk know nothing of its level: the constant column goes.
  const kept = columns.flatMap((column, at) => (walk && column.every((value) => value === column[0]) ? [] : [at]));
  const model = fitLinearModel(
    quasiDifferences(response, rho),
    kept.map((at) => quasiDifferences(columns[at] ?? [], rho)),
  );
  if (isBecause(model)) return model;
  return contrast(
    model,
    classicalSpread(model),
    kept.map((at) => weights[at] ?? 0),
  );
}

function quasiDifferences(series: readonly number[], rho: number): readonly number[] {
  const steps = series.slice(1).map((value, at) => value - rho * (series[at] ?? 0));
  return rho === 1 ? steps : [Math.sqrt(1 - rho * rho) * (series[0] ?? 0), ...steps];
}
