import { CompetencyStandardEstablished, type LocalDate, latestBy } from '@pembinaan/core';
import { type Register, register } from './register.js';
import { type ServiceRecord, serviceRecords } from './service-records.js';

export interface StandardRow {
  versions: {
    readonly version: number;
    readonly effectiveFrom: LocalDate;
    readonly items: readonly { readonly competency: string; readonly requiredLevel: number }[];
    readonly eventId: string;
  }[];
}

/** The versions of each competency standard of the people at hand, by standard id. */
export const standards = standardsFrom('standards', (people) => standardsOf(people.records(serviceRecords)));

/** The versions of one standard, whoever holds the position. */
export const standardNamed = (standardId: string): Register<StandardRow> =>
  standardsFrom('standard-named', () => [standardId]);

function standardsFrom(name: string, neededBy: NonNullable<Register<StandardRow>['neededBy']>): Register<StandardRow> {
  return register({
    name,
    category: 'competencyStandard',
    neededBy,
    events: [CompetencyStandardEstablished],
    initial: (): StandardRow => ({ versions: [] }),
    on: {
      CompetencyStandardEstablished: (row, event) => {
        const { version, effectiveFrom, items } = event.data;
        row.versions.push({
          version,
          effectiveFrom,
          items: items.map((item) => ({ competency: item.competency, requiredLevel: item.requiredLevel })),
          eventId: event.eventId,
        });
        return row;
      },
    },
  });
}

function standardsOf(records: Iterable<ServiceRecord>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { placements } of records) for (const { standardId } of placements) ids.add(standardId);
  return ids;
}

/** The levels that a standard requires on a day, by competency; empty without a standard, and before its first version. */
export function requiredOn(standard: StandardRow | undefined, on: string): ReadonlyMap<string, number> {
  const inForce = latestBy(standard?.versions ?? [], on, ({ effectiveFrom }) => effectiveFrom);
  return new Map(inForce?.items.map(({ competency, requiredLevel }) => [competency, requiredLevel]));
}
