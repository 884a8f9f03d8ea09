import type { ReadAllOptions, RecordedEvent } from '@pembinaan/event-sourcing';
import type { Connection } from './connection.js';
import { headPosition } from './head.js';
import { logFeed } from './log-feed.js';
import { logFilter } from './log-filter.js';
import { decodeEvent } from './stored-event.js';

/** The events that the store holds when reading begins, in global order, page by page. */
export async function* readAll(
  connection: Connection,
  { after, until, types, categories, limit = Number.POSITIVE_INFINITY }: ReadAllOptions = {},
): AsyncGenerator<readonly RecordedEvent[]> {
  connection.assertOpen();
  const filter = logFilter({ types, categories });
  if (filter.onServer === undefined || limit <= 0) return;
  const head = await connection.patiently({}, () => headPosition(connection));
  const end = until === undefined || (head !== undefined && head < until) ? head : until;
  if (end === undefined || head === undefined || (after !== undefined && after >= end)) return;

  let page: RecordedEvent[] = [];
  let left = limit;
  const feed = logFeed(connection, {
    after,
    filter,
    reach: async () => end,
    lookEveryMs: 0,
    onAppend: () => () => {},
    retryForMs: connection.retryForMs,
    signal: undefined,
  });
  for await (const { steps, reached } of feed) {
    let finished = reached !== undefined;
    for (const { position, event } of steps) {
      if (event !== undefined && position <= end) {
        page.push(decodeEvent(event));
        left--;
      }
      finished = position >= end || left <= 0;
      if (finished) break;
      if (page.length >= connection.pageSize) {
        yield page;
        connection.assertOpen();
        page = [];
      }
    }
    if (finished) break;
  }
  if (page.length > 0) yield page;
}
