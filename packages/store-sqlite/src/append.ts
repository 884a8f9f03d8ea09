import {
  type Appended,
  factConflict,
  formatPosition,
  type Instant,
  isInstant,
  meetsExpectation,
  quietConflict,
  versionConflict,
} from '@pembinaan/event-sourcing';
import type { Admitted } from './admitted.js';
import { batchRecognition } from './batch-recognition.js';
import type { SqliteConnection } from './driver/sqlite-driver.js';
import { damaged } from './failures.js';
import { typeIds } from './type-ids.js';

/** Writes batches inside a transaction that others begin and end. */
export interface Appender {
  /**
   * Checks everything, then writes. What is refused (`version-conflict`, `fact-conflict`, `duplicate-event`) has written nothing, so
   * that the transaction can go on with the batch of another caller; any other error leaves it unfit to be committed.
   */
  append(admitted: Admitted): Appended;
  /** To be called when the transaction was rolled back: what was learnt in it is not so. */
  forget(): void;
}

/** Prepares the statements of appending. */
export function appender(connection: SqliteConnection, now: () => Instant): Appender {
  const findRevision = connection.prepare(
    'SELECT max(revision) FROM events WHERE stream = (SELECT id FROM streams WHERE name = ?)',
  );
  // All that must be known of one append, asked at once: four questions would take four calls.
  const ask = connection.prepare(
    `SELECT s.id, (SELECT max(revision) FROM events WHERE stream = s.id),
            EXISTS (SELECT 1 FROM events WHERE id = ? AND place = 0),
            (SELECT recorded_at FROM events ORDER BY position DESC LIMIT 1)
     FROM (SELECT 1) LEFT JOIN streams AS s ON s.name = ?`,
  );
  const addStream = connection.prepare('INSERT INTO streams (name, category) VALUES (?, ?)');
  const findSince = connection.prepare(
    'SELECT 1 FROM events WHERE type = (SELECT id FROM types WHERE name = ?) AND position > ? LIMIT 1',
  );
  const addEvent = connection.prepare(
    `INSERT INTO events (stream, revision, place, id, type, schema_version, occurred_at, recorded_at, data, metadata)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const batches = batchRecognition(connection);
  const types = typeIds(connection);

  const assertUnmoved = ({ stream, facts, quiet }: Admitted): void => {
    for (const fact of facts) {
      const moved = Number(findRevision.get(fact.stream)?.[0] ?? -1);
      if (moved !== fact.revision) throw factConflict(stream, fact, moved);
    }
    for (const { after, types } of quiet) {
      if (types.some((type) => findSince.get(type, after) !== undefined)) throw quietConflict(stream, types);
    }
  };

  return {
    append(admitted) {
      const { stream, category, first, events, expected } = admitted;
      const [id, revisionNow, known, lastRecordedAt] = ask.get(first.id, stream) ?? [];
      if (known === 1) return batches.repeated(admitted);
      batches.assertNew(admitted);
      const actual = typeof revisionNow === 'number' ? revisionNow : -1;
      if (!meetsExpectation(actual, expected)) throw versionConflict(stream, expected, actual);
      assertUnmoved(admitted);

      const recordedAt = notBefore(lastRecordedAt, now());
      const firstRevision = actual + 1;
      const revision = actual + events.length;
      const streamId = typeof id === 'number' ? id : addStream.run(stream, category);
      const positions = events.map((event, place) =>
        formatPosition(
          addEvent.run(
            streamId,
            firstRevision + place,
            place,
            event.id,
            types.idOf(event.type),
            event.schemaVersion,
            event.occurredAt,
            recordedAt,
            event.data,
            event.metadata,
          ),
        ),
      );
      return { stream, firstRevision, revision, positions, recordedAt, repeated: false };
    },
    forget: () => types.forget(),
  };
}

/** Time never goes back in a store, whichever process recorded the last event and whatever the clock says. */
function notBefore(last: unknown, time: Instant): Instant {
  if (last !== null && !isInstant(last)) throw damaged('The last event of the log was recorded at no time.', {});
  return typeof last === 'string' && last > time ? last : time;
}
