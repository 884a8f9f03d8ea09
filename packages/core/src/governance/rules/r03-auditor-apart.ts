import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { HeldAuthority } from '../../registers/authorities-of.js';
import type { SubjectId } from '../../values/ids.js';
import { LocalDate, overlap, within } from '../../values/local-date.js';
import { RecordPersonalDataAccess } from '../access-log/commands.js';
import { CloseAuditFinding, RaiseAuditFinding } from '../audit/commands.js';
import type { AuthorityRole } from '../authority/events.js';
import { roleNames } from './r01-authority.js';

export const R03 = rule('R03', {
  text: {
    en: 'Auditors stand apart: whoever holds the authority of the Inspektorat holds no operating authority (PPK, PyB, BKPSDM, OPD) in the same period, writes nothing but findings, and does not audit what he or she did before; a finding closed as followed up says what was done.',
    id: 'Auditor terpisah: pemegang kewenangan Inspektorat tidak memegang kewenangan operasional (PPK, PyB, BKPSDM, OPD) pada masa yang sama, hanya menulis temuan, dan tidak mengaudit perbuatannya sendiri; temuan yang ditutup karena telah ditindaklanjuti menyebut tindak lanjutnya.',
  },
  refusals: {
    auditorOperates: (d: { subjectId: string; given: AuthorityRole; held: AuthorityRole; authorityId: string }) => ({
      en: `${d.subjectId} holds the authority of ${roleNames[d.held]} (${d.authorityId}) in that period and cannot hold that of ${roleNames[d.given]} besides. End the other first, choose another period, or name somebody else.`,
      id: `${d.subjectId} memegang kewenangan ${roleNames[d.held]} (${d.authorityId}) pada masa itu, sehingga tidak dapat sekaligus memegang kewenangan ${roleNames[d.given]}. Akhiri dahulu yang lain, pilih masa lain, atau tunjuk orang lain.`,
    }),
    auditorWrites: (d: { authorityId: string; on: string }) => ({
      en: `Who makes this act, or types it, holds the authority of ${roleNames.inspektorat} (${d.authorityId}) on ${d.on}; auditors only write findings. Have it done and typed by people of the operating offices, or raise a finding instead.`,
      id: `Yang melakukan tindakan ini, atau yang mengetiknya, memegang kewenangan ${roleNames.inspektorat} (${d.authorityId}) pada ${d.on}; auditor hanya menulis temuan. Mintalah orang dari perangkat pelaksana melakukan dan mengetiknya, atau sampaikan temuan.`,
    }),
    ownAct: (d: { subjectId: string; stream: string; revision: number }) => ({
      en: `${d.subjectId} made or typed the event ${d.revision} of ${d.stream} and cannot audit it. Ask another auditor.`,
      id: `${d.subjectId} membuat atau mengetik peristiwa ${d.revision} dari ${d.stream}, sehingga tidak dapat mengauditnya. Mintalah auditor lain.`,
    }),
    followUpMissing: () => ({
      en: 'The finding would be closed as followed up, and nothing says what was done. Give at least one reference in followUpRefs, or another reason.',
      id: 'Temuan akan ditutup karena telah ditindaklanjuti, tetapi tindak lanjutnya tidak disebut. Isi paling sedikit satu rujukan pada followUpRefs, atau pilih alasan lain.',
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

/** What an auditor may send: findings, and the note that he read personal data. */
const AUDITORS_OWN: readonly string[] = [RaiseAuditFinding, CloseAuditFinding, RecordPersonalDataAccess].map(
  ({ type }) => type,
);

/**
 * Refuses an operating command of an auditor (R03).
 * @param held the authorities of all who have a hand in the command, maker and operator: who types for somebody writes, too (R04)
 * @param on the day on which that happened what the command tells
 */
export function auditorsOnlyAudit(
  command: Pick<IssuedCommand, 'type'>,
  held: readonly HeldAuthority[],
  on: LocalDate,
): Rejection | undefined {
  if (AUDITORS_OWN.includes(command.type)) return undefined;
  const auditing = held.find((authority) => authority.role === 'inspektorat' && within(on, authority));
  return auditing && R03.refuse('auditorWrites', { authorityId: auditing.authorityId, on });
}

/** What has no end is taken to last as long as a date can be written. */
const closed = ({ from, to }: { readonly from: LocalDate; readonly to?: LocalDate }) => ({ from, to: to ?? NEVER });
const NEVER = LocalDate.parse('9999-12-31');
