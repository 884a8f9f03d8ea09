import { type FactRequest, type IssuedCommand, stream } from '@pembinaan/event-sourcing';
import type * as z from 'zod';
import { type LocalDate, localDate } from '../../values/local-date.js';
import type { WorkingCalendar } from '../../values/working-days.js';
import { workingCalendar } from './calendar.js';
import { PolicyVersionAdopted } from './events.js';
import type { LocalFigures, PolicyFigures } from './figures.js';
import { type Policy, policyOn } from './versions.js';

export const policyState = stream('policy', {
  events: [PolicyVersionAdopted],
  initial: (): Policy => ({ versions: [] }),
}).evolve({
  PolicyVersionAdopted: (policy, { data }) => ({
    versions: [
      ...policy.versions,
      { version: data.version, effectiveFrom: data.effectiveFrom, figures: data.figures, local: data.local ?? {} },
    ],
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
  /** The figures of the agency's own, for its own rules; see {@link localFigure}. */
  readonly local: LocalFigures;
  readonly calendar: WorkingCalendar;
}

/** The policy in force when that happened what the command tells, as a fact; its version is stored with the decision. */
export function policyFor(command: IssuedCommand): FactRequest<PolicyInForce> {
  return policyState
    .at(POLICY)
    .map((policy): PolicyInForce => {
      const timeZone = policy.versions.at(-1)?.figures['calendar.timeZone'].value ?? CAPITAL;
      const on = localDate(command.occurredAt, timeZone);
      const found = policyOn(policy, on);
      return {
        version: found?.version,
        on,
        today: localDate(command.issuedAt, timeZone),
        figures: found?.figures,
        local: found?.local ?? {},
        calendar: workingCalendar(policy),
      };
    })
    .stamp(({ version }) => (version === undefined ? {} : { policyVersion: version }));
}

/**
 * A figure of the agency's own from the policy in force, or undefined where that version does not set it.
 * @throws z.ZodError where the figure has another shape than the rule of the agency needs
 */
export function localFigure<S extends z.ZodType>(
  policy: Pick<PolicyInForce, 'local'>,
  key: string,
  schema: S,
): z.output<S> | undefined {
  const found = policy.local[key];
  return found === undefined ? undefined : schema.parse(found.value);
}
