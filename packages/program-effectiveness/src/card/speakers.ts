import { grouped } from '@pembinaan/core';
import { heldIn, type Level } from './levels.js';

/** Who taught, by where they come from. */
export interface SpeakersAccount {
  /** `internal`, `agency`, `university`, `ngo` or `private`. */
  readonly origin: string;
  /** Assignments to a batch. */
  readonly assignments: number;
  readonly sessions: number;
  /** Assignments of people whom a partner sent. */
  readonly fromPartners: number;
}

/** By origin, the most frequent first. */
export function speakersOf(level: Level): readonly SpeakersAccount[] {
  const speakers = heldIn(level).flatMap((batch) => batch.speakers);
  return [...grouped(speakers, ({ origin }) => origin)]
    .map(([origin, own]) => ({
      origin,
      assignments: own.length,
      sessions: own.reduce((sum, { sessionIds }) => sum + sessionIds.length, 0),
      fromPartners: own.filter(({ partnerId }) => partnerId !== undefined).length,
    }))
    .sort((a, b) => b.assignments - a.assignments || (a.origin < b.origin ? -1 : 1));
}
