import { type ErrorPlace, EventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';

/** The failure of a projection at an event: what it could not take, where, and why. */
export function projectionFailure(
  projection: { readonly name: string; readonly version: number },
  event: RecordedEvent,
  cause: unknown,
  key?: string,
): EventSourcingError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const place: ErrorPlace = {
    stream: event.stream,
    revision: event.revision,
    position: event.position,
    eventId: event.id,
    type: event.type,
    projection: projection.name,
    ...(key !== undefined && { key }),
  };
  return new EventSourcingError(
    'projection-stopped',
    `The projection '${projection.name}' (version ${projection.version}) cannot take the event '${event.type}': ${why}`,
    { place, todo: 'Correct the handler or the reading of the event and run again; the log is intact.', cause },
  );
}
