/** The mean; from the first value on, so that a large common offset costs no digits. Of nothing it is NaN: ask only of 1 or more. */
export function mean(values: readonly number[]): number {
  const [first = Number.NaN] = values;
  return first + sum(values.map((value) => value - first)) / values.length;
}

/** With n - 1, of 2 values or more. */
export function variance(values: readonly number[]): number {
  return covariance(values, values);
}

/**
 * The standard deviation, 0 where it is no more than rounding: 1e-12 of the largest value (0.4 - 0.1 is not 0.3).
 *
 * @param values 2 or more
 * @param judgedBy what the values were computed from, where they are differences: the largest of these then says what is rounding
 */
export function standardDeviation(values: readonly number[], ...judgedBy: readonly (readonly number[])[]): number {
  const sd = Math.sqrt(variance(values));
  return isRounding(sd, ...(judgedBy.length === 0 ? [values] : judgedBy)) ? 0 : sd;
}

/** Whether a spread is no more than rounding beside these values. */
export function isRounding(spread: number, ...groups: readonly (readonly number[])[]): boolean {
  const largest = groups.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return spread <= 1e-12 * largest;
}

/** With n - 1, of 2 pairs or more. */
export function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [meanX, meanY] = [mean(xs), mean(ys)];
  return sum(xs.map((x, at) => (x - meanX) * ((ys[at] ?? Number.NaN) - meanY))) / (xs.length - 1);
}

/** Pearson's r; both must have spread. Rounding is kept from carrying it beyond 1. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const r = covariance(xs, ys) / Math.sqrt(variance(xs)) / Math.sqrt(variance(ys));
  return Math.max(-1, Math.min(1, r));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** No score is larger than this in size: differences and squares of such numbers stay finite. */
const LARGEST = 1e100;

/** Scores as they come in: finite numbers, null where one is missing. */
export function requireScores(scores: readonly (number | null)[], name: string): void {
  const bad = scores.find((score) => score !== null && !(Math.abs(score) <= LARGEST));
  if (bad !== undefined)
    throw new RangeError(`${name} holds ${bad}: scores are numbers up to 1e100 in size, and null where missing.`);
}
