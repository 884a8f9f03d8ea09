import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** Invented civil servants. The names stand in for what a real agency keeps in its vault; the events know only the ids. */
export const staff = {
  rina: 'bnj-asn-01',
  doni: 'bnj-asn-02',
  sari: 'bnj-asn-03',
  agus: 'bnj-asn-04',
  mega: 'bnj-asn-05',
  putra: 'bnj-asn-06',
  lina: 'bnj-asn-07',
  hadi: 'bnj-asn-08',
} as const;

const clerk = (id: string, unitId: string, kind: Staff['kind'] = 'pns'): Staff => ({
  id,
  kind,
  unitId,
  position: 'Pengadministrasi layanan',
  positionKind: 'pelaksana',
  standardId: 'bnj-standar-layanan',
  superiorId: 'bnj-kepala-unit',
});

export const setup: AgencySetup = {
  prefix: 'bnj',
  agencyId: 'bnj',
  year: 2026,
  policyVersion: 'binjai-2026',
  effectMinimum: 1000,
  technical: [
    { code: 'T-ARSIP-01', id: 'Pengelolaan dokumen', en: 'Document management' },
    { code: 'T-SI-01', id: 'Sistem informasi layanan', en: 'Service information systems' },
  ],
  standards: [
    {
      id: 'bnj-standar-layanan',
      position: 'Pengadministrasi layanan',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M01', requiredLevel: 2 },
        { competency: 'M05', requiredLevel: 3 },
        { competency: 'T-ARSIP-01', requiredLevel: 2 },
      ],
    },
  ],
  staff: [
    clerk(staff.rina, 'bnj-loket'),
    clerk(staff.doni, 'bnj-loket'),
    clerk(staff.sari, 'bnj-loket'),
    clerk(staff.agus, 'bnj-perizinan'),
    clerk(staff.mega, 'bnj-perizinan'),
    clerk(staff.putra, 'bnj-loket', 'pppk'),
    clerk(staff.lina, 'bnj-loket'),
    clerk(staff.hadi, 'bnj-perizinan'),
  ],
  ceiling: 120_000_000,
};
