import {
  ConcludeEvaluation,
  ContestEvaluation,
  ContinueProgram,
  ExpandProgram,
  RecommendRevision,
} from '@pembinaan/core';
import type { Office, Stage } from '@pembinaan-examples/stage';
import { application, regular, third } from './agency.js';
import type { Evidence } from './evaluate.js';

/** What the expansion comes to: the third kecamatan, five people, Rp22 million. */
export function expansion(office: Office): ReturnType<typeof ExpandProgram> {
  return ExpandProgram({
    recommendationId: 'slm-rekomendasi-perluasan',
    evaluationId: regular.evaluationId,
    scope: { units: [third.unitId], participants: 5 },
    addedCost: 22_000_000,
    budget: { budgetId: office.budgetId, commitmentId: regular.expansionCommitmentId },
  });
}

/** S4, S6: what follows from two effective evaluations. */
export async function recommend(stage: Stage, office: Office, evidence: Evidence): Promise<void> {
  const verifier = office.as(office.who.verifier);
  stage.tells('S16');
  stage.on('2026-08-27', '14:00');
  await verifier.does(
    regular.programId,
    RecommendRevision({
      recommendationId: 'slm-rekomendasi-perluasan',
      kind: 'expand',
      evaluationId: regular.evaluationId,
      causeEvents: [...evidence.impacts, evidence.concluded],
      advised: 'notEnoughEvidence',
      justification:
        'Satu pengukuran di setiap sisi belum membuktikan pengaruh; antrean panjang menuntut tindakan, dan perluasannya diukur setiap bulan.',
    }),
  );
  await verifier.does(
    application.programId,
    RecommendRevision({
      recommendationId: 'slm-rekomendasi-lanjut',
      kind: 'continue',
      evaluationId: application.evaluationId,
      causeEvents: [...evidence.application],
    }),
  );
  stage.tells('S4');
  stage.on('2026-08-28');
  await office.pyb().does(application.programId, ContinueProgram({ recommendationId: 'slm-rekomendasi-lanjut' }));
  stage.say({
    id: 'Laporan data selesai dalam 55 menit, sebelumnya 90: bimbingan teknis aplikasi dilanjutkan.',
    en: 'Reports of data take 55 minutes instead of 90: the IT session continues.',
  });
}

/** S14: a camat doubts the result; while it is contested nothing is expanded, and then the evidence is shown. */
export async function convince(stage: Stage, office: Office, evidence: Evidence): Promise<void> {
  const { programId, evaluationId } = regular;
  stage.tells('S14');
  stage.on('2026-09-02');
  await office.as(third.head).does(evaluationId, ContestEvaluation({ grounds: 'attribution' }));
  stage.on('2026-09-03');
  await office.ppk().isRefused('R25', programId, expansion(office));
  stage.say({
    id: 'Camat kecamatan pembanding menyanggah: mungkin antrean memang sedang sepi. Selama disanggah, perluasan ditolak (R25).',
    en: 'The camat of the kecamatan compared with contests: perhaps there were simply fewer people. Meanwhile an expansion is refused (R25).',
  });

  stage.on('2026-09-07');
  await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: [
        'pemohon per minggu bertambah di ketiga kecamatan, tetapi di kecamatan pembanding waktu tunggunya hampir tidak berubah',
        'IKM kecamatan pertama naik dari 77,22 menjadi 80,97',
      ],
      weaknesses: ['sebagian kecil peserta belum menerapkan yang diajarkan'],
      evidence: [...evidence.impacts, ...evidence.ratings, evidence.survey],
    }),
  );
  stage.say({
    id: 'Evaluator menunjukkan bukti: pemohon justru bertambah di ketiga kecamatan, dan hanya yang dilatih yang lebih cepat. Simpulannya tetap efektif.',
    en: 'The evaluator shows the evidence: more people came in all three kecamatan, and only the trained ones became faster. It remains effective.',
  });
}
