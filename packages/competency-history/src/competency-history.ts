import { LocalDate, latestBy, POLICY, yearOf } from '@pembinaan/core';
import { type AsOfOptions, type EventStore, replayAll } from '@pembinaan/event-sourcing';
import { personHistories } from './person-histories.js';
import type {
  AssessmentRecord,
  BehaviourRecord,
  CertificateRecord,
  MentoringRecord,
  PersonHistory,
  PlacementRecord,
  TimelineEntry,
  TrainingRecord,
} from './person-history.js';
import { type PolicyRow, policies } from './policies.js';
import { type StandardRow, standards } from './standards.js';

/** The level of a person in one competency against the standard of the position. */
export interface LevelLine {
  readonly competency: string;
  /** 1-5; null where the standard does not ask for it. */
  readonly required: number | null;
  /** 1-5; null where there is no valid assessment by somebody else. */
  readonly actual: number | null;
  /** Required less actual, never below 0; an absent assessment counts as 0. Null where nothing is required. */
  readonly gap: number | null;
  /** How, when and by which event the level is known. */
  readonly by: { readonly method: string; readonly on: string; readonly eventId: string } | null;
  /** What the person thinks, shown apart: a self-assessment closes no gap (R06). */
  readonly self: number | null;
}

/** The JP of a person in a calendar year. All JP are hundredths. */
export interface JpYear {
  readonly year: number;
  readonly credited: number;
  readonly raw: number;
  /** Raw less credited: what the caps took. */
  readonly lostToCaps: number;
  /** The minimum of a PNS under the policy in force on that day; null for PPPK, who have a ceiling instead, and without policy. */
  readonly minimum: number | null;
  /** What is missing to the minimum; a target, which blocks nothing. */
  readonly shortfall: number | null;
  readonly policyVersion: string | null;
}

/** A person: placement, levels and JP are those of the day; the lists tell all that is known (cut them with `effective`). */
export interface PersonView {
  readonly employeeId: string;
  readonly on: string;
  readonly kind: PersonHistory['kind'];
  readonly placement: PlacementRecord | null;
  readonly levels: readonly LevelLine[];
  readonly jp: JpYear;
  readonly training: readonly TrainingRecord[];
  readonly certificates: readonly (CertificateRecord & { readonly valid: boolean })[];
  readonly mentoring: readonly MentoringRecord[];
  readonly behaviour: readonly BehaviourRecord[];
  /** Ordered by when it was true. */
  readonly timeline: readonly TimelineEntry[];
}

/** The histories of all people, as of a moment. */
export interface CompetencyHistory {
  /** Position up to which the events were folded; undefined for an empty store. */
  readonly position: string | undefined;
  /** Ids of all people of whom the events tell something, sorted. */
  readonly people: readonly string[];
  /**
   * The person on a day; undefined when no event tells of that id.
   * @throws RangeError when `on` is not a day such as 2026-12-31.
   */
  person(employeeId: string, on: string): PersonView | undefined;
}

/**
 * Replays the store into the competency histories, as of any moment on both clocks.
 *
 * ```ts
 * const history = await competencyHistory(store, { recorded: '2026-06-30T16:59:59.999Z' });
 * history.person('subject-7', '2026-06-30')?.jp.shortfall;
 * ```
 *
 * @throws EventSourcingError as `replayAll` does.
 */
export async function competencyHistory(store: EventStore, asOf: AsOfOptions = {}): Promise<CompetencyHistory> {
  const [people, standardRows, policyRows] = await replayAll(store, [personHistories, standards, policies], asOf);
  return {
    position: [people.position, standardRows.position, policyRows.position]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1),
    people: [...people.rows.keys()].sort(),
    person(employeeId, on) {
      if (!LocalDate.safeParse(on).success) throw new RangeError(`'${on}' is not a day such as 2026-12-31.`);
      const person = people.get(employeeId);
      return person && personOn(person, standardRows.rows, policyRows.get(POLICY), on);
    },
  };
}

/** What a history says of a person on a day. */
export function personOn(
  person: PersonHistory,
  standardRows: ReadonlyMap<string, StandardRow>,
  policy: PolicyRow | undefined,
  on: string,
): PersonView {
  const placement = latestBy(person.placements, on, ({ from }) => from) ?? null;
  return {
    employeeId: person.employeeId,
    on,
    kind: person.kind,
    placement,
    levels: levelsOn(person, placement && standardRows.get(placement.standardId), on),
    jp: jpOn(person, policy, on),
    training: person.training,
    certificates: person.certificates.map((certificate) => ({ ...certificate, valid: isValidOn(certificate, on) })),
    mentoring: person.mentoring,
    behaviour: person.behaviour,
    timeline: [...person.timeline].sort((a, b) =>
      a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0,
    ),
  };
}

function isValidOn({ period, validUntil }: CertificateRecord, on: string): boolean {
  return period.to <= on && (validUntil === null || on <= validUntil);
}

function levelsOn(person: PersonHistory, standard: StandardRow | null | undefined, on: string): readonly LevelLine[] {
  const required = new Map(
    latestBy(standard?.versions ?? [], on, ({ effectiveFrom }) => effectiveFrom)?.items.map((item) => [
      item.competency,
      item.requiredLevel,
    ]),
  );
  const codes = new Set([...required.keys(), ...person.assessments.map(({ competency }) => competency)]);
  return [...codes].sort().map((competency) => {
    const known = person.assessments.filter((record) => record.competency === competency && countsOn(record, on));
    const byOthers = latestBy(
      known.filter(({ method }) => method !== 'self'),
      on,
      ({ assessedOn }) => assessedOn,
    );
    const bySelf = latestBy(
      known.filter(({ method }) => method === 'self'),
      on,
      ({ assessedOn }) => assessedOn,
    );
    const need = required.get(competency) ?? null;
    const actual = byOthers?.level ?? null;
    return {
      competency,
      required: need,
      actual,
      gap: need === null ? null : Math.max(0, need - (actual ?? 0)),
      by: byOthers ? { method: byOthers.method, on: byOthers.assessedOn, eventId: byOthers.source.eventId } : null,
      self: bySelf?.level ?? null,
    };
  });
}

function countsOn(record: AssessmentRecord, on: string): boolean {
  return (
    record.correctedBy === null && record.assessedOn <= on && (record.validUntil === null || on <= record.validUntil)
  );
}

function jpOn(person: PersonHistory, policy: PolicyRow | undefined, on: string): JpYear {
  const year = yearOf(LocalDate.parse(on));
  const credits = person.credits.filter(
    (credit) => credit.correctedBy === null && credit.year === year && credit.activityDate <= on,
  );
  const credited = credits.reduce((sum, credit) => sum + credit.jpCredited, 0);
  const raw = credits.reduce((sum, credit) => sum + credit.jpRaw, 0);
  const inForce = latestBy(policy?.versions ?? [], on, ({ effectiveFrom }) => effectiveFrom);
  const minimum = person.kind === 'pns' ? (inForce?.minimumPns ?? null) : null;
  return {
    year,
    credited,
    raw,
    lostToCaps: raw - credited,
    minimum,
    shortfall: minimum === null ? null : Math.max(0, minimum - credited),
    policyVersion: inForce?.version ?? null,
  };
}
