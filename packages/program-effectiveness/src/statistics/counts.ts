import { sum } from './describe.js';
import { betaQuantile, normalQuantile, normalTwoSided } from './distributions.js';
import { binomialTwoSided } from './exact-tests.js';
import { type Coefficient, coefficient, type Interval, tailOf95 } from './interval.js';
import { because, type Estimates, estimates, fromFigure, isBecause } from './not-estimable.js';

/** Events counted over an exposure: complaints over months, errors over files. */
export interface CountedEvents {
  /** Whole number, 0 or more. */
  readonly count: number;
  /** Above 0, in any unit that is the same before and after. */
  readonly exposure: number;
}

/** A change of rates of events. */
export type CountChange = Estimates<CountChangeFigures>;

interface CountChangeFigures {
  readonly ratePre: number;
  readonly ratePost: number;
  readonly rateDifference: number;
  /** ratePost / ratePre. */
  readonly rateRatio: number | null;
  /** Of the logarithm of the rate ratio: sqrt(1/x0 + 1/x1). */
  readonly logRateRatioSe: number | null;
  /** Of the rate ratio, symmetric on its logarithm. */
  readonly wald: Interval | null;
  readonly waldP: number | null;
  /** Given the total, the count after is binomial: the exact test that the rates are equal (Przyborowski and Wilenski 1940). */
  readonly exactP: number | null;
  /** Clopper and Pearson's limits of that binomial, as a rate ratio; 0 where nothing was counted after. */
  readonly exactLow: number | null;
  /** `unbounded` where nothing was counted before. */
  readonly exactHigh: number | null;
}

/**
 * Counts before and after, taken for Poisson: their spread is their mean. Where months vary by more, these intervals are too narrow: see
 * `quasiPoissonChange`.
 *
 * @throws RangeError for counts that are not whole numbers from 0 on, and exposures that are not above 0
 */
export function countChange(before: CountedEvents, after: CountedEvents): CountChange {
  requireCounted(before);
  requireCounted(after);
  const [x0, x1] = [before.count, after.count];
  const [ratePre, ratePost] = [x0 / before.exposure, x1 / after.exposure];
  const rateRatio = x0 > 0 ? ratePost / ratePre : because('zeroCount');
  const se = x0 > 0 && x1 > 0 ? Math.sqrt(1 / x0 + 1 / x1) : because('zeroCount');
  const log = Math.log(ratePost / ratePre);
  const width = normalQuantile(1 - tailOf95);
  const none = because('zeroCount');
  const counted = x0 + x1;
  // The share of the events that falls after, where both rates are equal; and what turns odds of that share into a ratio of rates.
  const shareAfter = after.exposure / (before.exposure + after.exposure);
  const ratioOf = (share: number): number => (share / (1 - share)) * (before.exposure / after.exposure);
  return estimates<CountChangeFigures>({
    ratePre,
    ratePost,
    rateDifference: ratePost - ratePre,
    rateRatio,
    logRateRatioSe: se,
    wald: fromFigure(se, (value) => ({ low: Math.exp(log - width * value), high: Math.exp(log + width * value) })),
    waldP: fromFigure(se, (value) => normalTwoSided(log / value)),
    exactP: counted === 0 ? none : binomialTwoSided(x1, counted, shareAfter),
    exactLow: counted === 0 ? none : x1 === 0 ? 0 : ratioOf(betaQuantile(tailOf95, x1, x0 + 1)),
    exactHigh: counted === 0 ? none : x0 === 0 ? because('unbounded') : ratioOf(betaQuantile(1 - tailOf95, x1 + 1, x0)),
  });
}

/** A change of rates whose counts vary by more, or less, than Poisson's. */
export type QuasiPoissonChange = Estimates<QuasiPoissonFigures>;

interface QuasiPoissonFigures {
  /** Pearson's chi-square over its degrees of freedom: 1 for Poisson counts, above where months differ by more. */
  readonly dispersion: number | null;
  /** Of the logarithm of the rate ratio, its error widened by the root of the dispersion; t on n - 2 degrees of freedom. */
  readonly logRateRatio: Coefficient | null;
  readonly rateRatioInterval: Interval | null;
}

/**
 * Counts of several periods before and after by a quasi-Poisson model (McCullagh and Nelder 1989).
 *
 * The model is fitted as R's glm fits it, by reweighted least squares until the deviance moves by less than 1e-8 of itself, and the
 * dispersion and the error take the weights of the last step, as its summary does. Two groups would have a solution in closed form, whose
 * dispersion differs from the published kind in the sixth digit.
 *
 * @returns `zeroCount` where nothing was counted on a side, `tooFew` for fewer than three periods or none on a side, `noSpread` where all
 *   periods have the rate of their side
 * @throws RangeError as countChange
 */
export function quasiPoissonChange(
  before: readonly CountedEvents[],
  after: readonly CountedEvents[],
): QuasiPoissonChange {
  for (const period of [...before, ...after]) requireCounted(period);
  const df = before.length + after.length - 2;
  if (before.length === 0 || after.length === 0 || df < 1) return noChange('tooFew');
  if ([before, after].some((side) => side.every(({ count }) => count === 0))) return noChange('zeroCount');
  const [pre, post] = fittedRates(before, after);
  const dispersion = (pearson(pre) + pearson(post)) / df;
  const estimate = post.logRate - pre.logRate;
  const se = Math.sqrt(dispersion * (1 / sum(pre.weights) + 1 / sum(post.weights)));
  const logRateRatio = [before, after].every(isEven) ? because('noSpread') : coefficient(estimate, se, df);
  return estimates<QuasiPoissonFigures>({
    dispersion: isBecause(logRateRatio) ? 0 : dispersion,
    logRateRatio,
    rateRatioInterval: fromFigure(logRateRatio, ({ interval: { low, high } }) => ({
      low: Math.exp(low),
      high: Math.exp(high),
    })),
  });
}

function noChange(reason: 'tooFew' | 'zeroCount'): QuasiPoissonChange {
  const none = because(reason);
  return estimates<QuasiPoissonFigures>({ dispersion: none, logRateRatio: none, rateRatioInterval: none });
}

/** A side in the course of the fit: the logarithm of its rate, and the weight that each period had when it was found. */
interface FittedSide {
  readonly periods: readonly CountedEvents[];
  readonly logRate: number;
  readonly weights: readonly number[];
}

function fittedRates(
  before: readonly CountedEvents[],
  after: readonly CountedEvents[],
): readonly [FittedSide, FittedSide] {
  let [pre, post] = [firstStep(before), firstStep(after)];
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 1; round < 25; round += 1) {
    const now = devianceOf(pre) + devianceOf(post);
    if (Math.abs(now - deviance) < 1e-8 * (now + 0.1)) break;
    deviance = now;
    [pre, post] = [nextStep(pre), nextStep(post)];
  }
  return [pre, post];
}

/** From each count, a tenth added so that 0 has a logarithm. */
function firstStep(periods: readonly CountedEvents[]): FittedSide {
  return step(periods, ({ count }) => count + 0.1);
}

function nextStep({ periods, logRate }: FittedSide): FittedSide {
  return step(periods, ({ exposure }) => exposure * Math.exp(logRate));
}

function step(periods: readonly CountedEvents[], expected: (period: CountedEvents) => number): FittedSide {
  const weights = periods.map(expected);
  const working = periods.map(({ count, exposure }, at) => {
    const mu = weights[at] ?? 1;
    return mu * (Math.log(mu / exposure) + (count - mu) / mu);
  });
  return { periods, logRate: sum(working) / sum(weights), weights };
}

function devianceOf({ periods, logRate }: FittedSide): number {
  return sum(
    periods.map(({ count, exposure }) => {
      const mu = exposure * Math.exp(logRate);
      return 2 * ((count === 0 ? 0 : count * Math.log(count / mu)) - (count - mu));
    }),
  );
}

/** Squared working residuals, weighted. */
function pearson({ periods, logRate, weights }: FittedSide): number {
  return sum(
    periods.map(({ count, exposure }, at) => (weights[at] ?? 0) * (count / (exposure * Math.exp(logRate)) - 1) ** 2),
  );
}

/** All periods have the same rate. */
function isEven(periods: readonly CountedEvents[]): boolean {
  const rates = periods.map(({ count, exposure }) => count / exposure);
  return Math.max(...rates) - Math.min(...rates) <= 1e-12 * Math.max(...rates);
}

function requireCounted({ count, exposure }: CountedEvents): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`A count is a whole number from 0 on, not ${count}.`);
  if (!(exposure > 0 && Number.isFinite(exposure))) throw new RangeError(`An exposure is above 0, not ${exposure}.`);
}
