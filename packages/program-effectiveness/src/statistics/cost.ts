import { normalQuantile } from './distributions.js';
import { around, type Interval, reachOf95, tailOf95 } from './interval.js';
import { type Because, because, type Estimates, estimates } from './not-estimable.js';

/** What a programme cost, and what came of it. Money in any one unit, rupiah in this library. */
export interface CostAndEffect {
  /** 0 or more, taken as known. */
  readonly cost: number;
  /** In natural units over the whole programme, positive where it is good. */
  readonly effect: number;
  /** Of the effect, 0 or more; no interval where not given. */
  readonly se?: number;
  /** Of the t distribution of the effect; the normal one where not given. */
  readonly df?: number;
  /** The effect in money. */
  readonly benefit?: number;
  /** Above 0. */
  readonly participants?: number;
}

/** Cost against effect. */
export type CostEffectiveness = Estimates<CostFigures>;

interface CostFigures {
  readonly costPerUnitEffect: number | null;
  readonly effectInterval: Interval | null;
  /** The cost over the upper limit of the effect. */
  readonly costPerUnitLow: number | null;
  /** The cost over the lower limit of the effect: `unbounded` where that is 0 or below, and no cost is too high to be excluded. */
  readonly costPerUnitHigh: number | null;
  /** The interval of the effect lies above 0. */
  readonly ratioIntervalBounded: boolean | null;
  /** Benefit over cost. */
  readonly benefitCostRatio: number | null;
  /** 100 (benefit - cost) / cost (Phillips 1997). */
  readonly roiPercent: number | null;
  readonly netBenefit: number | null;
  readonly costPerParticipant: number | null;
}

/**
 * Cost per unit of effect with its interval, and the returns where the effect is valued in money.
 *
 * @returns `effectNotPositive` where nothing good came of the cost; `zeroCost` for returns on nothing; `noUncertainty`, `noBenefit` and
 *   `noUnits` for what was not given
 * @throws RangeError for a negative cost or standard error, participants or degrees of freedom not above 0, numbers that are not finite
 */
export function costEffectiveness(given: CostAndEffect): CostEffectiveness {
  requireCost(given);
  const { cost, effect, se, df, benefit, participants } = given;
  const notPositive = because('effectNotPositive');
  const noUncertainty = because('noUncertainty');
  const noBenefit = because('noBenefit');
  const interval = se === undefined ? undefined : around(effect, quantileOf95(df) * se);
  return estimates<CostFigures>({
    costPerUnitEffect: effect > 0 ? cost / effect : notPositive,
    effectInterval: interval ?? noUncertainty,
    costPerUnitLow: interval === undefined ? noUncertainty : interval.high > 0 ? cost / interval.high : notPositive,
    costPerUnitHigh: interval === undefined ? noUncertainty : upperCost(cost, interval),
    ratioIntervalBounded: interval === undefined ? noUncertainty : interval.low > 0,
    benefitCostRatio: benefit === undefined ? noBenefit : cost > 0 ? benefit / cost : because('zeroCost'),
    roiPercent: benefit === undefined ? noBenefit : cost > 0 ? (100 * (benefit - cost)) / cost : because('zeroCost'),
    netBenefit: benefit === undefined ? noBenefit : benefit - cost,
    costPerParticipant: participants === undefined ? because('noUnits') : cost / participants,
  });
}

function upperCost(cost: number, { low, high }: Interval): number | Because {
  if (low > 0) return cost / low;
  return because(high > 0 ? 'unbounded' : 'effectNotPositive');
}

/**
 * Of two programmes, what each unit of effect costs that the dearer one has over the other; null where it has none over it.
 */
export type IncrementalCost = Estimates<IncrementalFigures>;

interface IncrementalFigures {
  readonly extraCost: number;
  readonly extraEffect: number;
  /** extraCost / extraEffect. */
  readonly costPerExtraUnit: number | null;
}

/** A programme against the one it would replace: the incremental cost-effectiveness ratio. */
export function incrementalCost(
  programme: Pick<CostAndEffect, 'cost' | 'effect'>,
  instead: Pick<CostAndEffect, 'cost' | 'effect'>,
): IncrementalCost {
  requireCost(programme);
  requireCost(instead);
  const [extraCost, extraEffect] = [programme.cost - instead.cost, programme.effect - instead.effect];
  return estimates<IncrementalFigures>({
    extraCost,
    extraEffect,
    costPerExtraUnit: extraEffect > 0 ? extraCost / extraEffect : because('effectNotPositive'),
  });
}

/**
 * The value today of yearly cash flows, the first of them today and not discounted.
 *
 * @param rate a year, 0.1 for 10%; above -1
 */
export function netPresentValue(cashFlow: readonly number[], rate: number): number {
  requireRate(rate);
  requireFinite(cashFlow);
  return cashFlow.reduce((sum, amount, year) => sum + amount / (1 + rate) ** year, 0);
}

/**
 * The equal yearly amount that a cost of today comes to over its years of use: C r / (1 - (1 + r)^-n), and C / n without interest.
 *
 * @param years above 0
 */
export function annualisedCost(cost: number, rate: number, years: number): number {
  requireRate(rate);
  requireFinite([cost]);
  if (!(years > 0 && Number.isFinite(years))) throw new RangeError(`Years of use are above 0, not ${years}.`);
  return rate === 0 ? cost / years : (cost * rate) / -Math.expm1(-years * Math.log1p(rate));
}

function quantileOf95(df = Number.POSITIVE_INFINITY): number {
  return df === Number.POSITIVE_INFINITY ? normalQuantile(1 - tailOf95) : reachOf95(df);
}

function requireCost({ cost, effect, se = 0, df = 1, benefit = 0, participants = 1 }: CostAndEffect): void {
  requireFinite([cost, effect, se, benefit, participants]);
  if (cost < 0) throw new RangeError(`A cost is 0 or more, not ${cost}.`);
  if (se < 0) throw new RangeError(`A standard error is 0 or more, not ${se}.`);
  if (!(df > 0)) throw new RangeError(`Degrees of freedom are above 0, not ${df}.`);
  if (participants <= 0) throw new RangeError(`A cost per participant needs participants, not ${participants}.`);
}

function requireRate(rate: number): void {
  if (!(rate > -1 && Number.isFinite(rate)))
    throw new RangeError(`A yearly rate is above -1 (0.1 for 10%), not ${rate}.`);
}

function requireFinite(values: readonly number[]): void {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`Costs and effects are finite numbers, not ${wrong}.`);
}
