import type { PolicyFigures } from '../../governance/policy/figures.js';
import type { SatisfactionGrade } from './events.js';

/** The elements U1-U9 of the public satisfaction survey (Permenpan RB 14/2017). */
export const SATISFACTION_ELEMENTS = 9;

/** The public satisfaction index (IKM) in hundredths, and its grade. */
export interface SatisfactionIndex {
  readonly ikm: number;
  readonly grade: SatisfactionGrade;
}

/**
 * The public satisfaction index from the mean scores of the nine elements, with integers only.
 *
 * The index is the mean of the elements (each weighs 1/9, not 0.11) times 25, rounded half up to two decimals; the grade is the highest
 * whose lower bound the rounded index reaches, which leaves no hole between the printed bands. Source: Permenpan RB 14/2017.
 *
 * @param nrr mean scores of U1-U9 in thousandths, 1000 to 4000
 * @param bands lower bounds of the grades in hundredths, from the policy; below `C` is D
 */
export function satisfactionIndex(
  nrr: readonly number[],
  bands: PolicyFigures['ikm.bands']['value'],
): SatisfactionIndex {
  const sum = nrr.reduce((total, score) => total + score, 0);
  // sum / 9 elements / 1000 × 25 × 100 hundredths is sum × 5 / 18; half of 18 rounds half up.
  const ikm = Math.floor((sum * 5 + 9) / 18);
  return { ikm, grade: satisfactionGrade(ikm, bands) };
}

/** The grade of an index in hundredths. */
export function satisfactionGrade(ikm: number, bands: PolicyFigures['ikm.bands']['value']): SatisfactionGrade {
  if (ikm >= bands.A) return 'A';
  if (ikm >= bands.B) return 'B';
  return ikm >= bands.C ? 'C' : 'D';
}
