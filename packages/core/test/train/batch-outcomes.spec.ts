import { given, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { budgetState } from '../../src/plan/budget/state.js';
import {
  AttendanceRecorded,
  BatchCompleted,
  batch,
  CompleteBatch,
  DecideParticipantOutcome,
  LearningResultRecorded,
  ParticipantOutcomeDecided,
  RecordAttendance,
  RecordLearningResult,
} from '../../src/train/batch/index.js';
import { programState } from '../../src/train/program/state.js';
import { noonOf, underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  attended,
  attendedAll,
  batchCancelled,
  batchCompleted,
  committed,
  declined,
  designed,
  nominated,
  outcome,
  schedule,
  scheduled,
  scored,
  set,
  spent,
  takesPart,
  taughtBy,
} from './fixtures.js';

const maker = { subjectId: 'subject-1' };
const employeeId = 'employee-1';
/** A correction of the event at that revision of the batch. */
const correcting = (revision: number) => ({
  corrects: { eventId: historyEventId('batch-test-1', revision), reason: 'The sheet was misread' },
});

describe('RecordAttendance', () => {
  const sheet = { employeeId, sessionId: 's1', present: true, minutes: 180, method: 'sheet' as const };
  const absence = { ...sheet, present: false, minutes: 0 };
  const event = (details = {}) =>
    AttendanceRecorded.of({ ...sheet, programId: 'program-1', recordedBy: maker, ...details });
  const begun = given(batch, [scheduled(), ...takesPart(employeeId)]);

  it('records who was there, for how many minutes', () => begun.when(RecordAttendance(sheet)).then([event()]));

  it('records who was absent', () => begun.when(RecordAttendance(absence)).then([event(absence)]));

  it('R17 refuses that participants record their own attendance', () =>
    begun.as(employeeId).when(RecordAttendance(sheet)).thenRefused('R17', 'notIndependent'));

  it('R17 refuses that participants type their own attendance for somebody else', () =>
    begun
      .as(employeeId)
      .when(RecordAttendance(sheet), { onBehalfOf: 'organiser-1' })
      .thenRefused('R17', 'notIndependent'));

  it.each([
    ['was not nominated', []],
    ['is nominated and not confirmed', [nominated(employeeId)]],
    ['declined', [nominated(employeeId), declined(employeeId)]],
    ['has an outcome', [...takesPart(employeeId), outcome(employeeId, 'withdrawn')]],
  ])('R19 refuses the attendance of somebody who %s', async (_name, events) => {
    await given(batch, [scheduled(), ...events])
      .when(RecordAttendance(sheet))
      .thenRefused('R19', 'notConfirmed');
  });

  it('G02 refuses a session that the batch does not have', () =>
    begun.when(RecordAttendance({ ...sheet, sessionId: 's9' })).thenRefused('G02', 'notFound'));

  it('G02 refuses the attendance at a batch that was cancelled', () =>
    given(batch, [scheduled(), ...takesPart(employeeId), batchCancelled])
      .when(RecordAttendance(sheet))
      .thenRefused('G02', 'wrongStatus'));

  it('R19 refuses one minute more than the session has', () =>
    begun.when(RecordAttendance({ ...sheet, minutes: 181 })).thenRefused('R19', 'tooManyMinutes'));

  it('R19 refuses minutes of somebody who was absent', () =>
    begun.when(RecordAttendance({ ...absence, minutes: 1 })).thenRefused('R19', 'minutesWithoutPresence'));

  it('R19 refuses a presence of no minutes', () =>
    begun.when(RecordAttendance({ ...sheet, minutes: 0 })).thenRefused('R19', 'presenceWithoutMinutes'));

  describe('R19 and a session to come', () => {
    const ahead = (date: string) =>
      given(batch, [scheduled({ sessions: [{ sessionId: 's1', date, minutes: 180 }] }), ...takesPart(employeeId)]);

    it('refuses the attendance at a session of tomorrow', () =>
      ahead('2026-06-02').when(RecordAttendance(sheet)).thenRefused('R19', 'sessionAhead'));

    it('accepts the attendance at a session of today', () =>
      ahead('2026-06-01').when(RecordAttendance(sheet)).then([event()]));
  });

  describe('R19 and a second record', () => {
    const recorded = given(batch, [scheduled(), ...takesPart(employeeId), attended(employeeId, 's1', 0)]);

    it('refuses to record the attendance at one session twice', () =>
      recorded.when(RecordAttendance(sheet)).thenRefused('R19', 'attendanceRecorded'));

    it('accepts a correction', () =>
      recorded
        .when(RecordAttendance(sheet), correcting(3))
        .thenState((state) =>
          expect(state.status === 'scheduled' && [...state.participants.values()]).toMatchObject([
            { attended: ['s1'] },
          ]),
        ));

    it('accepts a correction after the batch was completed', () =>
      given(batch, [
        scheduled(),
        ...takesPart(employeeId),
        attended(employeeId, 's1', 0),
        outcome(employeeId, 'notCompleted'),
        batchCompleted,
      ])
        .when(RecordAttendance(sheet), correcting(3))
        .then([event()]));
  });
});

describe('RecordLearningResult', () => {
  const result = { employeeId, kind: 'post' as const, attempt: 1, score: 7000 };
  const event = (details = {}) =>
    LearningResultRecorded.of({ ...result, programId: 'program-1', examinedBy: maker, ...details });
  const history = [scheduled(), ...takesPart(employeeId), ...takesPart('employee-2'), taughtBy('lecturer-1')];
  const begun = given(batch, history).and(programState, 'program-1', [designed({ requestedBy: 'head-1' })]);

  it('records the score of a participant', () => begun.when(RecordLearningResult(result)).then([event()]));

  it.each([
    ['the participant', employeeId],
    ['another participant', 'employee-2'],
    ['the resource person', 'lecturer-1'],
    ['the designer', 'designer-1'],
    ['the organiser', 'organiser-1'],
    ['the line head who asked for the programme', 'head-1'],
  ])('R17 refuses an examination by %s, also as the operator', async (_name, subjectId) => {
    await begun.as(subjectId).when(RecordLearningResult(result)).thenRefused('R17', 'notIndependent');
    await begun
      .as(subjectId)
      .when(RecordLearningResult(result), { onBehalfOf: 'examiner-1' })
      .thenRefused('R17', 'notIndependent');
  });

  it('R19 refuses the result of somebody who is not confirmed', () =>
    given(batch, [scheduled(), nominated(employeeId)])
      .when(RecordLearningResult(result))
      .thenRefused('R19', 'notConfirmed'));

  it('G02 refuses a result in a batch that is completed', () =>
    given(batch, [...history, batchCompleted])
      .when(RecordLearningResult(result))
      .thenRefused('G02', 'wrongStatus'));

  it('R19 refuses the second attempt before the first', () =>
    begun.when(RecordLearningResult({ ...result, attempt: 2 })).thenRefused('R19', 'attemptSkipped'));

  it('R19 counts the attempts of each kind by themselves', () =>
    given(batch, [...history, scored(employeeId, 'paper', 1, 5000)])
      .when(RecordLearningResult({ ...result, attempt: 2 }))
      .thenRefused('R19', 'attemptSkipped'));

  it('R19 accepts as many attempts as the programme allows, and refuses one more', async () => {
    const twice = [scored(employeeId, 'post', 1, 5000), scored(employeeId, 'post', 2, 6000)];
    await given(batch, [...history, ...twice])
      .when(RecordLearningResult({ ...result, attempt: 3 }))
      .then([event({ attempt: 3 })]);
    await given(batch, [...history, ...twice, scored(employeeId, 'post', 3, 6500)])
      .when(RecordLearningResult({ ...result, attempt: 4 }))
      .thenRefused('R19', 'attemptsExhausted');
  });

  it('R19 accepts one test before the training, and refuses another attempt at it', async () => {
    await begun.when(RecordLearningResult({ ...result, kind: 'pre' })).then([event({ kind: 'pre' })]);
    await given(batch, [...history, scored(employeeId, 'pre', 1, 3000)])
      .when(RecordLearningResult({ ...result, kind: 'pre', attempt: 2 }))
      .thenRefused('R19', 'onePreTest');
  });

  it('R19 refuses a second result of one attempt, and accepts a correction of it', async () => {
    const recorded = given(batch, [...history, scored(employeeId, 'post', 1, 5000)]);
    await recorded.when(RecordLearningResult(result)).thenRefused('R19', 'resultRecorded');
    await recorded.when(RecordLearningResult(result), correcting(6)).then([event()]);
  });
});

describe('DecideParticipantOutcome', () => {
  const completed = { employeeId, outcome: 'completed' as const };
  const withdrawn = { employeeId, outcome: 'withdrawn' as const, reason: { code: 'reassigned' as const } };
  const event = (details = {}) =>
    ParticipantOutcomeDecided.of({
      ...completed,
      programId: 'program-1',
      attendanceShare: 10_000,
      decidedBy: maker,
      ...details,
    });
  const passed = [
    scheduled(),
    ...takesPart(employeeId),
    ...attendedAll(employeeId),
    scored(employeeId, 'post', 1, 7000),
  ];
  const begun = underPolicy(given(batch, passed));

  it('decides that a participant completed, with the share of the sessions and the best score', () =>
    begun.when(DecideParticipantOutcome(completed)).then([event({ bestScore: 7000 })]));

  it('G01 refuses a decision where no policy is in force', () =>
    given(batch, passed).when(DecideParticipantOutcome(completed)).thenRefused('G01', 'noPolicy'));

  it('G02 refuses a decision in a batch that was cancelled', () =>
    underPolicy(given(batch, [...passed, batchCancelled]))
      .when(DecideParticipantOutcome(completed))
      .thenRefused('G02', 'wrongStatus'));

  it('R17 refuses that participants decide their own outcome', () =>
    begun.as(employeeId).when(DecideParticipantOutcome(completed)).thenRefused('R17', 'notIndependent'));

  it.each([
    ['was not nominated', []],
    ['is nominated and not confirmed', [nominated(employeeId)]],
    ['declined', [nominated(employeeId), declined(employeeId)]],
  ])('R19 refuses an outcome for somebody who %s', async (_name, events) => {
    await underPolicy(given(batch, [scheduled(), ...events]))
      .when(DecideParticipantOutcome(withdrawn))
      .thenRefused('R19', 'notConfirmed');
  });

  describe('R19 and the attendance', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index + 1}`);
    /** A batch without a pass mark, of so many sessions, of which so many were attended. */
    const present = (attendances: number, sessions: number, minimum: number) =>
      given(batch, [
        scheduled({
          passMark: 0,
          sessions: names(sessions).map((sessionId) => ({ sessionId, date: '2026-05-11', minutes: 45 })),
        }),
        ...takesPart(employeeId),
        ...names(attendances).map((sessionId) => attended(employeeId, sessionId, 45)),
      ]).and(policyState, POLICY, [adoptedWith({ 'batch.attendance.minimum': set(minimum) })]);

    it('accepts the share of the policy exactly: 17 of 20 sessions are 85%', () =>
      present(17, 20, 8500)
        .when(DecideParticipantOutcome(completed))
        .then([event({ attendanceShare: 8500 })]));

    it('refuses one session less', () =>
      present(16, 20, 8500).when(DecideParticipantOutcome(completed)).thenRefused('R19', 'attendanceTooLow'));

    it('compares exactly: 2 of 3 sessions are more than 66.66% and less than 66.67%', async () => {
      await present(2, 3, 6666)
        .when(DecideParticipantOutcome(completed))
        .then([event({ attendanceShare: 6666 })]);
      await present(2, 3, 6667).when(DecideParticipantOutcome(completed)).thenRefused('R19', 'attendanceTooLow');
    });

    it('counts no session at which the participant was recorded as absent', () =>
      underPolicy(
        given(batch, [
          scheduled({ passMark: 0, sessions: schedule.sessions.slice(0, 1) }),
          ...takesPart(employeeId),
          attended(employeeId, 's1', 0),
        ]),
      )
        .when(DecideParticipantOutcome(completed))
        .thenRefused('R19', 'attendanceTooLow'));
  });

  describe('R19 and the pass mark', () => {
    const after = (...results: readonly ReturnType<typeof scored>[]) =>
      underPolicy(given(batch, [scheduled(), ...takesPart(employeeId), ...attendedAll(employeeId), ...results]));

    it('refuses the best score one hundredth below the pass mark', () =>
      after(scored(employeeId, 'post', 1, 6999))
        .when(DecideParticipantOutcome(completed))
        .thenRefused('R19', 'belowPassMark'));

    it('refuses completion without any result', () =>
      after().when(DecideParticipantOutcome(completed)).thenRefused('R19', 'belowPassMark'));

    it('refuses completion by the test before the training', () =>
      after(scored(employeeId, 'pre', 1, 9000))
        .when(DecideParticipantOutcome(completed))
        .thenRefused('R19', 'belowPassMark'));

    it('takes the best attempt, not the last', () =>
      after(scored(employeeId, 'post', 1, 8000), scored(employeeId, 'post', 2, 6000))
        .when(DecideParticipantOutcome(completed))
        .then([event({ bestScore: 8000 })]));

    it('accepts a paper that reaches the pass mark', () =>
      after(scored(employeeId, 'post', 1, 5000), scored(employeeId, 'paper', 1, 7000))
        .when(DecideParticipantOutcome(completed))
        .then([event({ bestScore: 7000 })]));

    it('takes the corrected result of an attempt', () =>
      after(scored(employeeId, 'post', 1, 8000), scored(employeeId, 'post', 1, 6000))
        .when(DecideParticipantOutcome(completed))
        .thenRefused('R19', 'belowPassMark'));
  });

  describe('R09', () => {
    it('accepts that a participant who leaves the agency is withdrawn before the batch begins', () => {
      const separated = { ...withdrawn, reason: { code: 'separated' as const } };
      return underPolicy(given(batch, [scheduled(), ...takesPart(employeeId)]))
        .as('process.separation')
        .when(DecideParticipantOutcome(separated), { occurredAt: noonOf('2026-05-04') })
        .then([event({ ...separated, attendanceShare: 0, decidedBy: { subjectId: 'process.separation' } })]);
    });

    it('accepts that a participant withdrew, with a reason and what was attended until then', () =>
      underPolicy(given(batch, [scheduled(), ...takesPart(employeeId), attended(employeeId, 's1')]))
        .when(DecideParticipantOutcome(withdrawn))
        .then([event({ ...withdrawn, attendanceShare: 2500 })]));

    it.each(['notCompleted', 'withdrawn'] as const)(
      'refuses %s for the reason `other` without a text',
      async (kind) => {
        await begun
          .when(DecideParticipantOutcome({ ...withdrawn, outcome: kind, reason: { code: 'other' } }))
          .thenRefused('R09', 'textMissing');
      },
    );

    it.each(['notCompleted', 'withdrawn'] as const)('knows no %s without a reason', async (kind) => {
      // @ts-expect-error Without a reason it is no command, for the compiler too.
      await begun.when(DecideParticipantOutcome({ employeeId, outcome: kind })).thenFails('invalid-command');
    });
  });

  describe('R19 and a second decision', () => {
    const decided = underPolicy(given(batch, [...passed, outcome(employeeId, 'notCompleted')]));

    it('refuses to decide an outcome twice', () =>
      decided.when(DecideParticipantOutcome(completed)).thenRefused('R19', 'decidedOnce'));

    it('accepts a correction', () =>
      decided.when(DecideParticipantOutcome(completed), correcting(8)).then([event({ bestScore: 7000 })]));

    it('accepts a correction after the batch was completed', () =>
      underPolicy(given(batch, [...passed, outcome(employeeId, 'notCompleted'), batchCompleted]))
        .when(DecideParticipantOutcome(completed), correcting(8))
        .then([event({ bestScore: 7000 })]));

    it('keeps the conditions of completion in a correction', () =>
      underPolicy(given(batch, [scheduled(), ...takesPart(employeeId), outcome(employeeId, 'notCompleted')]))
        .when(DecideParticipantOutcome(completed), correcting(3))
        .thenRefused('R19', 'attendanceTooLow'));
  });
});

describe('CompleteBatch', () => {
  const event = (details = {}) =>
    BatchCompleted.of({
      programId: 'program-1',
      counts: { nominated: 0, declined: 0, confirmed: 0, attended: 0, completed: 0 },
      realisedCost: 0,
      completedBy: maker,
      ...details,
    });
  const { budget: _budget, ...unpaid } = schedule;
  const gratis = scheduled({ ...unpaid });

  it('counts who was nominated, declined, confirmed, attended and completed, and reads the realised cost', () =>
    given(batch, [
      scheduled(),
      ...takesPart('employee-1'),
      ...attendedAll('employee-1'),
      outcome('employee-1', 'completed'),
      ...takesPart('employee-2'),
      attended('employee-2', 's1'),
      outcome('employee-2', 'notCompleted'),
      ...takesPart('employee-3'),
      outcome('employee-3', 'withdrawn'),
      nominated('employee-4'),
      declined('employee-4'),
    ])
      .and(budgetState, 'budget-1', [committed(), spent(10_000_000), spent(5_000_001)])
      .when(CompleteBatch({}))
      .then([
        event({
          counts: { nominated: 4, declined: 1, confirmed: 3, attended: 2, completed: 1 },
          realisedCost: 15_000_001,
        }),
      ]));

  it('R19 refuses it on the last day but one, and accepts it on the last', async () => {
    await given(batch, [gratis])
      .when(CompleteBatch({}), { occurredAt: noonOf('2026-05-14') })
      .thenRefused('R19', 'notOver');
    await given(batch, [gratis])
      .when(CompleteBatch({}), { occurredAt: noonOf('2026-05-15') })
      .then([event()]);
  });

  it('R19 refuses it while a nomination is open', () =>
    given(batch, [gratis, nominated(employeeId)])
      .when(CompleteBatch({}))
      .thenRefused('R19', 'nominationOpen'));

  it('R19 refuses it while a participant has no outcome', async () => {
    const { rejection } = await given(batch, [gratis, ...takesPart(employeeId), ...takesPart('employee-2')])
      .when(CompleteBatch({}))
      .thenRefused('R19', 'outcomeMissing');
    expect(rejection.data).toEqual({ employeeId, missing: 2 });
  });

  it('G02 refuses to complete a batch twice', () =>
    given(batch, [gratis, batchCompleted]).when(CompleteBatch({})).thenRefused('G02', 'wrongStatus'));
});
