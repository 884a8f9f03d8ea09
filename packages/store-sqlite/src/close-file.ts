import type { SqliteConnection } from './driver/sqlite-driver.js';

/** Closes a file; one that was written is then whole by itself, so that it can be copied without its log. */
export function closeFile(connection: SqliteConnection, readOnly: boolean): void {
  if (!readOnly) foldLogIntoFile(connection);
  connection.close();
}

/**
 * Moves what the write-ahead log holds into the file, so that the file alone can be copied. SQLite does it when the last connection
 * ends; with @photostructure/sqlite that is only when its statements are collected as garbage. Waits for nobody: where another process
 * reads, the log stays, and the next opening finds it.
 */
function foldLogIntoFile(connection: SqliteConnection): void {
  try {
    connection.exec('PRAGMA busy_timeout = 0');
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Nothing is lost: what was acknowledged is in the log.
  }
}
