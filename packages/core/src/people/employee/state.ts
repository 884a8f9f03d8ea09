import { stream } from '@pembinaan/event-sourcing';
import type { PositionKind } from '../../values/competency.js';
import type { RecognitionId, StandardId, SubjectId, UnitId } from '../../values/ids.js';
import { type LocalDate, latestBy, type Period } from '../../values/local-date.js';
import {
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  type EmploymentKind,
  RecognitionGranted,
} from './events.js';

export interface Placement {
  readonly positionKind: PositionKind;
  readonly standardId: StandardId;
  readonly unitId: UnitId;
  readonly superiorId: SubjectId | undefined;
  readonly from: LocalDate;
}

export type Employee =
  | { readonly status: 'none' }
  | {
      readonly status: 'registered';
      readonly kind: EmploymentKind;
      readonly contract: Period | undefined;
      /** In the order in which they were recorded. */
      readonly placements: readonly Placement[];
      readonly separatedOn: LocalDate | undefined;
      readonly recognitionIds: readonly RecognitionId[];
    };

export const employeeState = stream('employee', {
  events: [EmployeeRegistered, EmployeePlaced, EmployeeSeparated, RecognitionGranted],
  initial: (): Employee => ({ status: 'none' }),
}).evolve({
  EmployeeRegistered: (_, { data }) => ({
    status: 'registered',
    kind: data.kind,
    contract: data.contract,
    placements: [],
    separatedOn: undefined,
    recognitionIds: [],
  }),
  EmployeePlaced: (employee, { data }) =>
    employee.status === 'registered'
      ? {
          ...employee,
          placements: [
            ...employee.placements,
            {
              positionKind: data.positionKind,
              standardId: data.standardId,
              unitId: data.unitId,
              superiorId: data.superiorId,
              from: data.from,
            },
          ],
        }
      : employee,
  EmployeeSeparated: (employee, { data }) =>
    employee.status === 'registered' ? { ...employee, separatedOn: data.on } : employee,
  RecognitionGranted: (employee, { data }) =>
    employee.status === 'registered'
      ? { ...employee, recognitionIds: [...employee.recognitionIds, data.recognitionId] }
      : employee,
});

/** The placement that applies on a day: the one that began last by then; of two on one day, the one recorded last. */
export function placementOn(employee: Employee, date: LocalDate): Placement | undefined {
  return employee.status === 'registered' ? latestBy(employee.placements, date, ({ from }) => from) : undefined;
}

/** Tells whether a person serves on a day: registered, and not separated by then. */
export function servesOn(employee: Employee, date: LocalDate): boolean {
  return employee.status === 'registered' && (employee.separatedOn === undefined || date < employee.separatedOn);
}
