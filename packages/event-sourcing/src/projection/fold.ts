import { EventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Projection } from './projection.js';

/** A decoded event and the rows that it changes. */
export interface KeyedEvent {
  readonly event: RecordedEvent;
  readonly keys: readonly string[];
}

/** Told of each row that an event changed. */
export type Touched = (key: string, event: RecordedEvent) => void;

/**
 * Folds a page of stored events into rows, in order and without waiting: the one fold behind every view.
 * Events of types that the projection does not list are passed over.
 *
 * @throws EventSourcingError `projection-stopped`, with the place of the event and the cause; the rows are then half-way and of no use.
 */
export function foldPage<Row>(
  projection: Projection<Row>,
  page: readonly RecordedEvent[],
  rows: Map<string, Row>,
  options?: DecodeOptions,
  touched?: Touched,
): void {
  for (const stored of page) {
    if (projection.catalog.has(stored.type)) {
      foldEvent(projection, keyedEvent(projection, stored, options), rows, touched);
    }
  }
}

/**
 * Decodes an event and asks the projection for its keys.
 * @throws EventSourcingError `projection-stopped`.
 */
export function keyedEvent<Row>(
  projection: Projection<Row>,
  stored: RecordedEvent,
  options?: DecodeOptions,
): KeyedEvent {
  try {
    const event = projection.catalog.decode(stored, options);
    return { event, keys: projection.keysOf(event) };
  } catch (cause) {
    throw projectionStopped(projection, stored, cause);
  }
}

/**
 * Applies one decoded event to its rows.
 * @throws EventSourcingError `projection-stopped`; the rows of the event may then be half changed.
 */
export function foldEvent<Row>(
  projection: Projection<Row>,
  { event, keys }: KeyedEvent,
  rows: Map<string, Row>,
  touched?: Touched,
): void {
  try {
    for (const key of keys) {
      const before = rows.get(key);
      const after = projection.apply(before === undefined ? projection.initial(key) : before, event, key);
      if (after === null) rows.delete(key);
      else if (after !== before) rows.set(key, after);
      touched?.(key, event);
    }
  } catch (cause) {
    throw projectionStopped(projection, event, cause);
  }
}

/** The failure of a projection at an event: what it could not take, and why. */
export function projectionStopped(
  projection: { readonly name: string; readonly version: number },
  event: RecordedEvent,
  cause: unknown,
): EventSourcingError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new EventSourcingError(
    'projection-stopped',
    `The projection '${projection.name}' (version ${projection.version}) cannot take the event '${event.type}': ${why}`,
    {
      place: {
        stream: event.stream,
        revision: event.revision,
        position: event.position,
        eventId: event.id,
        type: event.type,
      },
      todo: 'Correct the handler or the reading of the event and run again; the log is intact.',
      cause,
    },
  );
}
