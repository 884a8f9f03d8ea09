import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { makerOf } from '../../values/acts.js';
import { type LocalDate, within } from '../../values/local-date.js';
import type { Acting, AuthorityRole } from '../authority/events.js';
import { type Authority, lastDay } from '../authority/state.js';

/** What officials call each role, in both languages. */
export const roleNames: Readonly<Record<AuthorityRole, string>> = {
  ppk: 'PPK',
  pyb: 'PyB',
  bkpsdm: 'BKPSDM',
  opd: 'OPD',
  inspektorat: 'Inspektorat',
};
const actingNames = { plt: 'Plt.', plh: 'Plh.' } as const;
const list = (roles: readonly AuthorityRole[], or: string): string =>
  roles.map((role) => roleNames[role]).join(` ${or} `);

export const R01 = rule('R01', {
  text: {
    en: 'The act needs the named authority, valid on the day of the act and not ended; acting officials (Plt., Plh.) hold it by decree and for a period.',
    id: 'Tindakan memerlukan kewenangan yang disebut, berlaku pada hari tindakan dan belum berakhir; Plt. dan Plh. memegangnya dengan surat keputusan dan untuk suatu masa.',
  },
  refusals: {
    noAuthority: (d: { needed: readonly AuthorityRole[] }) => ({
      en: `This act needs the authority of ${list(d.needed, 'or')}, and none was given. Send it again with actor.authorityId of a valid grant.`,
      id: `Tindakan ini memerlukan kewenangan ${list(d.needed, 'atau')}, tetapi tidak disertakan. Kirim lagi dengan actor.authorityId dari kewenangan yang berlaku.`,
    }),
    unknownAuthority: () => ({
      en: 'There is no grant under the authority id that was given. Check actor.authorityId.',
      id: 'Tidak ada pemberian kewenangan dengan id yang disertakan. Periksa actor.authorityId.',
    }),
    notHolder: (d: { subjectId: string }) => ({
      en: `The authority given belongs to somebody else than ${d.subjectId}. Let its holder act, or state for whom you type in onBehalfOf.`,
      id: `Kewenangan yang disertakan bukan milik ${d.subjectId}. Mintalah pemegangnya bertindak, atau sebutkan untuk siapa Anda mengetik pada onBehalfOf.`,
    }),
    wrongRole: (d: { needed: readonly AuthorityRole[]; held: AuthorityRole }) => ({
      en: `This act needs the authority of ${list(d.needed, 'or')}; the one given is of ${roleNames[d.held]}. Bring it before the right official.`,
      id: `Tindakan ini memerlukan kewenangan ${list(d.needed, 'atau')}; yang disertakan adalah ${roleNames[d.held]}. Ajukan kepada pejabat yang tepat.`,
    }),
    actingWithoutEnd: (d: { acting: 'plt' | 'plh' }) => ({
      en: `An acting official (${actingNames[d.acting]}) holds an authority for a period, and no last day was given. Give to, as the decree says.`,
      id: `${actingNames[d.acting]} memegang kewenangan untuk suatu masa, tetapi hari terakhirnya tidak disebut. Isi to sesuai surat keputusan.`,
    }),
    notInForce: (d: { on: string; from: string; to: string | undefined }) => ({
      en: `The authority is not in force on ${d.on} (valid from ${d.from}${d.to === undefined ? '' : ` to ${d.to}`}). Use a grant that covers the day of the act.`,
      id: `Kewenangan tidak berlaku pada ${d.on} (berlaku sejak ${d.from}${d.to === undefined ? '' : ` sampai ${d.to}`}). Gunakan kewenangan yang mencakup hari tindakan.`,
    }),
  },
});

/** Refuses an act whose maker does not hold one of the authorities on that day (R01). */
export function authorised(
  command: IssuedCommand,
  authority: Authority | undefined,
  needed: readonly AuthorityRole[],
  on: LocalDate,
): Rejection | undefined {
  if (authority === undefined) return R01.refuse('noAuthority', { needed });
  if (authority.status === 'none') return R01.refuse('unknownAuthority', {});
  const { subjectId } = makerOf(command);
  if (authority.subjectId !== subjectId) return R01.refuse('notHolder', { subjectId });
  if (!needed.includes(authority.role)) return R01.refuse('wrongRole', { needed, held: authority.role });
  const from = authority.from;
  const to = lastDay(authority);
  if (!within(on, { from, ...(to !== undefined && { to }) })) return R01.refuse('notInForce', { on, from, to });
  return undefined;
}

/** Refuses an acting official without a last day (R01). */
export function actingForAPeriod(grant: {
  readonly acting: Acting;
  readonly to?: LocalDate | undefined;
}): Rejection | undefined {
  const { acting, to } = grant;
  return acting === 'none' || to !== undefined ? undefined : R01.refuse('actingWithoutEnd', { acting });
}
