import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { Reason } from '../../values/acts.js';

export const R09 = rule('R09', {
  text: {
    en: 'Every negative act (decline, return, reject, remove, cancel, suspend, revoke, end) has a reason code; `other` needs a text.',
    id: 'Setiap tindakan negatif (menolak, mengembalikan, menghapus, membatalkan, menangguhkan, mencabut, mengakhiri) memuat kode alasan; `other` memerlukan penjelasan.',
  },
  refusals: {
    reasonMissing: () => ({
      en: 'Such a decision says why, and no reason was given. Give reason with its code.',
      id: 'Keputusan semacam ini memuat alasan, tetapi alasannya tidak disebut. Isi reason beserta kodenya.',
    }),
    textMissing: () => ({
      en: 'The reason `other` says nothing by itself. Give reason.text, without naming a person.',
      id: 'Alasan `other` tidak menjelaskan apa pun. Isi reason.text, tanpa menyebut nama orang.',
    }),
  },
});

/** Refuses an act without a reason, or with one that says nothing (R09). */
export function reasoned(reason: Reason | undefined): Rejection | undefined {
  if (reason === undefined) return R09.refuse('reasonMissing', {});
  if (reason.code === 'other' && (reason.text ?? '').trim() === '') return R09.refuse('textMissing', {});
  return undefined;
}
