import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { JpRule, PolicyFigures } from '../../governance/policy/figures.js';
import { statusName } from '../../governance/rules/names.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { type DevelopmentForm, developmentForms } from '../../values/development-form.js';
import type { SubjectId } from '../../values/ids.js';

export const R22 = rule('R22', {
  text: {
    en: 'JP are credited by the table of the policy for the form on the day of the activity, within the caps for each person by day or month; what is above is kept but does not count, and one source is credited once.',
    id: 'JP dikreditkan menurut tabel kebijakan untuk bentuk pengembangan pada hari kegiatan, dalam batas per orang per hari atau per bulan; kelebihannya disimpan tetapi tidak dihitung, dan satu sumber dikreditkan satu kali.',
  },
  refusals: {
    formNotInTable: (d: { form: DevelopmentForm }) => ({
      en: `The JP table of the policy has no rule for ${d.form} (${developmentForms[d.form].en}). Choose another form, or adopt a policy version that counts it.`,
      id: `Tabel JP kebijakan tidak memuat aturan untuk ${d.form} (${developmentForms[d.form].id}). Pilih bentuk lain, atau tetapkan versi kebijakan yang menghitungnya.`,
    }),
    notCountable: (d: { form: DevelopmentForm; mode: JpRule['mode'] }) => ({
      en: `The JP table counts ${d.form} in the mode '${d.mode}', for which this source or the table has no figure. Adopt a policy version whose table fits this form.`,
      id: `Tabel JP menghitung ${d.form} dengan cara '${d.mode}', tetapi sumber ini atau tabel tidak memuat angkanya. Tetapkan versi kebijakan yang tabelnya sesuai untuk bentuk ini.`,
    }),
    wrongLedger: (d: { ledgerId: string; expected: string }) => ({
      en: `The JP belong to the ledger ${d.expected}, by the person and the year of the activity, not to ${d.ledgerId}. Send the command to ${d.expected}.`,
      id: `JP ini masuk ke buku JP ${d.expected}, menurut orang dan tahun kegiatannya, bukan ke ${d.ledgerId}. Kirim perintah ke ${d.expected}.`,
    }),
    notCompleted: (d: { employeeId: string; batchId: string; status: string }) => ({
      en: `${d.employeeId} is ${statusName(d.status).en} in the batch ${d.batchId}; JP are credited for a completed outcome only. Have the outcome decided first.`,
      id: `${d.employeeId} berstatus ${statusName(d.status).id} pada angkatan ${d.batchId}; JP hanya dikreditkan untuk hasil akhir yang selesai. Mintalah hasil akhirnya diputuskan dahulu.`,
    }),
    batchCancelled: (d: { batchId: string }) => ({
      en: `The batch ${d.batchId} was cancelled; it earns no JP. Credit another source.`,
      id: `Angkatan ${d.batchId} dibatalkan sehingga tidak menghasilkan JP. Kreditkan sumber lain.`,
    }),
    notConfirmed: (d: { sessionId: string; status: string }) => ({
      en: `The session ${d.sessionId} is ${statusName(d.status).en}; JP are credited once the other party has confirmed it, never for a disputed one. Have it confirmed first.`,
      id: `Sesi ${d.sessionId} berstatus ${statusName(d.status).id}; JP dikreditkan setelah pihak lain mengonfirmasi, tidak pernah untuk sesi yang dibantah. Mintalah konfirmasinya dahulu.`,
    }),
    notTheMentee: (d: { employeeId: string; mentorshipId: string }) => ({
      en: `${d.employeeId} is not the mentee of the mentorship ${d.mentorshipId}; its sessions earn JP for the mentee. Credit them to the mentee.`,
      id: `${d.employeeId} bukan peserta pendampingan ${d.mentorshipId}; sesinya menghasilkan JP bagi yang didampingi. Kreditkan kepada yang didampingi.`,
    }),
    alreadyCredited: (d: { employeeId: string; source: string }) => ({
      en: `The source ${d.source} is credited to ${d.employeeId} already. Send a correction that names the credit it corrects.`,
      id: `Sumber ${d.source} sudah dikreditkan kepada ${d.employeeId}. Kirim koreksi yang menyebut kredit yang diperbaiki.`,
    }),
  },
});

export const R23 = rule('R23', {
  text: {
    en: 'Nobody verifies JP of his own; a superior may verify those of his staff, but not those of sessions in which he was the mentor.',
    id: 'Tidak ada yang memverifikasi JP miliknya sendiri; atasan boleh memverifikasi JP stafnya, tetapi tidak untuk sesi yang ia dampingi.',
  },
  refusals: {
    ownJp: (d: { employeeId: string }) => ({
      en: `${d.employeeId} would verify JP of his or her own, directly or through an operator. Ask somebody else to verify them.`,
      id: `${d.employeeId} akan memverifikasi JP miliknya sendiri, langsung atau melalui operator. Mintalah orang lain memverifikasinya.`,
    }),
    ownMentee: (d: { mentorId: string; employeeId: string }) => ({
      en: `${d.mentorId} was the mentor of ${d.employeeId} in this session and cannot verify its JP. Ask somebody else to verify them.`,
      id: `${d.mentorId} adalah mentor ${d.employeeId} pada sesi ini sehingga tidak dapat memverifikasi JP-nya. Mintalah orang lain memverifikasinya.`,
    }),
  },
});

/** The rule of the JP table for a form. */
export function jpRuleFor(form: DevelopmentForm, figures: PolicyFigures): JpRule | undefined {
  return figures['jp.table'].value.find((rule) => rule.form === form);
}

/** Refuses a form that the JP table does not count (R22). */
export function formCounted(form: DevelopmentForm, figures: PolicyFigures): Rejection | undefined {
  return jpRuleFor(form, figures) === undefined ? R22.refuse('formNotInTable', { form }) : undefined;
}

/** Refuses a verification by the person who gets the JP, or by the mentor of the session; the operator counts (R23, R04). */
export function verifiedByAnother(
  command: IssuedCommand,
  employeeId: SubjectId,
  mentorId: SubjectId | undefined,
): Rejection | undefined {
  const verifiers = subjectsOf(makerOf(command));
  if (verifiers.includes(employeeId)) return R23.refuse('ownJp', { employeeId });
  if (mentorId !== undefined && verifiers.includes(mentorId)) return R23.refuse('ownMentee', { mentorId, employeeId });
  return undefined;
}
