import { type ErrorPlace, formatPosition, type Metadata, type RecordedEvent } from '@pembinaan/event-sourcing';
import type { SqliteRow } from './driver/sqlite-driver.js';
import { damaged } from './failures.js';

/** The columns of an event, in the order that {@link recordedEvent} reads; `e` is events, `s` is streams. */
export const EVENT_COLUMNS =
  'e.position, e.revision, s.name, e.id, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.data, e.metadata';

/**
 * The event of a row.
 * @throws EventSourcingError `store-damaged`, with stream, revision and position.
 */
export function recordedEvent(row: SqliteRow, file: string): RecordedEvent {
  const [position, revision, stream, id, type, schemaVersion, occurredAt, recordedAt, data, metadata] = row;
  if (
    typeof position !== 'number' ||
    typeof revision !== 'number' ||
    typeof stream !== 'string' ||
    typeof id !== 'string' ||
    typeof type !== 'string' ||
    typeof schemaVersion !== 'number' ||
    typeof occurredAt !== 'string' ||
    typeof recordedAt !== 'string' ||
    typeof data !== 'string' ||
    typeof metadata !== 'string'
  ) {
    throw damaged('A stored event lacks a part of itself.', placeOf(row, file));
  }
  return {
    id,
    stream,
    revision,
    position: formatPosition(position),
    type,
    schemaVersion,
    occurredAt,
    recordedAt,
    data: parse(data, 'data', row, file),
    metadata: parseMetadata(metadata, row, file),
  };
}

function parse(text: string, column: string, row: SqliteRow, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(`The ${column} of a stored event are not JSON.`, placeOf(row, file), error);
  }
}

function parseMetadata(text: string, row: SqliteRow, file: string): Metadata {
  const metadata = parse(text, 'metadata', row, file);
  if (!isObject(metadata)) throw damaged('The metadata of a stored event are not an object.', placeOf(row, file));
  return metadata;
}

/** Metadata were admitted as such when they were written; what is in them is the concern of the reader. */
function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf(row: SqliteRow, file: string): ErrorPlace {
  const [position, revision, stream, id, type] = row;
  return {
    file,
    ...(typeof stream === 'string' && { stream }),
    ...(typeof revision === 'number' && { revision }),
    ...(typeof position === 'number' && { position: formatPosition(position) }),
    ...(typeof id === 'string' && { eventId: id }),
    ...(typeof type === 'string' && { type }),
  };
}
