import { idOf, projection } from '@pembinaan/event-sourcing';
import { AuthorityEnded, AuthorityGranted, type AuthorityRole } from '../governance/authority/events.js';
import { addDays, type LocalDate } from '../values/local-date.js';

/** An authority of a person, with the days on which it holds. */
export interface HeldAuthority {
  readonly authorityId: string;
  readonly role: AuthorityRole;
  readonly from: LocalDate;
  /** The last day; absent while it is open. */
  readonly to?: LocalDate;
}

/** The authorities of a person, past and present: for the separation of auditors (R03). */
export const authoritiesOf = projection({
  name: 'authorities-of',
  version: 1,
  events: [AuthorityGranted, AuthorityEnded],
  initial: (): { authorities: HeldAuthority[] } => ({ authorities: [] }),
  key: (event) => event.data.subjectId,
  on: {
    AuthorityGranted: (row, { stream, data }) => {
      const { role, from, to } = data;
      row.authorities.push({ authorityId: idOf(stream), role, from, ...(to !== undefined && { to }) });
      return row;
    },
    AuthorityEnded: (row, { stream, data }) => {
      const authorityId = idOf(stream);
      const dayBefore = addDays(data.on, -1);
      row.authorities = row.authorities.flatMap((held) => {
        if (held.authorityId !== authorityId || (held.to !== undefined && held.to <= dayBefore)) return held;
        // One that ended before it began held on no day.
        return dayBefore < held.from ? [] : { ...held, to: dayBefore };
      });
      return row;
    },
  },
});
