import { yearOf } from '@pembinaan/core';
import { beginOfYear } from '../day.js';
import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { groupedBy, inOrder } from '../order.js';
import { creditsOf, jpOfTheYear, sumOf } from '../records/jp-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, unitOn } from '../records/service-records.js';
import { share } from '../rounding.js';

/** The JP of a unit in the calendar year up to the day. JP are hundredths; null where not shown. */
export interface SelfStudyShareLine {
  /** Where people were on the day of the activity. */
  readonly unitId: string | null;
  readonly year: number;
  /** People to whom something was credited. */
  readonly people: number;
  /** Of these, people with activities of their own that were claimed and credited. */
  readonly selfLearners: number | null;
  readonly jpCredited: number | null;
  /** Of these, JP for activities of their own. */
  readonly jpSelf: number | null;
  /** Basis points. */
  readonly selfShare: number | null;
  readonly notShown: NotShown;
}

/** L13: a culture of learning and self-development, as far as the JP show it. Not for groups that are too small (domain.md 5.12). */
export const selfStudyShare = peopleReadModel({
  name: 'SelfStudyShare',
  question: {
    en: 'How much of what people learn in a year do they learn of their own accord, by unit?',
    id: 'Seberapa besar bagian belajar atas prakarsa sendiri dalam setahun, menurut unit?',
  },
  needs: [jpOfTheYear, serviceRecords, policies],
  linesOf: 'unit',
  tells: 'everPlaced',
  looksBackTo: beginOfYear,
  answer: ([jp, service, policyRows], on) => {
    const policy = policyInForce(policyRows.rows, on);
    const year = Number(yearOf(on));
    const credits = [...jp.rows].flatMap(([employeeId, record]) =>
      creditsOf(record, year, on)
        .filter(({ jpCredited }) => jpCredited > 0)
        .map((credit) => ({ ...credit, employeeId, unitId: unitOn(service.get(employeeId), credit.on) })),
    );
    const lines = groupedBy(credits, ({ unitId }) => ({ unitId })).map(({ key, members }): SelfStudyShareLine => {
      const people = new Set(members.map(({ employeeId }) => employeeId)).size;
      const hidden = notShown(people, policy);
      if (hidden !== null) {
        const nothing = { selfLearners: null, jpCredited: null, jpSelf: null, selfShare: null };
        return { ...key, year, people, ...nothing, notShown: hidden };
      }
      const own = members.filter(({ source }) => source.kind === 'claim');
      const jpCredited = sumOf(members, (credit) => credit.jpCredited);
      const jpSelf = sumOf(own, (credit) => credit.jpCredited);
      return {
        ...key,
        year,
        people,
        selfLearners: new Set(own.map(({ employeeId }) => employeeId)).size,
        jpCredited,
        jpSelf,
        selfShare: share(jpSelf, jpCredited),
        notShown: null,
      };
    });
    return inOrder(lines, ({ unitId }) => [unitId]);
  },
});
