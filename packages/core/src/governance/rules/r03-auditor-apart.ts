import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { HeldAuthority } from '../../registers/authorities-of.js';
import type { SubjectId } from '../../values/ids.js';
import { LocalDate, overlap } from '../../values/local-date.js';
import type { AuthorityRole } from '../authority/events.js';
import { roleNames } from './r01-authority.js';

export const R03 = rule('R03', {
  text: {
    en: 'Auditors stand apart: whoever holds the authority of the Inspektorat holds no operating authority (PPK, PyB, BKPSDM, OPD) in the same period.',
    id: 'Auditor terpisah: pemegang kewenangan Inspektorat tidak memegang kewenangan operasional (PPK, PyB, BKPSDM, OPD) pada masa yang sama.',
  },
  refusals: {
    auditorOperates: (d: { subjectId: string; given: AuthorityRole; held: AuthorityRole; authorityId: string }) => ({
      en: `${d.subjectId} holds the authority of ${roleNames[d.held]} (${d.authorityId}) in that period and cannot hold that of ${roleNames[d.given]} besides. End the other first, choose another period, or name somebody else.`,
      id: `${d.subjectId} memegang kewenangan ${roleNames[d.held]} (${d.authorityId}) pada masa itu, sehingga tidak dapat sekaligus memegang kewenangan ${roleNames[d.given]}. Akhiri dahulu yang lain, pilih masa lain, atau tunjuk orang lain.`,
    }),
  },
});

/** Refuses a grant that would make one person auditor and operating official on the same day (R03). */
export function auditorApart(
  grant: {
    readonly subjectId: SubjectId;
    readonly role: AuthorityRole;
    readonly from: LocalDate;
    readonly to?: LocalDate;
  },
  held: readonly HeldAuthority[],
): Rejection | undefined {
  const audits = (role: AuthorityRole): boolean => role === 'inspektorat';
  const clash = held.find(
    (other) => audits(other.role) !== audits(grant.role) && overlap(closed(other), closed(grant)),
  );
  if (clash === undefined) return undefined;
  const { subjectId, role: given } = grant;
  return R03.refuse('auditorOperates', { subjectId, given, held: clash.role, authorityId: clash.authorityId });
}

/** What has no end is taken to last as long as a date can be written. */
const closed = ({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate }) => ({ from, to: to ?? NEVER });
const NEVER = LocalDate.parse('9999-12-31');
