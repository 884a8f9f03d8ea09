import type { SubscribeOptions, SubscriptionMessage } from '@pembinaan/event-sourcing';
import type { Connection } from './connection.js';
import { headPosition } from './head.js';
import { logFeed } from './log-feed.js';
import { logFilter } from './log-filter.js';
import { decodeEvent } from './stored-event.js';

/**
 * All events from a position on, then those to come. It outlives lost connections, however long they are lost: it goes on after the
 * last event that the reader finished, with pauses up to two seconds between the tries.
 */
export async function* subscribe(
  connection: Connection,
  onAppend: (look: () => void) => () => void,
  { after, types, signal }: SubscribeOptions = {},
): AsyncGenerator<SubscriptionMessage> {
  connection.assertOpen();
  let told: string | undefined | null = null;
  const feed = logFeed(connection, {
    after,
    filter: logFilter({ types }),
    reach: () => headPosition(connection),
    lookEveryMs: connection.pollIntervalMs,
    // Who wants everything is pushed everything.
    onAppend: types === undefined ? () => () => {} : onAppend,
    retryForMs: Number.POSITIVE_INFINITY,
    signal,
  });
  for await (const { steps, reached } of feed) {
    for (const { position, event } of steps) {
      if (signal?.aborted === true) return;
      yield event === undefined ? { kind: 'progress', position } : decodeEvent(event);
    }
    if (signal?.aborted === true) return;
    if (reached !== undefined && told !== reached.position) {
      told = reached.position;
      yield { kind: 'caughtUp', position: told };
    }
  }
}
