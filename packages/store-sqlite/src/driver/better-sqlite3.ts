import { codeOfName } from './result-code.js';
import type { SqliteDriver, SqliteRow, SqliteStatement, SqliteValue } from './sqlite-driver.js';

interface Statement {
  /** True for a statement that returns rows. */
  readonly reader: boolean;
  raw(on: boolean): unknown;
  get(...values: readonly SqliteValue[]): unknown;
  all(...values: readonly SqliteValue[]): readonly unknown[];
  run(...values: readonly SqliteValue[]): { readonly lastInsertRowid: number | bigint };
}

interface Connection {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  close(): unknown;
}

/** What the package better-sqlite3 exports: the class of its connections. */
export type BetterSqlite3 = new (file: string, options: { readonly: boolean; timeout: number }) => Connection;

/** The driver that works through better-sqlite3 (or a build of it, such as one with encryption). */
export function betterSqlite3Driver(Database: BetterSqlite3, name = 'better-sqlite3'): SqliteDriver {
  return {
    name,
    open(file, { readOnly, busyTimeoutMs }) {
      const database = new Database(file, { readonly: readOnly, timeout: busyTimeoutMs });
      return {
        exec: (sql) => void database.exec(sql),
        prepare: (sql) => rowsAsArrays(database.prepare(sql)),
        close: () => void database.close(),
      };
    },
    resultCode(error) {
      if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
      return codeOfName(error.code);
    },
  };
}

function rowsAsArrays(statement: Statement): SqliteStatement {
  if (statement.reader) statement.raw(true);
  return {
    get(...values) {
      const row = statement.get(...values);
      return isRow(row) ? row : undefined;
    },
    all: (...values) => rowsOf(statement.all(...values)),
    run: (...values) => Number(statement.run(...values).lastInsertRowid),
  };
}

/** A connection that was told to give arrays gives nothing else. */
function rowsOf(rows: readonly unknown[]): readonly SqliteRow[] {
  return rows.every(isRow) ? rows : rows.filter(isRow);
}

function isRow(row: unknown): row is SqliteRow {
  return Array.isArray(row);
}
