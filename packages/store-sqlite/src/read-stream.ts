import type { ReadOptions, RecordedEvent } from '@pembinaan/event-sourcing';
import type { SqliteRow } from './driver/sqlite-driver.js';
import { damaged } from './failures.js';
import type { OpenStore } from './open-store.js';
import { EVENT_COLUMNS, recordedEvent } from './rows.js';

const STREAM = 'SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?';
const PAGE = `SELECT ${EVENT_COLUMNS} FROM events AS e
  WHERE e.stream = ? AND e.revision BETWEEN ? AND ? ORDER BY e.revision`;

/**
 * The events that the stream holds when reading begins, page by page. No statement stays open between pages.
 * @throws EventSourcingError `store-damaged` for a row that cannot be read, or that is missing between the others.
 */
export async function* readStream(
  store: OpenStore,
  name: string,
  options: ReadOptions = {},
): AsyncGenerator<RecordedEvent> {
  const found = store.query((sql) => sql(STREAM).get(name));
  if (typeof found?.[1] !== 'number') return;
  const stream = Number(found[0]);
  const backwards = options.backwards === true;
  let low = Math.max(options.from ?? 0, 0);
  let high = Math.min(options.to ?? Number.POSITIVE_INFINITY, found[1]);
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  while (low <= high && left > 0) {
    const size = Math.min(store.pageSize, left, high - low + 1);
    const first = backwards ? high - size + 1 : low;
    const rows = store.query((sql) => sql(PAGE).all(stream, first, first + size - 1));
    assertComplete(rows, name, first, size, store.file);
    for (let index = 0; index < size; index++) {
      const row = rows[backwards ? size - 1 - index : index];
      if (row !== undefined) yield recordedEvent(row, store);
    }
    left -= size;
    if (backwards) high = first - 1;
    else low = first + size;
  }
}

/** Revisions have no gaps, so that a row which is missing shows. */
function assertComplete(rows: readonly SqliteRow[], stream: string, first: number, size: number, file: string): void {
  for (let index = 0; index < size; index++) {
    const revision = first + index;
    if (rows[index]?.[1] !== revision) throw damaged('An event of the stream is missing.', { file, stream, revision });
  }
}
