import { type LocalDate, overlap } from '@pembinaan/core';
import type { Measurement, ServiceHistory } from '../surroundings/service-history.js';
import type { LeftOutBecause, LeftOutMeasurement, RoundWindow } from './round-estimates.js';
import type { Round } from './rounds.js';

/** The measured periods of one figure of a unit around a round, each side in the order of time. */
export interface UnitPeriods {
  readonly unitId: string;
  readonly role: 'served' | 'comparison';
  /** Over before the first session. */
  readonly before: readonly Measurement[];
  /** They share a day with the time in which it was taught. */
  readonly during: readonly Measurement[];
  /** Begun after the last session. */
  readonly after: readonly Measurement[];
  readonly leftOut: readonly LeftOutMeasurement[];
}

/** One figure: a metric of a service. */
export interface Figure {
  readonly service: string;
  readonly metric: Measurement['metric'];
}

/** What the place of a measurement depends on. */
interface Around {
  readonly window: RoundWindow;
  readonly nextRound: LocalDate | null;
  /** Fewest cases of which anything is told. */
  readonly minimumN: number;
}

/** Which measurements of a unit lie before, in and after the time in which a round was taught, and why the others do not count. */
export function periodsOfUnit(
  unit: Pick<UnitPeriods, 'unitId' | 'role'>,
  history: ServiceHistory | undefined,
  figure: Figure,
  around: Around,
): UnitPeriods {
  const measured = (history?.measurements ?? []).filter(
    ({ service, metric }) => service === figure.service && metric === figure.metric,
  );
  const placed = measured.map((measurement) => ({ measurement, place: placeOf(measurement, around) }));
  const at = (side: Place) => placed.filter(({ place }) => place === side).map(({ measurement }) => measurement);
  return {
    ...unit,
    before: at('before'),
    during: at('during'),
    after: at('after'),
    leftOut: placed.flatMap(({ measurement: { measurementId }, place }) =>
      place === 'before' || place === 'during' || place === 'after' ? [] : [{ measurementId, why: place }],
    ),
  };
}

/**
 * The same units without the baseline periods that lie within the time after an earlier round, as far as each unit that has a baseline
 * keeps some. Served and compared with alike: all are to be measured in the same periods.
 */
export function withoutEarlierRound(
  units: readonly UnitPeriods[],
  { baselineFrom }: Pick<Round, 'baselineFrom'>,
): { readonly units: readonly UnitPeriods[]; readonly earlierRound: boolean } {
  const [clean] = baselineFrom;
  const served = units.filter(({ role, before }) => role === 'served' && before.length > 0);
  const from = baselineFrom.find((day) =>
    served.every(({ before }) => before.some(({ period }) => period.from >= day)),
  );
  if (from === undefined) return { units, earlierRound: false };
  return { units: units.map((unit) => baselineSince(unit, from)), earlierRound: from !== clean };
}

function baselineSince(unit: UnitPeriods, from: LocalDate): UnitPeriods {
  const before = unit.before.filter(({ period }) => period.from >= from);
  return { ...unit, before, leftOut: [...unit.leftOut, ...leftOut(without(unit.before, before), 'afterEarlierRound')] };
}

/** Measurements with the reason for which they do not count. */
export function leftOut(measurements: readonly Measurement[], why: LeftOutBecause): readonly LeftOutMeasurement[] {
  return measurements.map(({ measurementId }) => ({ measurementId, why }));
}

/** Those of the first that are not among the second. */
export function without(all: readonly Measurement[], some: readonly Measurement[]): readonly Measurement[] {
  return all.filter((measurement) => !some.includes(measurement));
}

type Place = 'before' | 'during' | 'after' | LeftOutBecause;

function placeOf({ period, n }: Measurement, { window, nextRound, minimumN }: Around): Place {
  const { firstSession, lastSession, before, after } = window;
  if (n < minimumN) return 'fewCases';
  if (overlap(period, { from: firstSession, to: lastSession })) return 'during';
  if (period.to < firstSession) return period.from < before.from ? 'tooOld' : 'before';
  if (nextRound !== null && period.to >= nextRound) return 'nextRound';
  return after !== null && period.to <= after.to ? 'after' : 'beyondWindow';
}
