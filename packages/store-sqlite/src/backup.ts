import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { EventSourcingError, formatPosition } from '@pembinaan/event-sourcing';
import type { SqliteConnection, SqliteDriver } from './driver/sqlite-driver.js';
import { isDamage, storeFailure } from './failures.js';
import { layTables, mark } from './file-format.js';
import { EVENT_STORE } from './schema.js';
import { inTransaction } from './transaction.js';

/** What a copy holds. */
export interface Backup {
  readonly file: string;
  /** Number of events. */
  readonly events: number;
  /** Position of the last event; undefined for a copy of an empty store. */
  readonly position: string | undefined;
}

export interface BackupSource {
  readonly driver: SqliteDriver;
  /** The file of the store. */
  readonly file: string;
  readonly busyTimeoutMs: number;
  /** Throws when the store was closed meanwhile. */
  assertOpen(): void;
}

/** Events a step: the event loop, and the other processes, go on between two steps. */
const STEP = 2000;

/**
 * Copies a store into a new file while it is written to: all that it held when the copy began, and nothing of what came later.
 *
 * 1. Notes the last event, stream and type, in one transaction; 2. copies up to them, step by step: rows are only ever added, so that
 * no step needs to know of another; 3. writes the copy through to the disk, then marks it as an event store, then gives it its name.
 * A copy that was interrupted has another name, and is no event store unless it is whole.
 * @throws EventSourcingError `store-unavailable` when there is a file of that name already; `store-full`, `store-damaged`, `store-*`.
 */
export async function backUp(source: BackupSource, file: string): Promise<Backup> {
  const target = resolve(file);
  await assertFree(target);
  const unfinished = `${target}.${randomUUID()}.unfinished`;
  try {
    const copied = await copyInto(source, unfinished);
    await giveName(unfinished, target, file);
    await writeThrough(dirname(target));
    return { file, ...copied };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw storeFailure(error, isDamage(error, source.driver) ? source.file : file, source.driver);
  }
}

async function copyInto(source: BackupSource, file: string): Promise<Omit<Backup, 'file'>> {
  const { driver, busyTimeoutMs } = source;
  const copy = driver.open(file, { readOnly: false, busyTimeoutMs });
  try {
    // A copy that is interrupted is thrown away: it needs no journal on the disk (a defensive connection refuses to have none at all),
    // and no promise of the disk before its end.
    copy.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF');
    layTables(copy, EVENT_STORE);
    copy.prepare('ATTACH DATABASE ? AS source').run(source.file);
    const until = extent(copy);
    copy.prepare('INSERT INTO types SELECT * FROM source.types WHERE id <= ?').run(until.type);
    copy.prepare('INSERT INTO streams SELECT * FROM source.streams WHERE id <= ?').run(until.stream);
    const step = copy.prepare('INSERT INTO events SELECT * FROM source.events WHERE position > ? AND position <= ?');
    for (let after = 0; after < until.position; after += STEP) {
      await turnOfTheEventLoop();
      source.assertOpen();
      step.run(after, Math.min(after + STEP, until.position));
    }
    const events = number(copy, 'SELECT count(*) FROM events');
    copy.exec('DETACH DATABASE source');
    await writeThrough(file);
    mark(copy, EVENT_STORE);
    return { events, position: until.position === 0 ? undefined : formatPosition(until.position) };
  } finally {
    copy.close();
    await writeThrough(file);
  }
}

/** How far the store goes now. */
function extent(copy: SqliteConnection): { type: number; stream: number; position: number } {
  return inTransaction(copy, 'DEFERRED', () => ({
    type: number(copy, 'SELECT max(id) FROM source.types'),
    stream: number(copy, 'SELECT max(id) FROM source.streams'),
    position: number(copy, 'SELECT max(position) FROM source.events'),
  }));
}

function number(connection: SqliteConnection, sql: string): number {
  return Number(connection.prepare(sql).get()?.[0] ?? 0);
}

/** A link is refused where the name is taken, also when somebody takes it at this moment; a renaming would not be. */
async function giveName(unfinished: string, target: string, file: string): Promise<void> {
  try {
    await link(unfinished, target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw taken(file);
    // A file system without links.
    await assertFree(target);
    await rename(unfinished, target);
    return;
  }
  await rm(unfinished);
}

async function assertFree(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined) throw taken(file);
}

function taken(file: string): EventSourcingError {
  return new EventSourcingError('store-unavailable', 'There is a file of this name already; it was left as it is.', {
    place: { file },
    todo: 'Give each backup a name of its own, such as one with the date.',
  });
}

/** Asks the disk to keep what was written into a file or folder. */
async function writeThrough(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
