import {
  EventSourcingError,
  type EventToAppend,
  isInstant,
  type Metadata,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import type { ClientEvent, ClientRecordedEvent } from './client.js';
import { positionOf } from './log-position.js';

/** Which call stored a batch, and how many events it holds: kept with its first event. */
export interface BatchMark {
  /** Made anew for each call of `append`, and kept through its repeats: it tells what this call wrote from what it found. */
  readonly call: string;
  readonly size: number;
}

/**
 * What the store keeps in the metadata of an event. The two names with `$` are those that the server's own projection
 * `$by_correlation_id` reads; the others are ours.
 */
interface StoredMetadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly metadata: Metadata;
  readonly batch?: BatchMark;
}

const encoder = new TextEncoder();

/**
 * A batch as the client sends it, copied: the client encodes an event when its turn on the wire comes, and again when it is
 * sent again, and by then the caller may have changed it.
 */
export function encodeBatch(events: readonly EventToAppend[], call: string): ClientEvent[] {
  return events.map(({ id, type, schemaVersion, occurredAt, data, metadata }, index) => {
    const stored: StoredMetadata = {
      $correlationId: metadata.correlationId,
      $causationId: metadata.causationId,
      schemaVersion,
      occurredAt,
      metadata,
      ...(index === 0 && { batch: { call, size: events.length } }),
    };
    return {
      id,
      contentType: 'application/json',
      type,
      data: JSON.parse(JSON.stringify(data)),
      metadata: encoder.encode(JSON.stringify(stored)),
    };
  });
}

/**
 * The event of this library behind an event of the server.
 * @throws EventSourcingError `invalid-event-data`, with its place, for an event that something else wrote.
 */
export function decodeEvent(event: ClientRecordedEvent): RecordedEvent {
  const stored = storedMetadata(event);
  if (stored === undefined) throw foreignEvent(event);
  return {
    id: event.id,
    type: event.type,
    data: event.data,
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event),
    schemaVersion: stored.schemaVersion,
    occurredAt: stored.occurredAt,
    recordedAt: event.created.toISOString(),
    metadata: stored.metadata,
  };
}

/** The mark of the batch that this event begins; undefined for its later events, and for events of others. */
export function batchMark(event: ClientRecordedEvent): BatchMark | undefined {
  return storedMetadata(event)?.batch;
}

function storedMetadata({ isJson, metadata }: ClientRecordedEvent): StoredMetadata | undefined {
  return isJson && isStoredMetadata(metadata) ? metadata : undefined;
}

function isStoredMetadata(value: unknown): value is StoredMetadata {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    Number.isSafeInteger(value.schemaVersion) &&
    'occurredAt' in value &&
    isInstant(value.occurredAt) &&
    'metadata' in value &&
    typeof value.metadata === 'object' &&
    value.metadata !== null
  );
}

function foreignEvent(event: ClientRecordedEvent): EventSourcingError {
  return new EventSourcingError(
    'invalid-event-data',
    `An event that this library did not write${event.isJson ? '' : ', and that is not JSON'}.`,
    {
      place: {
        stream: event.streamId,
        revision: Number(event.revision),
        position: positionOf(event),
        eventId: event.id,
        type: event.type,
      },
      todo: 'Keep the server for one agency and this library, or read with types or categories that other writers do not use.',
    },
  );
}
