import type { LocalDate } from '@pembinaan/core';
import type { AnyEventType, Bilingual } from '@pembinaan/event-sourcing';
import type { List } from '../files/unit-rosters.js';
import type { PeopleRecord } from '../records/record.js';
import type { Register } from '../records/register.js';

/** What a cell of a table holds; null where it is not known. */
export type Cell = string | number | boolean | null;

/** A line without anything nested in it. */
export type Flat<Line> = { readonly [K in keyof Line]: Cell };

/** What a read model asks for: records of the people at hand, and registers of the agency. */
export type Needs = readonly (PeopleRecord<unknown> | Register<unknown>)[];

/** The records of some people, by employee id, or the register of the agency, by the id of its streams. */
export interface Lookup<R> {
  readonly rows: ReadonlyMap<string, R>;
  get(id: string): R | undefined;
}

type RecordOf<N> = N extends { of(...given: never[]): infer R } ? Exclude<R, undefined> : never;

/** The lookups of what a read model asks for, in its order. */
export type LookupsOf<N extends Needs> = { readonly [I in keyof N]: Lookup<RecordOf<N[I]>> };

/**
 * What a line rests on, which says how much has to be read for a page of them.
 *
 * - `person`: one person, with `unitId` and `employeeId` that say whom;
 * - `people`: one person, as above, but in an order of their own within the unit, so that all of the unit are read together;
 * - `unit`: the people of one unit together, with `unitId`;
 * - `agency`: everybody who is asked about.
 */
export type LinesOf = 'person' | 'people' | 'unit' | 'agency';

/** Of whom a read model tells: those who serve on the day, in their unit of that day; or whoever was ever placed in a unit; or nobody. */
export type Tells = 'serving' | 'everPlaced' | 'nobody';

/** What a read model on people is made of. */
export interface PeopleReadModelShape<N extends Needs, Line> {
  /** As the documents of the field call it, such as `GapMap`. */
  readonly name: string;
  /** The question that it answers, in both languages. */
  readonly question: Bilingual;
  readonly needs: N;
  readonly linesOf: LinesOf;
  readonly tells: Tells;
  /** The list of those of whom alone it tells; everybody's when absent. */
  readonly among?: List;
  /** The one person of whom it tells, where nobody may ask about several. */
  readonly about?: string;
  /**
   * The first day on which a line may look where somebody was; absent where it may be any. For read models of `everPlaced`: who was in a
   * unit by then need not be looked for among those who were in none.
   */
  readonly looksBackTo?: (on: LocalDate) => LocalDate;
  /** The day of a line, for questions about a period; absent where lines have none. */
  dayOf?(line: Line): string | null;
  /**
   * The answer as flat lines; pure. Lookups stand in the order of `needs`, and hold the people of one person, one unit or all, as
   * `linesOf` says.
   */
  answer(lookups: LookupsOf<N>, on: LocalDate): readonly Line[];
}

/** A named question about people. */
export interface PeopleReadModel<N extends Needs, Line> extends PeopleReadModelShape<N, Line> {
  /** The events from which it is answered. */
  readonly events: readonly AnyEventType[];
}

/** Any read model on people, where it does not matter which cells its lines have. */
export type AnyPeopleReadModel = PeopleReadModel<Needs, object>;

/** Defines a read model on people, which answers in flat lines. */
export function peopleReadModel<const N extends Needs, Line extends Flat<Line>>(
  shape: PeopleReadModelShape<N, Line>,
): PeopleReadModel<N, Line> {
  const events = new Map(shape.needs.flatMap(({ events }) => events).map((type) => [type.type, type]));
  return { ...shape, events: [...events.values()] };
}
