import type { SqliteConnection, SqliteStatement } from './driver/sqlite-driver.js';

/** Some texts hold a number, such as the size of a page, so that there can be very many: the oldest is then let go. */
const KEPT = 200;

/** Prepares a statement at its first use and keeps it. */
export function statementCache(connection: SqliteConnection): (sql: string) => SqliteStatement {
  const prepared = new Map<string, SqliteStatement>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = connection.prepare(sql);
    const [oldest] = prepared.size < KEPT ? [] : prepared.keys();
    if (oldest !== undefined) prepared.delete(oldest);
    prepared.set(sql, statement);
    return statement;
  };
}
