import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** Invented civil servants. The names stand in for what a real agency keeps in its vault; the events know only the ids. */
export const staff = {
  hadi: 'mtb-asn-01',
  siti: 'mtb-asn-02',
  joko: 'mtb-asn-03',
  rosma: 'mtb-asn-04',
  edy: 'mtb-asn-05',
  lastri: 'mtb-asn-06',
  ilham: 'mtb-asn-07',
  // The second round.
  marni: 'mtb-asn-08',
  dedi: 'mtb-asn-09',
  yanti: 'mtb-asn-10',
  arif: 'mtb-asn-11',
  susi: 'mtb-asn-12',
  // Two of the office for villages, two of a kecamatan.
  ratna: 'mtb-asn-13',
  fikri: 'mtb-asn-14',
  murni: 'mtb-asn-15',
  yoga: 'mtb-asn-16',
} as const;

/** The office for social affairs, and its service: a letter of recommendation for social aid. */
export const socialOffice = 'mtb-dinas-sosial';
export const recommendationLetter = 'rekomendasi-bansos';

/** Offices whose people meet those of the office for social affairs. */
const villageOffice = 'mtb-dinas-desa';
const district = 'mtb-kecamatan';
export const community = 'mtb-komunitas-warga';

export const partners = { university: 'mtb-mitra-universitas', ngo: 'mtb-mitra-pendamping' } as const;

export const publicService = {
  programId: 'mtb-manajemen',
  evaluationId: 'mtb-evaluasi-manajemen-1',
  secondEvaluationId: 'mtb-evaluasi-manajemen-2',
  batchId: 'mtb-manajemen-1',
  secondBatchId: 'mtb-manajemen-2',
  itemId: 'mtb-butir-manajemen',
  commitmentId: 'mtb-manajemen-komitmen',
  secondCommitmentId: 'mtb-manajemen-komitmen-2',
  passMark: 7000,
} as const;

export const procedures = {
  programId: 'mtb-sop',
  evaluationId: 'mtb-evaluasi-sop',
  batchId: 'mtb-sop-1',
  itemId: 'mtb-butir-sop',
  commitmentId: 'mtb-sop-komitmen',
  passMark: 6500,
} as const;

/** The post at the counter, and its competency standard. */
export const counterPost = {
  id: 'mtb-standar-layanan',
  position: 'Pengelola layanan bantuan sosial',
  positionKind: 'pelaksana',
} as const;

const clerk = (id: string, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId: socialOffice,
  position: counterPost.position,
  positionKind: counterPost.positionKind,
  standardId: counterPost.id,
  superiorId: 'mtb-kepala-unit',
});

const neighbour = (id: string, unitId: string): Staff => ({
  id,
  kind: 'pns',
  unitId,
  position: 'Pengelola data warga',
  positionKind: 'pelaksana',
  standardId: 'mtb-standar-warga',
  superiorId: `${unitId}-kepala`,
});

export const setup: AgencySetup = {
  prefix: 'mtb',
  agencyId: 'mtb',
  year: 2026,
  policyVersion: 'muaratebo-2026-1',
  policyTells: ['M4'],
  effectMinimum: 1000,
  technical: [{ code: 'T-SOSIAL-01', id: 'Verifikasi data sosial', en: 'Verification of social data' }],
  standards: [
    {
      ...counterPost,
      items: [
        { competency: 'M05', requiredLevel: 3 },
        { competency: 'M02', requiredLevel: 2 },
        { competency: 'T-SOSIAL-01', requiredLevel: 2 },
      ],
    },
    {
      id: 'mtb-standar-warga',
      position: 'Pengelola data warga',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M02', requiredLevel: 2 },
        { competency: 'M05', requiredLevel: 2 },
      ],
    },
  ],
  staff: [
    clerk(staff.hadi),
    clerk(staff.siti),
    clerk(staff.joko),
    clerk(staff.rosma),
    clerk(staff.edy),
    clerk(staff.lastri),
    clerk(staff.ilham),
    clerk(staff.marni),
    clerk(staff.dedi),
    clerk(staff.yanti),
    { ...clerk(staff.arif, 'pppk'), contract: { from: '2026-01-01', to: '2027-12-31' } },
    clerk(staff.susi),
    neighbour(staff.ratna, villageOffice),
    neighbour(staff.fikri, villageOffice),
    neighbour(staff.murni, district),
    neighbour(staff.yoga, district),
  ],
  ceiling: 75_000_000,
};
