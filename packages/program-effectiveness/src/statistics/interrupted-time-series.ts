import { isRounding } from './describe.js';
import type { Coefficient } from './interval.js';
import { classicalSpread, contrast, type ErrorSpread, fitLinearModel, type LinearModel } from './linear-model.js';
import { neweyWestLag, neweyWestSpread } from './newey-west.js';
import { type Because, because, type Estimates, estimates, fromFigure, isBecause } from './not-estimable.js';
import { type PraisWinsten, praisWinsten } from './prais-winsten.js';
import { type LjungBox, serialCorrelation } from './serial-correlation.js';
import { twoGroups } from './two-groups.js';

/** One number a period, without gaps, in the order of time. */
export interface InterruptedSeries {
  readonly values: readonly number[];
  /** The first period after the change, counted from 1. */
  readonly firstPost: number;
  /** Further columns of the model, such as month dummies or harmonics, each as long as the series. */
  readonly extra?: readonly (readonly number[])[];
  /** Periods over which errors depend on each other; floor(4 (n/100)^(2/9)) where none is given. */
  readonly lag?: number;
  /** Lags to show the Newey-West standard errors at, for how far the choice decides the answer; none where not given. */
  readonly lags?: readonly number[];
}

/** The parts of a segmented line, each in the unit of the series (`time`, `slopeChange`: per period). */
export interface SegmentTests {
  /** The line at period 0. */
  readonly intercept: Coefficient | null;
  readonly time: Coefficient | null;
  /** The jump at the first period after the change. */
  readonly levelChange: Coefficient | null;
  readonly slopeChange: Coefficient | null;
}

/** Standard errors at one choice of the lag. */
export interface ErrorsAtLag {
  readonly lag: number;
  readonly levelChange: Coefficient | null;
  readonly slopeChange: Coefficient | null;
}

/** What to say of a change: the more careful of two standard errors, and whether a third way comes to the same. */
export interface HeadlineFigures {
  /** By Newey-West or by ordinary least squares, whichever has the larger standard error. */
  readonly test: Coefficient;
  readonly by: 'ols' | 'neweyWest';
  readonly praisWinsten: Coefficient | null;
  /**
   * Prais-Winsten stands on the same side of the 5% line, and in the same direction where both stand beyond it. Where they do not agree, or
   * there is no Prais-Winsten, the change is inconclusive.
   */
  readonly agree: boolean;
}

/** The changes of a series, each with what to say of it. */
export interface Headlines {
  readonly levelChange: Estimates<HeadlineFigures> | null;
  readonly slopeChange: Estimates<HeadlineFigures> | null;
  readonly averageEffectPost: Estimates<HeadlineFigures> | null;
  readonly effectAtLastPeriod: Estimates<HeadlineFigures> | null;
}

/** Fewer than 8 periods on a side: standard errors are too small in series so short. */
export type SeriesWarning = 'fewerThan8Before' | 'fewerThan8After';

/** The change of a series at a date. */
export type InterruptedTimeSeries = Estimates<InterruptedTimeSeriesFigures>;

interface InterruptedTimeSeriesFigures {
  readonly n: number;
  readonly nPre: number;
  readonly nPost: number;
  /** Columns of the model. */
  readonly k: number;
  readonly lag: number;
  readonly warnings: readonly SeriesWarning[];
  readonly df: number | null;
  readonly headline: Estimates<Headlines> | null;
  readonly ols: Estimates<SegmentTests> | null;
  readonly neweyWest: Estimates<SegmentTests> | null;
  readonly praisWinsten: Estimates<SegmentTests & { readonly rho: number }> | null;
  /** The slope after the change, by Newey-West as the two below. */
  readonly postPeriodSlope: Coefficient | null;
  /** levelChange + slopeChange (m - 1) / 2 over the m periods after. */
  readonly averageEffectPost: Coefficient | null;
  /** levelChange + slopeChange (m - 1). */
  readonly effectAtLastPeriod: Coefficient | null;
  /** What the model expects of the periods after without the change, on average. */
  readonly meanCounterfactualPost: number | null;
  /** The average effect as a share of it. */
  readonly relativeAverageEffect: number | null;
  readonly rSquared: number | null;
  readonly durbinWatson: number | null;
  readonly lag1Autocorrelation: number | null;
  readonly ljungBox: LjungBox | null;
  readonly errorsByLag: readonly Estimates<ErrorsAtLag>[] | null;
  /** The mean after minus the mean before, as if there were no trend; shown for contrast only. */
  readonly naiveDiff: number | null;
  /** Its p value by Welch's test. */
  readonly naiveWelchP: number | null;
}

/**
 * Segmented regression of an interrupted time series: y = b0 + b1 t + b2 D + b3 (t - T0) D + e, D = 1 from the first period after (T0) on
 * (Wagner et al. 2002), with Newey-West and Prais-Winsten standard errors beside those of least squares.
 *
 * Heteroscedasticity- and autocorrelation-consistent errors are too small in short series, so the headline takes the larger of Newey-West
 * and least squares and asks Prais-Winsten whether it agrees. One series says "change at the date" and no more: what else happened then
 * is in it.
 *
 * @returns all null with `tooFew` for fewer than 3 periods on a side (EPOC), or no more periods than columns; with `collinear` where an
 *   extra column repeats others. A series that the line meets exactly has no errors and no tests (`noSpread`)
 * @throws RangeError for a lag that is not a whole number from 0 to below n, a first period after that is none, numbers that are not finite
 */
export function interruptedTimeSeries(series: InterruptedSeries): InterruptedTimeSeries {
  const { values, firstPost, extra = [], lag = defaultLag(values.length), lags = [] } = series;
  requireSeries(series, lag);
  const n = values.length;
  const nPre = Math.min(firstPost - 1, n);
  const nPost = n - nPre;
  const columns = segmentedColumns(n, firstPost, extra);
  const k = columns.length;
  const head = { n, nPre, nPost, k, lag, warnings: warningsOf(nPre, nPost) };
  const model = Math.min(nPre, nPost) < 3 ? because('tooFew') : fitLinearModel(values, columns);
  if (isBecause(model)) return estimates<InterruptedTimeSeriesFigures>({ ...head, ...nothing(model) });

  const robust = neweyWestSpread(model, { lag });
  const generalised = praisWinsten(model, columns);
  const of = weightsOf(k, nPost);
  const byNeweyWest = (weights: readonly number[]) => contrast(model, robust, weights);
  const { averageEffect, counterfactual } = againstCounterfactual(model, columns, nPost);
  const { durbinWatson, lag1Autocorrelation, ljungBox, notEstimable } = serialCorrelation(model);
  const naive = twoGroups(values.slice(nPre), values.slice(0, nPre));
  return estimates<InterruptedTimeSeriesFigures>({
    ...head,
    df: model.df,
    headline: headlinesOf(model, robust, generalised, of),
    ols: segmentTests(model, classicalSpread(model), of),
    neweyWest: segmentTests(model, robust, of),
    praisWinsten: fromFigure(generalised, ({ rho, model: transformed }) => ({
      rho,
      ...segmentTests(transformed, classicalSpread(transformed), of),
    })),
    postPeriodSlope: byNeweyWest(of.postPeriodSlope),
    averageEffectPost: byNeweyWest(of.averageEffectPost),
    effectAtLastPeriod: byNeweyWest(of.effectAtLastPeriod),
    meanCounterfactualPost: counterfactual,
    relativeAverageEffect: isRounding(Math.abs(counterfactual), values)
      ? because('zeroBaseline')
      : averageEffect / counterfactual,
    rSquared: model.rSquared ?? because('noSpread'),
    durbinWatson: durbinWatson ?? because(notEstimable.durbinWatson ?? 'noSpread'),
    lag1Autocorrelation: lag1Autocorrelation ?? because(notEstimable.lag1Autocorrelation ?? 'noSpread'),
    ljungBox: ljungBox ?? because(notEstimable.ljungBox ?? 'noSpread'),
    errorsByLag: lags.map((shown) => errorsAt(model, shown, of)),
    naiveDiff: naive.diff ?? because('tooFew'),
    naiveWelchP: naive.welch?.p ?? because(naive.notEstimable.welch ?? 'noSpread'),
  });
}

/** The columns of the model: constant, time, level, slope after the change, and the further ones. */
export function segmentedColumns(
  n: number,
  firstPost: number,
  extra: readonly (readonly number[])[] = [],
): readonly (readonly number[])[] {
  const periods = Array.from({ length: n }, (_, at) => at + 1);
  return [
    periods.map(() => 1),
    periods,
    periods.map((period) => (period >= firstPost ? 1 : 0)),
    periods.map((period) => Math.max(0, period - firstPost)),
    ...extra,
  ];
}

type Weights = readonly number[];
type Contrasts = ReturnType<typeof weightsOf>;

/** The weights of the coefficients in each quantity that is asked for. */
function weightsOf(k: number, nPost: number) {
  const padded = (...first: readonly number[]): Weights => Array.from({ length: k }, (_, at) => first[at] ?? 0);
  return {
    intercept: padded(1),
    time: padded(0, 1),
    levelChange: padded(0, 0, 1),
    slopeChange: padded(0, 0, 0, 1),
    postPeriodSlope: padded(0, 1, 0, 1),
    averageEffectPost: padded(0, 0, 1, (nPost - 1) / 2),
    effectAtLastPeriod: padded(0, 0, 1, nPost - 1),
  };
}

function segmentTests(model: LinearModel, spread: ErrorSpread, of: Contrasts): Estimates<SegmentTests> {
  return estimates<SegmentTests>({
    intercept: contrast(model, spread, of.intercept),
    time: contrast(model, spread, of.time),
    levelChange: contrast(model, spread, of.levelChange),
    slopeChange: contrast(model, spread, of.slopeChange),
  });
}

function errorsAt(model: LinearModel, lag: number, of: Contrasts): Estimates<ErrorsAtLag> {
  const spread = neweyWestSpread(model, { lag });
  return estimates<ErrorsAtLag>({
    lag,
    levelChange: contrast(model, spread, of.levelChange),
    slopeChange: contrast(model, spread, of.slopeChange),
  });
}

function headlinesOf(
  model: LinearModel,
  robust: ErrorSpread,
  generalised: PraisWinsten | Because,
  of: Contrasts,
): Estimates<Headlines> {
  const classical = classicalSpread(model);
  const headline = (weights: Weights): Estimates<HeadlineFigures> | Because => {
    const ols = contrast(model, classical, weights);
    if (isBecause(ols)) return ols;
    const neweyWest = contrast(model, robust, weights);
    const wider = !isBecause(neweyWest) && neweyWest.se > ols.se ? neweyWest : ols;
    const third = isBecause(generalised)
      ? generalised
      : contrast(generalised.model, classicalSpread(generalised.model), weights);
    return estimates<HeadlineFigures>({
      test: wider,
      by: wider === ols ? 'ols' : 'neweyWest',
      praisWinsten: third,
      agree: !isBecause(third) && agree(wider, third),
    });
  };
  return estimates<Headlines>({
    levelChange: headline(of.levelChange),
    slopeChange: headline(of.slopeChange),
    averageEffectPost: headline(of.averageEffectPost),
    effectAtLastPeriod: headline(of.effectAtLastPeriod),
  });
}

function agree(one: Coefficient, other: Coefficient): boolean {
  if (one.p >= 0.05 || other.p >= 0.05) return one.p >= 0.05 && other.p >= 0.05;
  return Math.sign(one.estimate) === Math.sign(other.estimate);
}

function againstCounterfactual({ coefficients }: LinearModel, columns: readonly Weights[], nPost: number) {
  const meanPost = (column: Weights): number =>
    column.slice(column.length - nPost).reduce((sum, value) => sum + value, 0) / nPost;
  const parts = columns.map((column, at) => meanPost(column) * (coefficients[at] ?? 0));
  const total = (some: readonly number[]): number => some.reduce((sum, value) => sum + value, 0);
  return {
    averageEffect: total(parts.slice(2, 4)),
    counterfactual: total([...parts.slice(0, 2), ...parts.slice(4)]),
  };
}

function nothing(reason: Because) {
  return {
    df: reason,
    headline: reason,
    ols: reason,
    neweyWest: reason,
    praisWinsten: reason,
    postPeriodSlope: reason,
    averageEffectPost: reason,
    effectAtLastPeriod: reason,
    meanCounterfactualPost: reason,
    relativeAverageEffect: reason,
    rSquared: reason,
    durbinWatson: reason,
    lag1Autocorrelation: reason,
    ljungBox: reason,
    errorsByLag: reason,
    naiveDiff: reason,
    naiveWelchP: reason,
  };
}

function warningsOf(nPre: number, nPost: number): readonly SeriesWarning[] {
  const before: readonly SeriesWarning[] = nPre < 8 ? ['fewerThan8Before'] : [];
  return nPost < 8 ? [...before, 'fewerThan8After'] : before;
}

/** The rule of thumb, within a series too short for it. */
function defaultLag(n: number): number {
  return Math.max(0, Math.min(neweyWestLag(n), n - 1));
}

function requireSeries({ values, firstPost, lags = [] }: InterruptedSeries, lag: number): void {
  if (!(Number.isInteger(firstPost) && firstPost >= 1)) {
    throw new RangeError(`The first period after the change is a whole number from 1 on, not ${firstPost}.`);
  }
  const wrong = [lag, ...lags].find((shown) => !(Number.isInteger(shown) && shown >= 0 && shown < values.length));
  if (wrong !== undefined && values.length > 0) {
    throw new RangeError(
      `A lag is a whole number from 0 to ${values.length - 1} in a series of ${values.length}, not ${wrong}.`,
    );
  }
  if (!values.every(Number.isFinite)) {
    throw new RangeError('A series takes finite numbers only, one for each period: it has no place for a missing one.');
  }
}
