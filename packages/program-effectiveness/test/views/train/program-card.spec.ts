import {
  BudgetRealized,
  EvaluationContested,
  LearningResultRecorded,
  ProgramContinued,
  ProgramSuspended,
  ResourcePersonAssigned,
  RevisionRecommended,
} from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { programCard } from '../../../src/index.js';
import {
  approved,
  ask,
  attended,
  by,
  cancelled,
  commitment,
  concluded,
  designed,
  drafted,
  impact,
  on,
  outcome,
  people,
  planItem,
  planned,
  policy,
  scheduled,
  seated,
} from '../../fixtures.js';

const score = (employeeId: string, kind: 'pre' | 'post', value: number): GivenEvent => [
  'batch-b',
  LearningResultRecorded.of({ programId: 'p', employeeId, kind, attempt: 1, score: value, examinedBy: by }),
];

describe('ProgramCard', () => {
  const five = people('a', 5);
  const past = [
    drafted(),
    planItem('item'),
    designed('p', { requestedBy: 'kadis' }),
    approved('p'),
    commitment('c', 10_000_000),
    [
      'budget-x-2026',
      BudgetRealized.of({ commitmentId: 'c', programId: 'p', amount: 9_000_000, documentRef: 'SP2D', realizedBy: by }),
    ],
    planned(),
    scheduled('b'),
    [
      'batch-b',
      ResourcePersonAssigned.of({
        programId: 'p',
        subjectId: 'dosen',
        origin: 'university',
        sessionIds: ['s1'],
        assignedBy: by,
      }),
    ],
    ...five.flatMap((id) => [
      ...seated('b', id, 'loket'),
      score(id, 'pre', 5000),
      attended('b', id),
      score(id, 'post', 7500),
      outcome('b', id),
    ]),
    impact(3750),
    concluded(),
    [
      'program-p',
      RevisionRecommended.of({
        recommendationId: 'r',
        kind: 'suspend',
        evaluationId: 'e',
        causeEvents: [historyEventId('evaluation-e', 2)],
        recommendedBy: by,
      }),
    ],
    [
      'program-p',
      ProgramSuspended.of({ reason: { code: 'budget' }, suspendedBy: { subjectId: 'ppk' } }),
      on('2026-08-01', { actor: { subjectId: 'ppk', roles: [], authorityId: 'grant' }, policyVersion: 'p-2026' }),
    ],
  ] satisfies readonly GivenEvent[];

  it('tells of a programme from its design to its last decision, and why', async () =>
    expect(await ask(programCard, past, '2026-08-31')).toEqual([
      {
        programId: 'p',
        program: 'Program p (rekaan)',
        track: 'full',
        form: 'KL03',
        status: 'suspended',
        designedBy: 'designer',
        requestedBy: 'kadis',
        approvedBy: 'ppk',
        taughtBy: 'dosen',
        batches: 1,
        nominated: 5,
        attended: 5,
        completed: 5,
        gain: 2500,
        behaviourRated: 0,
        conclusion: 'effective',
        contested: false,
        planned: 12_000_000,
        committed: 10_000_000,
        realised: 9_000_000,
        perCompleted: 1_800_000,
        decision: 'suspended',
        decidedOn: '2026-08-01',
        decidedBy: 'ppk',
        authorityId: 'grant',
        policyVersion: 'p-2026',
        because: 'budget',
        recommendationId: 'r',
        evidence: expect.stringContaining(historyEventId('evaluation-e', 2)),
      },
    ]));

  it('shows no gain of fewer people than the policy allows', async () =>
    expect(
      (await ask(programCard, [policy({ 'disclosure.minimumN': 6 }), ...past], '2026-08-31'))[0]?.gain,
    ).toBeNull());

  it('takes the last conclusion, the last decision, and says when the conclusion is contested', async () => {
    const again: readonly GivenEvent[] = [
      [
        'evaluation-e',
        EvaluationContested.of({ programId: 'p', grounds: 'data', answerDue: '2026-08-20', contestedBy: by }),
      ],
    ];
    expect((await ask(programCard, [...past, ...again], '2026-12-31'))[0]).toMatchObject({
      conclusion: 'effective',
      contested: true,
    });
    const answered = [...past, ...again, concluded({ conclusion: 'inconclusive' })];
    expect((await ask(programCard, answered, '2026-12-31'))[0]).toMatchObject({
      conclusion: 'inconclusive',
      contested: false,
    });
    const nextRound = [planned({}, 'a'), concluded({ conclusion: 'harmful' }, 'a'), planned({}, 'open')];
    const continued: GivenEvent = [
      'program-p',
      ProgramContinued.of({ recommendationId: 'r', endsSuspension: true, continuedBy: by }),
      on('2026-09-01'),
    ];
    expect((await ask(programCard, [...answered, ...nextRound, continued], '2026-12-31'))[0]).toMatchObject({
      conclusion: 'harmful',
      decision: 'continued',
      decidedOn: '2026-09-01',
    });
  });

  it('keeps the batches of programmes apart, and leaves out cancelled ones', async () => {
    const two = [
      designed('q'),
      designed('p'),
      scheduled('b'),
      scheduled('c'),
      cancelled('c'),
      scheduled('d', { programId: 'q' }),
    ];
    expect((await ask(programCard, two, '2026-12-31')).map(({ programId, batches }) => [programId, batches])).toEqual([
      ['p', 1],
      ['q', 1],
    ]);
  });

  it('is empty below for a programme that was only designed', async () =>
    expect((await ask(programCard, [designed('p')], '2026-08-31'))[0]).toMatchObject({
      status: 'designed',
      approvedBy: null,
      taughtBy: null,
      planned: null,
      perCompleted: null,
      conclusion: null,
      contested: false,
      decision: null,
      evidence: null,
    }));
});
