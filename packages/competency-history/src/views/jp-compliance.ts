import { addDays, contractYear, LocalDate, type Period, yearOf } from '@pembinaan/core';
import { inOrder } from '../order.js';
import { peopleReadModel } from '../people-read-model.js';
import { type PolicyInView, policies, policyInForce } from '../policies.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { creditsOf, type JpRecord, jpRecords, sumOf } from '../records/jp-records.js';
import { type ServingPerson, serviceRecords, servingOn } from '../records/service-records.js';

/** A person who serves, against the minimum of a PNS or the ceiling of a PPPK. JP are hundredths. */
export interface JpComplianceLine {
  readonly unitId: string | null;
  readonly employeeId: string;
  readonly kind: string;
  /** A PNS has a minimum in the calendar year; a PPPK a ceiling of what may be assigned in the contract year. */
  readonly rule: 'minimum' | 'ceiling';
  /** The year that counts; null for a PPPK of whom no contract is known. */
  readonly from: string | null;
  readonly to: string | null;
  /** PNS: credited in the year up to the day. PPPK: null, since what counts for them is what was assigned. */
  readonly credited: number | null;
  /** PPPK: what the agency assigned in the contract year, batches and workplaces, also those still ahead. */
  readonly assigned: number | null;
  /** PPPK: credited in the contract year up to the day for activities of their own, which count against no ceiling. */
  readonly selfStudy: number | null;
  /** 20 JP of a PNS, 24 JP of a PPPK; null without a policy. */
  readonly limit: number | null;
  /** What is missing to the minimum, or left up to the ceiling; below 0 above the ceiling. */
  readonly left: number | null;
  readonly status: 'below' | 'reached' | 'within' | 'atCeiling' | 'above' | null;
  readonly policyVersion: string | null;
}

/** PP 11/2017 Pasal 203 for PNS, PP 49/2018 Pasal 40 for PPPK. */
export const jpCompliance = peopleReadModel({
  name: 'JpCompliance',
  question: {
    en: 'Which PNS are below the JP of the calendar year, and how near is each PPPK to the JP that may be assigned in the contract year?',
    id: 'PNS mana yang belum mencapai JP pada tahun kalender, dan seberapa dekat setiap PPPK dengan JP yang boleh ditugaskan pada tahun kontraknya?',
  },
  projections: [serviceRecords, jpRecords, assignmentRecords, policies],
  answer: ([service, jp, assignments, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    return inOrder(
      servingOn(service.rows, on).map((person) =>
        person.kind === 'pns'
          ? ofPns(person, jp.get(person.employeeId), policy, on)
          : ofPppk(person, jp.get(person.employeeId), assignments.get(person.employeeId), policy, on),
      ),
      ({ unitId, employeeId }) => [unitId, employeeId],
    );
  },
});

function ofPns(
  { unitId, employeeId }: ServingPerson,
  jp: JpRecord | undefined,
  policy: PolicyInView | undefined,
  on: LocalDate,
): JpComplianceLine {
  const year = yearOf(on);
  const credited = sumOf(creditsOf(jp, year, on), ({ jpCredited }) => jpCredited);
  const limit = policy?.figures['jp.minimum.pns.year'].value ?? null;
  return {
    unitId,
    employeeId,
    kind: 'pns',
    rule: 'minimum',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    credited,
    assigned: null,
    selfStudy: null,
    limit,
    left: limit === null ? null : Math.max(0, limit - credited),
    status: limit === null ? null : credited < limit ? 'below' : 'reached',
    policyVersion: policy?.version ?? null,
  };
}

function ofPppk(
  { unitId, employeeId, kind, record }: ServingPerson,
  jp: JpRecord | undefined,
  assignments: AssignmentRecord | undefined,
  policy: PolicyInView | undefined,
  on: LocalDate,
): JpComplianceLine {
  const { contract } = record;
  const limit = policy?.figures['jp.maximum.pppk.contractYear'].value ?? null;
  const assigned = contract === null ? null : assignedInYear(assignments, contract, on);
  const left = limit === null || assigned === null ? null : limit - assigned;
  const days = contract === null ? null : contractYearOn(contract, on);
  return {
    unitId,
    employeeId,
    kind,
    rule: 'ceiling',
    from: days?.from ?? null,
    to: days?.to ?? null,
    credited: null,
    assigned,
    selfStudy: days === null ? null : ownJp(jp, { from: days.from, to: on }),
    limit,
    left,
    status: left === null ? null : left < 0 ? 'above' : left === 0 ? 'atCeiling' : 'within',
    policyVersion: policy?.version ?? null,
  };
}

/** All but what was declined, withdrawn, cancelled or stopped, as R18 counts it; by the last day, as the JP are. */
function assignedInYear(assignments: AssignmentRecord | undefined, contract: Period, on: LocalDate): number {
  const year = contractYear(contract, on);
  let assigned = 0;
  for (const { status, period, jp } of Object.values(assignments?.batches ?? {})) {
    if (HELD.includes(status) && period !== null && contractYear(contract, period.to) === year) assigned += jp ?? 0;
  }
  for (const { status, period, jp } of Object.values(assignments?.workplaces ?? {})) {
    if (status !== 'stopped' && contractYear(contract, period.to) === year) assigned += jp;
  }
  return assigned;
}

const HELD: readonly string[] = ['confirmed', 'completed', 'notCompleted'];

function ownJp(jp: JpRecord | undefined, { from, to }: { from: LocalDate; to: LocalDate }): number {
  return sumOf(
    Object.values(jp?.credits ?? {}).filter(({ source, on }) => source.kind === 'claim' && from <= on && on <= to),
    ({ jpCredited }) => jpCredited,
  );
}

/** The first and the last day of the contract year in which a day falls; a prolonged contract goes on in whole years. */
function contractYearOn(contract: Period, on: LocalDate): Period {
  const year = contractYear(contract, on);
  return { from: anniversary(contract.from, year), to: addDays(anniversary(contract.from, year + 1), -1) };
}

/** A contract of 29 February has its anniversary on 1 March of a year without that day. */
function anniversary(from: LocalDate, years: number): LocalDate {
  const day = LocalDate.safeParse(`${yearOf(from) + years}-${from.slice(5)}`);
  return day.success ? day.data : LocalDate.parse(`${yearOf(from) + years}-03-01`);
}
