import { LocalDate } from '@pembinaan/core';

/**
 * The day of a text.
 * @throws RangeError for what is no day such as 2026-12-31.
 */
export function dayOf(text: string): LocalDate {
  const day = LocalDate.safeParse(text);
  if (!day.success) throw new RangeError(`'${text}' is not a day such as 2026-12-31.`);
  return day.data;
}

/** The last day of a year, or the day asked for where that is earlier. */
export function endOfYear(year: number, on: LocalDate): LocalDate {
  const last = LocalDate.parse(`${year}-12-31`);
  return on < last ? on : last;
}

/** The first day of the year of a day. */
export function beginOfYear(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 4)}-01-01`);
}
