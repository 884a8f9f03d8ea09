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

/** What views know of a version. */
type VersionInView = Pick<PolicyVersion, 'effectiveFrom' | 'figures'>;

/**
 * The version in force on a day, for views; undefined where the agency had adopted none. Groups are as large as the strictest version that is
 * known asks for: otherwise an older day would show what is protected now.
 */
export function policyInForce<V extends VersionInView>(versions: readonly V[], on: LocalDate): V | undefined {
  const inForce = latestBy(versions, on, ({ effectiveFrom }) => effectiveFrom);
  if (inForce === undefined) return undefined;
  const strictest = versions
    .map(({ figures }) => figures['disclosure.minimumN'])
    .reduce((one, other) => (other.value > one.value ? other : one), inForce.figures['disclosure.minimumN']);
  return { ...inForce, figures: { ...inForce.figures, 'disclosure.minimumN': strictest } };
}

/** The time zone in which the agency tells days: that of the version adopted last, as the deciders do; that of the capital without one. */
export function timeZoneOf(versions: readonly VersionInView[]): string {
  return versions.at(-1)?.figures['calendar.timeZone'].value ?? 'Asia/Jakarta';
}
