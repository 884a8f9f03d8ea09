/** What several rounds of one measurement come to. */
export interface Summary {
  readonly rounds: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Median and spread of the rounds.
 * @throws RangeError without rounds, and for what is no number.
 */
export function summary(values: readonly number[]): Summary {
  if (values.length === 0) throw new RangeError('There is no round to sum up.');
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`${wrong} is not a measured value.`);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)] ?? 0;
  const high = sorted[Math.ceil(middle)] ?? 0;
  return {
    rounds: sorted.length,
    median: (low + high) / 2,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}
