import { EventSourcingError, type Instant, isInstant } from '@pembinaan/event-sourcing';
import { LocalDate } from '../values/local-date.js';

/** Both clocks of a question: what was true on a day, as it was known at a moment. */
export interface AsOf {
  /** The day that is asked about, such as `2026-06-30`. */
  readonly effective: string;
  /** Only what was recorded at or before this moment; everything that is known now when absent. */
  readonly recorded?: Instant | undefined;
  /** Only what stands up to this position of the log, inclusive. */
  readonly position?: string | undefined;
}

export type CheckedAsOf = AsOf & { readonly effective: LocalDate };

/** The years that the domain knows, with a year to look back and ahead. */
const [FIRST_DAY, LAST_DAY] = ['1901-01-01', '2198-12-31'];

/** @throws RangeError for a day that is none; EventSourcingError `invalid-context` for a moment that is none. */
export function checkedAsOf(clocks: AsOf): CheckedAsOf {
  const { effective, recorded } = clocks;
  if (recorded !== undefined && !isInstant(recorded)) {
    throw new EventSourcingError('invalid-context', `recorded '${recorded}' is not an instant.`, {
      todo: 'Write it in UTC as 2026-03-02T01:30:00.000Z.',
    });
  }
  const day = LocalDate.safeParse(effective);
  if (!day.success) throw new RangeError(`'${effective}' is not a day such as 2026-12-31.`);
  if (day.data < FIRST_DAY || LAST_DAY < day.data) {
    throw new RangeError(`'${effective}' is not a day from ${FIRST_DAY} to ${LAST_DAY}.`);
  }
  return { ...clocks, effective: day.data };
}

/**
 * The position that is asked for, or the end of the log where that is earlier.
 * @throws RangeError for what is no position of this log: positions are compared as text, and all of a log are equally long.
 */
export function positionWithin(asked: string | undefined, end: string): string {
  if (asked === undefined || asked === '') return asked ?? end;
  if (end !== '' && asked.length !== end.length) {
    throw new RangeError(`'${asked}' is no position of this log, which stands at '${end}'.`);
  }
  return asked < end ? asked : end;
}
