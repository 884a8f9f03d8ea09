/** A moment in UTC with milliseconds, `2026-03-02T01:30:00.000Z`: one fixed form, so that instants sort as text. */
export type Instant = string;

const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** Tells whether a value is an instant in the one form that this library stores. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !INSTANT.test(value)) return false;
  // Every month has 28 days; only beyond them is the calendar asked.
  return value.slice(8, 10) <= '28' || isDayOfCalendar(value);
}

function isDayOfCalendar(value: string): boolean {
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
}
