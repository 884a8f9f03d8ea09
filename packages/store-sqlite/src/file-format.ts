import type { Advice } from './failures.js';

/** What a file is for, and how it is told from other SQLite files. */
export interface FileFormat {
  /** What the file holds, as messages say it. */
  readonly name: string;
  /** In the header of the file, as `PRAGMA application_id`. */
  readonly applicationId: number;
  /** The version that is read and written, in `PRAGMA user_version`. */
  readonly version: number;
  /** Lays the tables of a new file. */
  readonly schema: string;
  /** What serves those who want no file. */
  readonly inMemory: string;
  readonly advice: Advice;
}
