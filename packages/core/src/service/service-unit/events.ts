import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { BasisPoints } from '../../values/amounts.js';
import { MeasurementId } from '../../values/ids.js';
import { Period } from '../../values/local-date.js';

/** `waiting` and `processing` are speeds, in seconds; `error` and `rework` are rates, in basis points. Lower is better for all. */
export const ServiceMetric = z.enum(['waiting', 'processing', 'error', 'rework']);
export type ServiceMetric = z.output<typeof ServiceMetric>;

/** The code of a service of a unit, such as `ktp-el`. */
export const ServiceCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'a service code such as ktp-el is needed')
  .brand<'ServiceCode'>();
export type ServiceCode = z.output<typeof ServiceCode>;

const seconds = z.int().min(0);

/** One measured period of one metric of one service. */
const measurement = {
  measurementId: MeasurementId,
  service: ServiceCode,
  metric: ServiceMetric,
  period: Period,
  /** Seconds; for speeds. */
  median: seconds.exactOptional(),
  /** Seconds; for speeds. */
  p90: seconds.exactOptional(),
  /** Basis points; for rates. */
  rate: BasisPoints.exactOptional(),
  /** Cases that were measured. */
  n: z.int().min(0),
  source: z.enum(['queue', 'sheet', 'application']),
  recordedBy: Maker,
};

export const ServiceBaselineEstablished = event('ServiceBaselineEstablished', z.strictObject(measurement))
  .describe({
    number: 56,
    en: 'The state of a service before a programme is measured and fixed as baseline.',
    id: 'Keadaan layanan sebelum program diukur dan ditetapkan sebagai data dasar.',
    basis: 'UU 25/2009 (service standard); evaluasi pascapelatihan LAN, level 4',
  })
  .correctable(({ measurementId, service, metric }) => `${measurementId}/${service}/${metric}`);

export const ServiceMeasurementRecorded = event('ServiceMeasurementRecorded', z.strictObject(measurement))
  .describe({
    number: 57,
    en: 'A metric of a service is measured for a period.',
    id: 'Satu ukuran layanan diukur untuk suatu masa.',
    basis: 'UU 25/2009 (service standard); evaluasi pascapelatihan LAN, level 4',
  })
  .correctable(({ measurementId, service, metric }) => `${measurementId}/${service}/${metric}`);

/** The grade of the index, from A (very good) to D (not good). */
export const SatisfactionGrade = z.enum(['A', 'B', 'C', 'D']);
export type SatisfactionGrade = z.output<typeof SatisfactionGrade>;

export const SatisfactionSurveyPublished = event(
  'SatisfactionSurveyPublished',
  z.strictObject({
    surveyId: MeasurementId,
    period: Period,
    /** Respondents. */
    n: z.int().min(0),
    /** Mean score of each of the nine elements U1-U9 in thousandths: 3.2 is 3200. */
    nrr: z.array(z.int()),
    /** The index in hundredths: 80.83 is 8083. */
    ikm: z.int(),
    grade: SatisfactionGrade,
    publishedBy: Maker,
  }),
)
  .describe({
    number: 58,
    en: 'The public satisfaction index of a unit is published.',
    id: 'Indeks kepuasan masyarakat suatu unit dipublikasikan.',
    basis: 'Permenpan RB 14/2017',
  })
  .correctable(({ surveyId }) => surveyId);
