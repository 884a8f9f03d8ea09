import type { SqliteConnection, SqliteDriver } from '@pembinaan/store-sqlite';

/** The same driver, which lets a test hold the connection that is opened through it and see what it prepares. */
export function watched(driver: SqliteDriver): {
  wrapped: SqliteDriver;
  connection(): SqliteConnection;
  statements(): readonly string[];
} {
  const connections: SqliteConnection[] = [];
  const statements: string[] = [];
  return {
    wrapped: {
      ...driver,
      open(file, options) {
        const connection = driver.open(file, options);
        connections.push(connection);
        return {
          ...connection,
          prepare(text) {
            statements.push(text);
            return connection.prepare(text);
          },
        };
      },
    },
    connection() {
      const last = connections.at(-1);
      if (last === undefined) throw new Error('No connection was opened.');
      return last;
    },
    statements: () => statements,
  };
}
