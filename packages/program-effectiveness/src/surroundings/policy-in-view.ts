import type { LocalDate, PolicyFigures } from '@pembinaan/core';
import type { ContextEntry } from '../files/context-files.js';
import { type Told, toldBy } from '../program/told.js';

/** A version of the policy, with its figures. */
export interface PolicyInView {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly figures: PolicyFigures;
  readonly told: Told;
}

/** The versions of the policy, in the order in which they were adopted. */
export function policyVersionsIn(entries: readonly ContextEntry[], stream: string): readonly PolicyInView[] {
  return entries.flatMap((entry) =>
    entry.type === 'PolicyVersionAdopted' ? [{ ...entry.data, told: toldBy(entry, stream) }] : [],
  );
}
