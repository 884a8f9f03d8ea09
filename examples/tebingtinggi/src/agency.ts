import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** Invented civil servants. The names stand in for what a real agency keeps in its vault; the events know only the ids. */
export const staff = {
  yuni: 'tbt-asn-01',
  rizal: 'tbt-asn-02',
  fitri: 'tbt-asn-03',
  anton: 'tbt-asn-04',
  wulan: 'tbt-asn-05',
  bayu: 'tbt-asn-06',
  nurul: 'tbt-asn-07',
  surya: 'tbt-asn-08',
} as const;

/** The counter for local taxes, and its service: the transfer of a tax object (mutasi PBB-P2). */
export const taxCounter = 'tbt-loket-pajak';
export const transfer = 'mutasi-pbb';

export const timeManagement = {
  programId: 'tbt-waktu',
  evaluationId: 'tbt-evaluasi-waktu',
  batchId: 'tbt-waktu-1',
  itemId: 'tbt-butir-waktu',
  passMark: 7000,
} as const;

/** What citizens bring to the forums about the tax counter. */
export const topics = {
  waiting: 'waktu-tunggu',
  requirements: 'syarat-dan-biaya',
  manner: 'sikap-petugas',
  openingHours: 'jam-layanan',
  onlineQueue: 'antrean-daring',
} as const;

export const workCulture = {
  programId: 'tbt-budaya',
  evaluationId: 'tbt-evaluasi-budaya',
  batchId: 'tbt-budaya-1',
  itemId: 'tbt-butir-budaya',
  passMark: 7000,
} as const;

const clerk = (id: string, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId: taxCounter,
  position: 'Pengelola layanan pajak daerah',
  positionKind: 'pelaksana',
  standardId: 'tbt-standar-layanan',
  superiorId: 'tbt-kepala-unit',
});

export const setup: AgencySetup = {
  prefix: 'tbt',
  agencyId: 'tbt',
  year: 2026,
  policyVersion: 'tebingtinggi-2026',
  effectMinimum: 1000,
  technical: [{ code: 'T-PAJAK-01', id: 'Administrasi pajak daerah', en: 'Administration of local taxes' }],
  standards: [
    {
      id: 'tbt-standar-layanan',
      position: 'Pengelola layanan pajak daerah',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M01', requiredLevel: 3 },
        { competency: 'M04', requiredLevel: 3 },
        { competency: 'T-PAJAK-01', requiredLevel: 2 },
      ],
    },
  ],
  standardsTell: ['T1'],
  staff: [
    clerk(staff.yuni),
    clerk(staff.rizal),
    clerk(staff.fitri),
    clerk(staff.anton),
    clerk(staff.wulan, 'pppk'),
    clerk(staff.bayu),
    clerk(staff.nurul),
    clerk(staff.surya),
  ],
  ceiling: 50_000_000,
};
