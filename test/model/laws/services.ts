import {
  PerformancePredicateRecorded,
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
} from '@pembinaan/core';
import { share } from '../days.js';
import type { History, Placed } from './history.js';
import { grouped, law, sum } from './law.js';

/** All measurements that stand at a place, baselines among them. */
export function measurementsOf(history: History, known?: Placed) {
  return [
    ...history.standing(ServiceBaselineEstablished, known),
    ...history.standing(ServiceMeasurementRecorded, known),
  ].sort((a, b) => a.index - b.index);
}

export const measurements = law(
  'R32',
  'Periods of one metric of one service do not overlap and are over; the ninetieth percentile is not below the median; there are cases.',
  (history, complain) => {
    const standing = measurementsOf(history);
    for (const event of standing) {
      const { metric, median, p90, rate, n, period } = event.data;
      const speed = metric === 'waiting' || metric === 'processing';
      const told = speed ? median !== undefined && p90 !== undefined && p90 >= median : rate !== undefined;
      if (!told || (speed ? rate !== undefined : median !== undefined || p90 !== undefined))
        complain(event, 'is told wrongly');
      if (n < 1) complain(event, 'rests on no case');
      if (period.to > event.recordedOn) complain(event, 'is not over');
    }
    for (const ofMetric of grouped(standing, ({ of, data }) => `${of}/${data.service}/${data.metric}`).values()) {
      for (const [index, one] of ofMetric.entries()) {
        const other = ofMetric.slice(index + 1).find(({ data }) => share(data.period, one.data.period));
        if (other !== undefined) complain(other, `shares days with ${one.data.measurementId}`);
      }
    }
  },
);

export const surveys = law(
  'R33',
  'The index is the mean of nine scores from 1 to 4 times 25, rounded half up; the grade is that of its band.',
  (history, complain) => {
    for (const event of history.of(SatisfactionSurveyPublished)) {
      const { nrr, n, ikm, grade, period } = event.data;
      const index = Math.floor((sum(nrr, Number) * 25) / 9 / 10 + 0.5);
      const band = index >= 8831 ? 'A' : index >= 7661 ? 'B' : index >= 6500 ? 'C' : 'D';
      if (nrr.length !== 9 || nrr.some((score) => score < 1000 || score > 4000)) complain(event, `scores ${nrr}`);
      if (n < 1) complain(event, 'has no respondents');
      if (ikm !== index || grade !== band) complain(event, `tells ${ikm} ${grade} instead of ${index} ${band}`);
      if (period.to > event.recordedOn) complain(event, 'is not over');
    }
  },
);

const MATRIX: Readonly<Record<string, string>> = {
  'above above': 'sangatBaik',
  'above meets': 'baik',
  'above below': 'kurang',
  'meets above': 'baik',
  'meets meets': 'baik',
  'meets below': 'kurang',
  'below above': 'butuhPerbaikan',
  'below meets': 'butuhPerbaikan',
  'below below': 'sangatKurang',
};

export const predicates = law('R34', 'The predicate is that of the matrix.', (history, complain) => {
  for (const event of history.of(PerformancePredicateRecorded)) {
    const { results, behaviour, predicate } = event.data;
    const expected = MATRIX[`${results} ${behaviour}`];
    if (predicate !== expected) complain(event, `is ${predicate} instead of ${expected}`);
  }
});

export const serviceLaws = [measurements, surveys, predicates];
