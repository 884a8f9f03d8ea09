import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Projection } from './projection.js';
import { projectionFailure } from './projection-failure.js';

/** Told of each row that an event changed. */
export type Touched = (key: string, event: RecordedEvent) => void;

/**
 * Folds a page of stored events into the rows of one projection, in order and without waiting. Events of types that the projection does
 * not list are passed over. Several projections at once: `jointFold`.
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
    if (!projection.catalog.has(stored.type)) continue;
    try {
      const event = projection.catalog.decode(stored, options);
      for (const key of projection.keysOf(event)) {
        applyTo(projection, event, key, rows);
        touched?.(key, event);
      }
    } catch (cause) {
      throw projectionFailure(projection, stored, cause);
    }
  }
}

/** The row of that key after a decoded event. */
export function applyTo<Row>(
  projection: Projection<Row>,
  event: RecordedEvent,
  key: string,
  rows: Map<string, Row>,
): void {
  const before = rows.get(key);
  const after = projection.apply(before === undefined ? projection.initial(key) : before, event, key);
  if (after === null) rows.delete(key);
  else if (after !== before) rows.set(key, after);
}
