import { stream } from '@pembinaan/event-sourcing';
import type { ServiceCode, ServiceMetric } from '../../service/service-unit/events.js';
import type { Maker } from '../../values/acts.js';
import type { BatchId, ProgramId, RatingId, Sha256, SubjectId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import {
  BehaviourRated,
  type Conclusion,
  EvaluationConcluded,
  EvaluationContested,
  type EvaluationLevel,
  EvaluationPlanned,
  ParticipantReactionRecorded,
  ProgramImpactMeasured,
} from './events.js';

export interface PlannedMetric {
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly guardMetric?: ServiceMetric;
}

export interface Impact {
  readonly unitId: UnitId;
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly improvement: number | null;
  readonly guardWorsened: boolean | undefined;
  readonly n: number;
}

export type Evaluation =
  | { readonly status: 'none' }
  | {
      readonly status: 'planned' | 'concluded' | 'contested';
      readonly programId: ProgramId;
      readonly levels: readonly EvaluationLevel[];
      readonly serviceUnits: readonly UnitId[];
      readonly comparisonUnits: readonly UnitId[];
      readonly metrics: readonly PlannedMetric[];
      readonly design: 'prePost' | 'comparison' | 'timeSeries';
      readonly minimumEffect: number;
      readonly minimumN: number;
      readonly evaluatorId: SubjectId;
      readonly plannedOn: LocalDate;
      readonly plannedBy: Maker;
      /** One for each participant who answered, without a name. */
      readonly reactions: readonly { readonly batchId: BatchId; readonly respondentToken: Sha256 }[];
      readonly ratings: readonly {
        readonly ratingId: RatingId;
        readonly employeeId: SubjectId;
        readonly ratedBy: Maker;
        readonly scores: readonly number[];
      }[];
      /** One a unit, service and metric; measured again as a correction, it replaces the earlier one here. */
      readonly impacts: readonly Impact[];
      readonly conclusion: Conclusion | undefined;
      readonly measuredLevels: readonly EvaluationLevel[];
      readonly concludedOn: LocalDate | undefined;
      readonly concludedBy: Maker | undefined;
      /** Whose objection waits for an answer, while it is contested. */
      readonly contestedBy: SubjectId | undefined;
    };

type Known = Exclude<Evaluation, { status: 'none' }>;

const change = (evaluation: Evaluation, next: (known: Known) => Partial<Known>): Evaluation =>
  evaluation.status === 'none' ? evaluation : { ...evaluation, ...next(evaluation) };

export const evaluationState = stream('evaluation', {
  events: [
    EvaluationPlanned,
    ParticipantReactionRecorded,
    BehaviourRated,
    ProgramImpactMeasured,
    EvaluationConcluded,
    EvaluationContested,
  ],
  initial: (): Evaluation => ({ status: 'none' }),
}).evolve({
  EvaluationPlanned: (_, { data }) => ({
    status: 'planned',
    programId: data.programId,
    levels: data.levels,
    serviceUnits: data.serviceUnits,
    comparisonUnits: data.comparisonUnits,
    metrics: data.metrics,
    design: data.design,
    minimumEffect: data.minimumEffect,
    minimumN: data.minimumN,
    evaluatorId: data.evaluatorId,
    plannedOn: data.plannedOn,
    plannedBy: data.plannedBy,
    reactions: [],
    ratings: [],
    impacts: [],
    conclusion: undefined,
    measuredLevels: [],
    concludedOn: undefined,
    concludedBy: undefined,
    contestedBy: undefined,
  }),
  ParticipantReactionRecorded: (evaluation, { data }) =>
    change(evaluation, ({ reactions }) => ({
      reactions: [...reactions, { batchId: data.batchId, respondentToken: data.respondentToken }],
    })),
  BehaviourRated: (evaluation, { data }) =>
    change(evaluation, ({ ratings }) => ({
      ratings: [
        ...ratings.filter((known) => known.ratingId !== data.ratingId),
        {
          ratingId: data.ratingId,
          employeeId: data.employeeId,
          ratedBy: data.ratedBy,
          scores: data.ratings.map(({ score }) => score),
        },
      ],
    })),
  ProgramImpactMeasured: (evaluation, { data }) =>
    change(evaluation, ({ impacts }) => ({
      impacts: [
        ...impacts.filter((known) => !isOf(known, data.unitId, data.service, data.outcome.metric)),
        {
          unitId: data.unitId,
          service: data.service,
          metric: data.outcome.metric,
          improvement: data.improvement,
          guardWorsened: data.guard?.worsened,
          n: data.n,
        },
      ],
    })),
  EvaluationConcluded: (evaluation, { data }) =>
    change(evaluation, () => ({
      status: 'concluded',
      conclusion: data.conclusion,
      measuredLevels: data.measuredLevels,
      concludedOn: data.concludedOn,
      concludedBy: data.concludedBy,
      contestedBy: undefined,
    })),
  EvaluationContested: (evaluation, { data }) =>
    change(evaluation, () => ({ status: 'contested', contestedBy: data.contestedBy.subjectId })),
});

/** Tells whether an impact is that of a metric of a service in a unit. */
export function isOf(impact: Impact, unitId: UnitId, service: ServiceCode, metric: ServiceMetric): boolean {
  return impact.unitId === unitId && impact.service === service && impact.metric === metric;
}
