import { type Clock, type KnownEntry, knownEntries, type LocalDate, latestBy, POLICY, standsOn } from '@pembinaan/core';
import { type Entry, knownOf } from '@pembinaan/event-sourcing';
import { agencyFiles } from '../files/agency-files.js';
import type { AgencyEntry, PersonEntry } from '../files/entry.js';
import type { PersonEvent } from '../files/kept.js';
import type { LookupsOf } from '../history/people-read-model.js';
import type { Reading } from '../history/reading.js';
import type { Shelf } from '../history/shelf.js';
import { type LevelLine, levelLines } from '../levels/levels.js';
import { type AssignmentRecord, assignmentRecords } from '../records/assignment-records.js';
import { type CertificatesRecord, certificateRecords } from '../records/certificate-records.js';
import { type JpRecord, jpOfTwoYears } from '../records/jp-records.js';
import { type LevelRecord, levelRecords } from '../records/level-records.js';
import { type PolicyInView, policies, policyInForce } from '../records/policies.js';
import { type PredicateRow, predicateRecords } from '../records/predicate-records.js';
import {
  hasLeft,
  placementOn,
  type ServicePlacement,
  type ServiceRecord,
  serviceRecords,
} from '../records/service-records.js';
import { requiredOn, standards } from '../records/standards.js';

/** An event as it was known, with its stream and the event that corrects it, when one does. */
export type Known<E extends Entry> = KnownEntry<E>;

/** An entry of that type in the files of a person. */
export type KnownOf<T extends PersonEvent['type']> = Extract<Known<PersonEntry>, { readonly type: T }>;

type KnownStandard = Extract<Known<AgencyEntry>, { readonly type: 'CompetencyStandardEstablished' }>;
type KnownPolicy = Extract<Known<AgencyEntry>, { readonly type: 'PolicyVersionAdopted' }>;

/** Everything from which the cells of a person come about, as of a clock: the same records as the views have, and the events behind them. */
export interface Facts {
  readonly employeeId: string;
  readonly on: LocalDate;
  readonly clock: Clock;
  /** Also those that were corrected or lie ahead. */
  readonly entries: readonly Known<PersonEntry>[];
  readonly service: ServiceRecord | undefined;
  readonly placement: ServicePlacement | undefined;
  readonly levels: LevelRecord | undefined;
  readonly jp: JpRecord | undefined;
  readonly assignments: AssignmentRecord | undefined;
  readonly certificates: CertificatesRecord | undefined;
  readonly predicates: PredicateRow | undefined;
  /** The levels of the day, against the standard of the position. */
  readonly levelLines: readonly LevelLine[];
  /** What the standard of the position requires, by competency. */
  readonly required: ReadonlyMap<string, number>;
  readonly standardEntries: readonly KnownStandard[];
  /** The policy in force on the day, and the event that adopted it. */
  readonly policy: PolicyInView | undefined;
  readonly policyEntry: KnownPolicy | undefined;
}

const NEEDS = [
  serviceRecords,
  levelRecords,
  standards,
  jpOfTwoYears,
  assignmentRecords,
  certificateRecords,
  predicateRecords,
  policies,
] as const;

/** The facts of a person; undefined where no event that was known tells of that id. */
export async function factsOf(shelf: Shelf, reading: Reading, employeeId: string): Promise<Facts | undefined> {
  const files = await reading.whole(employeeId);
  if (files.length === 0) return undefined;
  const { clock } = reading;
  const on = clock.effective;
  const [service, levels, standardRows, jp, assignments, certificates, predicates, policyRows] = (await reading.lookups(
    NEEDS,
    [employeeId],
  )) as LookupsOf<typeof NEEDS>;

  // Nothing is required of somebody who has left.
  const known = service.get(employeeId);
  const placement = hasLeft(known, on) ? undefined : placementOn(known, on);
  const required = requiredOn(placement === undefined ? undefined : standardRows.get(placement.standardId), on);
  const policy = policyInForce(policyRows.rows, on);
  const agency = async (stream: string) => knownEntries([{ stream, entries: await agencyFile(shelf, stream, clock) }]);
  const standardEntries = placement === undefined ? [] : await agency(`competencyStandard-${placement.standardId}`);
  const policyEntries = await agency(`policy-${POLICY}`);
  return {
    employeeId,
    on,
    clock,
    entries: knownEntries(files),
    service: service.get(employeeId),
    placement,
    levels: levels.get(employeeId),
    jp: jp.get(employeeId),
    assignments: assignments.get(employeeId),
    certificates: certificates.get(employeeId),
    predicates: predicates.get(employeeId),
    levelLines: levelLines(Object.values(levels.get(employeeId)?.assessments ?? {}), required, on),
    required,
    standardEntries: standardEntries.filter(
      (entry): entry is KnownStandard => entry.type === 'CompetencyStandardEstablished',
    ),
    policy,
    policyEntry: policyEntries.find(
      (entry): entry is KnownPolicy => entry.type === 'PolicyVersionAdopted' && entry.eventId === policy?.eventId,
    ),
  };
}

async function agencyFile(shelf: Shelf, stream: string, clock: Clock) {
  const filed = (await shelf.agency.load([stream])).get(stream) ?? [];
  return knownOf(filed.map(agencyFiles.entry), clock);
}

/** The entries of a person of some type, in the order of the streams. */
export function entriesOf<T extends PersonEvent['type']>(
  { entries }: Facts,
  ...types: readonly T[]
): readonly KnownOf<T>[] {
  return entries.filter((entry): entry is KnownOf<T> => types.some((type) => type === entry.type));
}

/** Whether an entry is one of those that the records were folded from: not corrected, and not after the day. */
export function stands(entry: Known<PersonEntry>, { clock }: Facts): boolean {
  return standsOn(entry, clock);
}

/** The separation, for somebody who has left by the day. */
export function separationEntry(facts: Facts): KnownOf<'EmployeeSeparated'> | undefined {
  return hasLeft(facts.service, facts.on)
    ? entriesOf(facts, 'EmployeeSeparated').findLast((entry) => stands(entry, facts))
    : undefined;
}

/** The placement in force, as the service record has it. */
export function placementEntry(facts: Facts): KnownOf<'EmployeePlaced'> | undefined {
  const standing = entriesOf(facts, 'EmployeePlaced').filter((entry) => stands(entry, facts));
  return latestBy(standing, facts.on, ({ data }) => data.from);
}
