import type { SqliteDriver, SqliteValue } from '@pembinaan/store-sqlite';

/**
 * The same driver in a process that ends at one of its writing calls, just before or just after it: what is in no committed
 * transaction is lost, and every later call fails.
 */
export function crashing(
  driver: SqliteDriver,
  crash: { readonly call: number; readonly after: boolean },
): SqliteDriver {
  return {
    ...driver,
    open(file, options) {
      const connection = driver.open(file, options);
      let calls = 0;
      let ended = false;
      const end = (): never => {
        ended = true;
        try {
          connection.exec('ROLLBACK');
        } catch {
          // It was in no transaction.
        }
        throw new Error('The process ended.');
      };
      const step = <T>(work: () => T): T => {
        if (ended) throw new Error('The process has ended.');
        const last = ++calls === crash.call;
        if (last && !crash.after) end();
        const result = work();
        return last ? end() : result;
      };
      return {
        close: () => connection.close(),
        exec: (sql) => step(() => connection.exec(sql)),
        prepare(sql) {
          const statement = connection.prepare(sql);
          return { ...statement, run: (...values: readonly SqliteValue[]) => step(() => statement.run(...values)) };
        },
      };
    },
  };
}
