import fc from 'fast-check';

/** Scores as they may come in: ordinary ones, a few values over and over, missing ones, very large and very small ones. */
export function anyScores(options: { readonly maxLength?: number } = {}): fc.Arbitrary<(number | null)[]> {
  const score = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 0.1, 0.3, 50, 100) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, min: -1e100, max: 1e100 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  return fc.array(score, { maxLength: options.maxLength ?? 12 });
}

/** The same for people with a score before and one after. */
export function anyPairs(): fc.Arbitrary<{ pre: (number | null)[]; post: (number | null)[] }> {
  return fc.tuple(anyScores(), anyScores()).map(([pre, post]) => {
    const length = Math.min(pre.length, post.length);
    return { pre: pre.slice(0, length), post: post.slice(0, length) };
  });
}
