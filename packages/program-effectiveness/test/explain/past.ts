import { BehaviourRated, BudgetRealized, BudgetReleased, LearningResultRecorded } from '@pembinaan/core';
import { type GivenEvent, historyEventId, type PastDetails } from '@pembinaan/event-sourcing/testing';
import {
  approved,
  by,
  commitment,
  completed,
  confirmed,
  designed,
  drafted,
  measurement,
  nominated,
  outcome,
  type Past,
  people,
  planItem,
  planned,
  policy,
  scheduled,
} from '../fixtures.js';

/** Recorded at nine in the morning of the day on which it happened, in Jakarta. */
const on = (day: string, [stream, event, details = {}]: GivenEvent, more: PastDetails = {}): GivenEvent => {
  const moment = `${day}T02:00:00.000Z`;
  return [stream, event, { ...details, ...more, occurredAt: moment, recordedAt: moment }];
};

const score = (employeeId: string, kind: 'pre' | 'post', points: number, attempt = 1): GivenEvent => [
  'batch-b1',
  LearningResultRecorded.of({ programId: 'p', employeeId, kind, attempt, score: points * 100, examinedBy: by }),
];

const rated = (ratingId: string, employeeId: string, points: number, raterKind: 'superior' | 'self'): GivenEvent => [
  'evaluation-e',
  BehaviourRated.of({
    programId: 'p',
    batchId: 'b1',
    ratingId,
    employeeId,
    raterKind,
    ratings: [{ of: 'M05', score: points }],
    ratedOn: '2026-06-20',
    ratedBy: { subjectId: `${raterKind}-of-${employeeId}` },
  }),
];

const january = { from: '2026-01-01', to: '2026-01-31' };
const february = { from: '2026-02-01', to: '2026-02-28' };
const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };

const waiting = (id: string, unitId: string, period: typeof january, median: number, n = 100): GivenEvent =>
  measurement(id, { period, median, n }, unitId);
const errors = (id: string, unitId: string, period: typeof january, rate: number): GivenEvent =>
  measurement(id, { metric: 'error', period, rate }, unitId);

/** Planned, held and paid in the first quarter of 2026, and measured in April; so many people took both tests and were rated. */
export const held = (count: number): Past => {
  const all = people('a', count);
  return [
    on('2026-01-02', policy({ 'effect.minimum': 1000 })),
    on('2026-01-10', drafted()),
    on('2026-01-12', planItem('item')),
    on('2026-01-20', designed('p')),
    on('2026-01-25', approved('p')),
    on('2026-02-01', commitment('c1', 12_000_000)),
    on('2026-02-02', waiting('w1', 'loket', january, 2400)),
    on('2026-02-02', waiting('w1', 'camat', january, 2000)),
    on('2026-02-02', errors('x1', 'loket', january, 400)),
    on('2026-02-02', errors('x1', 'camat', january, 300)),
    on('2026-02-05', planned({ serviceUnits: ['loket', 'camat'] })),
    on('2026-02-10', scheduled('b1')),
    ...all.flatMap((id) => [on('2026-02-20', nominated('b1', id)), on('2026-02-20', confirmed('b1', id))]),
    ...all.map((id, at) => on('2026-03-10', score(id, 'pre', 51 + at))),
    ...all.map((id, at) => on('2026-03-11', score(id, 'post', 73 + 2 * at))),
    ...all.map((id) => on('2026-03-12', outcome('b1', id))),
    on('2026-03-12', completed('b1')),
    on('2026-03-20', [
      'budget-x-2026',
      BudgetReleased.of({
        commitmentId: 'c1',
        programId: 'p',
        amount: 2_000_000,
        reason: { code: 'saved' },
        releasedBy: by,
      }),
    ]),
    on('2026-03-25', [
      'budget-x-2026',
      BudgetRealized.of({
        commitmentId: 'c1',
        programId: 'p',
        amount: 9_000_000,
        documentRef: 'SP2D-1',
        realizedBy: by,
      }),
    ]),
    on('2026-05-04', waiting('w2', 'loket', march, 1900)),
    on('2026-05-04', waiting('w3', 'loket', april, 1600)),
    on('2026-05-04', waiting('w3', 'camat', april, 1105)),
    on('2026-05-04', errors('x2', 'loket', april, 410)),
    on('2026-05-04', errors('x2', 'camat', april, 300)),
    on('2026-06-20', rated('r0', 'a1', 5, 'self')),
    ...all.map((id, at) => on('2026-06-20', rated(`r${at + 1}`, id, 3 + (at % 3), 'superior'))),
  ];
};

/** The waiting time of April in `loket` was 1500 seconds, as it came out on 1 July. */
export const corrected: GivenEvent = on('2026-07-01', waiting('w3', 'loket', april, 1500), {
  corrects: { eventId: historyEventId('serviceUnit-loket', 3), reason: 'angka April salah ketik' },
});

/** So was a score, with a reason that tells it. */
export const scoreCorrected = (count: number): GivenEvent =>
  on('2026-07-02', score('a1', 'post', 99), {
    corrects: { eventId: historyEventId('batch-b1', 1 + 3 * count), reason: 'seharusnya 99, bukan 73' },
  });

export { april, february, january, on, score, waiting };
