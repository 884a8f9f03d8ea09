import { describe, expect, it } from 'vitest';
import { approximateHedgesFactor, hedgesFactor } from '../../src/statistics/hedges-factor.js';

describe("Hedges' factor", () => {
  it('has closed forms on few degrees of freedom', () => {
    expect(hedgesFactor(1)).toBe(0);
    expect(hedgesFactor(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 13);
    expect(hedgesFactor(4)).toBeCloseTo(Math.sqrt(2 / Math.PI), 13);
    expect(hedgesFactor(8)).toBeCloseTo(1.6 / Math.sqrt(Math.PI), 13);
  });

  it('steps from one number of degrees of freedom to the next but one without a break, in large samples too', () => {
    // J(v + 2) / J(v) = v / (v - 1) * sqrt(v / (v + 2)), from the recurrence of the gamma function.
    for (const v of [2, 3, 10, 49, 50, 51, 52, 53, 1000, 1e7]) {
      expect(hedgesFactor(v + 2) / hedgesFactor(v)).toBeCloseTo((v / (v - 1)) * Math.sqrt(v / (v + 2)), 12);
    }
  });

  it('is met by its approximation as samples grow', () => {
    expect(approximateHedgesFactor(10)).toBe(1 - 3 / 39);
    expect(approximateHedgesFactor(1000)).toBeCloseTo(hedgesFactor(1000), 6);
  });

  it('refuses less than one degree of freedom', () => {
    expect(() => hedgesFactor(0)).toThrow(RangeError);
  });
});
