import { setMaxListeners } from 'node:events';
import { admit, type EventStore, type EventToAppend } from '@pembinaan/event-sourcing';
import { type Appender, append } from './append.js';
import type { ClientCredentials, EventStoreClient } from './client.js';
import { type Connection, connection } from './connection.js';
import { connectionUrl } from './connection-url.js';
import { headPosition } from './head.js';
import { type Health, health } from './health.js';
import { knownIds } from './known-ids.js';
import { loadClient } from './load-client.js';
import { readAll } from './read-all.js';
import { readStream } from './read-stream.js';
import { subscribe } from './subscribe.js';

export interface EventStoreDbOptions {
  /** Events a page of reading; 1,000 when absent. */
  readonly pageSize?: number;
  /** How long one call may stay without an answer, in milliseconds; 5,000 when absent. */
  readonly deadlineMs?: number;
  /**
   * How long appends and reads are tried again while the server is away or its cluster elects a leader, in milliseconds; 30,000 when
   * absent. Subscriptions do not give up.
   */
  readonly retryForMs?: number;
  /** How often a subscription that has nothing to do looks how far the store is, in milliseconds; 1,000 when absent. */
  readonly pollIntervalMs?: number;
  /**
   * For a client that is handed in: user and password, sent with each call. Give them where several clients of
   * `@eventstore/db-client` live in one process (docs/eventstoredb.md). A URL brings its own.
   */
  readonly credentials?: ClientCredentials;
}

/** An event store on a server, which can be asked how it is. */
export interface EventStoreDbStore extends EventStore {
  /** Asks the server once; never throws. */
  health(): Promise<Health>;
}

const DEFAULTS = { pageSize: 1000, deadlineMs: 5000, retryForMs: 30_000, pollIntervalMs: 1000 };

/**
 * Opens a store on EventStoreDB or KurrentDB, a single node or a cluster.
 *
 * ```ts
 * const store = await eventStoreDb('esdb://admin:changeit@node1:2113,node2:2113,node3:2113');
 * ```
 *
 * A URL loads `@eventstore/db-client`; a client of it, or of `@kurrent/kurrentdb-client`, can be handed in as it is, and is then the
 * caller's to dispose of. Nothing is sent before the first use: the server may be away when the store is opened.
 *
 * @throws EventSourcingError `store-unavailable` for a URL that is none; `driver-missing`.
 */
export async function eventStoreDb(
  urlOrClient: string | EventStoreClient,
  options: EventStoreDbOptions = {},
): Promise<EventStoreDbStore> {
  if (typeof urlOrClient !== 'string') return storeOn(urlOrClient, options.credentials, options, async () => {});
  const url = connectionUrl(urlOrClient);
  const client = await loadClient(url);
  return storeOn(client, url.credentials, options, () => disposed(client));
}

function storeOn(
  client: EventStoreClient,
  credentials: ClientCredentials | undefined,
  options: EventStoreDbOptions,
  release: () => Promise<void>,
): EventStoreDbStore {
  const closing = new AbortController();
  // As many as there are calls under way.
  setMaxListeners(0, closing.signal);
  const server: Connection = connection(client, credentials, closing.signal, {
    pageSize: Math.max(1, Math.trunc(options.pageSize ?? DEFAULTS.pageSize)),
    deadlineMs: options.deadlineMs ?? DEFAULTS.deadlineMs,
    retryForMs: options.retryForMs ?? DEFAULTS.retryForMs,
    pollIntervalMs: options.pollIntervalMs ?? DEFAULTS.pollIntervalMs,
  });
  const known = knownIds();
  const appender: Appender = { connection: server, known, learning: new Map(), turns: new Map() };
  const looking = new Set<() => void>();
  const onAppend = (look: () => void): (() => void) => {
    looking.add(look);
    return () => looking.delete(look);
  };

  return {
    capabilities: { atomicFacts: false, uniqueEventIds: false, durable: true },

    async append(stream, events: readonly EventToAppend[], expected) {
      server.assertOpen();
      admit(stream, events, expected);
      const appended = await append(appender, stream, events, expected);
      if (!appended.repeated) for (const look of [...looking]) look();
      return appended;
    },

    read: (stream, read) => readStream(server, known, stream, read),
    readAll: (read) => readAll(server, read),
    subscribe: (subscription) => subscribe(server, onAppend, subscription),
    async head() {
      server.assertOpen();
      return server.patiently({}, () => headPosition(server));
    },
    health: () => health(server),

    async close() {
      if (closing.signal.aborted) return;
      closing.abort();
      await release();
    },
  };
}

/** Ends what the client has open; not longer than a second, since a call whose connection hangs does not end. */
async function disposed(client: EventStoreClient): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const longEnough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1000);
  });
  await Promise.race([client.dispose().catch(() => {}), longEnough]);
  clearTimeout(timer);
}
