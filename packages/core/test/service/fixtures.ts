import {
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
} from '../../src/service/service-unit/index.js';

const clerk = { subjectId: 'clerk-1' };

/** How long people wait for an identity card, in May 2026. */
export const waiting = {
  measurementId: 'waiting-may',
  service: 'ktp-el',
  metric: 'waiting' as const,
  period: { from: '2026-05-01', to: '2026-05-31' },
  median: 1800,
  p90: 3600,
  n: 200,
  source: 'queue' as const,
};

/** How many identity cards have errors, in May 2026. */
export const errors = {
  measurementId: 'error-may',
  service: 'ktp-el',
  metric: 'error' as const,
  period: { from: '2026-05-01', to: '2026-05-31' },
  rate: 250,
  n: 200,
  source: 'sheet' as const,
};

type Measured = Parameters<typeof ServiceMeasurementRecorded.of>[0];
export const baseline = (details: Partial<Measured> = {}) =>
  ServiceBaselineEstablished.of({ ...waiting, recordedBy: clerk, ...details });
export const measurement = (details: Partial<Measured> = {}) =>
  ServiceMeasurementRecorded.of({ ...waiting, recordedBy: clerk, ...details });

/** The survey of domain.md 1.8: 80.83, grade B. */
export const survey = {
  surveyId: 'survey-1',
  period: { from: '2026-01-01', to: '2026-03-31' },
  n: 120,
  nrr: [3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100],
};
export const published = SatisfactionSurveyPublished.of({
  ...survey,
  ikm: 8083,
  grade: 'B',
  publishedBy: { subjectId: 'clerk-1' },
});
