import {
  AttendanceRecorded,
  BatchCancelled,
  BatchScheduled,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  LearningMaterialPublished,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  PlanItemAdded,
  PlanItemRemoved,
  ProgramDesigned,
  ProgramExpanded,
  ProgramImpactMeasured,
  RevisionRecommended,
} from '@pembinaan/core';
import { type DomainEvent, replayAll } from '@pembinaan/event-sourcing';
import { givenEvents, historyEventId, type PastDetails } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { learningGain, type ProgramSummary, planItems, programRecords, programSummary } from '../src/index.js';

const by = { subjectId: 'officer' };
const programId = 'p';
const period = { from: '2026-03-10', to: '2026-03-11' };

type Line = readonly [stream: string, event: DomainEvent, details?: PastDetails];

const designed: readonly Line[] = [
  [
    'developmentPlan-plan',
    PlanItemAdded.of({
      item: {
        itemId: 'item',
        needIds: ['need'],
        form: 'KL03',
        target: 'individual',
        participantsPlanned: 10,
        jp: 1000,
        cost: 12_000_000,
        impactIndicator: 'waktu tunggu',
        learningModel: 'formal10',
      },
      addedBy: by,
    }),
  ],
  [
    'program-p',
    ProgramDesigned.of({
      name: 'Manajemen waktu (rekaan)',
      track: 'full',
      planItem: { planId: 'plan', itemId: 'item' },
      form: 'KL03',
      competencies: [{ code: 'M05', targetLevel: 3 }],
      jp: 1000,
      estimatedCost: 12_000_000,
      needsLeaveOfDuty: false,
      certificate: 'attendance',
      passMark: 7000,
      maxAttempts: 2,
      valueTags: [],
      designedBy: by,
    }),
  ],
];

const scheduledUnder = (evaluationId: string, batchId = 'b'): Line => [
  `batch-${batchId}`,
  BatchScheduled.of({
    programId,
    form: 'KL03',
    jp: 1000,
    passMark: 7000,
    maxAttempts: 2,
    period,
    sessions: [{ sessionId: 's', date: '2026-03-10', minutes: 300 }],
    capacity: 10,
    venue: 'aula',
    evaluationId,
    scheduledBy: by,
  }),
];
const scheduled = scheduledUnder('e');

/** One participant from nomination to outcome; scores in hundredths. */
function participant(employeeId: string, pre: number, ...posts: readonly number[]): readonly Line[] {
  const scored = (kind: 'pre' | 'post', attempt: number, score: number): Line => [
    'batch-b',
    LearningResultRecorded.of({ programId, employeeId, kind, attempt, score, examinedBy: by }),
  ];
  return [
    ['batch-b', ParticipantNominated.of({ programId, employeeId, period, nominatedBy: by })],
    [
      'batch-b',
      NominationConfirmed.of({
        programId,
        employeeId,
        form: 'KL03',
        jp: 1000,
        period,
        aboveCeiling: false,
        confirmedBy: by,
      }),
    ],
    [
      'batch-b',
      AttendanceRecorded.of({
        programId,
        employeeId,
        sessionId: 's',
        present: true,
        minutes: 300,
        method: 'qr',
        recordedBy: by,
      }),
    ],
    scored('pre', 1, pre),
    ...posts.map((score, index) => scored('post', index + 1, score)),
    [
      'batch-b',
      ParticipantOutcomeDecided.of({
        programId,
        employeeId,
        outcome: 'completed',
        attendanceShare: 10_000,
        decidedBy: by,
      }),
    ],
  ];
}

const declined = (employeeId: string, code: 'workload' | 'noCareerEffect'): readonly Line[] => [
  ['batch-b', ParticipantNominated.of({ programId, employeeId, period, nominatedBy: by })],
  ['batch-b', NominationDeclined.of({ programId, employeeId, by: 'self', reason: { code }, declinedBy: by })],
];

const impact = (after: number, improvement: number) =>
  ProgramImpactMeasured.of({
    programId,
    unitId: 'loket',
    service: 'ktp-el',
    outcome: { metric: 'waiting', before: 2400, after, beforeId: 'm1', afterId: 'm2' },
    improvement,
    guard: { metric: 'error', before: 500, after: 450, beforeId: 'm3', afterId: 'm4', worsened: false },
    n: 240,
    measuredBy: by,
  });

const planned: Line = [
  'evaluation-e',
  EvaluationPlanned.of({
    programId,
    levels: [2, 4],
    design: 'prePost',
    serviceUnits: ['loket'],
    comparisonUnits: [],
    metrics: [{ service: 'ktp-el', metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
    evaluatorId: 'evaluator',
    plannedOn: '2026-02-20',
    plannedBy: by,
  }),
];

const impactId = historyEventId('evaluation-e', 1);
const conclusionId = historyEventId('evaluation-e', 2);

const concluded = (conclusion: 'effective' | 'noSignificantChange'): Line => [
  'evaluation-e',
  EvaluationConcluded.of({
    programId,
    conclusion,
    strengths: [],
    weaknesses: [],
    measuredLevels: [2, 4],
    missingLevels: [],
    evidence: [impactId],
    design: 'prePost',
    concludedOn: '2026-07-06',
    concludedBy: { subjectId: 'evaluator' },
  }),
];

const recommended: Line = [
  'program-p',
  RevisionRecommended.of({
    recommendationId: 'r',
    kind: 'expand',
    evaluationId: 'e',
    causeEvents: [conclusionId],
    recommendedBy: by,
  }),
];

const expanded: Line = [
  'program-p',
  ProgramExpanded.of({
    recommendationId: 'r',
    evaluationId: 'e',
    scope: { units: ['loket'], participants: 20 },
    addedCost: 0,
    expandedBy: { subjectId: 'ppk' },
  }),
  { actor: { subjectId: 'ppk', roles: [], authorityId: 'grant' }, policyVersion: 'p-2026' },
];

async function viewOf(lines: readonly Line[]): Promise<ProgramSummary | undefined> {
  const store = await givenEvents(programRecords, lines).store();
  const [records, plans] = await replayAll(store, [programRecords, planItems]);
  const record = records.get(programId);
  return record && programSummary(record, plans.rows);
}

describe('plan and budget against realisation', () => {
  it('put the plan item beside what was committed, released and spent', async () => {
    const commitment = { commitmentId: 'c', programId };
    const view = await viewOf([
      ...designed,
      [
        'budget-x-2026',
        BudgetCommitted.of({ ...commitment, planId: 'plan', planItemId: 'item', amount: 12_000_000, committedBy: by }),
      ],
      ['budget-x-2026', BudgetRealized.of({ ...commitment, amount: 9_000_000, documentRef: 'SP2D', realizedBy: by })],
      [
        'budget-x-2026',
        BudgetReleased.of({ ...commitment, amount: 2_000_000, reason: { code: 'saved' }, releasedBy: by }),
      ],
      scheduled,
      ...participant('a', 5000, 8000),
      ...participant('b', 5000, 8000),
    ]);
    expect(view?.plan).toMatchObject({ participantsPlanned: 10, cost: 12_000_000 });
    expect(view?.budget).toEqual({
      planned: 12_000_000,
      committed: 12_000_000,
      realized: 9_000_000,
      released: 2_000_000,
      open: 1_000_000,
      perCompleted: 4_500_000,
    });
  });

  it('are kept apart where two budgets use one commitment id', async () => {
    const commitment = { commitmentId: 'c', programId };
    const lines = ['budget-x-2026', 'budget-y-2026'].map(
      (stream): Line => [
        stream,
        BudgetCommitted.of({ ...commitment, planId: 'plan', planItemId: 'item', amount: 6_000_000, committedBy: by }),
      ],
    );
    for (const [index, spent] of [
      [0, 'budget-x-2026'],
      [1, 'budget-y-2026'],
    ] as const) {
      const { rows } = await givenEvents(programRecords, [
        ...lines,
        [spent, BudgetRealized.of({ ...commitment, amount: 7_000, documentRef: 'SP2D', realizedBy: by })],
      ]).view();
      expect(rows.get(programId)?.commitments[index]).toMatchObject({ realized: 7_000 });
      expect(rows.get(programId)?.commitments[1 - index]).toMatchObject({ realized: 0 });
    }
  });

  it('give no cost for each participant where nobody completed', async () => {
    expect((await viewOf(designed))?.budget.perCompleted).toBeNull();
  });
});

describe('reach', () => {
  it('counts who was nominated, who declined and why, who attended and who completed', async () => {
    const view = await viewOf([
      ...designed,
      scheduled,
      ...participant('a', 5000, 8000),
      ...declined('b', 'workload'),
      ...declined('c', 'noCareerEffect'),
      ...declined('d', 'noCareerEffect'),
    ]);
    expect(view?.reach).toEqual({
      planned: 10,
      nominated: 4,
      declined: 3,
      declineReasons: [
        { code: 'noCareerEffect', count: 2 },
        { code: 'workload', count: 1 },
      ],
      confirmed: 1,
      attended: 1,
      completed: 1,
      lost: 0,
    });
  });
});

describe('a cancelled batch', () => {
  it('counts the places that it took away, and its participants no more', async () => {
    const cancelled: Line = [
      'batch-b',
      BatchCancelled.of({ programId, reason: { code: 'budget' }, participants: ['a', 'b'], cancelledBy: by }),
    ];
    const view = await viewOf([
      ...designed,
      scheduled,
      ...participant('a', 5000, 8000),
      ...declined('c', 'workload'),
      cancelled,
    ]);
    expect(view?.reach).toMatchObject({ nominated: 0, completed: 0, lost: 2 });
  });
});

describe('material', () => {
  it('is listed version by version, with the last day on which it may be taught', async () => {
    const published = (version: number, validUntil?: string): Line => [
      'program-p',
      LearningMaterialPublished.of({
        materialId: 'modul',
        version,
        title: 'Modul antrean (rekaan)',
        kind: 'module',
        public: false,
        sha256: 'a'.repeat(64),
        ...(validUntil === undefined ? {} : { validUntil }),
        validityStatement: 'diperiksa',
        publishedBy: by,
      }),
    ];
    const view = await viewOf([...designed, published(1), published(2, '2026-12-31')]);
    expect(view?.materials.map(({ version, validUntil, source }) => [version, validUntil, source.type])).toEqual([
      [1, null, 'LearningMaterialPublished'],
      [2, '2026-12-31', 'LearningMaterialPublished'],
    ]);
  });
});

describe('the plan', () => {
  it('no longer holds an item that was removed from the draft', async () => {
    const removed: Line = [
      'developmentPlan-plan',
      PlanItemRemoved.of({ itemId: 'item', reason: { code: 'noBudget' }, removedBy: by }),
    ];
    expect((await viewOf([...designed]))?.plan?.itemId).toBe('item');
    expect((await viewOf([...designed, removed]))?.plan).toBeNull();
  });
});

describe('learning gain', () => {
  const five = ['a', 'b', 'c', 'd', 'e'];

  it('is the mean over complete pairs, with their number', async () => {
    const view = await viewOf([...designed, scheduled, ...five.flatMap((id) => participant(id, 5000, 7500))]);
    expect(view?.learning).toEqual({
      n: 5,
      preOnly: 0,
      postOnly: 0,
      meanPre: 5000,
      meanPost: 7500,
      meanGain: 2500,
      notShown: null,
    });
  });

  it('takes the first attempt after the training, not the best of several', async () => {
    const view = await viewOf([...designed, scheduled, ...five.flatMap((id) => participant(id, 5000, 6000, 9000))]);
    expect(view?.learning.meanPost).toBe(6000);
  });

  it('is not shown for fewer than five people, and says so', () => {
    const pairs = Array.from({ length: 4 }, () => ({ pre: 5000, post: 6000 }));
    expect(learningGain(pairs)).toMatchObject({ n: 4, meanGain: null, notShown: 'tooFew' });
    expect(learningGain([])).toMatchObject({ n: 0, meanGain: null, notShown: 'noPairs' });
  });

  it('counts a person in five batches once, and so does not show the scores of one person', async () => {
    const again = ['b1', 'b2', 'b3', 'b4', 'b5'].flatMap((batch): Line[] =>
      [scheduled, ...participant('a', 5000, 8000)].map(([, event]): Line => [`batch-${batch}`, event]),
    );
    const view = await viewOf([...designed, ...again]);
    expect(view?.reach.completed).toBe(5);
    expect(view?.learning).toMatchObject({ n: 1, meanPre: null, notShown: 'tooFew' });
  });

  it('is over the rounds that are large enough, so that a smaller one is not the difference of programme and round', async () => {
    const second = participant('x', 1000, 9000).map(([, each]): Line => ['batch-b2', each]);
    const view = await viewOf([
      ...designed,
      scheduled,
      ...five.flatMap((id) => participant(id, 5000, 7500)),
      scheduledUnder('e2', 'b2'),
      ...second,
    ]);
    expect(view?.learning).toMatchObject({ n: 5, meanPre: 5000, meanPost: 7500 });
  });

  it('leaves out who lacks one of the tests, and counts them', () => {
    const pairs = Array.from({ length: 5 }, () => ({ pre: 5000, post: 6000 }));
    expect(learningGain([...pairs, { pre: 1000, post: null }, { pre: null, post: 9000 }])).toMatchObject({
      n: 5,
      preOnly: 1,
      postOnly: 1,
      meanPre: 5000,
      meanPost: 6000,
    });
  });

  it('is negative where people know less afterwards', () => {
    const pairs = Array.from({ length: 5 }, () => ({ pre: 6000, post: 5500 }));
    expect(learningGain(pairs).meanGain).toBe(-500);
  });
});

describe('the decision and why', () => {
  const story = [
    ...designed,
    scheduled,
    planned,
    ['evaluation-e', impact(1500, 3750)],
    concluded('effective'),
  ] as const;

  it('leads from the decision to recommendation, conclusion and evidence, with authority and policy', async () => {
    const view = await viewOf([...story, recommended, expanded]);
    const [decision] = view?.decisions ?? [];
    expect(decision).toMatchObject({
      decision: 'expanded',
      decidedBy: 'ppk',
      authorityId: 'grant',
      policyVersion: 'p-2026',
      recommendation: { recommendationId: 'r', kind: 'expand' },
      conclusion: { conclusion: 'effective', evaluationId: 'e' },
    });
    expect(decision?.restsOn.map(({ eventId, source }) => [eventId, source?.type])).toEqual([
      [historyEventId('program-p', 1), 'RevisionRecommended'],
      [conclusionId, 'EvaluationConcluded'],
      [impactId, 'ProgramImpactMeasured'],
    ]);
  });

  it('keeps the conclusion that stood when it was decided, also after a contest led to another one', async () => {
    const contested: Line = [
      'evaluation-e',
      EvaluationContested.of({ programId, grounds: 'data', answerDue: '2026-07-24', contestedBy: by }),
    ];
    const view = await viewOf([...story, recommended, expanded, contested, concluded('noSignificantChange')]);
    expect(view?.decisions[0]?.conclusion?.conclusion).toBe('effective');
    expect(view?.evaluations[0]?.conclusions.map(({ conclusion }) => conclusion)).toEqual([
      'effective',
      'noSignificantChange',
    ]);
  });
});

describe('a corrected measurement', () => {
  const corrected: readonly Line[] = [
    ...designed,
    scheduled,
    planned,
    ['evaluation-e', impact(1500, 3750)],
    ['evaluation-e', impact(2300, 417), { corrects: { eventId: impactId, reason: 'data antrean salah dibaca' } }],
  ];

  it('counts no more', async () =>
    expect((await viewOf(corrected))?.service.map(({ outcome }) => outcome.after)).toEqual([2300]));

  it('stays visible with the event that corrected it', async () =>
    expect((await viewOf(corrected))?.evaluations[0]?.impacts.map(({ correctedBy }) => correctedBy)).toEqual([
      historyEventId('evaluation-e', 2),
      null,
    ]));
});
