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

/** A unit with its head: for a kecamatan, the camat. */
export interface Unit {
  readonly unitId: string;
  readonly head: string;
}
export const first: Unit = { unitId: 'slm-kec-1', head: 'slm-camat-1' };
export const second: Unit = { unitId: 'slm-kec-2', head: 'slm-camat-2' };
export const third: Unit = { unitId: 'slm-kec-3', head: 'slm-camat-3' };
export const dataSection: Unit = { unitId: 'slm-bagian-data', head: 'slm-kepala-data' };
/** Where complaints go that a unit does not answer itself. */
export const secretariat = 'slm-sekretariat';

/** The services of the story: letters at the kecamatan, reports of the data section. */
export const letters = 'surat-pengantar';
export const reports = 'laporan-data';

export const experiencedAgency = 'slm-mitra-instansi';

/** What citizens speak of. */
export const topics = {
  requirements: 'syarat-tidak-jelas',
  illegalFee: 'pungutan-di-luar-tarif',
  waiting: 'waktu-tunggu',
  manner: 'sikap-petugas',
  elderly: 'layanan-lansia',
} as const;

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
  cancelledBatchId: 'slm-aplikasi-2',
  itemId: 'slm-butir-aplikasi',
  commitmentId: 'slm-aplikasi-komitmen',
  passMark: 7000,
  /** The last day of the version of the application that is taught. */
  versionUntil: '2026-11-30',
} as const;

/** The need of one person to see how it is done elsewhere, and the plan item that rests on it. */
export const benchmarking = { needId: 'slm-kebutuhan-patok-banding', itemId: 'slm-butir-patok-banding' } as const;

const clerk = (id: string, { unitId, head }: Unit, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId,
  position: 'Pengelola pelayanan kecamatan',
  positionKind: 'pelaksana',
  standardId: 'slm-standar-kecamatan',
  superiorId: head,
});

/** What a data processor of the data section is placed as. */
export const analystPost = {
  unitId: dataSection.unitId,
  position: 'Pengolah data',
  positionKind: 'pelaksana',
  standardId: 'slm-standar-data',
  superiorId: dataSection.head,
} as const;

const analyst = (id: string): Staff => ({ ...analystPost, id, kind: 'pns' });

const headOf = ({ unitId, head }: Unit): Staff => ({
  id: head,
  kind: 'pns',
  unitId,
  position: 'Kepala unit',
  positionKind: 'administrator',
  standardId: 'slm-standar-kepala',
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
    {
      id: 'slm-standar-kepala',
      position: 'Kepala unit',
      positionKind: 'administrator',
      items: [{ competency: 'M05', requiredLevel: 4 }],
    },
  ],
  staff: [
    headOf(first),
    headOf(second),
    headOf(third),
    headOf(dataSection),
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
