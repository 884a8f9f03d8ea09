import { communityMeets, documentHash, formCommunity, type Office, type Stage } from '@pembinaan-examples/stage';
import { community, socialOffice, staff } from './agency.js';

/** M6: June and July. People of three offices who serve the same families get to know each other's work. */
export async function exchange(stage: Stage, office: Office): Promise<void> {
  stage.tells('M6');
  await formCommunity(stage, office, '2026-06-15', community, {
    name: 'Komunitas belajar data warga',
    positionFamily: 'pelaksana',
    coordinatorId: staff.hadi,
    sponsorUnitId: socialOffice,
    topicCodes: ['verifikasi-data'],
  });
  await communityMeets(stage, office, community, {
    date: '2026-06-18',
    minutes: 90,
    attendees: [staff.hadi, staff.siti, staff.ratna, staff.murni],
    topicCodes: ['verifikasi-data'],
  });
  await communityMeets(stage, office, community, {
    date: '2026-07-09',
    minutes: 90,
    attendees: [staff.hadi, staff.joko, staff.ratna, staff.fikri, staff.yoga],
    topicCodes: ['verifikasi-data'],
    practiceShared: documentHash('kunjungan bersama ke desa'),
  });
  stage.tells();
  stage.say({
    id: 'Komunitas belajar mempertemukan dinas sosial, dinas pemberdayaan desa, dan kecamatan; JP-nya menyusul dengan sendirinya.',
    en: 'A learning community brings the offices for social affairs and for villages and a kecamatan together; the JP follow by themselves.',
  });
}

/** M6, M12: November and January. Whoever comes back from the university tells the others what good practice there was to see. */
export async function tellTheOthers(stage: Stage, office: Office, teller: string, date: string): Promise<void> {
  stage.tells('M6', 'M12');
  await communityMeets(stage, office, community, {
    date,
    minutes: 90,
    attendees: [teller, staff.hadi, staff.fikri, staff.murni, staff.yoga],
    topicCodes: ['pemilahan-berkas'],
    practiceShared: documentHash(`pelajaran magang ${teller}`),
  });
  stage.tells();
}
