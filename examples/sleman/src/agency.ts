import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** Invented civil servants. The names stand in for what a real agency keeps in its vault; the events know only the ids. */
export const staff = {
  // The first kecamatan.
  bagas: 'slm-asn-01',
  ratna: 'slm-asn-02',
  wahyu: 'slm-asn-03',
  endah: 'slm-asn-04',
  galih: 'slm-asn-05',
  ningsih: 'slm-asn-06',
  // The second.
  dimas: 'slm-asn-07',
  retno: 'slm-asn-08',
  aji: 'slm-asn-09',
  lestari: 'slm-asn-10',
  yoga: 'slm-asn-11',
  // The third, which is compared with and trained last.
  heru: 'slm-asn-12',
  wening: 'slm-asn-13',
  tri: 'slm-asn-14',
  slamet: 'slm-asn-15',
  puji: 'slm-asn-16',
  // The data section of the regency.
  nanda: 'slm-asn-17',
  bima: 'slm-asn-18',
  sekar: 'slm-asn-19',
  jati: 'slm-asn-20',
  rini: 'slm-asn-21',
} as const;

/** A kecamatan with its camat. */
export interface Kecamatan {
  readonly unitId: string;
  readonly camat: string;
}
export const first: Kecamatan = { unitId: 'slm-kec-1', camat: 'slm-camat-1' };
export const second: Kecamatan = { unitId: 'slm-kec-2', camat: 'slm-camat-2' };
export const third: Kecamatan = { unitId: 'slm-kec-3', camat: 'slm-camat-3' };
export const dataSection = { unitId: 'slm-bagian-data', head: 'slm-kepala-data' } as const;

/** The services of the story: letters at the kecamatan, reports of the data section. */
export const letters = 'surat-pengantar';
export const reports = 'laporan-data';

export const experiencedAgency = 'slm-mitra-instansi';

export const regular = {
  programId: 'slm-berkala',
  evaluationId: 'slm-evaluasi-berkala',
  laterEvaluationId: 'slm-evaluasi-berkala-perluasan',
  itemId: 'slm-butir-berkala',
  commitmentId: 'slm-berkala-komitmen',
  expansionCommitmentId: 'slm-berkala-komitmen-perluasan',
  passMark: 7000,
} as const;

export const application = {
  programId: 'slm-aplikasi',
  evaluationId: 'slm-evaluasi-aplikasi',
  batchId: 'slm-aplikasi-1',
  itemId: 'slm-butir-aplikasi',
  commitmentId: 'slm-aplikasi-komitmen',
  passMark: 7000,
} as const;

const clerk = (id: string, { unitId, camat }: Kecamatan, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId,
  position: 'Pengelola pelayanan kecamatan',
  positionKind: 'pelaksana',
  standardId: 'slm-standar-kecamatan',
  superiorId: camat,
});

const analyst = (id: string): Staff => ({
  id,
  kind: 'pns',
  unitId: dataSection.unitId,
  position: 'Pengolah data',
  positionKind: 'pelaksana',
  standardId: 'slm-standar-data',
  superiorId: dataSection.head,
});

export const setup: AgencySetup = {
  prefix: 'slm',
  agencyId: 'slm',
  year: 2026,
  policyVersion: 'sleman-2026',
  effectMinimum: 1000,
  technical: [
    { code: 'T-PATEN-01', id: 'Pelayanan administrasi terpadu kecamatan', en: 'One-stop service of the kecamatan' },
    { code: 'T-DATA-01', id: 'Pengolahan data', en: 'Data processing' },
  ],
  standards: [
    {
      id: 'slm-standar-kecamatan',
      position: 'Pengelola pelayanan kecamatan',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M01', requiredLevel: 3 },
        { competency: 'M03', requiredLevel: 3 },
        { competency: 'T-PATEN-01', requiredLevel: 2 },
      ],
    },
    {
      id: 'slm-standar-data',
      position: 'Pengolah data',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M04', requiredLevel: 2 },
        { competency: 'T-DATA-01', requiredLevel: 3 },
      ],
    },
  ],
  staff: [
    clerk(staff.bagas, first),
    clerk(staff.ratna, first),
    clerk(staff.wahyu, first),
    clerk(staff.endah, first),
    clerk(staff.galih, first),
    clerk(staff.ningsih, first),
    clerk(staff.dimas, second),
    clerk(staff.retno, second),
    clerk(staff.aji, second),
    clerk(staff.lestari, second),
    clerk(staff.yoga, second, 'pppk'),
    clerk(staff.heru, third),
    clerk(staff.wening, third),
    clerk(staff.tri, third),
    clerk(staff.slamet, third),
    clerk(staff.puji, third),
    analyst(staff.nanda),
    analyst(staff.bima),
    analyst(staff.sekar),
    analyst(staff.jati),
    analyst(staff.rini),
  ],
  ceiling: 55_000_000,
};
