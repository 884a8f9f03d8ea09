import { giveSupport, type Office, observeResistance, recordLeader, type Stage } from '@pembinaan-examples/stage';
import { procedures, socialOffice } from './agency.js';

const resistance = { unitId: socialOffice, about: 'procedure', basis: 'survey', n: 11 } as const;

/** M13: May. The workshop brought new procedures, and the office does not like them. */
export async function newProceduresDisliked(stage: Stage, office: Office): Promise<void> {
  stage.tells('M13');
  await observeResistance(stage, office, { ...resistance, level: 3, observedOn: '2026-05-18' });
  stage.tells();
}

/** M14: June. The regent explains why, the head of the office comes along, and everybody is shown how. */
export async function leadersExplain(stage: Stage, office: Office): Promise<void> {
  const about = { programId: procedures.programId, unitId: socialOffice, topicCodes: ['sop-baru'] };
  const support = { unitId: socialOffice, kind: 'outreach', about: 'procedure' } as const;
  stage.tells('M14');
  await recordLeader(stage, office, '2026-06-02', {
    ...about,
    leaderId: office.who.ppk,
    role: 'forum',
    date: '2026-05-29',
  });
  await giveSupport(stage, office, { ...support, reach: 11, date: '2026-06-03' });
  await recordLeader(stage, office, '2026-06-04', {
    ...about,
    leaderId: office.who.head,
    role: 'attend',
    date: '2026-06-03',
  });
  await giveSupport(stage, office, { ...support, reach: 8, date: '2026-06-10' });
  stage.tells();
  stage.say({
    id: 'SOP baru ditentang (3 dari 4, menurut survei atas sebelas pegawai). Bupati menjelaskan alasannya dalam forum, kepala dinas hadir pada sosialisasi, dan sosialisasi diulang.',
    en: 'The new procedures meet resistance (3 of 4, in a survey of eleven). The regent explains the reasons at a forum, the head of the office attends the outreach, and the outreach is repeated.',
  });
}

/** M13, M14: September. The same question to the same people. */
export async function lessResistance(stage: Stage, office: Office): Promise<void> {
  stage.tells('M13', 'M14');
  await observeResistance(stage, office, { ...resistance, level: 1, observedOn: '2026-09-07' });
  stage.tells();
  stage.say({
    id: 'Survei yang sama pada bulan September: resistensi turun dari 3 menjadi 1. Yang diamati unit, bukan orang.',
    en: 'The same survey in September: resistance is down from 3 to 1. It is a unit that is observed, not a person.',
  });
}
