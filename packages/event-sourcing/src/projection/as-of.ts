import { EventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { AnyEventType } from '../event/event.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import { type Instant, isInstant } from '../instant.js';
import type { EventStore } from '../store/event-store.js';
import { foldEvent, type KeyedEvent, keyedEvent } from './fold.js';
import type { Projection, RowOf } from './projection.js';

/** Which part of the history a view is folded from; the limits combine. */
export interface AsOfOptions extends DecodeOptions {
  /** What was known then: only events that the store took at or before this moment. */
  readonly recorded?: Instant | undefined;
  /** Only events up to this position, inclusive. */
  readonly position?: string | undefined;
  /** What was true then, as far as it is known: only events that happened at or before this moment. */
  readonly effective?: Instant | undefined;
}

/** A view, folded freshly from the log. */
export interface View<Row> {
  readonly rows: ReadonlyMap<string, Row>;
  /** Position of the last event that was folded; undefined when there was none. */
  readonly position: string | undefined;
  /** How many events were folded. */
  readonly handled: number;
  /** Whether payloads of the present version were taken unvalidated. */
  readonly trustStored: boolean;
  /** The row of that key; undefined when no event made one. */
  get(key: string): Row | undefined;
}

/** The views of several projections, in their order. */
export type ViewsOf<P extends readonly Projection<unknown>[]> = { readonly [I in keyof P]: View<RowOf<P[I]>> };

/**
 * The view as it was known (`recorded`, `position`) and as it was true (`effective`) at a moment: a fresh fold of that part of the log.
 *
 * ```ts
 * const known = await asOf(store, registrations, { recorded: '2026-03-02T00:00:00.000Z' });
 * known.get('subject-1');
 * ```
 *
 * Events are folded in the order in which they were recorded, so that none comes before its predecessor in its stream. A correction
 * counts when its own two times are within the limits.
 *
 * @throws EventSourcingError `invalid-context` for an instant that is none; `projection-stopped` at the first event that cannot be
 *   folded; those of the store.
 */
export async function asOf<Row>(
  store: EventStore,
  projection: Projection<Row>,
  options: AsOfOptions = {},
): Promise<View<Row>> {
  const [view] = await replayAll(store, [projection], options);
  return view;
}

/** The view of the whole log, folded freshly. Throws as {@link asOf} does. */
export async function replay<Row>(
  store: EventStore,
  projection: Projection<Row>,
  options: DecodeOptions = {},
): Promise<View<Row>> {
  return asOf(store, projection, options);
}

/**
 * The views of several projections, folded in one pass over the log.
 *
 * ```ts
 * const [people, programs] = await replayAll(store, [competencyHistory, programReach]);
 * ```
 *
 * @throws EventSourcingError as {@link asOf}.
 */
export async function replayAll<const P extends readonly Projection<unknown>[]>(
  store: EventStore,
  projections: P,
  options: AsOfOptions = {},
): Promise<ViewsOf<P>> {
  assertLimits(options);
  const folds = projections.map(
    (projection): RunningFold => ({ projection, rows: new Map(), position: undefined, handled: 0 }),
  );
  const until = earlier(await store.head(), options.position);
  if (until !== undefined) {
    const readers = readersByType(folds);
    for await (const page of store.readAll({ until, types: [...readers.keys()] })) {
      for (const stored of page) {
        if (within(stored, options)) foldInto(readers.get(stored.type) ?? [], stored, options);
      }
    }
  }
  return folds.map((fold) => viewOf(fold, options.trustStored === true)) as unknown as ViewsOf<P>;
}

interface RunningFold {
  readonly projection: Projection<unknown>;
  readonly rows: Map<string, unknown>;
  position: string | undefined;
  handled: number;
}

/** A projection that takes an event type, with the definition by which it reads it. */
interface Reader {
  readonly fold: RunningFold;
  readonly definition: AnyEventType;
}

function readersByType(folds: readonly RunningFold[]): ReadonlyMap<string, readonly Reader[]> {
  const readers = new Map<string, Reader[]>();
  for (const fold of folds) {
    for (const definition of fold.projection.events) {
      const known = readers.get(definition.type);
      if (known === undefined) readers.set(definition.type, [{ fold, definition }]);
      else known.push({ fold, definition });
    }
  }
  return readers;
}

/** Gives the event to each projection that takes it; it is decoded once for all that read it by the same definition. */
function foldInto(readers: readonly Reader[], stored: RecordedEvent, options: DecodeOptions): void {
  let decoded: { readonly event: RecordedEvent; readonly versions: AnyEventType['versions'] } | undefined;
  for (const { fold, definition } of readers) {
    let keyed: KeyedEvent;
    if (decoded?.versions === definition.versions) {
      keyed = keyedEvent(fold.projection, decoded.event, { trustStored: true });
    } else {
      keyed = keyedEvent(fold.projection, stored, options);
      decoded = { event: keyed.event, versions: definition.versions };
    }
    foldEvent(fold.projection, keyed, fold.rows);
    fold.position = stored.position;
    fold.handled++;
  }
}

function viewOf({ rows, position, handled }: RunningFold, trustStored: boolean): View<unknown> {
  return { rows, position, handled, trustStored, get: (key) => rows.get(key) };
}

function within(stored: RecordedEvent, { recorded, effective }: AsOfOptions): boolean {
  if (recorded !== undefined && stored.recordedAt > recorded) return false;
  return effective === undefined || stored.occurredAt <= effective;
}

/** The earlier of the head and the limit; undefined for an empty store. */
function earlier(head: string | undefined, limit: string | undefined): string | undefined {
  if (head === undefined || limit === undefined) return head;
  return limit < head ? limit : head;
}

function assertLimits({ recorded, effective }: AsOfOptions): void {
  for (const [name, instant] of Object.entries({ recorded, effective })) {
    if (instant !== undefined && !isInstant(instant)) {
      throw new EventSourcingError('invalid-context', `${name} '${instant}' is not an instant.`, {
        todo: 'Write it in UTC as 2026-03-02T01:30:00.000Z.',
      });
    }
  }
}
