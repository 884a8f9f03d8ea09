import { setTimeout as sleep } from 'node:timers/promises';
import { EventSourcingError } from '@pembinaan/event-sourcing';
import type { SqliteConnection, SqliteDriver } from './driver/sqlite-driver.js';
import { isBusy, storeFailure } from './failures.js';
import { type FileFormat, layTables, mark } from './file-format.js';
import { EVENT_STORE } from './schema.js';
import { inTransaction } from './transaction.js';
import { VIEWS } from './views/schema.js';

/** Every format of this library, so that one taken for another is told by its name. */
const FORMATS: readonly FileFormat[] = [EVENT_STORE, VIEWS];

export interface FileOptions {
  readonly readOnly: boolean;
  readonly busyTimeoutMs: number;
  readonly synchronous: 'full' | 'normal';
}

/**
 * Opens a file of that format: recognises it, and lays the tables when it is new.
 *
 * 1. Sets the busy timeout, before anything that can wait for a lock; 2. recognises the file, before anything that would change it;
 * 3. switches to write-ahead logging; 4. lays the tables in one transaction, unless another process was faster.
 * @throws EventSourcingError `store-unavailable`, `store-damaged`, `store-busy`, `store-read-only`, `store-full`.
 */
export async function openFile(
  driver: SqliteDriver,
  file: string,
  format: FileFormat,
  options: FileOptions,
): Promise<SqliteConnection> {
  if (file === '' || file === ':memory:') {
    throw new EventSourcingError('store-unavailable', 'Without a file, nothing would be durable.', {
      place: { file },
      todo: `Give the name of a file, or use ${format.inMemory}.`,
    });
  }
  let connection: SqliteConnection | undefined;
  try {
    const opened = driver.open(file, options);
    connection = opened;
    opened.exec(`PRAGMA busy_timeout = ${Math.max(0, Math.trunc(options.busyTimeoutMs))}`);
    const isNew = inTransaction(opened, 'DEFERRED', () => recognise(opened, file, format)) === 'empty';
    if (options.readOnly) {
      if (isNew)
        throw notOurs('The file is empty', file, `Open it once without readOnly to make ${format.name} of it.`);
      return opened;
    }
    opened.exec(`PRAGMA synchronous = ${options.synchronous}`);
    await switchToWriteAheadLog(opened, driver, file, options.busyTimeoutMs);
    if (isNew) {
      inTransaction(opened, 'IMMEDIATE', () => {
        if (recognise(opened, file, format) !== 'empty') return;
        layTables(opened, format);
        mark(opened, format);
      });
    }
    return opened;
  } catch (error) {
    connection?.close();
    throw storeFailure(error, file, driver, format.advice);
  }
}

function recognise(connection: SqliteConnection, file: string, ours: FileFormat): 'ours' | 'empty' {
  const application = number(connection, 'PRAGMA application_id');
  const version = number(connection, 'PRAGMA user_version');
  if (application === ours.applicationId) {
    if (version === ours.version) return 'ours';
    if (version < ours.version) {
      throw notOurs(
        `The file has format ${version}, which was never released; this version reads format ${ours.version}`,
        file,
        'Write the events into a new file; this one was left as it is.',
      );
    }
    throw notOurs(
      `The file has format ${version} and was written by a newer version; this one reads format ${ours.version}`,
      file,
      'Upgrade @pembinaan/store-sqlite; the file is intact.',
    );
  }
  if (application === 0 && version === 0 && number(connection, 'SELECT count(*) FROM sqlite_schema') === 0) {
    return 'empty';
  }
  const known = FORMATS.find(({ applicationId }) => applicationId === application);
  throw notOurs(
    known === undefined ? 'The file is a SQLite database of another program' : `The file holds ${known.name}`,
    file,
    `Use a file of its own for ${ours.name}; this one was left as it is.`,
  );
}

function notOurs(what: string, file: string, todo: string): EventSourcingError {
  return new EventSourcingError('store-unavailable', `${what}.`, { place: { file }, todo });
}

/** SQLite does not wait for a lock when it switches the journal, so that racing first openings are tried again here. */
async function switchToWriteAheadLog(
  connection: SqliteConnection,
  driver: SqliteDriver,
  file: string,
  timeoutMs: number,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      const mode = connection.prepare('PRAGMA journal_mode = WAL').get()?.[0];
      if (mode === 'wal') return;
      throw notOurs(
        `The file system does not support write-ahead logging (journal mode ${mode})`,
        file,
        'Put the file on a local disk: SQLite cannot lock files safely on a network share.',
      );
    } catch (error) {
      if (!isBusy(error, driver) || performance.now() >= deadline) throw error;
      await sleep(10);
    }
  }
}

function number(connection: SqliteConnection, sql: string): number {
  return Number(connection.prepare(sql).get()?.[0]);
}
