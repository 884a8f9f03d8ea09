import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY, PolicyVersionAdopted, policyState } from '../../src/governance/policy/index.js';
import {
  EstablishServiceBaseline,
  PublishSatisfactionSurvey,
  RecordServiceMeasurement,
  SatisfactionSurveyPublished,
  ServiceBaselineEstablished,
  ServiceCode,
  ServiceMeasurementRecorded,
  serviceUnit,
} from '../../src/service/service-unit/index.js';
import { overlap } from '../../src/values/index.js';
import { adoption, foundAgency, lawData, underPolicy } from '../governance/fixtures.js';
import { baseline, errors, measurement, published, survey, waiting } from './fixtures.js';

const by = { subjectId: 'subject-1' };
const asCorrection = { corrects: { eventId: historyEventId('serviceUnit-test-1', 0), reason: 'typed wrongly' } };
const period = (from: string, to: string) => ({ period: { from, to } });

describe.each([
  ['EstablishServiceBaseline', EstablishServiceBaseline, ServiceBaselineEstablished],
  ['RecordServiceMeasurement', RecordServiceMeasurement, ServiceMeasurementRecorded],
] as const)('%s', (_, Measure, Measured) => {
  type Data = Parameters<typeof Measure>[0];
  const begun = () => underPolicy(given(serviceUnit));
  const accepted = (data: Data) => [Measured.of({ ...data, recordedBy: by })];

  it('R32 accepts a speed with median and p90', () => begun().when(Measure(waiting)).then(accepted(waiting)));

  it('R32 accepts a rate', () => begun().when(Measure(errors)).then(accepted(errors)));

  it('needs no policy, as it rests on no figure', () =>
    given(serviceUnit).when(Measure(waiting)).then(accepted(waiting)));

  it('R32 refuses a measurement of no case', () =>
    begun()
      .when(Measure({ ...waiting, n: 0 }))
      .thenRefused('R32', 'noCases'));

  it('R32 accepts a measurement of one case', () => {
    const one = { ...waiting, n: 1 };
    return begun().when(Measure(one)).then(accepted(one));
  });

  it('R32 refuses a speed without p90', () => {
    const { p90: _p90, ...given } = waiting;
    return begun().when(Measure(given)).thenRefused('R32', 'speedInTimes');
  });

  it('R32 refuses a speed without median', () => {
    const { median: _median, ...given } = waiting;
    return begun().when(Measure(given)).thenRefused('R32', 'speedInTimes');
  });

  it('R32 refuses a speed with a rate', () =>
    begun()
      .when(Measure({ ...waiting, rate: 1 }))
      .thenRefused('R32', 'speedInTimes'));

  it('R32 refuses a rate without its value', () => {
    const { rate: _rate, ...given } = errors;
    return begun().when(Measure(given)).thenRefused('R32', 'rateInShare');
  });

  it.each([{ median: 1 }, { p90: 1 }])('R32 refuses a rate with %o', async (times) => {
    await begun()
      .when(Measure({ ...errors, ...times }))
      .thenRefused('R32', 'rateInShare');
  });

  it('R32 refuses a p90 one second below the median', () =>
    begun()
      .when(Measure({ ...waiting, p90: 1799 }))
      .thenRefused('R32', 'p90BelowMedian'));

  it('R32 accepts a p90 equal to the median', () => {
    const equal = { ...waiting, p90: 1800 };
    return begun().when(Measure(equal)).then(accepted(equal));
  });

  it('R32 accepts a period that ends today', () => {
    const today = { ...waiting, ...period('2026-05-02', '2026-06-01') };
    return begun().when(Measure(today)).then(accepted(today));
  });

  it('R32 refuses a period that ends tomorrow', () =>
    begun()
      .when(Measure({ ...waiting, ...period('2026-05-02', '2026-06-02') }))
      .thenRefused('R32', 'inFuture'));

  it.each([
    ['a baseline', baseline],
    ['a measurement', measurement],
  ] as const)('R32 refuses a period that shares a day with %s of the same metric', async (__, earlier) => {
    await underPolicy(
      given(serviceUnit, [earlier({ measurementId: 'earlier', ...period('2026-04-01', '2026-05-01') })]),
    )
      .when(Measure(waiting))
      .thenRefused('R32', 'overlaps');
  });

  it('R32 accepts a period that begins the day after another', () =>
    underPolicy(given(serviceUnit, [baseline({ measurementId: 'earlier', ...period('2026-04-01', '2026-04-30') })]))
      .when(Measure(waiting))
      .then(accepted(waiting)));

  it('R32 accepts the same period for another metric, and for another service', async () => {
    const processing = { ...waiting, measurementId: 'processing-may', metric: 'processing' as const };
    await underPolicy(given(serviceUnit, [baseline()]))
      .when(Measure(processing))
      .then(accepted(processing));
    const other = { ...waiting, measurementId: 'family-card-may', service: 'kk' };
    await underPolicy(given(serviceUnit, [baseline()]))
      .when(Measure(other))
      .then(accepted(other));
  });

  it('G02 refuses a measurement under an id that was used', () =>
    underPolicy(given(serviceUnit, [baseline()]))
      .when(Measure(waiting))
      .thenRefused('G02', 'alreadyExists'));

  it('R32 accepts the correction of a measurement over its own days', () => {
    const better = { ...waiting, median: 1700 };
    return underPolicy(given(serviceUnit, [...accepted(waiting)]))
      .when(Measure(better), asCorrection)
      .then(accepted(better));
  });

  it('R32 refuses a correction whose days are those of another measurement', () =>
    underPolicy(
      given(serviceUnit, [baseline(), measurement({ measurementId: 'april', ...period('2026-04-01', '2026-04-30') })]),
    )
      .when(Measure({ ...waiting, ...period('2026-04-30', '2026-05-31') }), asCorrection)
      .thenRefused('R32', 'overlaps'));
});

describe('PublishSatisfactionSurvey', () => {
  const begun = () => underPolicy(given(serviceUnit));
  const publish = (details: Partial<Parameters<typeof PublishSatisfactionSurvey>[0]> = {}) =>
    PublishSatisfactionSurvey({ ...survey, ...details });
  const accepted = [SatisfactionSurveyPublished.of({ ...survey, ikm: 8083, grade: 'B', publishedBy: by })];

  it('R33 computes the index and the grade', () => begun().when(publish()).then(accepted));

  it('R33 weighs the elements as the policy does', () => {
    const figure = { value: [9, 1, 1, 1, 1, 1, 1, 1, 1], basis: 'Perwali 7/2026', certainty: 'agency' as const };
    const weighted = PolicyVersionAdopted.of({
      ...adoption,
      figures: { ...adoption.figures, 'ikm.weights': figure },
      adoptedBy: { subjectId: 'ppk-1' },
    });
    // (9 × 3.2 + 25.9) / 17 × 25 = 80.441…
    return given(serviceUnit)
      .and(policyState, POLICY, [weighted])
      .as(by.subjectId)
      .when(publish())
      .then([SatisfactionSurveyPublished.of({ ...survey, ikm: 8044, grade: 'B', publishedBy: by })]);
  });

  it('R33 accepts what the report prints when it is right', () =>
    begun()
      .when(publish({ ikm: 8083, grade: 'B' }))
      .then(accepted));

  it('R33 refuses an index computed with the weight 0.11', () =>
    begun()
      .when(publish({ ikm: 8003 }))
      .thenRefused('R33', 'indexDiffers'));

  it('R33 refuses an index that is one hundredth off', () =>
    begun()
      .when(publish({ ikm: 8084, grade: 'B' }))
      .thenRefused('R33', 'indexDiffers'));

  it('R33 refuses a grade that does not belong to the index', () =>
    begun()
      .when(publish({ grade: 'A' }))
      .thenRefused('R33', 'gradeDiffers'));

  it('R33 refuses a survey without respondents', () =>
    begun()
      .when(publish({ n: 0 }))
      .thenRefused('R33', 'noRespondents'));

  it.each([8, 10])('R33 refuses %i mean scores', async (count) => {
    await begun()
      .when(publish({ nrr: Array.from({ length: count }, () => 3000) }))
      .thenRefused('R33', 'elementsMissing');
  });

  it.each([999, 4001])('R33 refuses a mean score of %i thousandths', async (score) => {
    await begun()
      .when(publish({ nrr: [...survey.nrr.slice(0, 8), score] }))
      .thenRefused('R33', 'scoreOutOfRange');
  });

  it.each([
    [1000, 2500, 'D'],
    [4000, 10_000, 'A'],
  ] as const)('R33 accepts nine mean scores of %i thousandths', async (score, ikm, grade) => {
    const nrr = Array.from({ length: 9 }, () => score);
    await begun()
      .when(publish({ nrr }))
      .then([SatisfactionSurveyPublished.of({ ...survey, nrr, ikm, grade, publishedBy: by })]);
  });

  it('R32 refuses a survey whose period is not over', () =>
    begun()
      .when(publish(period('2026-06-01', '2026-06-30')))
      .thenRefused('R32', 'inFuture'));

  it('G01 refuses a survey without a policy in force', () =>
    given(serviceUnit).when(publish()).thenRefused('G01', 'noPolicy'));

  it('G02 refuses a survey under an id that was used', () =>
    underPolicy(given(serviceUnit, [published]))
      .when(publish())
      .thenRefused('G02', 'alreadyExists'));

  it('accepts the correction of a survey', () =>
    underPolicy(given(serviceUnit, [published]))
      .when(publish({ n: 121 }), asCorrection)
      .thenState((unit) => expect(unit.surveys).toHaveLength(1)));
});

describeLaws('a service unit', serviceUnit, {
  runs: 20,
  // A pattern of sixty letters is derived slowly.
  override: (schema) => (schema === ServiceCode ? fc.constantFrom('ktp-el', 'kk') : lawData(schema)),
  commands: {
    EstablishServiceBaseline: anyMeasurement(),
    RecordServiceMeasurement: anyMeasurement(),
  },
  setUp: foundAgency,
  invariant: ({ measurements }) => {
    for (const [index, one] of measurements.entries()) {
      for (const other of measurements.slice(index + 1)) {
        const shared = one.service === other.service && one.metric === other.metric;
        expect(shared && overlap(one.period, other.period)).toBe(false);
      }
    }
  },
});

function anyMeasurement() {
  const months = [1, 2, 3, 4, 5, 6].map((month) => ({ from: `2026-0${month}-01`, to: `2026-0${month}-28` }));
  return fc.record({
    measurementId: fc.constantFrom('m-1', 'm-2', 'm-3', 'm-4'),
    service: fc.constantFrom('ktp-el', 'kk'),
    metric: fc.constant('error'),
    period: fc.constantFrom(...months),
    rate: fc.integer({ min: 0, max: 10_000 }),
    n: fc.integer({ min: 0, max: 3 }),
    source: fc.constant('sheet'),
  });
}
