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
 * The index is the weighted mean of the elements times 25, rounded half up to two decimals. Weights are whole parts of their sum: nine
 * ones are 1/9 each, and not 0.11, with which no service could ever reach 100. The grade is the highest whose lower bound the rounded
 * index reaches, which leaves no hole between the printed bands. Source: Permenpan RB 14/2017.
 *
 * @param nrr mean scores of U1-U9 in thousandths, 1000 to 4000
 * @param bands lower bounds of the grades in hundredths, from the policy (`ikm.bands`); below `C` is D
 * @param weights whole parts, one for each element, from the policy (`ikm.weights`)
 * @throws RangeError where there is not one weight for each score, or all weights are 0
 */
export function satisfactionIndex(
  nrr: readonly number[],
  bands: PolicyFigures['ikm.bands']['value'],
  weights: PolicyFigures['ikm.weights']['value'],
): SatisfactionIndex {
  const parts = weights.reduce((total, weight) => total + weight, 0);
  if (parts === 0 || weights.length !== nrr.length) {
    throw new RangeError(
      `${weights.length} weights of ${parts} parts do not weigh ${nrr.length} scores: give one for each.`,
    );
  }
  const sum = nrr.reduce((total, score, element) => total + score * (weights[element] ?? 0), 0);
  // sum / parts / 1000 × 25 × 100 hundredths is sum × 5 / (2 × parts); half of the divisor rounds half up.
  const ikm = Math.floor((sum * 5 + parts) / (2 * parts));
  return { ikm, grade: satisfactionGrade(ikm, bands) };
}

/** The grade of an index in hundredths. */
export function satisfactionGrade(ikm: number, bands: PolicyFigures['ikm.bands']['value']): SatisfactionGrade {
  if (ikm >= bands.A) return 'A';
  if (ikm >= bands.B) return 'B';
  return ikm >= bands.C ? 'C' : 'D';
}
