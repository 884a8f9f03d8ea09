import { indonesia2026, type PolicyFigures } from '@pembinaan/core';
import { DEFAULT_MINIMUM_N } from '../disclosure.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';

/** What the policy in force on the day says of evaluations. */
export interface RoundPolicy {
  /** The smallest group of which anything is told. */
  readonly minimumN: number;
  /** Days after the last day of a batch in which its effects are looked for. */
  readonly window: { readonly from: number; readonly to: number };
  /** Hundredths of 1-5. */
  readonly effectiveMean: number;
  /** Basis points by which a guard may rise. */
  readonly guardTolerance: number;
  /** Basis points; null where the agency has set none. */
  readonly minimumEffect: number | null;
}

/** With the figures that the library ships where the agency has adopted no policy. */
export function roundPolicyOf({ policy }: Pick<EvaluationSurroundings, 'policy'>): RoundPolicy {
  const figures: PolicyFigures = policy?.figures ?? indonesia2026.figures;
  return {
    minimumN: policy === undefined ? DEFAULT_MINIMUM_N : figures['disclosure.minimumN'].value,
    window: figures['evaluation.l3.window'].value,
    effectiveMean: figures['evaluation.l3.effectiveMean'].value,
    guardTolerance: figures['effect.guardTolerance'].value,
    minimumEffect: figures['effect.minimum']?.value ?? null,
  };
}
