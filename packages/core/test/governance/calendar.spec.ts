import { describe, expect, it } from 'vitest';
import { indonesia2026, type PolicyVersion, workingCalendar } from '../../src/governance/policy/index.js';
import { addWorkingDays, deadline, LocalDate, Year } from '../../src/values/index.js';

const day = (text: string) => LocalDate.parse(text);

interface Days {
  readonly holidays?: readonly string[];
  readonly years?: readonly number[];
  readonly workweek?: number[];
}

const version = (effectiveFrom: string, { holidays = [], years = [2026], workweek = [1, 2, 3, 4, 5] }: Days = {}) => ({
  version: `from-${effectiveFrom}`,
  effectiveFrom: day(effectiveFrom),
  figures: {
    ...indonesia2026.figures,
    'calendar.workweek': { value: workweek, basis: 'Set by the agency', certainty: 'agency' as const },
    holidays: {
      value: {
        years: years.map((year) => Year.parse(year)),
        days: holidays.map((date) => ({ date: day(date), name: 'Libur' })),
      },
      basis: 'SKB 3 Menteri',
      certainty: 'agency' as const,
    },
  },
  local: {},
});
const calendarOf = (...versions: readonly PolicyVersion[]) => workingCalendar({ versions });

describe('the working calendar of an agency', () => {
  it('is Monday to Friday without holidays before any policy, and knows no year', () => {
    const calendar = calendarOf();
    expect(['2026-06-05', '2026-06-06', '2026-06-07', '2026-06-08'].map((date) => calendar.works(day(date)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(calendar.knows(day('2026-06-05'))).toBe(false);
  });

  it('does not work on a weekend or a holiday', () => {
    const calendar = calendarOf(version('2026-01-01', { holidays: ['2026-06-01'] }));
    expect(calendar.works(day('2026-06-01'))).toBe(false);
    expect(calendar.works(day('2026-06-02'))).toBe(true);
    expect(calendar.works(day('2026-06-06'))).toBe(false);
  });

  it('works on Saturdays where the agency works six days', () => {
    const calendar = calendarOf(version('2026-01-01', { workweek: [1, 2, 3, 4, 5, 6] }));
    expect(calendar.works(day('2026-06-06'))).toBe(true);
    expect(calendar.works(day('2026-06-07'))).toBe(false);
  });

  it('takes the figures of the earliest version for the days before it, also where that was adopted last', () => {
    const calendar = calendarOf(version('2026-07-01'), version('2026-01-01', { holidays: ['2025-12-26'] }));
    expect(calendar.works(day('2025-12-26'))).toBe(false);
  });

  it('knows the years for which the list is whole', () => {
    const calendar = calendarOf(version('2026-01-01', { years: [2025, 2026] }));
    expect(['2024-12-31', '2025-01-01', '2026-12-31', '2027-01-01'].map((date) => calendar.knows(day(date)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('a deadline over the end of the year', () => {
  const only2026 = version('2026-01-01', { holidays: ['2026-12-24', '2026-12-25'] });

  it('is not certain, and too early, while the list of next year is not adopted', () =>
    expect(deadline(day('2026-12-23'), 5, calendarOf(only2026))).toEqual({ due: '2027-01-01', certain: false }));

  it('is certain once the version of next year holds its list', () => {
    const next = version('2027-01-01', { holidays: ['2027-01-01'], years: [2027] });
    expect(deadline(day('2026-12-23'), 5, calendarOf(only2026, next))).toEqual({ due: '2027-01-04', certain: true });
  });

  it('is certain as well where one version holds both lists', () => {
    const both = version('2026-01-01', {
      holidays: ['2026-12-24', '2026-12-25', '2027-01-01'],
      years: [2026, 2027],
    });
    expect(deadline(day('2026-12-23'), 5, calendarOf(both))).toEqual({ due: '2027-01-04', certain: true });
  });
});

describe('a count during which the policy changes', () => {
  const fiveDays = version('2026-01-01', { holidays: ['2026-07-06'] });
  const sixDays = version('2026-07-01', { workweek: [1, 2, 3, 4, 5, 6], holidays: ['2026-07-02'] });

  it('judges each day by the version in force on it', () => {
    const calendar = calendarOf(fiveDays, sixDays);
    // Saturday 27 June is free, 2 July became a holiday, Saturday 4 July is worked, and Monday 6 July no longer is a holiday.
    expect(calendar.works(day('2026-06-27'))).toBe(false);
    expect(calendar.works(day('2026-07-02'))).toBe(false);
    expect(calendar.works(day('2026-07-04'))).toBe(true);
    expect(calendar.works(day('2026-07-06'))).toBe(true);
    expect(addWorkingDays(day('2026-06-26'), 6, calendar)).toBe('2026-07-06');
  });

  it('would come out otherwise under the first version alone', () =>
    expect(addWorkingDays(day('2026-06-26'), 6, calendarOf(fiveDays))).toBe('2026-07-07'));
});
