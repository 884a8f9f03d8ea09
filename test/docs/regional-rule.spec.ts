import {
  BatchScheduled,
  EvaluationPlanned,
  evaluationState,
  POLICY,
  PolicyVersionAdopted,
  ProgramApproved,
  ProgramDesigned,
  policyState,
  programState,
  ScheduleBatch,
} from '@pembinaan/core';
import { memoryStore } from '@pembinaan/event-sourcing';
import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { binjai2026, binjaiBatch, pembinaanBinjai } from './regional-rule.js';

const by = (subjectId: string) => ({ subjectId });
const policy = PolicyVersionAdopted.of({ ...binjai2026.data, adoptedBy: by('mayor') });
const program = [
  ProgramDesigned.of({
    name: 'Time management',
    track: 'light',
    trackReason: 'one hour in the office',
    form: 'KL07',
    competencies: [{ code: 'M04', targetLevel: 2 }],
    jp: 500,
    estimatedCost: 0,
    needsLeaveOfDuty: false,
    certificate: 'none',
    passMark: 0,
    maxAttempts: 1,
    valueTags: [],
    designedBy: by('designer'),
  }),
  ProgramApproved.of({ track: 'light', approvedBy: by('head') }),
];
const evaluation = EvaluationPlanned.of({
  programId: 'p1',
  levels: [2],
  design: 'prePost',
  serviceUnits: [],
  comparisonUnits: [],
  metrics: [],
  minimumEffect: 1000,
  minimumN: 5,
  evaluatorId: 'evaluator',
  plannedOn: '2026-01-06',
  plannedBy: by('planner'),
});
const wish = (capacity: number) => ({
  programId: 'p1',
  evaluationId: 'e1',
  period: { from: '2026-02-02', to: '2026-02-02' },
  sessions: [{ sessionId: 's1', date: '2026-02-02', minutes: 300 }],
  capacity,
  venue: 'Aula',
});
const during = { occurredAt: '2026-01-20T03:00:00.000Z' };

// #region test
const binjai = given(binjaiBatch, [], { id: 'b1' })
  .and(policyState, POLICY, [policy])
  .and(programState, 'p1', program)
  .and(evaluationState, 'e1', [evaluation])
  .as('organiser');

describe('BNJ1: no more participants than the city allows', () => {
  it('refuses a batch of 31', () => binjai.when(ScheduleBatch(wish(31)), during).thenRefused('BNJ1', 'tooLarge'));

  it('leaves a batch of 30 to the library, which schedules it', () =>
    binjai.when(ScheduleBatch(wish(30)), during).then([
      BatchScheduled.of({
        ...wish(30),
        form: 'KL07',
        jp: 500,
        passMark: 0,
        maxAttempts: 1,
        scheduledBy: { subjectId: 'organiser' },
      }),
    ]));

  it('leaves what the library refuses refused', () =>
    given(binjaiBatch, [], { id: 'b1' })
      .and(policyState, POLICY, [policy])
      .as('organiser')
      .when(ScheduleBatch(wish(30)), during)
      .thenRefused('G02', 'notFound'));
});
// #endregion test

it('stands in the place of the first decider behind the door of the city', async () => {
  const store = memoryStore();
  const result = await pembinaanBinjai.dispatch(store, 'b1', ScheduleBatch(wish(31)), {
    actor: { subjectId: 'organiser', roles: [] },
  });
  // Without the policy of the city its rule has no figure, and the rules of the library go on.
  expect(result).toMatchObject({ accepted: false, rejection: { rule: 'G02' } });
});
