import { compareProportions, type Share } from '../statistics/proportions.js';
import { type Judgement, judge, type OutcomeOptions } from './judgement.js';

/** Cases with an error, a rework, a complaint, of all cases, before and after. */
export interface RatesBeforeAfter extends OutcomeOptions {
  readonly before: Share;
  readonly after: Share;
}

/**
 * Whether a share of cases is lower (or higher) after than before: the difference of the shares with Newcombe's interval, which holds at
 * shares of 0 and 1 too. At most a "gain". Cases are taken as independent of each other, which two totals cannot show: where errors come
 * in batches, or months differ, the interval is too narrow, and the rates of the periods are to be judged instead (`beforeAfterOfMeans`).
 *
 * @throws RangeError for what is not a whole number, or more cases with an error than cases
 */
export function changeOfRate({ before, after, lowerIsBetter }: RatesBeforeAfter): Judgement {
  const { p0, p1, riskDifference, newcombe } = compareProportions(after, before);
  return judge(
    {
      design: 'rates',
      n: { casesBefore: before.total, casesAfter: after.total },
      before: p0,
      after: p1,
      estimate: riskDifference,
      interval: newcombe,
      // The interval is no inverted test: an exact p beside it could stand on the other side of the line.
      p: null,
      measuredFrom: p0,
      assumptions: [
        { code: 'independentCases', held: null, figures: {} },
        { code: 'notChosenByOutcome', held: null, figures: {} },
        { code: 'nothingElseChanged', held: null, figures: {} },
      ],
      atMost: 'gain',
      limits: [
        'noComparison',
        'history',
        'regressionToTheMean',
        'independenceAssumed',
        ...(newcombe === null ? (['tooFew'] as const) : []),
      ],
    },
    { lowerIsBetter },
  );
}
