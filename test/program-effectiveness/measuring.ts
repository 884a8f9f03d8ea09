import { EstablishServiceBaseline, RecordServiceMeasurement, ServiceMeasurementRecorded } from '@pembinaan/core';
import type { RecordedEvent } from '@pembinaan/event-sourcing';
import { firstEvent, type Office, type PembinaanCommand, type Stage } from '@pembinaan-examples/stage';
import { type KecamatanOffice, LETTERS } from './regency.js';
import type { MonthFigures } from './truth.js';

/** The last month before the first training: it is fixed as the state before. */
export const BASELINE_MONTH = '2026-08';

/** What is measured of the service: how long people wait, and how often a letter is wrong. */
export type Metric = 'waiting' | 'error';

/** What an office reports of a month; undefined where the sheet has not come in. */
export type Reports = (office: KecamatanOffice, month: string) => MonthFigures | undefined;

/** On the third of the month after, the waiting and the errors of each office are recorded. */
export async function measureMonths(
  stage: Stage,
  office: Office,
  months: readonly string[],
  offices: readonly KecamatanOffice[],
  reports: Reports,
): Promise<void> {
  for (const month of months) {
    for (const unit of offices) {
      const figures = reports(unit, month);
      if (figures !== undefined) await measureMonth(stage, office, `${monthAfter(month)}-03`, unit, month, figures);
    }
  }
}

/** The waiting and the errors of one office in one month are recorded on a day. */
export async function measureMonth(
  stage: Stage,
  office: Office,
  on: string,
  { unitId }: KecamatanOffice,
  month: string,
  figures: MonthFigures,
): Promise<void> {
  stage.on(on);
  const recorder = office.as(office.who.verifier);
  await recorder.does(unitId, measurement('waiting', month, figures));
  await recorder.does(unitId, measurement('error', month, figures));
}

/** A measurement that was mistyped. */
export interface Mistake {
  readonly unitId: string;
  readonly metric: Metric;
  readonly month: string;
  readonly right: MonthFigures;
  readonly reason: string;
}

/** One measurement is put right on a day, with the reason. Returns the event of the correction. */
export async function correctMeasurement(
  stage: Stage,
  office: Office,
  on: string,
  { unitId, metric, month, right, reason }: Mistake,
): Promise<RecordedEvent> {
  const wrong = await firstEvent(stage, `serviceUnit-${unitId}`, ServiceMeasurementRecorded, {
    measurementId: measurementId(metric, month),
  });
  stage.on(on);
  const [correction] = await office
    .as(office.who.verifier)
    .does(unitId, measurement(metric, month, right), { corrects: { eventId: wrong.id, reason } });
  if (correction === undefined) throw new Error(`Nothing was stored of the correction of ${wrong.id}.`);
  return correction;
}

/** The id of the measurement of a month. */
export function measurementId(metric: Metric, month: string): string {
  return `${LETTERS}-${metric}-${month}`;
}

/** The months from one to another, both included: `2026-01`, `2026-02` and so on. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month)) months.push(month);
  return months;
}

function measurement(metric: Metric, month: string, { median, p90, errorRate, n }: MonthFigures): PembinaanCommand {
  const record = month === BASELINE_MONTH ? EstablishServiceBaseline : RecordServiceMeasurement;
  const period = { from: `${month}-01`, to: lastDayOf(month) };
  const of = { measurementId: measurementId(metric, month), service: LETTERS, metric, period, n };
  return metric === 'waiting'
    ? record({ ...of, median, p90, source: 'queue' })
    : record({ ...of, rate: errorRate, source: 'sheet' });
}

function monthAfter(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}

function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
}
