import type { SqliteStatement } from './driver/sqlite-driver.js';
import type { RowReader } from './rows.js';

/** What the readers of an open store share. */
export interface OpenStore extends RowReader {
  /** Events a page. */
  readonly pageSize: number;
  /**
   * Asks the file, with statements that are kept.
   * @throws EventSourcingError `store-closed`, `store-*`.
   */
  query<T>(ask: (sql: (text: string) => SqliteStatement) => T): T;
  /** Resolves at the next own append, after the polling interval, when the store closes, or when the signal aborts. */
  nextAppend(signal: AbortSignal | undefined): Promise<void>;
}
