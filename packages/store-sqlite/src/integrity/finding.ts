import { type ErrorPlace, formatPosition } from '@pembinaan/event-sourcing';

/**
 * What can be wrong with a file:
 *
 * - `pages`: SQLite itself finds the file damaged;
 * - `schema`: a table, index, view or trigger is missing, or is another than this library makes;
 * - `references`: a row refers to one that is not there;
 * - `positions`: an event is missing in the log, or at its end;
 * - `revisions`: an event is missing in a stream, or stands in another order there than in the log;
 * - `batches`: the events of one append are not together, or not all there;
 * - `event-ids`: an event id is stored twice;
 * - `times`: an event was recorded before the one that precedes it, or at no time;
 * - `json`: data or metadata that are not JSON.
 */
export type IntegrityLaw =
  | 'pages'
  | 'schema'
  | 'references'
  | 'positions'
  | 'revisions'
  | 'batches'
  | 'event-ids'
  | 'times'
  | 'json';

/** A law that a file breaks, and where. */
export interface IntegrityFinding {
  readonly law: IntegrityLaw;
  readonly what: string;
  readonly place: ErrorPlace;
}

/** Collects findings up to a number; a file that is broken in a million places is told by its first ones. */
export interface Findings {
  add(law: IntegrityLaw, what: string, place?: ErrorPlace): void;
  readonly all: readonly IntegrityFinding[];
  readonly full: boolean;
}

export function findings(file: string, limit: number): Findings {
  const all: IntegrityFinding[] = [];
  return {
    add(law, what, place = {}) {
      if (all.length < limit) all.push({ law, what, place: { file, ...place } });
    },
    all,
    get full() {
      return all.length >= limit;
    },
  };
}

/** The place of an event, from what a row tells of it. */
export function placeOf(stream: unknown, revision: unknown, position: unknown): ErrorPlace {
  return {
    ...(typeof stream === 'string' && { stream }),
    ...(typeof revision === 'number' && { revision }),
    ...(typeof position === 'number' && { position: formatPosition(position) }),
  };
}
