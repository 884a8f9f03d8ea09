import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsBeforeAfter } from '../../src/statistics/groups-before-after.js';
import { anyPairs } from './any-scores.js';
import { brokenLaws } from './broken-laws.js';

describe('Two groups before and after', () => {
  // Alike before (10, 20, 30), so that the adjusted difference is the one of the means after: 35 and 25.
  const both = groupsBeforeAfter(
    { pre: [10, 20, 30, 99], post: [25, 35, 45, null] },
    { pre: [10, 20, 30], post: [14, 26, 35] },
  );

  it('count the people with both scores only', () => {
    expect(both).toMatchObject({ nTreated: 3, nComparison: 3 });
  });

  it('compare the gains: the difference-in-differences of the means', () => {
    expect(both.didOfMeans).toBeCloseTo(15 - 5, 12);
    expect(both.gainScore.diff).toBe(both.didOfMeans);
  });

  it('adjust for the scores before by least squares', () => {
    // One slope 410/400 for both groups leaves squares of 422 - 410^2/400 = 1.75 on three degrees of freedom.
    expect(both.ancova?.estimate).toBeCloseTo(10, 12);
    expect(both.ancova?.se).toBeCloseTo(Math.sqrt((1.75 / 3) * (2 / 3)), 12);
    expect(both.ancova?.df).toBe(3);
    expect(both.ancovaG).toBeCloseTo((0.8 * 10) / Math.sqrt(422 / 4), 12);
  });

  it('allow for a head start that the difference after would take for an effect', () => {
    const headStart = groupsBeforeAfter(
      { pre: [20, 30, 40], post: [30, 41, 50] },
      { pre: [0, 10, 20], post: [11, 19, 30] },
    );
    expect(headStart.postOnly.diff).toBeCloseTo(61 / 3, 12);
    expect(Math.abs(headStart.ancova?.estimate ?? 9)).toBeLessThan(1);
  });

  it('standardise the difference of the gains by the spread before (Morris 2008)', () => {
    expect(both.dPpc2).toBeCloseTo(Math.sqrt(2 / Math.PI), 12);
  });

  it('say how alike the groups were before', () => {
    expect(both.baselineVerdict).toBe('satisfied');
    expect(both.baseline.wwcG).toBe(0);
  });

  it('have no adjusted difference where all were alike before, and none of nobody', () => {
    const flat = groupsBeforeAfter({ pre: [5, 5, 5], post: [6, 7, 9] }, { pre: [5, 5, 5], post: [5, 6, 6] });
    expect(flat.notEstimable).toMatchObject({ ancova: 'collinear', dPpc2: 'noSpread', baselineVerdict: 'noSpread' });
    const nobody = groupsBeforeAfter({ pre: [], post: [] }, { pre: [1, 2], post: [2, 3] });
    expect(nobody.notEstimable).toMatchObject({ didOfMeans: 'noScores', ancova: 'noPairs' });
  });

  it('are never NaN or infinite, and say why a figure is missing', () => {
    fc.assert(
      fc.property(anyPairs(), anyPairs(), (treated, comparison) => {
        expect(brokenLaws(groupsBeforeAfter(treated, comparison))).toEqual([]);
      }),
    );
  });
});
