import { BerAkhlak, yearOf } from '@pembinaan/core';
import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { groupedBy, inOrder } from '../order.js';
import { behaviourRecords } from '../records/behaviour-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, unitOn } from '../records/service-records.js';
import { meanHundredths } from '../rounding.js';

/** How a unit lives one value of BerAKHLAK, as those see it who work with its people. */
export interface CultureLine {
  /** Where people were when they were rated. */
  readonly unitId: string | null;
  readonly year: number;
  readonly value: string;
  /** People who were rated by others. */
  readonly people: number;
  /** People who rated. */
  readonly raters: number;
  /** Hundredths of 1-5; null where not shown. */
  readonly mean: number | null;
  readonly notShown: NotShown;
}

/** T8, B6: integrity and service as a culture. By unit; there is no list of persons by attitude (S17). */
export const cultureView = peopleReadModel({
  name: 'CultureView',
  question: {
    en: 'How are the values of BerAKHLAK lived in each unit, as others see it?',
    id: 'Bagaimana nilai BerAKHLAK diterapkan di setiap unit menurut penilaian orang lain?',
  },
  needs: [behaviourRecords, serviceRecords, policies],
  linesOf: 'unit',
  tells: 'everPlaced',
  answer: ([behaviour, service, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const scores = [...behaviour.rows].flatMap(([employeeId, { ratings }]) =>
      Object.values(ratings)
        .filter(({ raterKind, ratedOn }) => raterKind !== 'self' && ratedOn <= on)
        .flatMap(({ raterId, raterKind, ratedOn, scores }) => {
          const unitId = unitOn(service.get(employeeId), ratedOn);
          const year = Number(yearOf(ratedOn));
          return scores
            .filter(({ of }) => VALUES.includes(of))
            .map(({ of: value, score }) => ({ employeeId, raterId, raterKind, unitId, year, value, score }));
        }),
    );
    const lines = groupedBy(scores, ({ unitId, year, value }) => ({ unitId, year, value })).map(
      ({ key, members }): CultureLine => {
        const people = new Set(members.map(({ employeeId }) => employeeId)).size;
        const raters = new Set(members.map(({ raterId }) => raterId)).size;
        // Both those who are spoken of and those who answered are protected; of these, peers and subordinates apart from the superiors, who
        // answer openly and whose part could be taken off.
        const unnamed = new Set(
          members.filter(({ raterKind }) => raterKind !== 'superior').map(({ raterId }) => raterId),
        );
        const hidden =
          notShown(Math.min(people, raters), policy) ?? (unnamed.size === 0 ? null : notShown(unnamed.size, policy));
        const mean = hidden === null ? meanHundredths(members.map(({ score }) => score)) : null;
        return { ...key, people, raters, mean, notShown: hidden };
      },
    );
    return inOrder(lines, ({ unitId, year, value }) => [unitId, year, VALUES.indexOf(value)]);
  },
});

const VALUES: readonly string[] = BerAkhlak.options;
