import type { Instant } from '../instant.js';
import type { Entry } from './entry.js';

/** Up to where the log was known; what is undefined bounds nothing. */
export interface Knowledge {
  /** What was recorded later is not known. */
  readonly recorded: Instant | undefined;
  /** What stands after this position is not known. */
  readonly position: string | undefined;
}

/** Whether an entry was known. */
export function isKnown(
  { recordedAt, position }: Pick<Entry, 'recordedAt' | 'position'>,
  knowledge: Knowledge,
): boolean {
  if (knowledge.recorded !== undefined && knowledge.recorded < recordedAt) return false;
  return knowledge.position === undefined || position <= knowledge.position;
}

/** The entries that were known, in the order in which they are given. */
export function knownOf<E extends Entry>(entries: readonly E[], knowledge: Knowledge): readonly E[] {
  if (knowledge.recorded === undefined && knowledge.position === undefined) return entries;
  return entries.filter((entry) => isKnown(entry, knowledge));
}

/** The ids of the events that entries correct; undefined where they correct none. */
export function correctedIn(known: readonly Entry[]): ReadonlySet<string> | undefined {
  let ids: Set<string> | undefined;
  for (const { corrects } of known) {
    if (corrects === undefined) continue;
    ids ??= new Set();
    ids.add(corrects.eventId);
  }
  return ids;
}
