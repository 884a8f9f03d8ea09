import { yearOf } from '@pembinaan/core';
import { groupedBy, inOrder } from '../order.js';
import { peopleReadModel } from '../people-read-model.js';
import { creditsOf, jpRecords, sumOf } from '../records/jp-records.js';
import { serviceRecords, unitOn } from '../records/service-records.js';
import { share } from '../rounding.js';

/** The JP of a unit in the calendar year up to the day. JP are hundredths. */
export interface SelfStudyShareLine {
  /** Where people were on the day of the activity. */
  readonly unitId: string | null;
  readonly year: number;
  /** People to whom something was credited. */
  readonly people: number;
  /** Of these, people with activities of their own that were claimed and credited. */
  readonly selfLearners: number;
  readonly jpCredited: number;
  /** Of these, JP for activities of their own. */
  readonly jpSelf: number;
  /** Basis points; null where nothing was credited. */
  readonly selfShare: number | null;
}

/** L13: a culture of learning and self-development, as far as the JP show it. */
export const selfStudyShare = peopleReadModel({
  name: 'SelfStudyShare',
  question: {
    en: 'How much of what people learn in a year do they learn of their own accord, by unit?',
    id: 'Seberapa besar bagian belajar atas prakarsa sendiri dalam setahun, menurut unit?',
  },
  projections: [jpRecords, serviceRecords],
  answer: ([jp, service], on) => {
    const year = Number(yearOf(on));
    const credits = [...jp.rows].flatMap(([employeeId, record]) =>
      creditsOf(record, year, on)
        .filter(({ jpCredited }) => jpCredited > 0)
        .map((credit) => ({ ...credit, employeeId, unitId: unitOn(service.get(employeeId), credit.on) })),
    );
    const lines = groupedBy(credits, ({ unitId }) => ({ unitId })).map(({ key, members }): SelfStudyShareLine => {
      const own = members.filter(({ source }) => source.kind === 'claim');
      const jpCredited = sumOf(members, (credit) => credit.jpCredited);
      const jpSelf = sumOf(own, (credit) => credit.jpCredited);
      return {
        ...key,
        year,
        people: new Set(members.map(({ employeeId }) => employeeId)).size,
        selfLearners: new Set(own.map(({ employeeId }) => employeeId)).size,
        jpCredited,
        jpSelf,
        selfShare: share(jpSelf, jpCredited),
      };
    });
    return inOrder(lines, ({ unitId }) => [unitId]);
  },
});
