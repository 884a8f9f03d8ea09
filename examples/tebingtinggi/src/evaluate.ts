import { ConcludeEvaluation } from '@pembinaan/core';
import {
  assess,
  measureImpact,
  measureService,
  type Office,
  publishSurvey,
  rateAmongColleagues,
  rateBehaviour,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, transfer, workCulture } from './agency.js';

/** The events on which the revision rests. */
export interface Evidence {
  readonly timeManagement: readonly string[];
  readonly workCulture: readonly string[];
}

/** T4: July. Faster, and the guard did not suffer: effective. Returns the events on which a revision may rest. */
export async function faster(stage: Stage, office: Office, people: readonly string[]): Promise<readonly string[]> {
  const { batchId, evaluationId } = timeManagement;
  stage.tells('T4');
  const ratings = await rateBehaviour(
    stage,
    office,
    '2026-07-13',
    {
      evaluationId,
      batchId,
      ratings: [
        { of: 'M04', score: 4 },
        { of: 'adaptif', score: 3 },
      ],
    },
    people,
  );
  await measureService(stage, office, '2026-07-15', taxCounter, transfer, 'waiting', 'after', {
    period: { from: '2026-04-13', to: '2026-06-30' },
    median: 2040,
    p90: 4500,
    errorRate: 510,
    n: 468,
  });
  const impact = await measureImpact(stage, office, '2026-07-17', evaluationId, taxCounter, transfer, 'waiting');
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['peserta menata ulang antrean berkas pada hari pertama setelah workshop'],
      weaknesses: ['dua petugas tidak ikut, sehingga dua cara kerja berjalan berdampingan'],
      evidence: [impact, ...ratings],
    }),
  );
  stage.tells('T1');
  await assess(stage, office, '2026-07-20', [[staff.yuni, 'M04', 3]]);
  stage.say({
    id: 'Waktu tunggu mutasi PBB turun dari 55 menjadi 34 menit, dan berkas salah tidak bertambah (5,8% menjadi 5,1%): efektif.',
    en: 'Waiting for the transfer of a tax object fell from 55 to 34 minutes, and faulty files did not grow (5.8% to 5.1%): effective.',
  });
  return [impact, concluded?.id ?? ''];
}

/** T8, T2: August. Values are rated and trust is surveyed again; neither has a proper before, and the evaluator says so. */
export async function upright(stage: Stage, office: Office, people: readonly string[]): Promise<readonly string[]> {
  const { batchId, evaluationId } = workCulture;
  const strengths = ['petugas menyebut syarat dan biaya tanpa diminta'];
  stage.tells('T8');
  const byHead = [
    { of: 'M01', score: 4 },
    { of: 'akuntabel', score: 4 },
    { of: 'berorientasiPelayanan', score: 4 },
  ];
  const byColleagues = [
    { of: 'akuntabel', score: 3 },
    { of: 'berorientasiPelayanan', score: 4 },
  ];
  const ratings = [
    ...(await rateBehaviour(stage, office, '2026-08-10', { evaluationId, batchId, ratings: byHead }, people)),
    ...(await rateAmongColleagues(
      stage,
      office,
      '2026-08-11',
      { evaluationId, batchId, ratings: byColleagues },
      people,
    )),
  ];
  stage.tells('T2', 'T8');
  const survey = await publishSurvey(stage, office, '2026-08-12', taxCounter, {
    surveyId: 'tbt-skm-2026-tw2',
    period: { from: '2026-05-11', to: '2026-07-31' },
    n: 231,
    nrr: [3150, 3100, 3350, 3200, 3150, 3300, 3300, 3100, 3200],
    ikm: 8014,
    grade: 'B',
  });
  stage.tells('T8');
  stage.on('2026-08-14');
  // The organiser may not judge what he organised, however good it looks.
  await office
    .as(office.who.organiser)
    .isRefused(
      'R35',
      evaluationId,
      ConcludeEvaluation({ conclusion: 'effective', strengths, weaknesses: [], evidence: [...ratings, survey] }),
    );
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'inconclusive',
      strengths,
      weaknesses: [
        'perilaku dinilai sesudah pelatihan saja, tanpa penilaian sebelumnya',
        'IKM naik juga karena antrean lebih pendek; pengaruh pelatihan nilai tidak terpisah',
      ],
      evidence: [...ratings, survey],
    }),
  );
  stage.say({
    id: 'IKM naik dari 76,39 (C) menjadi 80,14 (B), tetapi pengaruh pelatihan nilai tidak terpisah dari antrean yang lebih pendek. Penyelenggara tidak boleh menyimpulkannya (R35); evaluator menyatakan belum dapat disimpulkan.',
    en: 'The index rose from 76.39 (C) to 80.14 (B), but the training in values cannot be told apart from the shorter queue. The organiser may not conclude (R35); the evaluator says inconclusive.',
  });
  return [survey, concluded?.id ?? ''];
}
