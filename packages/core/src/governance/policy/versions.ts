import { type LocalDate, latestBy } from '../../values/local-date.js';
import type { LocalFigures, PolicyFigures } from './figures.js';

export interface PolicyVersion {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly figures: PolicyFigures;
  /** The figures of the agency's own. */
  readonly local: LocalFigures;
}

export interface Policy {
  readonly versions: readonly PolicyVersion[];
}

/** The version in force on a day: the latest that took effect by then; of two with one date, the one adopted last. */
export function policyOn(policy: Policy, date: LocalDate): PolicyVersion | undefined {
  return latestBy(policy.versions, date, ({ effectiveFrom }) => effectiveFrom);
}
