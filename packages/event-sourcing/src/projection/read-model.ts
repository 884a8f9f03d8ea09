import type { Bilingual } from '../decider/rule.js';
import type { AnyEventType } from '../event/event.js';
import type { EventStore } from '../store/event-store.js';
import { type AsOfOptions, replayAll, type View, type ViewsOf } from './as-of.js';
import type { Projection } from './projection.js';

/** What a read model is made of. */
export interface ReadModelShape<P extends readonly Projection<unknown>[], On, Line> {
  /** As the documents of the field call it, such as `LeaderPanel`. */
  readonly name: string;
  /** The question that it answers, in both languages. */
  readonly question: Bilingual;
  readonly projections: P;
  /**
   * The answer from the folded views, as plain lines that fit a table; pure.
   * `views` stand in the order of `projections`.
   */
  readonly answer: (views: ViewsOf<P>, on: On) => readonly Line[];
}

/** A named question to the log, answered from one or more projections. */
export interface ReadModel<P extends readonly Projection<unknown>[], On, Line> extends ReadModelShape<P, On, Line> {
  /** The events from which it is answered. */
  readonly events: readonly AnyEventType[];
  /**
   * Folds the projections in one pass over the log, as of a moment on either clock, and answers.
   * @throws EventSourcingError as `asOf` does.
   */
  ask(store: EventStore, on: On, asOf?: AsOfOptions): Promise<readonly Line[]>;
}

/** Any read model, where its types do not matter. */
export interface AnyReadModel {
  readonly name: string;
  readonly question: Bilingual;
  readonly events: readonly AnyEventType[];
}

/**
 * Defines a read model: which projections it needs, and how it answers from their rows.
 *
 * ```ts
 * const deadlines = readModel({
 *   name: 'Deadlines',
 *   question: { en: 'What is due?', id: 'Apa yang jatuh tempo?' },
 *   projections: [reports],
 *   answer: ([reports], on: string) => [...reports.rows.values()].filter((report) => report.due < on),
 * });
 * await deadlines.ask(store, '2026-06-30', { recorded: '2026-06-30T16:59:59.999Z' });
 * ```
 *
 * Where the rows are kept in a file, call `answer` with views over them.
 */
export function readModel<const P extends readonly Projection<unknown>[], On, Line>(
  shape: ReadModelShape<P, On, Line>,
): ReadModel<P, On, Line> {
  const events = new Map(shape.projections.flatMap((projection) => projection.events).map((type) => [type.type, type]));
  return {
    ...shape,
    events: [...events.values()],
    ask: async (store, on, asOf) => shape.answer(await replayAll(store, shape.projections, asOf), on),
  };
}

/** A view over rows that are at hand, for {@link ReadModelShape.answer}. */
export function viewOver<Row>(rows: ReadonlyMap<string, Row>, position?: string): View<Row> {
  return { rows, position, until: position, handled: rows.size, trustStored: false, get: (key) => rows.get(key) };
}
