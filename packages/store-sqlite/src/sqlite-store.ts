import { type EventStore, type Instant, storeClosed, systemRuntime } from '@pembinaan/event-sourcing';
import { admitted } from './admitted.js';
import { appender } from './append.js';
import { type Backup, backUp } from './backup.js';
import { closeFile } from './close-file.js';
import { loadDriver } from './driver/load-driver.js';
import type { SqliteDriver } from './driver/sqlite-driver.js';
import { damaged, isSchemaMismatch, storeFailure } from './failures.js';
import { type GroupCommit, type GroupCommitOptions, groupCommit } from './group-commit.js';
import { type IntegrityReport, integrityCheck } from './integrity/integrity-check.js';
import { openFile } from './open-file.js';
import type { OpenStore } from './open-store.js';
import { headPosition, readAll } from './read-all.js';
import { readStream } from './read-stream.js';
import { rowReader } from './rows.js';
import { EVENT_STORE } from './schema.js';
import { statementCache } from './statements.js';
import { subscribe } from './subscribe.js';
import { tune } from './tuning.js';

export interface SqliteStoreOptions {
  /** The clock that gives `recordedAt`; that of the machine when absent. */
  readonly now?: () => Instant;
  /** Events a page of reading, up to 100,000; 1,000 when absent. */
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
  /**
   * How many appends of concurrent callers are committed together, at most; 1,000 when absent. With 1, each is committed by itself.
   */
  readonly maxGroup?: number;
  /** How often a subscription looks for events of other processes, in milliseconds; 50 when absent. */
  readonly pollIntervalMs?: number;
}

const LARGEST_PAGE = 100_000;

/** A store in one SQLite file. */
export interface SqliteStore extends EventStore {
  /**
   * Copies the store into a new file while it is written to, by this process and by others: all that it held when the copy began.
   * The copy is a store like this one.
   * @throws EventSourcingError `store-unavailable` when there is a file of that name already; `store-full`, `store-closed`, `store-*`.
   */
  backup(file: string): Promise<Backup>;
  /**
   * Checks the whole file, as it is at one moment: pages, references, and the laws of log, streams and batches.
   * @throws EventSourcingError `store-closed`; `store-*` when the file cannot be read at all.
   */
  integrityCheck(): Promise<IntegrityReport>;
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
export async function sqliteStore(file: string, options: SqliteStoreOptions = {}): Promise<SqliteStore> {
  const driver = options.driver ?? (await loadDriver());
  const busyTimeoutMs = options.busyTimeoutMs ?? 5000;
  const connection = await openFile(driver, file, EVENT_STORE, {
    readOnly: options.readOnly ?? false,
    busyTimeoutMs,
    synchronous: options.synchronous ?? 'full',
  });
  tune(connection);
  const statement = statementCache(connection);
  const waiting = new Set<() => void>();
  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  let closed = false;
  const commits = prepareCommits(
    { connection, driver, file, maxGroup: Math.max(1, Math.trunc(options.maxGroup ?? 1000)), onStored: wakeAll },
    options.now ?? systemRuntime.now,
  );

  const assertOpen = (): void => {
    if (closed) throw storeClosed();
  };
  const use = <T>(work: () => T): T => {
    assertOpen();
    try {
      return work();
    } catch (error) {
      throw storeFailure(error, file, driver);
    }
  };
  const store: OpenStore = {
    ...rowReader((sql, value) => use(() => statement(sql).all(value)), file),
    pageSize: Math.min(Math.max(1, Math.trunc(options.pageSize ?? 1000) || 1), LARGEST_PAGE),
    query: (ask) => use(() => ask(statement)),
    nextAppend: (signal) => pauseUntilWoken(waiting, signal, options.pollIntervalMs ?? 50),
  };

  return {
    capabilities: { atomicFacts: true, durable: true, uniqueEventIds: true },

    async append(stream, events, expected, appendOptions) {
      assertOpen();
      return commits.add(admitted(stream, events, expected, appendOptions));
    },

    read: (stream, read) => readStream(store, stream, read),
    readAll: (read) => readAll(store, read),
    subscribe: (subscription) => subscribe(store, subscription),
    head: async () => headPosition(store),

    async backup(target) {
      assertOpen();
      return backUp({ driver, file, busyTimeoutMs, assertOpen }, target);
    },

    async integrityCheck() {
      assertOpen();
      return integrityCheck({ driver, file, busyTimeoutMs, assertOpen });
    },

    async close() {
      if (closed) return;
      closed = true;
      commits.drain();
      wakeAll();
      try {
        closeFile(connection, options.readOnly === true);
      } catch (error) {
        throw storeFailure(error, file, driver);
      }
    },
  };
}

/** Prepares all statements of appending, which tells whether the tables are as they should be. */
function prepareCommits(options: Omit<GroupCommitOptions, 'appender'>, now: () => Instant): GroupCommit {
  const { connection, driver, file } = options;
  try {
    return groupCommit({ ...options, appender: appender(connection, now) });
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
