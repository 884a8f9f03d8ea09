import { describe, expect, it } from 'vitest';
import { beforeAfterOfMeans, type Judgement } from '../../src/designs/index.js';

const waiting = { lowerIsBetter: true };

describe('the means of units before and after', () => {
  it('is a gain where the changes of several units lie on one side', () => {
    const units = [-9, -10, -11, -8, -12].map((change, at) => ({ before: [50 + at], after: [50 + at + change] }));
    const judged = beforeAfterOfMeans({ ...waiting, units });

    expect(judged).toMatchObject({
      design: 'beforeAfter',
      claim: 'gain',
      direction: 'better',
      estimate: -10,
      before: 52,
    });
    expect(judged.limits).toEqual(['noComparison', 'history', 'regressionToTheMean']);
    expect(heldOf(judged, 'beyondOwnTrend')).toBeNull();
  });

  it('tells the difference of one period before and one after, and claims nothing', () => {
    const judged = beforeAfterOfMeans({ ...waiting, units: [{ before: [50], after: [30] }] });

    expect(judged).toMatchObject({ claim: 'inconclusive', estimate: -20, interval: null });
    expect(judged.limits).toContain('noSpread');
  });

  it('is a gain of one unit where its periods stand far enough apart', () => {
    const judged = beforeAfterOfMeans({
      ...waiting,
      units: [{ before: [50, 52, 49, 51, 50, 52, 51, 49, 50, 51, 52, 50], after: [40, 42, 41, 39, 40, 41] }],
    });

    expect(judged.claim).toBe('gain');
    expect(heldOf(judged, 'withstandsAutocorrelation')).toBe(true);
  });

  it('is inconclusive of one unit that was falling before and only went on', () => {
    const judged = beforeAfterOfMeans({
      ...waiting,
      units: [{ before: [60, 58.2, 56, 53.8, 52.1, 50], after: [48.1, 46, 43.9, 42.2, 40, 38] }],
    });

    expect(judged.interval?.high).toBeLessThan(0);
    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('trendBefore');
  });

  it('is inconclusive of several that were falling, and not where they were rising', () => {
    const sloped = (slope: number) =>
      [0, 1, 2, 3, 4, 5].map((unit) => ({
        before: [0, 1, 2, 3].map((at) => 60 + slope * at + ((unit * 3 + at * 5) % 7) / 4),
        after: [4, 5, 6, 7].map((at) => 60 - 2 * at + ((unit * 5 + at * 3) % 7) / 4),
      }));

    expect(beforeAfterOfMeans({ ...waiting, units: sloped(-2) }).limits).toContain('trendBefore');
    expect(beforeAfterOfMeans({ ...waiting, units: sloped(1) }).claim).toBe('gain');
  });

  it('leaves out units without a figure on a side', () => {
    const units = [
      { before: [50], after: [40] },
      { before: [51, null], after: [null, 42] },
      { before: [52], after: [null] },
    ];

    expect(beforeAfterOfMeans({ ...waiting, units }).n.treated).toBe(2);
  });

  it('says nothing of no unit at all', () => {
    expect(beforeAfterOfMeans({ ...waiting, units: [] })).toMatchObject({
      claim: 'inconclusive',
      estimate: null,
      before: null,
    });
  });
});

function heldOf({ assumptions }: Judgement, code: string): boolean | null | undefined {
  return assumptions.find((one) => one.code === code)?.held;
}
