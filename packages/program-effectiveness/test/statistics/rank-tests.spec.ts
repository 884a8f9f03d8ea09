import { describe, expect, it } from 'vitest';
import { normalTwoSided } from '../../src/statistics/distributions.js';
import { signTest, wilcoxonSignedRank } from '../../src/statistics/rank-tests.js';

describe("Wilcoxon's signed-rank test", () => {
  it('sums the ranks of the positive differences and corrects for continuity', () => {
    expect(wilcoxonSignedRank([1, 2, 3, 4])).toEqual({
      v: 10,
      p: normalTwoSided((10 - 5 - 0.5) / Math.sqrt(7.5)),
      nonZero: 4,
    });
  });

  it('drops zeros, gives ties their mean rank, and narrows the variance for them', () => {
    expect(wilcoxonSignedRank([2, 2, -2, 0])).toEqual({ v: 4, p: normalTwoSided(0.5 / Math.sqrt(3)), nonZero: 3 });
  });

  it('has a p value of 1 where the ranks are even', () => {
    expect(wilcoxonSignedRank([1, -1])).toMatchObject({ v: 1.5, p: 1 });
  });

  it('has nothing to rank where nobody moved', () => {
    expect(wilcoxonSignedRank([0, 0])).toEqual({ because: 'allTied' });
  });
});

describe('The sign test', () => {
  it('is the exact binomial probability of signs as uneven as these', () => {
    expect(signTest([1, 1, 1, 1])).toBeCloseTo(2 / 16, 14);
    expect(signTest([3, -1, 2, 5, 0])).toBeCloseTo((2 * (1 + 4)) / 16, 14);
    expect(signTest([1, -1])).toBe(1);
  });

  it('has nothing to count where nobody moved', () => {
    expect(signTest([0])).toEqual({ because: 'allTied' });
  });
});
