import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualisedCost, costEffectiveness, incrementalCost, netPresentValue } from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

describe('Cost against effect', () => {
  it('is the cost of each unit, dearest at the lower limit of the effect', () => {
    const figures = costEffectiveness({ cost: 60_000_000, effect: 4, se: 1 });
    expect(figures.costPerUnitEffect).toBe(15_000_000);
    expect(figures.costPerUnitLow).toBeCloseTo(60_000_000 / 5.959963984540054, 4);
    expect(figures.costPerUnitHigh).toBeCloseTo(60_000_000 / 2.040036015459946, 4);
    expect(figures.ratioIntervalBounded).toBe(true);
  });

  it('takes the quantile of t where the effect has few degrees of freedom', () => {
    // 12.706 is the 97.5% point of t on one degree of freedom.
    const { effectInterval } = costEffectiveness({ cost: 1, effect: 4, se: 1, df: 1 });
    expect(effectInterval?.high).toBeCloseTo(4 + 12.7062047361747, 8);
  });

  it('has no upper limit where the effect may be none', () => {
    const figures = costEffectiveness({ cost: 60_000_000, effect: 4, se: 3 });
    expect(figures).toMatchObject({ costPerUnitHigh: null, ratioIntervalBounded: false });
    expect(figures.notEstimable.costPerUnitHigh).toBe('unbounded');
    expect(figures.costPerUnitEffect).toBe(15_000_000);
  });

  it('is not estimable where nothing good came of it', () => {
    const harmful = costEffectiveness({ cost: 60_000_000, effect: -4, se: 1 });
    expect(harmful.notEstimable).toMatchObject({
      costPerUnitEffect: 'effectNotPositive',
      costPerUnitLow: 'effectNotPositive',
      costPerUnitHigh: 'effectNotPositive',
    });
    expect(costEffectiveness({ cost: 60_000_000, effect: 0 }).notEstimable.costPerUnitEffect).toBe('effectNotPositive');
  });

  it('is held against what the effect is worth', () => {
    const figures = costEffectiveness({ cost: 40, effect: 1, benefit: 50, participants: 8 });
    expect(figures).toMatchObject({ benefitCostRatio: 1.25, roiPercent: 25, netBenefit: 10, costPerParticipant: 5 });
    expect(costEffectiveness({ cost: 0, effect: 1, benefit: 50 })).toMatchObject({
      costPerUnitEffect: 0,
      netBenefit: 50,
      notEstimable: { benefitCostRatio: 'zeroCost', roiPercent: 'zeroCost' },
    });
  });

  it('says which input was not given', () => {
    expect(costEffectiveness({ cost: 40, effect: 2 }).notEstimable).toEqual({
      effectInterval: 'noUncertainty',
      costPerUnitLow: 'noUncertainty',
      costPerUnitHigh: 'noUncertainty',
      ratioIntervalBounded: 'noUncertainty',
      benefitCostRatio: 'noBenefit',
      roiPercent: 'noBenefit',
      netBenefit: 'noBenefit',
      costPerParticipant: 'noUnits',
    });
  });

  it('is counted from what a programme costs and does beyond the one it would replace', () => {
    expect(incrementalCost({ cost: 90, effect: 8 }, { cost: 60, effect: 5 })).toMatchObject({
      extraCost: 30,
      extraEffect: 3,
      costPerExtraUnit: 10,
    });
    expect(incrementalCost({ cost: 90, effect: 5 }, { cost: 60, effect: 5 }).notEstimable.costPerExtraUnit).toBe(
      'effectNotPositive',
    );
  });

  it('is worth less in later years', () => {
    expect(netPresentValue([-100, 60, 60.5], 0.1)).toBeCloseTo(-100 + 60 / 1.1 + 50, 12);
    expect(annualisedCost(210, 0.1, 2)).toBeCloseTo(121, 10);
    expect(annualisedCost(210, 0, 3)).toBe(70);
  });

  it('refuses what is no cost', () => {
    const good = { cost: 1, effect: 1 };
    const bad = [
      { cost: -1 },
      { cost: Number.NaN },
      { effect: Number.POSITIVE_INFINITY },
      { se: -1 },
      { df: 0 },
      { participants: 0 },
    ];
    for (const part of bad) expect(() => costEffectiveness({ ...good, ...part })).toThrow(RangeError);
    expect(() => netPresentValue([1, Number.NaN], 0.1)).toThrow(RangeError);
    expect(() => netPresentValue([1], -1)).toThrow(RangeError);
    expect(() => annualisedCost(1, 0.1, 0)).toThrow(RangeError);
  });

  it('is finite or has a reason, whatever it was', () => {
    const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    const costs = fc.double({ min: 0, max: 1e12, noNaN: true });
    const given = fc.record(
      {
        cost: costs,
        effect: amount,
        se: costs,
        df: fc.integer({ min: 1, max: 50 }),
        benefit: amount,
        participants: fc.integer({ min: 1, max: 99 }),
      },
      { requiredKeys: ['cost', 'effect'] },
    );
    fc.assert(
      fc.property(given, (of) => {
        expect(brokenLaws(costEffectiveness(of))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(given, given, (one, other) => {
        expect(brokenLaws(incrementalCost(one, other))).toEqual([]);
      }),
    );
  });
});
