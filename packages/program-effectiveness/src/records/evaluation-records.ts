import {
  BehaviourRated,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  ProgramImpactMeasured,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface PlannedEvaluation {
  readonly programId: string;
  readonly levels: readonly number[];
  readonly serviceUnits: readonly string[];
  readonly comparisonUnits: readonly string[];
  readonly metrics: readonly {
    readonly service: string;
    readonly metric: string;
    readonly guardMetric: string | null;
  }[];
}

export interface MeasuredImpact {
  readonly unitId: string;
  readonly service: string;
  readonly metric: string;
  /** Relative improvement in basis points, less that of the comparison unit; null where nothing can be relative. */
  readonly improvement: number | null;
  readonly n: number;
}

export interface ConclusionRow {
  readonly conclusion: string;
  readonly on: string;
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
}

export interface EvaluationRow {
  readonly evaluationId: string;
  /** Null until it is planned. */
  planned: PlannedEvaluation | null;
  /** By rating: whose behaviour after which batch was rated by somebody else (level 3). */
  ratings: Record<string, { readonly batchId: string; readonly employeeId: string }>;
  /** By unit, service and metric (level 4). */
  impacts: Record<string, MeasuredImpact>;
  /** The last conclusion: after a contest, the new one. */
  conclusion: ConclusionRow | null;
  contested: boolean;
}

/** The evaluations with what was planned, measured and concluded, keyed by evaluation. */
export const evaluationRecords = projection({
  name: 'evaluation-records',
  version: 1,
  events: [EvaluationPlanned, BehaviourRated, ProgramImpactMeasured, EvaluationConcluded, EvaluationContested],
  initial: (evaluationId): EvaluationRow => ({
    evaluationId,
    planned: null,
    ratings: {},
    impacts: {},
    conclusion: null,
    contested: false,
  }),
  key: (event) => idOf(event.stream),
  on: {
    EvaluationPlanned: (evaluation, { data }) => {
      evaluation.planned = {
        programId: data.programId,
        levels: [...data.levels],
        serviceUnits: [...data.serviceUnits],
        comparisonUnits: [...data.comparisonUnits],
        metrics: data.metrics.map(({ service, metric, guardMetric }) => ({
          service,
          metric,
          guardMetric: guardMetric ?? null,
        })),
      };
      return evaluation;
    },
    BehaviourRated: (evaluation, { data: { ratingId, batchId, employeeId, raterKind } }) => {
      if (raterKind === 'self') delete evaluation.ratings[ratingId];
      else evaluation.ratings[ratingId] = { batchId, employeeId };
      return evaluation;
    },
    ProgramImpactMeasured: (evaluation, { data: { unitId, service, outcome, improvement, n } }) => {
      const { metric } = outcome;
      evaluation.impacts[`${unitId}/${service}/${metric}`] = { unitId, service, metric, improvement, n };
      return evaluation;
    },
    EvaluationConcluded: (evaluation, { data }) => {
      evaluation.conclusion = {
        conclusion: data.conclusion,
        on: data.concludedOn,
        strengths: [...data.strengths],
        weaknesses: [...data.weaknesses],
      };
      evaluation.contested = false;
      return evaluation;
    },
    EvaluationContested: (evaluation) => {
      evaluation.contested = true;
      return evaluation;
    },
  },
});
