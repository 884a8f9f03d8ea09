import {
  type AdviceKind,
  CommitBudget,
  ContestEvaluation,
  ExpandProgram,
  RecommendRevision,
  ReviseDevelopmentPlan,
  type RevisionKind,
} from '@pembinaan/core';
import { decree, type PembinaanCommand } from '@pembinaan-examples/stage';
import { program, voices } from './planning.js';
import { expandedTo } from './regency.js';
import type { ConcludedStory } from './story.js';

/** The item that the expansion adds to the plan of 2027, and what pays for it. */
export const expansion = {
  itemId: 'kab-butir-perluasan',
  commitmentId: 'kab-antrean-tertata-perluasan',
  recommendationId: 'kab-rekomendasi-1',
  cost: 45_000_000,
} as const;

/** A recommendation, and what was advised when it was made. */
export interface Recommendation {
  readonly kind: RevisionKind;
  readonly advised: AdviceKind;
  readonly justification?: string;
}

/** The command that recommends on the strength of the impacts and the conclusion. */
export function recommendation(story: ConcludedStory, recommended: Recommendation): PembinaanCommand {
  return RecommendRevision({
    ...recommended,
    recommendationId: expansion.recommendationId,
    evaluationId: program.evaluationId,
    causeEvents: [...story.impacts, story.concluded],
  });
}

/** 14 April 2027: the verifier recommends. */
export async function recommend(story: ConcludedStory, recommended: Recommendation): Promise<void> {
  const { stage, office } = story;
  stage.on('2027-04-14');
  await office.as(office.who.verifier).does(program.programId, recommendation(story, recommended));
}

/** 19 to 26 April 2027: the plan is revised for the evaluation, the money committed, and the programme expanded by the PPK. */
export async function expand({ stage, next }: ConcludedStory): Promise<void> {
  stage.on('2027-04-19');
  await next.ppk().does(
    next.planId,
    ReviseDevelopmentPlan({
      causes: [{ kind: 'evaluation', ref: program.evaluationId }],
      changes: [
        {
          kind: 'add',
          item: {
            itemId: expansion.itemId,
            needIds: [voices.needOfReport],
            form: 'KL02',
            target: 'individual',
            participantsPlanned: 2 * expandedTo.length,
            jp: 2000,
            cost: expansion.cost,
            impactIndicator: 'waktu tunggu median surat pengantar',
            learningModel: 'formal10',
          },
        },
      ],
      decree: decree('RENCANA-kab-2027-perubahan', '2027-04-16'),
    }),
  );
  stage.on('2027-04-21');
  await next.as(next.who.planner).does(
    next.budgetId,
    CommitBudget({
      commitmentId: expansion.commitmentId,
      planId: next.planId,
      planItemId: expansion.itemId,
      programId: program.programId,
      amount: expansion.cost,
    }),
  );
  stage.on('2027-04-26');
  await next.ppk().does(
    program.programId,
    ExpandProgram({
      recommendationId: expansion.recommendationId,
      evaluationId: program.evaluationId,
      scope: { units: expandedTo.map(({ unitId }) => unitId), participants: 2 * expandedTo.length },
      addedCost: expansion.cost,
      budget: { budgetId: next.budgetId, commitmentId: expansion.commitmentId },
    }),
  );
}

/** 12 April 2027: the head of an office that was compared with doubts that it was the training. */
export async function contest({ stage, office }: ConcludedStory): Promise<void> {
  stage.on('2027-04-12');
  await office.as('kab-camat-banding-1').does(program.evaluationId, ContestEvaluation({ grounds: 'attribution' }));
}
