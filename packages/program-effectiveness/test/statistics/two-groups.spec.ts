import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noncentralGroupLimits, twoGroups } from '../../src/statistics/two-groups.js';
import { anyScores } from './any-scores.js';
import { brokenLaws } from './broken-laws.js';

describe('Two groups', () => {
  // Means 12 and 8, variances 4 and 1: pooled 2.5, on four degrees of freedom, where Hedges' factor is the root of 2/pi.
  const groups = twoGroups([10, 12, 14, null], [7, 8, 9]);

  it('differ by a standardised mean difference, with and without its small-sample bias', () => {
    const d = 4 / Math.sqrt(2.5);
    const g = d * Math.sqrt(2 / Math.PI);
    expect(groups).toMatchObject({ nTreated: 3, nComparison: 3, meanTreated: 12, meanComparison: 8, diff: 4 });
    expect(groups.d).toBeCloseTo(d, 12);
    expect(groups.g).toBeCloseTo(g, 12);
    expect(groups.seG).toBeCloseTo(Math.sqrt(6 / 9 + (g * g) / 12), 12);
    expect(groups.wwcG).toBeCloseTo(0.8 * d, 12);
    expect(groups.glassDelta).toBeCloseTo(4, 12);
  });

  it('are tested with variances taken as equal, and as what they are', () => {
    const se = Math.sqrt(5 / 3);
    expect(groups.pooled).toMatchObject({ df: 4 });
    expect(groups.pooled?.t).toBeCloseTo(4 / se, 12);
    expect(groups.welch?.se).toBeCloseTo(se, 12);
    expect(groups.welch?.df).toBeCloseTo(50 / 17, 12);
  });

  it('weigh each by its size in the pooled SD', () => {
    expect(twoGroups([0, 2], [0, 2, 4]).sdPooled).toBeCloseTo(Math.sqrt((2 + 8) / 3), 12);
  });

  it('cannot be standardised where one has a single score, or nobody spreads', () => {
    expect(twoGroups([7], [1, 2, 3]).notEstimable).toMatchObject({ d: 'tooFew', welch: 'tooFew', sdTreated: 'tooFew' });
    expect(twoGroups([], [1, 2]).notEstimable).toMatchObject({ diff: 'noScores', d: 'noScores' });
    const flat = twoGroups([6, 6], [5, 5]);
    expect(flat).toMatchObject({ diff: 1, sdPooled: 0, g: null, notEstimable: { g: 'noSpread', pooled: 'noSpread' } });
  });

  it('have no Glass index where the comparison group does not spread, and yet a test', () => {
    const half = twoGroups([4, 6, 8], [5, 5, 5]);
    expect(half.notEstimable.glassDelta).toBe('noSpread');
    expect(half.welch?.df).toBeCloseTo(2, 12);
  });

  it('turn the sign of every difference when they change places', () => {
    fc.assert(
      fc.property(anyScores(), anyScores(), (one, other) => {
        const [there, back] = [twoGroups(one, other), twoGroups(other, one)];
        expect(back.g ?? 0).toBeCloseTo(-(there.g ?? 0), 9);
        expect(back.welch?.p ?? 1).toBeCloseTo(there.welch?.p ?? 1, 9);
      }),
    );
  });

  it('are never NaN or infinite, and say why a figure is missing', () => {
    fc.assert(
      fc.property(anyScores(), anyScores(), (treated, comparison) => {
        const compared = twoGroups(treated, comparison);
        expect(brokenLaws(compared)).toEqual([]);
        expect(brokenLaws(noncentralGroupLimits(compared))).toEqual([]);
      }),
    );
  });

  it('refuse numbers that are none', () => {
    expect(() => twoGroups([Number.POSITIVE_INFINITY], [1])).toThrow(RangeError);
  });
});
