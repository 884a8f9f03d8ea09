import {
  assertPlainJson,
  buildsOn,
  type Checkpoint,
  EventSourcingError,
  type Generation,
  type ViewChange,
  viewMoved,
} from '@pembinaan/event-sourcing';
import type { SqliteRow } from '../driver/sqlite-driver.js';
import { damagedView, generationDropped } from './failures.js';
import { parkedEvent, parkedValues } from './parked-rows.js';
import { prefixEnd } from './prefix-end.js';
import { SQL } from './sql.js';
import type { Sql, ViewFile } from './view-file.js';

/** Which generation of the file, and whose. */
export interface GenerationId {
  readonly id: number;
  readonly projection: string;
  readonly version: number;
}

type State = 'building' | 'active' | 'replaced';

/** One generation of the file. It keeps nothing in memory: what it tells is what the file says now. */
export function sqliteGeneration(views: ViewFile, { id, projection, version }: GenerationId): Generation {
  const { file, pageSize } = views;

  const readHere = <T>(work: (sql: Sql) => T): T =>
    views.read((sql) => {
      if (sql(SQL.findGeneration).get(id) === undefined) throw generationDropped(projection, file);
      return work(sql);
    });
  const entry = (row: SqliteRow): readonly [string, unknown] => entryOf(row, projection, file);

  return {
    id: String(id),
    projection,
    version,

    async checkpoint() {
      const found = views.read((sql) => findGeneration(sql, id, projection, file));
      if (found === undefined) throw generationDropped(projection, file);
      return found.checkpoint;
    },

    async load(keys) {
      return readHere((sql) => {
        const select = sql(SQL.row);
        const found = new Map<string, unknown>();
        for (const key of keys) {
          if (!isPlainText(key)) continue;
          const row = select.get(id, key);
          if (row !== undefined) found.set(...entry(row));
        }
        return found;
      });
    },

    async startingWith(prefix) {
      return readHere((sql) => {
        const found = new Map<string, unknown>();
        for (const one of [prefix].flat().filter(isPlainText)) {
          const end = prefixEnd(one);
          const rows = end === undefined ? sql(SQL.rowsFrom).all(id, one) : sql(SQL.rowsBetween).all(id, one, end);
          for (const row of rows) found.set(...entry(row));
        }
        return found;
      });
    },

    async *rows() {
      let after: string | undefined;
      for (;;) {
        const last = after;
        const found = readHere((sql) =>
          last === undefined ? sql(SQL.firstRows).all(id, pageSize) : sql(SQL.rowsAfter).all(id, last, pageSize),
        );
        const page = found.map(entry);
        after = page.at(-1)?.[0];
        if (after === undefined) return;
        if (after === last) throw damagedView(`A key of the view '${projection}' is not text.`, file);
        yield page;
        if (page.length < pageSize) return;
      }
    },

    async parked() {
      const found = readHere((sql) => sql(SQL.parked).all(id));
      return found.map((row) => parkedEvent(row, projection, file));
    },
  };
}

/** What the file says of a generation; undefined when it was dropped. */
export function findGeneration(
  sql: Sql,
  id: number,
  projection: string,
  file: string,
): { readonly state: State; readonly checkpoint: Checkpoint } | undefined {
  const row = sql(SQL.findGeneration).get(id);
  if (row === undefined) return undefined;
  const [state, position, handled] = row;
  if (!isState(state) || !(position === null || typeof position === 'string') || typeof handled !== 'number') {
    throw damagedView(`The checkpoint of the view '${projection}' cannot be read.`, file);
  }
  return { state, checkpoint: { position: position ?? undefined, handled } };
}

/**
 * Stores the change of one generation, inside a transaction.
 * @throws EventSourcingError `version-conflict`, `not-plain-json`.
 */
export function writeChange(sql: Sql, id: number, change: ViewChange, file: string): void {
  const { projection } = change.generation;
  const found = findGeneration(sql, id, projection, file);
  const at = found?.checkpoint.position;
  if (found === undefined || found.state === 'replaced' || !buildsOn(change, found.checkpoint))
    throw viewMoved(change, at);
  const put = sql(SQL.putRow);
  // One text at a time: the changed rows of a long build can be a good part of the memory.
  for (const [key, row] of change.rows) put.run(id, key, rowText(key, row, projection));
  const remove = sql(SQL.removeRow);
  for (const key of change.removed) if (isPlainText(key)) remove.run(id, key);
  const park = sql(SQL.park);
  for (const event of change.parked) park.run(id, ...parkedValues(event));
  const unpark = sql(SQL.unpark);
  for (const position of change.unparked) unpark.run(id, position);
  sql(SQL.moveCheckpoint).run(change.checkpoint.position ?? null, change.checkpoint.handled, id);
}

/**
 * The text of a row. Its key has to be text that SQLite keeps as it is; two that differ only in half a character would become one.
 * @throws EventSourcingError `not-plain-json`.
 */
function rowText(key: string, row: unknown, projection: string): string {
  assertPlainJson(key, `A key of the view '${projection}'`);
  const text: string | undefined = JSON.stringify(row);
  if (text !== undefined) return text;
  throw new EventSourcingError('not-plain-json', `The row '${key}' of the view '${projection}' is no value of JSON.`, {
    todo: 'Store only plain JSON; list a key whose row goes under `removed`.',
  });
}

/** No key is anything else, see {@link rowText}. SQLite would look for another text in its place: with U+FFFD, or up to U+0000. */
function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function entryOf([key, data]: SqliteRow, projection: string, file: string): readonly [string, unknown] {
  try {
    if (typeof key === 'string' && typeof data === 'string') return [key, JSON.parse(data)];
  } catch (error) {
    throw damagedView(`The row '${String(key)}' of the view '${projection}' is not JSON.`, file, error);
  }
  throw damagedView(`The row '${String(key)}' of the view '${projection}' lacks a part of itself.`, file);
}

function isState(value: unknown): value is State {
  return value === 'building' || value === 'active' || value === 'replaced';
}
