import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attrition } from '../../src/statistics/attrition.js';
import { brokenLaws } from './broken-laws.js';

describe('Attrition', () => {
  it('is the share lost of those assigned, overall and apart', () => {
    const lost = attrition({ assigned: 100, analysed: 90 }, { assigned: 100, analysed: 80 });
    expect(lost.overall).toBeCloseTo(0.15, 12);
    expect(lost.treated).toBeCloseTo(0.1, 12);
    expect(lost.comparison).toBeCloseTo(0.2, 12);
    expect(lost.differential).toBeCloseTo(0.1, 12);
  });

  it('is low where the groups lost about as many as each other: 10 points at 15% for an optimist, not for the cautious', () => {
    const lost = attrition({ assigned: 100, analysed: 90 }, { assigned: 100, analysed: 80 });
    expect(lost).toMatchObject({ tableRow: 15, cautiousLimit: 5.9, optimisticLimit: 10.7 });
    expect(lost).toMatchObject({ cautiousLow: false, optimisticLow: true });
  });

  it('is low at the very limit', () => {
    // 0.0% against 5.8% of a thousand: 2.9% overall, and the limit at 3% is 5.9.
    expect(attrition({ assigned: 1000, analysed: 1000 }, { assigned: 1000, analysed: 941 })).toMatchObject({
      tableRow: 3,
      cautiousLow: true,
    });
    expect(attrition({ assigned: 1000, analysed: 1000 }, { assigned: 1000, analysed: 940 }).cautiousLow).toBe(false);
  });

  it('is looked up at the nearest per cent, halves up', () => {
    expect(attrition({ assigned: 100, analysed: 99 }, { assigned: 100, analysed: 98 }).tableRow).toBe(2);
    expect(attrition({ assigned: 1000, analysed: 990 }, { assigned: 1000, analysed: 981 }).tableRow).toBe(1);
  });

  it('is never low beyond the end of the table: 57% for the cautious, 65% for an optimist', () => {
    const half = (analysed: number) => attrition({ assigned: 100, analysed }, { assigned: 100, analysed });
    expect(half(43)).toMatchObject({ cautiousLimit: 0, cautiousLow: true });
    expect(half(42)).toMatchObject({ cautiousLimit: null, cautiousLow: false, optimisticLimit: 1.9 });
    expect(half(35)).toMatchObject({ optimisticLimit: 0.3, optimisticLow: true });
    expect(half(34)).toMatchObject({ optimisticLimit: null, optimisticLow: false });
    expect(half(34).notEstimable).toEqual({ cautiousLimit: 'notInTable', optimisticLimit: 'notInTable' });
  });

  it('of a group that nobody was assigned to is unknown', () => {
    const lost = attrition({ assigned: 0, analysed: 0 }, { assigned: 10, analysed: 8 });
    expect(lost.comparison).toBeCloseTo(0.2, 12);
    expect(lost.notEstimable).toMatchObject({
      treated: 'noneAssigned',
      overall: 'noneAssigned',
      cautiousLow: 'noneAssigned',
    });
  });

  it('refuses more analysed than assigned, and counts that are none', () => {
    expect(() => attrition({ assigned: 3, analysed: 4 }, { assigned: 3, analysed: 3 })).toThrow(RangeError);
    expect(() => attrition({ assigned: 3.5, analysed: 3 }, { assigned: 3, analysed: 3 })).toThrow(RangeError);
  });

  it('is never NaN or infinite, and says why a figure is missing', () => {
    const group = fc
      .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
      .map(([analysed, lost]) => ({ assigned: analysed + lost, analysed }));
    fc.assert(
      fc.property(group, group, (treated, comparison) => {
        expect(brokenLaws(attrition(treated, comparison))).toEqual([]);
      }),
    );
  });
});
