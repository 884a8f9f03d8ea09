import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, contractYear, LocalDate } from '../../src/values/index.js';

const day = (text: string) => LocalDate.parse(text);

describe('the contract year of a PPPK', () => {
  it.each([
    ['before it begins', '2025-03-01', '2025-02-28', -1],
    ['on the first day', '2025-03-01', '2025-03-01', 0],
    ['across the turn of the calendar year', '2025-03-01', '2026-01-01', 0],
    ['on the day before the first anniversary', '2025-03-01', '2026-02-28', 0],
    ['on the first anniversary', '2025-03-01', '2026-03-01', 1],
    ['on the day before the anniversary in a leap year', '2025-03-01', '2028-02-29', 2],
    ['after it was prolonged for years', '2025-03-01', '2035-02-28', 9],
    ['that began on 29 February, on the last day of its first year', '2024-02-29', '2025-02-28', 0],
    ['that began on 29 February, once a whole year is over', '2024-02-29', '2025-03-01', 1],
    ['that began on 29 February, on the day before it comes back', '2024-02-29', '2028-02-28', 3],
    ['that began on 29 February, when it comes back', '2024-02-29', '2028-02-29', 4],
    ['that began on 31 December, on the day before', '2025-12-31', '2026-12-30', 0],
    ['that began on 31 December, on the anniversary', '2025-12-31', '2026-12-31', 1],
    ['that began on 1 January: then it is the calendar year', '2025-01-01', '2026-01-01', 1],
  ])('%s', (_, from, date, year) => expect(contractYear({ from: day(from) }, day(date))).toBe(year));

  it('grows by one from one day to the next at most, and by ten in ten years', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    const dayOf = (date: Date) => day(date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, days, (start, date) => {
        const contract = { from: dayOf(start) };
        const step = contractYear(contract, addDays(dayOf(date), 1)) - contractYear(contract, dayOf(date));
        expect([0, 1]).toContain(step);
        // From 29 February on, ten years end on 28 February.
        const tenYears = addDays(addMonths(contract.from, 120), 1);
        expect(contractYear(contract, tenYears)).toBe(10);
      }),
    );
  });
});

describe('the same day some months later', () => {
  it.each([
    ['2026-05-11', 0, '2026-05-11'],
    ['2024-05-11', 24, '2026-05-11'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months are %s', (date, months, later) => {
    expect(addMonths(day(date), months)).toBe(later);
  });
});
