import { changeSupportId } from '@pembinaan/core';
import { giveSupport, type Office, observation, observeResistance, type Stage } from '@pembinaan-examples/stage';
import { taxCounter } from './agency.js';

/** T10, T11, T12, T13: May and June; what holds the counter back, and what helps. */
export async function carryAlong(stage: Stage, office: Office): Promise<void> {
  await oldWays(stage, office);
  await support(stage, office);
}

/** T10, T12: a survey among all eight; two who declined are too few to be told apart, and are not. */
async function oldWays(stage: Stage, office: Office): Promise<void> {
  stage.tells('T10');
  stage.on('2026-05-20');
  await office.as(office.who.evaluator).isRefused(
    'R39',
    changeSupportId(taxCounter, 2026),
    observation({
      unitId: taxCounter,
      about: 'training',
      level: 3,
      basis: 'declines',
      n: 2,
      observedOn: '2026-05-20',
    }),
  );
  await observeResistance(stage, office, {
    unitId: taxCounter,
    about: 'technology',
    level: 3,
    basis: 'survey',
    n: 8,
    observedOn: '2026-05-20',
  });
  stage.tells('T12');
  await observeResistance(stage, office, {
    unitId: taxCounter,
    about: 'procedure',
    level: 2,
    basis: 'survey',
    n: 8,
    observedOn: '2026-05-21',
  });
  stage.say({
    id: 'Survei di loket pajak: enggan memakai antrean daring (3 dari 4) dan enggan mengubah prosedur (2 dari 4). Pengamatan atas dua orang yang menolak pelatihan ditolak (R39): unit yang diamati, bukan orang.',
    en: 'A survey at the tax counter: reluctant to use the online queue (3 of 4) and to change procedures (2 of 4). To observe the two who declined the training is refused (R39): a unit is observed, never a person.',
  });
}

/** T13: keep educating and encouraging, and go along with the times. */
async function support(stage: Stage, office: Office): Promise<void> {
  stage.tells('T12', 'T13');
  await giveSupport(stage, office, {
    unitId: taxCounter,
    kind: 'education',
    about: 'procedure',
    reach: 8,
    date: '2026-06-03',
  });
  stage.tells('T10', 'T13');
  await giveSupport(stage, office, {
    unitId: taxCounter,
    kind: 'mentoring',
    about: 'technology',
    reach: 6,
    date: '2026-06-05',
  });
}

/** T10, T12, T13: the same survey two months later. */
export async function lessResistance(stage: Stage, office: Office): Promise<void> {
  stage.tells('T10', 'T13');
  await observeResistance(stage, office, {
    unitId: taxCounter,
    about: 'technology',
    level: 1,
    basis: 'survey',
    n: 8,
    observedOn: '2026-07-22',
  });
  stage.tells('T12', 'T13');
  await observeResistance(stage, office, {
    unitId: taxCounter,
    about: 'procedure',
    level: 2,
    basis: 'survey',
    n: 7,
    observedOn: '2026-07-23',
  });
  stage.say({
    id: 'Sesudah pendampingan, keengganan memakai antrean daring turun menjadi 1; terhadap perubahan prosedur tetap 2, dan itu pun dicatat.',
    en: 'After the support, reluctance to use the online queue is down to 1; to change procedures it stays at 2, and that is recorded as well.',
  });
}
