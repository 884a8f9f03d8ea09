import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BehaviourRated,
  ConcludeEvaluation,
  ContestEvaluation,
  EvaluationContested,
  EvaluationPlanned,
  evaluation,
  MeasureProgramImpact,
  PlanEvaluation,
  RateBehaviour,
} from '../../src/evaluate/evaluation/index.js';
import { AdoptPolicyVersion, POLICY, policy } from '../../src/governance/policy/index.js';
import { mentorshipState } from '../../src/mentor/mentorship/index.js';
import { employeeState } from '../../src/people/employee/index.js';
import { ServiceCode, serviceUnitState } from '../../src/service/service-unit/index.js';
import { BatchCancelled, BatchCompleted } from '../../src/train/batch/events.js';
import { batchState } from '../../src/train/batch/state.js';
import { programState } from '../../src/train/program/state.js';
import { foundAgency, lawData, noonOf, PPK, underPolicy } from '../governance/fixtures.js';
import { proposed } from '../mentor/fixtures.js';
import { baseline, measurement } from '../service/fixtures.js';
import {
  afterBatch,
  concluded,
  contested,
  designed,
  EVIDENCE,
  evaluationPlanned,
  impact,
  participant,
  placed,
  plan,
  programApproved,
  ratedBy,
  remember,
  scheduled,
  strictAdoption,
  tested,
  underStrictPolicy,
  withComparison,
  withService,
} from './fixtures.js';

const corrects = (revision: number) => ({
  corrects: { eventId: historyEventId('evaluation-test-1', revision), reason: 'typed wrongly' },
});
/** Each is tied to the programme in another way (R17). */
const TIED = ['designer-1', 'head-1', 'speaker-1', 'organiser-1', 'alumnus-1', 'mentor-1'];

describe('PlanEvaluation', () => {
  type Plan = Parameters<typeof PlanEvaluation>[0];
  const begun = () =>
    underStrictPolicy(given(evaluation)).and(programState, 'program-1', [designed, programApproved]).as('planner-1');
  const planned = (details: Partial<Plan> = {}) => PlanEvaluation({ ...plan, ...details });
  const accepted = (details: Partial<Plan> = {}) => [
    EvaluationPlanned.of({ ...plan, ...details, plannedOn: '2026-06-01', plannedBy: { subjectId: 'planner-1' } }),
  ];

  it('plans an evaluation on the day on which it is made', () => begun().when(planned()).then(accepted()));

  it('G02 refuses a second plan', () =>
    underStrictPolicy(given(evaluation, [evaluationPlanned()]))
      .when(planned())
      .thenRefused('G02', 'alreadyExists'));

  it('G02 refuses the evaluation of a programme that does not exist', () =>
    underStrictPolicy(given(evaluation)).when(planned()).thenRefused('G02', 'notFound'));

  it('G01 refuses a plan without a policy in force', () =>
    given(evaluation).and(programState, 'program-1', [designed]).when(planned()).thenRefused('G01', 'noPolicy'));

  it('G01 refuses a plan where the agency has not set its smallest effect', () =>
    underPolicy(given(evaluation))
      .and(programState, 'program-1', [designed])
      .when(planned())
      .thenRefused('G01', 'figureNotSet'));

  it('R35 refuses a smallest effect one basis point below the policy', () =>
    begun()
      .when(planned({ minimumEffect: 999 }))
      .thenRefused('R35', 'minimumEffectTooLow'));

  it('R35 accepts a smallest effect equal to the policy', () =>
    begun()
      .when(planned({ minimumEffect: 1000 }))
      .then(accepted({ minimumEffect: 1000 })));

  it('R35 refuses one case fewer than the policy', () =>
    begun()
      .when(planned({ minimumN: 4 }))
      .thenRefused('R35', 'minimumNTooLow'));

  it('R35 accepts as many cases as the policy', () =>
    begun()
      .when(planned({ minimumN: 5 }))
      .then(accepted({ minimumN: 5 })));

  it('R24 refuses a speed without a guard', () =>
    begun()
      .when(planned({ metrics: [{ service: 'ktp-el', metric: 'waiting' }] }))
      .thenRefused('R24', 'guardMissing'));

  it('R24 refuses a speed that is guarded by a speed', () =>
    begun()
      .when(planned({ metrics: [{ service: 'ktp-el', metric: 'waiting', guardMetric: 'processing' }] }))
      .thenRefused('R24', 'guardIsSpeed'));

  it('R24 accepts a rate without a guard', () => {
    const metrics = [{ service: 'ktp-el', metric: 'error' as const }];
    return begun().when(planned({ metrics })).then(accepted({ metrics }));
  });

  it.each([{ serviceUnits: [] }, { metrics: [] }])('R35 refuses an impact planned with %o', async (details) => {
    await begun().when(planned(details)).thenRefused('R35', 'impactNotPlanned');
  });

  it('R35 accepts a plan without units where impact is not planned', () => {
    const details = { levels: [2, 3] as Plan['levels'], serviceUnits: [], metrics: [] };
    return begun().when(planned(details)).then(accepted(details));
  });

  it('R35 refuses a comparison without comparison units', () =>
    begun()
      .when(planned({ design: 'comparison' }))
      .thenRefused('R35', 'comparisonNotPlanned'));

  it('R35 accepts a comparison with another unit', () => {
    const details = { design: 'comparison' as const, comparisonUnits: ['unit-2'] };
    return begun().when(planned(details)).then(accepted(details));
  });

  it('R35 refuses a unit that is compared with itself', () =>
    begun()
      .when(planned({ design: 'comparison', comparisonUnits: ['unit-1'] }))
      .thenRefused('R35', 'comparisonTrained'));

  it.each([
    { serviceUnits: ['unit-1', 'unit-1'] },
    { design: 'comparison' as const, comparisonUnits: ['unit-2', 'unit-3', 'unit-2'] },
  ])('R35 refuses a unit that is planned twice', async (details) => {
    await begun().when(planned(details)).thenRefused('R35', 'unitTwice');
  });

  it.each(['designer-1', 'head-1'])(
    'R17 refuses %s as evaluator, who is tied to the programme',
    async (evaluatorId) => {
      await begun().when(planned({ evaluatorId })).thenRefused('R17', 'notIndependent');
    },
  );

  describe('when a batch of the programme was scheduled', () => {
    const startingOn = (date: string, evaluationId = 'earlier') =>
      scheduled({
        evaluationId,
        period: { from: date, to: '2026-07-31' },
        sessions: [{ sessionId: 'session-1', date, minutes: 60 }],
      });
    const completed = BatchCompleted.of({
      programId: 'program-1',
      counts: { nominated: 0, declined: 0, confirmed: 0, attended: 0, completed: 0 },
      realisedCost: 0,
      completedBy: { subjectId: 'organiser-1' },
    });

    it('R21 accepts a plan on the day before the first session', () =>
      begun()
        .and(batchState, 'batch-1', [startingOn('2026-06-02')])
        .when(planned())
        .then(accepted()));

    it('R21 refuses a plan on the day of the first session', () =>
      begun()
        .and(batchState, 'batch-1', [startingOn('2026-06-01')])
        .when(planned())
        .thenRefused('R21', 'plannedTooLate'));

    it('R21 accepts a plan when that batch was cancelled', () =>
      begun()
        .and(batchState, 'batch-1', [
          startingOn('2026-06-01'),
          BatchCancelled.of({
            programId: 'program-1',
            reason: { code: 'quorum' },
            participants: [],
            cancelledBy: { subjectId: 'x' },
          }),
        ])
        .when(planned())
        .then(accepted()));

    it('R21 accepts a plan for the next round when the round before, under its own evaluation, is over', () =>
      begun()
        .and(batchState, 'batch-1', [startingOn('2026-05-01'), completed])
        .when(planned())
        .then(accepted()));

    it('R21 refuses a plan for a batch that was held under it already', () =>
      begun()
        .and(batchState, 'batch-1', [startingOn('2026-05-01', 'test-1'), completed])
        .when(planned())
        .thenRefused('R21', 'plannedTooLate'));
  });
});

describe('RateBehaviour', () => {
  type Rating = Parameters<typeof RateBehaviour>[0];
  const history = [evaluationPlanned()];
  const begun = (ratings: readonly ReturnType<typeof ratedBy>[] = []) =>
    afterBatch(given(evaluation, [...history, ...ratings]));
  const rating = {
    batchId: 'batch-1',
    ratingId: 'rating-1',
    employeeId: 'alumnus-1',
    raterKind: 'superior' as const,
    ratings: [
      { of: 'M05' as const, score: 4 },
      { of: 'harmonis' as const, score: 5 },
    ],
  };
  const rate = (details: Partial<Rating> = {}) => RateBehaviour({ ...rating, ...details } as Rating);
  const accepted = (ratedBy: string, details: Partial<Rating> = {}, ratedOn = '2026-06-01') => [
    BehaviourRated.of({
      ...rating,
      ...details,
      programId: 'program-1',
      ratedOn,
      ratedBy: { subjectId: ratedBy },
    } as Parameters<typeof BehaviourRated.of>[0]),
  ];

  it.each([
    ['boss-1', 'superior'],
    ['peer-1', 'peer'],
    ['junior-1', 'subordinate'],
    ['alumnus-1', 'self'],
  ] as const)('R31 accepts the rating of %s as %s', async (subjectId, raterKind) => {
    await begun().as(subjectId).when(rate({ raterKind })).then(accepted(subjectId, { raterKind }));
  });

  it.each([
    ['stranger-1', 'superior'],
    ['stranger-1', 'peer'],
    ['stranger-1', 'subordinate'],
    ['peer-1', 'superior'],
    ['nobody-1', 'peer'],
  ] as const)('R31 refuses the rating of %s as %s', async (subjectId, raterKind) => {
    await begun().as(subjectId).when(rate({ raterKind })).thenRefused('R31', 'noRelation');
  });

  it('R31 refuses a self-rating by somebody else', () =>
    begun()
      .as('boss-1')
      .when(rate({ raterKind: 'self' }))
      .thenRefused('R31', 'notSelf'));

  it('R31 refuses a rating of oneself as peer', () =>
    begun()
      .as('alumnus-1')
      .when(rate({ raterKind: 'peer' }))
      .thenRefused('R31', 'ratesHimself'));

  it('R31 refuses the rating of the superior that the participant types', () =>
    begun().as('alumnus-1').when(rate(), { onBehalfOf: 'boss-1' }).thenRefused('R31', 'ratesHimself'));

  describe('when the participant moved after the batch', () => {
    const moved = () => begun().and(employeeState, 'alumnus-1', [placed('unit-3', 'boss-3', '2026-02-07')]);

    it('R31 accepts the superior of the last day of the batch', () =>
      moved().as('boss-1').when(rate()).then(accepted('boss-1')));

    it('R31 refuses the new superior', () => moved().as('boss-3').when(rate()).thenRefused('R31', 'noRelation'));
  });

  it('R31 refuses a rating of somebody who did not complete the batch', () =>
    begun()
      .as('boss-1')
      .when(rate({ employeeId: 'dropout-1' }))
      .thenRefused('R31', 'notCompleted'));

  it('R31 refuses a rating of somebody who was not in the batch', () =>
    begun()
      .as('boss-1')
      .when(rate({ employeeId: 'peer-1' }))
      .thenRefused('R31', 'notCompleted'));

  it('R31 refuses a batch that was held under another evaluation', () =>
    begun()
      .and(batchState, 'batch-2', [scheduled({ evaluationId: 'other' }), ...participant('alumnus-1')])
      .as('boss-1')
      .when(rate({ batchId: 'batch-2' }))
      .thenRefused('R31', 'otherBatch'));

  it('G02 refuses a batch that does not exist', () =>
    begun()
      .as('boss-1')
      .when(rate({ batchId: 'batch-9' }))
      .thenRefused('G02', 'notFound'));

  it.each([
    ['2026-05-07', 'first'],
    ['2027-02-06', 'last'],
  ])('R31 accepts a rating on %s, the %s day of the window', async (date) => {
    await begun()
      .as('boss-1')
      .when(rate(), { occurredAt: noonOf(date) })
      .then(accepted('boss-1', {}, date));
  });

  it.each(['2026-05-06', '2027-02-07'])('R31 refuses a rating on %s, outside the window', async (date) => {
    await begun()
      .as('boss-1')
      .when(rate(), { occurredAt: noonOf(date) })
      .thenRefused('R31', 'outsideWindow');
  });

  it.each(['speaker-1', 'designer-1'])('R17 refuses %s, also as superior', async (subjectId) => {
    await begun()
      .and(employeeState, 'alumnus-1', [placed('unit-1', subjectId, '2026-01-02')])
      .as(subjectId)
      .when(rate())
      .thenRefused('R17', 'notIndependent');
  });

  it('R17 accepts the superior who asked for the programme', () =>
    begun()
      .and(employeeState, 'alumnus-1', [placed('unit-1', 'head-1', '2026-01-02')])
      .as('head-1')
      .when(rate())
      .then(accepted('head-1')));

  it('G02 refuses a second rating under one id', () =>
    begun([ratedBy('boss-1', 'alumnus-1', 'rating-1')])
      .as('boss-1')
      .when(rate())
      .thenRefused('G02', 'alreadyExists'));

  it('accepts the correction of a rating by its rater', () =>
    begun([ratedBy('boss-1', 'alumnus-1', 'rating-1')])
      .as('boss-1')
      .when(rate(), corrects(1))
      .then(accepted('boss-1')));

  it('R31 refuses a self-rating that would replace the rating of the superior', () =>
    begun([ratedBy('boss-1', 'alumnus-1', 'rating-1')])
      .as('alumnus-1')
      .when(rate({ raterKind: 'self' }), corrects(1))
      .thenRefused('R31', 'replacesAnother'));

  it('G02 refuses a rating in an evaluation that does not exist', () =>
    afterBatch(given(evaluation)).as('boss-1').when(rate()).thenRefused('G02', 'notFound'));

  it('G02 refuses a rating after the conclusion', () =>
    afterBatch(given(evaluation, [...history, concluded()]))
      .as('boss-1')
      .when(rate())
      .thenRefused('G02', 'wrongStatus'));

  it('accepts a rating while the conclusion is contested', () =>
    afterBatch(given(evaluation, [...history, concluded(), contested]))
      .as('boss-1')
      .when(rate())
      .then(accepted('boss-1')));

  it('G01 refuses a rating without a policy in force', () =>
    given(evaluation, history).as('boss-1').when(rate()).thenRefused('G01', 'noPolicy'));
});

describe('MeasureProgramImpact', () => {
  type Asked = Parameters<typeof MeasureProgramImpact>[0];
  const begun = (details: Parameters<typeof evaluationPlanned>[0] = {}) =>
    afterBatch(given(evaluation, [evaluationPlanned(details)])).as('evaluator-1');
  const asked: Asked = {
    unitId: 'unit-1',
    service: 'ktp-el',
    metric: 'waiting',
    beforeId: 'wait-before',
    afterId: 'wait-after',
    guardBeforeId: 'error-before',
    guardAfterId: 'error-after',
  };
  const measure = (details: Partial<Asked> = {}) => MeasureProgramImpact({ ...asked, ...details });
  const compared = { comparison: { unitId: 'unit-2', beforeId: 'other-before', afterId: 'other-after' } };
  const comparing = { design: 'comparison' as const, comparisonUnits: ['unit-2'] };

  it('reads the values from the unit and computes the improvement', () =>
    withService(begun()).when(measure()).then([impact()]));

  it('accepts an independent person who is not the evaluator', () =>
    withService(begun())
      .as('analyst-1')
      .when(measure())
      .then([impact({ measuredBy: { subjectId: 'analyst-1' } })]));

  it('R24 tells that the guard worsened, one basis point beyond the tolerance', () =>
    withService(begun(), { errorRate: 263 })
      .when(measure())
      .then([
        impact({
          guard: {
            metric: 'error',
            before: 250,
            after: 263,
            beforeId: 'error-before',
            afterId: 'error-after',
            worsened: true,
          },
        }),
      ]));

  it('R24 tolerates a guard that worsened within the tolerance', () =>
    withService(begun(), { errorRate: 262 })
      .when(measure())
      .thenState((state) => expect(state).toMatchObject({ impacts: [{ guardWorsened: false }] })));

  it('takes off what improved in the comparison unit', () =>
    withComparison(withService(begun(comparing)))
      .when(measure(compared))
      .then([
        impact({
          comparison: {
            unitId: 'unit-2',
            outcome: {
              metric: 'waiting',
              before: 1800,
              after: 1620,
              beforeId: 'other-before',
              afterId: 'other-after',
            },
          },
          improvement: 2333,
        }),
      ]));

  it('R32 refuses a comparison that is missing where it was planned', () =>
    withService(begun(comparing)).when(measure()).thenRefused('R32', 'comparisonMissing'));

  it('R32 refuses a comparison with a unit that was not planned', () =>
    withComparison(withService(begun())).when(measure(compared)).thenRefused('R32', 'unitNotPlanned'));

  it('G02 refuses a comparison measurement that does not exist', () =>
    withService(begun(comparing)).when(measure(compared)).thenRefused('G02', 'notFound'));

  it('R32 refuses a unit that was not planned', () =>
    withService(begun())
      .when(measure({ unitId: 'unit-2' }))
      .thenRefused('R32', 'unitNotPlanned'));

  it('R32 refuses a metric that was not planned', () =>
    withService(begun())
      .when(measure({ metric: 'rework' }))
      .thenRefused('R32', 'metricNotPlanned'));

  it('R24 refuses to leave out the guard that was planned', async () => {
    const { guardBeforeId: _before, ...noBefore } = asked;
    const { guardAfterId: _after, ...noAfter } = asked;
    await withService(begun()).when(MeasureProgramImpact(noBefore)).thenRefused('R24', 'guardNotMeasured');
    await withService(begun()).when(MeasureProgramImpact(noAfter)).thenRefused('R24', 'guardNotMeasured');
  });

  it('R32 refuses a measurement of another metric as state before', () =>
    withService(begun())
      .when(measure({ beforeId: 'error-before' }))
      .thenRefused('R32', 'otherMetric'));

  it('R32 refuses a guard measurement of another metric', () =>
    withService(begun())
      .when(measure({ guardAfterId: 'wait-after' }))
      .thenRefused('R32', 'otherMetric'));

  it.each(['beforeId', 'afterId', 'guardBeforeId', 'guardAfterId'])(
    'G02 refuses a %s that does not exist',
    async (field) => {
      await withService(begun())
        .when(measure({ [field]: 'nothing' }))
        .thenRefused('G02', 'notFound');
    },
  );

  describe('around the first session of 2026-02-02', () => {
    // Without a guard, as here only the days matter.
    const planned = evaluationPlanned({ metrics: [{ service: 'kk', metric: 'waiting' }] });
    const near = (before: string, after: string) =>
      afterBatch(given(evaluation, [planned]))
        .and(serviceUnitState, 'unit-1', [
          baseline({ measurementId: 'near-before', service: 'kk', period: { from: '2025-12-01', to: before } }),
          measurement({ measurementId: 'near-after', service: 'kk', period: { from: after, to: '2026-05-31' } }),
        ])
        .as('evaluator-1')
        .when(
          MeasureProgramImpact({
            unitId: 'unit-1',
            service: 'kk',
            metric: 'waiting',
            beforeId: 'near-before',
            afterId: 'near-after',
          }),
        );

    it('R32 accepts a baseline that ends the day before and a measurement that begins the day after', () =>
      near('2026-02-01', '2026-02-03').thenState((state) =>
        expect(state).toMatchObject({ impacts: [{ improvement: 0 }] }),
      ));

    it('R32 refuses a baseline that ends on that day', () =>
      near('2026-02-02', '2026-02-03').thenRefused('R32', 'baselineTooLate'));

    it('R32 refuses a measurement that begins on that day', () =>
      near('2026-02-01', '2026-02-02').thenRefused('R32', 'afterTooEarly'));
  });

  it('R32 refuses an impact where no batch was scheduled under the evaluation', () =>
    withService(
      underStrictPolicy(given(evaluation, [evaluationPlanned()]))
        .and(programState, 'program-1', [designed])
        .and(batchState, 'batch-1', [scheduled({ evaluationId: 'other' })]),
    )
      .when(measure())
      .thenRefused('R32', 'noSession'));

  it('leaves the improvement open where the value before is 0', () => {
    const rates = evaluationPlanned({ metrics: [{ service: 'ktp-el', metric: 'error' }] });
    const rate = (measurementId: string, period: { from: string; to: string }, value: number) => {
      const { median: _median, p90: _p90, ...data } = measurement({ measurementId, period, metric: 'error' }).data;
      return { type: 'ServiceMeasurementRecorded', data: { ...data, rate: value } };
    };
    return afterBatch(given(evaluation, [rates]))
      .and('serviceUnit-unit-1', [
        rate('before', { from: '2026-01-01', to: '2026-01-31' }, 0),
        rate('after', { from: '2026-05-01', to: '2026-05-31' }, 10),
      ])
      .as('evaluator-1')
      .when(
        MeasureProgramImpact({
          unitId: 'unit-1',
          service: 'ktp-el',
          metric: 'error',
          beforeId: 'before',
          afterId: 'after',
        }),
      )
      .thenState((state) => expect(state).toMatchObject({ impacts: [{ improvement: null }] }));
  });

  it.each(TIED)('R17 refuses %s, who is tied to the programme', async (subjectId) => {
    await withService(begun())
      .and(mentorshipState, 'mentorship-1', [proposed({ programId: 'program-1' })])
      .as(subjectId)
      .when(measure())
      .thenRefused('R17', 'notIndependent');
  });

  it('R17 refuses a tied operator who types for the evaluator', () =>
    withService(begun())
      .as('speaker-1')
      .when(measure(), { onBehalfOf: 'evaluator-1' })
      .thenRefused('R17', 'notIndependent'));

  it('G02 refuses to measure one metric of one unit twice', () =>
    withService(afterBatch(given(evaluation, [evaluationPlanned(), impact()])))
      .as('evaluator-1')
      .when(measure())
      .thenRefused('G02', 'alreadyExists'));

  it('accepts the correction of an impact, which replaces it', () =>
    withService(afterBatch(given(evaluation, [evaluationPlanned(), impact({ improvement: 9999 })])))
      .as('evaluator-1')
      .when(measure(), corrects(1))
      .thenState((state) => expect(state).toMatchObject({ impacts: [{ improvement: 3333 }] })));

  it('G02 refuses to measure after the conclusion', () =>
    withService(afterBatch(given(evaluation, [evaluationPlanned(), concluded()])))
      .as('evaluator-1')
      .when(measure())
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to measure what was never planned', () =>
    withService(afterBatch(given(evaluation)))
      .when(measure())
      .thenRefused('G02', 'notFound'));

  it('G01 refuses to measure without a policy in force', () =>
    given(evaluation, [evaluationPlanned()]).when(measure()).thenRefused('G01', 'noPolicy'));
});

describe('ConcludeEvaluation', () => {
  type Concluding = Parameters<typeof ConcludeEvaluation>[0];
  type Events = NonNullable<Parameters<typeof evaluationPlanned>[0]>;
  type Measured = ReturnType<typeof ratedBy | typeof impact | typeof concluded> | typeof contested;
  const measuredBy = [ratedBy('boss-1'), impact()];
  const begun = (details: Events = {}, measured: readonly Measured[] = measuredBy) =>
    afterBatch(given(evaluation, [evaluationPlanned(details), ...measured])).as('evaluator-1');
  const conclude = (conclusion: Concluding['conclusion'] = 'effective') =>
    ConcludeEvaluation({ conclusion, strengths: ['shorter queue'], weaknesses: [], evidence: [EVIDENCE] });
  const accepted = (
    conclusion: Concluding['conclusion'],
    details: Partial<Parameters<typeof concluded>[0] & object> = {},
  ) => [concluded({ conclusion, strengths: ['shorter queue'], ...details })];

  it('concludes effective what was measured at every planned level', () =>
    begun().when(conclude()).then(accepted('effective')));

  it.each(['noSignificantChange', 'harmful', 'inconclusive'] as const)('concludes %s as well', async (conclusion) => {
    await begun().when(conclude(conclusion)).then(accepted(conclusion));
  });

  it('R35 refuses effective while nobody has completed a batch', () =>
    underStrictPolicy(given(evaluation, [evaluationPlanned(), ...measuredBy]))
      .and(programState, 'program-1', [designed, programApproved])
      .and(batchState, 'batch-1', [
        scheduled(),
        ...participant('dropout-1', 'notCompleted'),
        ...tested('dropout-1', 'pre', 'post'),
      ])
      .as('evaluator-1')
      .when(conclude())
      .thenRefused('R35', 'nobodyCompleted'));

  it('asks for at least one event as evidence', () =>
    begun()
      .when(ConcludeEvaluation({ conclusion: 'inconclusive', strengths: [], weaknesses: [], evidence: [] }))
      .thenFails('invalid-command'));

  describe('with a planned level that was not measured', () => {
    const unmeasured = () => begun({}, [ratedBy('alumnus-1'), impact()]);

    it.each(['effective', 'noSignificantChange', 'harmful'] as const)('R35 refuses %s', async (conclusion) => {
      await unmeasured().when(conclude(conclusion)).thenRefused('R35', 'levelsMissing');
    });

    it('R35 accepts inconclusive, and names the missing level: a self-rating alone is no level 3', () =>
      unmeasured()
        .when(conclude('inconclusive'))
        .then(accepted('inconclusive', { measuredLevels: [4], missingLevels: [3] })));

    it('R35 finds nothing measured where nothing was', () =>
      begun({ levels: [1, 2, 3, 4] }, [])
        .when(conclude('inconclusive'))
        .then(accepted('inconclusive', { measuredLevels: [], missingLevels: [1, 2, 3, 4] })));
  });

  describe('of learning (level 2)', () => {
    const learning = (...results: readonly ReturnType<typeof tested | typeof participant>[]) =>
      begun({ levels: [2], serviceUnits: [], metrics: [] }, []).and(batchState, 'batch-1', results.flat());
    const five = ['alumnus-1', 'dropout-1', 'a-3', 'a-4', 'a-5'];

    it('R35 finds no level where results before and after are those of two people', () =>
      learning(tested('alumnus-1', 'pre'), tested('dropout-1', 'post'))
        .when(conclude('inconclusive'))
        .then(accepted('inconclusive', { measuredLevels: [], missingLevels: [2] })));

    it('R35 refuses effective for four participants with both results where five are planned', () =>
      learning(...five.slice(2).map((id) => participant(id)), ...five.slice(1).map((id) => tested(id, 'pre', 'post')))
        .when(conclude())
        .thenRefused('R35', 'tooFewCases'));

    it('R35 refuses effective for five: a gain in a test is no effect', () =>
      learning(...five.slice(2).map((id) => participant(id)), ...five.map((id) => tested(id, 'pre', 'post')))
        .when(conclude())
        .thenRefused('R35', 'noImpact'));
  });

  describe('of behaviour (level 3)', () => {
    const behaviour = (count: number) => {
      const rated = Array.from({ length: count }, (_, index) => ratedBy('boss-1', `alumnus-${index}`));
      return begun({ levels: [3], serviceUnits: [], metrics: [] }, [...rated, ratedBy('alumnus-9', 'alumnus-9')]);
    };

    it('R35 refuses effective for four rated participants where five are planned', () =>
      behaviour(4).when(conclude()).thenRefused('R35', 'tooFewCases'));

    it('R35 refuses effective where behaviour was rated below the mean of the policy', () => {
      const low = Array.from({ length: 5 }, (_, index) =>
        ratedBy('boss-1', `alumnus-${index}`, `r-${index}`, index < 3 ? 3 : 4),
      );
      return begun({ levels: [3], serviceUnits: [], metrics: [] }, low)
        .when(conclude())
        .thenRefused('R35', 'behaviourTooLow');
    });

    it('R35 accepts effective at the mean of the policy exactly, 3.5', () => {
      const even = Array.from({ length: 6 }, (_, index) =>
        ratedBy('boss-1', `alumnus-${index}`, `r-${index}`, index < 3 ? 3 : 4),
      );
      return begun({ levels: [3], serviceUnits: [], metrics: [] }, even)
        .when(conclude())
        .then(accepted('effective', { measuredLevels: [3], missingLevels: [] }));
    });

    it('R35 accepts effective for five', () =>
      behaviour(5)
        .when(conclude())
        .then(accepted('effective', { measuredLevels: [3], missingLevels: [] })));

    it.each(['noSignificantChange', 'harmful'] as const)(
      'R35 refuses %s, as no impact was measured',
      async (conclusion) => {
        await behaviour(5).when(conclude(conclusion)).thenRefused('R35', 'noImpact');
      },
    );
  });

  describe('of impact (level 4)', () => {
    it('R35 refuses effective on one case fewer than planned', () =>
      begun({ minimumN: 151 }).when(conclude()).thenRefused('R35', 'tooFewCases'));

    it('R35 accepts effective on as many cases as planned', () =>
      begun({ minimumN: 150 }).when(conclude()).then(accepted('effective')));

    it('R35 accepts inconclusive on fewer cases than planned', () =>
      begun({ minimumN: 151 }).when(conclude('inconclusive')).then(accepted('inconclusive')));

    it('R35 refuses effective one basis point below the planned effect', () =>
      begun({ minimumEffect: 3334 }).when(conclude()).thenRefused('R35', 'effectTooSmall'));

    it('R35 accepts effective at the planned effect exactly', () =>
      begun({ minimumEffect: 3333 }).when(conclude()).then(accepted('effective')));

    it('R35 refuses effective where the improvement is not known', () =>
      begun({}, [ratedBy('boss-1'), impact({ improvement: null })])
        .when(conclude())
        .thenRefused('R35', 'effectTooSmall'));

    it('R24 refuses effective where the guard worsened', () => {
      const guard = {
        metric: 'error' as const,
        before: 250,
        after: 300,
        beforeId: 'b',
        afterId: 'a',
        worsened: true,
      };
      return begun({}, [ratedBy('boss-1'), impact({ guard })])
        .when(conclude())
        .thenRefused('R24', 'guardWorsened');
    });

    it('R35 finds no level 4 until every planned unit has an impact', () =>
      begun({ serviceUnits: ['unit-1', 'unit-2'] })
        .when(conclude())
        .thenRefused('R35', 'levelsMissing'));

    it('R35 finds no level 4 until every planned metric has an impact', () =>
      begun({ metrics: [...plan.metrics, { service: 'ktp-el', metric: 'rework' }] })
        .when(conclude())
        .thenRefused('R35', 'levelsMissing'));

    it('R35 refuses effective when one of two units stays below the effect', () =>
      begun({ serviceUnits: ['unit-1', 'unit-2'] }, [
        ratedBy('boss-1'),
        impact(),
        impact({ unitId: 'unit-2', improvement: 999 }),
      ])
        .when(conclude())
        .thenRefused('R35', 'effectTooSmall'));
  });

  it('R35 refuses a conclusion by somebody else than the evaluator', () =>
    begun().as('analyst-1').when(conclude()).thenRefused('R35', 'notEvaluator'));

  it.each(TIED)('R17 refuses the evaluator %s, who is tied to the programme by now', async (evaluatorId) => {
    await begun({ evaluatorId })
      .and(mentorshipState, 'mentorship-1', [proposed({ programId: 'program-1' })])
      .as(evaluatorId)
      .when(conclude())
      .thenRefused('R17', 'notIndependent');
  });

  it('R17 refuses a tied operator who types for the evaluator', () =>
    begun().as('organiser-1').when(conclude(), { onBehalfOf: 'evaluator-1' }).thenRefused('R17', 'notIndependent'));

  it('G02 refuses a second conclusion', () =>
    begun({}, [...measuredBy, concluded()])
      .when(conclude())
      .thenRefused('G02', 'wrongStatus'));

  it('concludes anew what was contested, and names whose objection that answers', async () => {
    const outcome = begun({}, [...measuredBy, concluded(), contested]).when(conclude('inconclusive'));
    await outcome.then(accepted('inconclusive', { answers: 'alumnus-1' }));
    await outcome.thenState((state) => expect(state).toMatchObject({ status: 'concluded', contestedBy: undefined }));
  });

  it('answers an objection once: a conclusion after that answers the next one', async () => {
    const { answerDue } = contested.data;
    const objection = { programId: 'program-1', grounds: 'method' as const, answerDue };
    const next = EvaluationContested.of({ ...objection, contestedBy: { subjectId: 'boss-1', operatorId: 'typist-1' } });
    await begun({}, [...measuredBy, concluded(), contested, concluded({ answers: 'alumnus-1' }), next])
      .when(conclude('inconclusive'))
      .then(accepted('inconclusive', { answers: 'boss-1' }));
  });

  it('G02 refuses to conclude what was never planned', () =>
    afterBatch(given(evaluation)).when(conclude()).thenRefused('G02', 'notFound'));
});

describe('ContestEvaluation', () => {
  const begun = () => underStrictPolicy(given(evaluation, [evaluationPlanned(), concluded()])).as('alumnus-1');
  const contest = ContestEvaluation({ grounds: 'data' });

  it.each([
    ['2026-06-01', 'of the conclusion', '2026-06-19'],
    ['2026-06-15', 'after fourteen days', '2026-07-03'],
  ])('R36 accepts an objection on %s, the day %s, to be answered by %s', async (date, _, answerDue) => {
    await begun()
      .when(contest, { occurredAt: noonOf(date) })
      .then([
        EvaluationContested.of({
          programId: 'program-1',
          grounds: 'data',
          answerDue,
          contestedBy: { subjectId: 'alumnus-1' },
        }),
      ]);
  });

  it.each(['2026-06-16'])('R36 refuses an objection on %s', async (date) => {
    await begun()
      .when(contest, { occurredAt: noonOf(date) })
      .thenRefused('R36', 'outsideTime');
  });

  it.each([
    ['planned', [evaluationPlanned()]],
    ['contested', [evaluationPlanned(), concluded(), contested]],
  ] as const)('G02 refuses an objection to what is %s', async (_, history) => {
    await underStrictPolicy(given(evaluation, history)).when(contest).thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses an objection to what was never planned', () =>
    underStrictPolicy(given(evaluation)).when(contest).thenRefused('G02', 'notFound'));

  it('R02 refuses an evaluator who contests his own conclusion in order to change it', () =>
    begun().as('evaluator-1').when(contest).thenRefused('R02', 'samePerson'));

  it('G01 refuses an objection without a policy in force', () =>
    given(evaluation, [evaluationPlanned(), concluded()]).when(contest).thenRefused('G01', 'noPolicy'));
});

describeLaws('an evaluation', evaluation, {
  runs: 20,
  override: (schema) => (schema === ServiceCode ? fc.constantFrom('ktp-el', 'kk') : lawData(schema)),
  actors: ['evaluator-1', 'alumnus-1', 'boss-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    PlanEvaluation: fc.constantFrom(plan, { ...plan, levels: [4] }, { ...plan, minimumEffect: 0 }),
    ConcludeEvaluation: fc.record({
      conclusion: fc.constantFrom('effective', 'noSignificantChange', 'harmful', 'inconclusive'),
      strengths: fc.constant([]),
      weaknesses: fc.constant([]),
      evidence: fc.constant([EVIDENCE]),
    }),
  },
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    await handle(store, policy, POLICY, AdoptPolicyVersion({ ...strictAdoption, version: 'strict' }), {
      actor: PPK,
      runtime,
      occurredAt: noonOf('2026-01-02'),
    });
    await remember(store, runtime, 'program-program-1', [designed, programApproved]);
  },
  invariant: (state) => {
    if (state.status === 'none' || state.conclusion === undefined) return;
    // Nothing was measured here, so nothing but inconclusive was ever concluded.
    expect(state.conclusion).toBe('inconclusive');
  },
});
