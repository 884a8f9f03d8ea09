import type { Bilingual } from '@pembinaan/event-sourcing';
import type { ProgramSubject } from './program-subject.js';

/** What a cell of a table holds; null where it is not known. */
export type Cell = string | number | boolean | null;

/** A line without anything nested in it. */
export type Flat<Line> = { readonly [K in keyof Line]: Cell };

/** A named question about programmes, answered programme by programme in flat lines. */
export interface ProgramReadModel<Line> {
  /** As the documents of the field call it, such as `Recommendations`. */
  readonly name: string;
  /** The question that it answers, in both languages. */
  readonly question: Bilingual;
  /** The lines of one programme. */
  of(subject: ProgramSubject): Promise<readonly Line[]>;
}

/** Any read model on programmes, where it does not matter which cells its lines have. */
export type AnyProgramReadModel = ProgramReadModel<object>;

/** Defines a read model on programmes, which answers in flat lines. */
export function programReadModel<Line extends Flat<Line>>(model: ProgramReadModel<Line>): ProgramReadModel<Line> {
  return model;
}
