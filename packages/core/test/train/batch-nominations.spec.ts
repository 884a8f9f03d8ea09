import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { employeeState } from '../../src/people/employee/state.js';
import {
  batch,
  batchState,
  ConfirmNomination,
  DeclineNomination,
  NominateParticipant,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
} from '../../src/train/batch/index.js';
import { workplaceLearningState } from '../../src/train/workplace-learning/index.js';
import { underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  assignedTo,
  batchCancelled,
  batchCompleted,
  confirmed,
  declined,
  leaves,
  nominated,
  outcome,
  placedIn,
  pns,
  pppk,
  pppkWithoutContract,
  schedule,
  scheduled,
  set,
  takesPart,
  taughtBy,
  workplaceCompleted,
  workplaceStopped,
} from './fixtures.js';

const maker = { subjectId: 'subject-1' };

describe('NominateParticipant', () => {
  const nomination = { employeeId: 'employee-1' };
  const event = (details = {}) =>
    ParticipantNominated.of({
      ...nomination,
      programId: 'program-1',
      period: schedule.period,
      nominatedBy: maker,
      ...details,
    });
  const begun = given(batch, [scheduled()]);

  it('nominates a civil servant, with the unit of the placement on the first day', () =>
    begun
      .and(employeeState, 'employee-1', [
        pns,
        placedIn('unit-before', '2025-01-01'),
        placedIn('unit-now', '2026-05-11'),
        placedIn('unit-later', '2026-05-12'),
      ])
      .when(NominateParticipant({ ...nomination, needId: 'need-1' }))
      .then([event({ unitId: 'unit-now', needId: 'need-1' })]));

  it('G02 refuses a person who is not registered', () =>
    begun.when(NominateParticipant(nomination)).thenRefused('G02', 'notFound'));

  it('G02 refuses a nomination for a batch that is over', () =>
    given(batch, [scheduled(), batchCompleted])
      .and(employeeState, 'employee-1', [pns])
      .when(NominateParticipant(nomination))
      .thenRefused('G02', 'wrongStatus'));

  it('R18 refuses a person who no longer serves on the last day', () =>
    begun
      .and(employeeState, 'employee-1', [pns, leaves('2026-05-15')])
      .when(NominateParticipant(nomination))
      .thenRefused('R18', 'notServing'));

  it('R18 accepts a person who leaves on the day after the last', () =>
    begun
      .and(employeeState, 'employee-1', [pns, leaves('2026-05-16')])
      .when(NominateParticipant(nomination))
      .then([event()]));

  it('R18 refuses a PPPK whose contract begins on the second day', () =>
    begun
      .and(employeeState, 'employee-1', [pppk('pppk', '2026-05-12')])
      .when(NominateParticipant(nomination))
      .thenRefused('R18', 'notYetServing'));

  it('R18 accepts a PPPK whose contract begins on the first day', () =>
    begun
      .and(employeeState, 'employee-1', [pppk('pppk', '2026-05-11')])
      .when(NominateParticipant(nomination))
      .then([event()]));

  it.each([
    ['nominated', [nominated('employee-1')]],
    ['confirmed', takesPart('employee-1')],
    ['not completed', [...takesPart('employee-1'), outcome('employee-1', 'notCompleted')]],
  ])('R18 refuses to nominate somebody who is %s in this batch', async (_name, events) => {
    await given(batch, [scheduled(), ...events])
      .and(employeeState, 'employee-1', [pns])
      .when(NominateParticipant(nomination))
      .thenRefused('R18', 'alreadyNominated');
  });

  it('R18 accepts a new nomination after the first was declined', () =>
    given(batch, [scheduled(), nominated('employee-1'), declined('employee-1')])
      .and(employeeState, 'employee-1', [pns])
      .when(NominateParticipant(nomination))
      .then([event()]));

  it('R17 refuses to nominate a resource person of the batch', () =>
    given(batch, [scheduled(), taughtBy('employee-1')])
      .and(employeeState, 'employee-1', [pns])
      .when(NominateParticipant(nomination))
      .thenRefused('R17', 'notIndependent'));
});

describe('ConfirmNomination', () => {
  const confirmation = { employeeId: 'employee-1' };
  const letter = { ...confirmation, assignmentLetterRef: 'Sekda 800/41/2026' };
  const event = (details = {}) =>
    NominationConfirmed.of({
      ...confirmation,
      programId: 'program-1',
      form: 'KL03',
      jp: 2000,
      period: schedule.period,
      aboveCeiling: false,
      confirmedBy: maker,
      ...details,
    });

  const waiting = underPolicy(given(batch, [scheduled(), nominated('employee-1')]));
  const ready = waiting.and(employeeState, 'employee-1', [pns]);

  it('confirms a nomination with form, JP and period of the batch', () =>
    ready.when(ConfirmNomination(confirmation)).then([event()]));

  it('G01 refuses a confirmation where no policy is in force', () =>
    given(batch, [scheduled(), nominated('employee-1')])
      .and(employeeState, 'employee-1', [pns])
      .when(ConfirmNomination(confirmation))
      .thenRefused('G01', 'noPolicy'));

  it('G02 refuses to confirm somebody who was not nominated', () =>
    ready.when(ConfirmNomination({ employeeId: 'employee-2' })).thenRefused('G02', 'notFound'));

  it('G02 refuses to confirm a declined nomination', () =>
    underPolicy(given(batch, [scheduled(), nominated('employee-1'), declined('employee-1')]))
      .and(employeeState, 'employee-1', [pns])
      .when(ConfirmNomination(confirmation))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to confirm in a cancelled batch', () =>
    underPolicy(given(batch, [scheduled(), nominated('employee-1'), batchCancelled]))
      .and(employeeState, 'employee-1', [pns])
      .when(ConfirmNomination(confirmation))
      .thenRefused('G02', 'wrongStatus'));

  it.each([
    ['the participant', 'employee-1'],
    ['the nominator', 'head-1'],
  ])('R02 refuses the confirmation by %s', async (_name, subjectId) => {
    await ready.as(subjectId).when(ConfirmNomination(confirmation)).thenRefused('R02', 'samePerson');
  });

  it('R04 refuses a confirmation that the participant types for somebody else', () =>
    ready
      .as('employee-1')
      .when(ConfirmNomination(confirmation), { onBehalfOf: 'organiser-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R18 refuses somebody who has left since the nomination', () =>
    waiting
      .and(employeeState, 'employee-1', [pns, leaves('2026-05-12')])
      .when(ConfirmNomination(confirmation))
      .thenRefused('R18', 'notServing'));

  describe('R18 and the seats', () => {
    const seats = (capacity: number, ...others: readonly (typeof firstTaken)[number][]) =>
      underPolicy(given(batch, [scheduled({ capacity }), ...others, nominated('employee-1')])).and(
        employeeState,
        'employee-1',
        [pns],
      );
    const firstTaken = [...takesPart('employee-2'), outcome('employee-2', 'withdrawn')];

    it('refuses a confirmation when every seat is taken', () =>
      seats(1, ...takesPart('employee-2'))
        .when(ConfirmNomination(confirmation))
        .thenRefused('R18', 'batchFull'));

    it('accepts a confirmation for the last seat', () =>
      seats(2, ...takesPart('employee-2'))
        .when(ConfirmNomination(confirmation))
        .then([event()]));

    it('counts a nomination that is not confirmed as no seat', () =>
      seats(1, nominated('employee-2')).when(ConfirmNomination(confirmation)).then([event()]));

    it('gives the seat of somebody who withdrew to the next', () =>
      seats(1, ...firstTaken)
        .when(ConfirmNomination(confirmation))
        .then([event()]));
  });

  describe('R18 and other batches', () => {
    const elsewhere = (from: string, to: string, jp = 1000) => [
      scheduled({
        programId: 'program-2',
        period: { from, to },
        sessions: [{ sessionId: 's1', date: from, minutes: 90 }],
      }),
      nominated('employee-1'),
      confirmed('employee-1', { programId: 'program-2', period: { from, to }, jp }),
    ];

    it.each([
      ['ends on the first day', '2026-05-04', '2026-05-11'],
      ['begins on the last day', '2026-05-15', '2026-05-20'],
    ])('refuses somebody who is confirmed in another batch that %s', async (_name, from, to) => {
      await ready
        .and(batchState, 'batch-2', elsewhere(from, to))
        .when(ConfirmNomination(confirmation))
        .thenRefused('R18', 'overlapping');
    });

    it.each([
      ['ends on the day before', '2026-05-04', '2026-05-10'],
      ['begins on the day after', '2026-05-16', '2026-05-20'],
    ])('accepts somebody who is confirmed in another batch that %s', async (_name, from, to) => {
      await ready.and(batchState, 'batch-2', elsewhere(from, to)).when(ConfirmNomination(confirmation)).then([event()]);
    });

    it.each([
      ['was cancelled', [batchCancelled]],
      ['was left by the person', [outcome('employee-1', 'withdrawn', { programId: 'program-2' })]],
    ])('accepts an overlap with a batch that %s', async (_name, end) => {
      await ready
        .and(batchState, 'batch-2', [...elsewhere('2026-05-11', '2026-05-15'), ...end])
        .when(ConfirmNomination(confirmation))
        .then([event()]);
    });

    it('refuses somebody who learns at a workplace at that time, and says where', async () => {
      const { rejection } = await ready
        .and(workplaceLearningState, 'stay-1', [assignedTo({ period: { from: '2026-04-15', to: '2026-05-11' } })])
        .when(ConfirmNomination(confirmation))
        .thenRefused('R18', 'overlapping');
      expect(rejection.data).toMatchObject({ kind: 'workplace', id: 'stay-1', to: '2026-05-11' });
    });

    it('accepts somebody whose stay at a workplace ends on the day before, or was stopped', async () => {
      await ready
        .and(workplaceLearningState, 'stay-1', [assignedTo({ period: { from: '2026-04-15', to: '2026-05-10' } })])
        .when(ConfirmNomination(confirmation))
        .then([event()]);
      await ready
        .and(workplaceLearningState, 'stay-1', [
          assignedTo({ period: { from: '2026-04-15', to: '2026-05-11' } }),
          workplaceStopped(),
        ])
        .when(ConfirmNomination(confirmation))
        .then([event()]);
    });

    it('accepts somebody who is only nominated for another batch at that time', () =>
      ready
        .and(batchState, 'batch-2', elsewhere('2026-05-11', '2026-05-15').slice(0, 2))
        .when(ConfirmNomination(confirmation))
        .then([event()]));

    it('takes a stay at a workplace of the same id for another thing', () =>
      ready
        .and(workplaceLearningState, 'test-1', [assignedTo({ period: schedule.period })])
        .when(ConfirmNomination(confirmation))
        .thenRefused('R18', 'overlapping'));

    it('accepts an overlap with a batch of somebody else', () =>
      ready
        .and(batchState, 'batch-2', [
          scheduled({ programId: 'program-2' }),
          nominated('employee-2'),
          confirmed('employee-2', { programId: 'program-2' }),
        ])
        .when(ConfirmNomination(confirmation))
        .then([event()]));
  });

  describe('R18 and repetition', () => {
    const completedOn = (to: string, programId = 'program-1', kind: 'completed' | 'notCompleted' = 'completed') => [
      scheduled({ programId, period: { from: '2024-01-01', to } }),
      nominated('employee-1', { programId }),
      confirmed('employee-1', { programId, period: { from: '2024-01-01', to } }),
      outcome('employee-1', kind, { programId }),
    ];

    it('refuses somebody who completed the programme 24 months before, less one day', async () => {
      const { rejection } = await ready
        .and(batchState, 'batch-2', completedOn('2024-05-12'))
        .when(ConfirmNomination(confirmation))
        .thenRefused('R18', 'repeatedTooSoon');
      expect(rejection.data).toMatchObject({ batchId: 'batch-2', until: '2026-05-12' });
    });

    it('accepts somebody who completed the programme exactly 24 months before', () =>
      ready
        .and(batchState, 'batch-2', completedOn('2024-05-11'))
        .when(ConfirmNomination(confirmation))
        .then([event()]));

    it('accepts somebody who did not complete the programme last month', () =>
      ready
        .and(batchState, 'batch-2', completedOn('2026-04-30', 'program-1', 'notCompleted'))
        .when(ConfirmNomination(confirmation))
        .then([event()]));

    it('accepts somebody who completed a stay at a workplace in the programme last month', () =>
      ready
        .and(workplaceLearningState, 'stay-1', [
          assignedTo({ programId: 'program-1' }),
          workplaceCompleted({ programId: 'program-1' }),
        ])
        .when(ConfirmNomination(confirmation))
        .then([event()]));

    it('accepts somebody who completed another programme last month', () =>
      ready
        .and(batchState, 'batch-2', completedOn('2026-04-30', 'program-2'))
        .when(ConfirmNomination(confirmation))
        .then([event()]));
  });

  describe('R18 and the PPPK', () => {
    const pppkReady = waiting.and(employeeState, 'employee-1', [pppk()]);
    /** JP assigned before, in a batch that ended on that day; the contract year runs from 1 March. */
    const assignedBefore = (jp: number, to: string) => [
      scheduled({ programId: 'program-2', period: { from: to, to } }),
      nominated('employee-1'),
      confirmed('employee-1', { programId: 'program-2', period: { from: to, to }, jp }),
    ];

    it.each(['pppk', 'pppkPartTime'] as const)(
      'refuses a %s without the written assignment of the PyB',
      async (kind) => {
        await waiting
          .and(employeeState, 'employee-1', [pppk(kind)])
          .when(ConfirmNomination(confirmation))
          .thenRefused('R18', 'letterMissing');
      },
    );

    it('accepts a PPPK with the written assignment of the PyB', () =>
      pppkReady.when(ConfirmNomination(letter)).then([event(letter)]));

    it('accepts a PPPK who reaches the ceiling of the contract year exactly', () =>
      pppkReady
        .and(batchState, 'batch-2', assignedBefore(400, '2026-03-01'))
        .when(ConfirmNomination(letter))
        .then([event(letter)]));

    it('refuses a PPPK who goes one hundredth of a JP above the ceiling', async () => {
      const { rejection } = await pppkReady
        .and(batchState, 'batch-2', assignedBefore(401, '2026-03-01'))
        .when(ConfirmNomination(letter))
        .thenRefused('R18', 'aboveCeiling');
      expect(rejection.message.en).toContain('has 4.01 JP assigned in this contract year; with 20 more');
    });

    it('adds up all batches of the contract year, those that were not completed too', () =>
      pppkReady
        .and(batchState, 'batch-2', [...assignedBefore(200, '2026-03-01'), outcome('employee-1', 'notCompleted')])
        .and(batchState, 'batch-3', assignedBefore(201, '2026-04-01'))
        .when(ConfirmNomination(letter))
        .thenRefused('R18', 'aboveCeiling'));

    it('adds up the JP of workplaces too', async () => {
      const stay = (jp: number) => assignedTo({ jp, period: { from: '2026-03-02', to: '2026-03-31' } });
      await pppkReady
        .and(batchState, 'batch-2', assignedBefore(200, '2026-03-01'))
        .and(workplaceLearningState, 'stay-1', [stay(200)])
        .when(ConfirmNomination(letter))
        .then([event(letter)]);
      await pppkReady
        .and(batchState, 'batch-2', assignedBefore(200, '2026-03-01'))
        .and(workplaceLearningState, 'stay-1', [stay(201)])
        .when(ConfirmNomination(letter))
        .thenRefused('R18', 'aboveCeiling');
    });

    it('counts the JP of the last day of the contract year before for that year', () =>
      pppkReady
        .and(batchState, 'batch-2', assignedBefore(2400, '2026-02-28'))
        .when(ConfirmNomination(letter))
        .then([event(letter)]));

    it('counts no JP of a batch that was cancelled', () =>
      pppkReady
        .and(batchState, 'batch-2', [...assignedBefore(2400, '2026-03-01'), batchCancelled])
        .when(ConfirmNomination(letter))
        .then([event(letter)]));

    it('warns instead of refusing where the policy says so', () =>
      given(batch, [scheduled(), nominated('employee-1')])
        .and(policyState, POLICY, [adoptedWith({ 'jp.maximum.pppk.mode': set('warn') })])
        .and(employeeState, 'employee-1', [pppk()])
        .and(batchState, 'batch-2', assignedBefore(401, '2026-03-01'))
        .when(ConfirmNomination(letter))
        .then([event({ ...letter, aboveCeiling: true })]));

    it('warns of nothing where the ceiling is reached exactly', () =>
      given(batch, [scheduled(), nominated('employee-1')])
        .and(policyState, POLICY, [adoptedWith({ 'jp.maximum.pppk.mode': set('warn') })])
        .and(employeeState, 'employee-1', [pppk()])
        .and(batchState, 'batch-2', assignedBefore(400, '2026-03-01'))
        .when(ConfirmNomination(letter))
        .then([event(letter)]));

    it('refuses a PPPK of whom no contract is known', () =>
      waiting
        .and(employeeState, 'employee-1', [pppkWithoutContract])
        .when(ConfirmNomination(letter))
        .thenRefused('R18', 'contractUnknown'));

    it('knows no ceiling for a PNS', () =>
      ready
        .and(batchState, 'batch-2', assignedBefore(2400, '2026-03-01'))
        .when(ConfirmNomination(confirmation))
        .then([event()]));
  });
});

describe('DeclineNomination', () => {
  const wish = { employeeId: 'employee-1', by: 'self' as const, reason: { code: 'workload' as const } };
  const event = (details = {}) =>
    NominationDeclined.of({
      ...wish,
      programId: 'program-1',
      unitId: 'unit-registry',
      declinedBy: { subjectId: 'employee-1' },
      ...details,
    });
  const waiting = given(batch, [scheduled(), nominated('employee-1')]);

  it('lets the person decline, with the unit of the nomination', () =>
    waiting.as('employee-1').when(DeclineNomination(wish)).then([event()]));

  it('R04 accepts that an operator types it for the person', () =>
    waiting
      .as('operator-1')
      .when(DeclineNomination(wish), { onBehalfOf: 'employee-1' })
      .then([event({ declinedBy: { subjectId: 'employee-1', operatorId: 'operator-1' } })]));

  it.each(['superior', 'bkpsdm'] as const)('lets the %s decline', async (by) => {
    await waiting
      .as('head-1')
      .when(DeclineNomination({ ...wish, by }))
      .then([event({ by, declinedBy: { subjectId: 'head-1' } })]);
  });

  it('lets the BKPSDM decline for somebody who leaves the agency', () =>
    waiting
      .as('process.separation')
      .when(DeclineNomination({ ...wish, by: 'bkpsdm', reason: { code: 'separated' } }))
      .then([event({ by: 'bkpsdm', reason: { code: 'separated' }, declinedBy: { subjectId: 'process.separation' } })]));

  it('R18 refuses that somebody else declines as the person', () =>
    waiting.as('head-1').when(DeclineNomination(wish)).thenRefused('R18', 'notByThePerson'));

  it('R18 refuses that the person declines as the superior', () =>
    waiting
      .as('employee-1')
      .when(DeclineNomination({ ...wish, by: 'superior' }))
      .thenRefused('R18', 'byThePerson'));

  it('R18 refuses that the person types it for the superior', () =>
    waiting
      .as('employee-1')
      .when(DeclineNomination({ ...wish, by: 'superior' }), { onBehalfOf: 'head-1' })
      .thenRefused('R18', 'byThePerson'));

  it('R09 refuses the reason `other` without a text', () =>
    waiting
      .as('employee-1')
      .when(DeclineNomination({ ...wish, reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('G02 refuses to decline a nomination that there is not', () =>
    given(batch, [scheduled()]).as('employee-1').when(DeclineNomination(wish)).thenRefused('G02', 'notFound'));

  it('G02 refuses to decline what is confirmed: that is a withdrawal', () =>
    given(batch, [scheduled(), ...takesPart('employee-1')])
      .as('employee-1')
      .when(DeclineNomination(wish))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to decline in a batch that is over', () =>
    given(batch, [scheduled(), nominated('employee-1'), batchCompleted])
      .as('employee-1')
      .when(DeclineNomination(wish))
      .thenRefused('G02', 'wrongStatus'));
});
