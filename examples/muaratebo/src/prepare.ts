import { type Office, planEvaluation, type Stage, scheduleBatch, signAgreement } from '@pembinaan-examples/stage';
import { partners, procedures, publicService, recommendationLetter, socialOffice } from './agency.js';
import { firstRound } from './train.js';

/** M7: February. Each programme must be evaluated; a batch without an evaluation plan is refused. */
export async function evaluationFirst(stage: Stage, office: Office): Promise<void> {
  stage.tells('M7');
  stage.on('2026-02-12');
  await office.as(office.who.organiser).isRefused('R21', publicService.batchId, scheduleBatch(office, firstRound));
  await planEvaluation(stage, office, '2026-02-16', publicService.evaluationId, {
    programId: publicService.programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [socialOffice],
    comparisonUnits: [],
    metrics: [{ service: recommendationLetter, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
  await planEvaluation(stage, office, '2026-02-18', procedures.evaluationId, {
    programId: procedures.programId,
    levels: [2],
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  });
  stage.tells();
  stage.say({
    id: 'Angkatan tanpa rencana evaluasi ditolak (R21); rencana evaluasinya dibuat dahulu.',
    en: 'A batch without an evaluation plan is refused (R21); the evaluation is planned first.',
  });
}

/** M10, M11: February and March. An NGO and a university widen resources and experience; an MoU alone lets nobody act. */
export async function partnersBound(stage: Stage, office: Office): Promise<void> {
  stage.tells('M10');
  await signAgreement(stage, office, '2026-02-19', partners.ngo, {
    agreementId: 'mtb-mou-pendamping',
    kind: 'ngo',
    level: 'mou',
    contribution: [],
    period: { from: '2026-02-19', to: '2028-02-18' },
  });
  stage.on('2026-02-20');
  await office.as(office.who.organiser).isRefused('R16', publicService.batchId, scheduleBatch(office, firstRound));

  stage.tells('M10', 'M11');
  await signAgreement(stage, office, '2026-03-02', partners.ngo, {
    agreementId: 'mtb-pks-pendamping',
    kind: 'ngo',
    level: 'pks',
    contribution: ['speakers'],
    period: { from: '2026-03-02', to: '2026-12-31' },
  });
  await signAgreement(stage, office, '2026-03-03', partners.university, {
    agreementId: 'mtb-pks-universitas',
    kind: 'university',
    level: 'pks',
    contribution: ['speakers', 'venue', 'funds', 'hosting'],
    period: { from: '2026-03-03', to: '2027-12-31' },
  });
  stage.tells();
  stage.say({
    id: 'Dengan MoU saja lembaga swadaya masyarakat belum boleh terlibat (R16); setelah PKS ia menyumbang narasumber, dan universitas menyumbang narasumber, tempat, dana, serta tempat magang.',
    en: 'With an MoU alone the NGO may not take part yet (R16); after a PKS it contributes speakers, and the university speakers, venue, funds and places for internships.',
  });
}
