import { giveSupport, type Office, observeResistance, type Stage } from '@pembinaan-examples/stage';
import { first, regular, third } from './agency.js';

/** S12: August and September; where it falters is seen in units: what was taught is not used, or the training itself is doubted. */
export async function observe(stage: Stage, office: Office): Promise<void> {
  stage.tells('S12');
  await observeResistance(stage, office, {
    unitId: first.unitId,
    about: 'application',
    level: 2,
    basis: 'behaviour',
    n: 5,
    observedOn: '2026-08-31',
  });
  stage.tells('S14');
  await observeResistance(stage, office, {
    unitId: third.unitId,
    about: 'training',
    level: 3,
    basis: 'survey',
    n: 5,
    observedOn: '2026-09-01',
  });
}

/** S13, S14: September; outreach, an example that can be touched, and evidence that has stood its contest. */
export async function persuade(stage: Stage, office: Office): Promise<void> {
  stage.tells('S13');
  await giveSupport(stage, office, {
    unitId: first.unitId,
    kind: 'example',
    about: 'application',
    reach: 6,
    date: '2026-09-08',
  });
  await giveSupport(stage, office, {
    unitId: third.unitId,
    kind: 'outreach',
    about: 'training',
    reach: 5,
    date: '2026-09-09',
  });
  stage.tells('S14');
  await giveSupport(stage, office, {
    unitId: third.unitId,
    kind: 'evidence',
    about: 'training',
    evaluationId: regular.evaluationId,
    reach: 5,
    date: '2026-09-10',
  });
  stage.say({
    id: 'Kecamatan pertama memperoleh contoh nyata di loket sendiri; kecamatan ketiga memperoleh sosialisasi, lalu bukti dari evaluasi yang sudah bertahan terhadap sanggahan.',
    en: 'The first kecamatan is given an example at its own counter; the third one outreach, and then the evidence of the evaluation that stood its contest.',
  });
}

/** S12, S13, S14: October, after the batch of the third kecamatan. */
export async function observeAgain(stage: Stage, office: Office): Promise<void> {
  stage.tells('S13', 'S14');
  await observeResistance(stage, office, {
    unitId: third.unitId,
    about: 'training',
    level: 1,
    basis: 'survey',
    n: 5,
    observedOn: '2026-10-21',
  });
  stage.tells('S12', 'S13');
  await observeResistance(stage, office, {
    unitId: first.unitId,
    about: 'application',
    level: 1,
    basis: 'survey',
    n: 6,
    observedOn: '2026-10-22',
  });
  stage.say({
    id: 'Keraguan di kecamatan ketiga turun dari 3 menjadi 1, keengganan memakai yang diajarkan di kecamatan pertama dari 2 menjadi 1.',
    en: 'Doubt in the third kecamatan is down from 3 to 1, reluctance to use what was taught in the first from 2 to 1.',
  });
}
