import {
  DeclineDevelopmentNeed,
  PlanEvaluation,
  RemovePlanItem,
  ReturnDevelopmentPlan,
  ValidateCompetencyGap,
} from '@pembinaan/core';
import {
  agreeOnNeeds,
  assess,
  draftPlan,
  type EvaluationPlan,
  establishment,
  type Office,
  openProgram,
  planEvaluation,
  proposalOf,
  publishSurvey,
  type Stage,
  submitPlan,
} from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, transfer, workCulture } from './agency.js';
import { januaryForum, keepPromise, promise } from './forums.js';
import * as needs from './needs.js';

/** January to March: what is lacking, what residents say, what is planned, and how it will be judged. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  await lack(stage, office);
  await januaryForum(stage, office);
  await agree(stage, office);
  await promise(stage, office);
  await establish(stage, office);
  await trustBefore(stage, office);
  await workshop(stage, office);
  await culture(stage, office);
  await keepPromise(stage, office);
}

/** T1: people are assessed against the standard of their position; a gap is validated. */
async function lack(stage: Stage, office: Office): Promise<void> {
  stage.tells('T1');
  await assess(stage, office, '2026-01-09', [
    [staff.yuni, 'M04', 1],
    [staff.yuni, 'M01', 2],
    [staff.yuni, 'T-PAJAK-01', 2],
    [staff.rizal, 'M04', 2],
    [staff.fitri, 'M04', 2],
    [staff.nurul, 'M04', 2],
  ]);
  await office
    .as(office.who.validator)
    .does(staff.yuni, ValidateCompetencyGap({ gapId: 'tbt-celah-01-m04', competency: 'M04', priority: 'high' }));
  stage.say({
    id: 'Standar jabatan loket pajak ditetapkan; satu kesenjangan Orientasi pada Hasil divalidasi: level 1, sedangkan jabatannya meminta 3.',
    en: 'The standard of the tax counter is established; one gap in Results Orientation is validated: level 1 where the position asks for 3.',
  });
}

/** T1: three needs; that of the study visit does not say what the service gains, is returned, and comes back better. */
async function agree(stage: Stage, office: Office): Promise<void> {
  const { who, setup } = office;
  const { needId } = needs.study;
  stage.tells('T1');
  stage.on('2026-01-12');
  await office.as(who.head).does(needId, proposalOf(needs.roughStudy, setup.year));
  stage.later(90);
  await office
    .as(who.verifier)
    .does(needId, DeclineDevelopmentNeed({ kind: 'returned', reason: { code: 'incomplete' } }));
  await agreeOnNeeds(stage, office, [needs.time, needs.culture, needs.study], {
    proposed: '2026-01-13',
    verified: '2026-01-19',
    validated: '2026-01-21',
  });
  stage.say({
    id: 'Tiga kebutuhan: satu dari kesenjangan, satu dari forum warga, satu studi tiru yang sempat dikembalikan karena tidak menyebut manfaatnya bagi layanan.',
    en: 'Three needs: one from the gap, one from the forum with residents, and a study visit that was returned once because it did not say what the service gains.',
  });
}

/** T14: the plan is above the ceiling, is returned, and loses the study visit; the decree that was ready signs what is no longer there. */
async function establish(stage: Stage, office: Office): Promise<void> {
  const { who, planId } = office;
  stage.tells('T14');
  stage.on('2026-01-26');
  await draftPlan(office, [needs.time, needs.culture, needs.study]);
  const first = await submitPlan(office);
  stage.on('2026-01-27');
  await office.ppk().does(planId, ReturnDevelopmentPlan({ reason: { code: 'overBudget' } }));
  await office
    .as(who.planner)
    .does(planId, RemovePlanItem({ itemId: needs.study.item.itemId, reason: { code: 'noBudget' } }));
  const second = await submitPlan(office);
  stage.on('2026-01-29');
  await office.ppk().isRefused('R12', planId, establishment(office, first));
  await office.ppk().does(planId, establishment(office, second));
  stage.say({
    id: 'Rencana Rp58 juta dikembalikan karena melebihi pagu Rp50 juta; studi tiru dikeluarkan. Naskah keputusan yang masih memuat isi lama ditolak (R12), yang memuat isi terakhir diterima.',
    en: 'The plan of Rp58 million is returned, being above the ceiling of Rp50 million; the study visit comes out. The decree drawn up for the old content is refused (R12), the one for the last content accepted.',
  });
}

/** T2: public trust has no measure of its own here; the satisfaction index stands in for it, and the story says so. */
async function trustBefore(stage: Stage, office: Office): Promise<void> {
  stage.tells('T2');
  await publishSurvey(stage, office, '2026-02-02', taxCounter, {
    surveyId: 'tbt-skm-2025-2',
    period: { from: '2025-07-01', to: '2025-12-31' },
    n: 208,
    nrr: [3100, 3050, 2900, 3200, 3100, 3000, 3050, 2950, 3150],
    ikm: 7639,
    grade: 'C',
  });
  stage.say({
    id: 'Survei kepuasan sebelum pelatihan: IKM 76,39 (C). Kepercayaan masyarakat tidak diukur langsung; IKM hanya wakilnya.',
    en: 'Satisfaction survey before the training: index 76.39 (C). Public trust is not measured itself; the index only stands in for it.',
  });
}

/** T3, T4: the workshop is approved; its evaluation may not promise speed without guarding quality. */
async function workshop(stage: Stage, office: Office): Promise<void> {
  const { programId, evaluationId, itemId, passMark } = timeManagement;
  stage.tells('T3');
  await openProgram(stage, office, '2026-02-04', programId, {
    itemId,
    name: 'Workshop manajemen waktu dan efisiensi kerja',
    form: 'KL07',
    competencies: [
      { code: 'M04', targetLevel: 3 },
      { code: 'M02', targetLevel: 2 },
    ],
    jp: 1000,
    estimatedCost: 16_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark,
    maxAttempts: 2,
    valueTags: ['kompeten', 'adaptif'],
  });

  const evaluation: Omit<EvaluationPlan, 'metrics'> = {
    programId,
    levels: [1, 2, 3, 4],
    design: 'prePost',
    serviceUnits: [taxCounter],
    comparisonUnits: [],
    minimumEffect: 1500,
    minimumN: 100,
  };
  stage.tells('T4');
  stage.on('2026-02-06');
  await office.as(office.who.verifier).isRefused(
    'R24',
    evaluationId,
    PlanEvaluation({
      ...evaluation,
      metrics: [{ service: transfer, metric: 'waiting' }],
      evaluatorId: office.who.evaluator,
    }),
  );
  await planEvaluation(stage, office, '2026-02-09', evaluationId, {
    ...evaluation,
    metrics: [{ service: transfer, metric: 'waiting', guardMetric: 'error' }],
  });
  stage.say({
    id: 'Rencana evaluasi yang hanya mengukur kecepatan ditolak (R24); setelah persentase berkas salah dijadikan penjaga, rencana itu diterima.',
    en: 'An evaluation plan that measures speed alone is refused (R24); with the share of faulty files as guard it is accepted.',
  });
}

/** T8: integrity, transparency and accountability as a programme, with the values of BerAKHLAK that it serves. */
async function culture(stage: Stage, office: Office): Promise<void> {
  const { programId, evaluationId, itemId, passMark } = workCulture;
  stage.tells('T8');
  await openProgram(stage, office, '2026-02-11', programId, {
    itemId,
    name: 'Pelatihan budaya kerja: integritas, keterbukaan, akuntabilitas',
    form: 'KL05',
    competencies: [
      { code: 'M01', targetLevel: 3 },
      { code: 'SK01', targetLevel: 2 },
    ],
    jp: 1200,
    estimatedCost: 14_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark,
    maxAttempts: 2,
    valueTags: ['akuntabel', 'berorientasiPelayanan', 'loyal'],
  });
  await planEvaluation(stage, office, '2026-02-12', evaluationId, {
    programId,
    levels: [2, 3],
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  });
}
