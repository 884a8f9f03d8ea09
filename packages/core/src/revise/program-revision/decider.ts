import { decider, type IssuedCommand } from '@pembinaan/event-sourcing';
import { R35 } from '../../evaluate/evaluation/rules.js';
import { evaluationState } from '../../evaluate/evaluation/state.js';
import { authorised, G02, independentOf, inStatus, noPolicy, reasoned } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { budgetState } from '../../plan/budget/state.js';
import { programBatches } from '../../registers/program-batches.js';
import { programConclusions } from '../../registers/program-conclusions.js';
import { published } from '../../train/program/material.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { BatchId } from '../../values/ids.js';
import {
  CancelProgram,
  ContinueProgram,
  ExpandProgram,
  OrderMethodReview,
  RecommendRevision,
  ReviseProgramMethod,
  SuspendProgram,
} from './commands.js';
import {
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from './events.js';
import {
  answered,
  asAdvised,
  asRecommended,
  asRecommendedIfAtAll,
  carriesExpansion,
  decidedByOthers,
  follows,
  noReviewOpen,
  paidFor,
  R25,
  R26,
  recommended,
  undecided,
} from './rules.js';

const notFound = (command: IssuedCommand) => G02.refuse('notFound', { what: 'programme', id: command.streamId });

/** What is decided about a programme once it has run: the same stream as its design and approval. */
export const programRevision = decider(programState, {
  commands: [
    RecommendRevision,
    ExpandProgram,
    OrderMethodReview,
    ReviseProgramMethod,
    SuspendProgram,
    CancelProgram,
    ContinueProgram,
  ],
})
  .facts({
    RecommendRevision: (_, { data, streamId }) => ({
      evaluation: data.evaluationId === undefined ? undefined : evaluationState.at(data.evaluationId),
      conclusions: data.evaluationId === undefined ? programConclusions.at(streamId) : undefined,
    }),
    ExpandProgram: (_, command) => ({
      ...standing(command),
      evaluation: evaluationState.at(command.data.evaluationId),
      budget: command.data.budget === undefined ? undefined : budgetState.at(command.data.budget.budgetId),
    }),
    OrderMethodReview: (_, command) => standing(command),
    SuspendProgram: (_, command) => standing(command),
    CancelProgram: (_, command) => ({ ...standing(command), register: programBatches.at(command.streamId) }),
    ContinueProgram: (_, command) => standing(command),
  })
  .decide({
    RecommendRevision: (program, command, { evaluation, conclusions }) => {
      const { recommendationId, kind, evaluationId, causeEvents } = command.data;
      if (program.status === 'none') return notFound(command);
      const refusal = inStatus('programme', program, 'approved', 'suspended');
      if (refusal !== undefined) return refusal;
      if (program.recommendations.some((known) => known.recommendationId === recommendationId)) {
        return G02.refuse('alreadyExists', { what: 'recommendation', id: recommendationId });
      }
      const event = RevisionRecommended({ ...command.data, recommendedBy: makerOf(command) });
      if (evaluationId === undefined || evaluation === undefined) {
        if (kind === 'expand') return R25.refuse('evaluationMissing', { recommendationId });
        if (causeEvents.length === 0) return R35.refuse('noCause', { recommendationId });
        return answered(program, conclusions?.withoutChange ?? []) ?? asAdvised(command.data) ?? [event];
      }
      if (evaluation.status === 'none') return G02.refuse('notFound', { what: 'evaluation', id: evaluationId });
      if (evaluation.programId !== command.streamId) {
        return G02.refuse('mismatch', { what: 'programme', given: command.streamId, expected: evaluation.programId });
      }
      if (evaluation.status !== 'concluded' || evaluation.conclusion === undefined) {
        return inStatus('evaluation', evaluation, 'concluded') ?? [];
      }
      return follows(command.data, evaluation.conclusion) ?? asAdvised(command.data) ?? [event];
    },

    ExpandProgram: (program, command, { policy, authority, evaluation, budget }) => {
      const { recommendationId, evaluationId, addedCost } = command.data;
      const programId = command.streamId;
      if (program.status === 'none') return notFound(command);
      if (policy.figures === undefined) return noPolicy(policy);
      const refusal =
        inStatus('programme', program, 'approved') ??
        noReviewOpen(program, programId) ??
        authorised(command, authority, ['ppk', 'pyb'], policy.on);
      if (refusal !== undefined) return refusal;
      const recommendation = recommended(program, recommendationId, 'expand');
      if (recommendation === undefined) return R25.refuse('notRecommended', { recommendationId });
      if (recommendation.evaluationId !== evaluationId) {
        return R25.refuse('otherEvaluation', { recommendationId, evaluationId });
      }
      const maxAgeDays = policy.figures['evaluation.maxAgeDays'].value;
      return (
        undecided(recommendation) ??
        decidedByOthers(command, program, evaluation) ??
        independentOf(command, [{ act: 'recommended', maker: recommendation.recommendedBy }]) ??
        carriesExpansion(evaluation, { evaluationId, programId }, maxAgeDays, policy.today) ??
        paidFor(addedCost, budget, command.data.budget?.commitmentId, programId) ?? [
          ProgramExpanded({ ...command.data, expandedBy: makerOf(command) }),
        ]
      );
    },

    OrderMethodReview: (program, command, { policy, authority }) => {
      if (program.status === 'none') return notFound(command);
      return (
        inStatus('programme', program, 'approved', 'suspended') ??
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        asRecommended(command, program, command.data.recommendationId, 'reviewMethod') ??
        noReviewOpen(program, command.streamId) ?? [
          MethodReviewOrdered({ ...command.data, orderedBy: makerOf(command) }),
        ]
      );
    },

    ReviseProgramMethod: (program, command) => {
      if (program.status === 'none') return notFound(command);
      if (program.openReview === undefined) return R26.refuse('noReview', { programId: command.streamId });
      return (
        independentOf(command, [{ act: 'ordered', maker: program.openReview.orderedBy }]) ??
        published(program, command.data.material) ?? [
          ProgramMethodRevised({ ...command.data, revisedBy: makerOf(command) }),
        ]
      );
    },

    SuspendProgram: (program, command, { policy, authority }) => {
      if (program.status === 'none') return notFound(command);
      return (
        inStatus('programme', program, 'approved') ??
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        asRecommendedIfAtAll(command, program, command.data.recommendationId, 'suspend') ??
        reasoned(command.data.reason) ?? [ProgramSuspended({ ...command.data, suspendedBy: makerOf(command) })]
      );
    },

    CancelProgram: (program, command, { policy, authority, register }) => {
      if (program.status === 'none') return notFound(command);
      const open = register.batches.filter(({ status }) => status === 'scheduled');
      return (
        inStatus('programme', program, 'designed', 'approved', 'suspended') ??
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        asRecommendedIfAtAll(command, program, command.data.recommendationId, 'cancel') ??
        reasoned(command.data.reason) ?? [
          ProgramCancelled({
            ...command.data,
            openBatches: open.map(({ batchId }) => BatchId.parse(batchId)),
            cancelledBy: makerOf(command),
          }),
        ]
      );
    },

    ContinueProgram: (program, command, { policy, authority }) => {
      if (program.status === 'none') return notFound(command);
      return (
        inStatus('programme', program, 'approved', 'suspended') ??
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        asRecommended(command, program, command.data.recommendationId, 'continue') ??
        noReviewOpen(program, command.streamId) ?? [
          ProgramContinued({
            ...command.data,
            endsSuspension: program.status === 'suspended',
            continuedBy: makerOf(command),
          }),
        ]
      );
    },
  });
