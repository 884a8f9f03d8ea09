import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { Reason } from '../../values/acts.js';

export const R09 = rule('R09', {
  text: {
    en: 'Every negative act (decline, return, reject, remove, cancel, suspend, revoke, end) has a reason code; `other` needs a text.',
    id: 'Setiap tindakan negatif (menolak, mengembalikan, menghapus, membatalkan, menangguhkan, mencabut, mengakhiri) memuat kode alasan; `other` memerlukan penjelasan.',
  },
  refusals: {
    textMissing: () => ({
      en: 'The reason `other` says nothing by itself. Give reason.text, without naming a person.',
      id: 'Alasan `other` tidak menjelaskan apa pun. Isi reason.text, tanpa menyebut nama orang.',
    }),
  },
});

/** Refuses a reason that says nothing (R09). */
export function reasoned(reason: Reason): Rejection | undefined {
  if (reason.code === 'other' && (reason.text ?? '').trim() === '') return R09.refuse('textMissing', {});
  return undefined;
}
