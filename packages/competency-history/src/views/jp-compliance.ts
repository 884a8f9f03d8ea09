import { addDays, contractYear, LocalDate, type Period, sourceKey, yearOf } from '@pembinaan/core';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { creditsOf, type JpCredit, type JpRecord, jpOfTwoYears, sumOf } from '../records/jp-records.js';
import { type PolicyInView, policies, policyInForce } from '../records/policies.js';
import { type ServingPerson, serviceRecords, servingOn } from '../records/service-records.js';

/** A person who serves, against the minimum of a PNS or the ceiling of a PPPK. JP are hundredths. */
export interface JpComplianceLine extends AgainstLimit {
  /**
   * PNS: what the year comes to if all that is confirmed is completed: credited so far, and what the batches and workplaces are worth, before
   * the caps, that end in the year and are not yet decided. PPPK: null, since what is assigned contains what lies ahead.
   */
  readonly forecast: number | null;
  /** PNS: what would then still be missing to the minimum. */
  readonly forecastLeft: number | null;
}

/** A person against the limit of the year. JP are hundredths. */
export interface AgainstLimit {
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
    en: 'Which PNS are below the JP of the calendar year, now and with what is confirmed, and how near is each PPPK to the JP that may be assigned in the contract year?',
    id: 'PNS mana yang belum mencapai JP pada tahun kalender, kini dan dengan yang sudah dikonfirmasi, dan seberapa dekat setiap PPPK dengan JP yang boleh ditugaskan pada tahun kontraknya?',
  },
  needs: [serviceRecords, jpOfTwoYears, assignmentRecords, policies],
  linesOf: 'person',
  tells: 'serving',
  answer: ([service, jp, assignments, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    return inOrder(
      servingOn(service.rows, on).map((person) =>
        person.kind === 'pns'
          ? withForecast(
              againstMinimum(person, jp.get(person.employeeId), policy, on),
              ahead(assignments.get(person.employeeId), jp.get(person.employeeId), yearOf(on)),
            )
          : withForecast(
              againstCeiling(person, jp.get(person.employeeId), assignments.get(person.employeeId), policy, on),
              null,
            ),
      ),
      ({ unitId, employeeId }) => [unitId, employeeId],
    );
  },
});

/** A line with what lies ahead, which is null for those to whom it is assigned already. */
function withForecast(line: AgainstLimit, jpAhead: number | null): JpComplianceLine {
  const { credited, limit } = line;
  const forecast = credited === null || jpAhead === null ? null : credited + jpAhead;
  return {
    ...line,
    forecast,
    forecastLeft: forecast === null || limit === null ? null : Math.max(0, limit - forecast),
  };
}

/**
 * JP hundredths of what is confirmed or assigned, ends in the year and is not yet decided. What was credited is no longer ahead, though its
 * outcome may not yet count on the day: JP bear the last day of the training, the outcome the moment at which it was decided.
 */
function ahead(assignments: AssignmentRecord | undefined, jp: JpRecord | undefined, year: number): number {
  const credited = new Set(Object.values(jp?.credits ?? {}).map(({ source }) => sourceKey(source)));
  let sum = 0;
  for (const [batchId, { status, period, jp: worth }] of Object.entries(assignments?.batches ?? {})) {
    if (status !== 'confirmed' || period === null || yearOf(period.to) !== year) continue;
    if (!credited.has(`batch/${batchId}`)) sum += worth ?? 0;
  }
  for (const [id, { status, period, jp: worth }] of Object.entries(assignments?.workplaces ?? {})) {
    if (status !== 'assigned' || yearOf(period.to) !== year) continue;
    if (!credited.has(`workplace/${id}`)) sum += worth;
  }
  return sum;
}

/** A PNS: what was credited in the calendar year up to the day, against the minimum. */
export function againstMinimum(
  { unitId, employeeId }: Pick<ServingPerson, 'unitId' | 'employeeId'>,
  jp: JpRecord | undefined,
  policy: PolicyInView | undefined,
  on: LocalDate,
): AgainstLimit {
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

/** A PPPK: what was assigned in the contract year, against the ceiling. */
export function againstCeiling(
  { unitId, employeeId, kind, record }: Pick<ServingPerson, 'unitId' | 'employeeId' | 'kind' | 'record'>,
  jp: JpRecord | undefined,
  assignments: AssignmentRecord | undefined,
  policy: PolicyInView | undefined,
  on: LocalDate,
): AgainstLimit {
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
    selfStudy:
      days === null ? null : sumOf(ownCredits(jp, { from: days.from, to: on }), ({ jpCredited }) => jpCredited),
    limit,
    left,
    status: left === null ? null : left < 0 ? 'above' : left === 0 ? 'atCeiling' : 'within',
    policyVersion: policy?.version ?? null,
  };
}

function assignedInYear(assignments: AssignmentRecord | undefined, contract: Period, on: LocalDate): number {
  return assignmentsOfYear(assignments, contract, on).reduce((sum, { jp }) => sum + jp, 0);
}

/** Something that the agency assigned: the stream of the batch or the workplace learning, and its JP hundredths. */
export interface Assigned {
  readonly stream: string;
  readonly jp: number;
}

/**
 * What was assigned in the contract year of a day: all but what was declined, withdrawn, cancelled or stopped, as R18 counts it; by the
 * last day, as the JP are.
 */
export function assignmentsOfYear(
  assignments: AssignmentRecord | undefined,
  contract: Period,
  on: LocalDate,
): readonly Assigned[] {
  const year = contractYear(contract, on);
  const batches = Object.entries(assignments?.batches ?? {}).flatMap(([batchId, { status, period, jp }]) =>
    HELD.includes(status) && period !== null && contractYear(contract, period.to) === year
      ? [{ stream: `batch-${batchId}`, jp: jp ?? 0 }]
      : [],
  );
  const workplaces = Object.entries(assignments?.workplaces ?? {}).flatMap(([id, { status, period, jp }]) =>
    status !== 'stopped' && contractYear(contract, period.to) === year
      ? [{ stream: `workplaceLearning-${id}`, jp }]
      : [],
  );
  return [...batches, ...workplaces];
}

const HELD: readonly string[] = ['confirmed', 'completed', 'notCompleted'];

/** Credited for activities of their own, from a day to a day. */
export function ownCredits(
  jp: JpRecord | undefined,
  { from, to }: { readonly from: string; readonly to: string },
): readonly JpCredit[] {
  return Object.values(jp?.credits ?? {}).filter(({ source, on }) => source.kind === 'claim' && from <= on && on <= to);
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
