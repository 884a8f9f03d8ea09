import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { Evaluation } from '../../evaluate/evaluation/state.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import type { EvaluationId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { changeSupportId } from './state.js';

export const R39 = rule('R39', {
  text: {
    en: 'Resistance to change is observed in a unit, on no fewer people than the policy allows and without naming any; it is kept by unit and year, and never used to judge performance or discipline. Support by evidence shows a concluded evaluation.',
    id: 'Resistensi terhadap perubahan diamati pada suatu unit, atas jumlah orang yang tidak kurang dari ketentuan kebijakan dan tanpa menyebut siapa pun; disimpan menurut unit dan tahun, dan tidak pernah dipakai untuk menilai kinerja atau disiplin. Dukungan dengan bukti menunjukkan evaluasi yang telah disimpulkan.',
  },
  refusals: {
    tooFew: (d: { n: number; minimumN: number }) => ({
      en: `The observation rests on ${d.n} people, fewer than the ${d.minimumN} of the policy, so that one could tell who they are. Observe a larger unit, or wait until there are more.`,
      id: `Pengamatan bersandar pada ${d.n} orang, kurang dari ${d.minimumN} menurut kebijakan, sehingga orangnya dapat dikenali. Amati unit yang lebih besar, atau tunggu sampai jumlahnya cukup.`,
    }),
    otherStream: (d: { given: string; expected: string }) => ({
      en: `By its unit and its year this belongs to ${d.expected}, not to ${d.given}. Send the command to ${d.expected}.`,
      id: `Menurut unit dan tahunnya, catatan ini termasuk ${d.expected}, bukan ${d.given}. Kirim perintah ke ${d.expected}.`,
    }),
    evidenceMissing: () => ({
      en: 'Support by evidence shows what an evaluation has found, and none is named. Give evaluationId of a concluded evaluation, or choose another kind of support.',
      id: 'Dukungan dengan bukti menunjukkan hasil suatu evaluasi, tetapi evaluasinya tidak disebut. Isi evaluationId dari evaluasi yang telah disimpulkan, atau pilih jenis dukungan lain.',
    }),
  },
});

/** Refuses what is sent to the stream of another unit or year (R39). */
export function inItsStream(streamId: string, unitId: UnitId, date: LocalDate): Rejection | undefined {
  const expected = changeSupportId(unitId, Number(date.slice(0, 4)));
  return streamId === expected ? undefined : R39.refuse('otherStream', { given: streamId, expected });
}

/** Refuses an observation on so few people that they could be told (R39). */
export function ofAGroup(n: number, minimumN: number): Rejection | undefined {
  return n < minimumN ? R39.refuse('tooFew', { n, minimumN }) : undefined;
}

/** Refuses support by evidence without an evaluation (R39), and any evaluation that does not exist or is not concluded (G02). */
export function evidenced(
  support: { readonly kind: string; readonly evaluationId?: EvaluationId },
  evaluation: Evaluation | undefined,
): Rejection | undefined {
  const { kind, evaluationId } = support;
  if (evaluationId === undefined || evaluation === undefined) {
    return kind === 'evidence' ? R39.refuse('evidenceMissing', {}) : undefined;
  }
  if (evaluation.status === 'none') return G02.refuse('notFound', { what: 'evaluation', id: evaluationId });
  return inStatus('evaluation', evaluation, 'concluded');
}
