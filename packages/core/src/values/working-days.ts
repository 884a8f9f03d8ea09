import { addDays, type LocalDate } from './local-date.js';

/** On which days an agency works. */
export interface WorkingCalendar {
  works(day: LocalDate): boolean;
  /** Tells whether the list of holidays is whole for that day; where it is not, a count may come out some days too early. */
  knows(day: LocalDate): boolean;
}

/** A last day, and whether all holidays up to it are known. */
export interface Deadline {
  readonly due: LocalDate;
  readonly certain: boolean;
}

/**
 * The day that is so many working days after a day. The day itself is not counted: one working day after a Friday is Monday, and so it is
 * after a Saturday.
 *
 * @param workingDays 0 or more; 0 is the day itself
 * @throws RangeError for a count below zero or not whole, or a calendar that knows no working day within a year
 */
export function addWorkingDays(from: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  return deadline(from, workingDays, calendar).due;
}

/** As {@link addWorkingDays}, and whether every holiday on the way is known. */
export function deadline(from: LocalDate, workingDays: number, calendar: WorkingCalendar): Deadline {
  if (!Number.isInteger(workingDays) || workingDays < 0) {
    throw new RangeError(`${workingDays} is no number of working days: give a whole number from 0.`);
  }
  let due = from;
  let certain = true;
  let idle = 0;
  for (let left = workingDays; left > 0; ) {
    due = addDays(due, 1);
    certain &&= calendar.knows(due);
    idle = calendar.works(due) ? 0 : idle + 1;
    if (idle === 0) left--;
    if (idle > 366) throw new RangeError(`The calendar knows no working day in the year up to ${due}.`);
  }
  return { due, certain };
}

/** Working days after a day, up to and with another; 0 where the other is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.works(day)) count++;
  return count;
}

/** The first day on or after a day on which the agency works. */
export function workingDayFrom(day: LocalDate, calendar: WorkingCalendar): LocalDate {
  return calendar.works(day) ? day : addWorkingDays(day, 1, calendar);
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekday(day: LocalDate): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}
