import {
  ConcludeEvaluation,
  OrderMethodReview,
  RecommendRevision,
  ReviseProgramMethod,
  ScheduleBatch,
} from '@pembinaan/core';
import { measureImpact, measureService, type Office, type Stage } from '@pembinaan-examples/stage';
import { systems } from './programs.js';

/** B11: no significant change, so that the method is reviewed, and no batch begins until the review is answered. */
export async function evaluateSystems(stage: Stage, office: Office): Promise<void> {
  const { programId, commitmentId, evaluationId, unit, service } = systems;
  stage.tells('B9', 'B11');
  await measureService(stage, office, '2026-08-03', unit, service, 'processing', 'after', {
    period: { from: '2026-05-01', to: '2026-07-31' },
    median: 14_100,
    p90: 28_500,
    errorRate: 400,
    n: 204,
  });
  const impact = await measureImpact(stage, office, '2026-08-05', evaluationId, unit, service, 'processing');
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'noSignificantChange',
      strengths: [],
      weaknesses: ['aplikasi yang dilatihkan belum dipakai di loket'],
      evidence: [impact],
    }),
  );
  stage.on('2026-08-10');
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'bnj-rekomendasi-tinjau',
      kind: 'reviewMethod',
      evaluationId,
      causeEvents: [impact, concluded?.id ?? ''],
    }),
  );
  await office.pyb().does(
    programId,
    OrderMethodReview({
      recommendationId: 'bnj-rekomendasi-tinjau',
      questions: ['Apakah latihan memakai aplikasi yang benar-benar dipakai?'],
      due: '2026-09-10',
    }),
  );
  stage.on('2026-08-12');
  await office.as(office.who.organiser).isRefused(
    'R26',
    'bnj-sistem-2',
    ScheduleBatch({
      programId,
      evaluationId,
      period: { from: '2026-09-15', to: '2026-09-15' },
      sessions: [{ sessionId: 'bnj-si2-sesi-1', date: '2026-09-15', minutes: 300 }],
      capacity: 8,
      venue: 'Ruang komputer (rekaan)',
      budget: { budgetId: office.budgetId, commitmentId },
    }),
  );
  stage.say({
    id: 'Lima orang lulus, tetapi waktu proses tidak berubah berarti: metode ditinjau, dan angkatan baru ditolak (R26).',
    en: 'Five people passed, but processing time did not change significantly: the method is reviewed and a new batch is refused (R26).',
  });

  stage.on('2026-09-07');
  await office.as(office.who.planner).does(
    programId,
    ReviseProgramMethod({
      changes: [{ aspect: 'latihan', from: 'ceramah dan contoh', to: 'berkas nyata pada aplikasi loket, didampingi' }],
    }),
  );
  stage.tells();
}
