import { type IssuedCommand, isRejection, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { OpenMatters } from '../../registers/open-matters.js';
import { subjectsOf } from '../../values/acts.js';
import { type RequestId, SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { beneficiary, G02, independentOf, type PastAct, R02 } from '../rules/index.js';
import type { DataSubjectRight, DestructionBasis } from './events.js';
import type { Privacy } from './state.js';

export const R40 = rule('R40', {
  text: {
    en: 'The key of a subject is destroyed once, after a granted request for erasure or a lapsed retention period, while no audit finding that concerns the subject and no objection by the subject is open, and by somebody else than who decided or approved it; a request is decided on or after its receipt.',
    id: 'Kunci subjek dimusnahkan satu kali, setelah permintaan penghapusan dikabulkan atau masa retensi berakhir, selama tidak ada temuan audit yang menyangkut subjek dan tidak ada sanggahan subjek yang masih terbuka, dan oleh orang selain yang memutuskan atau menyetujuinya; permintaan diputuskan pada atau setelah tanggal diterima.',
  },
  refusals: {
    decidedBeforeReceipt: (d: { receivedOn: string; on: string }) => ({
      en: `The request would be decided on ${d.on}, before it was received on ${d.receivedOn}. Correct the date of receipt.`,
      id: `Permintaan akan diputuskan pada ${d.on}, sebelum diterima pada ${d.receivedOn}. Perbaiki tanggal penerimaannya.`,
    }),
    notErasure: (d: { requestId: string; right: DataSubjectRight }) => ({
      en: `The request ${d.requestId} invokes the right '${d.right}', which destroys no key. Name a granted request for 'erasure'.`,
      id: `Permintaan ${d.requestId} menggunakan hak '${d.right}', yang tidak memusnahkan kunci. Sebutkan permintaan 'erasure' yang dikabulkan.`,
    }),
    notGranted: (d: { requestId: string }) => ({
      en: `The request ${d.requestId} was refused, so that the data stay. Keep the key, or name a request that was granted.`,
      id: `Permintaan ${d.requestId} ditolak, sehingga datanya tetap disimpan. Simpan kuncinya, atau sebutkan permintaan yang dikabulkan.`,
    }),
    retentionNotOver: (d: { endedOn: string; today: string }) => ({
      en: `The retention period lasts until ${d.endedOn}, and today is ${d.today}. Wait until it is over.`,
      id: `Masa retensi berlangsung sampai ${d.endedOn}, sedangkan hari ini ${d.today}. Tunggu sampai masa itu berakhir.`,
    }),
    openFinding: (d: { findingId: string }) => ({
      en: `The audit finding ${d.findingId} concerns this person and is open. Wait until the auditors have closed it.`,
      id: `Temuan audit ${d.findingId} menyangkut orang ini dan masih terbuka. Tunggu sampai auditor menutupnya.`,
    }),
    openDispute: (d: { evaluationId: string }) => ({
      en: `This person contests the evaluation ${d.evaluationId}, and the objection is open. Wait until the evaluation is concluded anew.`,
      id: `Orang ini menyanggah evaluasi ${d.evaluationId} dan sanggahannya masih terbuka. Tunggu sampai evaluasi disimpulkan kembali.`,
    }),
    alreadyDestroyed: (d: { keyId: string }) => ({
      en: `The key ${d.keyId} was destroyed before, and a key is destroyed once. Check the key id; if it still opens anything, as after the restore of a backup, destroy it at the vault again.`,
      id: `Kunci ${d.keyId} sudah dimusnahkan, dan kunci dimusnahkan satu kali. Periksa id kuncinya; bila masih dapat membuka data, misalnya setelah pemulihan cadangan, musnahkan lagi di brankas data.`,
    }),
  },
});

/** Refuses a decision on a day before the request came in (R40). */
export function decidedAfterReceipt(receivedOn: LocalDate, on: LocalDate): Rejection | undefined {
  return receivedOn > on ? R40.refuse('decidedBeforeReceipt', { receivedOn, on }) : undefined;
}

/** Refuses to destroy a key of a person about whom something is open (R40). */
export function nothingOpen({ findings, disputes }: OpenMatters): Rejection | undefined {
  const [findingId] = findings;
  if (findingId !== undefined) return R40.refuse('openFinding', { findingId });
  const [evaluationId] = disputes;
  return evaluationId === undefined ? undefined : R40.refuse('openDispute', { evaluationId });
}

/**
 * Refuses to destroy a key without ground (R40), by who decided or approved it, or by the person himself or herself; nor does the
 * person approve it (R02, R04).
 */
export function grounded(
  command: IssuedCommand,
  basis: DestructionBasis,
  { requests }: Privacy,
  today: LocalDate,
): Rejection | undefined {
  const person = beneficiary(SubjectId.parse(command.streamId));
  const decision = basis.kind === 'request' ? grantedIn(requests, basis.requestId) : lapsed(basis, command, today);
  return isRejection(decision) ? decision : independentOf(command, [decision, person]);
}

/** Who granted the erasure. */
function grantedIn(requests: Privacy['requests'], requestId: RequestId): PastAct | Rejection {
  const request = requests.find((known) => known.requestId === requestId);
  if (request === undefined) return G02.refuse('notFound', { what: 'request', id: requestId });
  const { right, decision, decidedBy } = request;
  if (right !== 'erasure') return R40.refuse('notErasure', { requestId, right });
  return decision === 'refused' ? R40.refuse('notGranted', { requestId }) : { act: 'decided', maker: decidedBy };
}

/** Who checked that the retention period has ended. */
function lapsed(
  { endedOn, approvedBy }: Extract<DestructionBasis, { kind: 'retention' }>,
  { streamId }: IssuedCommand,
  today: LocalDate,
): PastAct | Rejection {
  if (endedOn >= today) return R40.refuse('retentionNotOver', { endedOn, today });
  const person = subjectsOf(approvedBy).find((subjectId) => subjectId === streamId);
  if (person !== undefined) return R02.refuse('samePerson', { subjectId: person, act: 'benefits' });
  return { act: 'verified', maker: approvedBy };
}
