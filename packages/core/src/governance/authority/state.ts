import { type FactRequest, type IssuedCommand, stream } from '@pembinaan/event-sourcing';
import type { SubjectId } from '../../values/ids.js';
import { addDays, type LocalDate } from '../../values/local-date.js';
import { AuthorityEnded, AuthorityGranted, type AuthorityRole } from './events.js';

export type Authority =
  | { readonly status: 'none' }
  | {
      readonly status: 'granted';
      readonly subjectId: SubjectId;
      readonly role: AuthorityRole;
      readonly scope: string;
      readonly from: LocalDate;
      /** The last day of the grant. */
      readonly to: LocalDate | undefined;
      /** The first day on which it no longer holds, where it was ended. */
      readonly endedOn: LocalDate | undefined;
    };

type Granted = Extract<Authority, { status: 'granted' }>;

export const authorityState = stream('authority', {
  events: [AuthorityGranted, AuthorityEnded],
  initial: (): Authority => ({ status: 'none' }),
}).evolve({
  AuthorityGranted: (_, { data }) => ({
    status: 'granted',
    subjectId: data.subjectId,
    role: data.role,
    scope: data.scope,
    from: data.from,
    to: data.to,
    endedOn: undefined,
  }),
  AuthorityEnded: (authority, { data }) =>
    authority.status === 'granted' ? { ...authority, endedOn: data.on } : authority,
});

/** The last day on which an authority holds: that of the grant, or the day before it was ended; undefined while it is open. */
export function lastDay({ to, endedOn }: Pick<Granted, 'to' | 'endedOn'>): LocalDate | undefined {
  if (endedOn === undefined) return to;
  const dayBefore = addDays(endedOn, -1);
  return to === undefined || dayBefore < to ? dayBefore : to;
}

/** The authority under which the actor says that he acts, as a fact. */
export function authorityOf(command: IssuedCommand): FactRequest<Authority> | undefined {
  return command.actor.authorityId === undefined ? undefined : authorityState.at(command.actor.authorityId);
}
