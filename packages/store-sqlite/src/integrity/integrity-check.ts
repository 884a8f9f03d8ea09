import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { formatPosition } from '@pembinaan/event-sourcing';
import type { SqliteConnection, SqliteDriver } from '../driver/sqlite-driver.js';
import { isDamage, storeFailure } from '../failures.js';
import { EVENT_STORE } from '../schema.js';
import { type Findings, findings, type IntegrityFinding, placeOf } from './finding.js';
import { type CheckPage, logLaws } from './log-laws.js';
import { streamLaws } from './stream-laws.js';

/** What a check of a whole file found. */
export interface IntegrityReport {
  /** Number of events that the file holds. */
  readonly events: number;
  /** Position of the last event; undefined while the store is empty. */
  readonly position: string | undefined;
  /** Every break of a law that was found, in the order of the laws; empty for a file in which all is well. */
  readonly findings: readonly IntegrityFinding[];
  /** True when there may be more findings than are listed. */
  readonly more: boolean;
}

export interface CheckedFile {
  readonly driver: SqliteDriver;
  readonly file: string;
  readonly busyTimeoutMs: number;
  /** Throws when the store was closed meanwhile. */
  assertOpen(): void;
}

/** Findings that are listed. */
const LIMIT = 1000;

/**
 * Checks a whole file as it is at one moment, while it is written to: what SQLite promises of its pages and references, and what this
 * library promises of the log, its streams and its batches. Memory does not grow with the file.
 *
 * The check of the pages and that of the event ids are one call to SQLite each: with a million events they hold the event loop for ten
 * seconds and more. Check a large file in a process of its own, or check a backup of it.
 * @throws EventSourcingError `store-*` when the file cannot be read at all; damage that can be passed by is a finding.
 */
export async function integrityCheck(checked: CheckedFile): Promise<IntegrityReport> {
  const { driver, file, busyTimeoutMs } = checked;
  const found = findings(file, LIMIT);
  let connection: SqliteConnection | undefined;
  try {
    const opened = driver.open(file, { readOnly: true, busyTimeoutMs });
    connection = opened;
    opened.exec('BEGIN');
    const laws: readonly (() => void | Promise<void>)[] = [
      () => checkPages(opened, found),
      () => checkSchema(opened, driver, found),
      () => checkReferences(opened, found),
      () => checkPageByPage(logLaws(opened, found), checked),
      () => checkEnd(opened, found),
      () => checkPageByPage(streamLaws(opened, found), checked),
      () => checkEventIds(opened, found),
    ];
    for (const law of laws) {
      try {
        await law();
      } catch (error) {
        if (!isDamage(error, driver)) throw error;
        found.add('pages', error instanceof Error ? error.message : String(error));
      }
      if (found.full) break;
      await turnOfTheEventLoop();
      checked.assertOpen();
    }
    return { ...extent(opened), findings: found.all, more: found.full };
  } catch (error) {
    throw storeFailure(error, file, driver);
  } finally {
    connection?.close();
  }
}

/** From the index by type alone: pages of events that are damaged do not matter here. */
function extent(connection: SqliteConnection): Pick<IntegrityReport, 'events' | 'position'> {
  const [events, position] = connection.prepare('SELECT count(*), max(position) FROM events').get() ?? [];
  return { events: Number(events), position: typeof position === 'number' ? formatPosition(position) : undefined };
}

function checkPages(connection: SqliteConnection, found: Findings): void {
  for (const [what] of connection.prepare(`PRAGMA integrity_check(${LIMIT})`).all()) {
    if (what !== 'ok') found.add('pages', String(what));
  }
}

/** Tables, indexes, views and triggers are those that a new file gets: without an index, a repeated batch would be stored twice. */
function checkSchema(connection: SqliteConnection, driver: SqliteDriver, found: Findings): void {
  const parts = (of: SqliteConnection): ReadonlyMap<string, unknown> =>
    new Map(
      of
        .prepare('SELECT name, sql FROM sqlite_schema')
        .all()
        .map(([name, sql]) => [String(name), sql] as const),
    );
  const model = driver.open(':memory:', { readOnly: false, busyTimeoutMs: 0 });
  try {
    model.exec(EVENT_STORE.schema);
    const present = parts(connection);
    for (const [name, sql] of parts(model)) {
      if (present.get(name) === sql) continue;
      const what = present.has(name) ? 'was changed' : 'is missing';
      found.add('schema', `'${name}' ${what}.`, placeOf(undefined, undefined, undefined));
    }
  } finally {
    model.close();
  }
}

function checkReferences(connection: SqliteConnection, found: Findings): void {
  for (const [table, row, parent] of connection.prepare('PRAGMA foreign_key_check').all()) {
    found.add(
      'references',
      `A row of ${table} refers to one of ${parent} that is not there.`,
      placeOf(undefined, undefined, row),
    );
  }
  const empty = 'SELECT name FROM streams AS s WHERE NOT EXISTS (SELECT 1 FROM events WHERE stream = s.id) LIMIT ?';
  for (const [name] of connection.prepare(empty).all(LIMIT)) {
    found.add('references', 'The stream has no event.', placeOf(name, undefined, undefined));
  }
  const misfiled = "SELECT name FROM streams WHERE category <> substr(name, 1, instr(name, '-') - 1) LIMIT ?";
  for (const [name] of connection.prepare(misfiled).all(LIMIT)) {
    found.add('references', 'The category of the stream is not that of its name.', placeOf(name, undefined, undefined));
  }
}

/** SQLite keeps the highest position that it ever gave, so that an event which is missing at the end shows. */
function checkEnd(connection: SqliteConnection, found: Findings): void {
  const given = Number(connection.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get()?.[0] ?? 0);
  const last = Number(connection.prepare('SELECT max(position) FROM events').get()?.[0] ?? 0);
  if (given !== last) {
    found.add(
      'positions',
      `The log goes up to position ${last}, and positions were given up to ${given}.`,
      placeOf(undefined, undefined, last),
    );
  }
}

/** Sorts the ids outside of memory. */
function checkEventIds(connection: SqliteConnection, found: Findings): void {
  const twice = `
    SELECT d.id, s.name, e.revision, e.position
    FROM (SELECT id, max(position) AS position FROM events GROUP BY id HAVING count(*) > 1 LIMIT ?) AS d
    JOIN events AS e ON e.position = d.position LEFT JOIN streams AS s ON s.id = e.stream ORDER BY e.position`;
  for (const [id, name, revision, position] of connection.prepare(twice).all(LIMIT)) {
    found.add('event-ids', 'The event id is stored earlier in the log, too.', {
      ...placeOf(name, revision, position),
      ...(typeof id === 'string' && { eventId: id }),
    });
  }
}

async function checkPageByPage(check: CheckPage, checked: CheckedFile): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    after = check(after);
    await turnOfTheEventLoop();
    checked.assertOpen();
  }
}
