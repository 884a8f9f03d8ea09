import type { SqliteConnection } from './driver/sqlite-driver.js';

/** The numbers under which the types of events are stored. */
export interface TypeIds {
  /** The number of a type; a type that is not stored yet gets one in the transaction that is open. */
  idOf(type: string): number;
  /** Forgets the numbers, because those of the last transaction were never committed. */
  forget(): void;
}

/** Keeps the numbers in memory: there are some hundred types, and none is ever changed or deleted. */
export function typeIds(connection: SqliteConnection): TypeIds {
  const find = connection.prepare('SELECT id FROM types WHERE name = ?');
  const add = connection.prepare('INSERT INTO types (name) VALUES (?)');
  const known = new Map<string, number>();
  return {
    idOf(type) {
      const id = known.get(type);
      if (id !== undefined) return id;
      const stored = find.get(type);
      const fresh = stored === undefined ? add.run(type) : Number(stored[0]);
      known.set(type, fresh);
      return fresh;
    },
    forget: () => known.clear(),
  };
}
