import type { PlannedNeed } from '@pembinaan-examples/stage';
import { procedures, publicService, socialOffice, staff } from './agency.js';

const missionRef = 'RPJMD misi 4 (rekaan)';

/** M2: one item aims at people, the other at the institution. */
export const ofTheYear: readonly PlannedNeed[] = [
  {
    needId: 'mtb-kebutuhan-manajemen',
    origin: { kind: 'gap', ref: 'mtb-celah-02-m05' },
    target: { kind: 'unit', unitId: socialOffice },
    competency: 'M05',
    expectedServiceEffect: 'waktu tunggu rekomendasi bantuan sosial turun',
    item: {
      itemId: publicService.itemId,
      form: 'KL02',
      target: 'individual',
      participantsPlanned: 12,
      jp: 2000,
      // Two rounds of six; the programme is opened with the money of the first.
      cost: 45_000_000,
      missionRef,
      impactIndicator: 'waktu tunggu median rekomendasi bantuan sosial',
      learningModel: 'formal10',
    },
  },
  {
    needId: 'mtb-kebutuhan-sop',
    origin: { kind: 'policy', ref: 'peraturan bupati tentang tata laksana (rekaan)' },
    target: { kind: 'institution' },
    competency: 'M02',
    item: {
      itemId: procedures.itemId,
      form: 'KL07',
      target: 'institution',
      participantsPlanned: 6,
      jp: 500,
      cost: 9_000_000,
      missionRef,
      impactIndicator: 'SOP lintas unit yang selaras',
      learningModel: 'social20',
    },
  },
];

/** M1, M12: added during the year, because the training alone did not shorten the queue; each is the need of one person. */
export const internships = {
  siti: internship(staff.siti, 'siti', { kind: 'gap', ref: 'mtb-celah-02-m05-sisa' }),
  arif: internship(staff.arif, 'arif', { kind: 'performance', ref: publicService.evaluationId }),
} as const;

/** M1: for the next year. */
export const ofNextYear: PlannedNeed = {
  needId: 'mtb-kebutuhan-2027-loket',
  origin: { kind: 'performance', ref: publicService.secondEvaluationId },
  target: { kind: 'unit', unitId: socialOffice },
  competency: 'T-SOSIAL-01',
  expectedServiceEffect: 'berkas di meja verifikasi selesai pada hari yang sama',
  item: {
    itemId: 'mtb-butir-2027-loket',
    form: 'KL10',
    target: 'institution',
    participantsPlanned: 10,
    jp: 1200,
    cost: 12_000_000,
    missionRef,
    impactIndicator: 'waktu tunggu median rekomendasi bantuan sosial',
    learningModel: 'work70',
  },
};

function internship(employeeId: string, name: string, origin: PlannedNeed['origin']): PlannedNeed {
  return {
    needId: `mtb-kebutuhan-magang-${name}`,
    origin,
    target: { kind: 'employee', employeeId },
    competency: 'M05',
    expectedServiceEffect: 'praktik baik pemilahan berkas dibawa pulang ke loket',
    item: {
      itemId: `mtb-butir-magang-${name}`,
      form: 'NKL12',
      target: 'individual',
      participantsPlanned: 1,
      jp: 2000,
      cost: 0,
      missionRef,
      impactIndicator: 'jumlah praktik baik yang dipakai di loket',
      learningModel: 'work70',
    },
  };
}
