import { type LocalDate, latestBy, type PolicyFigures } from '@pembinaan/core';
import type { ContextEntry } from '../files/context-files.js';
import { type Told, toldBy } from '../program/told.js';

/** A version of the policy, with its figures. */
export interface PolicyInView {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly figures: PolicyFigures;
  readonly told: Told;
}

/** The versions of the policy, in the order in which they were adopted. */
export function policyVersionsIn(entries: readonly ContextEntry[], stream: string): readonly PolicyInView[] {
  return entries.flatMap((entry) =>
    entry.type === 'PolicyVersionAdopted' ? [{ ...entry.data, told: toldBy(entry, stream) }] : [],
  );
}

/**
 * The policy in force on a day; undefined where the agency had adopted none. Groups are as large as the strictest version that is known
 * asks for: otherwise an older day would show what is protected now.
 */
export function policyInForce(versions: readonly PolicyInView[], on: LocalDate): PolicyInView | undefined {
  const inForce = latestBy(versions, on, ({ effectiveFrom }) => effectiveFrom);
  if (inForce === undefined) return undefined;
  const strictest = versions
    .map(({ figures }) => figures['disclosure.minimumN'])
    .reduce((one, other) => (other.value > one.value ? other : one), inForce.figures['disclosure.minimumN']);
  return { ...inForce, figures: { ...inForce.figures, 'disclosure.minimumN': strictest } };
}

/** The time zone in which the agency tells days: that of the version adopted last, as the deciders do. */
export function timeZoneOf(versions: readonly PolicyInView[]): string {
  return versions.at(-1)?.figures['calendar.timeZone'].value ?? 'Asia/Jakarta';
}
