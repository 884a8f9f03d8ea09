import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { partnerState } from '../../src/partners/partner/state.js';
import { employeeState } from '../../src/people/employee/state.js';
import { batchState } from '../../src/train/batch/index.js';
import { programState } from '../../src/train/program/state.js';
import {
  AssignWorkplaceLearning,
  CompleteWorkplaceLearning,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
  workplaceLearning,
  workplaceLearningState,
} from '../../src/train/workplace-learning/index.js';
import { HASH, lawData, policyAdopted, underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  agreement,
  approved,
  assignedTo,
  batchCancelled,
  confirmed,
  designed,
  figures,
  internship,
  leaves,
  nominated,
  outcome,
  placedIn,
  pns,
  pppk,
  pppkWithoutContract,
  scheduled,
  set,
  tell,
  workplaceCompleted,
  workplaceStopped,
} from './fixtures.js';

const employeeId = 'employee-1';
const unitHost = { kind: 'unit' as const, unitId: 'unit-permits' };

describe('AssignWorkplaceLearning', () => {
  /** In a unit of the agency, so that no partner decides. */
  const inside = { ...internship, host: unitHost };
  type Wish = Partial<Parameters<typeof AssignWorkplaceLearning>[0]>;
  const assign = (details: Wish = {}) => AssignWorkplaceLearning({ ...inside, ...details });
  const event = (details: Partial<Parameters<typeof WorkplaceLearningAssigned.of>[0]> = {}) =>
    WorkplaceLearningAssigned.of({
      ...inside,
      jp: 2000,
      aboveCeiling: false,
      assignedBy: { subjectId: 'head-1' },
      ...details,
    });
  const office = underPolicy(given(workplaceLearning)).as('head-1');
  const ready = office.and(employeeState, employeeId, [pns]);

  it('assigns an internship with the unit of the placement on the first day', () =>
    office
      .and(employeeState, employeeId, [
        pns,
        placedIn('unit-before'),
        placedIn('unit-now', '2026-04-01'),
        placedIn('unit-later', '2026-04-02'),
      ])
      .when(assign())
      .then([event({ unitId: 'unit-now' })]));

  it('G01 refuses it where no policy is in force', () =>
    given(workplaceLearning)
      .and(employeeState, employeeId, [pns])
      .as('head-1')
      .when(assign())
      .thenRefused('G01', 'noPolicy'));

  it('G02 refuses to assign it twice', () =>
    underPolicy(given(workplaceLearning, [assignedTo()]))
      .and(employeeState, employeeId, [pns])
      .as('head-1')
      .when(assign())
      .thenRefused('G02', 'alreadyExists'));

  it('G02 refuses somebody who is not registered', () => office.when(assign()).thenRefused('G02', 'notFound'));

  it('R02 refuses that people assign themselves', () =>
    ready.as(employeeId).when(assign()).thenRefused('R02', 'samePerson'));

  it('R04 refuses that people type their own assignment', () =>
    ready.as(employeeId).when(assign(), { onBehalfOf: 'head-1' }).thenRefused('R04', 'throughOperator'));

  it('R27 refuses that people are their own host mentors', () =>
    ready.when(assign({ hostMentorId: employeeId })).thenRefused('R27', 'samePerson'));

  describe('and the programme', () => {
    const ofProgram = assign({ programId: 'program-1' });

    it('G02 refuses one that there is not', () => ready.when(ofProgram).thenRefused('G02', 'notFound'));

    it('G02 refuses one that is not approved, and accepts it once it is', async () => {
      await ready.and(programState, 'program-1', [designed()]).when(ofProgram).thenRefused('G02', 'wrongStatus');
      await ready
        .and(programState, 'program-1', [designed(), approved])
        .when(ofProgram)
        .then([event({ programId: 'program-1' })]);
    });
  });

  describe('R16', () => {
    const { host } = internship;
    const withPartner = assign({ host });

    it('refuses a host without an agreement', () => ready.when(withPartner).thenRefused('R16', 'noAgreement'));

    it('refuses a host with an MoU alone', () =>
      ready
        .and(partnerState, 'partner-1', [agreement('mou', '2026-01-01', '2026-12-31')])
        .when(withPartner)
        .thenRefused('R16', 'mouOnly'));

    it.each([
      ['begins on the second day', '2026-04-02', '2026-12-31'],
      ['ends on the last day but one', '2026-01-01', '2026-04-29'],
    ])('refuses a PKS that %s', async (_name, from, to) => {
      await ready
        .and(partnerState, 'partner-1', [agreement('pks', from, to)])
        .when(withPartner)
        .thenRefused('R16', 'notWholePeriod');
    });

    it('accepts a PKS that lasts exactly as long', () =>
      ready
        .and(partnerState, 'partner-1', [agreement('pks', '2026-04-01', '2026-04-30')])
        .when(withPartner)
        .then([event({ host })]));
  });

  describe('R18 and the days', () => {
    it('refuses somebody who leaves on the last day, and accepts one who leaves on the day after', async () => {
      await office
        .and(employeeState, employeeId, [pns, leaves('2026-04-30')])
        .when(assign())
        .thenRefused('R18', 'notServing');
      await office
        .and(employeeState, employeeId, [pns, leaves('2026-05-01')])
        .when(assign())
        .then([event()]);
    });

    const elsewhere = (from: string, to: string) => [
      scheduled({ period: { from, to }, sessions: [{ sessionId: 's1', date: from, minutes: 90 }] }),
      nominated(employeeId, { period: { from, to } }),
      confirmed(employeeId, { period: { from, to } }),
    ];

    it.each([
      ['ends on the first day', '2026-03-20', '2026-04-01'],
      ['begins on the last day', '2026-04-30', '2026-05-05'],
    ])('refuses somebody who is confirmed in a batch that %s', async (_name, from, to) => {
      const { rejection } = await ready
        .and(batchState, 'batch-1', elsewhere(from, to))
        .when(assign())
        .thenRefused('R18', 'overlapping');
      expect(rejection.data).toMatchObject({ kind: 'batch', id: 'batch-1' });
    });

    it.each([
      ['ends on the day before', '2026-03-20', '2026-03-31'],
      ['begins on the day after', '2026-05-01', '2026-05-05'],
    ])('accepts somebody who is confirmed in a batch that %s', async (_name, from, to) => {
      await ready.and(batchState, 'batch-1', elsewhere(from, to)).when(assign()).then([event()]);
    });

    it('accepts somebody who is only nominated for a batch', () =>
      ready
        .and(batchState, 'batch-1', elsewhere('2026-04-10', '2026-04-10').slice(0, 2))
        .when(assign())
        .then([event()]));

    it('refuses somebody who learns at another workplace at that time', async () => {
      const { rejection } = await ready
        .and(workplaceLearningState, 'stay-2', [assignedTo({ period: { from: '2026-04-30', to: '2026-05-30' } })])
        .when(assign())
        .thenRefused('R18', 'overlapping');
      expect(rejection.message.en).toContain('is assigned to the workplace learning stay-2');
    });

    it('accepts somebody whose other stay was stopped', () =>
      ready.and(workplaceLearningState, 'stay-2', [assignedTo(), workplaceStopped()]).when(assign()).then([event()]));

    it('accepts a stay in a programme of which the person completed a batch last month', () => {
      const period = { from: '2026-03-02', to: '2026-03-06' };
      return ready
        .and(programState, 'program-1', [designed(), approved])
        .and(batchState, 'batch-1', [...elsewhere(period.from, period.to), outcome(employeeId, 'completed')])
        .when(assign({ programId: 'program-1' }))
        .then([event({ programId: 'program-1' })]);
    });
  });

  describe('R18 and the PPPK', () => {
    const letter = { assignmentLetterRef: 'Sekda 800/41/2026' };
    const withContract = office.and(employeeState, employeeId, [pppk()]);
    const assignedBefore = (jp: number, to = '2026-03-01') => [
      scheduled({ period: { from: to, to } }),
      nominated(employeeId, { period: { from: to, to } }),
      confirmed(employeeId, { period: { from: to, to }, jp }),
    ];
    const stayBefore = (jp: number) => assignedTo({ jp, period: { from: '2026-03-02', to: '2026-03-31' } });

    it('refuses a PPPK without the written assignment of the PyB, and accepts one with it', async () => {
      await withContract.when(assign()).thenRefused('R18', 'letterMissing');
      await withContract.when(assign(letter)).then([event(letter)]);
    });

    it('refuses a PPPK of whom no contract is known', () =>
      office
        .and(employeeState, employeeId, [pppkWithoutContract])
        .when(assign(letter))
        .thenRefused('R18', 'contractUnknown'));

    it('refuses a PPPK whose contract begins on the second day', () =>
      office
        .and(employeeState, employeeId, [pppk('pppk', '2026-04-02')])
        .when(assign(letter))
        .thenRefused('R18', 'notYetServing'));

    it('adds up batches and workplaces: the ceiling is reached exactly, and not passed by a hundredth', async () => {
      await withContract
        .and(batchState, 'batch-1', assignedBefore(200))
        .and(workplaceLearningState, 'stay-2', [stayBefore(200)])
        .when(assign(letter))
        .then([event(letter)]);
      const { rejection } = await withContract
        .and(batchState, 'batch-1', assignedBefore(200))
        .and(workplaceLearningState, 'stay-2', [stayBefore(201)])
        .when(assign(letter))
        .thenRefused('R18', 'aboveCeiling');
      expect(rejection.data).toMatchObject({ assigned: 401, jp: 2000, ceiling: 2400 });
    });

    it.each([
      ['a stay that was stopped', [stayBefore(2400), workplaceStopped()]],
      [
        'a stay of the contract year before',
        [assignedTo({ jp: 2400, period: { from: '2026-02-01', to: '2026-02-28' } })],
      ],
    ])('does not count %s', async (_name, events) => {
      await withContract
        .and(workplaceLearningState, 'stay-2', events)
        .when(assign(letter))
        .then([event(letter)]);
    });

    it('counts a stay that was completed', () =>
      withContract
        .and(workplaceLearningState, 'stay-2', [stayBefore(401), workplaceCompleted({ on: '2026-03-31' })])
        .when(assign(letter))
        .thenRefused('R18', 'aboveCeiling'));

    it('does not count a batch that was cancelled', () =>
      withContract
        .and(batchState, 'batch-1', [...assignedBefore(2400), batchCancelled])
        .when(assign(letter))
        .then([event(letter)]));

    it('warns instead of refusing where the policy says so', () =>
      given(workplaceLearning)
        .and(policyState, POLICY, [adoptedWith({ 'jp.maximum.pppk.mode': set('warn') })])
        .and(employeeState, employeeId, [pppk()])
        .and(batchState, 'batch-1', assignedBefore(401))
        .as('head-1')
        .when(assign(letter))
        .then([event({ ...letter, aboveCeiling: true })]));
  });

  describe('R22 and what it is worth', () => {
    it.each([
      ['NKL05', 2000, 2400],
      ['NKL07', 1000, 1000],
      ['NKL08', 2000, 2400],
      ['NKL12', 2000, 2400],
      // A month of guidance brings two meetings at most.
      ['NKL11', 400, 480],
    ] as const)('%s is worth %i hundredths at home and %i abroad', async (form, home, abroad) => {
      await ready.when(assign({ form })).then([event({ form, jp: home })]);
      await ready.when(assign({ form, international: true })).then([event({ form, international: true, jp: abroad })]);
    });

    it.each([
      ['2026-04-30', '2026-05-01', 800],
      ['2025-12-31', '2026-02-01', 1200],
    ])('guidance from %s to %s is worth the meetings of each month that it touches: %i', async (from, to, jp) => {
      const details = { form: 'NKL11' as const, period: { from, to } };
      await ready.when(assign(details)).then([event({ ...details, jp })]);
    });

    it('refuses a form that the table does not count', () =>
      given(workplaceLearning)
        .and(policyState, POLICY, [
          adoptedWith({ 'jp.table': set(figures['jp.table'].value.filter(({ form }) => form !== 'NKL12')) }),
        ])
        .and(employeeState, employeeId, [pns])
        .as('head-1')
        .when(assign())
        .thenRefused('R22', 'formNotInTable'));

    it.each([
      ['by the JP of a programme', { form: 'NKL12', mode: 'program' }],
      ['by meetings without a number for the month', { form: 'NKL12', mode: 'perMeeting', value: 200 }],
      [
        'by meetings with a number for the day',
        { form: 'NKL12', mode: 'perMeeting', value: 200, cap: { per: 'day', unit: 'meetings', value: 1 } },
      ],
      [
        'by meetings up to some JP a month',
        { form: 'NKL12', mode: 'perMeeting', value: 200, cap: { per: 'month', unit: 'jp', value: 400 } },
      ],
    ] as const)('refuses a form that is counted %s', async (_name, row) => {
      await given(workplaceLearning)
        .and(policyState, POLICY, [adoptedWith({ 'jp.table': set([row]) })])
        .and(employeeState, employeeId, [pns])
        .as('head-1')
        .when(assign())
        .thenRefused('R22', 'notCountable');
    });
  });
});

describe('CompleteWorkplaceLearning', () => {
  const done = {
    outcome: 'completed' as const,
    on: '2026-04-30',
    reportHash: HASH,
    lessons: ['Appointments halve the queue'],
    hostConfirmation: 'Univ. 12/2026',
  };
  const stop = { outcome: 'stopped' as const, reason: { code: 'recalled' as const }, on: '2026-04-10', lessons: [] };
  type Wish = Partial<Parameters<typeof CompleteWorkplaceLearning>[0]>;
  const complete = (details: Wish = {}) => CompleteWorkplaceLearning({ ...done, ...details });
  const begun = given(workplaceLearning, [assignedTo()]).as('head-1');
  const guidance = given(workplaceLearning, [assignedTo({ form: 'NKL11' })]).as('head-1');
  const correction = {
    corrects: { eventId: historyEventId('workplaceLearning-test-1', 1), reason: 'Recalled earlier' },
  };

  it('completes it with report and confirmation of the host, on its last day', () =>
    begun.when(complete()).then([workplaceCompleted()]));

  it('takes person, form and programme from the assignment', () =>
    given(workplaceLearning, [assignedTo({ programId: 'program-1', form: 'NKL05', international: true })])
      .as('head-1')
      .when(complete())
      .then([workplaceCompleted({ programId: 'program-1', form: 'NKL05', international: true })]));

  it('stops it with a reason, without report or confirmation', () =>
    begun.when(CompleteWorkplaceLearning(stop)).then([workplaceStopped()]));

  it('G02 refuses what was never assigned', () =>
    given(workplaceLearning).as('head-1').when(complete()).thenRefused('G02', 'notFound'));

  it('R02 refuses that people complete their own learning', () =>
    begun.as(employeeId).when(complete()).thenRefused('R02', 'samePerson'));

  it('R04 refuses that people type the completion of their own learning', () =>
    begun.as(employeeId).when(complete(), { onBehalfOf: 'head-1' }).thenRefused('R04', 'throughOperator'));

  it('R19 refuses completion before the last day, and accepts it later', async () => {
    await begun.when(complete({ on: '2026-04-29' })).thenRefused('R19', 'workplaceNotOver');
    await begun.when(complete({ on: '2026-05-02' })).then([workplaceCompleted({ on: '2026-05-02' })]);
  });

  it.each([
    ['completed', done],
    ['stopped', stop],
  ])('G02 refuses that it is %s on a day to come, and accepts today', async (_name, data) => {
    await begun.when(CompleteWorkplaceLearning({ ...data, on: '2026-06-02' })).thenRefused('G02', 'notYet');
    const { events } = await begun
      .when(CompleteWorkplaceLearning({ ...data, on: '2026-06-01' }))
      .handled()
      .then((handled) => (handled.accepted ? handled : { events: [] }));
    expect(events.map(({ type }) => type)).toEqual([WorkplaceLearningCompleted.type]);
  });

  it('R19 refuses completion without the report', () => {
    const { reportHash: _report, ...without } = done;
    return begun.when(CompleteWorkplaceLearning(without)).thenRefused('R19', 'reportMissing');
  });

  it('R19 refuses completion without the confirmation of the host', () => {
    const { hostConfirmation: _confirmation, ...without } = done;
    return begun.when(CompleteWorkplaceLearning(without)).thenRefused('R19', 'hostConfirmationMissing');
  });

  it('R19 refuses completion with a reason to stop', () =>
    begun.when(complete({ reason: { code: 'recalled' } })).thenRefused('R19', 'reasonNotExpected'));

  it('R09 refuses a stop without a reason, and the reason `other` without a text', async () => {
    const { reason: _reason, ...without } = stop;
    await begun.when(CompleteWorkplaceLearning(without)).thenRefused('R09', 'reasonMissing');
    await begun
      .when(CompleteWorkplaceLearning({ ...stop, reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing');
  });

  describe('R19 and the meetings', () => {
    const meetings = (...dates: readonly string[]) => dates.map((date) => ({ date, minutes: 60 }));

    it.each([
      ['without meetings', {}],
      ['with none', { meetings: [] }],
    ])('refuses on-the-job guidance %s', async (_name, details) => {
      await guidance.when(complete(details)).thenRefused('R19', 'meetingsMissing');
    });

    it('accepts meetings on the first day and on the last', () => {
      const held = { meetings: meetings('2026-04-01', '2026-04-30') };
      return guidance.when(complete(held)).then([workplaceCompleted({ form: 'NKL11', ...held })]);
    });

    it.each(['2026-03-31', '2026-05-01'])('refuses a meeting on %s, outside the days', async (date) => {
      await guidance.when(complete({ meetings: meetings('2026-04-15', date) })).thenRefused('R19', 'meetingOutside');
    });

    it('refuses a meeting after the day on which it was stopped, and accepts a stop without meetings', async () => {
      const late = { ...stop, meetings: meetings('2026-04-11') };
      await guidance.when(CompleteWorkplaceLearning(late)).thenRefused('R19', 'meetingOutside');
      await guidance.when(CompleteWorkplaceLearning(stop)).then([workplaceStopped({ form: 'NKL11' })]);
    });

    it('refuses meetings of another form', () =>
      begun.when(complete({ meetings: meetings('2026-04-15') })).thenRefused('R19', 'meetingsNotExpected'));
  });

  describe('and a second time', () => {
    it.each([
      ['completed', workplaceCompleted()],
      ['stopped', workplaceStopped()],
    ])('G02 refuses to complete what is %s', async (_name, end) => {
      await given(workplaceLearning, [assignedTo(), end])
        .as('head-1')
        .when(complete())
        .thenRefused('G02', 'wrongStatus');
    });

    it('R19 accepts a correction, which takes the place of the first', async () => {
      const twice = given(workplaceLearning, [assignedTo(), workplaceCompleted()]).as('head-1');
      await twice.when(CompleteWorkplaceLearning(stop), correction).then([workplaceStopped()]);
      await twice
        .when(CompleteWorkplaceLearning(stop), correction)
        .thenState((state) => expect(state).toMatchObject({ status: 'stopped', lastDay: '2026-04-10' }));
    });

    it('R19 holds a correction to the same rules', () =>
      given(workplaceLearning, [assignedTo(), workplaceCompleted()])
        .as('head-1')
        .when(complete({ on: '2026-04-29' }), correction)
        .thenRefused('R19', 'workplaceNotOver'));
  });
});

describeLaws('workplaceLearning', workplaceLearning, {
  override: lawData,
  runs: 25,
  actors: [employeeId, 'head-1'].map((subjectId) => ({ subjectId, roles: [] })),
  async setUp(store) {
    await tell(store, policyState.streamOf(POLICY), [policyAdopted]);
    await tell(store, employeeState.streamOf(employeeId), [pppk()]);
  },
  commands: {
    AssignWorkplaceLearning: fc.record({
      employeeId: fc.constant(employeeId),
      form: fc.constantFrom('NKL05', 'NKL11', 'NKL12'),
      host: fc.constant(unitHost),
      hostMentorId: fc.constantFrom('head-2', employeeId),
      period: fc.constantFrom(internship.period, { from: '2026-04-01', to: '2026-09-30' }),
      objectives: fc.constant(['See how others do it']),
      international: fc.boolean(),
      assignmentLetterRef: fc.constant('Sekda 800/41/2026'),
    }),
    CompleteWorkplaceLearning: fc.record(
      {
        outcome: fc.constant('completed'),
        on: fc.constantFrom('2026-04-29', '2026-04-30', '2026-06-01'),
        reportHash: fc.constant(HASH),
        lessons: fc.constant([]),
        hostConfirmation: fc.constant('Univ. 12/2026'),
        meetings: fc.constant([{ date: '2026-04-15', minutes: 60 }]),
      },
      { requiredKeys: ['outcome', 'on', 'lessons'] },
    ),
  },
  invariant(state) {
    if (state.status === 'none') return;
    expect(state.hostMentorId, 'R27').not.toBe(state.employeeId);
    if (state.status !== 'completed') return;
    expect(state.lastDay >= state.period.to, 'R19').toBe(true);
    expect(state.meetings !== undefined, 'R19').toBe(state.form === 'NKL11');
  },
});
