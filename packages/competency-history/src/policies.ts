import { type LocalDate, latestBy, POLICY, type PolicyFigures, PolicyVersionAdopted } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

/** A version of the policy, with its figures. */
export interface PolicyInView {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly figures: PolicyFigures;
  readonly eventId: string;
}

export interface PolicyRow {
  versions: PolicyInView[];
}

/** The versions of the policy with their figures, keyed by the policy stream. */
export const policies = projection({
  name: 'policies',
  version: 2,
  events: [PolicyVersionAdopted],
  initial: (): PolicyRow => ({ versions: [] }),
  key: (event) => idOf(event.stream),
  on: {
    PolicyVersionAdopted: (row, event) => {
      const { version, effectiveFrom, figures } = event.data;
      row.versions.push({ version, effectiveFrom, figures, eventId: event.id });
      return row;
    },
  },
});

/** The policy in force on a day; undefined where the agency had adopted none. */
export function policyInForce(rows: ReadonlyMap<string, PolicyRow>, on: LocalDate): PolicyInView | undefined {
  return latestBy(rows.get(POLICY)?.versions ?? [], on, ({ effectiveFrom }) => effectiveFrom);
}

/** The time zone in which the agency tells days: that of the version adopted last, as the deciders do. */
export function timeZoneOf(rows: ReadonlyMap<string, PolicyRow>): string {
  return rows.get(POLICY)?.versions.at(-1)?.figures['calendar.timeZone'].value ?? 'Asia/Jakarta';
}
