import type { RecordedEvent } from '../event/envelope.js';
import type { AnyEventType } from '../event/event.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Projection } from './projection.js';
import { projectionFailure } from './projection-failure.js';
import { readersByType } from './readers-by-type.js';

/** A stored event as a projection reads it. */
export type ReadEvent =
  | { readonly event: RecordedEvent; readonly keys: readonly string[]; readonly unreadable?: undefined }
  /** It could not be decoded, or its keys could not be told: then `event` is as it was stored. */
  | { readonly event: RecordedEvent; readonly keys: readonly []; readonly unreadable: Error };

/** Reads a page for several projections: for each of them, in their order, the events that it takes. */
export type PageReader = (page: readonly RecordedEvent[]) => readonly (readonly ReadEvent[])[];

/** Decodes each event once for all projections that read it by the same definition. */
export function pageReader(projections: readonly Projection<unknown>[], options: DecodeOptions): PageReader {
  const readers = readersByType(projections.map((projection, index) => ({ projection, index })));
  return (page) => {
    const read: ReadEvent[][] = projections.map(() => []);
    for (const stored of page) {
      let decoded: { readonly event: RecordedEvent; readonly versions: AnyEventType['versions'] } | undefined;
      for (const { projection, index, definition } of readers.get(stored.type) ?? []) {
        const { versions } = definition;
        const one =
          decoded?.versions === versions ? keyed(projection, decoded.event) : readOne(projection, stored, options);
        if (one.unreadable === undefined) decoded = { event: one.event, versions };
        read[index]?.push(one);
      }
    }
    return read;
  };
}

/** Decodes an event for one projection. */
export function readOne(projection: Projection<unknown>, stored: RecordedEvent, options: DecodeOptions): ReadEvent {
  try {
    return keyed(projection, projection.catalog.decode(stored, options));
  } catch (cause) {
    return unreadable(projection, stored, cause);
  }
}

function keyed(projection: Projection<unknown>, event: RecordedEvent): ReadEvent {
  try {
    return { event, keys: projection.keysOf(event) };
  } catch (cause) {
    return unreadable(projection, event, cause);
  }
}

function unreadable(projection: Projection<unknown>, event: RecordedEvent, cause: unknown): ReadEvent {
  return { event, keys: [], unreadable: projectionFailure(projection, event, cause) };
}
