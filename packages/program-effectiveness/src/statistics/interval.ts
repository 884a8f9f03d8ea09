import { tQuantile, tTwoSided } from './distributions.js';
import { type Because, because } from './not-estimable.js';

/** A two-sided 95% interval in the unit of the figure it belongs to. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * An estimated quantity with its test against 0: Student t on `df` degrees of freedom, two-sided p, 95% interval.
 * All of it or none: a quantity whose standard error is 0 or unknown has no test, and the whole is null with a reason.
 */
export interface Coefficient {
  readonly estimate: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly interval: Interval;
}

/** The probability left out below a two-sided 95% interval; the quantile is taken at 1 minus this. */
export const tailOf95 = 0.025;

/**
 * @param se 0 or more
 * @param df above 0
 * @returns `noSpread` for a standard error of 0; `overflow` where a part is beyond what a number holds
 */
export function coefficient(estimate: number, se: number, df: number): Coefficient | Because {
  if (se === 0) return because('noSpread');
  const t = estimate / se;
  if (![t, se].every(Number.isFinite) || Number.isNaN(df)) return because('overflow');
  const halfWidth = reachOf95(df) * se;
  const interval = around(estimate, halfWidth);
  if (![interval.low, interval.high].every(Number.isFinite)) return because('overflow');
  return { estimate, se, t, df, p: tTwoSided(t, df), interval };
}

/** How many standard errors a two-sided 95% interval reaches to either side. A search each time, so that those of small whole `df` are kept. */
export function reachOf95(df: number): number {
  const known = REACHES[df];
  if (known !== undefined) return known;
  const reach = tQuantile(1 - tailOf95, df);
  if (Number.isInteger(df) && df < KEPT) REACHES[df] = reach;
  return reach;
}

const KEPT = 1000;
const REACHES: number[] = [];

/** The interval half a width to either side of its middle. */
export function around(middle: number, halfWidth: number): Interval {
  return { low: middle - halfWidth, high: middle + halfWidth };
}

/** An interval in another unit: times a factor of 0 or more. */
export function scaledInterval({ low, high }: Interval, factor: number): Interval {
  return { low: low * factor, high: high * factor };
}
