import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** Invented civil servants. The names stand in for what a real agency keeps in its vault; the events know only the ids. */
export const staff = {
  // Dukcapil: a senior and six who work at the counter.
  zahra: 'lsm-asn-01',
  iqbal: 'lsm-asn-02',
  mala: 'lsm-asn-03',
  fajri: 'lsm-asn-04',
  nisa: 'lsm-asn-05',
  riska: 'lsm-asn-06',
  hendra: 'lsm-asn-07',
  // A puskesmas: those of the first round, and those of the second.
  dewi: 'lsm-asn-08',
  hasan: 'lsm-asn-09',
  lia: 'lsm-asn-10',
  amir: 'lsm-asn-11',
  sinta: 'lsm-asn-12',
  rauza: 'lsm-asn-18',
  ikhsan: 'lsm-asn-19',
  fitra: 'lsm-asn-20',
  laila: 'lsm-asn-21',
  samsul: 'lsm-asn-22',
  // A primary school.
  rahmat: 'lsm-asn-13',
  yusni: 'lsm-asn-14',
  tari: 'lsm-asn-15',
  bakri: 'lsm-asn-16',
  maulida: 'lsm-asn-17',
} as const;

export const units = { dukcapil: 'lsm-dukcapil', puskesmas: 'lsm-puskesmas', school: 'lsm-sekolah' } as const;
export const heads = {
  dukcapil: 'lsm-kepala-dukcapil',
  puskesmas: 'lsm-kepala-puskesmas',
  school: 'lsm-kepala-sekolah',
} as const;

/** The service of the story: birth certificates. */
export const birthCertificate = 'akta-kelahiran';

export const partners = { university: 'lsm-mitra-universitas', trainingInstitute: 'lsm-mitra-balai' } as const;

/** What is taught from: written together with the partners. */
export const materials = { health: 'lsm-modul-kesehatan', classroom: 'lsm-modul-kelas' } as const;

/** The counter staff, the nurses and the teachers who learn from each other. */
export const community = 'lsm-komunitas-layanan';

const program = <const Name extends string>(name: Name, passMark: number) => ({
  programId: `lsm-${name}`,
  evaluationId: `lsm-evaluasi-${name}`,
  batchId: `lsm-${name}-1`,
  itemId: `lsm-butir-${name}`,
  needId: `lsm-kebutuhan-${name}`,
  commitmentId: `lsm-${name}-komitmen`,
  passMark,
});

/** Held twice; the second round has batch and money of its own. */
export const healthPolicy = program('kesehatan', 7000);
export const healthAgain = { batchId: 'lsm-kesehatan-2', commitmentId: 'lsm-kesehatan-komitmen-2' } as const;
export const classroom = program('kelas', 7000);
export const publicManagement = program('seminar', 6000);
export const civilRegistry = program('dukcapil', 7000);

const counterClerk = (id: string, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId: units.dukcapil,
  position: 'Operator layanan kependudukan',
  positionKind: 'pelaksana',
  standardId: 'lsm-standar-dukcapil',
  superiorId: heads.dukcapil,
});

const nurse = (id: string, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId: units.puskesmas,
  position: 'Perawat terampil',
  positionKind: 'jfTerampil',
  standardId: 'lsm-standar-perawat',
  superiorId: heads.puskesmas,
});

const teacher = (id: string): Staff => ({
  id,
  kind: 'pns',
  unitId: units.school,
  position: 'Guru ahli pertama',
  positionKind: 'jfPertama',
  standardId: 'lsm-standar-guru',
  superiorId: heads.school,
});

export const setup: AgencySetup = {
  prefix: 'lsm',
  agencyId: 'lsm',
  year: 2026,
  policyVersion: 'lhokseumawe-2026',
  effectMinimum: 1000,
  technical: [
    { code: 'T-DUKCAPIL-01', id: 'Administrasi kependudukan', en: 'Civil registration' },
    { code: 'T-KES-01', id: 'Kebijakan kesehatan', en: 'Health policy' },
    { code: 'T-TIK-01', id: 'TIK dalam pembelajaran', en: 'IT in teaching' },
  ],
  // L2: each standard asks for technical, managerial and socio-cultural competencies.
  standards: [
    {
      id: 'lsm-standar-dukcapil',
      position: 'Operator layanan kependudukan',
      positionKind: 'pelaksana',
      items: [
        { competency: 'T-DUKCAPIL-01', requiredLevel: 3 },
        { competency: 'M05', requiredLevel: 2 },
        { competency: 'SK01', requiredLevel: 2 },
      ],
    },
    {
      id: 'lsm-standar-adminduk-muda',
      position: 'Administrator database kependudukan ahli muda',
      positionKind: 'jfMuda',
      items: [
        { competency: 'T-DUKCAPIL-01', requiredLevel: 4 },
        { competency: 'M06', requiredLevel: 3 },
        { competency: 'SK01', requiredLevel: 3 },
      ],
    },
    {
      id: 'lsm-standar-perawat',
      position: 'Perawat terampil',
      positionKind: 'jfTerampil',
      items: [
        { competency: 'T-KES-01', requiredLevel: 2 },
        { competency: 'M03', requiredLevel: 2 },
        { competency: 'SK01', requiredLevel: 2 },
      ],
    },
    {
      id: 'lsm-standar-guru',
      position: 'Guru ahli pertama',
      positionKind: 'jfPertama',
      items: [
        { competency: 'T-TIK-01', requiredLevel: 2 },
        { competency: 'M06', requiredLevel: 2 },
        { competency: 'SK01', requiredLevel: 2 },
      ],
    },
  ],
  standardsTell: ['L2'],
  staff: [
    {
      id: staff.zahra,
      kind: 'pns',
      unitId: units.dukcapil,
      position: 'Administrator database kependudukan ahli muda',
      positionKind: 'jfMuda',
      standardId: 'lsm-standar-adminduk-muda',
      superiorId: heads.dukcapil,
    },
    counterClerk(staff.iqbal),
    counterClerk(staff.mala),
    counterClerk(staff.fajri),
    counterClerk(staff.nisa),
    counterClerk(staff.riska, 'pppk'),
    counterClerk(staff.hendra),
    nurse(staff.dewi),
    nurse(staff.hasan),
    nurse(staff.lia),
    nurse(staff.amir),
    nurse(staff.sinta),
    nurse(staff.rauza),
    nurse(staff.ikhsan),
    nurse(staff.fitra),
    nurse(staff.laila),
    nurse(staff.samsul, 'pppk'),
    teacher(staff.rahmat),
    teacher(staff.yusni),
    teacher(staff.tari),
    teacher(staff.bakri),
    teacher(staff.maulida),
  ],
  ceiling: 68_000_000,
};
