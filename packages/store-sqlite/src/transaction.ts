import type { SqliteConnection } from './driver/sqlite-driver.js';

/** Runs the work in one transaction: all of it is committed, or none. IMMEDIATE takes the write lock at once. */
export function inTransaction<T>(connection: SqliteConnection, mode: 'DEFERRED' | 'IMMEDIATE', work: () => T): T {
  connection.exec(`BEGIN ${mode}`);
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    rollback(connection);
    throw error;
  }
}

/** Runs work in transactions that take the write lock at once, with statements that are prepared once. */
export function transactions(connection: SqliteConnection): <T>(work: () => T) => T {
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  return (work) => {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      rollback(connection);
      throw error;
    }
  };
}

/** After some failures (a full disk, an I/O error) SQLite has rolled back by itself and refuses to do it twice. */
function rollback(connection: SqliteConnection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // The transaction is over in either case; the first error is the one that tells.
  }
}
