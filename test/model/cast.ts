import { createHash } from 'node:crypto';
import { plusDays } from './days.js';

/** The agency of the model, invented from end to end: its people, units and papers. */
export const AGENCY = 'badan';

/** Who holds an office. None of them is registered as employee but the two heads. */
export const office = {
  ppk: 'ppk',
  pyb: 'pyb',
  inspector: 'inspector',
  registrar: 'registrar',
  verifier: 'verifier',
  validator: 'validator',
  planner: 'planner',
  designer: 'designer',
  treasurer: 'treasurer',
  organiser: 'organiser',
  trainer: 'trainer',
  examiner: 'examiner',
  evaluator: 'evaluator',
  assessor: 'assessor',
  intake: 'intake',
} as const;

/** The grant under which an office acts. */
export const grants = { ppk: 'grant-ppk', pyb: 'grant-pyb', inspector: 'grant-inspector' } as const;

export const units = ['unit-loket', 'unit-izin'] as const;
/** The service that both units give, so that one can stand beside the other in an evaluation. */
export const SERVICE = 'legalisasi';

export const standards = [
  { id: 'std-pengawas', position: 'Kepala seksi', positionKind: 'pengawas', level: 3 },
  { id: 'std-penyelia', position: 'Penyelia layanan', positionKind: 'jfPenyelia', level: 3 },
  { id: 'std-pelaksana', position: 'Petugas loket', positionKind: 'pelaksana', level: 2 },
] as const;

/** What the model assesses, plans and teaches: managerial competencies of the regulation. */
export const competencies = ['M03', 'M05', 'M07'] as const;

export interface Person {
  readonly id: string;
  readonly kind: 'pns' | 'pppk';
  readonly unitId: string;
  readonly standard: (typeof standards)[number];
  readonly superiorId?: string;
}

const [headship, senior, staff] = standards;

/** Nine employees of two units; two of them under a contract that does not begin with the calendar year. */
export const people: readonly Person[] = [
  { id: 'head-loket', kind: 'pns', unitId: 'unit-loket', standard: headship },
  { id: 'head-izin', kind: 'pns', unitId: 'unit-izin', standard: headship },
  { id: 'senior-loket', kind: 'pns', unitId: 'unit-loket', standard: senior, superiorId: 'head-loket' },
  { id: 'senior-izin', kind: 'pns', unitId: 'unit-izin', standard: senior, superiorId: 'head-izin' },
  { id: 'staff-1', kind: 'pns', unitId: 'unit-loket', standard: staff, superiorId: 'head-loket' },
  { id: 'staff-2', kind: 'pns', unitId: 'unit-loket', standard: staff, superiorId: 'head-loket' },
  { id: 'staff-3', kind: 'pns', unitId: 'unit-izin', standard: staff, superiorId: 'head-izin' },
  { id: 'contract-1', kind: 'pppk', unitId: 'unit-loket', standard: staff, superiorId: 'head-loket' },
  { id: 'contract-2', kind: 'pppk', unitId: 'unit-izin', standard: staff, superiorId: 'head-izin' },
];

export const contract = { from: '2025-09-15', to: '2030-09-14' };

/** Everybody who may send a command, rightly or not. */
export const everybody: readonly string[] = [...Object.values(office), ...people.map(({ id }) => id)];

/** The SHA-256 of an invented document. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A decree signed some days before a day. */
export function decree(name: string, day: string, daysBefore = 1) {
  return { number: `SK/${name}`, date: plusDays(day, -daysBefore), documentHash: hash(name) };
}
