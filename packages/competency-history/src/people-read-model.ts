import type { LocalDate } from '@pembinaan/core';
import { type Projection, type ReadModel, type ReadModelShape, readModel } from '@pembinaan/event-sourcing';
import { dayOf } from './day.js';

/** What a cell of a table holds; null where it is not known. */
export type Cell = string | number | boolean | null;

/** A line without anything nested in it. */
type Flat<Line> = { readonly [K in keyof Line]: Cell };

/**
 * Defines a read model on people that is asked for a day, such as `2026-06-30`, and answers in flat lines.
 *
 * The day decides on placements, standards, validity and the policy in force. What became of a batch, a certificate or a mentorship is
 * told as the events have it: give `effective` or `recorded` in order to see an earlier state.
 */
export function peopleReadModel<const P extends readonly Projection<unknown>[], Line extends Flat<Line>>(
  shape: ReadModelShape<P, LocalDate, Line>,
): ReadModel<P, string, Line> {
  return readModel({ ...shape, answer: (views, on: string) => shape.answer(views, dayOf(on)) });
}
