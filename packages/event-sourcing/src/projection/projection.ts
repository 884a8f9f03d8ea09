import type { Recorded, RecordedEvent } from '../event/envelope.js';
import type { AnyEventType, EventsOf, OfType } from '../event/event.js';
import { type EventCatalog, eventCatalog } from '../event/event-catalog.js';
import type { FactRequest } from '../facts/fact.js';
import { projectionFact, projectionGlance } from './projection-fact.js';

/**
 * One handler an event type; a missing one, or one for a foreign type, does not compile.
 *
 * The row belongs to the fold: a handler may change it in place and return it, or return a new one (no copy is made for it, which is
 * what makes a replay fast). `null` removes the row. The event belongs to the log: never change it, and copy the lists and objects of
 * it that the row keeps and changes later (`[...event.data.items]`).
 */
export type ProjectionHandlers<Row, E extends readonly AnyEventType[]> = {
  readonly [K in E[number]['type']]: (row: Row, event: OfType<Recorded<EventsOf<E>>, K>, key: string) => Row | null;
};

/** What a projection is made of. */
export interface ProjectionShape<Row, E extends readonly AnyEventType[]> {
  /** Names the view in tables and messages: letters, digits and hyphens, such as `competency-history`. */
  readonly name: string;
  /** Counts from 1; raise it whenever the rows would come out differently, and the view is built anew. */
  readonly version: number;
  readonly events: E;
  /** The row of a key before its first event: plain JSON. */
  readonly initial: (key: string) => Row;
  /** The key of the row that the event changes, several keys, or undefined when it changes none. */
  readonly key: (event: Recorded<EventsOf<E>>) => string | readonly string[] | undefined;
  readonly on: ProjectionHandlers<NoInfer<Row>, E>;
}

/** A view of the events: keyed rows of plain JSON, folded from the log and from nothing else. */
export interface Projection<Row> {
  readonly name: string;
  readonly version: number;
  readonly events: readonly AnyEventType[];
  readonly catalog: EventCatalog;
  initial(key: string): Row;
  /** The keys of the rows that a decoded event changes, each once. */
  keysOf(event: RecordedEvent): readonly string[];
  /** The row after a decoded event; may be the same object, changed. `null` removes it. */
  apply(row: Row, event: RecordedEvent, key: string): Row | null;
  /**
   * The row of that key as a fact for a decision: for rules over many streams, such as “nobody is registered twice”.
   *
   * It is answered from a view in memory, one a store, that reads on to the head before each use. Every stream that contributed to the
   * row is noted with its revision, and that no event of these types was stored since: a store with `atomicFacts` refuses the append
   * otherwise, and the command is decided again. On other stores the view can be stale by the time of the append.
   */
  at(key: string): FactRequest<Row>;
  /**
   * The row of that key as it is known now, as a fact: as {@link at}, but a decision that rests on it neither waits for others nor is
   * refused when something is stored at the same moment that would have changed the row. For rules that look at what changes rarely,
   * such as who is an auditor; the streams that contributed are noted all the same.
   */
  glance(key: string): FactRequest<Row>;
}

/** The row of a projection: `RowOf<typeof registrations>`. */
export type RowOf<P> = P extends Projection<infer Row> ? Row : never;

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const NO_KEYS: readonly string[] = [];

/**
 * Defines a view: which events it folds, to which rows, and how.
 *
 * ```ts
 * const registrations = projection({
 *   name: 'registrations',
 *   version: 1,
 *   events: [EmployeeRegistered, EmployeePlaced],
 *   initial: (key): Registration => ({ subjectId: key, placements: 0 }),
 *   key: (event) => event.data.subjectId,
 *   on: {
 *     EmployeeRegistered: (row, event) => ({ ...row, since: event.occurredAt }),
 *     EmployeePlaced: (row) => {
 *       row.placements++;
 *       return row;
 *     },
 *   },
 * });
 * const { rows } = await asOf(store, registrations, { recorded: '2026-03-02T00:00:00.000Z' });
 * ```
 *
 * @throws TypeError for a name or a version that cannot be one, and for an event type that is listed twice.
 */
export function projection<const E extends readonly AnyEventType[], Row>(
  shape: ProjectionShape<Row, E>,
): Projection<Row> {
  const { name, version } = shape;
  if (!NAME.test(name)) throw new TypeError(`'${name}' cannot name a projection: use letters, digits and hyphens.`);
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new TypeError(`${version} is not a version of the projection '${name}': versions count from 1.`);
  }
  type Handler = (row: Row, event: RecordedEvent, key: string) => Row | null;
  const byType = new Map<string, Handler>(Object.entries(shape.on));
  const keyOf = shape.key as (event: RecordedEvent) => string | readonly string[] | undefined;

  const defined: Projection<Row> = {
    name,
    version,
    events: shape.events,
    catalog: eventCatalog(shape.events),
    initial: shape.initial,
    keysOf(event) {
      const key = keyOf(event);
      if (key === undefined) return NO_KEYS;
      if (typeof key === 'string') return [key];
      return key.length > 1 ? [...new Set(key)] : key;
    },
    apply(row, event, key) {
      const handler = byType.get(event.type);
      if (handler === undefined) throw new TypeError(`The projection '${name}' does not take '${event.type}'.`);
      return handler(row, event, key);
    },
    at: (key) => projectionFact(defined, key),
    glance: (key) => projectionGlance(defined, key),
  };
  return defined;
}
