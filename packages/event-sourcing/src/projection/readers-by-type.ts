import type { AnyEventType } from '../event/event.js';
import type { Projection } from './projection.js';

/** A projection that takes the events of a type, with what goes with it, and the definition by which it reads them. */
export type Reader<R> = R & {
  /** Two that read by the same versions share what was decoded. */
  readonly definition: AnyEventType;
};

/** Who reads the events of each type, in the order of the projections: looked up once an event, whatever their number. */
export function readersByType<R extends { readonly projection: Projection<unknown> }>(
  projections: readonly R[],
): ReadonlyMap<string, readonly Reader<R>[]> {
  const readers = new Map<string, Reader<R>[]>();
  for (const one of projections) {
    for (const definition of one.projection.events) {
      const known = readers.get(definition.type) ?? [];
      readers.set(definition.type, known);
      known.push({ ...one, definition });
    }
  }
  return readers;
}
