import { describe, expect, it } from 'vitest';
import { correlation, covariance, mean, standardDeviation, variance } from '../../src/statistics/describe.js';

describe('Means and spreads', () => {
  it('divide squares by n - 1', () => {
    expect(mean([2, 4, 9])).toBe(5);
    expect(variance([2, 4, 9])).toBe(13);
    expect(covariance([1, 2, 3], [2, 4, 9])).toBe(3.5);
  });

  it('keep their digits where a number is common to all values', () => {
    expect(mean(Array(10_000).fill(0.1))).toBe(0.1);
    expect(variance([1e9 + 2, 1e9 + 4, 1e9 + 9])).toBe(13);
  });

  it('take a spread of a trillionth of the largest value for none', () => {
    expect(standardDeviation([0.4 - 0.1, 0.6 - 0.3, 1 - 0.7], [0.1, 0.3, 0.7])).toBe(0);
    expect(standardDeviation([1, 1 + 1e-13])).toBe(0);
    expect(standardDeviation([1, 1 + 1e-10])).toBeGreaterThan(0);
  });

  it('correlate at 1 and at -1, never beyond', () => {
    expect(correlation([0.1, 0.2, 0.4], [0.3, 0.6, 1.2])).toBeCloseTo(1, 14);
    expect(correlation([0.1, 0.2, 0.4], [0.3, 0.6, 1.2])).toBeLessThanOrEqual(1);
    expect(correlation([1, 2, 3], [9, 5, 1])).toBe(-1);
    expect(correlation([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5, 14);
  });
});
