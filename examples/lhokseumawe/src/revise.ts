import { ContinueProgram, RecommendRevision } from '@pembinaan/core';
import type { Office, Stage } from '@pembinaan-examples/stage';
import { civilRegistry } from './agency.js';

/** L9: what is not known yet is neither expanded nor stopped. */
export async function revise(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  const { programId, evaluationId } = civilRegistry;
  const recommend = (recommendationId: string, kind: 'expand' | 'continue') =>
    RecommendRevision({ recommendationId, kind, evaluationId, causeEvents: [...evidence] });
  stage.tells('L9');
  stage.on('2026-09-21');
  const verifier = office.as(office.who.verifier);
  await verifier.isRefused('R35', programId, recommend('lsm-rekomendasi-perluasan', 'expand'));
  await verifier.does(programId, recommend('lsm-rekomendasi-lanjut', 'continue'));
  stage.on('2026-09-25');
  await office.pyb().does(programId, ContinueProgram({ recommendationId: 'lsm-rekomendasi-lanjut' }));
  stage.tells();
  stage.say({
    id: 'Perluasan tidak dapat direkomendasikan atas simpulan itu (R35); PyB melanjutkan program apa adanya sampai evaluasi berikutnya, yang juga memuat penilaian atasan.',
    en: 'An expansion cannot be recommended on that conclusion (R35); the PyB lets the programme go on as it is until the next evaluation, with the ratings of superiors.',
  });
}
