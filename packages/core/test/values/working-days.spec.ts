import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  deadline,
  LocalDate,
  type WorkingCalendar,
  weekday,
  workingDayFrom,
  workingDaysBetween,
} from '../../src/values/index.js';

const day = (text: string) => LocalDate.parse(text);

/** A calendar of five or six days with these holidays, whose list is whole for 2026. */
const calendar = (holidays: readonly string[] = [], workweek = [1, 2, 3, 4, 5]): WorkingCalendar => ({
  works: (date) => workweek.includes(weekday(date)) && !holidays.includes(date),
  knows: (date) => date.startsWith('2026'),
});
const fiveDays = calendar();

describe('the day of the week', () => {
  it.each([
    ['2026-06-01', 1],
    ['2026-06-06', 6],
    ['2026-06-07', 7],
    ['2024-02-29', 4],
    ['2000-01-01', 6],
  ])('of %s is %i', (date, number) => expect(weekday(day(date))).toBe(number));
});

describe('a number of working days after a day', () => {
  it.each([
    ['no days after a Monday: the day itself', '2026-06-01', 0, '2026-06-01'],
    ['no days after a Sunday: the day itself', '2026-06-07', 0, '2026-06-07'],
    ['one after a Monday', '2026-06-01', 1, '2026-06-02'],
    ['one after a Friday', '2026-06-05', 1, '2026-06-08'],
    ['one after a Saturday', '2026-06-06', 1, '2026-06-08'],
    ['one after a Sunday', '2026-06-07', 1, '2026-06-08'],
    ['five after a Monday: the next Monday', '2026-06-01', 5, '2026-06-08'],
    ['fourteen after a Monday', '2026-06-01', 14, '2026-06-19'],
    ['sixty after a Monday', '2026-06-01', 60, '2026-08-24'],
  ])('%s', (_, from, days, due) => expect(addWorkingDays(day(from), days, fiveDays)).toBe(due));

  it('leaves out a holiday', () =>
    expect(addWorkingDays(day('2026-06-01'), 1, calendar(['2026-06-02']))).toBe('2026-06-03'));

  it('leaves out joint leave next to a holiday and a weekend', () =>
    // Thursday and Friday are off, so that four days pass.
    expect(addWorkingDays(day('2026-06-03'), 1, calendar(['2026-06-04', '2026-06-05']))).toBe('2026-06-08'));

  it('counts a holiday on a Sunday once only', () =>
    expect(addWorkingDays(day('2026-06-05'), 1, calendar(['2026-06-07']))).toBe('2026-06-08'));

  it('counts from a holiday as from any other day', () =>
    expect(addWorkingDays(day('2026-06-02'), 2, calendar(['2026-06-02']))).toBe('2026-06-04'));

  it('counts Saturdays in a week of six days', () => {
    const sixDays = calendar([], [1, 2, 3, 4, 5, 6]);
    expect(addWorkingDays(day('2026-06-05'), 1, sixDays)).toBe('2026-06-06');
    expect(addWorkingDays(day('2026-06-06'), 1, sixDays)).toBe('2026-06-08');
    expect(addWorkingDays(day('2026-06-01'), 6, sixDays)).toBe('2026-06-08');
  });

  it('goes over the end of the year', () =>
    expect(addWorkingDays(day('2026-12-31'), 1, calendar(['2027-01-01']))).toBe('2027-01-04'));

  it.each([-1, 0.5, Number.NaN])('refuses %d days', (days) =>
    expect(() => addWorkingDays(day('2026-06-01'), days, fiveDays)).toThrow(RangeError),
  );

  it('refuses a calendar without a working day, and does not search for ever', () =>
    expect(() => addWorkingDays(day('2026-06-01'), 1, calendar([], []))).toThrow(
      'The calendar knows no working day in the year up to 2027-06-03.',
    ));

  it('accepts a calendar that begins to work after a year', () => {
    const late: WorkingCalendar = { works: (date) => date >= '2027-06-03', knows: () => true };
    expect(addWorkingDays(day('2026-06-01'), 2, late)).toBe('2027-06-04');
  });

  it('is a working day, and there are as many between as were asked for', () => {
    const holidays = fc.subarray(['2026-06-01', '2026-06-16', '2026-08-17', '2026-08-25', '2026-12-25']);
    const starts = fc.integer({ min: 0, max: 300 }).map((days) => addDays(day('2026-01-01'), days));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 60 }), holidays, (from, days, off) => {
        const of = calendar(off);
        const due = addWorkingDays(from, days, of);
        expect(of.works(due)).toBe(true);
        expect(workingDaysBetween(from, due, of)).toBe(days);
        expect(workingDaysBetween(from, addDays(due, -1), of)).toBe(days - 1);
      }),
    );
  });
});

describe('a deadline', () => {
  it('is certain where all holidays on the way are known', () =>
    expect(deadline(day('2026-12-28'), 3, fiveDays)).toEqual({ due: '2026-12-31', certain: true }));

  it('is not certain once it reaches a year whose holidays are not known', () =>
    expect(deadline(day('2026-12-28'), 4, fiveDays)).toEqual({ due: '2027-01-01', certain: false }));

  it('is not certain where only a part of the way is not known', () => {
    const gap: WorkingCalendar = { ...fiveDays, knows: (date) => date !== '2026-06-02' };
    expect(deadline(day('2026-06-01'), 3, gap)).toEqual({ due: '2026-06-04', certain: false });
    expect(deadline(day('2026-06-02'), 3, gap).certain).toBe(true);
  });

  it('of no days is certain: nothing is counted', () =>
    expect(deadline(day('2027-05-05'), 0, fiveDays)).toEqual({ due: '2027-05-05', certain: true }));
});

describe('the working days between two days', () => {
  it.each([
    ['none to the day itself', '2026-06-01', '2026-06-01', 0],
    ['none to an earlier day', '2026-06-05', '2026-06-01', 0],
    ['one to the next day', '2026-06-01', '2026-06-02', 1],
    ['one from Friday to Monday', '2026-06-05', '2026-06-08', 1],
    ['none from Friday to Sunday', '2026-06-05', '2026-06-07', 0],
  ])('%s', (_, from, to, days) => expect(workingDaysBetween(day(from), day(to), fiveDays)).toBe(days));
});

describe('the first working day from a day on', () => {
  it.each([
    ['is the day itself', '2026-06-01', '2026-06-01'],
    ['is Monday from a Saturday on', '2026-06-06', '2026-06-08'],
    ['is Monday from a Sunday on', '2026-06-07', '2026-06-08'],
  ])('%s', (_, from, first) => expect(workingDayFrom(day(from), fiveDays)).toBe(first));

  it('is the day after a holiday', () =>
    expect(workingDayFrom(day('2026-06-02'), calendar(['2026-06-02']))).toBe('2026-06-03'));
});
