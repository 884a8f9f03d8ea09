import { ApproveProgram, DesignProgram } from '@pembinaan/core';
import { planEvaluation, runBatch } from '@pembinaan-examples/stage';
import { LETTERS } from './regency.js';
import type { Story } from './story.js';

/** A programme of another hand: it costs nothing, and a new form is taught in the same offices a month later. */
export const another = {
  programId: 'kab-formulir-baru',
  evaluationId: 'kab-evaluasi-formulir',
  batchId: 'kab-formulir-1',
} as const;

/** October 2026: another programme begins to act on the same service of the same offices. */
export async function teachAnotherProgram({ stage, office, served }: Story): Promise<void> {
  const { programId, evaluationId, batchId } = another;
  stage.on('2026-10-05');
  await office.as(office.who.validator).does(
    programId,
    DesignProgram({
      name: 'Formulir surat pengantar yang baru',
      track: 'light',
      trackReason: 'satu hari, tanpa biaya',
      form: 'KL10',
      competencies: [{ code: 'M05', targetLevel: 2 }],
      jp: 400,
      estimatedCost: 0,
      needsLeaveOfDuty: false,
      certificate: 'none',
      passMark: 5000,
      maxAttempts: 1,
      valueTags: [],
    }),
  );
  stage.later(60);
  await office.as(office.who.verifier).does(programId, ApproveProgram({}));
  await planEvaluation(stage, office, '2026-10-06', evaluationId, {
    programId,
    levels: [4],
    design: 'prePost',
    serviceUnits: served.map(({ unitId }) => unitId),
    comparisonUnits: [],
    metrics: [{ service: LETTERS, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
  await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    scheduledOn: '2026-10-07',
    sessions: [{ sessionId: `${batchId}-sesi-1`, date: '2026-10-13', minutes: 180 }],
    venue: 'Kantor kecamatan (rekaan)',
    capacity: 10,
    participants: served.map(({ clerks: [first] }) => ({ id: first, pre: 5000, post: 7000 })),
    passMark: 5000,
  });
}
