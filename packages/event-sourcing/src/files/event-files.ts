import type { Recorded } from '../event/envelope.js';
import type { AnyEventType, EventsOf } from '../event/event.js';
import { type Projection, type ProjectionHandlers, projection } from '../projection/projection.js';
import { type EntryOf, entryIn, type Filed, filedAs, type KeptFields } from './entry.js';

/** What files are made of. */
export interface EventFilesShape<E extends readonly AnyEventType[], F extends KeptFields<EventsOf<E>>> {
  readonly name: string;
  /** Counts from 1; raise it whenever other fields are kept, or keys come out differently. */
  readonly version: number;
  readonly events: E;
  /** The fields of each event that are kept: what any question needs, and no more. */
  readonly kept: F;
  /** The file of an event, several files, or undefined where it belongs in none. */
  readonly key: (event: Recorded<EventsOf<E>>) => string | readonly string[] | undefined;
}

/** Files of events: a projection whose rows are lists of entries in the order of the log, and what reads them again. */
export interface EventFiles<E extends readonly AnyEventType[], F extends KeptFields<EventsOf<E>>>
  extends Projection<Filed[]> {
  readonly kept: F;
  /** The entry of what was filed. */
  entry(filed: Filed): EntryOf<EventsOf<E>, F>;
}

/**
 * Files events under keys, unchanged and without working anything out: what they mean is asked later, as of any moment, by pure functions
 * over the entries. No other order of streams that are written at the same time gives another file, as long as a file holds one stream.
 *
 * ```ts
 * const placements = eventFiles({
 *   name: 'placements',
 *   version: 1,
 *   events: [EmployeePlaced],
 *   kept: { EmployeePlaced: ['unitId', 'from'] },
 *   key: (event) => event.stream,
 * });
 * const { rows } = await replay(store, placements);
 * rows.get('employee-7')?.map(placements.entry);
 * ```
 *
 * @throws TypeError as {@link projection} does.
 */
export function eventFiles<const E extends readonly AnyEventType[], const F extends KeptFields<EventsOf<E>>>({
  name,
  version,
  events,
  kept,
  key,
}: EventFilesShape<E, F>): EventFiles<E, F> {
  const fields: Readonly<Record<string, readonly PropertyKey[]>> = kept;
  const on = Object.fromEntries(
    events.map(({ type }) => [
      type,
      (file: Filed[], event: Recorded<EventsOf<E>>): Filed[] => {
        file.push(filedAs(event, fields[type] ?? []));
        return file;
      },
    ]),
  ) as unknown as ProjectionHandlers<Filed[], E>;
  return {
    ...projection<E, Filed[]>({ name, version, events, initial: () => [], key, on }),
    kept,
    entry: (filed) => entryIn(filed, kept) as EntryOf<EventsOf<E>, F>,
  };
}
