import { CommitBudget } from '@pembinaan/core';
import { expansion } from './deciding.js';
import { establish, inYear, planRound, program, voices } from './planning.js';
import { comparedAgain, expandedTo } from './regency.js';
import { type ConcludedStory, conclude, measure, measureImpacts, TRAINED_IN, withTrainings } from './story.js';
import { type Round, rate, teach } from './training.js';

/** The round of the offices to which the programme was expanded. */
export const secondRound: Round = {
  evaluationId: 'kab-evaluasi-antrean-2',
  batchId: 'kab-antrean-2',
  commitmentId: expansion.commitmentId,
  served: expandedTo,
  scheduledOn: '2027-06-04',
  days: ['2027-06-08', '2027-06-09', '2027-06-10'],
  reactionsOn: '2027-06-11',
  paidOn: '2027-06-21',
  paid: 43_200_000,
};

/** What carries the programme on in 2028. */
export const carriedOn = {
  planId: 'kab-2028',
  itemId: 'kab-butir-semua-kecamatan',
  commitmentId: 'kab-antrean-tertata-2028',
  cost: 45_000_000,
} as const;

/** From April 2027, when the programme was expanded, to February 2028: the second round, and a plan that follows and pays on. */
export async function goOn(story: ConcludedStory): Promise<void> {
  const { stage, next, served } = story;
  const { evaluationId } = secondRound;
  await planRound(stage, next, '2027-04-28', evaluationId, expandedTo, comparedAgain);
  await measure(story, '2027-04', '2027-05');
  const completed = await teach(stage, next, secondRound);
  const later = withTrainings(story, [
    { served, feltFrom: TRAINED_IN },
    { served: expandedTo, feltFrom: '2027-06' },
  ]);
  await measure(later, '2027-06', '2027-08');
  const ratings = await rate(stage, next, '2027-10-01', secondRound, completed);
  await measure(later, '2027-09', '2027-11');

  const after = await inYear(stage, next, 2028);
  const offices = { stage, office: next, served: expandedTo, comparedWith: comparedAgain };
  const impacts = await measureImpacts(offices, '2028-01-07', evaluationId, '2027-05', '2027-11');
  await conclude(later, evaluationId, '2028-01-10', [...impacts, ...ratings]);
  const item = {
    itemId: carriedOn.itemId,
    needIds: [voices.needOfReport],
    form: 'KL02',
    target: 'individual',
    participantsPlanned: 2 * comparedAgain.length,
    jp: 2000,
    cost: carriedOn.cost,
    impactIndicator: 'waktu tunggu median surat pengantar',
    learningModel: 'formal10',
  } as const;
  await establish(stage, after, [item], next.planId);
  stage.on('2028-02-01');
  await after.as(after.who.planner).does(
    after.budgetId,
    CommitBudget({
      commitmentId: carriedOn.commitmentId,
      planId: after.planId,
      planItemId: carriedOn.itemId,
      programId: program.programId,
      amount: carriedOn.cost,
    }),
  );
}
