import { CommitBudget, PlanEvaluation, ReviseDevelopmentPlan } from '@pembinaan/core';
import {
  agreeOnNeeds,
  decree,
  establishPlan,
  type Office,
  type PlannedNeed,
  runBatch,
  type ScheduledStory,
  type Stage,
  spend,
} from '@pembinaan-examples/stage';
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

/** From September on: a second round under the stricter policy, and a plan that learns from what happened. */
export async function goOn(stage: Stage, office: Office): Promise<void> {
  await nextRound(stage, office);
  await revisePlan(stage, office);
  await nextYear(stage, office);
}

/** M4, M7: what was strict enough in February is not any more. */
async function nextRound(stage: Stage, office: Office): Promise<void> {
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
  stage.on('2026-09-28');
  const verifier = office.as(office.who.verifier);
  await verifier.isRefused('R35', secondEvaluationId, planned(1000));
  await verifier.does(secondEvaluationId, planned(1500));
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
  const completed = await runBatch(stage, office, {
    ...secondRound,
    scheduledOn: '2026-10-01',
    passMark,
    speakers: [
      {
        subjectId: 'mtb-narasumber-2',
        origin: 'ngo',
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
  await spend(stage, office, '2026-10-19', secondCommitmentId, 16_400_000);
  stage.say({
    id: `Angkatan kedua berlatih di loketnya sendiri: ${completed.length} selesai; dampaknya baru diukur tahun depan.`,
    en: `The second batch trains at its own counter: ${completed.length} completed; what it changed will be measured next year.`,
  });
}

/** M1, M2: the plan of the year is revised, and says why. */
async function revisePlan(stage: Stage, office: Office): Promise<void> {
  const { item, needId } = guidance;
  await agreeOnNeeds(stage, office, [guidance], {
    proposed: '2026-10-20',
    verified: '2026-10-22',
    validated: '2026-10-23',
  });
  stage.on('2026-10-26');
  await office.ppk().does(
    office.planId,
    ReviseDevelopmentPlan({
      causes: [
        { kind: 'evaluation', ref: publicService.evaluationId },
        { kind: 'policy', ref: 'muaratebo-2026-2' },
      ],
      changes: [{ kind: 'add', item: { ...item, needIds: [needId] } }],
      decree: decree('RENCANA-mtb-2026-P1', '2026-10-23'),
    }),
  );
  stage.say({
    id: 'Rencana 2026 diubah dengan menyebut sebabnya: evaluasi dan kebijakan baru.',
    en: 'The plan of 2026 is revised and names its causes: the evaluation and the new policy.',
  });
}

const guidance: PlannedNeed = {
  needId: 'mtb-kebutuhan-bimbingan',
  origin: { kind: 'gap', ref: 'mtb-celah-02-m05-sisa' },
  target: { kind: 'employee', employeeId: staff.siti },
  competency: 'M05',
  item: {
    itemId: 'mtb-butir-bimbingan',
    form: 'NKL11',
    target: 'individual',
    participantsPlanned: 1,
    jp: 400,
    cost: 0,
    impactIndicator: 'level Pelayanan Publik pada penilaian berikutnya',
    learningModel: 'work70',
  },
};

/** M1: the plan of the next year names the one before it. */
async function nextYear(stage: Stage, office: Office): Promise<void> {
  const year = office.setup.year + 1;
  const next: Office = {
    ...office,
    setup: { ...office.setup, year },
    planId: `${office.setup.agencyId}-${year}`,
    budgetId: `${office.setup.agencyId}-${year}`,
  };
  await establishPlan(
    stage,
    next,
    [
      {
        needId: 'mtb-kebutuhan-2027-loket',
        origin: { kind: 'performance', ref: publicService.secondEvaluationId },
        target: { kind: 'unit', unitId: socialOffice },
        competency: 'T-SOSIAL-01',
        expectedServiceEffect: 'berkas di meja verifikasi selesai pada hari yang sama',
        item: {
          itemId: 'mtb-butir-2027-loket',
          form: 'KL10',
          target: 'institution',
          participantsPlanned: 10,
          jp: 1200,
          cost: 12_000_000,
          missionRef: 'RPJMD misi 4 (rekaan)',
          impactIndicator: 'waktu tunggu median rekomendasi bantuan sosial',
          learningModel: 'work70',
        },
      },
    ],
    office.planId,
  );
  stage.say({
    id: 'Rencana 2027 ditetapkan sebagai lanjutan rencana 2026: silsilahnya tercatat.',
    en: 'The plan of 2027 is established as successor of that of 2026: its lineage is on record.',
  });
}
