import type { EventStore } from '@pembinaan/event-sourcing';
import { type SqliteConnection, type SqliteDriver, sqliteStore } from '@pembinaan/store-sqlite';
import type { BenchDriver } from '../driver.js';
import { type Connection, type OpenFile, synchronousOf } from './contestant.js';

/** This library's store, with the connection that it opened, so that its settings can be read and matched. */
export interface LibraryFile extends OpenFile {
  readonly store: EventStore;
  /** Statements that set another connection up in the same way. */
  readonly pragmas: readonly string[];
}

export interface LibraryOptions {
  readonly readOnly?: boolean;
  /** `full` when absent, as the store has it. */
  readonly synchronous?: 'full' | 'normal';
}

/** The size of pages comes first: it can only be set while a file is empty. */
const MATCHED = [
  'page_size',
  'synchronous',
  'cache_size',
  'wal_autocheckpoint',
  'journal_size_limit',
  'foreign_keys',
  'mmap_size',
  'temp_store',
];

export async function openLibrary(
  driver: BenchDriver,
  file: string,
  options: LibraryOptions = {},
): Promise<LibraryFile> {
  const watched = watch(driver.driver);
  const store = await sqliteStore(file, { ...options, driver: watched.driver });
  const opened = watched.opened();
  const value = (pragma: string): unknown => opened.prepare(`PRAGMA ${pragma}`).get()?.[0];
  const connection: Connection = {
    driver: driver.name,
    synchronous: synchronousOf(value('synchronous')),
    journal: String(value('journal_mode')),
  };
  return {
    store,
    connection,
    pragmas: MATCHED.flatMap((pragma) => {
      const set = value(pragma);
      return set === undefined ? [] : [`PRAGMA ${pragma} = ${set}`];
    }),
    async append({ stream, events, expected }) {
      await store.append(stream, events, expected);
    },
    async readStream(stream) {
      let events = 0;
      for await (const event of store.read(stream)) if (event.metadata.commandId !== '') events++;
      return events;
    },
    close: () => store.close(),
  };
}

function watch(driver: SqliteDriver): { readonly driver: SqliteDriver; opened(): SqliteConnection } {
  let connection: SqliteConnection | undefined;
  return {
    driver: {
      ...driver,
      open(file, options) {
        const opened = driver.open(file, options);
        connection ??= opened;
        return opened;
      },
    },
    opened() {
      if (connection === undefined) throw new Error('The store opened no connection.');
      return connection;
    },
  };
}
