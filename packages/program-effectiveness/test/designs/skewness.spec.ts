import { describe, expect, it } from 'vitest';
import { skewnessCorrectedP, thirdMomentOfMean } from '../../src/designs/skewness.js';
import { tTwoSided } from '../../src/statistics/distributions.js';

describe('skewness in a test of means', () => {
  it('is the third moment of the mean, without bias: (1, 2, 6) has 3', () => {
    // They lie -2, -1 and 3 from their mean: the cubes sum to 18, over n (n - 1) (n - 2).
    expect(thirdMomentOfMean([1, 2, 6])).toBeCloseTo(3, 12);
  });

  it('is 0 of figures that lie alike to both sides, and unknown of fewer than three', () => {
    expect(thirdMomentOfMean([1, 2, 3])).toBe(0);
    expect(thirdMomentOfMean([1, 2])).toBeNull();
  });

  it('changes nothing where there is none', () => {
    expect(skewnessCorrectedP({ t: 2.4, se: 0.7, df: 17 }, 0)).toBe(tTwoSided(2.4, 17));
  });

  it('believes less in a low mean of figures with a long tail upward, and more in a high one', () => {
    const plain = tTwoSided(2.2, 20);

    expect(skewnessCorrectedP({ t: -2.2, se: 1, df: 20 }, 0.3)).toBeGreaterThan(plain);
    expect(skewnessCorrectedP({ t: 2.2, se: 1, df: 20 }, 0.3)).toBeLessThan(plain);
  });

  it('leaves nothing of a difference whose sign it turns', () => {
    expect(skewnessCorrectedP({ t: -0.1, se: 1, df: 20 }, 1)).toBe(1);
  });
});
