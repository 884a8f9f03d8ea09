import { daysBetween, grouped, type Period } from '@pembinaan/core';
import type { Measurement } from '../surroundings/service-history.js';
import type { UnitInOutcome } from './round-estimates.js';
import { leftOut, type UnitPeriods, without } from './unit-periods.js';

/** A unit with those of its periods that stand for it. */
export interface AlignedUnit extends UnitPeriods {
  readonly excluded: Extract<UnitInOutcome['excluded'], 'notMeasured' | 'fewCommonPeriods'> | null;
}

/** Each unit with its own periods: enough where a unit is compared with itself alone. */
export function ownPeriods(units: readonly UnitPeriods[]): readonly AlignedUnit[] {
  return units.map((unit) => ({ ...unit, excluded: isMeasured(unit) ? null : 'notMeasured' }));
}

/**
 * The units with the periods that they have in common, since other months have other cases: those that more than half of the units with any
 * figures before and after have measured. A unit that lacks some of them keeps the rest; one that lacks more than half, before or after, is
 * left out.
 */
export function commonPeriods(units: readonly UnitPeriods[]): readonly AlignedUnit[] {
  const measured = units.filter(isMeasured);
  const common = mostMeasured(measured);
  const isCommon = ({ period }: Measurement) => common.has(keyOf(period));
  const [before, after] = [
    distinct(measured.flatMap((unit) => unit.before).filter(isCommon)),
    distinct(measured.flatMap((unit) => unit.after).filter(isCommon)),
  ];
  return units.map((unit) => {
    if (!isMeasured(unit)) return { ...unit, excluded: 'notMeasured' };
    const kept = { before: unit.before.filter(isCommon), after: unit.after.filter(isCommon) };
    const enough = 2 * kept.before.length >= before && 2 * kept.after.length >= after;
    return enough && isMeasured(kept) ? onlyWith(unit, kept) : { ...unit, excluded: 'fewCommonPeriods' };
  });
}

/**
 * The periods that all these units have in common, without a hole, as a series asks for them: the run of periods next to the date on either
 * side. The units that are left out stay as they are.
 */
export function unbrokenPeriods(units: readonly AlignedUnit[]): {
  readonly units: readonly AlignedUnit[];
  readonly hole: boolean;
} {
  const counting = units.filter(({ excluded }) => excluded === null);
  const [before, after] = [measuredByAll(counting, 'before'), measuredByAll(counting, 'after')];
  const length = typicalLength([...before, ...after]);
  const runBefore = runFrom(before.toReversed(), length).toReversed();
  const runAfter = runFrom(after, length);
  const [last, first] = [runBefore.at(-1), runAfter[0]];
  const kept = new Set([...runBefore, ...runAfter].map(keyOf));
  const inRun = ({ period }: Measurement) => kept.has(keyOf(period));
  return {
    units: units.map((unit) => {
      if (unit.excluded !== null) return unit;
      return onlyWith(unit, { before: unit.before.filter(inRun), after: unit.after.filter(inRun) }, 'beyondHole');
    }),
    hole: last !== undefined && first !== undefined && stepsBetween(last, first, length) !== 1,
  };
}

/** The values of a unit, with a null for each period that was not measured: a trend is to know how much time went by. */
export function valuesWithHoles(unit: Pick<UnitPeriods, 'before' | 'after'>): {
  readonly before: readonly (number | null)[];
  readonly after: readonly (number | null)[];
} {
  const periods = [...unit.before, ...unit.after].map(({ period }) => period);
  const length = typicalLength(periods);
  const values: (number | null)[] = [];
  let begins = 0;
  let previous: Period | undefined;
  for (const { period, value } of [...unit.before, ...unit.after]) {
    const steps = previous === undefined ? 1 : stepsBetween(previous, period, length);
    for (let step = 1; step < steps; step += 1) values.push(null);
    if (unit.after[0]?.period === period) begins = values.length;
    values.push(value);
    previous = period;
  }
  return { before: values.slice(0, begins), after: values.slice(begins) };
}

/** Days of the period in the middle, when they are put in the order of their lengths; 1 of none. */
export function typicalLength(periods: readonly Period[]): number {
  return periods.map(lengthOf).sort((a, b) => a - b)[Math.floor(periods.length / 2)] ?? 1;
}

/** Days. */
export function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1;
}

/** The periods that more than half of the units have measured: no two of them overlap, since those of one unit do not (R32). */
function mostMeasured(units: readonly UnitPeriods[]): ReadonlySet<string> {
  const keys = units.flatMap(({ before, after }) => [...before, ...after].map(({ period }) => keyOf(period)));
  const byPeriod = grouped(keys, (key) => key);
  return new Set(keys.filter((key) => 2 * (byPeriod.get(key)?.length ?? 0) > units.length));
}

/** In time. */
function measuredByAll(units: readonly UnitPeriods[], side: 'before' | 'after'): readonly Period[] {
  const [first, ...others] = units.map((unit) => inTime(unit[side].map(({ period }) => period)));
  const keys = others.map((periods) => new Set(periods.map(keyOf)));
  return (first ?? []).filter((period) => keys.every((known) => known.has(keyOf(period))));
}

function onlyWith(
  unit: UnitPeriods,
  kept: Pick<UnitPeriods, 'before' | 'after'>,
  why: 'notCommon' | 'beyondHole' = 'notCommon',
): AlignedUnit {
  const gone = [...without(unit.before, kept.before), ...without(unit.after, kept.after)];
  return { ...unit, ...kept, leftOut: [...unit.leftOut, ...leftOut(gone, why)], excluded: null };
}

function isMeasured({ before, after }: Pick<UnitPeriods, 'before' | 'after'>): boolean {
  return before.length > 0 && after.length > 0;
}

/** From the first on, outwards from the date, as long as one follows upon the other in equal steps. */
function runFrom(periods: readonly Period[], length: number): readonly Period[] {
  const broken = periods.findIndex((period, at) => {
    const [earlier, later] = inTime([periods[at - 1] ?? period, period]);
    return at > 0 && earlier !== undefined && later !== undefined && stepsBetween(earlier, later, length) !== 1;
  });
  return broken === -1 ? periods : periods.slice(0, broken);
}

/** How many times that length lies between the middles of two periods: 1 where one follows upon the other and both are about as long. */
function stepsBetween(earlier: Period, later: Period, length: number): number {
  const middles = daysBetween(earlier.from, later.from) + (lengthOf(later) - lengthOf(earlier)) / 2;
  return Math.round(middles / length);
}

function distinct(measurements: readonly Measurement[]): number {
  return new Set(measurements.map(({ period }) => keyOf(period))).size;
}

function inTime(periods: readonly Period[]): readonly Period[] {
  return periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function keyOf({ from, to }: Period): string {
  return `${from}/${to}`;
}
