import { yearOf } from '@pembinaan/core';
import { type LearningBucket, learningBucketOf } from '../learning-buckets.js';
import { groupedBy, inOrder } from '../order.js';
import { peopleReadModel } from '../people-read-model.js';
import { creditsOf, jpRecords, sumOf } from '../records/jp-records.js';
import { serviceRecords, unitOn } from '../records/service-records.js';
import { share } from '../rounding.js';

/** The JP of a unit in the calendar year up to the day, by where people learn. JP are hundredths before the caps, shares basis points. */
export interface LearningMixLine {
  /** Where people were on the day of the activity. */
  readonly unitId: string | null;
  readonly year: number;
  readonly jpRaw: number;
  readonly formal: number;
  readonly social: number;
  readonly work: number;
  /** Forms of which the model says nothing, such as self-study. */
  readonly other: number;
  /** 1000 in the model. */
  readonly formalShare: number | null;
  /** 2000 in the model. */
  readonly socialShare: number | null;
  /** 7000 in the model. */
  readonly workShare: number | null;
}

/**
 * L13, domain.md 1.6: the 70-20-10 mix. It is counted before the caps, which limit what is credited for learning from each other and not
 * how much there was of it; and it is no target: no source makes the ratio mandatory.
 */
export const learningMix = peopleReadModel({
  name: 'LearningMix',
  question: {
    en: 'How much do people learn in class, from each other and at work, by unit (the 70-20-10 model)?',
    id: 'Berapa banyak pegawai belajar di kelas, dari sesama, dan di tempat kerja, menurut unit (model 70-20-10)?',
  },
  projections: [jpRecords, serviceRecords],
  answer: ([jp, service], on) => {
    const year = Number(yearOf(on));
    const credits = [...jp.rows].flatMap(([employeeId, record]) =>
      creditsOf(record, year, on)
        .filter(({ jpRaw }) => jpRaw > 0)
        .map((credit) => ({ ...credit, unitId: unitOn(service.get(employeeId), credit.on) })),
    );
    const lines = groupedBy(credits, ({ unitId }) => ({ unitId })).map(({ key, members }): LearningMixLine => {
      const of = (bucket: LearningBucket) =>
        sumOf(members, ({ form, jpRaw }) => (learningBucketOf[form] === bucket ? jpRaw : 0));
      const jpRaw = sumOf(members, (credit) => credit.jpRaw);
      const [formal, social, work] = [of('formal'), of('social'), of('work')];
      return {
        ...key,
        year,
        jpRaw,
        formal,
        social,
        work,
        other: of('other'),
        formalShare: share(formal, jpRaw),
        socialShare: share(social, jpRaw),
        workShare: share(work, jpRaw),
      };
    });
    return inOrder(lines, ({ unitId }) => [unitId]);
  },
});
