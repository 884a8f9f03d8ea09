import { EventSourcingError, type Generation, type ViewTarget } from '@pembinaan/event-sourcing';
import { closeFile } from '../close-file.js';
import { loadDriver } from '../driver/load-driver.js';
import type { SqliteConnection, SqliteDriver } from '../driver/sqlite-driver.js';
import { isSchemaMismatch, storeFailure } from '../failures.js';
import { openFile } from '../open-file.js';
import { statementCache } from '../statements.js';
import { inTransaction } from '../transaction.js';
import { damagedView, generationDropped, generationServed } from './failures.js';
import { findGeneration, type GenerationId, sqliteGeneration, writeChange } from './generation.js';
import { VIEWS } from './schema.js';
import { SQL } from './sql.js';
import type { Sql, ViewFile } from './view-file.js';

export interface SqliteViewsOptions {
  /** Rows a page of {@link Generation.rows}; 1,000 when absent. */
  readonly pageSize?: number;
  /** How long to wait for the lock of another process, in milliseconds; 5,000 when absent. The wait blocks the event loop. */
  readonly busyTimeoutMs?: number;
  /** Opens an existing file for reading alone; whatever writes is then refused with `store-read-only`. */
  readonly readOnly?: boolean;
  /**
   * `normal` (when absent): a power failure may take the last commits, whole ones, and the projection goes on from the checkpoint
   * before them. `full`: each commit also waits for the disk. In both, what was committed survives the end of the process.
   */
  readonly synchronous?: 'full' | 'normal';
  /** The SQLite binding; the first that works when absent, see {@link loadDriver}. */
  readonly driver?: SqliteDriver;
}

/** The rows of projections in one SQLite file. */
export interface SqliteViews extends ViewTarget {
  /** Closes the file, which can then be copied by itself; whatever is asked afterwards fails with `store-closed`. */
  close(): Promise<void>;
}

/**
 * Opens a file for the rows of projections, and creates it when it is missing.
 *
 * ```ts
 * const views = await sqliteViews('views.db');
 * const people = projector(store, competencyHistory, { target: views });
 * await people.run();
 * ```
 *
 * It is a file of its own, never that of the events: it may be deleted at any time, and is then built anew. Rows, checkpoint and parked
 * events are stored in one transaction, so that a projector that was killed goes on where the rows stand. Any number of processes on
 * one machine may read while one writes; reading takes no lock and keeps none between pages. Each page of {@link Generation.rows}, in
 * the order of the keys, shows the rows of one moment; a commit between two pages shows in the second.
 *
 * Keep the events at `synchronous: 'full'`: rows that survive a power failure which took their events would be ahead of the log.
 *
 * @throws EventSourcingError `driver-missing`; `store-unavailable` for a file that cannot be opened, is an event store or of another
 *   program, or is of a newer format; `store-damaged`, `store-busy`, `store-read-only`, `store-full`. Later: a generation that a rebuild
 *   dropped answers `version-conflict`; a key that is not plain text is refused with `not-plain-json`; a damaged row answers `store-damaged` with its
 *   key, and the others can still be loaded.
 */
export async function sqliteViews(file: string, options: SqliteViewsOptions = {}): Promise<SqliteViews> {
  const driver = options.driver ?? (await loadDriver());
  const readOnly = options.readOnly ?? false;
  const connection = await openFile(driver, file, VIEWS, {
    readOnly,
    busyTimeoutMs: options.busyTimeoutMs ?? 5000,
    synchronous: options.synchronous ?? 'normal',
  });
  const statement = prepareAll(connection, driver, file);
  let closed = false;

  const use = <T>(work: () => T): T => {
    if (closed) throw viewsClosed(file);
    try {
      return work();
    } catch (error) {
      throw storeFailure(error, file, driver, VIEWS.advice);
    }
  };
  const views: ViewFile = {
    file,
    pageSize: Math.max(1, Math.trunc(options.pageSize ?? 1000)),
    read: (work) => use(() => inTransaction(connection, 'DEFERRED', () => work(statement))),
    write: (work) => use(() => inTransaction(connection, 'IMMEDIATE', () => work(statement))),
  };

  const ids = new WeakMap<Generation, number>();
  const handOut = (which: GenerationId): Generation => {
    const generation = sqliteGeneration(views, which);
    ids.set(generation, which.id);
    return generation;
  };
  const idOf = (generation: Generation): number => {
    const id = ids.get(generation);
    if (id === undefined) throw new TypeError(`A generation of '${generation.projection}' was taken from other views.`);
    return id;
  };

  return {
    async active(projection) {
      const row = views.read((sql) => sql(SQL.findActive).get(projection));
      return row && handOut({ id: Number(row[0]), projection, version: Number(row[1]) });
    },

    async building(projection) {
      const row = views.read((sql) => sql(SQL.findBuilding).get(projection));
      return row && handOut({ id: Number(row[0]), projection, version: Number(row[1]) });
    },

    async begin(projection, version) {
      const id = views.write((sql) => {
        for (const [leftOver] of sql(SQL.leftOvers).all(projection)) drop(sql, Number(leftOver));
        return sql(SQL.addGeneration).run(projection, version);
      });
      return handOut({ id, projection, version });
    },

    async activate(generation) {
      const { projection } = generation;
      const id = idOf(generation);
      views.write((sql) => {
        if (findGeneration(sql, id, projection, file) === undefined) throw generationDropped(projection, file);
        sql(SQL.replaceActive).run(projection);
        sql(SQL.activate).run(id);
      });
    },

    async discard(generation) {
      const { projection } = generation;
      const id = idOf(generation);
      views.write((sql) => {
        if (findGeneration(sql, id, projection, file)?.state === 'active') throw generationServed(projection, file);
        drop(sql, id);
      });
    },

    async commit(changes) {
      const ids = changes.map(({ generation }) => idOf(generation));
      views.write((sql) => {
        for (const [index, change] of changes.entries()) writeChange(sql, ids[index] ?? 0, change, file);
      });
    },

    async close() {
      if (closed) return;
      closed = true;
      try {
        closeFile(connection, readOnly);
      } catch (error) {
        throw storeFailure(error, file, driver, VIEWS.advice);
      }
    },
  };
}

function drop(sql: Sql, id: number): void {
  sql(SQL.dropRows).run(id);
  sql(SQL.dropParked).run(id);
  sql(SQL.dropGeneration).run(id);
}

function prepareAll(connection: SqliteConnection, driver: SqliteDriver, file: string): Sql {
  try {
    const statement = statementCache(connection);
    for (const text of Object.values(SQL)) statement(text);
    return statement;
  } catch (error) {
    connection.close();
    if (isSchemaMismatch(error, driver)) throw damagedView('A table or column of the views is missing.', file, error);
    throw storeFailure(error, file, driver, VIEWS.advice);
  }
}

function viewsClosed(file: string): EventSourcingError {
  return new EventSourcingError('store-closed', 'The views are closed.', {
    place: { file },
    todo: 'Open them again before you use them.',
  });
}
