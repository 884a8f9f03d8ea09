import { yearOf } from '@pembinaan/core';
import { beginOfYear } from '../day.js';
import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { type LearningBucket, learningBucketOf } from '../learning-buckets.js';
import { groupedBy, inOrder } from '../order.js';
import { creditsOf, jpOfTheYear, sumOf } from '../records/jp-records.js';
import { policies, policyInForce } from '../records/policies.js';
import { serviceRecords, unitOn } from '../records/service-records.js';
import { share } from '../rounding.js';

/**
 * The JP of a unit in the calendar year up to the day, by where people learn. JP are hundredths before the caps, shares basis
 * points; null where not shown.
 */
export interface LearningMixLine {
  /** Where people were on the day of the activity. */
  readonly unitId: string | null;
  readonly year: number;
  /** People who learnt something that gives JP. */
  readonly people: number;
  readonly jpRaw: number | null;
  readonly formal: number | null;
  readonly social: number | null;
  readonly work: number | null;
  /** Forms of which the model says nothing, such as self-study. */
  readonly other: number | null;
  /** 1000 in the model. */
  readonly formalShare: number | null;
  /** 2000 in the model. */
  readonly socialShare: number | null;
  /** 7000 in the model. */
  readonly workShare: number | null;
  readonly notShown: NotShown;
}

/**
 * L13, domain.md 1.6: the 70-20-10 mix. It is counted before the caps, which limit what is credited for learning from each other and not
 * how much there was of it; and it is no target: no source makes the ratio mandatory. Not for groups that are too small (domain.md 5.12).
 */
export const learningMix = peopleReadModel({
  name: 'LearningMix',
  question: {
    en: 'How much do people learn in class, from each other and at work, by unit (the 70-20-10 model)?',
    id: 'Berapa banyak pegawai belajar di kelas, dari sesama, dan di tempat kerja, menurut unit (model 70-20-10)?',
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
        .filter(({ jpRaw }) => jpRaw > 0)
        .map((credit) => ({ ...credit, employeeId, unitId: unitOn(service.get(employeeId), credit.on) })),
    );
    const lines = groupedBy(credits, ({ unitId }) => ({ unitId })).map(({ key, members }): LearningMixLine => {
      const people = new Set(members.map(({ employeeId }) => employeeId)).size;
      const hidden = notShown(people, policy);
      if (hidden !== null) return { ...key, year, people, ...NOTHING, notShown: hidden };
      const of = (bucket: LearningBucket) =>
        sumOf(members, ({ form, jpRaw }) => (learningBucketOf[form] === bucket ? jpRaw : 0));
      const jpRaw = sumOf(members, (credit) => credit.jpRaw);
      const [formal, social, work] = [of('formal'), of('social'), of('work')];
      return {
        ...key,
        year,
        people,
        jpRaw,
        formal,
        social,
        work,
        other: of('other'),
        formalShare: share(formal, jpRaw),
        socialShare: share(social, jpRaw),
        workShare: share(work, jpRaw),
        notShown: null,
      };
    });
    return inOrder(lines, ({ unitId }) => [unitId]);
  },
});

const NOTHING = {
  jpRaw: null,
  formal: null,
  social: null,
  work: null,
  other: null,
  formalShare: null,
  socialShare: null,
  workShare: null,
} as const;
