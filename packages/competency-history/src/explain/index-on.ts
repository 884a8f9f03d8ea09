import { type IpAsn, type IpAsnInput, ipAsn } from '@pembinaan/core';
import { ipAsnInputOn } from '../ip-asn-input.js';
import type { Facts } from './facts.js';

/** The professionalism index of a person on the day, as `IpAsnPreview` has it; undefined without a policy. */
export function indexOn(facts: Facts): IpAsn | undefined {
  const { policy } = facts;
  return policy === undefined ? undefined : ipAsn(indexInputOn(facts), policy.figures);
}

/** What the events tell for the index. */
export function indexInputOn({ placement, certificates, jp, predicates, on }: Facts): IpAsnInput {
  return ipAsnInputOn({ placement: placement ?? null, certificates, jp, predicates }, on);
}
