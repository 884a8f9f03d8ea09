import {
  AdoptPolicyVersion,
  ContinueProgram,
  EstablishCompetencyStandard,
  indonesia2026,
  OrderMethodReview,
  POLICY,
  RecommendRevision,
  ReviseProgramMethod,
  SuspendProgram,
} from '@pembinaan/core';
import { decree, type Office, policyFigures, type Stage, scheduleBatch } from '@pembinaan-examples/stage';
import { counterPost, publicService } from './agency.js';
import { secondRound } from './next-round.js';

/** M7: August. No significant change: the programme is suspended and its method reviewed, under the first version of the policy. */
export async function suspend(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  const { programId, evaluationId } = publicService;
  stage.tells('M7');
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
  stage.tells();
  stage.say({
    id: 'PyB menangguhkan program dan memerintahkan peninjauan metode; angkatan baru ditolak selama peninjauan (R26).',
    en: 'The PyB suspends the programme and orders a review of its method; a new batch is refused meanwhile (R26).',
  });
}

/**
 * M4: September. The policy is formulated anew, by regulation of the regent: it overrides figures of the library, and brings one of its
 * own. It supersedes the first version from its day on; the standard of the counter follows it with a second version a month later.
 */
export async function secondPolicy(stage: Stage, office: Office): Promise<void> {
  const basis = 'Peraturan bupati 2/2026 (rekaan)';
  stage.tells('M4');
  stage.on('2026-09-01');
  await office.ppk().does(
    POLICY,
    AdoptPolicyVersion({
      version: 'muaratebo-2026-2',
      effectiveFrom: '2026-09-01',
      legalBasis: `${basis}; ${indonesia2026.legalBasis}`,
      decree: decree('PERATURAN-mtb-2-2026', '2026-08-28'),
      figures: {
        ...policyFigures({ ...office.setup, effectMinimum: 1500 }),
        'batch.attendance.minimum': { value: 9000, basis, certainty: 'agency' },
      },
      local: { 'muaratebo.magang.perYear': { value: 2, basis, certainty: 'agency' } },
    }),
  );
  stage.tells();
  stage.say({
    id: 'Peraturan bupati kedua menaikkan efek minimum dari 10% menjadi 15% dan kehadiran minimum menjadi 90% sejak 1 September, serta menambahkan angka daerah sendiri: dua peserta magang setahun. Keputusan sebelumnya tetap menyebut versi pertama.',
    en: 'A second regulation raises the minimum effect from 10% to 15% and attendance to 90% from 1 September, and adds a figure of its own: two interns a year. Decisions before it still name the first version.',
  });
  await secondStandard(stage, office);
}

/** M4: whoever works at the counter has to know how to check the data; who reached what the first version asked for may lack a level now. */
async function secondStandard(stage: Stage, office: Office): Promise<void> {
  const { id, position, positionKind } = counterPost;
  stage.tells('M4');
  stage.on('2026-09-03');
  await office.ppk().does(
    id,
    EstablishCompetencyStandard({
      position,
      positionKind,
      items: [
        { competency: 'M05', requiredLevel: 3 },
        { competency: 'M02', requiredLevel: 2 },
        { competency: 'T-SOSIAL-01', requiredLevel: 3 },
      ],
      effectiveFrom: '2026-10-01',
      decree: decree(`STANDAR-${id}-2026-2`, '2026-09-02'),
    }),
  );
  stage.tells();
  stage.say({
    id: 'Standar kompetensi petugas bantuan sosial mendapat versi kedua: sejak 1 Oktober verifikasi data sosial disyaratkan pada level 3. Sebelum hari itu versi pertama tetap berlaku.',
    en: 'The competency standard of the counter gets a second version: from 1 October it asks for level 3 in the verification of social data. Until then the first version holds.',
  });
}

/** M7: September. The review is answered and the programme goes on, under the second version. */
export async function answerAndContinue(stage: Stage, office: Office, evidence: readonly string[]): Promise<void> {
  const { programId, evaluationId } = publicService;
  stage.tells('M7');
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
  stage.tells();
  stage.say({
    id: 'Metode diubah sebagai jawaban atas peninjauan; PPK mengakhiri penangguhan dan melanjutkan program.',
    en: 'The method is revised in answer to the review; the PPK ends the suspension and the programme continues.',
  });
}
