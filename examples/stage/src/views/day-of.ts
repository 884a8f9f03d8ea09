import { localDate } from '@pembinaan/core';

/** The day on which something happened, as the five regions count it (WIB): what happens before 07:00 there lies on the day before in UTC. */
export function dayOf(occurredAt: string): string {
  return localDate(occurredAt, 'Asia/Jakarta');
}
