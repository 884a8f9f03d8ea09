import { logGamma } from './distributions.js';

/**
 * The exact two-sided binomial test: the probability of all outcomes that are no likelier than the observed one.
 *
 * @param successes whole number from 0 to trials
 * @param trials 1 or more
 * @param p between 0 and 1, both excluded
 */
export function binomialTwoSided(successes: number, trials: number, p: number): number {
  return noLikelierThan(
    successes,
    0,
    trials,
    (x) => logChoose(trials, x) + x * Math.log(p) + (trials - x) * Math.log1p(-p),
  );
}

/**
 * Fisher's exact test of two shares, two-sided: over all tables with these margins, the probability of those no likelier than the
 * observed one.
 *
 * @param x1 successes of n1, whole numbers
 * @param x0 successes of n0
 */
export function fisherTwoSided(x1: number, n1: number, x0: number, n0: number): number {
  const successes = x1 + x0;
  const all = logChoose(n1 + n0, successes);
  return noLikelierThan(
    x1,
    Math.max(0, successes - n0),
    Math.min(successes, n1),
    (x) => logChoose(n1, x) + logChoose(n0, successes - x) - all,
  );
}

function noLikelierThan(observed: number, from: number, to: number, logProbability: (x: number) => number): number {
  // Outcomes as likely as the observed one but for rounding count with it: 1e-7 of its probability.
  const limit = logProbability(observed) + 1e-7;
  let sum = 0;
  for (let x = from; x <= to; x += 1) {
    const log = logProbability(x);
    if (log <= limit) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/** The logarithm of n over k. */
function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
