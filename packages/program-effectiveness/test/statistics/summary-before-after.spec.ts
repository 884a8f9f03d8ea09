import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryBeforeAfter } from '../../src/statistics/summary-before-after.js';
import { brokenLaws } from './broken-laws.js';

const treated = { n: 5, meanPre: 50, meanPost: 59, sdPre: 3 };
const comparison = { n: 5, meanPre: 50, meanPost: 54, sdPre: 4 };

describe('A report’s means and SDs', () => {
  const summary = summaryBeforeAfter(treated, comparison, 0.5);

  it('give the difference of the mean gains over the pooled SD before', () => {
    expect(summary.sdPrePooled).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(summary.dPpc2).toBeCloseTo(((1.6 / Math.sqrt(Math.PI)) * 5) / Math.sqrt(12.5), 12);
    expect(summary.dPpc2Approximate).toBeCloseTo(((1 - 3 / 31) * 5) / Math.sqrt(12.5), 12);
  });

  it('give each group’s gain over its own SD before, with its variance, and the difference of the two', () => {
    const factor = Math.sqrt(2 / Math.PI);
    expect(summary.gTreated).toBeCloseTo(3 * factor, 12);
    expect(summary.gComparison).toBeCloseTo(factor, 12);
    expect(summary.dPpc1).toBeCloseTo(2 * factor, 12);
    expect(summary.gTreatedVariance).toBeCloseTo(1 / 5 + (9 * factor ** 2) / 10, 12);
  });

  it('give no index over an SD of 0', () => {
    const flat = summaryBeforeAfter({ ...treated, sdPre: 0 }, comparison, 0.5);
    expect(flat.notEstimable).toEqual({ gTreated: 'noSpread', gTreatedVariance: 'noSpread', dPpc1: 'noSpread' });
  });

  it('are refused for a group of two, a negative SD, or a correlation beyond 1', () => {
    expect(() => summaryBeforeAfter({ ...treated, n: 2 }, comparison, 0.5)).toThrow(RangeError);
    expect(() => summaryBeforeAfter(treated, { ...comparison, sdPre: -1 }, 0.5)).toThrow(RangeError);
    expect(() => summaryBeforeAfter(treated, comparison, 1.1)).toThrow(RangeError);
  });

  it('never give NaN or infinity, and say why a figure is missing', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    const group = fc.record({
      n: fc.integer({ min: 3, max: 50 }),
      meanPre: number,
      meanPost: number,
      sdPre: fc.oneof(fc.constant(0), number.map(Math.abs)),
    });
    fc.assert(
      fc.property(group, group, fc.double({ min: -1, max: 1, noNaN: true }), (one, other, r) => {
        expect(brokenLaws(summaryBeforeAfter(one, other, r))).toEqual([]);
      }),
    );
  });
});
