import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countChange, quasiPoissonChange } from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

describe('Counts before and after', () => {
  it('are compared as rates over their exposure', () => {
    const change = countChange({ count: 12, exposure: 6 }, { count: 12, exposure: 12 });
    expect(change).toMatchObject({ ratePre: 2, ratePost: 1, rateDifference: -1, rateRatio: 0.5 });
    expect(change.logRateRatioSe).toBeCloseTo(Math.sqrt(1 / 6), 12);
  });

  it('have a Wald interval that is symmetric on the logarithm of the ratio', () => {
    const { wald, waldP } = countChange({ count: 12, exposure: 6 }, { count: 6, exposure: 6 });
    expect((wald?.low ?? 0) * (wald?.high ?? 0)).toBeCloseTo(0.25, 12);
    expect(wald?.high).toBeCloseTo(0.5 * Math.exp(1.959963984540054 * 0.5), 10);
    expect(waldP).toBeCloseTo(0.165, 2);
  });

  it('have an exact test: six of eighteen fall on one of two equal sides', () => {
    // 2 (1 + 18 + 153 + 816 + 3060 + 8568 + 18564) / 2^18
    expect(countChange({ count: 12, exposure: 6 }, { count: 6, exposure: 6 }).exactP).toBeCloseTo(62360 / 262144, 10);
    expect(countChange({ count: 3, exposure: 1 }, { count: 0, exposure: 1 }).exactP).toBeCloseTo(0.25, 12);
  });

  it('have exact limits: three events before and none after leave a share of up to 1 - 0.025^(1/3)', () => {
    const share = 1 - 0.025 ** (1 / 3);
    const { exactLow, exactHigh } = countChange({ count: 3, exposure: 2 }, { count: 0, exposure: 1 });
    expect(exactLow).toBe(0);
    expect(exactHigh).toBeCloseTo((2 * share) / (1 - share), 9);
  });

  it('have no ratio, and no limit, against nothing', () => {
    const change = countChange({ count: 0, exposure: 12 }, { count: 4, exposure: 12 });
    expect(change).toMatchObject({ rateRatio: null, wald: null, exactHigh: null });
    expect(change.exactP).toBeCloseTo(0.125, 12);
    expect(change.notEstimable).toMatchObject({ rateRatio: 'zeroCount', wald: 'zeroCount', exactHigh: 'unbounded' });
    const none = countChange({ count: 0, exposure: 12 }, { count: 0, exposure: 12 });
    expect(none.notEstimable).toMatchObject({ exactP: 'zeroCount', exactLow: 'zeroCount', exactHigh: 'zeroCount' });
  });

  it('are whole numbers over an exposure', () => {
    const good = { count: 1, exposure: 1 };
    for (const bad of [
      { count: -1, exposure: 1 },
      { count: 1.5, exposure: 1 },
      { count: 1, exposure: 0 },
      { count: Number.NaN, exposure: 1 },
    ]) {
      expect(() => countChange(good, bad)).toThrow(RangeError);
      expect(() => countChange(bad, good)).toThrow(RangeError);
      expect(() => quasiPoissonChange([good, bad], [good])).toThrow(RangeError);
    }
  });
});

describe('Counts of several periods', () => {
  const months = (...counts: readonly number[]) => counts.map((count) => ({ count, exposure: 1 }));

  it('have an error as wide as their dispersion asks for', () => {
    // Rates 3 and 8: ((1 + 1) / 3 + (4 + 4) / 8) / 2 = 5/6.
    const { dispersion, logRateRatio } = quasiPoissonChange(months(2, 4), months(6, 10));
    expect(dispersion).toBeCloseTo(5 / 6, 4);
    expect(logRateRatio?.estimate).toBeCloseTo(Math.log(8 / 3), 6);
    expect(logRateRatio?.se).toBeCloseTo(Math.sqrt((5 / 6) * (1 / 6 + 1 / 16)), 4);
    expect(logRateRatio?.df).toBe(2);
  });

  it('weigh a period by its exposure', () => {
    const { logRateRatio } = quasiPoissonChange(
      [
        { count: 4, exposure: 2 },
        { count: 5, exposure: 1 },
      ],
      [
        { count: 3, exposure: 3 },
        { count: 9, exposure: 1 },
      ],
    );
    expect(logRateRatio?.estimate).toBeCloseTo(Math.log(12 / 4 / (9 / 3)), 6);
  });

  it('have no test where nothing happened, nothing varied, or too little was counted', () => {
    expect(quasiPoissonChange(months(0, 0), months(1, 2)).notEstimable.logRateRatio).toBe('zeroCount');
    expect(quasiPoissonChange(months(2, 2), months(4, 4))).toMatchObject({
      dispersion: 0,
      notEstimable: { logRateRatio: 'noSpread' },
    });
    expect(quasiPoissonChange(months(2), months(4)).notEstimable.logRateRatio).toBe('tooFew');
    expect(quasiPoissonChange(months(2, 3, 4), []).notEstimable.dispersion).toBe('tooFew');
  });
});

describe('Whatever was counted', () => {
  const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 300 }));
  const counted = fc.record({ count, exposure: fc.double({ min: 0.01, max: 100, noNaN: true }) });

  it('figures are finite or have a reason', () => {
    fc.assert(
      fc.property(counted, counted, (before, after) => {
        expect(brokenLaws(countChange(before, after))).toEqual([]);
      }),
    );
    const periods = fc.array(counted, { maxLength: 8 });
    fc.assert(
      fc.property(periods, periods, (before, after) => {
        expect(brokenLaws(quasiPoissonChange(before, after))).toEqual([]);
      }),
    );
  });

  it('the exact interval holds the ratio, and turns over with the sides', () => {
    fc.assert(
      fc.property(counted, counted, (before, after) => {
        const [there, back] = [countChange(before, after), countChange(after, before)];
        if (there.rateRatio !== null) expect(there.exactLow ?? 0).toBeLessThanOrEqual(there.rateRatio * (1 + 1e-9));
        if (there.rateRatio !== null && there.exactHigh !== null)
          expect(there.exactHigh).toBeGreaterThan(there.rateRatio);
        expect(back.exactP ?? 2).toBeCloseTo(there.exactP ?? 2, 8);
        if (there.exactHigh !== null && back.exactLow !== null)
          expect(there.exactHigh * back.exactLow).toBeCloseTo(there.exactHigh > 0 ? 1 : 0, 6);
      }),
    );
  });
});
