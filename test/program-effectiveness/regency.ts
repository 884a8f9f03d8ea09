import type { AgencySetup, Staff } from '@pembinaan-examples/stage';

/** A kecamatan office that renders the service, its two clerks, and how long people waited there before anything was done, seconds. */
export interface KecamatanOffice {
  readonly unitId: string;
  readonly clerks: readonly [string, string];
  readonly usualWait: number;
}

/** The service that every office renders alike. */
export const LETTERS = 'surat-pengantar';

/** Offices whose clerks are trained, and offices like them whose clerks are not: the usual waits of both kinds have one mean. */
export const trained: readonly KecamatanOffice[] = officesOf(
  'latih',
  [-420, -300, -180, -60, 60, 180, 300, 420].map((apart) => 2400 + apart),
);
export const compared: readonly KecamatanOffice[] = officesOf(
  'banding',
  [-440, -360, -280, -200, -120, -40, 40, 120, 200, 280, 360, 440].map((apart) => 2400 + apart),
);
export const offices: readonly KecamatanOffice[] = [...trained, ...compared];

/** The offices to which the programme is expanded: every second of those that were compared with. */
export const expandedTo: readonly KecamatanOffice[] = compared.filter((_, index) => index % 2 === 1);
/** Those that are compared with in the second round. */
export const comparedAgain: readonly KecamatanOffice[] = compared.filter((_, index) => index % 2 === 0);

export const AGENCY = 'kab';
const CLERKS = 'kab-standar-pelayanan';

/** An invented regency. Whoever is rated has one superior, the head of the section of government. */
export const setup: AgencySetup = {
  prefix: 'kab',
  agencyId: AGENCY,
  year: 2026,
  policyVersion: 'kab-2026',
  effectMinimum: 1000,
  technical: [],
  standards: [
    {
      id: CLERKS,
      position: 'Petugas pelayanan kecamatan',
      positionKind: 'pelaksana',
      items: [
        { competency: 'M03', requiredLevel: 2 },
        { competency: 'M05', requiredLevel: 3 },
      ],
    },
  ],
  staff: offices.flatMap(({ unitId, clerks }) => clerks.map((id) => clerkOf(id, unitId))),
  ceiling: 200_000_000,
};

function officesOf(kind: string, usualWaits: readonly number[]): readonly KecamatanOffice[] {
  return usualWaits.map((usualWait, index) => {
    const unitId = `kec-${kind}-${index + 1}`;
    return { unitId, clerks: [`${unitId}-petugas-1`, `${unitId}-petugas-2`], usualWait };
  });
}

function clerkOf(id: string, unitId: string): Staff {
  return {
    id,
    kind: 'pns',
    unitId,
    position: 'Petugas pelayanan kecamatan',
    positionKind: 'pelaksana',
    standardId: CLERKS,
    superiorId: 'kab-kepala-unit',
  };
}
