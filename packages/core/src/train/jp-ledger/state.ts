import { stream } from '@pembinaan/event-sourcing';
import type { Jp } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type { LocalDate } from '../../values/local-date.js';
import { JpCredited, type JpPart, type JpSource, sourceKey } from './events.js';

export interface Credit {
  readonly source: JpSource;
  readonly form: DevelopmentForm;
  readonly activityDate: LocalDate;
  readonly jpCredited: Jp;
  /** The JP by meeting or day, for the caps; one part on the activity date for most. */
  readonly parts: readonly JpPart[];
}

export interface JpLedger {
  readonly credits: readonly Credit[];
}

/** One ledger for each person and calendar year; its id is `<employeeId>-<year>`. */
export const jpLedgerState = stream('jpLedger', {
  events: [JpCredited],
  initial: (): JpLedger => ({ credits: [] }),
}).evolve({
  JpCredited: (ledger, { data }) => {
    const { source, form, activityDate, jpRaw, jpCredited } = data;
    const parts = data.parts ?? [{ date: activityDate, jpRaw, jpCredited }];
    // A source stands in a ledger once: a second credit of it is a correction and takes the place of the first.
    const others = ledger.credits.filter((credit) => sourceKey(credit.source) !== sourceKey(source));
    return { credits: [...others, { source, form, activityDate, jpCredited, parts }] };
  },
});

/** The id of the ledger of a person in a calendar year. */
export function jpLedgerId(employeeId: string, year: number): string {
  return `${employeeId}-${year}`;
}
