import {
  type Command,
  type DomainEvent,
  type EventStore,
  type Handled,
  handle,
  type Runtime,
} from '@pembinaan/event-sourcing';
import type { ArbitraryOverride, Given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { authority } from '../../src/governance/authority/decider.js';
import {
  AuthorityGranted,
  type AuthorityRole,
  authorityState,
  GrantAuthority,
} from '../../src/governance/authority/index.js';
import {
  AdoptPolicyVersion,
  indonesia2026,
  POLICY,
  PolicyVersionAdopted,
  policy,
  policyState,
} from '../../src/governance/policy/index.js';
import { Sha256 } from '../../src/values/index.js';

/** For the laws: a hash is longer than the texts that are derived from a pattern. */
export const lawData: ArbitraryOverride = (schema) => (schema === Sha256 ? fc.constant(HASH) : undefined);

/** The clock of the tests shows 2026-06-01, seven in the morning in Jakarta. */
export const TODAY = '2026-06-01';

/** Some instant of a day in Jakarta. */
export const noonOf = (date: string): string => `${date}T05:00:00.000Z`;

export const HASH = 'a'.repeat(64);

export const decreeOf = (date: string) => ({ number: '800/17/2026', date, documentHash: HASH });

/** What the agency adopts: the default figures, in force for the whole of 2026. */
export const adoption = {
  version: indonesia2026.version,
  effectiveFrom: '2026-01-01',
  figures: indonesia2026.figures,
  legalBasis: indonesia2026.legalBasis,
  decree: decreeOf('2025-12-15'),
};
export const policyAdopted = PolicyVersionAdopted.of({ ...adoption, adoptedBy: { subjectId: 'ppk-1' } });

/** An authority for the whole of 2026, held by `<role>-1`. */
export const grantOf = (role: AuthorityRole, subjectId = `${role}-1`) => ({
  subjectId,
  role,
  scope: 'agency',
  acting: 'none' as const,
  decree: decreeOf('2025-12-20'),
  from: '2026-01-01',
  to: '2026-12-31',
});
type Grant = Partial<Parameters<typeof AuthorityGranted.of>[0]>;
export const granted = (role: AuthorityRole, details: Grant = {}) =>
  AuthorityGranted.of({ ...grantOf(role), grantedBy: { subjectId: 'clerk-1' }, ...details });

/** The agency has its policy. */
export const underPolicy = <S, E extends DomainEvent, C extends Command>(begun: Given<S, E, C>): Given<S, E, C> =>
  begun.and(policyState, POLICY, [policyAdopted]);

/** The agency has its policy, and an official of that role acts. */
export const inOffice = <S, E extends DomainEvent, C extends Command>(
  begun: Given<S, E, C>,
  role: AuthorityRole,
): Given<S, E, C> =>
  underPolicy(begun)
    .and(authorityState, `authority-${role}`, [granted(role)])
    .as(`${role}-1`, { authorityId: `authority-${role}` });

/** The PPK of a store that {@link foundAgency} began. */
export const PPK = { subjectId: 'ppk-1', roles: [], authorityId: 'authority-ppk' };

/** Begins an agency with real commands: the PPK is given the authority, and adopts the policy. */
export async function foundAgency(store: EventStore, runtime: Runtime): Promise<void> {
  const clerk = { subjectId: 'clerk-1', roles: [] };
  const context = { runtime, occurredAt: noonOf('2026-01-01') };
  done(await handle(store, authority, 'authority-ppk', GrantAuthority(grantOf('ppk')), { ...context, actor: clerk }));
  done(await handle(store, policy, POLICY, AdoptPolicyVersion(adoption), { ...context, actor: PPK }));
}

/** A step of a set-up that must succeed, or else the laws would hold of nothing. */
export function done(handled: Handled<unknown>): void {
  if (!handled.accepted) throw new Error(`The set-up was refused: ${handled.rejection.message.en}`);
}
