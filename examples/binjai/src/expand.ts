import { CommitBudget, ConcludeEvaluation, ExpandProgram, RecommendRevision } from '@pembinaan/core';
import {
  assess,
  measureImpact,
  measureService,
  type Office,
  rateBehaviour,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff } from './agency.js';
import { administration } from './programs.js';

/** B6, B9, B10: behaviour and service improve; the programme is expanded. */
export async function evaluateAdministration(
  stage: Stage,
  office: Office,
  completed: readonly string[],
): Promise<void> {
  const { programId, evaluationId, batchId, unit, service } = administration;
  stage.tells('B6', 'B9');
  const ratings = await rateBehaviour(
    stage,
    office,
    '2026-07-01',
    {
      evaluationId,
      batchId,
      ratings: [
        { of: 'M01', score: 4 },
        { of: 'M05', score: 4 },
        { of: 'akuntabel', score: 4 },
      ],
    },
    completed,
  );
  await measureService(stage, office, '2026-07-03', unit, service, 'waiting', 'after', {
    period: { from: '2026-04-01', to: '2026-06-30' },
    median: 1560,
    p90: 3300,
    errorRate: 540,
    n: 655,
  });
  const impact = await measureImpact(stage, office, '2026-07-06', evaluationId, unit, service, 'waiting');
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['latihan memakai berkas nyata'],
      weaknesses: ['satu peserta tidak hadir dua sesi'],
      evidence: [impact, ...ratings],
    }),
  );
  await assess(stage, office, '2026-07-08', [
    [staff.rina, 'M05', 3],
    [staff.rina, 'T-ARSIP-01', 2],
  ]);

  stage.tells('B10');
  stage.on('2026-07-13');
  const planner = office.as(office.who.planner);
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'bnj-rekomendasi-perluasan',
      kind: 'expand',
      evaluationId,
      causeEvents: [impact, concluded?.id ?? ''],
      advised: 'notEnoughEvidence',
      justification:
        'Satu loket tanpa pembanding belum membuktikan pengaruh; perluasan dibatasi pada dua unit dan diukur setiap bulan bersama unit pembanding.',
    }),
  );
  await planner.does(
    office.budgetId,
    CommitBudget({
      commitmentId: 'bnj-administrasi-perluasan',
      planId: office.planId,
      planItemId: 'bnj-butir-administrasi',
      programId,
      amount: 30_000_000,
    }),
  );
  const expand = ExpandProgram({
    recommendationId: 'bnj-rekomendasi-perluasan',
    evaluationId,
    scope: { units: ['bnj-loket', 'bnj-perizinan'], participants: 16 },
    addedCost: 30_000_000,
    budget: { budgetId: office.budgetId, commitmentId: 'bnj-administrasi-perluasan' },
  });
  stage.on('2026-07-20');
  await planner.isRefused('R01', programId, expand);
  await office.ppk().does(programId, expand);
  stage.say({
    id: 'Layanan lebih cepat tanpa menambah kesalahan: program diperluas oleh PPK; perencana ditolak (R01).',
    en: 'Service is faster without more errors: the PPK expands the programme; the planner was refused (R01).',
  });
}
