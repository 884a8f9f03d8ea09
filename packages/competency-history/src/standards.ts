import { CompetencyStandardEstablished, latestBy } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface StandardRow {
  versions: {
    readonly version: number;
    readonly effectiveFrom: string;
    readonly items: readonly { readonly competency: string; readonly requiredLevel: number }[];
    readonly eventId: string;
  }[];
}

/** The versions of each competency standard, keyed by standard id. */
export const standards = projection({
  name: 'standards',
  version: 1,
  events: [CompetencyStandardEstablished],
  initial: (): StandardRow => ({ versions: [] }),
  key: (event) => idOf(event.stream),
  on: {
    CompetencyStandardEstablished: (row, event) => {
      const { version, effectiveFrom, items } = event.data;
      row.versions.push({
        version,
        effectiveFrom,
        items: items.map((item) => ({ competency: item.competency, requiredLevel: item.requiredLevel })),
        eventId: event.id,
      });
      return row;
    },
  },
});

/** The levels that a standard requires on a day, by competency; empty without a standard, and before its first version. */
export function requiredOn(standard: StandardRow | undefined, on: string): ReadonlyMap<string, number> {
  const inForce = latestBy(standard?.versions ?? [], on, ({ effectiveFrom }) => effectiveFrom);
  return new Map(inForce?.items.map(({ competency, requiredLevel }) => [competency, requiredLevel]));
}
