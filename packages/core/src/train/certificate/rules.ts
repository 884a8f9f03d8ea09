import { type IssuedOf, type Rejection, rule } from '@pembinaan/event-sourcing';
import { statusName } from '../../governance/rules/names.js';
import { disproved } from '../batch/completion.js';
import type { KnownBatch } from '../batch/state.js';
import type { IssueCertificate } from './commands.js';

export const R20 = rule('R20', {
  text: {
    en: 'A certificate is issued only for a completed outcome, once for each participant of a batch (again only after it was revoked), under a number that its issuer has not used; the issuer is not the participant, and the JP on it are those of the programme of that batch.',
    id: 'Sertifikat hanya diterbitkan untuk hasil akhir yang selesai, satu kali bagi setiap peserta suatu angkatan (lagi hanya setelah dicabut), dengan nomor yang belum dipakai penerbitnya; penerbit bukan peserta, dan JP di dalamnya sama dengan JP program angkatan itu.',
  },
  refusals: {
    notCompleted: (d: { employeeId: string; status: string }) => ({
      en: `The outcome of ${d.employeeId} in this batch is ${statusName(d.status).en}, not completed. Decide the outcome first; without completion there is no certificate.`,
      id: `Hasil akhir ${d.employeeId} pada angkatan ini adalah ${statusName(d.status).id}, bukan selesai. Putuskan hasil akhirnya dahulu; tanpa kelulusan tidak ada sertifikat.`,
    }),
    numberTaken: (d: { certificateId: string }) => ({
      en: `The issuer has used this number for the certificate ${d.certificateId}. Give the next free number.`,
      id: `Penerbit telah memakai nomor ini untuk sertifikat ${d.certificateId}. Gunakan nomor berikutnya yang belum dipakai.`,
    }),
    alreadyIssued: (d: { employeeId: string; certificateId: string }) => ({
      en: `${d.employeeId} holds the certificate ${d.certificateId} for this batch already. Use that one.`,
      id: `${d.employeeId} telah memiliki sertifikat ${d.certificateId} untuk angkatan ini. Gunakan sertifikat itu.`,
    }),
    disproved: (d: { employeeId: string }) => ({
      en: `The corrected records of ${d.employeeId} contradict the outcome: no session attended, or a score below the pass mark. Have the outcome corrected first.`,
      id: `Catatan ${d.employeeId} yang telah dikoreksi bertentangan dengan hasil akhirnya: tidak hadir pada sesi mana pun, atau nilai di bawah batas lulus. Mintalah hasil akhirnya dikoreksi dahulu.`,
    }),
    documentClaimed: (d: { employeeId: string; claimId: string }) => ({
      en: `${d.employeeId} has claimed JP with this document (claim ${d.claimId}); it would earn them twice. Reject the claim first, or issue another document.`,
      id: `${d.employeeId} telah mengajukan klaim JP dengan dokumen ini (klaim ${d.claimId}); JP-nya akan terhitung dua kali. Tolak klaimnya dahulu, atau terbitkan dokumen lain.`,
    }),
    issuerIsParticipant: (d: { employeeId: string }) => ({
      en: `${d.employeeId} is named as the issuer of his or her own certificate. Name the institution that issues it.`,
      id: `${d.employeeId} disebut sebagai penerbit sertifikatnya sendiri. Sebutkan lembaga yang menerbitkannya.`,
    }),
  },
});

type Wish = IssuedOf<typeof IssueCertificate>['data'];

/** Refuses a certificate that the outcome does not carry, or that would be a second one (R20). */
export function mayBeIssued(
  { employeeId, issuer }: Wish,
  batch: KnownBatch,
  register: {
    readonly sameNumber: readonly string[];
    readonly sameParticipant: readonly string[];
    /** Claims of JP for which the person used the document. */
    readonly claims: readonly string[];
  },
): Rejection | undefined {
  const participant = batch.participants.get(employeeId);
  const status = participant?.status ?? 'notNominated';
  if (participant === undefined || status !== 'completed') return R20.refuse('notCompleted', { employeeId, status });
  if (disproved(batch, participant)) return R20.refuse('disproved', { employeeId });
  if (issuer === employeeId) return R20.refuse('issuerIsParticipant', { employeeId });
  const [held] = register.sameParticipant;
  if (held !== undefined) return R20.refuse('alreadyIssued', { employeeId, certificateId: held });
  const [taken] = register.sameNumber;
  if (taken !== undefined) return R20.refuse('numberTaken', { certificateId: taken });
  const [claimId] = register.claims;
  if (claimId !== undefined) return R20.refuse('documentClaimed', { employeeId, claimId });
  return undefined;
}
