import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toldParts } from '../../src/card/told-parts.js';

/** Which of parts of these sizes are told, where five are enough. */
const told = (sizes: readonly number[]): readonly boolean[] => {
  const parts = sizes.map((size) => ({ size }));
  const chosen = toldParts(parts, ({ size }) => size, isNobodyOrEnough);
  return parts.map((part) => chosen.has(part));
};

function isNobodyOrEnough(parts: readonly { readonly size: number }[]): boolean {
  const people = parts.reduce((sum, { size }) => sum + size, 0);
  return people === 0 || people >= 5;
}

describe('the parts that are told beside a whole', () => {
  it('are all of them where each is large enough', () => expect(told([5, 6, 20])).toEqual([true, true, true]));

  it('leave out the smallest large part with one that is too small, which would be the rest otherwise', () =>
    expect(told([20, 3, 8])).toEqual([true, false, false]));

  it('leave out nothing more where the small ones are enough together', () =>
    expect(told([20, 3, 2])).toEqual([true, false, false]));

  it('are none where a large part has only a small one beside it', () => expect(told([20, 3])).toEqual([false, false]));

  it('may be empty', () => expect(told([0, 6, 0])).toEqual([true, true, true]));

  it('never leave a rest that is too small, and never hold back more than that asks for', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (sizes) => {
        fc.pre(isNobodyOrEnough(sizes.map((size) => ({ size }))));
        const answer = told(sizes);
        const restOf = (tells: (size: number, index: number) => boolean): number =>
          sizes.reduce((sum, size, index) => (tells(size, index) ? sum : sum + size), 0);
        const rest = restOf((_, index) => answer[index] === true);
        expect(rest === 0 || rest >= 5).toBe(true);
        for (const [index, size] of sizes.entries()) if (answer[index]) expect(size === 0 || size >= 5).toBe(true);
        const alone = restOf((size) => size >= 5);
        if (alone === 0 || alone >= 5) expect(rest).toBe(alone);
      }),
    ));
});
