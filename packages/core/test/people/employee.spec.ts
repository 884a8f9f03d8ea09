import { handle, memoryStore } from '@pembinaan/event-sourcing';
import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { evaluationState } from '../../src/evaluate/evaluation/index.js';
import { InnovationIdeaDecided, InnovationIdeaRaised, ideaState } from '../../src/mentor/idea/index.js';
import {
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  employee,
  employeeState,
  GrantRecognition,
  PlaceEmployee,
  placementOn,
  RecognitionGranted,
  RegisterEmployee,
  SeparateEmployee,
  servesOn,
} from '../../src/people/employee/index.js';
import { LocalDate } from '../../src/values/index.js';
import { concluded, contested, evaluationPlanned } from '../evaluate/fixtures.js';
import { decreeOf, lawData } from '../governance/fixtures.js';
import { contract, numberHash, placed, placement, registered, separatedOn } from './fixtures.js';

const byClerk = { subjectId: 'subject-1' };
const day = (text: string) => LocalDate.parse(text);

describe('RegisterEmployee', () => {
  const pns = { kind: 'pns' as const, numberHash: numberHash('1') };

  it('registers a PNS', () =>
    given(employee)
      .when(RegisterEmployee(pns))
      .then([EmployeeRegistered.of({ ...pns, registeredBy: byClerk })]));

  it.each(['pppk', 'pppkPartTime'] as const)('R37 accepts a %s with a contract', async (kind) => {
    await given(employee)
      .when(RegisterEmployee({ ...pns, kind, contract }))
      .then([EmployeeRegistered.of({ ...pns, kind, contract, registeredBy: byClerk })]);
  });

  it.each(['pppk', 'pppkPartTime'] as const)('R37 refuses a %s without a contract', async (kind) => {
    await given(employee)
      .when(RegisterEmployee({ ...pns, kind }))
      .thenRefused('R37', 'contractMissing');
  });

  it('R37 refuses a PNS with a contract', () =>
    given(employee)
      .when(RegisterEmployee({ ...pns, contract }))
      .thenRefused('R37', 'contractNotExpected'));

  it('R37 refuses a number under which somebody else is registered, and says who', async () => {
    const { rejection } = await given(employee)
      .and(employeeState, 'employee-7', [registered])
      .when(RegisterEmployee(pns))
      .thenRefused('R37', 'numberTaken');
    expect(rejection.data).toEqual({ employeeId: 'employee-7' });
  });

  it('R37 refuses the number of somebody who has left', () =>
    given(employee)
      .and(employeeState, 'employee-7', [registered, separatedOn('2026-02-01')])
      .when(RegisterEmployee(pns))
      .thenRefused('R37', 'numberTaken'));

  it('R37 accepts another number beside it', () =>
    given(employee)
      .and(employeeState, 'employee-7', [registered])
      .when(RegisterEmployee({ ...pns, numberHash: numberHash('2') }))
      .then([EmployeeRegistered.of({ ...pns, numberHash: numberHash('2'), registeredBy: byClerk })]));

  it('R37 never says the number, not even its hash', async () => {
    const { rejection } = await given(employee)
      .and(employeeState, 'employee-7', [registered])
      .when(RegisterEmployee(pns))
      .thenRefused('R37');
    expect(JSON.stringify(rejection)).not.toContain(pns.numberHash);
  });

  it('G02 refuses to register a person twice', () =>
    given(employee, [registered])
      .when(RegisterEmployee({ ...pns, numberHash: numberHash('2') }))
      .thenRefused('G02', 'alreadyExists'));

  it('takes no civil-servant number for an id', () =>
    expect(() => given(employee, [], { id: '199001012015031001' })).toThrow());
});

describe('PlaceEmployee', () => {
  const begun = given(employee, [registered], { id: 'employee-1' });

  it('places a person', () =>
    begun.when(PlaceEmployee(placement)).then([EmployeePlaced.of({ ...placement, placedBy: byClerk })]));

  it('G02 refuses who is not registered', () =>
    given(employee).when(PlaceEmployee(placement)).thenRefused('G02', 'notFound'));

  it('R37 refuses a person as superior of himself', () =>
    begun.when(PlaceEmployee({ ...placement, superiorId: 'employee-1' })).thenRefused('R37', 'ownSuperior'));

  describe('under somebody who stands under the person', () => {
    const under = (superiorId: string, from = '2026-01-05') => [
      registered,
      EmployeePlaced.of({ ...placement, superiorId, from, placedBy: byClerk }),
    ];

    it('R37 refuses two people each above the other', () =>
      begun
        .and(employeeState, 'head-1', under('employee-1'))
        .when(PlaceEmployee(placement))
        .thenRefused('R37', 'circularSuperior'));

    it('R37 refuses a circle of three', async () => {
      const { rejection } = await begun
        .and(employeeState, 'head-1', under('chief-1'))
        .and(employeeState, 'chief-1', under('employee-1'))
        .when(PlaceEmployee(placement))
        .thenRefused('R37', 'circularSuperior');
      expect(rejection.data).toEqual({ employeeId: 'employee-1', superiorId: 'head-1', on: '2026-01-05' });
    });

    it('R37 accepts when the other stood under the person until the day before', () =>
      begun
        .and(employeeState, 'head-1', under('employee-1', '2025-01-01'))
        .and(employeeState, 'head-1', under('chief-1').slice(1))
        .when(PlaceEmployee(placement))
        .then([EmployeePlaced.of({ ...placement, placedBy: byClerk })]));

    it('R37 accepts when the other comes under the person a day later', () =>
      begun
        .and(employeeState, 'head-1', under('employee-1', '2026-01-06'))
        .when(PlaceEmployee(placement))
        .then([EmployeePlaced.of({ ...placement, placedBy: byClerk })]));

    it('comes to an end where others stand in a circle', () =>
      begun
        .and(employeeState, 'head-1', under('chief-1'))
        .and(employeeState, 'chief-1', under('head-1'))
        .when(PlaceEmployee(placement))
        .then([EmployeePlaced.of({ ...placement, placedBy: byClerk })]));
  });

  it('R37 accepts a position without a superior', () => {
    const { superiorId: _, ...top } = placement;
    return begun.when(PlaceEmployee(top)).then([EmployeePlaced.of({ ...top, placedBy: byClerk })]);
  });

  it('R37 refuses a placement from the day on which the person no longer serves', () =>
    given(employee, [registered, separatedOn('2026-01-05')])
      .when(PlaceEmployee(placement))
      .thenRefused('R37', 'notServing'));

  it('R37 accepts a placement from the last day of service', () =>
    given(employee, [registered, separatedOn('2026-01-06')])
      .when(PlaceEmployee(placement))
      .then([EmployeePlaced.of({ ...placement, placedBy: byClerk })]));

  it('R05 refuses a placement from the day before its decree', () =>
    begun.when(PlaceEmployee({ ...placement, from: '2026-01-01' })).thenRefused('R05', 'beforeDecree'));

  it('R05 accepts a placement from the day of its decree', () =>
    begun
      .when(PlaceEmployee({ ...placement, from: '2026-01-02' }))
      .then([EmployeePlaced.of({ ...placement, from: '2026-01-02', placedBy: byClerk })]));

  it('R05 accepts a placement that is retroactive and says why', () => {
    const late = { ...placement, from: '2026-01-01', retroactive: { reason: 'inaugurated on 1 January' } };
    return begun.when(PlaceEmployee(late)).then([EmployeePlaced.of({ ...late, placedBy: byClerk })]);
  });

  it('R05 refuses a decree that is not yet signed', () =>
    begun
      .when(PlaceEmployee({ ...placement, from: '2026-07-01', decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));
});

describe('SeparateEmployee', () => {
  const leaving = { kind: 'retired' as const, on: '2026-06-01' };

  it('lets a person leave', () =>
    given(employee, [registered])
      .when(SeparateEmployee(leaving))
      .then([EmployeeSeparated.of({ ...leaving, recordedBy: byClerk })]));

  it('G02 refuses who is not registered', () =>
    given(employee).when(SeparateEmployee(leaving)).thenRefused('G02', 'notFound'));

  it('G02 refuses to let a person leave twice', () =>
    given(employee, [registered, separatedOn('2026-05-01')])
      .when(SeparateEmployee(leaving))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 accepts another day as a correction', () =>
    given(employee, [registered, separatedOn('2026-05-01')], { id: 'employee-1' })
      .when(SeparateEmployee(leaving), {
        corrects: { eventId: historyEventId('employee-employee-1', 1), reason: 'typing error in the day' },
      })
      .thenState((state) => expect(servesOn(state, day('2026-05-31'))).toBe(true)));
});

describe('GrantRecognition', () => {
  type Grant = Parameters<typeof GrantRecognition>[0];
  const recognition: Grant = {
    recognitionId: 'recognition-1',
    kind: 'award',
    basis: { kind: 'document', ref: 'SK-17/2026' },
    careerLink: 'ipAsn',
    shownAsRoleModel: false,
  };
  const grant = (details: Partial<Grant> = {}) => GrantRecognition({ ...recognition, ...details });
  const granted = (details: Partial<Grant> = {}) =>
    RecognitionGranted.of({ ...recognition, ...details, grantedBy: byClerk });
  const begun = (...history: ReturnType<typeof granted>[]) =>
    given(employee, [registered, ...history], { id: 'employee-1' });

  it('recognises a person for what a document tells', () => begun().when(grant()).then([granted()]));

  it('R02 refuses the recognition of oneself', () =>
    begun().as('employee-1').when(grant()).thenRefused('R02', 'samePerson'));

  it('R02 refuses the recognition that somebody types for the person', () =>
    begun().as('clerk-1').when(grant(), { onBehalfOf: 'employee-1' }).thenRefused('R02', 'samePerson'));

  it('R04 refuses the recognition that the person types for somebody else', () =>
    begun().as('employee-1').when(grant(), { onBehalfOf: 'regent-1' }).thenRefused('R04', 'throughOperator'));

  describe('for an evaluation', () => {
    const basis = { kind: 'evaluation' as const, evaluationId: 'evaluation-1' };

    it('G02 accepts one that is concluded', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded()])
        .when(grant({ basis }))
        .then([granted({ basis })]));

    it.each([
      ['not concluded', [evaluationPlanned()]],
      ['contested', [evaluationPlanned(), concluded(), contested]],
    ] as const)('G02 refuses one that is %s', async (_, history) => {
      await begun()
        .and(evaluationState, 'evaluation-1', history)
        .when(grant({ basis }))
        .thenRefused('G02', 'wrongStatus');
    });

    it('G02 refuses one that does not exist', () => begun().when(grant({ basis })).thenRefused('G02', 'notFound'));
  });

  describe('for an idea', () => {
    const basis = { kind: 'idea' as const, ideaId: 'idea-1' };
    const raised = InnovationIdeaRaised.of({ raisedBy: { subjectId: 'employee-1' }, topicCodes: ['waktu-tunggu'] });
    const decided = (decision: 'adopt' | 'trial' | 'decline') =>
      InnovationIdeaDecided.of({ decision, decidedBy: { subjectId: 'head-1' } });

    it.each(['adopt', 'trial'] as const)('G02 accepts one after the decision %s', async (decision) => {
      await begun()
        .and(ideaState, 'idea-1', [raised, decided(decision)])
        .when(grant({ basis }))
        .then([granted({ basis })]);
    });

    it.each([
      ['not decided', [raised]],
      ['declined', [raised, decided('decline')]],
    ] as const)('G02 refuses one that is %s', async (_, history) => {
      await begun().and(ideaState, 'idea-1', history).when(grant({ basis })).thenRefused('G02', 'wrongStatus');
    });

    it('G02 refuses one that does not exist', () => begun().when(grant({ basis })).thenRefused('G02', 'notFound'));
  });

  it('G02 refuses a second recognition under one id', () =>
    begun(granted())
      .when(grant({ kind: 'letter' }))
      .thenRefused('G02', 'alreadyExists'));

  it('accepts another recognition', () =>
    begun(granted())
      .when(grant({ recognitionId: 'recognition-2' }))
      .then([granted({ recognitionId: 'recognition-2' })]));

  it('G02 refuses the recognition of who is not registered', () =>
    given(employee).when(grant()).thenRefused('G02', 'notFound'));
});

describe('where a person serves', () => {
  const moved = EmployeePlaced.of({ ...placement, unitId: 'unit-health', from: '2026-04-01', placedBy: byClerk });
  const known = [registered, placed, moved, separatedOn('2026-09-01')].reduce(
    (state, event) => employeeState.evolve(state, event),
    employeeState.initialState(),
  );
  const unitOn = (date: string) => placementOn(known, day(date))?.unitId;

  it('is nowhere before the first placement', () => expect(unitOn('2026-01-04')).toBeUndefined());
  it('is the first unit from its first day on', () => expect(unitOn('2026-01-05')).toBe('unit-registry'));
  it('is the first unit up to the day before the move', () => expect(unitOn('2026-03-31')).toBe('unit-registry'));
  it('is the second unit from the day of the move on', () => expect(unitOn('2026-04-01')).toBe('unit-health'));
  it('serves up to the day before the separation', () => expect(servesOn(known, day('2026-08-31'))).toBe(true));
  it('no longer serves on the day of the separation', () => expect(servesOn(known, day('2026-09-01'))).toBe(false));
});

describeLaws('an employee', employee, { override: lawData, runs: 30 });

describe('R37 under a race', () => {
  it('of twenty registrations of one number at once, one is accepted', async () => {
    const store = memoryStore();
    const context = { actor: { subjectId: 'clerk-1', roles: [] } };
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        handle(
          store,
          employee,
          `racer-${index}`,
          RegisterEmployee({ kind: 'pns', numberHash: numberHash('1') }),
          context,
        ),
      ),
    );
    expect(results.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(results.flatMap((result) => (result.accepted ? [] : [result.rejection.rule]))).toEqual(
      Array(19).fill('R37'),
    );
  });
});
