import {
  admit,
  categoryOf,
  type EventStore,
  type Instant,
  storeClosed,
  systemRuntime,
} from '@pembinaan/event-sourcing';
import { type Appender, appender } from './append.js';
import { closeFile } from './close-file.js';
import { loadDriver } from './driver/load-driver.js';
import type { SqliteConnection, SqliteDriver } from './driver/sqlite-driver.js';
import { damaged, isSchemaMismatch, storeFailure } from './failures.js';
import { openFile } from './open-file.js';
import type { OpenStore } from './open-store.js';
import { headPosition, readAll } from './read-all.js';
import { readStream } from './read-stream.js';
import { EVENT_STORE } from './schema.js';
import { statementCache } from './statements.js';
import { subscribe } from './subscribe.js';

export interface SqliteStoreOptions {
  /** The clock that gives `recordedAt`; that of the machine when absent. */
  readonly now?: () => Instant;
  /** Events a page of reading; 1,000 when absent. */
  readonly pageSize?: number;
  /** How long to wait for the lock of another process, in milliseconds; 5,000 when absent. The wait blocks the event loop. */
  readonly busyTimeoutMs?: number;
  /** Opens an existing file for reading alone; an append is then refused with `store-read-only`. */
  readonly readOnly?: boolean;
  /**
   * `full` (when absent): what was acknowledged survives a power failure. `normal`: it survives the end of the process, and a power
   * failure may take the last appends, but never a part of one.
   */
  readonly synchronous?: 'full' | 'normal';
  /** The SQLite binding; the first that works when absent, see {@link loadDriver}. */
  readonly driver?: SqliteDriver;
  /** How often a subscription looks for events of other processes, in milliseconds; 50 when absent. */
  readonly pollIntervalMs?: number;
}

/**
 * Opens a store in one SQLite file, and creates the file when it is missing.
 *
 * ```ts
 * const store = await sqliteStore('pembinaan.db');
 * ```
 *
 * Several processes may read and write the same file on one machine; each append waits for the one before it. Reading takes no lock
 * and keeps none between pages. Keep the file on a local disk.
 *
 * @throws EventSourcingError `driver-missing`; `store-unavailable` for a file that cannot be opened, is of another program or of a
 *   newer format; `store-damaged`, `store-busy`, `store-read-only`, `store-full`.
 */
export async function sqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<EventStore> {
  const driver = options.driver ?? (await loadDriver());
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const connection = await openFile(driver, file, EVENT_STORE, {
    readOnly: options.readOnly ?? false,
    busyTimeoutMs,
    synchronous: options.synchronous ?? 'full',
  });
  const append = prepareAppender(connection, driver, file, options.now ?? systemRuntime.now);
  const statement = statementCache(connection);
  const waiting = new Set<() => void>();
  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  let closed = false;

  const use = <T>(work: () => T): T => {
    if (closed) throw storeClosed();
    try {
      return work();
    } catch (error) {
      throw storeFailure(error, file, driver);
    }
  };
  const store: OpenStore = {
    file,
    pageSize: Math.max(1, Math.trunc(options.pageSize ?? 1000)),
    query: (ask) => use(() => ask(statement)),
    nextAppend: (signal) => pauseUntilWoken(waiting, signal, options.pollIntervalMs ?? 50),
  };

  return {
    capabilities: { atomicFacts: true, durable: true },

    async append(stream, events, expected, appendOptions) {
      if (closed) throw storeClosed();
      admit(stream, events, expected);
      const { facts = [], quiet = [] } = appendOptions ?? {};
      const appended = use(() => append({ stream, category: categoryOf(stream), events, expected, facts, quiet }));
      if (!appended.repeated) wakeAll();
      return appended;
    },

    read: (stream, read) => readStream(store, stream, read),
    readAll: (read) => readAll(store, read),
    subscribe: (subscription) => subscribe(store, subscription),
    head: async () => headPosition(store),

    async close() {
      if (closed) return;
      closed = true;
      wakeAll();
      try {
        closeFile(connection, options.readOnly === true);
      } catch (error) {
        throw storeFailure(error, file, driver);
      }
    },
  };
}

function prepareAppender(
  connection: SqliteConnection,
  driver: SqliteDriver,
  file: string,
  now: () => Instant,
): Appender {
  try {
    return appender(connection, driver, file, now);
  } catch (error) {
    connection.close();
    if (isSchemaMismatch(error, driver)) throw damaged('A table or column of the store is missing.', { file }, error);
    throw storeFailure(error, file, driver);
  }
}

function pauseUntilWoken(waiting: Set<() => void>, signal: AbortSignal | undefined, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, timeoutMs);
    waiting.add(wake);
    signal?.addEventListener('abort', wake, { once: true });
    if (signal?.aborted === true) wake();
  });
}
