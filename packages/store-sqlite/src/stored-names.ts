import type { SqliteRow, SqliteValue } from './driver/sqlite-driver.js';
import { damaged } from './failures.js';

/** The names of streams and types behind the numbers by which events refer to them. */
export interface StoredNames {
  /** @throws EventSourcingError `store-damaged` for a number without a name. */
  stream(id: number): string;
  type(id: number): string;
  /** The numbers of those types of which there are events. */
  idsOfTypes(names: readonly string[]): readonly number[];
}

/** Asks the file for one row. */
export type FindRow = (sql: string, value: SqliteValue) => SqliteRow | undefined;

/** How many names of streams are kept: some ten megabytes. Types are few. */
const KEPT = 100_000;

/**
 * Looks names up once. An event then costs no lookup of its own in two more tables, and all events of a stream share one text.
 * @param find gives the first row of a question to the file, and the failures of the store
 */
export function storedNames(find: FindRow, file: string): StoredNames {
  const named = (sql: string, what: string): ((id: number) => string) => {
    const known = new Map<number, string>();
    return (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const name = find(sql, id)?.[0];
      if (typeof name !== 'string') throw damaged(`The ${what} ${id} of an event has no name.`, { file });
      if (known.size >= KEPT) known.clear();
      known.set(id, name);
      return name;
    };
  };
  const types = new Map<string, number>();
  return {
    stream: named('SELECT name FROM streams WHERE id = ?', 'stream'),
    type: named('SELECT name FROM types WHERE id = ?', 'type'),
    idsOfTypes(names) {
      const missing = names.filter((name) => !types.has(name));
      for (const name of missing) {
        const id = find('SELECT id FROM types WHERE name = ?', name)?.[0];
        if (typeof id === 'number') types.set(name, id);
      }
      return names.flatMap((name) => types.get(name) ?? []);
    },
  };
}
