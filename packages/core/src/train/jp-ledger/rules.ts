import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { JpRule, PolicyFigures } from '../../governance/policy/figures.js';
import { statusName } from '../../governance/rules/names.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { type DevelopmentForm, developmentForms } from '../../values/development-form.js';
import type { SubjectId } from '../../values/ids.js';
import type { JpVariant } from './events.js';
import { jpRuleFor } from './jp-rule.js';

/** What earns the JP of forms that nobody claims for himself. */
const paths = {
  mentorship: { en: 'the confirmed sessions of a mentorship', id: 'sesi pendampingan yang dikonfirmasi' },
  community: { en: 'the meetings of a learning community', id: 'pertemuan komunitas belajar' },
  workplace: { en: 'an assignment to learn at a workplace', id: 'penugasan belajar di tempat kerja' },
} as const;
export type EarningPath = keyof typeof paths;

const nameOf = (form: DevelopmentForm, language: 'en' | 'id', variant?: JpVariant): string =>
  `${form} (${developmentForms[form][language]}${variant === undefined ? '' : `, ${variant}`})`;

export const R22 = rule('R22', {
  text: {
    en: 'JP are credited by the table of the policy for the form on the day of the activity, within the caps for each person by day, month or module; what is above is kept but does not count. One source is credited once over all years, and one document is evidence once; a PPPK who claims has the permission of the office in working hours and has told it outside them.',
    id: 'JP dikreditkan menurut tabel kebijakan untuk bentuk pengembangan pada hari kegiatan, dalam batas per orang per hari, per bulan, atau per modul; kelebihannya disimpan tetapi tidak dihitung. Satu sumber dikreditkan satu kali untuk semua tahun, dan satu dokumen menjadi bukti satu kali; PPPK yang mengajukan klaim memegang izin untuk kegiatan pada jam kerja dan telah memberitahukan kegiatan di luarnya.',
  },
  refusals: {
    formNotInTable: (d: { form: DevelopmentForm; variant?: JpVariant | undefined }) => ({
      en: `The JP table of the policy has no rule for ${nameOf(d.form, 'en', d.variant)}. Choose another form, or adopt a policy version that counts it.`,
      id: `Tabel JP kebijakan tidak memuat aturan untuk ${nameOf(d.form, 'id', d.variant)}. Pilih bentuk lain, atau tetapkan versi kebijakan yang menghitungnya.`,
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
    disproved: (d: { employeeId: string; batchId: string }) => ({
      en: `The corrected records of ${d.employeeId} in the batch ${d.batchId} contradict the outcome, so that it earns no JP. Have the outcome corrected.`,
      id: `Catatan ${d.employeeId} pada angkatan ${d.batchId} yang telah dikoreksi bertentangan dengan hasil akhirnya, sehingga tidak menghasilkan JP. Mintalah hasil akhirnya dikoreksi.`,
    }),
    batchCancelled: (d: { batchId: string }) => ({
      en: `The batch ${d.batchId} was cancelled; it earns no JP. Credit another source.`,
      id: `Angkatan ${d.batchId} dibatalkan sehingga tidak menghasilkan JP. Kreditkan sumber lain.`,
    }),
    certificateRevoked: (d: { employeeId: string; batchId: string; certificateId: string }) => ({
      en: `The certificate ${d.certificateId} of ${d.employeeId} for the batch ${d.batchId} was revoked and no other was issued, so that the batch earns no JP. Have a new certificate issued first, if the outcome stands.`,
      id: `Sertifikat ${d.certificateId} milik ${d.employeeId} untuk angkatan ${d.batchId} dicabut dan belum ada penggantinya, sehingga angkatan itu tidak menghasilkan JP. Mintalah sertifikat baru dahulu bila hasil akhirnya tetap.`,
    }),
    notConfirmed: (d: { sessionId: string; status: string }) => ({
      en: `The session ${d.sessionId} is ${statusName(d.status).en}; JP are credited once the other party has confirmed it, never for a disputed one. Have it confirmed first.`,
      id: `Sesi ${d.sessionId} berstatus ${statusName(d.status).id}; JP dikreditkan setelah pihak lain mengonfirmasi, tidak pernah untuk sesi yang dibantah. Mintalah konfirmasinya dahulu.`,
    }),
    notTheMentee: (d: { employeeId: string; mentorshipId: string }) => ({
      en: `${d.employeeId} is not the mentee of the mentorship ${d.mentorshipId}; its sessions earn JP for the mentee. Credit them to the mentee.`,
      id: `${d.employeeId} bukan peserta pendampingan ${d.mentorshipId}; sesinya menghasilkan JP bagi yang didampingi. Kreditkan kepada yang didampingi.`,
    }),
    notAttended: (d: { employeeId: string; meetingId: string }) => ({
      en: `${d.employeeId} is not among those who attended the meeting ${d.meetingId}. Credit it to its attendees, or have the record of the meeting corrected.`,
      id: `${d.employeeId} tidak termasuk yang menghadiri pertemuan ${d.meetingId}. Kreditkan kepada yang hadir, atau mintalah catatan pertemuannya diperbaiki.`,
    }),
    workplaceNotCompleted: (d: { workplaceLearningId: string; status: string }) => ({
      en: `The workplace learning ${d.workplaceLearningId} is ${statusName(d.status).en}; JP are credited once it is completed. Have it completed first, with report and confirmation of the host.`,
      id: `Pembelajaran di tempat kerja ${d.workplaceLearningId} berstatus ${statusName(d.status).id}; JP dikreditkan setelah selesai. Selesaikan dahulu, dengan laporan dan konfirmasi tuan rumah.`,
    }),
    claimRejected: (d: { claimId: string }) => ({
      en: `The claim ${d.claimId} was rejected; it earns no JP. Have a new claim submitted, with evidence that carries it.`,
      id: `Klaim ${d.claimId} telah ditolak sehingga tidak menghasilkan JP. Mintalah klaim baru dengan bukti yang mendukungnya.`,
    }),
    alreadyCredited: (d: { employeeId: string; source: string; ledgerId: string }) => ({
      en: `The source ${d.source} is credited to ${d.employeeId} already, in the ledger ${d.ledgerId}. Send a correction to that ledger, naming the credit that it corrects.`,
      id: `Sumber ${d.source} sudah dikreditkan kepada ${d.employeeId} dalam buku JP ${d.ledgerId}. Kirim koreksi ke buku itu, dengan menyebut kredit yang diperbaiki.`,
    }),
    notTheClaimant: (d: { employeeId: string }) => ({
      en: `The claim is one of ${d.employeeId}, but somebody else submits it. Let ${d.employeeId} submit it, or state for whom you type in onBehalfOf.`,
      id: `Klaim ini milik ${d.employeeId}, tetapi orang lain yang mengajukannya. Mintalah ${d.employeeId} mengajukannya, atau sebutkan untuk siapa Anda mengetik pada onBehalfOf.`,
    }),
    notClaimable: (d: { form: DevelopmentForm; through: EarningPath }) => ({
      en: `${nameOf(d.form, 'en')} earns JP through ${paths[d.through].en}, not by a claim. Have it recorded there.`,
      id: `${nameOf(d.form, 'id')} menghasilkan JP melalui ${paths[d.through].id}, bukan melalui klaim. Catat kegiatannya di sana.`,
    }),
    jpMissing: (d: { form: DevelopmentForm }) => ({
      en: `${nameOf(d.form, 'en')} counts with the JP that its certificate says, and none are given. Give jpOnCertificate.`,
      id: `${nameOf(d.form, 'id')} dihitung menurut JP pada sertifikatnya, tetapi JP itu tidak disebut. Isi jpOnCertificate.`,
    }),
    jpNotExpected: (d: { form: DevelopmentForm; mode: JpRule['mode'] }) => ({
      en: `The JP table counts ${nameOf(d.form, 'en')} in the mode '${d.mode}', not by the JP on a certificate. Leave jpOnCertificate out.`,
      id: `Tabel JP menghitung ${nameOf(d.form, 'id')} dengan cara '${d.mode}', bukan menurut JP pada sertifikat. Kosongkan jpOnCertificate.`,
    }),
    dayTwice: (d: { date: string }) => ({
      en: `The day ${d.date} stands in the claim twice. Give each day once, with all its minutes.`,
      id: `Hari ${d.date} tercantum dua kali dalam klaim. Cantumkan setiap hari satu kali, dengan seluruh menitnya.`,
    }),
    dayAhead: (d: { date: string; today: string }) => ({
      en: `The day ${d.date} is still to come (today is ${d.today}). Claim it afterwards.`,
      id: `Hari ${d.date} belum tiba (hari ini ${d.today}). Ajukan klaimnya setelah kegiatan berlangsung.`,
    }),
    otherYear: (d: { date: string; year: number }) => ({
      en: `The day ${d.date} does not lie in ${d.year}, the year of the last day. Claim the days of each year in the ledger of that year.`,
      id: `Hari ${d.date} tidak berada dalam tahun ${d.year}, tahun hari terakhirnya. Ajukan hari-hari setiap tahun ke buku JP tahun itu.`,
    }),
    permissionMissing: (d: { employeeId: string }) => ({
      en: `${d.employeeId} is a PPPK and studied in working hours, which needs a written permission. Give permissionRef.`,
      id: `${d.employeeId} adalah PPPK dan belajar pada jam kerja, yang memerlukan izin tertulis. Isi permissionRef.`,
    }),
    noticeMissing: (d: { employeeId: string }) => ({
      en: `${d.employeeId} is a PPPK and studied outside working hours, of which the superior is told in writing. Give noticeRef.`,
      id: `${d.employeeId} adalah PPPK dan belajar di luar jam kerja, yang harus diberitahukan tertulis kepada atasan. Isi noticeRef.`,
    }),
    evidenceUsed: (d: { by: 'claim' | 'certificate'; id: string }) => ({
      en: `The same document is the evidence of the ${d.by} ${d.id} already. Give a document of this activity, or go on with that ${d.by}.`,
      id: `Dokumen yang sama sudah menjadi bukti ${d.by === 'claim' ? 'klaim' : 'sertifikat'} ${d.id}. Sertakan dokumen kegiatan ini, atau lanjutkan ${d.by === 'claim' ? 'klaim' : 'sertifikat'} itu.`,
    }),
  },
});

export const R23 = rule('R23', {
  text: {
    en: 'Nobody verifies JP of his own, nor earns them from his own record of a meeting; a superior may verify those of his staff, but not those of an activity in which he was the mentor.',
    id: 'Tidak ada yang memverifikasi JP miliknya sendiri, atau memperolehnya dari catatan pertemuan yang dibuatnya sendiri; atasan boleh memverifikasi JP stafnya, tetapi tidak untuk kegiatan yang ia dampingi.',
  },
  refusals: {
    ownJp: (d: { employeeId: string }) => ({
      en: `${d.employeeId} would verify JP of his or her own, directly or through an operator. Ask somebody else to verify them.`,
      id: `${d.employeeId} akan memverifikasi JP miliknya sendiri, langsung atau melalui operator. Mintalah orang lain memverifikasinya.`,
    }),
    ownMentee: (d: { mentorId: string; employeeId: string }) => ({
      en: `${d.mentorId} was the mentor of ${d.employeeId} in this activity and cannot verify its JP. Ask somebody else to verify them.`,
      id: `${d.mentorId} adalah mentor ${d.employeeId} pada kegiatan ini sehingga tidak dapat memverifikasi JP-nya. Mintalah orang lain memverifikasinya.`,
    }),
    ownRecord: (d: { employeeId: string; meetingId: string }) => ({
      en: `${d.employeeId} recorded the meeting ${d.meetingId}, or typed its record, and earns no JP from it. Let somebody who did not attend record it, or correct the record.`,
      id: `${d.employeeId} mencatat atau mengetik catatan pertemuan ${d.meetingId} sehingga tidak memperoleh JP darinya. Mintalah orang yang tidak hadir membuat atau memperbaiki catatannya.`,
    }),
  },
});

/** Refuses a form that the JP table does not count (R22). */
export function formCounted(form: DevelopmentForm, figures: PolicyFigures): Rejection | undefined {
  return jpRuleFor(form, figures) === undefined ? R22.refuse('formNotInTable', { form }) : undefined;
}

/** Refuses a verification by the person who gets the JP, or by the mentor of the activity; the operator counts (R23, R04). */
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
