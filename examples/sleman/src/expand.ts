import { CommitBudget, SetBudgetCeiling } from '@pembinaan/core';
import { decree, type Office, planEvaluation, recordLeader, type Stage, spend } from '@pembinaan-examples/stage';
import { letters, regular, staff, third } from './agency.js';
import { expansion } from './revise.js';
import { holdRound } from './train.js';

/** September and October: the means, the decision, and the batch of the third kecamatan. */
export async function expand(stage: Stage, office: Office): Promise<void> {
  await support(stage, office);
  await decide(stage, office);
  await thirdRound(stage, office);
}

/** S9: the regent gives the means: a higher ceiling, and a room with computers. */
async function support(stage: Stage, office: Office): Promise<void> {
  stage.tells('S9');
  const { setup, budgetId, planId } = office;
  const commit = CommitBudget({
    commitmentId: regular.expansionCommitmentId,
    planId,
    planItemId: regular.itemId,
    programId: regular.programId,
    amount: 22_000_000,
  });
  stage.on('2026-09-11');
  await office.as(office.who.planner).isRefused('R13', budgetId, commit);
  stage.on('2026-09-14');
  await office.ppk().does(
    budgetId,
    SetBudgetCeiling({
      year: setup.year,
      agencyId: setup.agencyId,
      amount: 80_000_000,
      account: 'DPPA-slm-5.1.02',
      source: 'apbd',
      decree: decree('DPPA-slm-2026', '2026-09-11'),
    }),
  );
  await office.as(office.who.planner).does(budgetId, commit);
  await recordLeader(stage, office, '2026-09-15', {
    leaderId: office.who.ppk,
    role: 'facilitate',
    date: '2026-09-14',
    programId: regular.programId,
    unitId: third.unitId,
    topicCodes: ['ruang-belajar'],
  });
  stage.say({
    id: 'Pagu semula tidak cukup (R13); dukungan bupati berupa pagu perubahan Rp80 juta dan ruang belajar, yang dicatat sekretaris, bukan bupati sendiri.',
    en: 'The first ceiling was not enough (R13); the support of the regent is a new one of Rp80 million and a room to learn in, recorded by the secretary, not by himself.',
  });
}

/** S14, S16: effective, uncontested, paid for: expanded. */
async function decide(stage: Stage, office: Office): Promise<void> {
  stage.tells('S16');
  stage.on('2026-09-16');
  await office.ppk().does(regular.programId, expansion(office));
  stage.say({
    id: 'PPK memperluas program ke kecamatan yang semula menjadi pembanding.',
    en: 'The PPK expands the programme to the kecamatan that was compared with.',
  });
}

/** S2, S15: the next batch of the same programme, under an evaluation of its own. */
async function thirdRound(stage: Stage, office: Office): Promise<void> {
  const { laterEvaluationId, programId, expansionCommitmentId } = regular;
  stage.tells('S6');
  await planEvaluation(stage, office, '2026-09-17', laterEvaluationId, {
    programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [third.unitId],
    comparisonUnits: [],
    metrics: [{ service: letters, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1500,
    minimumN: 150,
  });
  const completed = await holdRound(stage, office, {
    batchId: 'slm-berkala-3',
    evaluationId: laterEvaluationId,
    commitmentId: expansionCommitmentId,
    unit: third,
    scheduledOn: '2026-09-18',
    days: ['2026-10-06', '2026-10-07', '2026-10-08'],
    participants: [
      { id: staff.heru, pre: 5400, post: 8000 },
      { id: staff.wening, pre: 6100, post: 8500 },
      { id: staff.tri, pre: 5000, post: 7700 },
      { id: staff.slamet, pre: 4700, post: 7200 },
      { id: staff.puji, pre: 5800, post: 8300 },
    ],
  });
  await spend(stage, office, '2026-10-19', expansionCommitmentId, 18_700_000);
  stage.say({
    id: `Angkatan ketiga: ${completed.length} orang dari kecamatan pembanding selesai; camat yang menyanggah sendiri yang mencalonkan mereka.`,
    en: `Third batch: ${completed.length} people of the kecamatan compared with completed; the camat who had contested nominated them.`,
  });
}
