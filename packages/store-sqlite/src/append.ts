import {
  type Appended,
  type AppendOptions,
  duplicateEvent,
  type EventToAppend,
  type ExpectedRevision,
  factConflict,
  formatPosition,
  type Instant,
  isEventSourcingError,
  meetsExpectation,
  parsePosition,
  quietConflict,
  versionConflict,
} from '@pembinaan/event-sourcing';
import type { SqliteConnection, SqliteDriver } from './driver/sqlite-driver.js';
import { damaged, isConstraint } from './failures.js';
import { inTransaction } from './transaction.js';

/** An append that was admitted. */
export interface Admitted {
  readonly stream: string;
  readonly category: string;
  readonly events: readonly EventToAppend[];
  readonly expected: ExpectedRevision;
  readonly facts: NonNullable<AppendOptions['facts']>;
  readonly quiet: NonNullable<AppendOptions['quiet']>;
}

/** Writes batches, each in one transaction. */
export type Appender = (admitted: Admitted) => Appended;

/** Prepares the statements of appending. */
export function appender(
  connection: SqliteConnection,
  driver: SqliteDriver,
  file: string,
  now: () => Instant,
): Appender {
  const findStream = connection.prepare('SELECT id, revision FROM streams WHERE name = ?');
  const addStream = connection.prepare('INSERT INTO streams (name, category, revision) VALUES (?, ?, ?)');
  const moveStream = connection.prepare('UPDATE streams SET revision = ? WHERE id = ?');
  const addEvent = connection.prepare(
    `INSERT INTO events (stream, revision, id, type, schema_version, occurred_at, recorded_at, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findEvent = connection.prepare(
    `SELECT s.name, e.revision, e.position, e.recorded_at
     FROM events AS e JOIN streams AS s ON s.id = e.stream WHERE e.id = ?`,
  );

  const streamNamed = (name: string): { readonly id: number; readonly revision: number } | undefined => {
    const row = findStream.get(name);
    return row && { id: Number(row[0]), revision: Number(row[1]) };
  };

  const findSince = connection.prepare('SELECT 1 FROM events WHERE type = ? AND position > ? LIMIT 1');

  const write = ({ stream, category, events, expected, facts, quiet }: Admitted): Appended => {
    const found = streamNamed(stream);
    const actual = found?.revision ?? -1;
    if (!meetsExpectation(actual, expected)) throw versionConflict(stream, expected, actual);
    for (const fact of facts) {
      const moved = streamNamed(fact.stream)?.revision ?? -1;
      if (moved !== fact.revision) throw factConflict(stream, fact, moved);
    }
    for (const { after, types } of quiet) {
      const position = after === undefined ? 0 : parsePosition(after);
      if (types.some((type) => findSince.get(type, position) !== undefined)) throw quietConflict(stream, types);
    }
    const recordedAt = now();
    const revision = actual + events.length;
    if (found !== undefined) moveStream.run(revision, found.id);
    const streamId = found?.id ?? addStream.run(stream, category, revision);
    const positions = events.map((event, index) =>
      formatPosition(
        addEvent.run(
          streamId,
          actual + 1 + index,
          event.id,
          event.type,
          event.schemaVersion,
          event.occurredAt,
          recordedAt,
          JSON.stringify(event.data),
          JSON.stringify(event.metadata),
        ),
      ),
    );
    return { stream, firstRevision: actual + 1, revision, positions, recordedAt, repeated: false };
  };

  /** The same batch, when it was stored before. */
  const earlier = ({ stream, events }: Admitted): Appended | undefined => {
    const rows = events.map((event) => findEvent.get(event.id));
    const known = rows.findIndex((row) => row !== undefined);
    if (known === -1) return undefined;
    const firstRevision = Number(rows[0]?.[1]);
    const same = rows.every((row, index) => row?.[0] === stream && row[1] === firstRevision + index);
    if (!same) throw duplicateEvent(stream, events[known]?.id ?? '');
    return {
      stream,
      firstRevision,
      revision: firstRevision + events.length - 1,
      positions: rows.map((row) => formatPosition(Number(row?.[2]))),
      recordedAt: String(rows[0]?.[3]),
      repeated: true,
    };
  };

  return (admitted) => {
    try {
      return inTransaction(connection, 'IMMEDIATE', () => write(admitted));
    } catch (error) {
      const constraint = isConstraint(error, driver);
      if (!constraint && !isConflict(error)) throw error;
      const before = earlier(admitted);
      if (before !== undefined) return before;
      if (!constraint) throw error;
      throw damaged('The stream holds events beyond its last revision.', { file, stream: admitted.stream }, error);
    }
  };
}

function isConflict(error: unknown): boolean {
  return isEventSourcingError(error, 'version-conflict') || isEventSourcingError(error, 'fact-conflict');
}
