import { type EventStore, handle, type Runtime } from '@pembinaan/event-sourcing';
import { at, describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indonesia2026, POLICY, PolicyVersionAdopted, policyState } from '../../src/governance/policy/index.js';
import {
  EmployeePlaced,
  employee,
  employeeState,
  PlaceEmployee,
  RegisterEmployee,
} from '../../src/people/employee/index.js';
import {
  AssessCompetency,
  CompetencyAssessed,
  CompetencyGapValidated,
  competencyProfile,
  PerformancePredicateRecorded,
  RecordPerformancePredicate,
  ratedPeriodKey,
  ValidateCompetencyGap,
} from '../../src/plan/competency-profile/index.js';
import {
  CompetencyStandardEstablished,
  competencyStandard,
  competencyStandardState,
  EstablishCompetencyStandard,
} from '../../src/plan/competency-standard/index.js';
import { BatchScheduled, ResourcePersonAssigned } from '../../src/train/batch/events.js';
import { batchState } from '../../src/train/batch/state.js';
import { Expectation, PerformancePredicate, predicateOf } from '../../src/values/index.js';
import {
  adoption,
  done,
  foundAgency,
  lawData,
  noonOf,
  PPK,
  policyAdopted,
  TODAY,
  underPolicy,
} from '../governance/fixtures.js';
import { placed, placement, registered, separatedOn } from '../people/fixtures.js';
import { by, standard, standardEstablished } from './fixtures.js';

const EMPLOYEE = { id: 'employee-1' };

describe('AssessCompetency', () => {
  const test = { assessmentId: 'a-1', competency: 'M05', level: 2, method: 'test' as const, evidence: [] };
  const begun = underPolicy(given(competencyProfile, [], EMPLOYEE)).and(employeeState, 'employee-1', [registered]);
  const assessor = begun.as('assessor-1');
  const assessed = (details: object = {}, maker: { subjectId: string; operatorId?: string } = by('assessor-1')) =>
    CompetencyAssessed.of({ ...test, assessedOn: TODAY, ...details, assessedBy: maker });

  it('assesses a person by somebody else, on the day of the command', () =>
    assessor
      .when(AssessCompetency(test), { occurredAt: noonOf('2026-05-04') })
      .then([assessed({ assessedOn: '2026-05-04' })]));

  it('G02 refuses to assess who is not registered', () =>
    underPolicy(given(competencyProfile, [], EMPLOYEE))
      .when(AssessCompetency(test))
      .thenRefused('G02', 'notFound'));

  it('G01 refuses before there is a policy, whose catalogue is needed', () =>
    given(competencyProfile, [], EMPLOYEE)
      .and(employeeState, 'employee-1', [registered])
      .when(AssessCompetency(test))
      .thenRefused('G01', 'noPolicy'));

  it.each([0, 6])('R06 refuses the level %i', async (level) => {
    await assessor.when(AssessCompetency({ ...test, level })).thenRefused('R06', 'levelOutOfRange');
  });

  it.each([1, 5])('R06 accepts the level %i', async (level) => {
    await assessor.when(AssessCompetency({ ...test, level })).then([assessed({ level })]);
  });

  it('R06 refuses a competency that is not in the catalogue', () =>
    assessor.when(AssessCompetency({ ...test, competency: 'T-PAJAK' })).thenRefused('R06', 'notInCatalogue'));

  it.each(['assessmentCentre', 'test', 'superior', 'training'] as const)(
    'R07 refuses an assessment of oneself by the method %s',
    async (method) => {
      await begun
        .as('employee-1')
        .when(AssessCompetency({ ...test, method }))
        .thenRefused('R07', 'ownAssessor');
    },
  );

  it('R07 refuses an assessment that the assessed person types for the assessor', () =>
    begun
      .as('employee-1')
      .when(AssessCompetency(test), { onBehalfOf: 'assessor-1' })
      .thenRefused('R07', 'ownAssessor'));

  it('R07 accepts the method self by the person', () =>
    begun
      .as('employee-1')
      .when(AssessCompetency({ ...test, method: 'self' }))
      .then([assessed({ method: 'self' }, by('employee-1'))]));

  it('R07 accepts the method self that an operator types for the person', () =>
    begun
      .as('operator-1')
      .when(AssessCompetency({ ...test, method: 'self' }), { onBehalfOf: 'employee-1' })
      .then([assessed({ method: 'self' }, { subjectId: 'employee-1', operatorId: 'operator-1' })]));

  it('R07 refuses the method self by somebody else', () =>
    assessor.when(AssessCompetency({ ...test, method: 'self' })).thenRefused('R07', 'selfByAnother'));

  describe('with a batch as evidence', () => {
    const fromCourse = {
      ...test,
      method: 'training' as const,
      evidence: [
        { kind: 'document' as const, ref: 'LHP-9' },
        { kind: 'batch' as const, batchId: 'batch-1' },
      ],
    };
    const scheduled = BatchScheduled.of({
      programId: 'program-1',
      form: 'KL03',
      jp: 2000,
      passMark: 7000,
      maxAttempts: 3,
      period: { from: '2026-03-02', to: '2026-03-04' },
      sessions: [{ sessionId: 's-1', date: '2026-03-02', minutes: 360 }],
      capacity: 30,
      venue: 'Training hall',
      evaluationId: 'evaluation-1',
      scheduledBy: by('organiser-1'),
    });
    const teacher = ResourcePersonAssigned.of({
      programId: 'program-1',
      subjectId: 'teacher-1',
      origin: 'university',
      sessionIds: ['s-1'],
      assignedBy: by('organiser-1'),
    });
    const afterCourse = begun.and(batchState, 'batch-1', [scheduled, teacher]);

    it('R07 refuses the resource person of the batch', () =>
      afterCourse.as('teacher-1').when(AssessCompetency(fromCourse)).thenRefused('R07', 'trainerAssesses'));

    it('R07 refuses the resource person as operator', () =>
      afterCourse
        .as('teacher-1')
        .when(AssessCompetency(fromCourse), { onBehalfOf: 'assessor-1' })
        .thenRefused('R07', 'trainerAssesses'));

    it('R07 accepts somebody who did not teach in it', () =>
      afterCourse
        .as('assessor-1')
        .when(AssessCompetency(fromCourse))
        .then([assessed({ method: 'training', evidence: fromCourse.evidence })]));

    it('R07 accepts the resource person where the batch is not given as evidence', () =>
      afterCourse
        .as('teacher-1')
        .when(AssessCompetency(test))
        .then([assessed({}, by('teacher-1'))]));

    it('G02 refuses a batch that does not exist', () =>
      assessor.when(AssessCompetency(fromCourse)).thenRefused('G02', 'notFound'));
  });

  describe('a second time under the same id', () => {
    const again = underPolicy(given(competencyProfile, [assessed()], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered])
      .as('assessor-1');

    it('G02 refuses it', () => again.when(AssessCompetency({ ...test, level: 3 })).thenRefused('G02', 'alreadyExists'));

    it('G02 accepts it as a correction, which replaces the first', () =>
      again
        .when(AssessCompetency({ ...test, level: 3 }), {
          corrects: { eventId: historyEventId('competencyProfile-employee-1', 0), reason: 'wrong sheet' },
        })
        .thenState(({ assessments }) => expect(assessments).toMatchObject([{ assessmentId: 'a-1', level: 3 }])));
  });
});

describe('ValidateCompetencyGap', () => {
  const gap = { gapId: 'gap-1', competency: 'M05', priority: 'high' as const };
  const assessment = (level: number, details: object = {}) =>
    CompetencyAssessed.of({
      assessmentId: `a-${level}`,
      competency: 'M05',
      level,
      method: 'superior',
      assessedOn: '2026-04-01',
      evidence: [],
      assessedBy: by('head-1'),
      ...details,
    });
  const validated = (details: object) =>
    CompetencyGapValidated.of({
      ...gap,
      required: 3,
      actual: 2,
      standardId: 'standard-desk',
      standardVersion: 1,
      validatedBy: by('validator-1'),
      ...details,
    });
  const profile = (...events: ReturnType<typeof assessment>[]) =>
    underPolicy(given(competencyProfile, events, EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed])
      .and(competencyStandardState, 'standard-desk', [standardEstablished])
      .as('validator-1');

  it('computes what is required and what was reached', () =>
    profile(assessment(2))
      .when(ValidateCompetencyGap(gap))
      .then([validated({})]));

  it('takes the latest assessment of the day', () =>
    profile(assessment(1, { assessedOn: '2026-05-01' }), assessment(2))
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 1 })]));

  it('leaves an assessment out that came later', () =>
    profile(assessment(2), assessment(1, { assessedOn: '2026-06-02' }))
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 2 })]));

  it('takes an assessment on the last day on which it is valid', () =>
    profile(assessment(2, { validUntil: TODAY }))
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 2 })]));

  it('leaves an assessment out that has expired: the level is then 0', () =>
    profile(assessment(2, { validUntil: '2026-05-31' }))
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 0 })]));

  it('takes the level of who was never assessed as 0', () =>
    profile()
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 0 })]));

  it('takes the version of the standard that applies on the day', async () => {
    const second = CompetencyStandardEstablished.of({
      ...standard,
      items: [{ competency: 'M05', requiredLevel: 5 }],
      effectiveFrom: '2026-06-01',
      version: 2,
      establishedBy: by('ppk-1'),
    });
    const begun = underPolicy(given(competencyProfile, [assessment(2)], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed])
      .and(competencyStandardState, 'standard-desk', [standardEstablished, second])
      .as('validator-1');
    await begun
      .when(ValidateCompetencyGap(gap), { occurredAt: noonOf('2026-05-31') })
      .then([validated({ required: 3, standardVersion: 1 })]);
    await begun
      .when(ValidateCompetencyGap(gap), { occurredAt: noonOf('2026-06-01') })
      .then([validated({ required: 5, standardVersion: 2 })]);
  });

  it('takes the standard of the position that the person holds on the day', () => {
    const moved = EmployeePlaced.of({
      ...placement,
      standardId: 'standard-health',
      from: '2026-05-01',
      placedBy: by('clerk-1'),
    });
    const ofHealth = CompetencyStandardEstablished.of({
      ...standard,
      items: [{ competency: 'M05', requiredLevel: 4 }],
      version: 1,
      establishedBy: by('ppk-1'),
    });
    return underPolicy(given(competencyProfile, [assessment(2)], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed, moved])
      .and(competencyStandardState, 'standard-desk', [standardEstablished])
      .and(competencyStandardState, 'standard-health', [ofHealth])
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .then([validated({ required: 4, standardId: 'standard-health' })]);
  });

  it('notes the streams that it relied on', async () => {
    const { events } = await profile(assessment(2))
      .when(ValidateCompetencyGap(gap))
      .then([validated({})]);
    expect(events[0]?.metadata.facts.map(({ stream }) => stream)).toEqual([
      'policy-agency',
      'employee-employee-1',
      'competencyStandard-standard-desk',
    ]);
  });

  it('R06 refuses where only the person assessed himself', () =>
    profile(assessment(2, { method: 'self', assessedBy: by('employee-1') }))
      .when(ValidateCompetencyGap(gap))
      .thenRefused('R06', 'selfAssessmentAlone'));

  it('R06 does not let a higher self-assessment close the gap', () =>
    profile(assessment(2), assessment(5, { method: 'self', assessedOn: '2026-05-01', assessedBy: by('employee-1') }))
      .when(ValidateCompetencyGap(gap))
      .then([validated({ actual: 2 })]));

  it.each([3, 4])('R06 refuses where level %i was reached and level 3 is required', async (level) => {
    await profile(assessment(level)).when(ValidateCompetencyGap(gap)).thenRefused('R06', 'noGap');
  });

  it('R06 refuses a competency that the standard does not require', () =>
    profile()
      .when(ValidateCompetencyGap({ ...gap, competency: 'M07' }))
      .thenRefused('R06', 'notRequired'));

  it('R06 refuses where the person holds no position on the day', () =>
    profile()
      .when(ValidateCompetencyGap(gap), { occurredAt: noonOf('2026-01-04') })
      .thenRefused('R06', 'noStandard'));

  it('R06 refuses where the position has no standard on the day', () =>
    underPolicy(given(competencyProfile, [], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed])
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .thenRefused('R06', 'noStandard'));

  it('R02 refuses the person whose gap it is', () =>
    profile(assessment(2)).as('employee-1').when(ValidateCompetencyGap(gap)).thenRefused('R02', 'samePerson'));

  it('R02 refuses the person also where there was no assessment', () =>
    profile().as('employee-1').when(ValidateCompetencyGap(gap)).thenRefused('R02', 'samePerson'));

  it('R02 refuses the assessor', () =>
    profile(assessment(2)).as('head-1').when(ValidateCompetencyGap(gap)).thenRefused('R02', 'samePerson'));

  it('R02 accepts the assessor of an assessment that no longer counts', () =>
    profile(assessment(1, { assessedOn: '2026-03-01', assessedBy: by('former-head') }), assessment(2))
      .as('former-head')
      .when(ValidateCompetencyGap(gap))
      .then([validated({ validatedBy: by('former-head') })]));

  it('R04 refuses the person as operator of the validator', () =>
    profile(assessment(2))
      .as('employee-1')
      .when(ValidateCompetencyGap(gap), { onBehalfOf: 'validator-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R04 refuses the operator who typed the assessment', () =>
    profile(assessment(2, { assessedBy: { subjectId: 'head-1', operatorId: 'operator-1' } }))
      .as('operator-1')
      .when(ValidateCompetencyGap(gap))
      .thenRefused('R04', 'throughOperator'));

  it('R37 refuses from the day on which the person no longer serves', () =>
    underPolicy(given(competencyProfile, [assessment(2)], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed, separatedOn(TODAY)])
      .and(competencyStandardState, 'standard-desk', [standardEstablished])
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .thenRefused('R37', 'notServing'));

  it('R37 accepts on the last day of service', () =>
    underPolicy(given(competencyProfile, [assessment(2)], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed, separatedOn('2026-06-02')])
      .and(competencyStandardState, 'standard-desk', [standardEstablished])
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .then([validated({})]));

  it('G02 refuses who is not registered', () =>
    underPolicy(given(competencyProfile, [], EMPLOYEE))
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses to validate a gap twice', () =>
    underPolicy(given(competencyProfile, [assessment(2), at(noonOf('2026-05-01'), validated({}))], EMPLOYEE))
      .and(employeeState, 'employee-1', [registered, placed])
      .and(competencyStandardState, 'standard-desk', [standardEstablished])
      .as('validator-1')
      .when(ValidateCompetencyGap(gap))
      .thenRefused('G02', 'alreadyExists'));
});

describe('RecordPerformancePredicate', () => {
  const rated = {
    period: { year: 2025 },
    results: 'meets' as const,
    behaviour: 'above' as const,
    source: 'eKinerja' as const,
  };
  const recorded = (details: object = {}, maker: { subjectId: string; operatorId?: string } = by('clerk-1')) =>
    PerformancePredicateRecorded.of({ ...rated, predicate: 'baik', ...details, recordedBy: maker });
  const begun = (...events: ReturnType<typeof recorded>[]) =>
    underPolicy(given(competencyProfile, events, EMPLOYEE))
      .and(employeeState, 'employee-1', [registered])
      .as('clerk-1');

  it('R34 computes the predicate where none is given', () =>
    begun().when(RecordPerformancePredicate(rated)).then([recorded()]));

  it('R34 accepts the predicate of the source where it equals the matrix', () =>
    begun()
      .when(RecordPerformancePredicate({ ...rated, predicate: 'baik' }))
      .then([recorded()]));

  it.each(['sangatBaik', 'butuhPerbaikan', 'kurang', 'sangatKurang'] as const)(
    'R34 refuses the predicate %s for good work, and says which it is',
    async (predicate) => {
      const { rejection } = await begun()
        .when(RecordPerformancePredicate({ ...rated, predicate }))
        .thenRefused('R34', 'predicateDiffers');
      expect(rejection.data).toMatchObject({ given: predicate, computed: 'baik' });
      expect(rejection.message.en).toContain("make 'good' (baik)");
      expect(rejection.message.id).toContain('menghasilkan predikat Baik (baik)');
    },
  );

  it('R34 goes by the matrix of the policy on the day of the command', () => {
    const strict = {
      ...adoption.figures['performance.matrix'].value,
      meets: { above: 'sangatBaik', meets: 'baik', below: 'kurang' },
    } as const;
    const figures = {
      ...adoption.figures,
      'performance.matrix': { value: strict, basis: 'Perwali 9/2026', certainty: 'agency' as const },
    };
    const second = PolicyVersionAdopted.of({
      ...adoption,
      version: 'perwali-9-2026',
      effectiveFrom: '2026-05-01',
      figures,
      adoptedBy: by('ppk-1'),
    });
    const start = given(competencyProfile, [], EMPLOYEE)
      .and(policyState, POLICY, [policyAdopted, second])
      .and(employeeState, 'employee-1', [registered])
      .as('clerk-1');
    const on = (date: string) => start.when(RecordPerformancePredicate(rated), { occurredAt: noonOf(date) });
    return Promise.all([
      on('2026-04-30').then([recorded({ predicate: 'baik' })]),
      on('2026-05-01').then([recorded({ predicate: 'sangatBaik' })]),
    ]);
  });

  it('R02 refuses the person whose performance it is', () =>
    begun().as('employee-1').when(RecordPerformancePredicate(rated)).thenRefused('R02', 'samePerson'));

  it('R04 refuses the person as operator of another', () =>
    begun()
      .as('employee-1')
      .when(RecordPerformancePredicate(rated), { onBehalfOf: 'clerk-1' })
      .thenRefused('R04', 'throughOperator'));

  it('G02 refuses a second predicate for one year', () =>
    begun(recorded())
      .when(RecordPerformancePredicate({ ...rated, results: 'above' }))
      .thenRefused('G02', 'alreadyExists'));

  it('G02 refuses a second predicate for one quarter', () => {
    const period = { year: 2025, quarter: 2 };
    return begun(recorded({ period }))
      .when(RecordPerformancePredicate({ ...rated, period }))
      .thenRefused('G02', 'alreadyExists');
  });

  it('G02 accepts a year beside its quarters, and one quarter beside another', () =>
    begun(recorded(), recorded({ period: { year: 2025, quarter: 1 } }))
      .when(RecordPerformancePredicate({ ...rated, period: { year: 2025, quarter: 2 } }))
      .thenState(({ predicates }) => expect(predicates).toHaveLength(3)));

  it('accepts a correction, which replaces the predicate of the same period alone', () =>
    begun(recorded({ period: { year: 2024 } }), recorded())
      .when(RecordPerformancePredicate({ ...rated, results: 'below' }), {
        corrects: { eventId: historyEventId('competencyProfile-employee-1', 1), reason: 'wrong row' },
      })
      .thenState(({ predicates }) =>
        expect(predicates.map(({ period, predicate }) => [period.year, predicate])).toEqual([
          [2024, 'baik'],
          [2025, 'butuhPerbaikan'],
        ]),
      ));

  it('takes no fifth quarter', () =>
    begun()
      .when(RecordPerformancePredicate({ ...rated, period: { year: 2025, quarter: 5 } }))
      .thenFails('invalid-command'));

  it('G02 refuses who is not registered', () =>
    underPolicy(given(competencyProfile, [], EMPLOYEE))
      .when(RecordPerformancePredicate(rated))
      .thenRefused('G02', 'notFound'));

  it('G01 refuses before there is a policy, whose matrix is needed', () =>
    given(competencyProfile, [], EMPLOYEE)
      .and(employeeState, 'employee-1', [registered])
      .when(RecordPerformancePredicate(rated))
      .thenRefused('G01', 'noPolicy'));
});

/** The person of the laws: registered, placed at the desk, with the standard of the desk established. */
async function beginLife(store: EventStore, runtime: Runtime): Promise<void> {
  const context = { actor: PPK, runtime, occurredAt: noonOf('2026-01-05') };
  const { numberHash } = registered.data;
  done(await handle(store, employee, 'law-1', RegisterEmployee({ kind: 'pns', numberHash }), context));
  done(await handle(store, employee, 'law-1', PlaceEmployee(placement), context));
  done(await handle(store, competencyStandard, 'standard-desk', EstablishCompetencyStandard(standard), context));
}

const codes = fc.constantFrom('M03', 'M05');
describeLaws('a competency profile', competencyProfile, {
  override: lawData,
  actors: [
    { subjectId: 'law-1', roles: [] },
    { subjectId: 'assessor-1', roles: [] },
    { subjectId: 'validator-1', roles: [] },
  ],
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    await beginLife(store, runtime);
  },
  commands: {
    AssessCompetency: fc.record({
      assessmentId: fc.constantFrom('a-1', 'a-2', 'a-3'),
      competency: codes,
      level: fc.integer({ min: 0, max: 6 }),
      method: fc.constantFrom('test', 'self'),
      evidence: fc.constant([]),
    }),
    ValidateCompetencyGap: fc.record({
      gapId: fc.constantFrom('g-1', 'g-2'),
      competency: codes,
      priority: fc.constant('high'),
    }),
    RecordPerformancePredicate: fc.record(
      {
        period: fc.constantFrom({ year: 2025 }, { year: 2025, quarter: 4 }),
        results: fc.constantFrom(...Expectation.options),
        behaviour: fc.constantFrom(...Expectation.options),
        predicate: fc.constantFrom(...PerformancePredicate.options),
        source: fc.constant('sheet'),
      },
      { requiredKeys: ['period', 'results', 'behaviour', 'source'] },
    ),
  },
  invariant: ({ assessments, gaps, predicates }) => {
    const matrix = indonesia2026.figures['performance.matrix'].value;
    expect(new Set(predicates.map(({ period }) => ratedPeriodKey(period))).size).toBe(predicates.length);
    for (const { results, behaviour, predicate } of predicates) {
      expect(predicate).toBe(predicateOf(results, behaviour, matrix));
    }
    expect(new Set(assessments.map(({ assessmentId }) => assessmentId)).size).toBe(assessments.length);
    expect(new Set(gaps).size).toBe(gaps.length);
    for (const { method, assessedBy } of assessments) expect(assessedBy.subjectId === 'law-1').toBe(method === 'self');
    for (const { level } of assessments) expect([1, 2, 3, 4, 5]).toContain(level);
  },
  runs: 20,
  maxCommands: 8,
});
