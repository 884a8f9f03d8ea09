import { addDays, type LocalDate, latestBy, yearOf } from '@pembinaan/core';
import { type LevelInterval, levelIntervals, selfLevelIntervals } from '../levels/level-intervals.js';
import { type LevelLine, levelLines } from '../levels/levels.js';
import type { CommunityRecord } from '../records/community-records.js';
import type { PolicyInView } from '../records/policies.js';
import { requiredOn, type StandardRow } from '../records/standards.js';
import type {
  CertificateRecord,
  MeetingRecord,
  PersonHistory,
  PlacementRecord,
  TimelineEntry,
} from './person-history.js';

/** The JP of a person in a calendar year. All JP are hundredths. */
export interface JpYear {
  readonly year: number;
  readonly credited: number;
  readonly raw: number;
  /** Raw less credited: what the caps took. */
  readonly lostToCaps: number;
  /** The minimum of a PNS under the policy in force on that day; null for PPPK, who have a ceiling instead, for who has left, and without policy. */
  readonly minimum: number | null;
  /** What is missing to the minimum; a target, which blocks nothing. */
  readonly shortfall: number | null;
  readonly policyVersion: string | null;
}

/** Which version of which standard held for a person from when on. */
export interface StandardInterval {
  readonly standardId: string;
  /** Null where the standard had no version in force yet. */
  readonly version: number | null;
  readonly unitId: string;
  readonly position: string;
  readonly from: LocalDate;
  /** The last day; null where it still holds. */
  readonly until: LocalDate | null;
  readonly items: readonly { readonly competency: string; readonly requiredLevel: number }[];
  /** The placement, and the event that established the version. */
  readonly events: readonly string[];
}

/** What the history says of a person on a day, as it was known at a moment. */
export interface PersonView extends Omit<PersonHistory, 'certificates' | 'meetings' | 'placements' | 'timeline'> {
  readonly on: LocalDate;
  /** Null where there is none yet, and for who has left. */
  readonly placement: PlacementRecord | null;
  readonly placements: readonly PlacementRecord[];
  /** Which standards held, one after the other. */
  readonly standards: readonly StandardInterval[];
  /** The levels of the day against the standard of the position. */
  readonly levels: readonly LevelLine[];
  /** The levels over time, by competency: what others assessed. */
  readonly levelHistory: readonly LevelInterval[];
  /** What the person thought of the own level; it closes no gap (R06). */
  readonly selfLevelHistory: readonly LevelInterval[];
  readonly jp: JpYear;
  readonly certificates: readonly (CertificateRecord & { readonly valid: boolean })[];
  /** `attended` is false where a correction says that the person was not there after all. */
  readonly meetings: readonly (MeetingRecord & { readonly attended: boolean })[];
  /** Ordered by when it was true. */
  readonly timeline: readonly TimelineEntry[];
}

/** What else must be known in order to tell of a person. */
export interface PersonContext {
  readonly standards: ReadonlyMap<string, StandardRow>;
  /** The policy in force on the day. */
  readonly policy: PolicyInView | undefined;
  readonly communities: ReadonlyMap<string, CommunityRecord>;
}

export function personViewOf(person: PersonHistory, context: PersonContext, on: LocalDate): PersonView {
  // Nothing is required of somebody who has left.
  const gone = person.separatedOn !== null && person.separatedOn <= on;
  const placement = gone ? null : (latestBy(placementsThatStand(person), on, ({ from }) => from) ?? null);
  const standard = placement === null ? undefined : context.standards.get(placement.standardId);
  const standing = person.assessments
    .filter(({ correctedBy }) => correctedBy === null)
    .map((assessment) => ({ ...assessment, eventId: assessment.source.eventId }));
  const known = person.assessments.map((assessment) => ({
    ...assessment,
    eventId: assessment.source.eventId,
    revision: assessment.source.revision,
  }));
  const competencies = [...new Set(known.map(({ competency }) => competency))].sort();
  return {
    ...person,
    on,
    placement,
    standards: standardsOf(person, context.standards, on),
    levels: levelLines(standing, requiredOn(standard, on), on),
    levelHistory: competencies.flatMap((competency) => upTo(on, levelIntervals(known, competency))),
    selfLevelHistory: competencies.flatMap((competency) => upTo(on, selfLevelIntervals(known, competency))),
    jp: jpOn(person, gone ? undefined : context.policy, on),
    certificates: person.certificates.map((certificate) => ({ ...certificate, valid: isValidOn(certificate, on) })),
    meetings: person.meetings.map((meeting) => ({
      ...meeting,
      attended: wasAt(meeting, person.employeeId, context.communities),
    })),
  };
}

/** The intervals as they stand on a day: what begins later is not told, and what ends later still runs. */
function upTo(on: LocalDate, intervals: readonly LevelInterval[]): readonly LevelInterval[] {
  return intervals
    .filter(({ from }) => from <= on)
    .map((interval) =>
      interval.until === null || interval.until < on ? interval : { ...interval, until: null, ended: 'runs' },
    );
}

function placementsThatStand({ placements }: PersonHistory): readonly PlacementRecord[] {
  return placements.filter(({ correctedBy }) => correctedBy === null);
}

function standardsOf(
  person: PersonHistory,
  standards: ReadonlyMap<string, StandardRow>,
  on: LocalDate,
): readonly StandardInterval[] {
  const { separatedOn } = person;
  const placements = placementsThatStand(person);
  const days = new Set<LocalDate>();
  for (const { from, standardId } of placements) {
    days.add(from);
    for (const { effectiveFrom } of standards.get(standardId)?.versions ?? []) days.add(effectiveFrom);
  }
  const left = separatedOn !== null && separatedOn <= on ? separatedOn : null;
  const found: StandardInterval[] = [];
  for (const day of [...days].filter((one) => one <= on && (left === null || one < left)).sort()) {
    const placement = latestBy(placements, day, ({ from }) => from);
    if (placement === undefined) continue;
    const { standardId, unitId, position, source } = placement;
    const version = latestBy(standards.get(standardId)?.versions ?? [], day, ({ effectiveFrom }) => effectiveFrom);
    const events = [source.eventId, ...(version === undefined ? [] : [version.eventId])];
    const before = found.at(-1);
    if (before !== undefined && before.events.join() === events.join()) continue;
    if (before !== undefined) found[found.length - 1] = { ...before, until: addDays(day, -1) };
    found.push({
      standardId,
      version: version?.version ?? null,
      unitId,
      position,
      from: day,
      until: left === null ? null : addDays(left, -1),
      items: version?.items ?? [],
      events,
    });
  }
  return found;
}

function isValidOn({ period, validUntil, revoked }: CertificateRecord, on: string): boolean {
  return revoked === null && period.to <= on && (validUntil === null || on <= validUntil);
}

/** Whether the record counts: it was not corrected, and the last record of the meeting has the person among the attendees. */
function wasAt(
  { communityId, meetingId, correctedBy }: MeetingRecord,
  employeeId: string,
  communities: ReadonlyMap<string, CommunityRecord>,
): boolean {
  return (
    correctedBy === null && communities.get(communityId)?.meetings[meetingId]?.attendees.includes(employeeId) === true
  );
}

function jpOn(person: PersonHistory, policy: PolicyInView | undefined, on: LocalDate): JpYear {
  const year = yearOf(on);
  const credits = person.credits.filter((credit) => credit.correctedBy === null && credit.year === year);
  const credited = credits.reduce((sum, credit) => sum + credit.jpCredited, 0);
  const raw = credits.reduce((sum, credit) => sum + credit.jpRaw, 0);
  const minimum = person.kind === 'pns' ? (policy?.figures['jp.minimum.pns.year'].value ?? null) : null;
  return {
    year,
    credited,
    raw,
    lostToCaps: raw - credited,
    minimum,
    shortfall: minimum === null ? null : Math.max(0, minimum - credited),
    policyVersion: policy?.version ?? null,
  };
}
