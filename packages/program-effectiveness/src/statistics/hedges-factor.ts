/**
 * The exact small-sample factor of Hedges (1981), J(v) = Gamma(v/2) / (sqrt(v/2) Gamma((v-1)/2)), by which a standardised mean
 * difference is multiplied to take its bias away. 0 at v = 1, where no unbiased estimate exists.
 *
 * @param df degrees of freedom of the standard deviation, 1 or more
 */
export function hedgesFactor(df: number): number {
  if (!(df >= 1)) throw new RangeError(`Hedges' factor needs degrees of freedom of 1 or more, not ${df}.`);
  const x = (df - 1) / 2;
  return df === 1 ? 0 : gammaRatio(x) / Math.sqrt(x + 0.5);
}

/** The common approximation 1 - 3 / (4v - 1). */
export function approximateHedgesFactor(df: number): number {
  return 1 - 3 / (4 * df - 1);
}

/**
 * Gamma(x + 1/2) / Gamma(x): the asymptotic series from 25 on (Tricomi and Erdélyi 1951), reached by the recurrence. A difference of two log gammas
 * would lose its digits in large samples.
 */
function gammaRatio(x: number): number {
  let [shifted, product] = [x, 1];
  for (; shifted < 25; shifted += 1) product *= shifted / (shifted + 0.5);
  const i = 1 / shifted;
  const series =
    1 -
    i *
      (1 / 8 -
        i *
          (1 / 128 +
            i * (5 / 1024 - i * (21 / 32768 + i * (399 / 262144 - i * (869 / 4194304 + i * (39325 / 33554432)))))));
  return product * Math.sqrt(shifted) * series;
}
