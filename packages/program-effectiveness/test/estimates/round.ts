import { addMonths, checkedAsOf, LocalDate, localDate } from '@pembinaan/core';
import { type AsOfOptions, projection } from '@pembinaan/event-sourcing';
import { type GivenEvent, givenEvents } from '@pembinaan/event-sourcing/testing';
import { readingAt } from '../../src/effectiveness/reading-at.js';
import { shelfOf } from '../../src/effectiveness/shelf.js';
import { estimatesOf, type OutcomeEstimate, type RoundEstimates } from '../../src/estimates/index.js';
import { evaluationSurroundings } from '../../src/surroundings/read-surroundings.js';
import { designed, measurement, type Past, planned, scheduled } from '../fixtures.js';

const nothing = projection({
  name: 'nothing',
  version: 1,
  events: [],
  initial: () => ({}),
  key: () => undefined,
  on: {},
});

/** The estimates of the programme `p`, from a store with that past. */
export async function estimatesIn(
  past: Past,
  day = '2027-12-31',
  asOf: Pick<AsOfOptions, 'recorded'> = {},
): Promise<readonly RoundEstimates[]> {
  const shelf = await shelfOf(await givenEvents(nothing, past).store());
  const reading = await readingAt(shelf, checkedAsOf({ effective: day, ...asOf }));
  const program = await reading.program('p');
  if (program === undefined) throw new Error('The past tells nothing of the programme p.');
  return estimatesOf(program, await evaluationSurroundings(reading, program), reading.clock);
}

/** The estimates of the evaluation `e`. */
export async function roundIn(past: Past, day?: string, asOf?: Pick<AsOfOptions, 'recorded'>): Promise<RoundEstimates> {
  const round = (await estimatesIn(past, day, asOf)).find(({ evaluationId }) => evaluationId === 'e');
  if (round === undefined) throw new Error('The past tells nothing of the evaluation e.');
  return round;
}

/** The first outcome of the evaluation `e`. */
export async function outcomeIn(
  past: Past,
  day?: string,
  asOf?: Pick<AsOfOptions, 'recorded'>,
): Promise<OutcomeEstimate> {
  const [outcome] = (await roundIn(past, day, asOf)).service;
  if (outcome === undefined) throw new Error('The evaluation e has no planned metric.');
  return outcome;
}

/** A programme with an evaluation, and one batch on 10 and 11 March 2026. */
export const taught = (some: Parameters<typeof planned>[0] = {}): Past => [
  designed('p'),
  planned(some),
  scheduled('b'),
];

type Metric = 'waiting' | 'processing' | 'error' | 'rework';

interface Measured {
  readonly unit?: string;
  readonly metric?: Metric;
  readonly service?: string;
  readonly n?: number;
}

/** One measured month, with an id that tells it: `loket/2026-02`. */
export function month(of: string, value: number, some: Measured = {}): GivenEvent {
  return measured(monthId(of, some), { from: `${of}-01`, to: lastDayOf(of) }, value, some);
}

/** One measured period. */
export function measured(
  id: string,
  period: { readonly from: string; readonly to: string },
  value: number,
  { unit = 'loket', metric = 'waiting', service = 'ktp-el', n = 100 }: Measured = {},
): GivenEvent {
  const rate = metric === 'error' || metric === 'rework';
  const value_ = rate ? { rate: value } : { median: value, p90: 2 * value };
  return measurement(id, { period, service, metric, n, ...value_ }, unit);
}

/** Measured months one after the other; null for a month without. */
export function months(first: string, values: readonly (number | null)[], some: Measured = {}): Past {
  return values.flatMap((value, at) => (value === null ? [] : [month(laterMonth(first, at), value, some)]));
}

/** The id of a measured month. */
export function monthId(of: string, { unit = 'loket', metric = 'waiting' }: Measured = {}): string {
  return metric === 'waiting' ? `${unit}-${of}` : `${unit}-${metric}-${of}`;
}

export function laterMonth(first: string, months: number): string {
  return addMonths(LocalDate.parse(`${first}-01`), months).slice(0, 7);
}

function lastDayOf(of: string): string {
  const next = Date.parse(`${laterMonth(of, 1)}-01T00:00:00.000Z`);
  return localDate(new Date(next - 86_400_000).toISOString(), 'UTC');
}

/** Figures that swing a little around a level, always the same, or the same a few steps on: without spread nothing can be judged. */
export function around(level: number, count: number, { by = 20, on = 0 } = {}): readonly number[] {
  const swing = [0.3, -1, 0.7, 1, -0.5, -0.2, 0.9, -0.8, 0.1, -0.6, 0.4, -0.3];
  return Array.from({ length: count }, (_, at) => Math.round(level + by * (swing[(at + on) % swing.length] ?? 0)));
}

/** Whether the data of an event are those of such a measurement. */
export function isMeasurement(
  data: unknown,
  some: { readonly measurementId?: string; readonly metric?: string },
): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(some).every(([field, value]) => Reflect.get(data, field) === value);
}

/** The measurement of which data tell. */
export function measurementIn(data: unknown): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, 'measurementId') : undefined;
}
