import { PlanEvaluation, ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  type EvaluationPlan,
  establishPlan,
  type Office,
  openProgram,
  planEvaluation,
  publishSurvey,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, transfer, workCulture } from './agency.js';

/** January and February: what is lacking, what is planned against it, and how it will be judged. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  await lack(stage, office);
  await agree(stage, office);
  await trustBefore(stage, office);
  await workshop(stage, office);
  await culture(stage, office);
}

/** T1: people are assessed against the standard of their position; a gap is validated. */
async function lack(stage: Stage, office: Office): Promise<void> {
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

/** T1, and T6 as far as a need can tell it: one need stems from the gap, the other from the minutes of a forum with residents. */
async function agree(stage: Stage, office: Office): Promise<void> {
  await establishPlan(stage, office, [
    {
      needId: 'tbt-kebutuhan-waktu',
      origin: { kind: 'gap', ref: 'tbt-celah-01-m04' },
      target: { kind: 'unit', unitId: taxCounter },
      competency: 'M04',
      expectedServiceEffect: 'waktu tunggu mutasi PBB turun tanpa menambah kesalahan berkas',
      item: {
        itemId: timeManagement.itemId,
        form: 'KL07',
        target: 'individual',
        participantsPlanned: 8,
        jp: 1000,
        cost: 16_000_000,
        missionRef: 'RPJMD misi 1 (rekaan)',
        impactIndicator: 'waktu tunggu median mutasi PBB, dengan persentase berkas salah sebagai penjaga',
        learningModel: 'formal10',
      },
    },
    {
      needId: 'tbt-kebutuhan-budaya',
      origin: { kind: 'forum', ref: 'notulen forum warga 2025-11 (rekaan)' },
      target: { kind: 'unit', unitId: taxCounter },
      competency: 'M01',
      expectedServiceEffect: 'warga menilai petugas lebih terbuka tentang syarat dan biaya',
      item: {
        itemId: workCulture.itemId,
        form: 'KL05',
        target: 'individual',
        participantsPlanned: 8,
        jp: 1200,
        cost: 14_000_000,
        missionRef: 'RPJMD misi 1 (rekaan)',
        impactIndicator: 'unsur U6, U7, dan U8 pada survei kepuasan',
        learningModel: 'formal10',
      },
    },
  ]);
  stage.say({
    id: 'Rencana 2026 memuat dua butir: satu berasal dari kesenjangan kompetensi, satu dari notulen forum warga.',
    en: 'The plan of 2026 has two items: one stems from a competency gap, the other from the minutes of a forum with residents.',
  });
}

/** T2: public trust has no measure of its own here; the satisfaction index stands in for it, and the story says so. */
async function trustBefore(stage: Stage, office: Office): Promise<void> {
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
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [taxCounter],
    comparisonUnits: [],
    minimumEffect: 1500,
    minimumN: 100,
  };
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
