import {
  EvaluationPlanned,
  type LocalDate,
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface MeasurementRow {
  readonly measurementId: string;
  readonly service: string;
  readonly metric: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Seconds for speeds (the median), basis points for rates. */
  readonly value: number;
  /** Seconds; null for rates. */
  readonly p90: number | null;
  readonly n: number;
}

export interface SurveyRow {
  readonly surveyId: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly n: number;
  /** Mean scores of the elements U1-U9 in thousandths. */
  readonly nrr: readonly number[];
  /** Hundredths. */
  readonly ikm: number;
  readonly grade: string;
}

export interface ServiceRow {
  readonly unitId: string;
  /** By measurement; one that was recorded anew replaces the earlier one. */
  measurements: Record<string, MeasurementRow>;
  /** By survey. */
  surveys: Record<string, SurveyRow>;
}

/** What the service units deliver, keyed by unit; a unit that an evaluation plans to measure is known as one too. */
export const serviceUnits = projection({
  name: 'service-units',
  version: 1,
  events: [ServiceBaselineEstablished, ServiceMeasurementRecorded, SatisfactionSurveyPublished, EvaluationPlanned],
  initial: (unitId): ServiceRow => ({ unitId, measurements: {}, surveys: {} }),
  key: (event) =>
    event.type === 'EvaluationPlanned'
      ? [...event.data.serviceUnits, ...event.data.comparisonUnits]
      : idOf(event.stream),
  on: {
    ServiceBaselineEstablished: (unit, { data }) => measured(unit, data),
    ServiceMeasurementRecorded: (unit, { data }) => measured(unit, data),
    SatisfactionSurveyPublished: (unit, { data: { surveyId, period, n, nrr, ikm, grade } }) => {
      unit.surveys[surveyId] = { surveyId, from: period.from, to: period.to, n, nrr: [...nrr], ikm, grade };
      return unit;
    },
    EvaluationPlanned: (unit) => unit,
  },
});

interface Measured {
  readonly measurementId: string;
  readonly service: string;
  readonly metric: string;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  readonly median?: number;
  readonly p90?: number;
  readonly rate?: number;
  readonly n: number;
}

function measured(
  unit: ServiceRow,
  { measurementId, service, metric, period, median, p90, rate, n }: Measured,
): ServiceRow {
  unit.measurements[measurementId] = {
    measurementId,
    service,
    metric,
    from: period.from,
    to: period.to,
    value: median ?? rate ?? 0,
    p90: p90 ?? null,
    n,
  };
  return unit;
}

/** The surveys of a unit whose period was over on a day, the oldest first. */
export function surveysUntil(unit: ServiceRow | undefined, day: string): readonly SurveyRow[] {
  return Object.values(unit?.surveys ?? {})
    .filter(({ to }) => to <= day)
    .sort((a, b) => (a.to === b.to ? (a.surveyId < b.surveyId ? -1 : 1) : a.to < b.to ? -1 : 1));
}
