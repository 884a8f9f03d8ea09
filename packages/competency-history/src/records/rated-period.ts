import { LocalDate, type Period, type RatedPeriod } from '@pembinaan/core';

/** The first and the last day of a rated period. */
export function daysOf({ year, quarter }: RatedPeriod): Period {
  const [first, last] = quarter === undefined ? ['01-01', '12-31'] : (QUARTERS[quarter - 1] ?? ['01-01', '12-31']);
  return { from: LocalDate.parse(`${year}-${first}`), to: LocalDate.parse(`${year}-${last}`) };
}

const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
