import type { SqliteConnection, SqliteStatement } from './driver/sqlite-driver.js';

/** Prepares a statement at its first use and keeps it. */
export function statementCache(connection: SqliteConnection): (sql: string) => SqliteStatement {
  const prepared = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
