import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineEquivalence, baselineVerdict } from '../../src/statistics/baseline-equivalence.js';
import { coxIndex } from '../../src/statistics/cox-index.js';
import { anyScores } from './any-scores.js';
import { brokenLaws } from './broken-laws.js';

describe('The equivalence of groups before a programme', () => {
  it('is satisfied up to 0.05, needs adjustment up to 0.25, and is not satisfied beyond, in either direction', () => {
    expect([0, 0.05, -0.05].map(baselineVerdict)).toEqual(['satisfied', 'satisfied', 'satisfied']);
    expect([0.0501, 0.25, -0.25].map(baselineVerdict)).toEqual(Array(3).fill('requiresAdjustment'));
    expect([0.2501, -3].map(baselineVerdict)).toEqual(['notSatisfied', 'notSatisfied']);
  });

  it('goes by the standardised difference of the scores before', () => {
    // A difference of 1 over a pooled SD of 10, times 0.8.
    const groups = baselineEquivalence([11, 21, 31], [10, 20, 30, null]);
    expect(groups.wwcG).toBeCloseTo(0.08, 12);
    expect(groups.verdict).toBe('requiresAdjustment');
  });

  it('is unknown of too few', () => {
    expect(baselineEquivalence([1], [1, 2]).notEstimable).toEqual({ wwcG: 'tooFew', verdict: 'tooFew' });
  });

  it('is never NaN or infinite, and says why it is missing', () => {
    fc.assert(
      fc.property(anyScores(), anyScores(), (treated, comparison) => {
        expect(brokenLaws(baselineEquivalence(treated, comparison))).toEqual([]);
      }),
    );
  });
});

describe('The Cox index of a yes-or-no trait', () => {
  it('is the logarithm of the odds ratio over 1.65', () => {
    const index = coxIndex({ successes: 6, total: 8 }, { successes: 5, total: 10 });
    expect(index).toMatchObject({ shareTreated: 0.75, shareComparison: 0.5 });
    expect(index.coxIndex).toBeCloseTo(Math.log(3) / 1.65, 12);
  });

  it('is unknown where all or none of a group have the trait, and of nobody', () => {
    expect(coxIndex({ successes: 8, total: 8 }, { successes: 5, total: 10 }).notEstimable.coxIndex).toBe('separation');
    expect(coxIndex({ successes: 0, total: 0 }, { successes: 5, total: 10 }).notEstimable.coxIndex).toBe('tooFew');
  });
});
