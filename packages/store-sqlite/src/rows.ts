import {
  type DecodeMetadata,
  type ErrorPlace,
  formatPosition,
  type Metadata,
  type RecordedEvent,
  withMetadataOnDemand,
} from '@pembinaan/event-sourcing';
import type { SqliteRow } from './driver/sqlite-driver.js';
import { damaged } from './failures.js';
import { type FindRows, type StoredNames, storedNames } from './stored-names.js';

/** The columns of an event, in the order that {@link recordedEvent} reads. */
export const EVENT_COLUMNS =
  'e.position, e.revision, e.stream, e.id, e.type, e.schema_version, e.occurred_at, e.recorded_at, e.data, e.metadata';

/** What a row needs to be read. */
export interface RowReader {
  readonly file: string;
  readonly names: StoredNames;
  readonly decodeMetadata: DecodeMetadata;
}

/** @param find asks the file for rows */
export function rowReader(find: FindRows, file: string): RowReader {
  return {
    file,
    names: storedNames(find, file),
    decodeMetadata: (text, event) => decodeMetadata(text, event, file),
  };
}

/**
 * The event of a row; its metadata are decoded when somebody asks for them.
 * @throws EventSourcingError `store-damaged`, with stream, revision and position.
 */
export function recordedEvent(row: SqliteRow, reader: RowReader): RecordedEvent {
  const [position, revision, stream, id, type, schemaVersion, occurredAt, recordedAt, data, metadata] = row;
  if (
    typeof position !== 'number' ||
    typeof revision !== 'number' ||
    typeof stream !== 'number' ||
    typeof id !== 'string' ||
    typeof type !== 'number' ||
    typeof schemaVersion !== 'number' ||
    typeof occurredAt !== 'string' ||
    typeof recordedAt !== 'string' ||
    typeof data !== 'string' ||
    typeof metadata !== 'string'
  ) {
    throw damaged('A stored event lacks a part of itself.', placeOf(row, reader));
  }
  const event = {
    id,
    stream: reader.names.stream(stream),
    revision,
    position: formatPosition(position),
    type: reader.names.type(type),
    schemaVersion,
    occurredAt,
    recordedAt,
    data: parse(data, row, reader),
  };
  return withMetadataOnDemand(event, metadata, reader.decodeMetadata);
}

function parse(text: string, row: SqliteRow, reader: RowReader): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged('The data of a stored event are not JSON.', placeOf(row, reader), error);
  }
}

function decodeMetadata(text: string, event: Omit<RecordedEvent, 'metadata'>, file: string): Metadata {
  const { id: eventId, stream, revision, position, type } = event;
  const place = { file, stream, revision, position, eventId, type };
  let metadata: unknown;
  try {
    metadata = JSON.parse(text);
  } catch (error) {
    throw damaged('The metadata of a stored event are not JSON.', place, error);
  }
  if (!isObject(metadata)) throw damaged('The metadata of a stored event are not an object.', place);
  return metadata;
}

/** Metadata were admitted as such when they were written; what is in them is the concern of the reader. */
function isObject(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function placeOf(row: SqliteRow, { file, names }: RowReader): ErrorPlace {
  const [position, revision, stream, id, type] = row;
  return {
    file,
    ...(typeof stream === 'number' && { stream: names.stream(stream) }),
    ...(typeof revision === 'number' && { revision }),
    ...(typeof position === 'number' && { position: formatPosition(position) }),
    ...(typeof id === 'string' && { eventId: id }),
    ...(typeof type === 'number' && { type: names.type(type) }),
  };
}
