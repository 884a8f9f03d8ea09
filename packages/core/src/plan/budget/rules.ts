import { type Rejection, rule } from '@pembinaan/event-sourcing';
import { formatRupiah } from '../../values/amounts.js';
import { type Budget, boundAmount, type Commitment, openAmount } from './state.js';

export const R13 = rule('R13', {
  text: {
    en: 'Open commitments and what was spent stay together within the ceiling; of a commitment no more is spent or released than is open.',
    id: 'Komitmen terbuka dan realisasi bersama-sama tidak melampaui pagu; dari satu komitmen tidak direalisasikan atau dilepaskan lebih dari yang masih terbuka.',
  },
  refusals: {
    wrongStream: (d: { budgetId: string; expected: string }) => ({
      en: `The budget of that agency and year is ${d.expected}, not ${d.budgetId}. Send the command to ${d.expected}.`,
      id: `Anggaran instansi dan tahun itu adalah ${d.expected}, bukan ${d.budgetId}. Kirim perintah ke ${d.expected}.`,
    }),
    noCeiling: (d: { budgetId: string }) => ({
      en: `The budget ${d.budgetId} has no ceiling yet. Have the PPK or the PyB set one first.`,
      id: `Anggaran ${d.budgetId} belum memiliki pagu. Mintalah PPK atau PyB menetapkannya dahulu.`,
    }),
    aboveCeiling: (d: { amount: number; free: number; ceiling: number }) => ({
      en: `The commitment of ${formatRupiah(d.amount)} is more than the ${formatRupiah(d.free)} that are free under the ceiling of ${formatRupiah(d.ceiling)}. Commit less, release what is not needed, or have the ceiling raised.`,
      id: `Komitmen ${formatRupiah(d.amount)} melebihi sisa ${formatRupiah(d.free)} di bawah pagu ${formatRupiah(d.ceiling)}. Kurangi komitmennya, lepaskan yang tidak diperlukan, atau mintalah pagu dinaikkan.`,
    }),
    ceilingBelowBound: (d: { ceiling: number; bound: number }) => ({
      en: `A ceiling of ${formatRupiah(d.ceiling)} is below the ${formatRupiah(d.bound)} that are bound already. Release commitments first, or set it no lower than that.`,
      id: `Pagu ${formatRupiah(d.ceiling)} lebih rendah daripada ${formatRupiah(d.bound)} yang sudah terikat. Lepaskan komitmen dahulu, atau tetapkan pagu tidak lebih rendah dari itu.`,
    }),
    commitmentMissing: (d: { programId: string; estimatedCost: number }) => ({
      en: `The programme ${d.programId} costs ${formatRupiah(d.estimatedCost)}, and no commitment was named. Commit the money, and name budget.budgetId and budget.commitmentId.`,
      id: `Program ${d.programId} memerlukan biaya ${formatRupiah(d.estimatedCost)}, tetapi komitmennya tidak disebut. Buat komitmen anggaran, lalu isi budget.budgetId dan budget.commitmentId.`,
    }),
    aboveOpen: (d: { commitmentId: string; amount: number; open: number }) => ({
      en: `${formatRupiah(d.amount)} is more than the ${formatRupiah(d.open)} that are open in the commitment ${d.commitmentId}. Name no more than that, or commit the difference first.`,
      id: `${formatRupiah(d.amount)} melebihi ${formatRupiah(d.open)} yang masih terbuka pada komitmen ${d.commitmentId}. Sebutkan tidak lebih dari itu, atau buat komitmen untuk selisihnya dahulu.`,
    }),
  },
});

/** Refuses a commitment beyond the ceiling of a budget (R13). */
export function withinCeiling(budgetId: string, budget: Budget, amount: number): Rejection | undefined {
  const { ceiling } = budget;
  if (ceiling === undefined) return R13.refuse('noCeiling', { budgetId });
  const free = ceiling - boundAmount(budget);
  return amount > free ? R13.refuse('aboveCeiling', { amount, free, ceiling }) : undefined;
}

/** Refuses a ceiling below what is bound already (R13). */
export function coversBound(budget: Budget, ceiling: number): Rejection | undefined {
  const bound = boundAmount(budget);
  return ceiling < bound ? R13.refuse('ceilingBelowBound', { ceiling, bound }) : undefined;
}

/** Refuses to spend or release more than a commitment has open (R13). */
export function withinOpen(commitment: Commitment, amount: number): Rejection | undefined {
  const open = openAmount(commitment);
  const { commitmentId } = commitment;
  return amount > open ? R13.refuse('aboveOpen', { commitmentId, amount, open }) : undefined;
}
