import { describeLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { expect } from 'vitest';
import { evaluationState } from '../../src/evaluate/evaluation/state.js';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { employeeState } from '../../src/people/employee/state.js';
import { attendanceShare, bestScore } from '../../src/train/batch/completion.js';
import { type Batch, batch, batchState } from '../../src/train/batch/index.js';
import { programState } from '../../src/train/program/state.js';
import { lawData, policyAdopted } from '../governance/fixtures.js';
import {
  approved,
  designed,
  evaluationPlanned,
  leaves,
  nominated,
  pns,
  pppk,
  schedule,
  scheduled,
  takesPart,
  tell,
} from './fixtures.js';

/** One session, two seats for four people, and a name that is not registered. */
const begun = scheduled({ capacity: 2, passMark: 3000, sessions: schedule.sessions.slice(0, 1) });
const employeeId = fc.oneof(
  { arbitrary: fc.constant('employee-1'), weight: 6 },
  { arbitrary: fc.constantFrom('employee-2', 'employee-3', 'employee-4', 'nobody'), weight: 4 },
);
const sessionId = fc.constantFrom('s1', 's1', 's1', 's9');
const reason = fc.constantFrom({ code: 'other' as const }, { code: 'other' as const, text: 'Explained' });

describeLaws('batch', batch, {
  override: lawData,
  runs: 40,
  maxCommands: 100,
  actors: ['organiser-1', 'examiner-1', 'examiner-2', 'head-1', 'employee-1'].map((subjectId) => ({
    subjectId,
    roles: [],
  })),
  async setUp(store) {
    await tell(store, policyState.streamOf(POLICY), [policyAdopted]);
    await tell(store, programState.streamOf('program-1'), [designed({ estimatedCost: 0 }), approved]);
    await tell(store, evaluationState.streamOf('evaluation-1'), [evaluationPlanned()]);
    await tell(store, employeeState.streamOf('employee-1'), [pns]);
    await tell(store, employeeState.streamOf('employee-2'), [pppk()]);
    await tell(store, employeeState.streamOf('employee-3'), [pns]);
    await tell(store, employeeState.streamOf('employee-4'), [pns, leaves('2026-05-12')]);
    await tell(store, batchState.streamOf('batch-2'), [
      scheduled({ programId: 'program-2' }),
      ...takesPart('employee-3'),
    ]);
    // The batch of the laws has begun, or else most sequences would be over before anything has happened.
    await tell(store, batchState.streamOf('law-1'), [begun, ...takesPart('employee-1'), nominated('employee-2')]);
  },
  commands: {
    ScheduleBatch: fc.constant(schedule),
    AssignResourcePerson: fc.record({
      subjectId: fc.oneof(employeeId, fc.constant('evaluator-1')),
      origin: fc.constant('internal'),
      sessionIds: fc.tuple(sessionId),
    }),
    NominateParticipant: fc.record({ employeeId }),
    ConfirmNomination: fc.record({ employeeId, assignmentLetterRef: fc.constant('Sekda 800/41/2026') }),
    DeclineNomination: fc.record({ employeeId, by: fc.constantFrom('self', 'superior', 'bkpsdm'), reason }),
    RecordAttendance: fc.record({
      employeeId,
      sessionId,
      present: fc.constant(true),
      minutes: fc.constantFrom(0, 1, 180, 180, 181),
      method: fc.constant('qr'),
    }),
    RecordLearningResult: fc.record({
      employeeId,
      kind: fc.constantFrom('pre', 'post', 'paper'),
      attempt: fc.constantFrom(1, 1, 1, 2, 3, 4),
      score: fc.integer({ min: 0, max: 10_000 }),
    }),
    DecideParticipantOutcome: fc.oneof(
      { arbitrary: fc.record({ employeeId, outcome: fc.constant('completed') }), weight: 4 },
      {
        arbitrary: fc.record({ employeeId, outcome: fc.constantFrom('notCompleted', 'withdrawn'), reason }),
        weight: 1,
      },
    ),
    // Always refused: a cancellation ends everything.
    CancelBatch: fc.record({ reason: fc.constant({ code: 'other' }) }),
  },
  invariant: rulesHold,
});

function rulesHold(state: Batch): void {
  if (state.status === 'none') return;
  const people = [...state.participants];
  const seats = people.filter(([, { status }]) => ['confirmed', 'completed', 'notCompleted'].includes(status));
  expect(seats.length, 'R18: seats').toBeLessThanOrEqual(state.capacity);
  expect(
    people.filter(([id, { status }]) => status !== 'declined' && state.resourcePersons.includes(id)),
    'R17: nobody teaches and takes part',
  ).toEqual([]);
  for (const [, participant] of people) {
    for (const { attempt } of participant.results)
      expect(attempt, 'R19: attempts').toBeLessThanOrEqual(state.maxAttempts);
    if (participant.status !== 'completed') continue;
    expect(attendanceShare(state, participant), 'R19: attendance').toBeGreaterThanOrEqual(8500);
    expect(bestScore(participant) ?? 0, 'R19: pass mark').toBeGreaterThanOrEqual(state.passMark);
  }
  if (state.status === 'completed') {
    const open = people.filter(([, { status }]) => status === 'nominated' || status === 'confirmed');
    expect(open, 'R19: everybody is settled').toEqual([]);
  }
}
