/** A value before and after. */
export interface Change {
  readonly before: number;
  readonly after: number;
}

/**
 * How much lower (better) the value is afterwards, relative to before, in basis points; negative is worse. With a comparison, less the
 * relative improvement there.
 *
 * Computed exactly with integers and rounded once, half away from zero. Null where a value before is 0: nothing can be relative to it.
 */
export function relativeImprovement(outcome: Change, comparison: Change = UNCHANGED): number | null {
  if (outcome.before === 0 || comparison.before === 0) return null;
  const [before, after] = [BigInt(outcome.before), BigInt(outcome.after)];
  const [otherBefore, otherAfter] = [BigInt(comparison.before), BigInt(comparison.after)];
  const numerator = (before - after) * otherBefore - (otherBefore - otherAfter) * before;
  return Number(dividedHalfAwayFromZero(numerator * 10_000n, before * otherBefore));
}

/** Tells whether a value rose by more than a share of what it was before, in basis points; from 0, any rise is more. */
export function worsenedBeyond({ before, after }: Change, tolerance: number): boolean {
  return (BigInt(after) - BigInt(before)) * 10_000n > BigInt(before) * BigInt(tolerance);
}

const UNCHANGED: Change = { before: 1, after: 1 };

/** The divisor is above zero. */
function dividedHalfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
