import type { SqliteConnection } from './driver/sqlite-driver.js';
import type { Advice } from './failures.js';

/** What a file is for, and how it is told from other SQLite files. */
export interface FileFormat {
  /** What the file holds, as messages say it. */
  readonly name: string;
  /** In the header of the file, as `PRAGMA application_id`. */
  readonly applicationId: number;
  /** The version that is read and written, in `PRAGMA user_version`. */
  readonly version: number;
  /** The tables of a new file. */
  readonly schema: string;
  /** What serves those who want no file. */
  readonly inMemory: string;
  readonly advice: Advice;
}

/** Lays the tables of a new file. From the first of its pages that is written the file is nobody's, until it is {@link mark}ed. */
export function layTables(connection: SqliteConnection, { version, schema }: FileFormat): void {
  connection.exec(`PRAGMA user_version = ${version}`);
  connection.exec(schema);
}

/** Makes a file of that format of one whose tables are laid. */
export function mark(connection: SqliteConnection, { applicationId }: FileFormat): void {
  connection.exec(`PRAGMA application_id = ${applicationId}`);
}
