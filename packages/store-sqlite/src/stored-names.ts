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

/** Asks the file for rows. */
export type FindRows = (sql: string, value: SqliteValue) => readonly SqliteRow[];

/** How many names of streams are kept: some ten megabytes. Types are few. */
const KEPT = 100_000;

/** The log comes upon streams in about the order of their numbers: where it goes on, so many names are read at once. */
const AHEAD = 256;

/**
 * Looks names up once. An event then costs no lookup of its own in two more tables, and all events of a stream share one text.
 * @param find gives the rows of a question to the file, and the failures of the store
 */
export function storedNames(find: FindRows, file: string): StoredNames {
  const named = (table: 'streams' | 'types', what: string): ((id: number) => string) => {
    const known = new Map<number, string>();
    let furthest = 0;
    return (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      if (known.size >= KEPT) known.clear();
      const goesOn = id > furthest && id <= furthest + AHEAD;
      const found = find(`SELECT id, name FROM ${table} WHERE id >= ? ORDER BY id LIMIT ${goesOn ? AHEAD : 1}`, id);
      for (const [number, name] of found) {
        if (typeof number !== 'number' || typeof name !== 'string') break;
        known.set(number, name);
        furthest = number;
      }
      const name = known.get(id);
      if (name === undefined) throw damaged(`The ${what} ${id} of an event has no name.`, { file });
      return name;
    };
  };
  const types = new Map<string, number>();
  return {
    stream: named('streams', 'stream'),
    type: named('types', 'type'),
    idsOfTypes(names) {
      const missing = names.filter((name) => !types.has(name));
      for (const name of missing) {
        const id = find('SELECT id FROM types WHERE name = ?', name)[0]?.[0];
        if (typeof id === 'number') types.set(name, id);
      }
      return names.flatMap((name) => types.get(name) ?? []);
    },
  };
}
