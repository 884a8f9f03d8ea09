import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, Retroactive, reasonFrom } from '../../values/acts.js';
import { SubjectId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** Who may decide what: domain.md 1.2. `ppk` is the Pejabat Pembina Kepegawaian, never the procurement officer of the same letters. */
export const AuthorityRole = z.enum(['ppk', 'pyb', 'bkpsdm', 'opd', 'inspektorat']);
export type AuthorityRole = z.output<typeof AuthorityRole>;

/** Whether the office is held in full, or by an acting official (Plt., Plh.). */
export const Acting = z.enum(['none', 'plt', 'plh']);
export type Acting = z.output<typeof Acting>;

export const AuthorityGranted = event(
  'AuthorityGranted',
  z.strictObject({
    subjectId: SubjectId,
    role: AuthorityRole,
    /** What it extends to, such as the agency or one unit. */
    scope: z.string().min(1).max(100),
    acting: Acting,
    decree: Decree,
    from: LocalDate,
    /** The last day; an acting official must have one (R01). */
    to: LocalDate.exactOptional(),
    retroactive: Retroactive.exactOptional(),
    grantedBy: Maker,
  }),
).describe({
  number: 75,
  en: 'A person is given an authority for a period, by decree.',
  id: 'Seseorang diberi kewenangan untuk suatu masa, dengan surat keputusan.',
  basis: 'UU 20/2023; acting officials (Plt./Plh.)',
});

export const AuthorityEnded = event(
  'AuthorityEnded',
  z.strictObject({
    /** Whose authority ends: for the register of a person's authorities (R03). */
    subjectId: SubjectId,
    /** First day on which it no longer holds. */
    on: LocalDate,
    reason: reasonFrom(['endOfTerm', 'transferred', 'resigned', 'replaced']),
    endedBy: Maker,
  }),
).describe({
  number: 76,
  en: 'An authority ends.',
  id: 'Suatu kewenangan berakhir.',
  basis: 'UU 20/2023; acting officials (Plt./Plh.)',
});
