import { SatisfactionSurveyPublished, ServiceBaselineEstablished, ServiceMeasurementRecorded } from '@pembinaan/core';
import { atWork, dateOf, dayIn } from './days.js';
import type { Append } from './desk.js';
import { made } from './made.js';
import type { Town, Unit } from './town.js';

/** The figures of the services in a year: a baseline, a measurement a month, a survey twice. */
export function putServices(town: Town, year: number): void {
  const { agenda, dice, units } = town;
  for (const unit of units) {
    for (let month = 1; month <= 12; month++) {
      for (const service of unit.services) {
        for (const metric of ['waiting', 'processing', 'error'] as const) {
          agenda.put(atWork(dayIn(year, month, 18 + dice.below(6)), dice.next()), () =>
            measure(town, unit, service, metric, year, month),
          );
        }
      }
      if (month % 6 === 0) {
        agenda.put(atWork(dayIn(year, month, 26), dice.next()), () => survey(town, unit, year, month));
      }
    }
  }
}

function measure(
  { desk, dice, officials }: Town,
  unit: Unit,
  service: string,
  metric: 'waiting' | 'processing' | 'error',
  year: number,
  month: number,
): readonly Append[] {
  const { counter } = officials;
  const id = dice.id(12);
  const key = `${service}/${metric}`;
  const before = unit.measured.get(key);
  const value =
    before === undefined ? dice.between(600, 6000) : Math.round((before.value * dice.between(90, 108)) / 100);
  const define = before === undefined ? ServiceBaselineEstablished : ServiceMeasurementRecorded;
  const recorded = made(define, {
    measurementId: id,
    service,
    metric,
    period: { from: dateOf(dayIn(year, month, 1)), to: dateOf(dayIn(year, month, 17)) },
    ...(metric === 'error' ? { rate: Math.min(10_000, value) } : { median: value, p90: value * 2 }),
    n: dice.between(80, 900),
    source: dice.pick(['queue', 'application']),
    recordedBy: { subjectId: counter.subjectId },
  });
  unit.measured.set(key, { id, value });
  return [desk.write(unit.stream, counter, [recorded])];
}

function survey({ desk, dice, officials }: Town, unit: Unit, year: number, month: number): readonly Append[] {
  const { counter } = officials;
  const nrr = Array.from({ length: 9 }, () => dice.between(2800, 3700));
  const ikm = Math.round((nrr.reduce((sum, mean) => sum + mean, 0) / 9 / 1000) * 2500);
  const published = made(SatisfactionSurveyPublished, {
    surveyId: dice.id(12),
    period: { from: dateOf(dayIn(year, month - 5, 1)), to: dateOf(dayIn(year, month, 25)) },
    n: dice.between(80, 400),
    nrr,
    ikm,
    grade: ikm >= 8831 ? 'A' : ikm >= 7661 ? 'B' : 'C',
    publishedBy: { subjectId: counter.subjectId },
  });
  return [desk.write(unit.stream, counter, [published])];
}
