import type { RecordedEvent } from '../event/envelope.js';
import type { EventVersion } from '../event/event.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import { applyTo } from './fold.js';
import type { Projection } from './projection.js';
import { projectionFailure } from './projection-failure.js';
import { type Reader, readersByType } from './readers-by-type.js';

/** The rows of one of several projections that are folded in one pass. */
export interface FoldedRows {
  readonly rows: Map<string, unknown>;
  /** Position of the last event that was folded; undefined before the first. */
  position: string | undefined;
  /** How many events were folded. */
  handled: number;
}

/** Several projections over one log: each event is decoded once for all that read it by the same definition. */
export interface JointFold {
  /** The types that any of them takes. */
  readonly types: readonly string[];
  /** One for each projection, in their order. */
  readonly folded: readonly FoldedRows[];
  /**
   * Folds a page into the rows, in order and without waiting; events of other types are passed over.
   * @throws EventSourcingError `projection-stopped`; the rows are then half-way and of no use.
   */
  fold(page: readonly RecordedEvent[]): void;
}

interface Fold {
  readonly projection: Projection<unknown>;
  readonly into: FoldedRows;
}

/**
 * Prepares the fold of several projections.
 * @param chosen tells of a key whether its row is wanted; all are when absent
 * @param onto rows to fold on, one for each projection
 */
export function jointFold(
  projections: readonly Projection<unknown>[],
  options: DecodeOptions = {},
  { chosen, onto }: { readonly chosen?: (key: string) => boolean; readonly onto?: readonly FoldedRows[] } = {},
): JointFold {
  const folds = projections.map(
    (projection, index): Fold => ({
      projection,
      into: onto?.[index] ?? { rows: new Map(), position: undefined, handled: 0 },
    }),
  );
  const readers = readersByType(folds);
  const wanted = chosen ?? (() => true);

  return {
    types: [...readers.keys()],
    folded: folds.map(({ into }) => into),
    fold(page) {
      for (const stored of page) {
        const ofType = readers.get(stored.type);
        if (ofType === undefined) continue;
        let event = stored;
        let versions: readonly EventVersion[] | undefined;
        for (const reader of ofType) {
          try {
            if (chosen !== undefined && isForOthers(reader, stored, chosen)) continue;
            if (versions !== reader.definition.versions) {
              event = reader.projection.catalog.decode(stored, options);
              versions = reader.definition.versions;
            }
            apply(reader, event, wanted);
          } catch (cause) {
            throw projectionFailure(reader.projection, stored, cause);
          }
        }
      }
    },
  };
}

/** Whether no key of the event is wanted here: it is then not even validated, which is left to whoever wants it. */
function isForOthers(
  { projection, definition }: Reader<Fold>,
  stored: RecordedEvent,
  chosen: (key: string) => boolean,
): boolean {
  if (stored.schemaVersion !== definition.version) return false;
  try {
    const keys = projection.keysOf(stored);
    return keys.length > 0 && keys.every((key) => typeof key === 'string' && !chosen(key));
  } catch {
    // A payload that is not what it should be: decoding it tells where and why.
    return false;
  }
}

function apply({ projection, into }: Fold, event: RecordedEvent, wanted: (key: string) => boolean): void {
  const keys = projection.keysOf(event);
  for (const key of keys) if (wanted(key)) applyTo(projection, event, key, into.rows);
  // Where the keys are shared out, an event is counted by whoever has its first row.
  if (!wanted(keys[0] ?? event.id)) return;
  into.position = event.position;
  into.handled++;
}
