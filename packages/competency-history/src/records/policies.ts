import { type LocalDate, latestBy, POLICY, type PolicyFigures, PolicyVersionAdopted } from '@pembinaan/core';
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

/**
 * The policy in force on a day; undefined where the agency had adopted none. Groups are as large as the strictest version that is known
 * asks for: otherwise an older day would show what is protected now.
 */
export function policyInForce(rows: ReadonlyMap<string, PolicyRow>, on: LocalDate): PolicyInView | undefined {
  const versions = rows.get(POLICY)?.versions ?? [];
  const inForce = latestBy(versions, on, ({ effectiveFrom }) => effectiveFrom);
  if (inForce === undefined) return undefined;
  const strictest = versions
    .map(({ figures }) => figures['disclosure.minimumN'])
    .reduce((one, other) => (other.value > one.value ? other : one), inForce.figures['disclosure.minimumN']);
  return { ...inForce, figures: { ...inForce.figures, 'disclosure.minimumN': strictest } };
}

/** The time zone in which the agency tells days: that of the version adopted last, as the deciders do. */
export function timeZoneOf(rows: ReadonlyMap<string, PolicyRow>): string {
  return rows.get(POLICY)?.versions.at(-1)?.figures['calendar.timeZone'].value ?? 'Asia/Jakarta';
}
