import { correctedIn, type Entry, type Instant, type Knowledge } from '@pembinaan/event-sourcing';
import { addDays, type LocalDate, localDate } from '../values/local-date.js';
import { ownDay } from './own-day.js';

/** Both clocks of a question: what was true on a day, as far as it was known. */
export interface Clock extends Knowledge {
  /** The day that is asked about. */
  readonly effective: LocalDate;
  /** The moment at which that day was over, in the time zone of the agency. */
  readonly before: Instant;
}

/**
 * Of entries that are known, those that count on the day: what was corrected does not, whatever day the correction bears, since a
 * correction says what had been so all along; and what bears a later day does not count yet.
 */
export function standingOf<E extends Entry>(known: readonly E[], clock: Clock): readonly E[] {
  const corrected = correctedIn(known);
  return known.filter((entry) => !corrected?.has(entry.eventId) && hasHappened(entry, clock));
}

/** Whether what an entry tells had come about by the end of the day. */
export function hasHappened(entry: Entry, { effective, before }: Clock): boolean {
  const day = ownDay(entry);
  if (day === 'always') return true;
  return day === 'whenItHappened' ? entry.occurredAt < before : day <= effective;
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
