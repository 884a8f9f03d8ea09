import { checkedAsOf, RevisionRecommended } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';
import { type GivenEvent, givenEvents, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { adviceFor, departureOf, latestAdvice, momentOf } from '../../src/advice/index.js';
import { readingAt } from '../../src/effectiveness/reading-at.js';
import { shelfOf } from '../../src/effectiveness/shelf.js';
import { estimatesOf } from '../../src/estimates/index.js';
import { evaluationSurroundings } from '../../src/surroundings/read-surroundings.js';
import {
  approved,
  by,
  concluded,
  designed,
  measurement,
  on,
  type Past,
  planned,
  policy,
  scheduled,
} from '../fixtures.js';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
const SERVED = ids('s', 6);
const OTHERS = ids('c', 12);
const WOBBLE = [30, -40, 10, -20, 50, -30, 20, -10, 40, -50, 0];

const AFTER = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'];
const MONTHS = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', ...AFTER];

type Metric = 'waiting' | 'error';

const measured = (unitId: string, month: string, metric: Metric, value: number): GivenEvent =>
  measurement(
    `${metric}-${month}`,
    {
      metric,
      period: { from: `${month}-01`, to: `${month}-28` },
      n: 200,
      ...(metric === 'waiting' ? { median: value, p90: value * 2 } : { rate: value }),
    },
    unitId,
  );

/** Every unit waits about forty minutes; those that were served wait ten minutes less after the training. Errors stay as they are. */
const measurements: Past = [...SERVED, ...OTHERS].flatMap((unitId, unit) =>
  MONTHS.flatMap((month, index) => {
    const wobble = WOBBLE[(unit * 5 + index * 3) % WOBBLE.length] ?? 0;
    const gain = SERVED.includes(unitId) && AFTER.includes(month) ? 600 + 4 * unit : 0;
    return [
      measured(unitId, month, 'waiting', 2400 + 3 * (unit % 6) + wobble - gain),
      measured(unitId, month, 'error', 200 + (AFTER.includes(month) ? 0 : 5)),
    ];
  }),
);

const recommendation = (kind: 'expand' | 'continue', advised?: 'expand' | 'continue'): GivenEvent => [
  'program-p',
  RevisionRecommended.of({
    recommendationId: 'r',
    kind,
    evaluationId: 'e',
    causeEvents: [],
    ...(advised !== undefined && { advised }),
    recommendedBy: by,
  }),
  on('2026-11-02'),
];

const story: Past = [
  policy({ 'effect.minimum': 1000 }),
  designed('p'),
  approved('p'),
  planned({ levels: [4], design: 'comparison', serviceUnits: SERVED, comparisonUnits: OTHERS }),
  scheduled('b1', { period: { from: '2026-03-10', to: '2026-03-11' } }),
  ...measurements,
];
const conclusion = concluded({ conclusion: 'effective', measuredLevels: [4], concludedOn: '2026-10-05' });

/** The last measured errors of a unit were copied wrongly: there were five times as many. */
const correction: GivenEvent = (() => {
  const [stream, event] = measured('s1', '2026-09', 'error', 1000);
  const corrects = { eventId: historyEventId(stream, 2 * MONTHS.length - 1), reason: 'salah salin' };
  return [stream, event, { ...on('2026-09-30'), corrects }];
})();

const nothing = projection({
  name: 'nothing',
  version: 1,
  events: [],
  initial: () => ({}),
  key: () => undefined,
  on: {},
});

/** The advice as of a day, or as of the moment of the recommendation, and the recommendation itself. */
async function asked(past: Past, { atRecommendation = false, day = '2026-11-02' } = {}) {
  const shelf = await shelfOf(await givenEvents(nothing, past).store());
  const now = await readingAt(shelf, checkedAsOf({ effective: day }));
  const known = await now.program('p');
  const told = known?.recommendations[0];
  const reading = atRecommendation && told ? await readingAt(shelf, momentOf(told, 'Asia/Jakarta')) : now;
  const program = await reading.program('p');
  if (program === undefined) throw new Error('The past tells nothing of the programme p.');
  const around = await evaluationSurroundings(reading, program);
  const rounds = estimatesOf(program, around, reading.clock);
  const advice = adviceFor(program, 'e', rounds, around, reading.clock);
  return { advice, latest: latestAdvice(program, rounds, around, reading.clock), told };
}

describe('an advice from events', () => {
  it('awaits the conclusion, and expands once it is drawn', async () => {
    expect((await asked(story)).advice).toMatchObject({
      kind: 'continue',
      reasons: { 0: { code: 'awaitsConclusion' } },
    });
    const { advice, latest } = await asked([...story, conclusion]);
    expect(advice).toMatchObject({ kind: 'expand', evaluationId: 'e', policyVersion: 'p-2026' });
    expect(latest).toEqual(advice);
  });

  it('lists the measurements and the conclusion behind it', async () => {
    const { advice } = await asked([...story, conclusion]);
    const types = advice.reasons[0]?.events.map(({ type }) => type) ?? [];
    expect(types.filter((type) => type === 'ServiceMeasurementRecorded')).toHaveLength(
      (SERVED.length + OTHERS.length) * MONTHS.length * 2,
    );
    expect(types.at(-1)).toBe('EvaluationConcluded');
  });

  it('turns by one corrected measurement, and stays what it was as of then', async () => {
    const past = [...story, conclusion, recommendation('expand', 'expand'), correction];
    const now = await asked(past);
    expect(now.advice).toMatchObject({
      kind: 'reviewMethod',
      reasons: { 0: { code: 'guardWorsened', rule: 'R24' } },
    });
    const then = await asked(past, { atRecommendation: true });
    expect(then.advice.kind).toBe('expand');
    if (then.told === undefined) throw new Error('The recommendation is told.');
    expect(departureOf(then.told, then.advice)).toMatchObject({
      departs: false,
      advisedAsTold: { kind: 'expand', asComputed: true },
    });
  });

  it('grows too old for an expansion', async () => {
    const { advice } = await asked([...story, conclusion], { day: '2027-10-06' });
    expect(advice).toMatchObject({
      kind: 'notEnoughEvidence',
      reasons: { 0: { code: 'evidenceTooOld' } },
    });
  });
});

describe('an expansion is never advised', () => {
  const withPlan = (serviceUnits: string[], comparisonUnits: string[]): Past => [
    ...story.filter(([stream]) => stream !== 'evaluation-e'),
    planned({ levels: [4], design: 'comparison', serviceUnits, comparisonUnits }),
    conclusion,
  ];

  it('for one unit that is planned twice', async () => {
    expect((await asked(withPlan(['s3', 's3'], OTHERS))).advice.kind).toBe('notEnoughEvidence');
    expect((await asked(withPlan(SERVED.slice(0, 2), ['c1', 'c1', 'c1', 'c2', 'c2']))).advice.kind).toBe(
      'notEnoughEvidence',
    );
  });

  it('while another programme, which began before, goes on in the same units', async () => {
    const other: Past = [
      designed('q'),
      planned({ programId: 'q', serviceUnits: SERVED }, 'f'),
      scheduled('q1', {
        programId: 'q',
        evaluationId: 'f',
        period: { from: '2025-08-31', to: '2026-05-15' },
        sessions: [session('2025-08-31'), session('2026-05-15')],
      }),
    ];
    const { advice } = await asked([...story, conclusion, ...other]);
    expect(advice).toMatchObject({ kind: 'notEnoughEvidence', reasons: { 0: { code: 'confounded' } } });
  });

  it('where the guard was not reported in all the months', async () => {
    const silent = story.filter(
      ([stream, { data }]) => !(SERVED.some((id) => stream.endsWith(`-${id}`)) && isErrorOf(data, '2026-07-01')),
    );
    const { advice } = await asked([...silent, conclusion]);
    expect(advice).toMatchObject({ kind: 'notEnoughEvidence', reasons: { 0: { code: 'guardNotMeasured' } } });
  });

  it('where units to compare with counted fewer cases than the plan asks for', async () => {
    const few = story.map((event): GivenEvent => {
      const [stream, { data }] = event;
      const unit = OTHERS.find((id) => stream === `serviceUnit-${id}`);
      return unit === undefined || !isMetric(data, 'waiting') ? event : withCases(event, 6);
    });
    const plan = planned({
      levels: [4],
      design: 'comparison',
      serviceUnits: SERVED,
      comparisonUnits: OTHERS,
      minimumN: 100,
    });
    const { advice } = await asked([...few.filter(([stream]) => stream !== 'evaluation-e'), plan, conclusion]);
    expect(advice).toMatchObject({ kind: 'notEnoughEvidence', reasons: { 0: { code: 'fewCases' } } });
  });
});

it('a later round whose guard worsened is not passed over, though its results are not measured yet', async () => {
  const LATER = ['2026-11', '2026-12', '2027-01', '2027-02'];
  const worse = SERVED.flatMap((unit) => LATER.map((month) => measured(unit, month, 'error', 3000)));
  const alike = OTHERS.flatMap((unit) => LATER.map((month) => measured(unit, month, 'error', 200)));
  const past: Past = [
    ...story,
    conclusion,
    planned({ levels: [4], design: 'comparison', serviceUnits: SERVED, comparisonUnits: OTHERS }, 'e2'),
    scheduled('b2', { evaluationId: 'e2', period: { from: '2026-10-06', to: '2026-10-07' } }),
    ...worse,
    ...alike,
  ];
  expect((await asked(past, { day: '2027-03-31' })).latest).toMatchObject({
    kind: 'reviewMethod',
    evaluationId: 'e2',
    reasons: { 0: { code: 'guardWorsened' } },
  });
});

const session = (date: string) => ({ sessionId: date, date, minutes: 90 });

function isMetric(data: unknown, metric: Metric): boolean {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'metric') === metric;
}

function isErrorOf(data: unknown, from: string): boolean {
  if (!isMetric(data, 'error') || typeof data !== 'object' || data === null) return false;
  const period: unknown = Reflect.get(data, 'period');
  return typeof period === 'object' && period !== null && String(Reflect.get(period, 'from')) >= from;
}

function withCases([stream, event, ...details]: GivenEvent, n: number): GivenEvent {
  return [stream, { ...event, data: { ...(event.data as object), n } }, ...details] as GivenEvent;
}
