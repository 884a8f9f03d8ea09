import { type LocalDate, type Period, yearOf } from './local-date.js';

/**
 * Which year of a contract a day falls in: 0 until the day before the first anniversary, then 1, and so on, also where the contract was
 * prolonged; below 0 before it begins. It is not the calendar year (PP 49/2018 Pasal 40).
 *
 * A contract that begins on 29 February has its anniversary on 1 March in a year without that day: only then is a whole year over.
 */
export function contractYear(contract: Pick<Period, 'from'>, date: LocalDate): number {
  const beforeAnniversary = date.slice(5) < contract.from.slice(5);
  return yearOf(date) - yearOf(contract.from) - (beforeAnniversary ? 1 : 0);
}
