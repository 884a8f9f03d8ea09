import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { Decree } from '../../values/acts.js';
import type { LocalDate } from '../../values/local-date.js';

export const R05 = rule('R05', {
  text: {
    en: 'A decree has a number, a date and a document hash; what it orders takes effect on or after its date, unless it is said to be retroactive and why.',
    id: 'Surat keputusan memuat nomor, tanggal, dan hash dokumen; isinya berlaku sejak atau sesudah tanggalnya, kecuali dinyatakan berlaku surut beserta alasannya.',
  },
  refusals: {
    beforeDecree: (d: { effectiveFrom: string; decreeDate: string }) => ({
      en: `It would take effect on ${d.effectiveFrom}, before the decree of ${d.decreeDate}. Correct the date, or give retroactive.reason.`,
      id: `Berlaku pada ${d.effectiveFrom}, sebelum surat keputusan tanggal ${d.decreeDate}. Perbaiki tanggalnya, atau isi retroactive.reason.`,
    }),
    notYetSigned: (d: { on: string; decreeDate: string }) => ({
      en: `The decree is dated ${d.decreeDate}, after the act of ${d.on}. Act once it is signed.`,
      id: `Surat keputusan bertanggal ${d.decreeDate}, sesudah tindakan tanggal ${d.on}. Lakukan setelah ditandatangani.`,
    }),
  },
});

/** Refuses an act that takes effect before its decree without a reason, or that cites a decree not yet signed (R05). */
export function decreed(act: {
  readonly decree: Decree;
  readonly effectiveFrom: LocalDate;
  readonly on: LocalDate;
  readonly retroactive?: { readonly reason: string } | undefined;
}): Rejection | undefined {
  const { decree, effectiveFrom, on, retroactive } = act;
  if (decree.date > on) return R05.refuse('notYetSigned', { on, decreeDate: decree.date });
  if (effectiveFrom < decree.date && retroactive === undefined) {
    return R05.refuse('beforeDecree', { effectiveFrom, decreeDate: decree.date });
  }
  return undefined;
}
