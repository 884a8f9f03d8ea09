import type { SqliteConnection } from './driver/sqlite-driver.js';

/**
 * Settings of a connection to the file of events; measured in docs/performance.md.
 *
 * - `foreign_keys`: off. What an append refers to was found or written in the same transaction; the integrity check asks for the rest.
 * - `cache_size`: 64 MB of pages, for indexes by random keys on a file that has grown.
 * - `wal_autocheckpoint`: every 64 MB. On a file that has grown, most batches change pages all over the indexes; the longer the log, the
 *   more changes of a page are written back as one.
 * - `journal_size_limit`: a log that grew beyond 128 MB, because a reader held it, is cut again.
 */
const SETTINGS = `
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -65536;
PRAGMA wal_autocheckpoint = 16384;
PRAGMA journal_size_limit = 134217728;
`;

/** Sets up a connection for files that grow to millions of events. */
export function tune(connection: SqliteConnection): void {
  connection.exec(SETTINGS);
}
