import { type LocalDate, yearOf } from '@pembinaan/core';
import { endOfYear } from '../day.js';
import { type NotShown, notShown, totalNotShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { levelLines } from '../levels/levels.js';
import { groupedBy } from '../order.js';
import { hcdpRecords } from '../records/hcdp-records.js';
import { creditsOf, jpRecords, sumOf } from '../records/jp-records.js';
import { levelRecords } from '../records/level-records.js';
import { type PolicyInView, policies, policyInForce } from '../records/policies.js';
import { type ServingPerson, serviceRecords, servingOn } from '../records/service-records.js';
import { meanHundredths, scaled } from '../rounding.js';

/** A year: those who serve on its last day, or on the day asked for in the present year. Levels and JP are hundredths. */
export interface CohortLine {
  readonly year: number;
  /** The human capital development plan (HCDP) that covers the year. */
  readonly hcdpId: string | null;
  readonly people: number;
  /** People with one valid assessment by somebody else at least. */
  readonly assessed: number;
  /** Over all assessed competencies of all people; null also where too few people were assessed. */
  readonly meanLevel: number | null;
  /** JP credited in the year for each person. */
  readonly meanJp: number | null;
  /** Of these people, those who served at the end of the first year of the table: the same people over all years, less those who left. */
  readonly cohort: number;
  readonly cohortMeanLevel: number | null;
  readonly cohortMeanJp: number | null;
  /** Why the means are not shown. */
  readonly notShown: NotShown;
}

/** L14: development as a long-term investment. From the first year of which levels or JP are known. */
export const cohortView = peopleReadModel({
  name: 'CohortView',
  question: {
    en: 'How do levels and JP of those who serve develop over the years of the human capital development plan?',
    id: 'Bagaimana perkembangan level dan JP para pegawai sepanjang tahun-tahun rencana pengembangan SDM (HCDP)?',
  },
  needs: [serviceRecords, levelRecords, jpRecords, hcdpRecords, policies],
  linesOf: 'agency',
  tells: 'everPlaced',
  answer: ([service, levels, jp, hcdps, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const known = [
      ...[...levels.rows.values()].flatMap(({ assessments }) =>
        Object.values(assessments).map(({ assessedOn }) => Number(yearOf(assessedOn))),
      ),
      ...[...jp.rows.values()].flatMap(({ credits }) => Object.values(credits).map(({ year }) => year)),
    ];
    const first = known.length === 0 ? yearOf(on) + 1 : known.reduce((a, b) => Math.min(a, b));
    const served = new Set(servingOn(service.rows, endOfYear(first, on)).map(({ employeeId }) => employeeId));

    const of = (people: readonly string[], day: LocalDate, hidden: NotShown) => {
      const found = people.map((employeeId) =>
        levelLines(Object.values(levels.get(employeeId)?.assessments ?? {}), new Map(), day).flatMap(({ actual }) =>
          actual === null ? [] : [actual],
        ),
      );
      const credited = people.reduce(
        (sum, employeeId) =>
          sum + sumOf(creditsOf(jp.get(employeeId), yearOf(day), day), ({ jpCredited }) => jpCredited),
        0,
      );
      const assessed = found.filter((own) => own.length > 0).length;
      return {
        assessed,
        meanLevel: hidden === null && notShown(assessed, policy) === null ? meanHundredths(found.flat()) : null,
        meanJp: hidden === null ? scaled(credited, people.length, 1) : null,
        hidden,
      };
    };

    const lines: CohortLine[] = [];
    for (let year = first; year <= yearOf(on); year++) {
      const day = endOfYear(year, on);
      const serving = servingOn(service.rows, day);
      const people = serving.map(({ employeeId }) => employeeId);
      const cohort = people.filter((employeeId) => served.has(employeeId));
      const all = of(people, day, totalNotShown(people.length, inSmallUnits(serving, policy), policy));
      // Whoever takes the cohort from all is left with those who came later.
      const same = of(cohort, day, all.hidden ?? totalNotShown(cohort.length, people.length - cohort.length, policy));
      lines.push({
        year,
        hcdpId: planOf(hcdps.rows, year),
        people: people.length,
        assessed: all.assessed,
        meanLevel: all.meanLevel,
        meanJp: all.meanJp,
        cohort: cohort.length,
        cohortMeanLevel: same.meanLevel,
        cohortMeanJp: same.meanJp,
        notShown: all.hidden ?? same.hidden,
      });
    }
    return lines;
  },
});

/** How many people stand in units that are too small to be shown, or in none. */
function inSmallUnits(serving: readonly ServingPerson[], policy: PolicyInView | undefined): number {
  return groupedBy(serving, ({ unitId }) => ({ unitId }))
    .filter(({ key, members }) => key.unitId === null || notShown(members.length, policy) !== null)
    .reduce((sum, { members }) => sum + members.length, 0);
}

type HcdpYears = { readonly years: { readonly from: number; readonly to: number } | null };

/** The plan that covers a year; of several the one that was established last. */
function planOf(plans: ReadonlyMap<string, HcdpYears>, year: number): string | null {
  let found: string | null = null;
  for (const [hcdpId, { years }] of plans) if (years !== null && years.from <= year && year <= years.to) found = hcdpId;
  return found;
}
