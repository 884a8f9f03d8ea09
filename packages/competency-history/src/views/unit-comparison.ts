import type { LocalDate } from '@pembinaan/core';
import { endOfYear } from '../day.js';
import { type NotShown, notShown, totalNotShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { groupedBy, inOrder } from '../order.js';
import type { PolicyInView } from '../records/policies.js';
import { scaled } from '../rounding.js';
import {
  type ComparedMeasure,
  type Contribution,
  comparedMeasures,
  contributionsTo,
  needsOf,
  policyOf,
} from './compared-measures.js';

/** A measure of a unit in a year. */
export interface UnitComparisonLine {
  readonly measure: string;
  readonly unitId: string | null;
  readonly year: number;
  /** The last day of the year, or the day asked for in the present one. */
  readonly on: string;
  /** People behind the value. */
  readonly people: number;
  /** In the unit of the measure; see `comparedMeasures`. Null where not shown. */
  readonly value: number | null;
  readonly notShown: NotShown;
}

/**
 * A measure across units and over the years, from the first of which the people of the unit have something that is measured. Small groups
 * are not shown (domain.md 5.12). Units stand in the order of their ids: the figures tell where to look, not who is best.
 */
export const unitComparison = (measure: ComparedMeasure) =>
  peopleReadModel({
    name: 'UnitComparison',
    question: {
      en: 'How do the units compare in one measure, and how has it developed over the years?',
      id: 'Bagaimana perbandingan antarunit menurut satu ukuran, dan bagaimana perkembangannya dari tahun ke tahun?',
    },
    needs: needsOf(measure),
    linesOf: 'unit',
    tells: 'everPlaced',
    dayOf: (line: UnitComparisonLine) => line.on,
    answer: (known, on) => {
      const policy = policyOf(known, on);
      const groups = groupedBy(contributionsTo(measure, known, on), unitAndYear);
      const lines = groups.map(({ key, members }): UnitComparisonLine => {
        const people = peopleOf(members).size;
        const hidden = notShown(people, policy);
        return { measure, ...key, on: endOfYear(key.year, on), people, ...figureOf(measure, members, hidden) };
      });
      return inOrder(lines, ({ unitId, year }) => [unitId, year]);
    },
  });

/** A measure of the whole agency in a year. */
export interface AgencyComparisonLine {
  readonly measure: string;
  readonly year: number;
  readonly on: string;
  /** Units with people behind the value; people without a unit count as one. */
  readonly units: number;
  /** Of these, the units whose value is shown. */
  readonly unitsShown: number;
  readonly people: number;
  readonly value: number | null;
  readonly notShown: NotShown;
}

/**
 * The same measure of the whole agency, to be asked about all units together.
 *
 * The total must not tell what `unitComparison` holds back. Whoever takes the units that are shown from the total is left with the people
 * of the units that are not. So the total of a year is shown only where these are nobody, or `disclosure.minimumN` people at least: with a
 * minimum of 5 and units of 6, 5 and 3 people, the total would give away the three, and is not shown; with 6, 5, 3 and 2 it gives a
 * figure of five people in two units, and is shown.
 */
export const agencyComparison = (measure: ComparedMeasure) =>
  peopleReadModel({
    name: 'AgencyComparison',
    question: {
      en: 'How has one measure of the whole agency developed over the years, against which units can be held?',
      id: 'Bagaimana perkembangan satu ukuran seluruh instansi dari tahun ke tahun, sebagai pembanding bagi unit?',
    },
    needs: needsOf(measure),
    linesOf: 'agency',
    tells: 'everPlaced',
    dayOf: (line: AgencyComparisonLine) => line.on,
    answer: (known, on) => {
      const policy = policyOf(known, on);
      const years = groupedBy(contributionsTo(measure, known, on), ({ year }) => ({ year }));
      const lines = years.map(({ key, members }) => ofAgency(measure, key.year, members, policy, on));
      return inOrder(lines, ({ year }) => [year]);
    },
  });

function ofAgency(
  measure: ComparedMeasure,
  year: number,
  members: readonly Contribution[],
  policy: PolicyInView | undefined,
  on: LocalDate,
): AgencyComparisonLine {
  const units = groupedBy(members, unitAndYear).map((unit) => unit.members);
  const apart = units.filter((unit) => notShown(peopleOf(unit).size, policy) !== null);
  const people = peopleOf(members).size;
  const hidden = totalNotShown(people, peopleOf(apart.flat()).size, policy);
  return {
    measure,
    year,
    on: endOfYear(year, on),
    units: units.length,
    unitsShown: units.length - apart.length,
    people,
    ...figureOf(measure, members, hidden),
  };
}

const unitAndYear = ({ unitId, year }: Contribution) => ({ unitId, year });

function peopleOf(members: readonly Contribution[]): ReadonlySet<string> {
  return new Set(members.map(({ employeeId }) => employeeId));
}

function figureOf(
  measure: ComparedMeasure,
  members: readonly Contribution[],
  hidden: NotShown,
): { readonly value: number | null; readonly notShown: NotShown } {
  if (hidden !== null) return { value: null, notShown: hidden };
  let [part, whole] = [0, 0];
  for (const member of members) {
    if (member.part === null) return { value: null, notShown: 'noPolicy' };
    part += member.part;
    whole += member.whole;
  }
  return { value: scaled(part, whole, comparedMeasures[measure].scale), notShown: null };
}
