import {
  EstablishServiceBaseline,
  MeasureProgramImpact,
  PublishSatisfactionSurvey,
  RecordServiceMeasurement,
} from '@pembinaan/core';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** Waiting time (seconds) and error rate (basis points) of a service in a period. */
export interface ServiceFigures {
  readonly period: { readonly from: string; readonly to: string };
  readonly median: number;
  readonly p90: number;
  readonly errorRate: number;
  readonly n: number;
}

/** Records waiting time and error rate of a service; as baseline, or as a later measurement. */
export async function measureService(
  stage: Stage,
  office: Office,
  on: string,
  unitId: string,
  service: string,
  metric: 'waiting' | 'processing',
  kind: 'baseline' | 'after',
  figures: ServiceFigures,
): Promise<void> {
  stage.on(on);
  const { period, median, p90, errorRate, n } = figures;
  const record = kind === 'baseline' ? EstablishServiceBaseline : RecordServiceMeasurement;
  const recorder = office.as(office.who.verifier);
  await recorder.does(
    unitId,
    record({
      measurementId: measurementId(service, metric, kind),
      service,
      metric,
      period,
      median,
      p90,
      n,
      source: 'queue',
    }),
  );
  await recorder.does(
    unitId,
    record({
      measurementId: measurementId(service, 'error', kind),
      service,
      metric: 'error',
      period,
      rate: errorRate,
      n,
      source: 'sheet',
    }),
  );
}

/** The id of a measurement of a story. */
export function measurementId(service: string, metric: string, kind: 'baseline' | 'after'): string {
  return `${service}-${metric}-${kind}`;
}

/** The evaluator measures what changed around a programme; returns the id of the event. */
export async function measureImpact(
  stage: Stage,
  office: Office,
  on: string,
  evaluationId: string,
  unitId: string,
  service: string,
  metric: 'waiting' | 'processing',
  comparisonUnitId?: string,
): Promise<string> {
  stage.on(on);
  const events = await office.as(office.who.evaluator).does(
    evaluationId,
    MeasureProgramImpact({
      unitId,
      service,
      metric,
      beforeId: measurementId(service, metric, 'baseline'),
      afterId: measurementId(service, metric, 'after'),
      guardBeforeId: measurementId(service, 'error', 'baseline'),
      guardAfterId: measurementId(service, 'error', 'after'),
      ...(comparisonUnitId !== undefined && {
        comparison: {
          unitId: comparisonUnitId,
          beforeId: measurementId(service, metric, 'baseline'),
          afterId: measurementId(service, metric, 'after'),
        },
      }),
    }),
  );
  return events[0]?.id ?? '';
}

/** Publishes a satisfaction survey; index and grade, where given, must be those that the library computes (R33). Returns the id of the event. */
export async function publishSurvey(
  stage: Stage,
  office: Office,
  on: string,
  unitId: string,
  survey: DataOf<'PublishSatisfactionSurvey'>,
): Promise<string> {
  stage.on(on);
  const events = await office.as(office.who.verifier).does(unitId, PublishSatisfactionSurvey(survey));
  return events[0]?.id ?? '';
}
