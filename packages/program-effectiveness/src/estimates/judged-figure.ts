import {
  beforeAfterOfMeans,
  changeAtDate,
  changeOfRate,
  effectBetweenUnits,
  type Judgement,
} from '../designs/index.js';
import { judge } from '../designs/judgement.js';
import { mean } from '../statistics/describe.js';
import type { Measurement } from '../surroundings/service-history.js';
import {
  type AlignedUnit,
  commonPeriods,
  lengthOf,
  ownPeriods,
  typicalLength,
  unbrokenPeriods,
  valuesWithHoles,
} from './common-periods.js';
import type { OutcomeNote, RoundEstimates } from './round-estimates.js';
import { leftOut, type UnitPeriods } from './unit-periods.js';

/** What the figures of the units say under the design of the plan. */
export interface JudgedFigure {
  /** In seconds for speeds, basis points for rates. */
  readonly judgement: Judgement;
  readonly units: readonly AlignedUnit[];
  readonly notes: readonly OutcomeNote[];
  /** In a series: periods next to the date were not measured, or are of other lengths before than after. */
  readonly hole: boolean;
}

type Design = RoundEstimates['design'];

/** For all metrics of the domain: waiting, processing, errors, rework. */
const lowerIsBetter = true;

/** The figures of the units, judged by the design that was planned and never by another. */
export function judgedFigure(design: Design, units: readonly UnitPeriods[]): JudgedFigure {
  const judged = JUDGED[design](units);
  const days = countingIn(judged.units).flatMap(({ before, after }) =>
    [...before, ...after].map(({ period }) => lengthOf(period)),
  );
  const uneven = Math.max(...days) > 2 * Math.min(...days);
  return { ...judged, notes: uneven ? [...judged.notes, 'unevenPeriods'] : judged.notes };
}

const JUDGED: { readonly [D in Design]: (units: readonly UnitPeriods[]) => JudgedFigure } = {
  prePost: (all) => {
    const units = ownPeriods(withoutTaught(all));
    const counting = countingIn(units);
    const counts = counting.length === 1 ? countsOf(counting[0]) : null;
    if (counts !== null) {
      const judgement = inBasisPoints(changeOfRate({ ...counts, lowerIsBetter }));
      return { judgement, units, notes: ['countsFromRates'], hole: false };
    }
    const judgement = beforeAfterOfMeans({ units: units.map(valuesOf), lowerIsBetter });
    return { judgement, units, notes: [], hole: false };
  },

  comparison: (all) => {
    const units = commonPeriods(withoutTaught(all));
    const of = (role: UnitPeriods['role']) => units.filter((unit) => unit.role === role).map(valuesOf);
    const judgement = effectBetweenUnits({ treated: of('served'), comparison: of('comparison'), lowerIsBetter });
    return { judgement, units, notes: [], hole: false };
  },

  timeSeries: (all) => {
    const taught = all.map((unit) => ({ ...unit, during: [], after: [...unit.during, ...unit.after] }));
    const { units, hole } = unbrokenPeriods(commonPeriods(taught));
    const counting = countingIn(units);
    const notes: OutcomeNote[] = all.some(({ during }) => during.length > 0) ? ['taughtPeriodsAfter'] : [];
    const served = counting.filter(({ role }) => role === 'served');
    const [before, after] = [served[0]?.before ?? [], served[0]?.after ?? []];
    if (before.length === 0 || after.length === 0) return { judgement: noSeries, units, notes, hole };

    const seasonal = isMonthly([...before, ...after]) && before.length >= 12 && after.length >= 12;
    const others = counting.filter(({ role }) => role === 'comparison');
    const judgement = changeAtDate({
      series: meanSeries(served),
      firstPost: before.length + 1,
      lowerIsBetter,
      ...(others.length > 0 && { comparisonSeries: meanSeries(others) }),
      ...(seasonal && { seasonal: { periodsPerYear: 12 } }),
    });
    return { judgement, units, notes: seasonal ? [...notes, 'seasonTakenOut'] : notes, hole };
  },
};

/** The units that count. */
export function countingIn<U extends AlignedUnit>(units: readonly U[]): readonly U[] {
  return units.filter(({ excluded }) => excluded === null);
}

function withoutTaught(units: readonly UnitPeriods[]): readonly UnitPeriods[] {
  return units.map((unit) => ({
    ...unit,
    during: [],
    leftOut: [...unit.leftOut, ...leftOut(unit.during, 'duringTraining')],
  }));
}

/** A unit that is left out has no values: where drop-out is judged it counts as lost. */
function valuesOf(unit: AlignedUnit) {
  return unit.excluded === null ? valuesWithHoles(unit) : { before: [], after: [] };
}

/** The mean of the units, period by period. */
function meanSeries(units: readonly AlignedUnit[]): readonly number[] {
  const series = units.map(({ before, after }) => [...before, ...after].map(({ value }) => value));
  return (series[0] ?? []).map((_, at) => mean(series.flatMap((values) => values[at] ?? [])));
}

/** Months have 28 to 31 days. */
function isMonthly(measurements: readonly Measurement[]): boolean {
  const length = typicalLength(measurements.map(({ period }) => period));
  return length >= 28 && length <= 31;
}

/** The counts behind a rate of one period before and one after, to the nearest case; null of speeds, or of more periods. */
function countsOf(unit: AlignedUnit | undefined) {
  const [before, after] = [unit?.before ?? [], unit?.after ?? []];
  const [first, last] = [before[0], after[0]];
  if (first === undefined || last === undefined || before.length > 1 || after.length > 1 || !isRate(first)) return null;
  return { before: casesOf(first), after: casesOf(last) };
}

function isRate({ metric }: Measurement): boolean {
  return metric === 'error' || metric === 'rework';
}

function casesOf({ value, n }: Measurement) {
  return { successes: Math.round((value * n) / 10_000), total: n };
}

/** Shares of 0 to 1 as basis points, in which rates are measured. */
function inBasisPoints(judgement: Judgement): Judgement {
  const scaled = (figure: number | null): number | null => (figure === null ? null : figure * 10_000);
  const { before, after, estimate, interval } = judgement;
  return {
    ...judgement,
    before: scaled(before),
    after: scaled(after),
    estimate: scaled(estimate),
    interval: interval && { low: interval.low * 10_000, high: interval.high * 10_000 },
  };
}

const noSeries: Judgement = judge(
  {
    design: 'timeSeries',
    n: {},
    before: null,
    after: null,
    estimate: null,
    interval: null,
    p: null,
    measuredFrom: null,
    assumptions: [{ code: 'nothingElseChanged', held: null, figures: {} }],
    atMost: 'changeAtDate',
    limits: ['tooFew', 'noComparison', 'history'],
  },
  { lowerIsBetter },
);
