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
