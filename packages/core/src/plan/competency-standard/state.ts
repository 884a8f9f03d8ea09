import { stream } from '@pembinaan/event-sourcing';
import type { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';
import { type LocalDate, latestBy } from '../../values/local-date.js';
import { CompetencyStandardEstablished } from './events.js';

export interface StandardVersion {
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly items: readonly { readonly competency: CompetencyCode; readonly requiredLevel: ProficiencyLevel }[];
}

export interface CompetencyStandard {
  readonly versions: readonly StandardVersion[];
}

export const competencyStandardState = stream('competencyStandard', {
  events: [CompetencyStandardEstablished],
  initial: (): CompetencyStandard => ({ versions: [] }),
}).evolve({
  CompetencyStandardEstablished: (standard, { data }) => ({
    versions: [...standard.versions, { version: data.version, effectiveFrom: data.effectiveFrom, items: data.items }],
  }),
});

/** The version of a standard that applies on a day: the latest that took effect by then. */
export function standardOn(standard: CompetencyStandard, date: LocalDate): StandardVersion | undefined {
  return latestBy(standard.versions, date, ({ effectiveFrom }) => effectiveFrom);
}
