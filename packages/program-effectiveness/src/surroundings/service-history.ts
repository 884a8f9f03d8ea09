import type { LocalDate, Period } from '@pembinaan/core';
import type { ContextEntry, ContextEntryOf } from '../files/context-files.js';
import { type Told, toldBy } from '../program/told.js';

/** One measured period of one metric of a service. */
export interface Measurement {
  readonly measurementId: string;
  readonly service: string;
  readonly metric: 'waiting' | 'processing' | 'error' | 'rework';
  readonly period: Period;
  /** Seconds for speeds (the median), basis points for rates. */
  readonly value: number;
  /** Seconds; null for rates. */
  readonly p90: number | null;
  /** Cases. */
  readonly n: number;
  readonly told: Told;
}

/** A satisfaction survey: means of U1-U9 in thousandths, the index in hundredths. */
export interface Survey {
  readonly surveyId: string;
  readonly period: Period;
  readonly n: number;
  readonly nrr: readonly number[];
  readonly ikm: number;
  readonly grade: string;
  readonly told: Told;
}

/** What a service unit delivered, in the order of the periods. */
export interface ServiceHistory {
  readonly unitId: string;
  readonly measurements: readonly Measurement[];
  readonly surveys: readonly Survey[];
}

/** What the entries that count tell of a unit; one that was recorded anew under the same id replaces the earlier one. */
export function serviceHistoryOf(unitId: string, entries: readonly ContextEntry[], stream: string): ServiceHistory {
  const measurements = new Map<string, Measurement>();
  const surveys = new Map<string, Survey>();
  for (const entry of entries) {
    if (entry.type === 'ServiceBaselineEstablished' || entry.type === 'ServiceMeasurementRecorded') {
      measurements.set(entry.data.measurementId, measurementOf(entry, stream));
    }
    if (entry.type === 'SatisfactionSurveyPublished') {
      surveys.set(entry.data.surveyId, { ...entry.data, told: toldBy(entry, stream) });
    }
  }
  return { unitId, measurements: inTime(measurements.values()), surveys: inTime(surveys.values()) };
}

function measurementOf(
  entry: ContextEntryOf<'ServiceBaselineEstablished' | 'ServiceMeasurementRecorded'>,
  stream: string,
): Measurement {
  const { measurementId, service, metric, period, median, p90, rate, n } = entry.data;
  const value = median ?? rate ?? 0;
  return { measurementId, service, metric, period, value, p90: p90 ?? null, n, told: toldBy(entry, stream) };
}

function inTime<T extends { readonly period: { readonly from: LocalDate } }>(members: Iterable<T>): readonly T[] {
  return [...members].sort((a, b) => (a.period.from < b.period.from ? -1 : a.period.from > b.period.from ? 1 : 0));
}
