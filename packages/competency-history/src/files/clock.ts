import { addDays, type LocalDate, lastClaimedDay, localDate } from '@pembinaan/core';
import type { Instant } from '@pembinaan/event-sourcing';
import { daysOf } from '../records/rated-period.js';
import type { AgencyEntry, Entry, PersonEntry } from './entry.js';

/** Both clocks of a question: what was true on a day, as it was known at a moment. */
export interface Clock {
  /** The day that is asked about. */
  readonly effective: LocalDate;
  /** The moment at which that day was over, in the time zone of the agency. */
  readonly before: Instant;
  /** What was recorded later is not known; undefined knows everything. */
  readonly recorded: Instant | undefined;
  /** What stands after this position is not known; undefined knows everything. */
  readonly position: string | undefined;
}

/** Whether an entry was known at the moment of the clock. */
export function isKnown({ recordedAt, position }: Pick<Entry, 'recordedAt' | 'position'>, clock: Clock): boolean {
  if (clock.recorded !== undefined && clock.recorded < recordedAt) return false;
  return clock.position === undefined || position <= clock.position;
}

/** The entries that were known, in the order of their stream. */
export function knownOf<E extends Entry>(entries: readonly E[], clock: Clock): readonly E[] {
  if (clock.recorded === undefined && clock.position === undefined) return entries;
  return entries.filter((entry) => isKnown(entry, clock));
}

/**
 * Of entries that are known, those that count on the day: what was corrected does not, whatever day the correction bears, since a
 * correction says what had been so all along; and what bears a later day does not count yet.
 */
export function standingOf<E extends PersonEntry | AgencyEntry>(known: readonly E[], clock: Clock): readonly E[] {
  const corrected = correctedIn(known);
  return known.filter((entry) => !corrected?.has(entry.eventId) && hasHappened(entry, clock));
}

/** The ids of the events that entries correct; undefined where they correct none. */
export function correctedIn(known: readonly Entry[]): ReadonlySet<string> | undefined {
  let ids: Set<string> | undefined;
  for (const { corrects } of known) {
    if (corrects === undefined) continue;
    ids ??= new Set();
    ids.add(corrects.eventId);
  }
  return ids;
}

/** Whether what an entry tells had come about by the end of the day. */
export function hasHappened(entry: PersonEntry | AgencyEntry, { effective, before }: Clock): boolean {
  const day = ownDay(entry);
  if (day === 'always') return true;
  return day === 'whenItHappened' ? entry.occurredAt < before : day <= effective;
}

/**
 * The day that an entry itself bears: the day of an assessment, of a session, of the last day of a training, however late it was
 * recorded. What bears none came about when it happened. What only says what something is, or how it ought to have been all along, holds
 * on every day: of placements, policies and standards the views themselves ask from when on they hold, and a certificate that was revoked
 * should not have been issued, as its JP are taken back for the whole year; so it is with a claim that was rejected. A claim bears the last
 * day of its activity, as its credit does.
 */
function ownDay(entry: PersonEntry | AgencyEntry): LocalDate | 'always' | 'whenItHappened' {
  switch (entry.type) {
    case 'EmployeeRegistered':
    case 'EmployeePlaced':
    case 'CertificateRevoked':
    case 'JpClaimRejected':
    case 'PolicyVersionAdopted':
    case 'CompetencyStandardEstablished':
    case 'ProgramDesigned':
    case 'HcdpEstablished':
      return 'always';
    case 'EmployeeSeparated':
    case 'WorkplaceLearningCompleted':
      return entry.data.on;
    case 'LearningCommunityFormed':
      return entry.data.formedOn;
    case 'CompetencyAssessed':
      return entry.data.assessedOn;
    case 'PerformancePredicateRecorded':
      return daysOf(entry.data.period).to;
    case 'CertificateIssued':
      return entry.data.period.to;
    case 'JpClaimSubmitted':
      return lastClaimedDay(entry.data.days);
    case 'JpCredited':
      return entry.data.activityDate;
    case 'MentoringSessionRecorded':
    case 'MentoringSessionConfirmed':
    case 'LearningCommunityMet':
      return entry.data.date;
    case 'BehaviourRated':
      return entry.data.ratedOn;
    default:
      return 'whenItHappened';
  }
}

/** The moment at which a day is over in a time zone. */
export function endOfDay(day: LocalDate, timeZone: string): Instant {
  const next = addDays(day, 1);
  const midnight = Date.parse(`${next}T00:00:00.000Z`);
  // Zones lie between 12 hours behind and 14 hours ahead, in quarters of an hour.
  let [before, after] = [-14 * 4, 12 * 4];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    const reached = localDate(new Date(midnight + middle * QUARTER).toISOString(), timeZone) >= next;
    [before, after] = reached ? [before, middle] : [middle, after];
  }
  const first = localDate(new Date(midnight + before * QUARTER).toISOString(), timeZone) >= next ? before : after;
  return new Date(midnight + first * QUARTER).toISOString();
}

const QUARTER = 15 * 60 * 1000;
