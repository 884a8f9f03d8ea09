import * as z from 'zod';

/** Whole rupiah. */
export const Rupiah = z.int().min(0).brand<'Rupiah'>();
export type Rupiah = z.output<typeof Rupiah>;

/** Jam pelajaran in hundredths: 20 JP are 2000. */
export const Jp = z.int().min(0).brand<'Jp'>();
export type Jp = z.output<typeof Jp>;

/** Minutes. */
export const Minutes = z
  .int()
  .positive()
  .max(24 * 60)
  .brand<'Minutes'>();
export type Minutes = z.output<typeof Minutes>;

/** A score from 0 to 100 in hundredths: 78.5 is 7850. */
export const Score = z.int().min(0).max(10_000).brand<'Score'>();
export type Score = z.output<typeof Score>;

/** A share in basis points: 85% are 8500. */
export const BasisPoints = z.int().min(0).max(10_000).brand<'BasisPoints'>();
export type BasisPoints = z.output<typeof BasisPoints>;

/** Jam pelajaran for people: `20`, `2.67`. */
export function formatJp(jp: number): string {
  return hundredths(jp);
}

/** A score for people: `78.5`. */
export function formatScore(score: number): string {
  return hundredths(score);
}

/** Rupiah for people: `Rp12.500.000`, as Indonesian documents write it. */
export function formatRupiah(amount: number): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return `${amount < 0 ? '-' : ''}Rp${digits}`;
}

function hundredths(value: number): string {
  const sign = value < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}
