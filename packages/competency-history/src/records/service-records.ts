import {
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  type EmploymentKind,
  type LocalDate,
  latestBy,
  type Period,
  type PositionKind,
} from '@pembinaan/core';
import { peopleRecord } from './record.js';

/** From which day on a person holds which position in which unit. */
export interface ServicePlacement {
  readonly unitId: string;
  readonly positionKind: PositionKind;
  readonly standardId: string;
  readonly from: LocalDate;
}

/** What a person is here, and where. */
export interface ServiceRecord {
  /** Null until the person is registered here. */
  kind: EmploymentKind | null;
  contract: Period | null;
  /** In the order in which they were recorded. */
  placements: ServicePlacement[];
  /** First day on which the person no longer serves here. */
  separatedOn: LocalDate | null;
}

/** Who serves as what, where and since when. */
export const serviceRecords = peopleRecord({
  name: 'service',
  reads: { streams: (employeeId) => [`employee-${employeeId}`] },
  events: [EmployeeRegistered, EmployeePlaced, EmployeeSeparated],
  initial: (): ServiceRecord => ({ kind: null, contract: null, placements: [], separatedOn: null }),
  on: {
    EmployeeRegistered: (record, { data }) => {
      record.kind = data.kind;
      record.contract = data.contract === undefined ? null : { ...data.contract };
      return record;
    },
    EmployeePlaced: (record, { data }) => {
      const { unitId, positionKind, standardId, from } = data;
      record.placements.push({ unitId, positionKind, standardId, from });
      return record;
    },
    EmployeeSeparated: (record, { data }) => {
      record.separatedOn = data.on;
      return record;
    },
  },
});

/** Where a person stands on a day; undefined before the first placement, and for a person of whom nothing is known. */
export function placementOn(record: ServiceRecord | undefined, on: LocalDate): ServicePlacement | undefined {
  return latestBy(record?.placements ?? [], on, ({ from }) => from);
}

/** The unit of a person on a day; null where it is not known. */
export function unitOn(record: ServiceRecord | undefined, on: LocalDate): string | null {
  return placementOn(record, on)?.unitId ?? null;
}

/** Tells whether a person who served here has left by a day; of an outsider nothing is known. */
export function hasLeft(record: ServiceRecord | undefined, on: LocalDate): boolean {
  const separatedOn = record?.separatedOn ?? null;
  return separatedOn !== null && separatedOn <= on;
}

/**
 * Tells whether a person serves here on a day. Nobody serves before the first placement; a person who was never placed serves from the
 * registration on, of which the day is not told.
 */
function servesOn(record: ServiceRecord, on: LocalDate): boolean {
  const { contract, placements } = record;
  if (hasLeft(record, on)) return false;
  if (contract !== null && on < contract.from) return false;
  return placements.length === 0 || placementOn(record, on) !== undefined;
}

/** A person who serves, with unit and position of the day; both null for who was never placed. */
export interface ServingPerson {
  readonly employeeId: string;
  readonly kind: EmploymentKind;
  readonly record: ServiceRecord;
  readonly unitId: string | null;
  readonly placement: ServicePlacement | null;
}

/** Everybody who serves on a day. */
export function servingOn(rows: ReadonlyMap<string, ServiceRecord>, on: LocalDate): readonly ServingPerson[] {
  const people: ServingPerson[] = [];
  for (const [employeeId, record] of rows) {
    const { kind } = record;
    if (kind === null || !servesOn(record, on)) continue;
    const placement = placementOn(record, on) ?? null;
    people.push({ employeeId, kind, record, unitId: placement?.unitId ?? null, placement });
  }
  return people;
}
