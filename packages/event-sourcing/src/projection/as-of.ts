import { EventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import { type Instant, isInstant } from '../instant.js';
import type { EventStore } from '../store/event-store.js';
import { type FoldedRows, jointFold } from './joint-fold.js';
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
  /** Everything up to here was looked at; undefined for an empty store. */
  readonly until: string | undefined;
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
  const joint = jointFold(projections, options);
  const until = earlier(await store.head(), options.position);
  if (until !== undefined) {
    const limited = options.recorded !== undefined || options.effective !== undefined;
    for await (const page of store.readAll({ until, types: joint.types })) {
      joint.fold(limited ? page.filter((stored) => within(stored, options)) : page);
    }
  }
  return joint.folded.map((one) => viewOf(one, until, options)) as unknown as ViewsOf<P>;
}

/**
 * The views of {@link replayAll}, folded on to the head: costs what is new, whatever was folded before.
 *
 * ```ts
 * let views = await replayAll(store, [competencyHistory, programReach]);
 * views = await readOn(store, [competencyHistory, programReach], views);
 * ```
 *
 * The rows are taken over, not copied: use the new views from now on. Views as of a moment cannot be read on; what they left out would
 * stay left out.
 *
 * @throws EventSourcingError as {@link replayAll}; the views that were handed in are then half-way and of no use.
 */
export async function readOn<const P extends readonly Projection<unknown>[]>(
  store: EventStore,
  projections: P,
  views: ViewsOf<P>,
  options: DecodeOptions = {},
): Promise<ViewsOf<P>> {
  const onto = (views as readonly View<unknown>[]).map(
    ({ rows, position, handled }): FoldedRows => ({ rows: rows as Map<string, unknown>, position, handled }),
  );
  const joint = jointFold(projections, options, { onto });
  const [after, other] = new Set((views as readonly View<unknown>[]).map((view) => view.until));
  if (other !== undefined)
    throw new TypeError('Views that were folded up to different positions are read on one by one.');
  const until = await store.head();
  if (until !== undefined) {
    const pages = store.readAll({ until, types: joint.types, ...(after !== undefined && { after }) });
    for await (const page of pages) joint.fold(page);
  }
  return joint.folded.map((one) => viewOf(one, until, options)) as unknown as ViewsOf<P>;
}

function viewOf(
  { rows, position, handled }: FoldedRows,
  until: string | undefined,
  { trustStored = false }: DecodeOptions,
): View<unknown> {
  return { rows, position, until, handled, trustStored, get: (key) => rows.get(key) };
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
