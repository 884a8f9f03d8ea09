import type { Append } from '../../regency/index.js';
import type { BenchDriver, RawConnection } from '../driver.js';
import { type OpenFile, synchronousOf } from './contestant.js';

/**
 * The ceiling: the driver alone, with one table of the same columns and texts, an integer stream and two indexes: what any store of
 * events in SQLite has to pay. It checks nothing, looks nothing up, and knows the streams from a map in memory.
 */
export interface BareFile extends OpenFile {
  readonly database: RawConnection;
  /** Many appends in one transaction, for filling. */
  appendTogether(appends: readonly Append[]): void;
}

const TABLE = `
CREATE TABLE IF NOT EXISTS events (
  position       INTEGER PRIMARY KEY,
  stream         INTEGER NOT NULL,
  revision       INTEGER NOT NULL,
  id             TEXT NOT NULL,
  type           TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  occurred_at    TEXT NOT NULL,
  recorded_at    TEXT NOT NULL,
  data           TEXT NOT NULL,
  metadata       TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT;
CREATE TABLE IF NOT EXISTS streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL, revision INTEGER NOT NULL) STRICT;
`;

export const BARE_COLUMNS =
  'position, stream, revision, id, type, schema_version, occurred_at, recorded_at, data, metadata';

export function openBare(driver: BenchDriver, file: string, pragmas: readonly string[], readOnly = false): BareFile {
  const database = driver.open(file, readOnly);
  for (const pragma of pragmas) database.exec(pragma);
  if (!readOnly) database.exec('PRAGMA journal_mode = WAL');
  if (!readOnly) database.exec(TABLE);

  const streams = new Map<string, { readonly id: number; revision: number }>();
  for (const row of database.query('SELECT name, id, revision FROM streams').all()) {
    if (Array.isArray(row)) streams.set(String(row[0]), { id: Number(row[1]), revision: Number(row[2]) });
  }
  const begin = database.command('BEGIN IMMEDIATE');
  const commit = database.command('COMMIT');
  const insert = database.command(
    'INSERT INTO events (stream, revision, id, type, schema_version, occurred_at, recorded_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.query(`SELECT ${BARE_COLUMNS} FROM events WHERE stream = ? ORDER BY revision`);

  const write = ({ stream, events }: Append): void => {
    let known = streams.get(stream);
    if (known === undefined) {
      known = { id: streams.size + 1, revision: -1 };
      streams.set(stream, known);
    }
    const recordedAt = new Date().toISOString();
    for (const { id, type, schemaVersion, occurredAt, data, metadata } of events) {
      known.revision++;
      insert.run(
        known.id,
        known.revision,
        id,
        type,
        schemaVersion,
        occurredAt,
        recordedAt,
        JSON.stringify(data),
        JSON.stringify(metadata),
      );
    }
  };
  const pragma = (name: string): unknown => {
    const row = database.query(`PRAGMA ${name}`).get();
    return Array.isArray(row) ? row[0] : Object.values(row ?? {})[0];
  };

  return {
    database,
    connection: {
      driver: driver.name,
      synchronous: synchronousOf(pragma('synchronous')),
      journal: String(pragma('journal_mode')),
    },
    async append(append) {
      begin.run();
      write(append);
      commit.run();
    },
    appendTogether(appends) {
      begin.run();
      for (const append of appends) write(append);
      commit.run();
    },
    async readStream(stream) {
      let events = 0;
      for (const row of select.all(streams.get(stream)?.id ?? 0)) {
        if (!Array.isArray(row)) continue;
        JSON.parse(String(row[8]));
        JSON.parse(String(row[9]));
        events++;
      }
      return events;
    },
    async close() {
      if (!readOnly) {
        begin.run();
        database.exec('DELETE FROM streams');
        const keep = database.command('INSERT INTO streams (name, id, revision) VALUES (?, ?, ?)');
        for (const [name, { id, revision }] of streams) keep.run(name, id, revision);
        commit.run();
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      }
      database.close();
    },
  };
}
