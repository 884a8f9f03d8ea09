import {
  BatchScheduled,
  type Clock,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  endOfDay,
  indonesia2026,
  LocalDate,
  PolicyFigures,
  ProgramMethodRevised,
} from '@pembinaan/core';
import type { Judgement } from '../../src/designs/index.js';
import type { GuardEstimate, OutcomeEstimate, RoundEstimates } from '../../src/estimates/index.js';
import type {
  BatchHistory,
  ConclusionHistory,
  EvaluationHistory,
  ProgramDecision,
  ProgramHistory,
} from '../../src/program/program-history.js';
import type { Told } from '../../src/program/told.js';
import type { EvaluationSurroundings } from '../../src/surroundings/surroundings.js';
import { by, concluded, planned, scheduled } from '../fixtures.js';

export const ZONE = 'Asia/Jakarta';

/** An event of that day; later positions for later days. */
export const told = (eventId: string, type: string, day: string): Told => ({
  eventId,
  type,
  stream: 'x-x',
  revision: Number(day.replaceAll('-', '')),
  position: day.replaceAll('-', ''),
  occurredAt: `${day}T02:00:00.000Z`,
  recordedAt: `${day}T02:00:00.000Z`,
});

export const clockOn = (day: string): Clock => ({
  effective: LocalDate.parse(day),
  before: endOfDay(LocalDate.parse(day), ZONE),
  recorded: undefined,
  position: '99999999',
});

// The round `e` was taught in March 2026 and the round `e2` in March 2027.

export const FIRST = { id: 'e', year: 2026 };
export const SECOND = { id: 'e2', year: 2027 };
export const THIRD = { id: 'e3', year: 2028 };
type Which = typeof FIRST;

/** An outcome that is a quarter better than where there was no programme, with a guard that held. */
export function outcome(some: Partial<OutcomeEstimate> = {}): OutcomeEstimate {
  return {
    service: 'ktp-el',
    metric: 'waiting',
    judgement: judgement(),
    claim: 'effect',
    direction: 'better',
    barredBy: [],
    minimumEffect: 1000,
    size: 'atLeastMinimum',
    improvement: { estimate: 2500, interval: { low: 1500, high: 3500 } },
    units: [],
    guard: guard(),
    confoundedBy: [],
    missing: [],
    notes: [],
    strongerWith: [],
    recorded: [],
    events: [told('measured', 'ServiceMeasurementRecorded', '2026-09-30')],
    ...some,
  };
}

export function judgement(some: Partial<Judgement> = {}): Judgement {
  return {
    design: 'comparisonUnits',
    n: { treated: 8, comparison: 10, periodsBefore: 6, periodsAfter: 6, casesBefore: null, casesAfter: null },
    before: 2400,
    after: 1800,
    estimate: -600,
    interval: { low: -840, high: -360 },
    p: 0.001,
    relative: { estimate: -0.25, interval: { low: -0.35, high: -0.15 } },
    assumptions: [],
    claim: 'effect',
    direction: 'better',
    limits: ['selection'],
    ...some,
  };
}

export function guard(some: Partial<GuardEstimate> = {}, judged: Partial<Judgement> = {}): GuardEstimate {
  return {
    metric: 'error',
    judgement: judgement({
      before: 120,
      after: 118,
      estimate: -2,
      interval: { low: -10, high: 6 },
      claim: 'inconclusive',
      direction: null,
      limits: ['touchesZero'],
      ...judged,
    }),
    worsened: false,
    units: [],
    ...some,
  };
}

/** The estimates of a round in which everything is there. */
export function estimates(some: Partial<RoundEstimates> = {}, { id, year }: Which = FIRST): RoundEstimates {
  const day = (rest: string) => LocalDate.parse(`${year}-${rest}`);
  return {
    evaluationId: id,
    programId: 'p',
    design: 'comparison',
    window: {
      batchIds: [`b-${id}`],
      batchesAhead: 0,
      firstSession: day('03-10'),
      lastSession: day('03-11'),
      before: { from: day('01-01'), to: day('03-09') },
      after: { from: day('03-12'), to: day('12-31') },
    },
    learning: {
      people: 24,
      pairs: 20,
      preOnly: 0,
      postOnly: 0,
      neither: 4,
      suppressed: false,
      judgement: judgement({
        design: 'beforeAfter',
        estimate: 1250,
        interval: { low: 900, high: 1600 },
        claim: 'gain',
        limits: ['noComparison'],
      }),
      normalisedGain: null,
      events: [],
    },
    behaviour: {
      completed: 20,
      rated: 12,
      responseRate: 6000,
      suppressed: false,
      mean: 382,
      interval: { low: 360, high: 404 },
      levelReached: true,
      asked: 350,
      ratings: { self: 0, superior: 12, peer: 0, subordinate: 0 },
      outside: 0,
      movedBeforeRating: 0,
      events: [],
    },
    service: [outcome()],
    level4: { verdict: 'better', claim: 'effect', guardWorsened: false, confounded: false },
    satisfaction: [],
    staff: [],
    events: [],
    ...some,
  };
}

type Planned = Parameters<typeof EvaluationPlanned.of>[0];

/** A round that planned levels 2 to 4. */
export function round(some: Partial<EvaluationHistory> = {}, { id, year }: Which = FIRST): EvaluationHistory {
  const data = EvaluationPlanned.schema.parse(
    planned({ plannedOn: `${year}-02-05` } satisfies Partial<Planned>, id)[1].data,
  );
  return {
    ...data,
    evaluationId: id,
    told: told(id, 'EvaluationPlanned', `${year}-02-05`),
    reactions: [],
    ratings: [],
    impacts: [],
    conclusions: [],
    ...some,
  };
}

type Conclusion = ConclusionHistory['conclusion'];

export function conclusion(
  kind: Conclusion,
  some: Partial<ConclusionHistory> = {},
  { id, year }: Which = FIRST,
): ConclusionHistory {
  const concludedOn = `${year}-10-05`;
  const data = EvaluationConcluded.schema.parse(concluded({ conclusion: kind, concludedOn }, id)[1].data);
  return { ...data, told: told(`concluded-${id}`, 'EvaluationConcluded', concludedOn), contested: null, ...some };
}

export const objection = (day = '2026-10-08'): NonNullable<ConclusionHistory['contested']> => ({
  ...EvaluationContested.schema.parse({
    programId: 'p',
    grounds: 'data',
    answerDue: '2026-10-28',
    contestedBy: by,
  }),
  told: told('contested', 'EvaluationContested', day),
});

export const methodRevised = (day: string): ProgramDecision => ({
  ...ProgramMethodRevised.schema.parse({
    changes: [{ aspect: 'praktik', from: '2 jam', to: '2 hari' }],
    revisedBy: by,
  }),
  told: told(`revised-${day}`, 'ProgramMethodRevised', day),
});

export function batch(realisedCost: number | null, { id, year }: Which = FIRST): BatchHistory {
  const period = { from: `${year}-03-10`, to: `${year}-03-11` };
  const data = BatchScheduled.schema.parse(scheduled(`b-${id}`, { period, evaluationId: id })[1].data);
  return {
    ...data,
    batchId: `b-${id}`,
    told: told(`b-${id}`, 'BatchScheduled', `${year}-02-10`),
    firstSession: LocalDate.parse(`${year}-03-10`),
    status: 'completed',
    realisedCost,
    cancelled: null,
    speakers: [],
    seats: new Map(),
  };
}

export function program(some: Partial<ProgramHistory> = {}): ProgramHistory {
  return {
    programId: 'p',
    designed: null,
    status: 'approved',
    materials: [],
    commitments: [],
    batches: [],
    evaluations: [],
    recommendations: [],
    decisions: [],
    workplace: [],
    mentorships: [],
    involvements: [],
    unserved: [],
    ...some,
  };
}

type Own = Partial<Record<'effect.minimum' | 'effect.maximumCostPerPoint', number>>;

/** A policy that asks for an improvement of a tenth, unless said otherwise. */
export function surroundings(own: Own | null = { 'effect.minimum': 1000 }): EvaluationSurroundings {
  const figures = Object.entries(own ?? {}).map(([key, value]) => [
    key,
    { value, basis: 'choice of the test', certainty: 'agency' },
  ]);
  const policy = {
    version: 'p-2026',
    effectiveFrom: LocalDate.parse('2026-01-01'),
    figures: PolicyFigures.parse({ ...indonesia2026.figures, ...Object.fromEntries(figures) }),
    told: told('policy', 'PolicyVersionAdopted', '2026-01-01'),
  };
  return {
    policies: own === null ? [] : [policy],
    policy: own === null ? undefined : policy,
    timeZone: ZONE,
    plan: undefined,
    services: new Map(),
    acting: new Map(),
    placements: new Map(),
  };
}
