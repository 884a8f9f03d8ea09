import { decider, type IssuedCommand, isRejection } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import {
  actorUntied,
  figureNotSet,
  G02,
  independentOf,
  inStatus,
  noPolicy,
  type Tie,
  untied,
} from '../../governance/rules/index.js';
import { employeeState } from '../../people/employee/state.js';
import { programBatches } from '../../registers/program-batches.js';
import { R32 } from '../../service/service-unit/rules.js';
import { serviceUnitState } from '../../service/service-unit/state.js';
import { R21 } from '../../train/batch/rules.js';
import { batchState } from '../../train/batch/state.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { addDays, within } from '../../values/local-date.js';
import { addWorkingDays } from '../../values/working-days.js';
import {
  ConcludeEvaluation,
  ContestEvaluation,
  MeasureProgramImpact,
  PlanEvaluation,
  RateBehaviour,
  RecordParticipantReaction,
} from './commands.js';
import { designTies, evaluatedBy, firstSessionOf } from './evaluated-batches.js';
import {
  BehaviourRated,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  ParticipantReactionRecorded,
  ProgramImpactMeasured,
} from './events.js';
import { impactOf, plannedMetric } from './impact.js';
import { casesAt } from './measured-levels.js';
import {
  answerable,
  asStrictAs,
  carried,
  guarded,
  insideWindow,
  measurable,
  R31,
  R35,
  R36,
  worksWith,
} from './rules.js';
import { evaluationState, isOf } from './state.js';

const notFound = (command: IssuedCommand) => G02.refuse('notFound', { what: 'evaluation', id: command.streamId });

export const evaluation = decider(evaluationState, {
  commands: [
    PlanEvaluation,
    RecordParticipantReaction,
    RateBehaviour,
    MeasureProgramImpact,
    ConcludeEvaluation,
    ContestEvaluation,
  ],
})
  .facts({
    PlanEvaluation: (_, command) => ({
      policy: policyFor(command),
      program: programState.at(command.data.programId),
      register: programBatches.at(command.data.programId),
    }),
    RecordParticipantReaction: (_, { data }) => ({ batch: batchState.at(data.batchId) }),
    RateBehaviour: (evaluation, command) => ({
      policy: policyFor(command),
      program: evaluation.status === 'none' ? undefined : programState.at(evaluation.programId),
      batch: batchState.at(command.data.batchId),
      employee: employeeState.at(command.data.employeeId),
      rater: employeeState.at(makerOf(command).subjectId),
    }),
    MeasureProgramImpact: (evaluation, command) => ({
      policy: policyFor(command),
      evaluated: evaluatedBy(evaluation, command.streamId),
      unit: serviceUnitState.at(command.data.unitId),
      comparisonUnit:
        command.data.comparison === undefined ? undefined : serviceUnitState.at(command.data.comparison.unitId),
    }),
    ConcludeEvaluation: (evaluation, command) => ({
      policy: policyFor(command),
      evaluated: evaluatedBy(evaluation, command.streamId),
    }),
    ContestEvaluation: (_, command) => ({ policy: policyFor(command) }),
  })
  .decide({
    PlanEvaluation: (evaluation, command, { policy, program, register }) => {
      const { programId, evaluatorId, metrics } = command.data;
      if (evaluation.status !== 'none') {
        return G02.refuse('alreadyExists', { what: 'evaluation', id: command.streamId });
      }
      if (program.status === 'none') return G02.refuse('notFound', { what: 'programme', id: programId });
      if (policy.figures === undefined) return noPolicy(policy);
      const effect = policy.figures['effect.minimum']?.value;
      if (effect === undefined) return figureNotSet(policy, 'effect.minimum');

      // Rounds that are over were planned under evaluations of their own; one that is under way has no “before” any more.
      const begun = register.batches.find(
        (batch) =>
          batch.status !== 'cancelled' &&
          batch.firstSession <= policy.today &&
          (batch.status === 'scheduled' || batch.evaluationId === command.streamId),
      );
      if (begun !== undefined) {
        const { firstSession } = begun;
        return R21.refuse('plannedTooLate', { evaluationId: command.streamId, plannedOn: policy.today, firstSession });
      }
      return (
        guarded(metrics) ??
        measurable(command.data) ??
        asStrictAs(command.data, { effect, n: policy.figures['evaluation.minimumN'].value }) ??
        untied([evaluatorId], designTies(program)) ?? [
          EvaluationPlanned({ ...command.data, plannedOn: policy.today, plannedBy: makerOf(command) }),
        ]
      );
    },

    RecordParticipantReaction: (evaluation, command, { batch }) => {
      const { batchId } = command.data;
      if (evaluation.status === 'none') return notFound(command);
      if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: batchId });
      const { programId } = evaluation;
      return (
        inStatus('evaluation', evaluation, 'planned', 'contested') ??
        inStatus('batch', batch, 'scheduled', 'completed') ??
        answerable(command, evaluation, command.data, batch) ?? [
          ParticipantReactionRecorded({ ...command.data, programId, recordedBy: makerOf(command) }),
        ]
      );
    },

    RateBehaviour: (evaluation, command, { policy, program, batch, employee, rater }) => {
      const { batchId, employeeId, ratingId, raterKind } = command.data;
      if (evaluation.status === 'none' || program === undefined) return notFound(command);
      if (policy.figures === undefined) return noPolicy(policy);
      if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: batchId });
      if (batch.evaluationId !== command.streamId) {
        return R31.refuse('otherBatch', { batchId, evaluationId: command.streamId });
      }
      if (batch.participants.get(employeeId)?.status !== 'completed') {
        return R31.refuse('notCompleted', { employeeId, batchId });
      }

      const ratedBy = makerOf(command);
      const known = evaluation.ratings.find((rating) => rating.ratingId === ratingId);
      if (known !== undefined) {
        if (command.corrects === undefined) return G02.refuse('alreadyExists', { what: 'rating', id: ratingId });
        if (known.employeeId !== employeeId || known.ratedBy.subjectId !== ratedBy.subjectId) {
          return R31.refuse('replacesAnother', { ratingId });
        }
      }
      // The line head who asked for the programme may well be the superior who rates.
      const bonds: readonly Tie[] = [
        ...designTies(program).filter(({ tie }) => tie === 'designer'),
        { tie: 'resourcePerson', subjectIds: batch.resourcePersons },
      ];
      return (
        inStatus('evaluation', evaluation, 'planned', 'contested') ??
        insideWindow(batch.period.to, policy.figures['evaluation.l3.window'].value, policy.on) ??
        worksWith({ raterKind, ratedBy, employeeId, rater, employee, on: batch.period.to }) ??
        (raterKind === 'self' ? undefined : actorUntied(command, bonds)) ?? [
          BehaviourRated({ ...command.data, programId: evaluation.programId, ratedOn: policy.on, ratedBy }),
        ]
      );
    },

    MeasureProgramImpact: (evaluation, command, { policy, evaluated, unit, comparisonUnit }) => {
      const { unitId, service, metric } = command.data;
      if (evaluation.status === 'none') return notFound(command);
      if (policy.figures === undefined) return noPolicy(policy);
      const refusal =
        inStatus('evaluation', evaluation, 'planned', 'contested') ?? actorUntied(command, evaluated.ties);
      if (refusal !== undefined) return refusal;
      const planned = plannedMetric(evaluation, command.data);
      if (isRejection(planned)) return planned;
      if (command.corrects === undefined && evaluation.impacts.some((known) => isOf(known, unitId, service, metric))) {
        return G02.refuse('alreadyExists', { what: 'impact', id: `${unitId}/${service}/${metric}` });
      }
      const firstSession = firstSessionOf(evaluated.batches);
      if (firstSession === undefined) return R32.refuse('noSession', { evaluationId: command.streamId });

      const guardTolerance = policy.figures['effect.guardTolerance'].value;
      const impact = impactOf(command.data, planned, { unit, comparisonUnit, firstSession, guardTolerance });
      if (isRejection(impact)) return impact;
      return [ProgramImpactMeasured({ ...impact, programId: evaluation.programId, measuredBy: makerOf(command) })];
    },

    ConcludeEvaluation: (evaluation, command, { policy, evaluated }) => {
      if (evaluation.status === 'none') return notFound(command);
      const { evaluatorId, levels, programId, design, contestedBy } = evaluation;
      const { subjectId } = makerOf(command);
      if (subjectId !== evaluatorId) return R35.refuse('notEvaluator', { subjectId, evaluatorId });
      if (policy.figures === undefined) return noPolicy(policy);
      const effectiveMean = policy.figures['evaluation.l3.effectiveMean'].value;
      const measuredLevels = levels.filter((level) => casesAt(level, evaluation, evaluated.batches) > 0);
      const missingLevels = levels.filter((level) => !measuredLevels.includes(level));
      return (
        inStatus('evaluation', evaluation, 'planned', 'contested') ??
        actorUntied(command, evaluated.ties) ??
        carried(command.data.conclusion, evaluation, evaluated.batches, { missing: missingLevels, effectiveMean }) ?? [
          EvaluationConcluded({
            ...command.data,
            programId,
            measuredLevels,
            missingLevels,
            design,
            ...(contestedBy !== undefined && { answers: contestedBy }),
            concludedOn: policy.today,
            concludedBy: makerOf(command),
          }),
        ]
      );
    },

    ContestEvaluation: (evaluation, command, { policy }) => {
      if (evaluation.status === 'none') return notFound(command);
      const refusal = inStatus('evaluation', evaluation, 'concluded');
      if (refusal !== undefined) return refusal;
      if (policy.figures === undefined) return noPolicy(policy);
      const { concludedOn, concludedBy, programId } = evaluation;
      if (concludedOn === undefined || concludedBy === undefined) return notFound(command);
      const to = addDays(concludedOn, policy.figures['evaluation.contestDays'].value);
      const days = policy.figures['evaluation.contest.answerWorkingDays'].value;
      const answerDue = addWorkingDays(policy.today, days, policy.calendar);
      if (!within(policy.today, { from: concludedOn, to })) {
        return R36.refuse('outsideTime', { on: policy.today, from: concludedOn, to });
      }
      // Else an evaluator could take back his own conclusion whenever he likes.
      return (
        independentOf(command, [{ act: 'evaluated', maker: concludedBy }]) ?? [
          EvaluationContested({ ...command.data, programId, answerDue, contestedBy: makerOf(command) }),
        ]
      );
    },
  });
