import type { ClientRecordedEvent } from './client.js';

/** How many events at the end of a stream are looked through for a batch that may be there already. */
export const RECOGNISED_EVENTS = 1000;

const KEPT_IDS = 100_000;

/** Event ids at the end of a stream, without gaps, by revision. */
export interface KnownEnd {
  readonly from: number;
  readonly to: number;
  revisionOf(id: string): number | undefined;
}

/**
 * The ids of events that went through this store: who reads a stream and appends to it, or appends again and again, can be told of
 * a batch that is there already without asking the server. Bounded in all, and in each stream.
 */
export interface KnownIds {
  /** Takes note of events of a stream, in ascending order without gaps. */
  learn(stream: string, first: number, ids: readonly string[]): void;
  endOf(stream: string): KnownEnd | undefined;
}

/** Takes note of events of a stream that were read, in ascending order. */
export function learn(known: KnownIds, stream: string, page: readonly ClientRecordedEvent[]): void {
  const first = page[0];
  if (first === undefined) return;
  known.learn(
    stream,
    Number(first.revision),
    page.map((event) => event.id),
  );
}

interface Entry {
  from: number;
  to: number;
  readonly revisions: Map<string, number>;
}

export function knownIds(): KnownIds {
  const entries = new Map<string, Entry>();
  let kept = 0;

  const begin = (stream: string, first: number): Entry => {
    const entry: Entry = { from: first, to: first - 1, revisions: new Map() };
    entries.set(stream, entry);
    return entry;
  };
  const forget = (stream: string, entry: Entry): void => {
    kept -= entry.revisions.size;
    entries.delete(stream);
  };
  const trim = (entry: Entry): void => {
    for (const id of entry.revisions.keys()) {
      if (entry.revisions.size <= RECOGNISED_EVENTS) return;
      entry.revisions.delete(id);
      entry.from++;
      kept--;
    }
  };

  return {
    learn(stream, first, ids) {
      const last = first + ids.length - 1;
      let entry = entries.get(stream);
      if (entry !== undefined) {
        const known = first >= entry.from && last <= entry.to;
        const older = last < entry.to;
        if (known || older) return;
        if (first > entry.to + 1 || first < entry.from) {
          forget(stream, entry);
          entry = undefined;
        } else {
          // Moved to the end: the streams that were used last are kept.
          entries.delete(stream);
          entries.set(stream, entry);
        }
      }
      entry ??= begin(stream, first);
      for (const [index, id] of ids.entries()) {
        const revision = first + index;
        if (revision <= entry.to) continue;
        entry.revisions.set(id, revision);
        entry.to = revision;
        kept++;
      }
      trim(entry);
      for (const [oldest, other] of entries) {
        if (kept <= KEPT_IDS || oldest === stream) break;
        forget(oldest, other);
      }
    },
    endOf(stream) {
      const entry = entries.get(stream);
      return entry && { from: entry.from, to: entry.to, revisionOf: (id) => entry.revisions.get(id) };
    },
  };
}
