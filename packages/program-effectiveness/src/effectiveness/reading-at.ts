import { type CheckedAsOf, type Clock, endOfDay, POLICY, positionWithin, timeZoneOf } from '@pembinaan/core';
import { policyVersionsIn } from '../surroundings/policy-in-view.js';
import { type Reading, readingOf } from './reading.js';
import type { Shelf } from './shelf.js';

/** A reading as of the clocks, of the log up to the end of the shelf at most. */
export async function readingAt(shelf: Shelf, { effective, recorded, position }: CheckedAsOf): Promise<Reading> {
  const until = positionWithin(position, shelf.position);
  // The time zone is told by a policy, which no time zone is needed to read.
  const anywhere: Clock = { effective, before: `${effective}T23:59:59.999Z`, recorded, position: until };
  const policyFile = `policy-${POLICY}`;
  const policies = (await readingOf(shelf, anywhere).context([policyFile])).get(policyFile) ?? [];
  const timeZone = timeZoneOf(policyVersionsIn(policies, policyFile));
  return readingOf(shelf, { ...anywhere, before: endOfDay(effective, timeZone) });
}
