import { EmployeePlaced, EmployeeRegistered, EmployeeSeparated } from '../../src/people/employee/index.js';
import { decreeOf } from '../governance/fixtures.js';

const clerk = { subjectId: 'clerk-1' };

/** The keyed hash of an invented number. */
export const numberHash = (letter: string): string => letter.repeat(64);

export const contract = { from: '2025-03-01', to: '2030-02-28' };

export const registered = EmployeeRegistered.of({ kind: 'pns', numberHash: numberHash('1'), registeredBy: clerk });

/** A counter clerk of the civil registry, from the beginning of 2026 on. */
export const placement = {
  position: 'Front desk officer',
  positionKind: 'pelaksana' as const,
  standardId: 'standard-desk',
  unitId: 'unit-registry',
  superiorId: 'head-1',
  from: '2026-01-05',
  decree: decreeOf('2026-01-02'),
};
export const placed = EmployeePlaced.of({ ...placement, placedBy: clerk });

export const separatedOn = (on: string) => EmployeeSeparated.of({ kind: 'retired', on, recordedBy: clerk });
