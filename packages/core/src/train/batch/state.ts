import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { Jp, Score } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type {
  BudgetId,
  CommitmentId,
  EvaluationId,
  ProgramId,
  SessionId,
  SubjectId,
  UnitId,
} from '../../values/ids.js';
import type { LocalDate, Period } from '../../values/local-date.js';
import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from './events.js';

export interface Participant {
  readonly status: 'nominated' | 'confirmed' | 'declined' | 'completed' | 'notCompleted' | 'withdrawn';
  readonly unitId: UnitId | undefined;
  readonly nominatedBy: Maker;
  /** Sessions at which the person was present. */
  readonly attended: readonly SessionId[];
  /** Minutes at each session for which attendance was recorded; 0 for those who were absent. */
  readonly minutes: ReadonlyMap<SessionId, number>;
  readonly results: readonly {
    readonly kind: 'pre' | 'post' | 'paper';
    readonly attempt: number;
    readonly score: Score;
  }[];
}

export interface Session {
  readonly sessionId: SessionId;
  readonly date: LocalDate;
  readonly minutes: number;
}

export type Batch =
  | { readonly status: 'none' }
  | {
      readonly status: 'scheduled' | 'completed' | 'cancelled';
      readonly programId: ProgramId;
      readonly evaluationId: EvaluationId;
      readonly form: DevelopmentForm;
      readonly jp: Jp;
      readonly passMark: Score;
      readonly maxAttempts: number;
      readonly period: Period;
      readonly sessions: readonly Session[];
      readonly capacity: number;
      /** The commitment that pays for it, if any. */
      readonly budget: { readonly budgetId: BudgetId; readonly commitmentId: CommitmentId } | undefined;
      readonly scheduledBy: Maker;
      readonly resourcePersons: readonly SubjectId[];
      readonly participants: ReadonlyMap<SubjectId, Participant>;
    };

/** A batch that was scheduled, whatever became of it. */
export type KnownBatch = Exclude<Batch, { status: 'none' }>;

const change = (batch: Batch, next: (known: KnownBatch) => Partial<KnownBatch>): Batch =>
  batch.status === 'none' ? batch : { ...batch, ...next(batch) };

const participant = (batch: Batch, id: SubjectId, next: (participant: Participant) => Participant): Batch =>
  change(batch, ({ participants }) => {
    const known = participants.get(id);
    return known === undefined ? {} : { participants: new Map(participants).set(id, next(known)) };
  });

export const batchState = stream('batch', {
  events: [
    BatchScheduled,
    ResourcePersonAssigned,
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    AttendanceRecorded,
    LearningResultRecorded,
    ParticipantOutcomeDecided,
    BatchCompleted,
    BatchCancelled,
  ],
  initial: (): Batch => ({ status: 'none' }),
}).evolve({
  BatchScheduled: (_, { data }) => ({
    status: 'scheduled',
    programId: data.programId,
    evaluationId: data.evaluationId,
    form: data.form,
    jp: data.jp,
    passMark: data.passMark,
    maxAttempts: data.maxAttempts,
    period: data.period,
    sessions: data.sessions,
    capacity: data.capacity,
    budget: data.budget,
    scheduledBy: data.scheduledBy,
    resourcePersons: [],
    participants: new Map(),
  }),
  ResourcePersonAssigned: (batch, { data }) =>
    change(batch, ({ resourcePersons }) => ({ resourcePersons: [...resourcePersons, data.subjectId] })),
  ParticipantNominated: (batch, { data }) =>
    change(batch, ({ participants }) => ({
      participants: new Map(participants).set(data.employeeId, {
        status: 'nominated',
        unitId: data.unitId,
        nominatedBy: data.nominatedBy,
        attended: [],
        minutes: new Map(),
        results: [],
      }),
    })),
  NominationConfirmed: (batch, { data }) =>
    participant(batch, data.employeeId, (known) => ({ ...known, status: 'confirmed' })),
  NominationDeclined: (batch, { data }) =>
    participant(batch, data.employeeId, (known) => ({ ...known, status: 'declined' })),
  AttendanceRecorded: (batch, { data }) =>
    participant(batch, data.employeeId, (known) => {
      const others = known.attended.filter((sessionId) => sessionId !== data.sessionId);
      return {
        ...known,
        attended: data.present ? [...others, data.sessionId] : others,
        minutes: new Map(known.minutes).set(data.sessionId, data.minutes),
      };
    }),
  LearningResultRecorded: (batch, { data }) =>
    participant(batch, data.employeeId, (known) => ({
      ...known,
      results: [
        ...known.results.filter((result) => result.kind !== data.kind || result.attempt !== data.attempt),
        { kind: data.kind, attempt: data.attempt, score: data.score },
      ],
    })),
  ParticipantOutcomeDecided: (batch, { data }) =>
    participant(batch, data.employeeId, (known) => ({ ...known, status: data.outcome })),
  BatchCompleted: (batch) => change(batch, () => ({ status: 'completed' })),
  BatchCancelled: (batch) => change(batch, () => ({ status: 'cancelled' })),
});

/** The day of the first session. */
export function firstSession(batch: Pick<KnownBatch, 'sessions' | 'period'>): LocalDate {
  const [first] = batch.sessions.map(({ date }) => date).sort();
  return first ?? batch.period.to;
}
