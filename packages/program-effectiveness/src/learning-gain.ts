import { DEFAULT_MINIMUM_N } from './disclosure.js';

/** Below this number of people a mean could tell on a person and is not shown. */
export const SMALLEST_GROUP = DEFAULT_MINIMUM_N;

/** The gain between the test before and the test after, of one group. A gain, never an effect: there is nobody to compare with. */
export interface LearningGain {
  /** People with both tests. */
  readonly n: number;
  readonly preOnly: number;
  readonly postOnly: number;
  /** Means in score hundredths, rounded half up; null where they are not shown, for the reason given. */
  readonly meanPre: number | null;
  readonly meanPost: number | null;
  readonly meanGain: number | null;
  readonly notShown: 'noPairs' | 'tooFew' | null;
}

/** The mean gain over complete pairs, with the number of pairs and of those who are missing one test. */
export function learningGain(
  participants: readonly { readonly pre: number | null; readonly post: number | null }[],
  smallestGroup: number = SMALLEST_GROUP,
): LearningGain {
  const pairs: { pre: number; post: number }[] = [];
  let preOnly = 0;
  let postOnly = 0;
  for (const { pre, post } of participants) {
    if (pre !== null && post !== null) pairs.push({ pre, post });
    else if (pre !== null) preOnly++;
    else if (post !== null) postOnly++;
  }
  const n = pairs.length;
  if (n < smallestGroup) {
    const notShown = n === 0 ? 'noPairs' : 'tooFew';
    return { n, preOnly, postOnly, meanPre: null, meanPost: null, meanGain: null, notShown };
  }
  const mean = (scoreOf: (pair: { pre: number; post: number }) => number): number =>
    Math.floor(pairs.reduce((sum, pair) => sum + scoreOf(pair), 0) / n + 0.5);
  return {
    n,
    preOnly,
    postOnly,
    meanPre: mean(({ pre }) => pre),
    meanPost: mean(({ post }) => post),
    meanGain: mean(({ pre, post }) => post - pre),
    notShown: null,
  };
}
