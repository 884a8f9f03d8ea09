import { stream } from '@pembinaan/event-sourcing';
import type { MeasurementId } from '../../values/ids.js';
import type { Period } from '../../values/local-date.js';
import {
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  type ServiceCode,
  ServiceMeasurementRecorded,
  type ServiceMetric,
} from './events.js';

export interface Measurement {
  readonly measurementId: MeasurementId;
  readonly kind: 'baseline' | 'measurement';
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly period: Period;
  /** Seconds for speeds (the median), basis points for rates. */
  readonly value: number;
  readonly n: number;
}

export interface ServiceUnit {
  /** A measurement recorded again under its id replaces the earlier one here; the stream keeps both. */
  readonly measurements: readonly Measurement[];
  readonly surveys: readonly { readonly surveyId: MeasurementId; readonly period: Period; readonly ikm: number }[];
}

interface Measured {
  readonly measurementId: MeasurementId;
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly period: Period;
  readonly median?: number;
  readonly rate?: number;
  readonly n: number;
}

const withMeasurement = (unit: ServiceUnit, kind: Measurement['kind'], data: Measured): ServiceUnit => ({
  ...unit,
  measurements: [
    ...unit.measurements.filter((known) => known.measurementId !== data.measurementId),
    {
      measurementId: data.measurementId,
      kind,
      service: data.service,
      metric: data.metric,
      period: data.period,
      value: data.median ?? data.rate ?? 0,
      n: data.n,
    },
  ],
});

export const serviceUnitState = stream('serviceUnit', {
  events: [ServiceBaselineEstablished, ServiceMeasurementRecorded, SatisfactionSurveyPublished],
  initial: (): ServiceUnit => ({ measurements: [], surveys: [] }),
}).evolve({
  ServiceBaselineEstablished: (unit, { data }) => withMeasurement(unit, 'baseline', data),
  ServiceMeasurementRecorded: (unit, { data }) => withMeasurement(unit, 'measurement', data),
  SatisfactionSurveyPublished: (unit, { data }) => ({
    ...unit,
    surveys: [
      ...unit.surveys.filter((known) => known.surveyId !== data.surveyId),
      { surveyId: data.surveyId, period: data.period, ikm: data.ikm },
    ],
  }),
});

/** Tells whether a metric is a speed, which needs a guard metric (R24). */
export function isSpeed(metric: ServiceMetric): boolean {
  return metric === 'waiting' || metric === 'processing';
}
