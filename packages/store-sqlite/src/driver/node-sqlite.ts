import { codeOfMessage } from './result-code.js';
import type { SqliteDriver, SqliteRow, SqliteStatement, SqliteValue } from './sqlite-driver.js';

interface Statement {
  /** Missing before Node 22.16; rows are then objects, whose values stand in the order of the columns. */
  setReturnArrays?(on: boolean): void;
  get(...values: readonly SqliteValue[]): unknown;
  all(...values: readonly SqliteValue[]): readonly unknown[];
  run(...values: readonly SqliteValue[]): { readonly lastInsertRowid: number | bigint };
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** What `node:sqlite`, and packages with its interface, export. */
export interface NodeSqlite {
  readonly DatabaseSync: new (file: string, options: { readOnly: boolean; timeout: number }) => Database;
}

/** The driver that works through `node:sqlite`, or through a package with its interface. */
export function nodeSqliteDriver(module: NodeSqlite, name = 'node:sqlite'): SqliteDriver {
  return {
    name,
    open(file, { readOnly, busyTimeoutMs }) {
      const database = new module.DatabaseSync(file, { readOnly, timeout: busyTimeoutMs });
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => rowsAsArrays(database.prepare(sql)),
        close: () => database.close(),
      };
    },
    resultCode(error) {
      if (!(error instanceof Error)) return undefined;
      if ('errcode' in error && typeof error.errcode === 'number') return error.errcode;
      // @photostructure/sqlite leaves the code out where reading rows fails.
      return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? codeOfMessage(error.message) : undefined;
    },
  };
}

function rowsAsArrays(statement: Statement): SqliteStatement {
  statement.setReturnArrays?.(true);
  return {
    get: (...values) => rowOf(statement.get(...values)),
    all(...values) {
      const rows = statement.all(...values);
      return rows.every(isRow) ? rows : rows.map((row) => rowOf(row) ?? []);
    },
    run: (...values) => Number(statement.run(...values).lastInsertRowid),
  };
}

function rowOf(row: unknown): SqliteRow | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  return isRow(row) ? row : Object.values(row);
}

function isRow(row: unknown): row is SqliteRow {
  return Array.isArray(row);
}
