import { ConcludeEvaluation, RateBehaviour } from '@pembinaan/core';
import {
  assess,
  measureImpact,
  measureService,
  type Office,
  publishSurvey,
  rateBehaviour,
  type Stage,
  unitOf,
} from '@pembinaan-examples/stage';
import { birthCertificate, civilRegistry, classroom, heads, staff, units } from './agency.js';

/** L5: August. The head of the school rates whether IT is used in class. */
export async function inClass(stage: Stage, office: Office, teachers: readonly string[]): Promise<void> {
  const { evaluationId, batchId } = classroom;
  stage.tells('L5');
  const ratings = await rateBehaviour(
    stage,
    unitOf(office, heads.school),
    '2026-08-03',
    {
      evaluationId,
      batchId,
      ratings: [
        { of: 'T-TIK-01', score: 4 },
        { of: 'adaptif', score: 4 },
      ],
    },
    teachers,
  );
  stage.on('2026-08-05');
  await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['kelima guru memakai bahan ajar digital di kelas, yang sebelumnya tidak ada'],
      weaknesses: ['hasil belajar siswa tidak diukur'],
      evidence: [...ratings],
    }),
  );
  stage.say({
    id: 'Kepala sekolah melihat kelima guru memakai TIK di kelas; hasil belajar siswa tidak diukur, dan itu dicatat.',
    en: 'The head of the school sees all five teachers use IT in class; what pupils learn was not measured, and that is noted.',
  });
}

/**
 * L9, L10: September. Faster and more accurate; but nobody else than the clerks themselves rated their behaviour. Returns the events on
 * which the revision rests.
 */
export async function atTheCounter(
  stage: Stage,
  office: Office,
  clerks: readonly string[],
): Promise<readonly string[]> {
  const { evaluationId, batchId } = civilRegistry;
  stage.tells('L9');
  stage.on('2026-09-07');
  for (const employeeId of clerks) {
    await office.as(employeeId).does(
      evaluationId,
      RateBehaviour({
        batchId,
        ratingId: `${batchId}-${employeeId}-diri`,
        employeeId,
        raterKind: 'self',
        ratings: [{ of: 'M05', score: 4 }],
      }),
    );
  }
  await measureService(stage, office, '2026-09-09', units.dukcapil, birthCertificate, 'waiting', 'after', {
    period: { from: '2026-06-15', to: '2026-08-28' },
    median: 3000,
    p90: 6600,
    errorRate: 520,
    n: 433,
  });
  stage.tells('L10');
  const survey = await publishSurvey(stage, office, '2026-09-10', units.dukcapil, {
    surveyId: 'lsm-skm-2026-tengah',
    period: { from: '2026-06-15', to: '2026-08-31' },
    n: 187,
    nrr: [3100, 3050, 3150, 3300, 3150, 3200, 3200, 3050, 3150],
    ikm: 7875,
    grade: 'B',
  });
  stage.tells('L9');
  const impact = await measureImpact(
    stage,
    office,
    '2026-09-14',
    evaluationId,
    units.dukcapil,
    birthCertificate,
    'waiting',
  );
  const findings = {
    strengths: ['waktu tunggu turun 37,5% dan berkas salah ikut turun'],
    weaknesses: ['atasan belum menilai perilaku; penilaian diri tidak menggantikannya'],
    evidence: [impact, survey],
  };
  const evaluator = office.as(office.who.evaluator);
  await evaluator.isRefused('R35', evaluationId, ConcludeEvaluation({ ...findings, conclusion: 'effective' }));
  const [concluded] = await evaluator.does(
    evaluationId,
    ConcludeEvaluation({ ...findings, conclusion: 'inconclusive' }),
  );
  // The batch stands as evidence, so that everybody sees what it did for the level.
  stage.tells('L2', 'L12');
  await assess(
    stage,
    office,
    '2026-09-16',
    [
      [staff.iqbal, 'T-DUKCAPIL-01', 3],
      [staff.mala, 'T-DUKCAPIL-01', 2],
    ],
    batchId,
  );
  stage.tells();
  stage.say({
    id: 'Akta kelahiran: dari 80 menjadi 50 menit, berkas salah dari 8,4% menjadi 5,2%, IKM dari 75,28 (C) menjadi 78,75 (B). Tetapi level 3 hanya dinilai oleh peserta sendiri: simpulan "efektif" ditolak (R35), evaluator mencatat belum dapat disimpulkan.',
    en: 'Birth certificates: from 80 to 50 minutes, faulty files from 8.4% to 5.2%, the index from 75.28 (C) to 78.75 (B). But level 3 was rated by the participants alone: "effective" is refused (R35), the evaluator records inconclusive.',
  });
  return [impact, survey, concluded?.id ?? ''];
}
