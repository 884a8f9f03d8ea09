/** Days are counted from 1 January 1970; moments are milliseconds from its beginning, UTC. */
export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const dates: string[] = [];

/** The day as the domain writes it, `2026-03-02`. */
export function dateOf(day: number): string {
  let known = dates[day];
  if (known === undefined) {
    known = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates[day] = known;
  }
  return known;
}

/** The moment as the envelope writes it. */
export function instantOf(moment: number): string {
  const inDay = moment % DAY_MS;
  const hours = Math.floor(inDay / HOUR_MS);
  const minutes = Math.floor((inDay % HOUR_MS) / 60_000);
  const seconds = Math.floor((inDay % 60_000) / 1000);
  const rest = inDay % 1000;
  return `${dateOf(Math.floor(moment / DAY_MS))}T${two(hours)}:${two(minutes)}:${two(seconds)}.${three(rest)}Z`;
}

/** That day of that year; months count from 1. */
export function dayIn(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

export function yearOf(day: number): number {
  return Number(dateOf(day).slice(0, 4));
}

/** The day itself, or the Monday after a weekend. */
export function workingDay(day: number): number {
  // 1 January 1970 was a Thursday.
  const weekday = (day + 3) % 7;
  return weekday < 5 ? day : day + 7 - weekday;
}

/** A moment of that day at work: 08:00 to 16:00 in western Indonesia, which is 01:00 to 09:00 UTC. */
export function atWork(day: number, share: number): number {
  return workingDay(day) * DAY_MS + HOUR_MS + Math.floor(share * 8 * HOUR_MS);
}

const TWO = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function two(value: number): string {
  return TWO[value] ?? '00';
}

function three(value: number): string {
  return String(value).padStart(3, '0');
}
