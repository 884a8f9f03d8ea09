import { isInstant } from '@pembinaan/event-sourcing';
import * as z from 'zod';

/** A calendar day in the time zone of the agency, `2026-03-02`. Sorts as text. */
export const LocalDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.output<typeof LocalDate>;

/** A calendar year. */
export const Year = z.int().min(1945).max(2200).brand<'Year'>();
export type Year = z.output<typeof Year>;

/** From a day to a day, both included. */
export const Period = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .refine((period) => period.from <= period.to, { message: 'the period ends before it begins', path: ['to'] });
export type Period = z.output<typeof Period>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day on which an instant falls in a time zone.
 * @param timeZone an IANA name, such as `Asia/Jakarta`
 */
export function localDate(instant: string, timeZone: string): LocalDate {
  // No time zone changes its day within a minute, and what happens together is asked about together.
  if (!isInstant(instant)) return dayOf(instant, timeZone);
  const minute = `${timeZone} ${instant.slice(0, MINUTE)}`;
  const before = days.get(minute);
  if (before !== undefined) return before;
  const day = dayOf(instant, timeZone);
  if (days.size >= REMEMBERED) days.clear();
  days.set(minute, day);
  return day;
}

const days = new Map<string, LocalDate>();
const REMEMBERED = 2000;
/** How many characters of an instant tell its minute. */
const MINUTE = '2026-03-02T01:30'.length;

function dayOf(instant: string, timeZone: string): LocalDate {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return LocalDate.parse(format.format(new Date(instant)));
}

/** The day that many days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return LocalDate.parse(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}

/** The same day that many months later; the last day of the month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + months);
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(Number(date.slice(8)), days));
  return LocalDate.parse(month.toISOString().slice(0, 10));
}

/** Whole days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The year of a day. */
export function yearOf(date: LocalDate): Year {
  return Year.parse(Number(date.slice(0, 4)));
}

/** The month of a day, `2026-03`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** Tells whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Tells whether the day lies in the period; an open end never ends. */
export function within(date: LocalDate, period: { readonly from: LocalDate; readonly to?: LocalDate }): boolean {
  return period.from <= date && (period.to === undefined || date <= period.to);
}

/**
 * Of dated things, the one that applies on a day: the one that began last by then; of two that began on one day, the later in the list.
 */
export function latestBy<T>(things: readonly T[], date: string, dateOf: (thing: T) => string): T | undefined {
  return things.reduce<T | undefined>((found, thing) => {
    const from = dateOf(thing);
    return from <= date && (found === undefined || from >= dateOf(found)) ? thing : found;
  }, undefined);
}
