import { mean, sum } from '../statistics/describe.js';
import { tTwoSided } from '../statistics/distributions.js';

/**
 * The two-sided p of Student's or Welch's test after the skewness of the figures is taken out of t (the cubic transformation of Hall
 * 1992; for two groups Zhou and Dinh 2005). A small group with a long tail mostly lacks its few large figures, so that its mean and its
 * spread come out too small together.
 *
 * @param thirdMoment of the estimate that is tested: {@link thirdMomentOfMean}, for two groups the one minus the other
 */
export function skewnessCorrectedP(
  { t, se, df }: { readonly t: number; readonly se: number; readonly df: number },
  thirdMoment: number,
): number {
  const skewness = thirdMoment / se ** 3;
  const corrected = t + (skewness * t * t) / 3 + (skewness * skewness * t ** 3) / 27 + skewness / 6;
  // A correction that turns the sign leaves nothing of the difference.
  return corrected * t > 0 ? tTwoSided(corrected, df) : 1;
}

/** The third central moment of the mean of these figures, without bias; null of fewer than three. */
export function thirdMomentOfMean(values: readonly number[]): number | null {
  const n = values.length;
  if (n < 3) return null;
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 3)) / (n * (n - 1) * (n - 2));
}
