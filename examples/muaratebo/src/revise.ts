import {
  AdoptPolicyVersion,
  ContinueProgram,
  indonesia2026,
  OrderMethodReview,
  POLICY,
  RecommendRevision,
  ReviseProgramMethod,
  SuspendProgram,
} from '@pembinaan/core';
import { decree, type Office, policyFigures, type Stage, scheduleBatch } from '@pembinaan-examples/stage';
import { publicService } from './agency.js';
import { secondRound } from './next-round.js';

/** August and September: suspended, reviewed, revised, continued; between the two decisions the policy gets its second version. */
export async function revise(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  await suspend(stage, office, evidence);
  await secondPolicy(stage, office);
  await answerAndContinue(stage, office, evidence);
}

/** M7, and M4: a decision under the first version. */
async function suspend(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  const { programId, evaluationId } = publicService;
  stage.on('2026-08-03');
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'mtb-rekomendasi-tinjau',
      kind: 'reviewMethod',
      evaluationId,
      causeEvents: [...evidence],
    }),
  );
  stage.on('2026-08-05');
  await office.pyb().does(programId, SuspendProgram({ reason: { code: 'review' }, until: '2026-09-30' }));
  await office.pyb().does(
    programId,
    OrderMethodReview({
      recommendationId: 'mtb-rekomendasi-tinjau',
      questions: ['Di meja mana berkas paling lama menunggu?', 'Apakah peserta berlatih dengan berkas dari meja itu?'],
      due: '2026-09-30',
    }),
  );
  stage.on('2026-08-06');
  await office
    .as(office.who.organiser)
    .isRefused('R26', publicService.secondBatchId, scheduleBatch(office, secondRound));
  stage.say({
    id: 'PyB menangguhkan program dan memerintahkan peninjauan metode; angkatan baru ditolak selama peninjauan (R26).',
    en: 'The PyB suspends the programme and orders a review of its method; a new batch is refused meanwhile (R26).',
  });
}

/** M4: the policy is formulated anew, by regulation; it supersedes the first version from its day on. */
async function secondPolicy(stage: Stage, office: Office): Promise<void> {
  stage.on('2026-09-01');
  await office.ppk().does(
    POLICY,
    AdoptPolicyVersion({
      version: 'muaratebo-2026-2',
      effectiveFrom: '2026-09-01',
      legalBasis: indonesia2026.legalBasis,
      decree: decree('PERATURAN-mtb-2-2026', '2026-08-28'),
      figures: policyFigures({ ...office.setup, effectMinimum: 1500 }),
    }),
  );
  stage.say({
    id: 'Peraturan bupati kedua menaikkan efek minimum dari 10% menjadi 15% sejak 1 September; keputusan sebelumnya tetap menyebut versi pertama.',
    en: 'A second regulation raises the minimum effect from 10% to 15% from 1 September; decisions before it still name the first version.',
  });
}

/** M7, and M4: a decision under the second version. */
async function answerAndContinue(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  const { programId, evaluationId } = publicService;
  stage.on('2026-09-14');
  const [revised] = await office.as(office.who.planner).does(
    programId,
    ReviseProgramMethod({
      changes: [
        {
          aspect: 'latihan',
          from: 'ceramah dan diskusi',
          to: 'menyelesaikan berkas nyata dari meja verifikasi, didampingi narasumber',
        },
        { aspect: 'tempat', from: 'balai diklat', to: 'loket sendiri' },
      ],
    }),
  );
  stage.on('2026-09-21');
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'mtb-rekomendasi-lanjut',
      kind: 'continue',
      evaluationId,
      causeEvents: [...evidence, revised?.id ?? ''],
      justification: 'Peninjauan metode sudah dijawab: latihan kini memakai berkas dari meja tempat antrean menumpuk.',
    }),
  );
  stage.on('2026-09-25');
  await office.ppk().does(programId, ContinueProgram({ recommendationId: 'mtb-rekomendasi-lanjut' }));
  stage.say({
    id: 'Metode diubah sebagai jawaban atas peninjauan; PPK mengakhiri penangguhan dan melanjutkan program.',
    en: 'The method is revised in answer to the review; the PPK ends the suspension and the programme continues.',
  });
}
