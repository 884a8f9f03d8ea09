import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { Sha256 } from '../../values/ids.js';
import type { PlanItem } from './events.js';

/** SHA-256 of the canonical JSON (RFC 8785) of the items, ordered by their ids: anybody can compute it again from the events. */
export function contentHash(items: readonly PlanItem[]): Sha256 {
  const ordered = [...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  return Sha256.parse(bytesToHex(sha256(utf8ToBytes(canonicalize(ordered) ?? ''))));
}
