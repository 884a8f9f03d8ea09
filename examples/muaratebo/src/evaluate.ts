import { ConcludeEvaluation, ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  measureImpact,
  measureService,
  type Office,
  rateBehaviour,
  type Stage,
} from '@pembinaan-examples/stage';
import { publicService, recommendationLetter, socialOffice, staff } from './agency.js';

/** July: people learned and behave better, but citizens wait as long as before. Returns the events on which the revision rests. */
export async function evaluate(stage: Stage, office: Office, completed: readonly string[]): Promise<readonly string[]> {
  const evidence = await effect(stage, office, completed);
  await whatIsLeft(stage, office);
  return evidence;
}

/** M7, M8: behaviour after training, and the service around it. */
async function effect(stage: Stage, office: Office, completed: readonly string[]): Promise<readonly string[]> {
  const { evaluationId, batchId } = publicService;
  stage.tells('M7', 'M8');
  const ratings = await rateBehaviour(
    stage,
    office,
    '2026-07-20',
    {
      evaluationId,
      batchId,
      ratings: [
        { of: 'M05', score: 3 },
        { of: 'berorientasiPelayanan', score: 4 },
      ],
    },
    completed,
  );
  stage.tells('M7');
  await measureService(stage, office, '2026-07-22', socialOffice, recommendationLetter, 'waiting', 'after', {
    period: { from: '2026-04-20', to: '2026-07-10' },
    median: 4380,
    p90: 9300,
    errorRate: 690,
    n: 371,
  });
  const impact = await measureImpact(
    stage,
    office,
    '2026-07-24',
    evaluationId,
    socialOffice,
    recommendationLetter,
    'waiting',
  );
  const findings = {
    strengths: ['petugas lebih ramah dan menjelaskan alur'],
    weaknesses: ['materi berupa ceramah; berkas yang menumpuk di meja verifikasi tidak pernah dibahas'],
    evidence: [impact, ...ratings],
  };
  const evaluator = office.as(office.who.evaluator);
  await evaluator.isRefused('R35', evaluationId, ConcludeEvaluation({ ...findings, conclusion: 'effective' }));
  const [concluded] = await evaluator.does(
    evaluationId,
    ConcludeEvaluation({ ...findings, conclusion: 'noSignificantChange' }),
  );
  stage.say({
    id: 'Waktu tunggu hanya turun dari 75 menjadi 73 menit (2,7%), di bawah efek minimum 10%: "efektif" ditolak (R35), simpulannya tidak ada perubahan berarti.',
    en: 'Waiting fell only from 75 to 73 minutes (2.7%), below the minimum effect of 10%: "effective" is refused (R35), the conclusion is no significant change.',
  });
  return [impact, concluded?.id ?? ''];
}

/** M9: people learn how far they got: one has closed the gap, for the other a part is left. */
async function whatIsLeft(stage: Stage, office: Office): Promise<void> {
  stage.tells('M9');
  await assess(stage, office, '2026-07-27', [
    [staff.hadi, 'M05', 3],
    [staff.siti, 'M05', 2],
  ]);
  const validator = office.as(office.who.validator);
  await validator.isRefused(
    'R06',
    staff.hadi,
    ValidateCompetencyGap({ gapId: 'mtb-celah-01-m05-sisa', competency: 'M05', priority: 'low' }),
  );
  await validator.does(
    staff.siti,
    ValidateCompetencyGap({ gapId: 'mtb-celah-02-m05-sisa', competency: 'M05', priority: 'medium' }),
  );
  stage.tells();
  stage.say({
    id: 'Dinilai kembali: pada seorang peserta kesenjangan tertutup (tidak ada lagi yang dapat divalidasi, R06), pada peserta lain masih tersisa satu level.',
    en: 'Assessed again: one participant has closed the gap (nothing is left to validate, R06), for another one level is left.',
  });
}
