import {
  policyInForce as inForce,
  type LocalDate,
  POLICY,
  type PolicyFigures,
  PolicyVersionAdopted,
  timeZoneOf as zoneOf,
} from '@pembinaan/core';
import { register } from './register.js';

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

/** The versions of the policy with their figures, by the id of the policy stream. */
export const policies = register({
  name: 'policies',
  category: 'policy',
  events: [PolicyVersionAdopted],
  initial: (): PolicyRow => ({ versions: [] }),
  on: {
    PolicyVersionAdopted: (row, event) => {
      const { version, effectiveFrom, figures } = event.data;
      row.versions.push({ version, effectiveFrom, figures, eventId: event.eventId });
      return row;
    },
  },
});

/** The policy in force on a day, with the groups of the strictest version that is known; undefined where the agency had adopted none. */
export function policyInForce(rows: ReadonlyMap<string, PolicyRow>, on: LocalDate): PolicyInView | undefined {
  return inForce(versionsIn(rows), on);
}

/** The time zone in which the agency tells days. */
export function timeZoneOf(rows: ReadonlyMap<string, PolicyRow>): string {
  return zoneOf(versionsIn(rows));
}

function versionsIn(rows: ReadonlyMap<string, PolicyRow>): readonly PolicyInView[] {
  return rows.get(POLICY)?.versions ?? [];
}
