import { requireScores } from './describe.js';

/** One person's score before and after, in this order of position; null where it is missing. */
export interface PairedScores {
  readonly pre: readonly (number | null)[];
  readonly post: readonly (number | null)[];
}

/** The people of whom both scores are known. */
export interface CompletePairs {
  readonly pre: readonly number[];
  readonly post: readonly number[];
  /** Post minus pre. */
  readonly gains: readonly number[];
}

/** The lowest and the highest score that the test can give. */
export interface TestScale {
  readonly low: number;
  readonly high: number;
}

/** @throws RangeError where the lists differ in length or hold a number that is not finite */
export function completePairs({ pre, post }: PairedScores): CompletePairs {
  requireScores(pre, 'pre');
  requireScores(post, 'post');
  if (pre.length !== post.length) {
    throw new RangeError(
      `${pre.length} scores before and ${post.length} after: give both for each person, null where missing.`,
    );
  }
  const pairs = pre.flatMap((x, at) => {
    const y = post[at] ?? null;
    return x === null || y === null ? [] : [{ x, y }];
  });
  return { pre: pairs.map(({ x }) => x), post: pairs.map(({ y }) => y), gains: pairs.map(({ x, y }) => y - x) };
}

/** @throws RangeError for a scale without length, and for a score outside it */
export function requireOnScale({ pre, post }: PairedScores, { low, high }: TestScale): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(`A test scale runs from a lower to a higher score, not from ${low} to ${high}.`);
  }
  const outside = [...pre, ...post].find((score) => score !== null && !(score >= low && score <= high));
  if (outside !== undefined)
    throw new RangeError(`A score of ${outside} lies outside the test scale ${low} to ${high}.`);
}
