import type { ReadOptions, RecordedEvent } from '@pembinaan/event-sourcing';
import type { Connection } from './connection.js';
import { type KnownIds, learn } from './known-ids.js';
import { streamPage } from './read-page.js';
import { decodeEvent } from './stored-event.js';

/** A first page of this size holds most streams whole, and costs little where only the first event is wanted. */
const FIRST_PAGE = 100;

/** The events of one stream, page by page. No call to the server stays open between pages, so that there is none to release. */
export async function* readStream(
  connection: Connection,
  known: KnownIds,
  stream: string,
  { from = 0, to = Number.MAX_SAFE_INTEGER, backwards = false, limit = Number.POSITIVE_INFINITY }: ReadOptions = {},
): AsyncGenerator<RecordedEvent> {
  connection.assertOpen();
  let left = Math.min(limit, to - from + 1);
  let next: number | 'end' = backwards ? (to === Number.MAX_SAFE_INTEGER ? 'end' : to) : from;
  for (let size = Math.min(FIRST_PAGE, connection.pageSize); left > 0; size = connection.pageSize) {
    const count = Math.min(size, left);
    const page = await streamPage(connection, stream, { from: next, backwards, count });
    learn(known, stream, backwards ? page.toReversed() : page);
    for (const event of page) {
      const revision = Number(event.revision);
      if (revision < from || left <= 0) return;
      yield decodeEvent(event);
      left--;
      next = backwards ? revision - 1 : revision + 1;
    }
    if (page.length < count || next === -1) return;
    connection.assertOpen();
  }
}
