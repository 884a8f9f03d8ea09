import { mean } from '../statistics/describe.js';
import type { Coefficient } from '../statistics/interval.js';
import { classicalSpread, contrast, fitLinearModel } from '../statistics/linear-model.js';
import { type Because, because, isBecause } from '../statistics/not-estimable.js';

/** The figures of one unit, one a period in the order of time; null where a period was not measured. */
export interface UnitSeries {
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
}

/** How far a unit's figures after lie from where its own trend before, continued, would have led; null of fewer than two periods before. */
export function changeBeyondTrend(unit: UnitSeries): number | null {
  const [before, after] = [measured(unit.before, 0), measured(unit.after, unit.before.length)];
  if (before.length < 2 || after.length === 0) return null;
  const [middle, reached] = [mean(periodsOf(before)), mean(periodsOf(after))];
  return mean(valuesOf(after)) - mean(valuesOf(before)) - slopeOf(before) * (reached - middle);
}

/** By how much a unit's figures rise a period before the programme; null of fewer than two periods. */
export function slopeBefore(unit: UnitSeries): number | null {
  const before = measured(unit.before, 0);
  return before.length < 2 ? null : slopeOf(before);
}

/** The same distance with its test, from one unit alone: by least squares, the errors of all periods of one size. */
export function testedChangeBeyondTrend(unit: UnitSeries): Coefficient | Because {
  const [before, after] = [measured(unit.before, 0), measured(unit.after, unit.before.length)];
  if (before.length < 3 || after.length === 0) return because('tooFew');
  const reached = mean(periodsOf(after));
  // After the date every period stands where the trend has led on average, so that the level after is all that is left to be fitted.
  const time = [...periodsOf(before), ...after.map(() => reached)];
  const level = [...before.map(() => 0), ...after.map(() => 1)];
  const model = fitLinearModel([...valuesOf(before), ...valuesOf(after)], [time.map(() => 1), time, level]);
  return isBecause(model) ? model : contrast(model, classicalSpread(model), [0, 0, 1]);
}

interface Measured {
  readonly period: number;
  readonly value: number;
}

function measured(values: readonly (number | null)[], offset: number): readonly Measured[] {
  return values.flatMap((value, at) => (value === null ? [] : [{ period: offset + at, value }]));
}

function slopeOf(points: readonly Measured[]): number {
  const [middle, level] = [mean(periodsOf(points)), mean(valuesOf(points))];
  const square = points.reduce((sum, { period }) => sum + (period - middle) ** 2, 0);
  return points.reduce((sum, { period, value }) => sum + (period - middle) * (value - level), 0) / square;
}

function periodsOf(points: readonly Measured[]): readonly number[] {
  return points.map(({ period }) => period);
}

function valuesOf(points: readonly Measured[]): readonly number[] {
  return points.map(({ value }) => value);
}
