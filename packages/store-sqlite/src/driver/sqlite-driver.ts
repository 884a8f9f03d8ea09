/** A value that the store binds to a statement. */
export type SqliteValue = string | number | null;

/** One row, as its values in the order of the columns. */
export type SqliteRow = readonly unknown[];

/** A prepared statement. Its parameters are plain `?`, bound in their order. */
export interface SqliteStatement {
  /** The first row, or undefined. */
  get(...values: readonly SqliteValue[]): SqliteRow | undefined;
  all(...values: readonly SqliteValue[]): readonly SqliteRow[];
  /** For statements that return no rows. Returns the rowid of the last row that was inserted. */
  run(...values: readonly SqliteValue[]): number;
}

/** An open file. All calls are synchronous. */
export interface SqliteConnection {
  /** Runs one or more statements without parameters. */
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface OpenOptions {
  readonly readOnly: boolean;
  /** How long SQLite itself waits for a lock, in milliseconds. */
  readonly busyTimeoutMs: number;
}

/**
 * The small part of a SQLite binding that the store needs.
 *
 * Bring your own with {@link betterSqlite3Driver} or {@link nodeSqliteDriver}, or let {@link loadDriver} find one.
 */
export interface SqliteDriver {
  /** The package or module that does the work. */
  readonly name: string;
  /** Opens a file, and creates it when it is missing and `readOnly` is false. Throws what the binding throws. */
  open(file: string, options: OpenOptions): SqliteConnection;
  /** The SQLite result code (primary or extended) of an error that this driver threw; undefined when SQLite did not fail. */
  resultCode(error: unknown): number | undefined;
}
