import type { SqliteStatement } from '../driver/sqlite-driver.js';
import type { ViewSql } from './sql.js';

/** Gives the prepared statement of a text. */
export type Sql = (text: ViewSql) => SqliteStatement;

/** What the generations in an open file share. */
export interface ViewFile {
  readonly file: string;
  /** Rows a page. */
  readonly pageSize: number;
  /**
   * Reads the file as it stands at one moment.
   * @throws EventSourcingError `store-closed`, `store-*`.
   */
  read<T>(work: (sql: Sql) => T): T;
  /**
   * Writes in one transaction: all of it, or nothing.
   * @throws EventSourcingError `store-closed`, `store-*`.
   */
  write<T>(work: (sql: Sql) => T): T;
}
