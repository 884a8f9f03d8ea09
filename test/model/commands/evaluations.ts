import {
  BehaviourRated,
  ConcludeEvaluation,
  ContestEvaluation,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  MeasureProgramImpact,
  ParticipantReactionRecorded,
  PlanEvaluation,
  ProgramImpactMeasured,
  RateBehaviour,
  RecordParticipantReaction,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { hash, office, SERVICE, units } from '../cast.js';
import type { Dice } from '../dice.js';
import type { Moves } from '../play.js';
import { type Batch, batches } from './batches.js';
import { employees } from './people.js';
import { programs } from './programs.js';
import { measurements } from './services.js';

type Conclusion = 'effective' | 'noSignificantChange' | 'harmful' | 'inconclusive';

export interface Evaluation {
  readonly id: string;
  status: 'none' | 'planned' | 'concluded' | 'contested';
  programId: string;
  levels: readonly number[];
  units: readonly string[];
  comparisonUnits: readonly string[];
  evaluatorId: string;
  conclusion: Conclusion | undefined;
  /** The events on which a conclusion can rest. */
  evidence: readonly string[];
}

const evaluationsView = projection({
  name: 'model-evaluations',
  version: 1,
  events: [
    EvaluationPlanned,
    ParticipantReactionRecorded,
    BehaviourRated,
    ProgramImpactMeasured,
    EvaluationConcluded,
    EvaluationContested,
  ],
  initial: (id: string): Evaluation => ({
    id,
    status: 'none',
    programId: '',
    levels: [],
    units: [],
    comparisonUnits: [],
    evaluatorId: '',
    conclusion: undefined,
    evidence: [],
  }),
  key: ({ stream }) => idOf(stream),
  on: {
    EvaluationPlanned: (
      evaluation,
      { id, data: { programId, levels, serviceUnits, comparisonUnits, evaluatorId } },
    ): Evaluation => ({
      ...evaluation,
      status: 'planned',
      programId,
      levels,
      units: serviceUnits,
      comparisonUnits,
      evaluatorId,
      evidence: [id],
    }),
    ParticipantReactionRecorded: (evaluation): Evaluation => evaluation,
    BehaviourRated: (evaluation, { id }): Evaluation => ({ ...evaluation, evidence: [...evaluation.evidence, id] }),
    ProgramImpactMeasured: (evaluation, { id }): Evaluation => ({
      ...evaluation,
      evidence: [...evaluation.evidence, id],
    }),
    EvaluationConcluded: (evaluation, { data }): Evaluation => ({
      ...evaluation,
      status: 'concluded',
      conclusion: data.conclusion,
    }),
    EvaluationContested: (evaluation): Evaluation => ({ ...evaluation, status: 'contested' }),
  },
});

/** The evaluations that the model knows. */
export const evaluations = belief(evaluationsView);

export const evaluationsThatAre = (agency: Agency, ...statuses: readonly Evaluation['status'][]) =>
  evaluations(agency).filter(({ status }) => statuses.includes(status));

export const evaluationsOf = (agency: Agency, programId: string): readonly Evaluation[] =>
  evaluations(agency).filter((evaluation) => evaluation.programId === programId);

export const evaluationWith = (agency: Agency, id: string): Evaluation | undefined =>
  evaluations(agency).find((evaluation) => evaluation.id === id);

/** An evaluation of a programme: of learning or behaviour, of impact, or of all of them. */
export function plan(agency: Agency, dice: Dice, programId: string): Attempt {
  const levels = dice.oneOf<readonly (1 | 2 | 3 | 4)[]>([2, 4], [2, 3, 4], [3], [1, 2], [4], [4], [2, 3]);
  const impact = levels.includes(4);
  const [unit, other] = dice.some(units, 2);
  const comparison = impact && dice.chance(40);
  return {
    by: office.verifier,
    to: agency.newId('evaluasi'),
    command: PlanEvaluation({
      programId,
      levels: [...levels],
      design: comparison ? 'comparison' : 'prePost',
      serviceUnits: impact ? [unit ?? units[0]] : [],
      comparisonUnits: comparison ? [other ?? units[1]] : [],
      metrics: impact
        ? [
            {
              service: SERVICE,
              metric: 'waiting',
              ...(dice.chance(92) && { guardMetric: 'error' }),
            },
          ]
        : [],
      minimumEffect: dice.chance(90) ? 1000 : 400,
      minimumN: dice.chance(93) ? dice.oneOf(3, 3, 4) : 2,
      evaluatorId: dice.chance(90) ? office.evaluator : dice.oneOf(office.designer, 'head-izin'),
    }),
  };
}

export const react = (batch: Batch, dice: Dice, who = dice.between(1, 6)): Attempt => ({
  by: office.intake,
  to: batch.evaluationId,
  command: RecordParticipantReaction({
    batchId: batch.id,
    respondentToken: hash(`${batch.id} ${who}`),
    scores: { speaker: dice.between(1, 4), material: 3, organiser: 4, facility: dice.between(1, 4) },
  }),
});

/** Somebody who works with a participant says how he or she does since then. */
export function rate(agency: Agency, dice: Dice, batch: Batch, employeeId: string, score: number): Attempt {
  const all = employees(agency);
  const person = all.find(({ id }) => id === employeeId);
  const others = all.filter(({ id }) => id !== employeeId);
  const raters = {
    superior: person?.superiorId,
    peer: dice.of(others.filter(({ unitId }) => unitId === person?.unitId))?.id,
    subordinate: dice.of(others.filter(({ superiorId }) => superiorId === employeeId))?.id,
    self: employeeId,
  };
  const fitting = (['superior', 'peer', 'superior', 'peer', 'subordinate', 'self'] as const).filter(
    (kind) => raters[kind],
  );
  const raterKind = dice.of(fitting) ?? 'self';
  const rater = raters[dice.chance(95) ? raterKind : 'self'] ?? employeeId;
  return {
    by: rater,
    to: batch.evaluationId,
    command: RateBehaviour({
      batchId: batch.id,
      ratingId: agency.newId('penilaian'),
      employeeId,
      raterKind,
      ratings: [
        { of: 'M05', score },
        { of: 'akuntabel', score: dice.between(2, 5) },
      ],
    }),
  };
}

/** The impact on a planned unit, from what was measured before and after the first session. */
export function measure(agency: Agency, dice: Dice, evaluation: Evaluation): Attempt | undefined {
  const sessions = batches(agency).filter(({ evaluationId }) => evaluationId === evaluation.id);
  const first = sessions.flatMap((batch) => batch.sessions.map(({ date }) => date)).sort()[0] ?? agency.today;
  const pair = (unitId: string, metric: string) => {
    const known = measurements(agency).filter((one) => one.unitId === unitId && one.metric === metric);
    return {
      before: known.filter(({ to }) => to < first || dice.chance(3)).at(-1),
      after: known.filter(({ from }) => from > first).at(-1),
    };
  };
  const unitId = dice.of(evaluation.units) ?? units[0];
  const other = dice.of(evaluation.comparisonUnits);
  const waiting = pair(unitId, 'waiting');
  const errors = pair(unitId, 'error');
  const beside = other === undefined ? undefined : pair(other, 'waiting');
  if (waiting.before === undefined || waiting.after === undefined) return undefined;
  return {
    by: office.evaluator,
    to: evaluation.id,
    command: MeasureProgramImpact({
      unitId,
      service: SERVICE,
      metric: 'waiting',
      beforeId: waiting.before.id,
      afterId: waiting.after.id,
      ...(errors.before && errors.after && { guardBeforeId: errors.before.id, guardAfterId: errors.after.id }),
      ...(other !== undefined &&
        beside?.before &&
        beside.after && {
          comparison: { unitId: other, beforeId: beside.before.id, afterId: beside.after.id },
        }),
    }),
  };
}

export const conclude = (evaluation: Evaluation, conclusion: Conclusion): Attempt => ({
  by: evaluation.evaluatorId,
  to: evaluation.id,
  command: ConcludeEvaluation({
    conclusion,
    strengths: ['materi sesuai'],
    weaknesses: ['waktu singkat'],
    evidence: [...evaluation.evidence],
  }),
});

export const contest = (id: string, dice: Dice): Attempt => ({
  by: dice.oneOf('head-loket', 'head-izin', 'staff-1'),
  to: id,
  command: ContestEvaluation({ grounds: dice.oneOf('data', 'method', 'attribution') }),
});

export const conclusions: readonly Conclusion[] = ['effective', 'noSignificantChange', 'harmful', 'inconclusive'];

export const evaluationMoves: Moves = {
  'an evaluation is planned': (agency, dice) => {
    const program = dice.of(programs(agency));
    return program && plan(agency, dice, program.id);
  },
  'a reaction is recorded': (agency, dice) => {
    const batch = dice.of(batches(agency).slice(-3));
    return batch && react(batch, dice);
  },
  'behaviour is rated': (agency, dice) => {
    const batch = dice.of(batches(agency));
    const participant = dice.of(batch?.participants ?? []);
    return batch && participant && rate(agency, dice, batch, participant.employeeId, dice.between(1, 5));
  },
  'an impact is measured': (agency, dice) => {
    const evaluation = dice.of(evaluationsThatAre(agency, 'planned', 'contested', 'concluded'));
    return evaluation && measure(agency, dice, evaluation);
  },
  'an evaluation is concluded': (agency, dice) => {
    const evaluation = dice.of(evaluations(agency));
    // Whatever is not measured is soon found inconclusive; then there is nothing left to measure.
    const conclusion = dice.chance(10) ? 'inconclusive' : dice.oneOf('effective', 'noSignificantChange', 'harmful');
    return evaluation && conclude(evaluation, conclusion);
  },
  'a conclusion is contested': (agency, dice) => {
    const evaluation = dice.of(evaluationsThatAre(agency, 'concluded').slice(-2));
    return evaluation && contest(evaluation.id, dice);
  },
};
