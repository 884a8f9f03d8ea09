import { LocalDate } from '@pembinaan/core';
import {
  type AnyReadModel,
  type AsOfOptions,
  type EventStore,
  type Projection,
  type ReadModel,
  type ReadModelShape,
  readModel,
  type View,
} from '@pembinaan/event-sourcing';

/** One line of an answer: a row of a table, with nothing nested in it. Several ids or codes in one cell are parted by spaces. */
export type Line = Readonly<Record<string, string | number | boolean | null>>;

/** A question about the agency as of a day, where the types of its lines do not matter. */
export interface AgencyReadModel extends AnyReadModel {
  readonly projections: readonly Projection<unknown>[];
  /** Answers from views that are at hand, in the order of `projections`. */
  answer(views: readonly View<unknown>[], on: string): readonly Line[];
  /**
   * Folds the log, as of a moment on either clock, and answers for a day.
   *
   * @param on the day on which things are due, in force or late, such as 2026-06-30
   * @throws RangeError when `on` is no such day; EventSourcingError as `asOf` does.
   */
  ask(store: EventStore, on: string, asOf?: AsOfOptions): Promise<readonly Line[]>;
}

/** Defines a read model that is asked for a day and answers in flat lines. */
export function agencyReadModel<const P extends readonly Projection<unknown>[], L extends Line>(
  shape: ReadModelShape<P, LocalDate, L>,
): ReadModel<P, string, L> {
  return readModel({ ...shape, answer: (views, on: string) => shape.answer(views, dayOf(on)) });
}

function dayOf(on: string): LocalDate {
  const day = LocalDate.safeParse(on);
  if (!day.success) throw new RangeError(`'${on}' is not a day such as 2026-12-31.`);
  return day.data;
}
