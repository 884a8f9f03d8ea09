import type { RecordedEvent } from '../event/envelope.js';
import type { EventStore } from '../store/event-store.js';

/** A batch beyond this many events of one projection is taken for several: imported logs may name one command for everything. */
const LONGEST = 10_000;

/**
 * Whether two events that follow each other in the log were stored by one append.
 *
 * The port of stores does not tell batches. But an append holds the events of one command and of one stream, and no append is
 * interleaved with another: events of one stream and one command that follow each other are one batch, also where others of it were
 * filtered out.
 */
export function sameAppend(before: RecordedEvent, next: RecordedEvent): boolean {
  return (
    before.stream === next.stream &&
    before.revision < next.revision &&
    before.metadata.commandId === next.metadata.commandId
  );
}

/** How many events at the beginning of a page belong to the append of the event before it. */
export function restOfAppend(before: RecordedEvent, page: readonly RecordedEvent[]): number {
  let count = 0;
  for (let last = before; count < page.length; count++) {
    const next = page[count];
    if (next === undefined || !sameAppend(last, next)) return count;
    last = next;
  }
  return count;
}

/** The position of the first event of the append that stored this one. */
export async function beginningOfAppend(store: EventStore, event: RecordedEvent): Promise<string> {
  let first = event;
  if (event.revision === 0) return first.position;
  const backwards = store.read(event.stream, { to: event.revision - 1, backwards: true, limit: LONGEST });
  for await (const before of backwards) {
    if (!sameAppend(before, first)) return first.position;
    first = before;
  }
  return first.revision === 0 ? first.position : event.position;
}
