import {
  type LocalDate,
  localDate,
  POLICY,
  type Policy,
  type PolicyFigures,
  type PolicyVersion,
  PolicyVersionAdopted,
  policyInForce,
  timeZoneOf,
  type WorkingCalendar,
  workingCalendar,
} from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';
import { DEFAULT_MINIMUM_N } from '../disclosure.js';

/** A version of the policy, and the act by which it was adopted. */
export interface AdoptedVersion extends PolicyVersion {
  readonly legalBasis: string;
  readonly decreeNumber: string;
  readonly decreeDate: string;
  readonly adoptedBy: string;
  readonly eventId: string;
}

export interface AgencyPolicyRow {
  versions: AdoptedVersion[];
}

/** The policy of the agency in all its versions, keyed by the policy stream, of which there is one. */
export const agencyPolicy = projection({
  name: 'agency-policy',
  version: 1,
  events: [PolicyVersionAdopted],
  initial: (): AgencyPolicyRow => ({ versions: [] }),
  key: (event) => idOf(event.stream),
  on: {
    PolicyVersionAdopted: (row, { id, data }) => {
      const { version, effectiveFrom, figures, local, legalBasis, decree, adoptedBy } = data;
      row.versions.push({
        version,
        effectiveFrom,
        figures,
        local: local ?? {},
        legalBasis,
        decreeNumber: decree.number,
        decreeDate: decree.date,
        adoptedBy: adoptedBy.subjectId,
        eventId: id,
      });
      return row;
    },
  },
});

/** The policy as it stands on a day. */
export interface PolicyOnDay {
  /** All versions: a deadline is counted by the version of the day on which it began. */
  readonly policy: Policy;
  /** Undefined where no version is in force. */
  readonly figures: PolicyFigures | undefined;
  /** Fewest people of whom figures are told, by the strictest version that is known; {@link DEFAULT_MINIMUM_N} where none is in force. */
  readonly minimumN: number;
  readonly calendar: WorkingCalendar;
  /** The day of an instant in the time zone of the agency; in that of the capital where no version was adopted. */
  dayOf(instant: string): LocalDate;
}

/** Reads the policy that is in force on a day. */
export function policyOnDay(view: View<AgencyPolicyRow>, day: LocalDate): PolicyOnDay {
  const policy = { versions: view.get(POLICY)?.versions ?? [] };
  const figures = policyInForce(policy.versions, day)?.figures;
  const timeZone = timeZoneOf(policy.versions);
  return {
    policy,
    figures,
    minimumN: figures?.['disclosure.minimumN'].value ?? DEFAULT_MINIMUM_N,
    calendar: workingCalendar(policy),
    dayOf: (instant) => localDate(instant, timeZone),
  };
}
