import { CommitBudget, PlanEvaluation } from '@pembinaan/core';
import { type Office, runBatch, type ScheduledStory, type Stage, spend } from '@pembinaan-examples/stage';
import { partners, publicService, recommendationLetter, socialOffice, staff } from './agency.js';

/** The second batch as it is asked for twice: while the method is reviewed, and afterwards. */
export const secondRound: ScheduledStory = {
  batchId: publicService.secondBatchId,
  programId: publicService.programId,
  evaluationId: publicService.secondEvaluationId,
  commitmentId: publicService.secondCommitmentId,
  partnerId: partners.ngo,
  venue: 'Loket dinas sosial (rekaan)',
  capacity: 6,
  sessions: [
    { sessionId: 'mtb-manajemen-2-sesi-1', date: '2026-10-13', minutes: 300 },
    { sessionId: 'mtb-manajemen-2-sesi-2', date: '2026-10-14', minutes: 300 },
    { sessionId: 'mtb-manajemen-2-sesi-3', date: '2026-10-15', minutes: 300 },
  ],
};

/** M3, M5, M7: October. A second round under the stricter policy: what was strict enough in February is not any more. */
export async function nextRound(stage: Stage, office: Office): Promise<void> {
  const { programId, secondEvaluationId, secondCommitmentId, itemId, passMark } = publicService;
  const planned = (minimumEffect: number) =>
    PlanEvaluation({
      programId,
      levels: [2, 3, 4],
      design: 'prePost',
      serviceUnits: [socialOffice],
      comparisonUnits: [],
      metrics: [{ service: recommendationLetter, metric: 'waiting', guardMetric: 'error' }],
      minimumEffect,
      minimumN: 100,
      evaluatorId: office.who.evaluator,
    });
  stage.tells('M7');
  stage.on('2026-09-28');
  const verifier = office.as(office.who.verifier);
  await verifier.isRefused('R35', secondEvaluationId, planned(1000));
  await verifier.does(secondEvaluationId, planned(1500));
  stage.tells('M3');
  await office.as(office.who.planner).does(
    office.budgetId,
    CommitBudget({
      commitmentId: secondCommitmentId,
      planId: office.planId,
      planItemId: itemId,
      programId,
      amount: 18_000_000,
    }),
  );
  stage.say({
    id: 'Rencana evaluasi angkatan kedua dengan efek minimum 10% ditolak oleh kebijakan baru (R35); dengan 15% diterima.',
    en: 'An evaluation plan with a minimum effect of 10% is refused under the new policy (R35); with 15% it is accepted.',
  });
  stage.tells('M3', 'M5');
  const completed = await runBatch(stage, office, {
    ...secondRound,
    scheduledOn: '2026-10-01',
    passMark,
    speakers: [
      {
        subjectId: 'mtb-narasumber-2',
        origin: 'ngo',
        partnerId: partners.ngo,
        sessionIds: ['mtb-manajemen-2-sesi-1', 'mtb-manajemen-2-sesi-2', 'mtb-manajemen-2-sesi-3'],
      },
    ],
    participants: [
      { id: staff.marni, pre: 5400, post: 8300 },
      { id: staff.dedi, pre: 5100, post: 7900 },
      { id: staff.yanti, pre: 6000, post: 8800 },
      { id: staff.arif, pre: 5600, post: 8100, letter: 'surat-tugas-mtb-23' },
      { id: staff.susi, pre: 5300, post: 8000 },
    ],
  });
  stage.tells('M3');
  await spend(stage, office, '2026-10-19', secondCommitmentId, 16_400_000);
  stage.tells();
  stage.say({
    id: `Angkatan kedua berlatih di loketnya sendiri: ${completed.length} selesai; dampaknya baru diukur tahun depan.`,
    en: `The second batch trains at its own counter: ${completed.length} completed; what it changed will be measured next year.`,
  });
}
