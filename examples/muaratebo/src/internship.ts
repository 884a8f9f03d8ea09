import { AssignWorkplaceLearning, CompleteWorkplaceLearning } from '@pembinaan/core';
import { assess, documentHash, type Office, type PembinaanCommand, type Stage } from '@pembinaan-examples/stage';
import { partners, staff } from './agency.js';
import { internships } from './needs.js';

const stay = { siti: 'mtb-magang-siti', arif: 'mtb-magang-arif' } as const;

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];
type Assignment = DataOf<'AssignWorkplaceLearning'>;

const assignment = (
  given: Pick<Assignment, 'employeeId' | 'period' | 'assignmentLetterRef' | 'needId'>,
): PembinaanCommand =>
  AssignWorkplaceLearning({
    ...given,
    form: 'NKL12',
    host: { kind: 'partner', partnerId: partners.university },
    hostMentorId: 'mtb-pembimbing-magang',
    objectives: ['melihat cara klinik layanan universitas memilah berkas', 'membawa pulang satu praktik baik'],
    international: false,
  });

/** M12: October. A PNS goes to the university in November; a PPPK has to wait for the next year of the contract. */
export async function assignInternships(stage: Stage, office: Office): Promise<void> {
  const { siti, arif } = staff;
  const ofSiti = { employeeId: siti, needId: internships.siti.needId };
  const ofArif = { employeeId: arif, needId: internships.arif.needId };
  const november = { from: '2026-11-09', to: '2026-11-20' };
  const january = { from: '2027-01-04', to: '2027-01-08' };
  stage.tells('M12');
  stage.on('2026-10-28');
  const pyb = office.pyb();
  await pyb.does(stay.siti, assignment({ ...ofSiti, period: november }));
  await pyb.isRefused('R18', stay.arif, assignment({ ...ofArif, period: november }));
  const letter = { assignmentLetterRef: 'surat-tugas-mtb-31' };
  await pyb.isRefused('R18', stay.arif, assignment({ ...ofArif, period: november, ...letter }));
  await pyb.does(stay.arif, assignment({ ...ofArif, period: january, ...letter }));
  stage.tells();
  stage.say({
    id: 'Magang di universitas: seorang PNS berangkat pada November. Bagi seorang PPPK penugasan tanpa surat ditolak (R18), dan dengan surat pun tetap ditolak (R18): bersama pelatihan Oktober jumlahnya 40 JP, melewati 24 JP setahun kontrak. Ia berangkat pada Januari, tahun kontrak berikutnya.',
    en: 'Internships at the university: a PNS goes in November. For a PPPK an assignment without a letter is refused (R18), and also with a letter (R18): together with the training in October it makes 40 JP, above the 24 of a contract year. He goes in January, the next year of the contract.',
  });
}

/** M12: November. Nothing counts before the host has confirmed it. */
export async function firstInternship(stage: Stage, office: Office): Promise<void> {
  const completion: DataOf<'CompleteWorkplaceLearning'> = {
    outcome: 'completed',
    on: '2026-11-20',
    reportHash: documentHash('laporan magang siti'),
    lessons: [
      'berkas dipilah menurut kelengkapannya pada saat diterima',
      'warga diberi tahu kekurangannya hari itu juga',
    ],
  } as const;
  stage.tells('M12');
  stage.on('2026-11-23');
  const organiser = office.as(office.who.organiser);
  await organiser.isRefused('R19', stay.siti, CompleteWorkplaceLearning(completion));
  await organiser.does(
    stay.siti,
    CompleteWorkplaceLearning({ ...completion, hostConfirmation: 'surat-universitas-117' }),
  );
  stage.tells();
  stage.say({
    id: 'Magang pertama selesai dengan laporan dan dua pelajaran; tanpa konfirmasi tuan rumah belum diakui (R19). 20 JP menyusul dengan sendirinya.',
    en: 'The first internship is completed with a report and two lessons; without the confirmation of the host it does not count (R19). 20 JP follow by themselves.',
  });
  await gapClosed(stage, office);
}

/** M9: what the training of April had left open is closed. */
async function gapClosed(stage: Stage, office: Office): Promise<void> {
  stage.tells('M9');
  await assess(stage, office, '2026-11-25', [[staff.siti, 'M05', 3]]);
  stage.tells();
  stage.say({
    id: 'Sepulang magang ia dinilai lagi: level 3 tercapai, dan sisa kesenjangan yang menjadi asal kebutuhannya tertutup.',
    en: 'Back from the university she is assessed again: level 3 is reached, and what was left of the gap from which her need came is closed.',
  });
}

/** M12: January. */
export async function secondInternship(stage: Stage, office: Office): Promise<void> {
  stage.tells('M12');
  stage.on('2027-01-11');
  await office.as(office.who.organiser).does(
    stay.arif,
    CompleteWorkplaceLearning({
      outcome: 'completed',
      on: '2027-01-08',
      reportHash: documentHash('laporan magang arif'),
      lessons: ['satu orang memegang satu berkas sampai selesai'],
      hostConfirmation: 'surat-universitas-004',
    }),
  );
  stage.tells();
  stage.say({
    id: 'Magang kedua selesai. Sesudah masing-masing pulang, praktik baiknya diceritakan kepada pegawai ketiga unit.',
    en: 'The second internship is completed. After each of the two, the good practice is told to people of all three units.',
  });
}
