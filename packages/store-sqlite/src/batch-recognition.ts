import { type Appended, duplicateEvent, formatPosition } from '@pembinaan/event-sourcing';
import type { Admitted } from './admitted.js';
import type { SqliteConnection } from './driver/sqlite-driver.js';

/** Tells what a batch is to those that are stored. */
export interface BatchRecognition {
  /**
   * The stored batch that an append repeats.
   * @throws EventSourcingError `duplicate-event` when the id of its first event begins another batch.
   */
  repeated(admitted: Admitted): Appended;
  /** @throws EventSourcingError `duplicate-event` when the id of a later event begins a stored batch. */
  assertNew(admitted: Admitted): void;
}

/**
 * Prepares the recognition of batches that are sent again. A batch is known by the id of its first event, so that one entry of an
 * index a batch is enough, whatever the number of its events.
 */
export function batchRecognition(connection: SqliteConnection): BatchRecognition {
  const findBatch = connection.prepare(
    `SELECT s.name, e.stream, e.revision, e.recorded_at
     FROM events AS e CROSS JOIN streams AS s ON s.id = e.stream WHERE e.id = ? AND e.place = 0`,
  );
  const findAny = connection.prepare(
    'SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM events WHERE id = value AND place = 0) LIMIT 1',
  );
  const readEvents = connection.prepare(
    'SELECT id, place, position FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
  );

  return {
    repeated({ stream, first, events }) {
      const [name, streamId, revision, recordedAt] = findBatch.get(first.id) ?? [];
      const firstRevision = Number(revision);
      // One more than was sent: a stored batch that goes on is another batch.
      const rows = readEvents.all(Number(streamId), firstRevision, firstRevision + events.length);
      const after = rows[events.length];
      const same =
        name === stream &&
        events.every(({ id }, index) => rows[index]?.[0] === id && rows[index]?.[1] === index) &&
        (after === undefined || after[1] === 0);
      if (!same) throw duplicateEvent(stream, first.id);
      return {
        stream,
        firstRevision,
        revision: firstRevision + events.length - 1,
        positions: rows.slice(0, events.length).map((row) => formatPosition(Number(row[2]))),
        recordedAt: String(recordedAt),
        repeated: true,
      };
    },
    assertNew({ stream, events }) {
      if (events.length === 1) return;
      const known = findAny.get(JSON.stringify(events.map(({ id }) => id)))?.[0];
      if (typeof known === 'string') throw duplicateEvent(stream, known);
    },
  };
}
