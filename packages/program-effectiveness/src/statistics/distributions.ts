import flat from '@stdlib/dist-stats-base-dists-flat';

const { t: student, normal, gamma, beta, binomial } = flat.base.dists;

/** P(T <= t) of Student's t. @param df above 0; Infinity is the normal distribution */
export function tCdf(t: number, df: number): number {
  requireDf(df);
  return df === Number.POSITIVE_INFINITY ? normalCdf(t) : student.cdf(t, df);
}

/** The p value of a two-sided test: 2 P(T <= -|t|), which keeps its digits far out where 2 (1 - P(T <= |t|)) has none. */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** The t below which a share p lies. @param p between 0 and 1, both excluded */
export function tQuantile(p: number, df: number): number {
  requireDf(df);
  requireInside(p);
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  return p === 0.5 ? 0 : student.quantile(p, df);
}

export function normalCdf(z: number): number {
  return normal.cdf(z, 0, 1);
}

export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}

/** The z below which a share p lies. @param p between 0 and 1, both excluded */
export function normalQuantile(p: number): number {
  requireInside(p);
  if (p > 0.5) return -normalQuantile(1 - p);
  // The bundle is off by 2e-9 at p = 1e-10 and worse below: two steps of Newton's method on the distribution function mend it.
  return closerQuantile(p, closerQuantile(p, normal.quantile(p, 0, 1)));
}

function closerQuantile(p: number, z: number): number {
  const density = Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI);
  return density > 0 ? z - (normalCdf(z) - p) / density : z;
}

/** P(X > x) of chi-square: with its digits in the far tail too, where 1 - P(X <= x) would have none. */
export function chiSquareUpper(x: number, df: number): number {
  requireDf(df);
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const [shape, half] = [df / 2, x / 2];
  return half < shape + 1 ? 1 - gamma.cdf(half, shape, 1) : upperGammaShare(shape, half);
}

/** The x below which a share p of a beta distribution lies. @param p between 0 and 1, both excluded */
export function betaQuantile(p: number, alpha: number, betaShape: number): number {
  requireInside(p);
  return beta.quantile(p, alpha, betaShape);
}

/** P(X <= x) of a beta distribution. */
export function betaCdf(x: number, alpha: number, betaShape: number): number {
  return beta.cdf(x, alpha, betaShape);
}

/** P(X <= successes) of a binomial distribution. */
export function binomialCdf(successes: number, trials: number, p: number): number {
  return successes < 0 ? 0 : binomial.cdf(Math.min(successes, trials), trials, p);
}

/**
 * ln Gamma(x), x > 0: Stirling's series from 15 on, reached by the recurrence. To 1e-15 of its size (absolute near 1 and 2, where it is 0).
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a number above 0, not ${x}.`);
  let product = 1;
  let shifted = x;
  for (; shifted < 15; shifted += 1) product *= shifted;
  const inverse = 1 / (shifted * shifted);
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / shifted;
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/**
 * P(T <= t) of the noncentral t distribution, T = (Z + ncp) / S with Z normal and S the root of a chi-square over its df.
 * Good to 1e-12 for probabilities above 1e-12, at any noncentrality (the usual series in ncp^2 / 2 underflows beyond 37).
 *
 * It is the mean over S of P(Z <= t S - ncp), or over Z of P(Z + ncp <= t S), whichever is the smoother: the second where ncp is large beside
 * the degrees of freedom. Both are sums over equal steps: the terms die out to both sides, for which the trapezoidal rule converges geometrically.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  requireDf(df);
  return ncp * ncp > 100 * Math.max(df, 2) ? meanOverNormal(t, df, ncp) : meanOverChi(t, df, ncp);
}

/**
 * The noncentralities at which the observed t lies at the 97.5% and at the 2.5% point: the 95% limits of the noncentrality
 * (Steiger and Fouladi 1997), from which the limits of a standardised mean difference follow.
 */
export function noncentralityLimits(t: number, df: number): { readonly low: number; readonly high: number } {
  return { low: noncentralityAt(t, df, 0.975), high: noncentralityAt(t, df, 0.025) };
}

/** The ncp with noncentralTCdf(t, df, ncp) = p. On the normal scale that is nearly a line in ncp: a kept bracket and few secants. */
function noncentralityAt(t: number, df: number, p: number): number {
  const target = normalQuantile(p);
  // Held off 0 and 1, whose quantiles are infinite.
  const excess = (ncp: number): number => {
    const reached = noncentralTCdf(t, df, ncp);
    return normalQuantile(Math.min(Math.max(reached, 1e-15), 1 - 1e-15)) - target;
  };
  const reach = 3 + Math.abs(t) / Math.sqrt(df);
  let [below, above] = [t - reach, t + reach];
  let [atBelow, atAbove] = [excess(below), excess(above)];
  for (; atBelow < 0; atBelow = excess(below)) below -= reach;
  for (; atAbove > 0; atAbove = excess(above)) above += reach;
  for (let round = 0; round < 200; round += 1) {
    const middle = (below * atAbove - above * atBelow) / (atAbove - atBelow);
    const atMiddle = excess(middle);
    if (Math.abs(atMiddle) < 1e-11 || above - below < 1e-12 * Math.max(1, Math.abs(middle))) return middle;
    // The end that stays has its height halved (the Illinois rule), else the bracket would close from one side only.
    if (atMiddle > 0) [below, atBelow, atAbove] = [middle, atMiddle, atAbove / 2];
    else [above, atAbove, atBelow] = [middle, atMiddle, atBelow / 2];
  }
  return (below + above) / 2;
}

/** Over u = ln S, whose density is summed over the same steps so that its constant is never needed. */
function meanOverChi(t: number, df: number, ncp: number): number {
  const { from, to } = logChiRange(df);
  const step = 1 / (3 * Math.sqrt(2 * df + ncp * ncp + 8));
  let [weights, weighted] = [0, 0];
  for (let u = from; u <= to; u += step) {
    const weight = Math.exp(-df * logChiFall(u));
    weights += weight;
    weighted += weight * normalCdf(t * Math.exp(u) - ncp);
  }
  return weighted / weights;
}

/** Over Z, which here never comes near the point where Z + ncp changes its sign. */
function meanOverNormal(t: number, df: number, ncp: number): number {
  if (ncp < 0) return 1 - meanOverNormal(-t, df, -ncp);
  if (t <= 0) return 0;
  let [weights, weighted] = [0, 0];
  for (let z = -9; z <= 9; z += 0.125) {
    const weight = Math.exp(-0.5 * z * z);
    weights += weight;
    weighted += weight * chiSquareUpper(df * ((z + ncp) / t) ** 2, df);
  }
  return weighted / weights;
}

/** How far, over df, the log density of u = ln(chi / sqrt(df)) lies below its height at u = 0: (e^2u - 1) / 2 - u. */
function logChiFall(u: number): number {
  return Math.expm1(2 * u) / 2 - u;
}

/** Where the density of u is above e^-60 of its height. */
function logChiRange(df: number): { readonly from: number; readonly to: number } {
  const fall = 60 / df;
  const edge = (direction: number): number => {
    let [inside, outside] = [0, direction];
    while (logChiFall(outside) < fall) outside *= 2;
    for (let halving = 0; halving < 20; halving += 1) {
      const middle = (inside + outside) / 2;
      if (logChiFall(middle) < fall) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return { from: edge(-1), to: edge(1) };
}

/** Gamma(shape, x) / Gamma(shape) by its continued fraction (Lentz's method), for x above shape + 1. */
function upperGammaShare(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 10_000; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return Math.exp(shape * Math.log(x) - x - logGamma(shape)) * fraction;
}

function requireDf(df: number): void {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be above 0, not ${df}.`);
}

function requireInside(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile is asked for a probability between 0 and 1, not ${p}.`);
}
