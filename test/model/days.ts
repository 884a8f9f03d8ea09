/** Days as the model and its auditors count them, apart from those of the library. A day is written `2026-03-02`. */

const DAY = 86_400_000;
/** All agencies of the model lie in the time zone of the capital, which has no summer time. */
const JAKARTA = 7 * 3_600_000;

/** The day on which an instant falls in the capital. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + JAKARTA).toISOString().slice(0, 10);
}

/** An instant of that day, in the morning. */
export function morningOf(day: string): string {
  return new Date(Date.parse(`${day}T09:00:00Z`) - JAKARTA).toISOString();
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last day of that month. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  const first = Date.UTC(year ?? 0, (month ?? 1) - 1 + months, 1);
  const last = new Date(Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(first + (Math.min(date ?? 1, last) - 1) * DAY).toISOString().slice(0, 10);
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Tells whether two periods share a day. */
export function share(a: Days, b: Days): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Tells whether a day is a working day of an agency without holidays. */
export function works(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day that is so many working days later. */
export function plusWorkingDays(day: string, workingDays: number): string {
  let found = day;
  for (let left = workingDays; left > 0; ) {
    found = plusDays(found, 1);
    if (works(found)) left--;
  }
  return found;
}
