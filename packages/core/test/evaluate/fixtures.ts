import { type Command, type DomainEvent, type EventStore, eventId, type Runtime } from '@pembinaan/event-sourcing';
import type { Given } from '@pembinaan/event-sourcing/testing';
import {
  BehaviourRated,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  ProgramImpactMeasured,
} from '../../src/evaluate/evaluation/index.js';
import { PolicyVersionAdopted } from '../../src/governance/policy/events.js';
import { POLICY, policyState } from '../../src/governance/policy/state.js';
import { EmployeePlaced, EmployeeRegistered, employeeState } from '../../src/people/employee/index.js';
import {
  ServiceBaselineEstablished,
  ServiceMeasurementRecorded,
  serviceUnitState,
} from '../../src/service/service-unit/index.js';
import {
  BatchScheduled,
  LearningResultRecorded,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from '../../src/train/batch/events.js';
import { batchState } from '../../src/train/batch/state.js';
import { ProgramApproved, ProgramDesigned } from '../../src/train/program/events.js';
import { programState } from '../../src/train/program/state.js';
import { adoption, decreeOf, HASH } from '../governance/fixtures.js';
import { baseline, errors, measurement } from '../service/fixtures.js';

const clerk = { subjectId: 'clerk-1' };
type Begun<S, E extends DomainEvent, C extends Command> = Given<S, E, C>;

/** The default policy, with an effect of at least 10 per cent, and a guard that may worsen by 5. */
const figure = (value: number) => ({ value, basis: 'Choice of the agency', certainty: 'agency' as const });
export const strictAdoption = {
  ...adoption,
  figures: { ...adoption.figures, 'effect.minimum': figure(1000), 'effect.guardTolerance': figure(500) },
};
export const strictPolicy = PolicyVersionAdopted.of({ ...strictAdoption, adoptedBy: { subjectId: 'ppk-1' } });
export const underStrictPolicy = <S, E extends DomainEvent, C extends Command>(begun: Begun<S, E, C>): Begun<S, E, C> =>
  begun.and(policyState, POLICY, [strictPolicy]);

/** Service at the counter, designed by designer-1, asked for by head-1. */
export const design = {
  name: 'Service at the counter',
  track: 'light' as const,
  trackReason: 'No cost',
  form: 'KL03' as const,
  competencies: [{ code: 'M05', targetLevel: 3 }],
  jp: 2000,
  estimatedCost: 0,
  needsLeaveOfDuty: false,
  certificate: 'none' as const,
  passMark: 7000,
  maxAttempts: 2,
  valueTags: [],
  requestedBy: 'head-1',
};
export const designed = ProgramDesigned.of({ ...design, designedBy: { subjectId: 'designer-1' } });
export const programApproved = ProgramApproved.of({ track: 'light', approvedBy: { subjectId: 'pyb-1' } });

type Scheduled = Parameters<typeof BatchScheduled.of>[0];
const PERIOD = { from: '2026-02-02', to: '2026-02-06' };

/** From the 2nd to the 6th of February 2026. */
export const scheduled = (details: Partial<Scheduled> = {}) =>
  BatchScheduled.of({
    programId: 'program-1',
    form: 'KL03',
    jp: 2000,
    passMark: 7000,
    maxAttempts: 2,
    period: PERIOD,
    sessions: [{ sessionId: 'session-1', date: '2026-02-02', minutes: 240 }],
    capacity: 30,
    venue: 'Hall',
    evaluationId: 'test-1',
    scheduledBy: { subjectId: 'organiser-1' },
    ...details,
  });
const speaker = ResourcePersonAssigned.of({
  programId: 'program-1',
  subjectId: 'speaker-1',
  origin: 'internal',
  sessionIds: ['session-1'],
  assignedBy: clerk,
});

type Outcome = Parameters<typeof ParticipantOutcomeDecided.of>[0]['outcome'];
export const participant = (employeeId: string, outcome: Outcome = 'completed') => [
  ParticipantNominated.of({ programId: 'program-1', employeeId, period: PERIOD, nominatedBy: clerk }),
  ParticipantOutcomeDecided.of({
    programId: 'program-1',
    employeeId,
    outcome,
    attendanceShare: 10_000,
    decidedBy: clerk,
  }),
];
export const tested = (employeeId: string, ...kinds: readonly ('pre' | 'post')[]) =>
  kinds.map((kind) =>
    LearningResultRecorded.of({
      programId: 'program-1',
      employeeId,
      kind,
      attempt: 1,
      score: 7500,
      examinedBy: { subjectId: 'examiner-1' },
    }),
  );

type Placement = Parameters<typeof EmployeePlaced.of>[0];
const registered = EmployeeRegistered.of({ kind: 'pns', numberHash: HASH, registeredBy: clerk });
export const placed = (unitId: string, superiorId: string, from = '2025-01-02', details: Partial<Placement> = {}) =>
  EmployeePlaced.of({
    position: 'Staff',
    positionKind: 'pelaksana',
    standardId: 'standard-1',
    unitId,
    superiorId,
    from,
    decree: decreeOf(from),
    placedBy: clerk,
    ...details,
  });

/** On the last day of the batch alumnus-1 works in unit-1 under boss-1, next to peer-1 and above junior-1. */
const withStaff = <S, E extends DomainEvent, C extends Command>(begun: Begun<S, E, C>): Begun<S, E, C> =>
  begun
    .and(employeeState, 'alumnus-1', [registered, placed('unit-1', 'boss-1')])
    .and(employeeState, 'boss-1', [registered, placed('unit-9', 'chief-1')])
    .and(employeeState, 'peer-1', [registered, placed('unit-1', 'boss-1')])
    .and(employeeState, 'junior-1', [registered, placed('unit-2', 'alumnus-1')])
    .and(employeeState, 'stranger-1', [registered, placed('unit-2', 'chief-1')]);

/** The programme has run: one batch, of which alumnus-1 completed and dropout-1 did not. */
export const afterBatch = <S, E extends DomainEvent, C extends Command>(begun: Begun<S, E, C>): Begun<S, E, C> =>
  withStaff(underStrictPolicy(begun))
    .and(programState, 'program-1', [designed, programApproved])
    .and(batchState, 'batch-1', [
      scheduled(),
      speaker,
      ...participant('alumnus-1'),
      ...participant('dropout-1', 'notCompleted'),
    ]);

const january = { from: '2026-01-01', to: '2026-01-31' };
const may = { from: '2026-05-01', to: '2026-05-31' };
const errorRate = (measurementId: string, period: { from: string; to: string }, rate: number) => ({
  ...errors,
  measurementId,
  period,
  rate,
  recordedBy: clerk,
});

/** Waiting fell from 30 to 20 minutes (3333 basis points), on 200 cases before and 150 after; errors stayed at 2.5 per cent. */
export const withService = <S, E extends DomainEvent, C extends Command>(
  begun: Begun<S, E, C>,
  after: { readonly median?: number; readonly errorRate?: number } = {},
): Begun<S, E, C> => {
  const { median = 1200, errorRate: rate = 250 } = after;
  return begun
    .and(serviceUnitState, 'unit-1', [
      baseline({ measurementId: 'wait-before', period: january }),
      measurement({ measurementId: 'wait-after', period: may, median, n: 150 }),
    ])
    .and(serviceUnitState, 'unit-1', [
      ServiceBaselineEstablished.of(errorRate('error-before', january, 250)),
      ServiceMeasurementRecorded.of(errorRate('error-after', may, rate)),
    ]);
};

/** In unit-2, which was not trained, waiting fell from 30 to 27 minutes (1000 basis points). */
export const withComparison = <S, E extends DomainEvent, C extends Command>(begun: Begun<S, E, C>): Begun<S, E, C> =>
  begun.and(serviceUnitState, 'unit-2', [
    baseline({ measurementId: 'other-before', period: january }),
    measurement({ measurementId: 'other-after', period: may, median: 1620 }),
  ]);

/** Behaviour and impact: waiting for identity cards in unit-1, with errors as guard. */
export const plan = {
  programId: 'program-1',
  levels: [3, 4] as (1 | 2 | 3 | 4)[],
  design: 'prePost' as 'prePost' | 'comparison' | 'timeSeries',
  serviceUnits: ['unit-1'],
  comparisonUnits: [] as string[],
  metrics: [{ service: 'ktp-el', metric: 'waiting' as const, guardMetric: 'error' as const }],
  minimumEffect: 1000,
  minimumN: 5,
  evaluatorId: 'evaluator-1',
};
export const evaluationPlanned = (details: Partial<Parameters<typeof EvaluationPlanned.of>[0]> = {}) =>
  EvaluationPlanned.of({ ...plan, plannedOn: '2026-01-05', plannedBy: { subjectId: 'planner-1' }, ...details });

export const ratedBy = (
  subjectId: string,
  employeeId = 'alumnus-1',
  ratingId = `${subjectId}-${employeeId}`,
  score = 4,
) =>
  BehaviourRated.of({
    programId: 'program-1',
    batchId: 'batch-1',
    ratingId,
    employeeId,
    raterKind: subjectId === employeeId ? 'self' : 'superior',
    ratings: [{ of: 'M05', score }],
    ratedOn: '2026-05-20',
    ratedBy: { subjectId },
  });

type Impact = Parameters<typeof ProgramImpactMeasured.of>[0];
export const impact = (details: Partial<Impact> = {}) =>
  ProgramImpactMeasured.of({
    programId: 'program-1',
    unitId: 'unit-1',
    service: 'ktp-el',
    outcome: { metric: 'waiting', before: 1800, after: 1200, beforeId: 'wait-before', afterId: 'wait-after' },
    improvement: 3333,
    guard: {
      metric: 'error',
      before: 250,
      after: 250,
      beforeId: 'error-before',
      afterId: 'error-after',
      worsened: false,
    },
    n: 150,
    measuredBy: { subjectId: 'evaluator-1' },
    ...details,
  });

type Concluded = Parameters<typeof EvaluationConcluded.of>[0];
export const EVIDENCE = '00000000-0000-4000-8000-000000000001';
export const concluded = (details: Partial<Concluded> = {}) =>
  EvaluationConcluded.of({
    programId: 'program-1',
    conclusion: 'effective',
    strengths: [],
    weaknesses: [],
    measuredLevels: [3, 4],
    missingLevels: [],
    evidence: [EVIDENCE],
    design: 'prePost',
    concludedOn: '2026-06-01',
    concludedBy: { subjectId: 'evaluator-1' },
    ...details,
  });
export const contested = EvaluationContested.of({
  programId: 'program-1',
  grounds: 'data',
  answerDue: '2026-06-22',
  contestedBy: { subjectId: 'alumnus-1' },
});

/** Stores events as they are, for the laws. */
export async function remember(
  store: EventStore,
  runtime: Runtime,
  stream: string,
  events: readonly DomainEvent[],
): Promise<void> {
  const stored = events.map((event, index) => ({
    id: eventId(`remembered-${stream}`, index),
    type: event.type,
    schemaVersion: 1,
    data: event.data,
    occurredAt: '2026-01-01T05:00:00.000Z',
    metadata: {
      actor: { subjectId: 'clerk-1', roles: [] },
      correlationId: stream,
      causationId: stream,
      commandId: `remembered-${stream}`,
      facts: [],
      salt: runtime.salt(),
    },
  }));
  await store.append(stream, stored, 'none');
}
