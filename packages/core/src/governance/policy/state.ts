import { type FactRequest, type IssuedCommand, stream } from '@pembinaan/event-sourcing';
import { type LocalDate, latestBy, localDate } from '../../values/local-date.js';
import { PolicyVersionAdopted } from './events.js';
import type { PolicyFigures } from './figures.js';

export interface PolicyVersion {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly figures: PolicyFigures;
}

export interface Policy {
  readonly versions: readonly PolicyVersion[];
}

export const policyState = stream('policy', {
  events: [PolicyVersionAdopted],
  initial: (): Policy => ({ versions: [] }),
}).evolve({
  PolicyVersionAdopted: (policy, { data }) => ({
    versions: [...policy.versions, { version: data.version, effectiveFrom: data.effectiveFrom, figures: data.figures }],
  }),
});

/** One store belongs to one agency, which has one policy stream. */
export const POLICY = 'agency';

/** Where an agency has adopted nothing yet, days are counted in the time zone of the capital. */
const CAPITAL = 'Asia/Jakarta';

/** The policy that is in force for a command: its version and its figures. */
export interface PolicyInForce {
  readonly version: string | undefined;
  /** The day, in the time zone of the agency, on which that happened what the command tells. */
  readonly on: LocalDate;
  /** The day, in the time zone of the agency, on which the command was issued. */
  readonly today: LocalDate;
  readonly figures: PolicyFigures | undefined;
}

/** The version in force on a day: the latest that took effect by then; of two with one date, the one adopted last. */
export function policyOn(policy: Policy, date: LocalDate): PolicyVersion | undefined {
  return latestBy(policy.versions, date, ({ effectiveFrom }) => effectiveFrom);
}

/** The policy in force when that happened what the command tells, as a fact; its version is stored with the decision. */
export function policyFor(command: IssuedCommand): FactRequest<PolicyInForce> {
  return policyState
    .at(POLICY)
    .map((policy): PolicyInForce => {
      const timeZone = policy.versions.at(-1)?.figures['calendar.timeZone'].value ?? CAPITAL;
      const on = localDate(command.occurredAt, timeZone);
      const found = policyOn(policy, on);
      return { version: found?.version, on, today: localDate(command.issuedAt, timeZone), figures: found?.figures };
    })
    .stamp(({ version }) => (version === undefined ? {} : { policyVersion: version }));
}
