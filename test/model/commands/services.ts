import {
  EstablishServiceBaseline,
  PublishSatisfactionSurvey,
  RecordServiceMeasurement,
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { office, SERVICE, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Moves } from '../play.js';

export interface Measurement {
  readonly id: string;
  unitId: string;
  metric: string;
  baseline: boolean;
  from: string;
  to: string;
}

const measurementsView = projection({
  name: 'model-measurements',
  version: 1,
  events: [ServiceBaselineEstablished, ServiceMeasurementRecorded],
  initial: (id: string): Measurement => ({ id, unitId: '', metric: '', baseline: false, from: '', to: '' }),
  key: ({ data }) => data.measurementId,
  on: {
    ServiceBaselineEstablished: (one, { stream, data }): Measurement => ({
      ...one,
      unitId: idOf(stream),
      metric: data.metric,
      baseline: true,
      ...data.period,
    }),
    ServiceMeasurementRecorded: (one, { stream, data }): Measurement => ({
      ...one,
      unitId: idOf(stream),
      metric: data.metric,
      baseline: false,
      ...data.period,
    }),
  },
});

/** The measurements that the model knows. */
export const measurements = belief(measurementsView);

/** How a service stands in the days before today, since the last time it was measured. */
export function measureService(
  agency: Agency,
  unitId: string,
  metric: 'waiting' | 'error',
  kind: 'baseline' | 'after',
  value: number,
): Attempt {
  const last = measurements(agency)
    .filter((one) => one.unitId === unitId && one.metric === metric)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  const to = plusDays(agency.today, -1);
  const earliest = plusDays(to, -6);
  const after = last === undefined ? earliest : plusDays(last, 1);
  const from = after > earliest && after <= to ? after : earliest;
  const record = kind === 'baseline' ? EstablishServiceBaseline : RecordServiceMeasurement;
  return {
    by: office.verifier,
    to: unitId,
    command: record({
      measurementId: agency.newId('ukur'),
      service: SERVICE,
      metric,
      period: { from, to },
      ...(metric === 'waiting' ? { median: value, p90: value * 2 } : { rate: value }),
      n: 120,
      source: 'queue',
    }),
  };
}

export const serviceMoves: Moves = {
  'a service is measured': (agency, dice) =>
    measureService(
      agency,
      dice.of(units) ?? units[0],
      dice.oneOf('waiting', 'error'),
      dice.oneOf('baseline', 'after'),
      dice.between(100, 900),
    ),
  'a survey is published': (agency, dice) => {
    const nrr = Array.from({ length: 9 }, () => dice.between(2000, 4000));
    return {
      by: office.verifier,
      to: dice.of(units) ?? units[0],
      command: PublishSatisfactionSurvey({
        surveyId: agency.newId('survei'),
        period: { from: plusDays(agency.today, -40), to: plusDays(agency.today, dice.oneOf(-10, -10, 1)) },
        n: dice.oneOf(80, 80, 0),
        nrr,
        ...(dice.chance(30) && { grade: dice.oneOf('A', 'B', 'C') }),
      }),
    };
  },
};
