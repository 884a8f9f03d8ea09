import { grouped, type LocalDate, latestBy, yearOf } from '@pembinaan/core';
import { type AsOfOptions, type EventStore, replayAll } from '@pembinaan/event-sourcing';
import { dayOf } from './day.js';
import { type LevelLine, levelLines } from './levels.js';
import { personHistories } from './person-histories.js';
import type {
  BehaviourRecord,
  CertificateRecord,
  ClaimRecord,
  MeetingRecord,
  MentoringRecord,
  PersonHistory,
  PlacementRecord,
  PredicateRecord,
  RecognitionRecord,
  TimelineEntry,
  TrainingRecord,
  WorkplaceLearningRecord,
} from './person-history.js';
import { personTimelines } from './person-timelines.js';
import { type PolicyInView, policies, policyInForce } from './policies.js';
import { type CommunityRecord, communityRecords } from './records/community-records.js';
import { requiredOn, type StandardRow, standards } from './standards.js';

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
  /** Each with the entries of the timeline that told it. */
  readonly training: readonly (TrainingRecord & { readonly sources: readonly TimelineEntry[] })[];
  readonly certificates: readonly (CertificateRecord & { readonly valid: boolean })[];
  readonly mentoring: readonly MentoringRecord[];
  readonly behaviour: readonly BehaviourRecord[];
  readonly workplaceLearning: readonly WorkplaceLearningRecord[];
  readonly claims: readonly ClaimRecord[];
  /** `attended` is false where a correction says that the person was not there after all. */
  readonly meetings: readonly (MeetingRecord & { readonly attended: boolean })[];
  readonly recognitions: readonly RecognitionRecord[];
  readonly predicates: readonly PredicateRecord[];
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
  const [people, timelines, standardRows, policyRows, communities] = await replayAll(
    store,
    [personHistories, personTimelines, standards, policies, communityRecords],
    asOf,
  );
  const years = grouped(timelines.rows.values(), ({ employeeId }) => employeeId);
  return {
    position: [people, timelines, standardRows, policyRows, communities]
      .map(({ position }) => position)
      .filter((at) => at !== undefined)
      .sort()
      .at(-1),
    people: [...people.rows.keys()].sort(),
    person(employeeId, on) {
      const day = dayOf(on);
      const person = people.get(employeeId);
      return (
        person &&
        personOn(
          person,
          {
            standards: standardRows.rows,
            policy: policyInForce(policyRows.rows, day),
            communities: communities.rows,
            timeline: (years.get(employeeId) ?? []).flatMap(({ entries }) => entries),
          },
          day,
        )
      );
    },
  };
}

/** What else must be known in order to tell of a person. */
export interface PersonContext {
  readonly standards: ReadonlyMap<string, StandardRow>;
  /** The policy in force on the day. */
  readonly policy: PolicyInView | undefined;
  readonly communities: ReadonlyMap<string, CommunityRecord>;
  /** The entries of all years, in any order. */
  readonly timeline: readonly TimelineEntry[];
}

/** What a history says of a person on a day. */
export function personOn(person: PersonHistory, context: PersonContext, on: LocalDate): PersonView {
  const placement = latestBy(person.placements, on, ({ from }) => from) ?? null;
  const timeline = [...context.timeline].sort((a, b) =>
    a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0,
  );
  const byStream = grouped(timeline, ({ stream }) => stream);
  const standard = placement === null ? undefined : context.standards.get(placement.standardId);
  return {
    employeeId: person.employeeId,
    on,
    kind: person.kind,
    placement,
    levels: levelLines(standingAssessments(person), requiredOn(standard, on), on),
    jp: jpOn(person, context.policy, on),
    training: person.training.map((training) => withSources(training, byStream)),
    certificates: person.certificates.map((certificate) => ({ ...certificate, valid: isValidOn(certificate, on) })),
    mentoring: person.mentoring,
    behaviour: person.behaviour,
    workplaceLearning: person.workplaceLearning,
    claims: person.claims,
    meetings: person.meetings.map((meeting) => ({
      ...meeting,
      attended: wasAt(meeting, person.employeeId, context.communities),
    })),
    recognitions: person.recognitions,
    predicates: person.predicates,
    timeline,
  };
}

/** The training with what told it: everything about it stands in the stream of its batch. */
function withSources(
  training: TrainingRecord,
  byStream: ReadonlyMap<string, readonly TimelineEntry[]>,
): PersonView['training'][number] {
  const entries = byStream.get(`batch-${training.batchId}`) ?? [];
  return { ...training, sources: [...entries].sort((a, b) => a.revision - b.revision) };
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

function standingAssessments(person: PersonHistory) {
  return person.assessments
    .filter(({ correctedBy }) => correctedBy === null)
    .map((assessment) => ({ ...assessment, eventId: assessment.source.eventId }));
}

function jpOn(person: PersonHistory, policy: PolicyInView | undefined, on: LocalDate): JpYear {
  const year = yearOf(on);
  const credits = person.credits.filter(
    (credit) => credit.correctedBy === null && credit.year === year && credit.activityDate <= on,
  );
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
