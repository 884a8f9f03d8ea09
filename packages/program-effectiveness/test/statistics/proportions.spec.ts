import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProportions, mcNemar } from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

const share = (successes: number, total: number) => ({ successes, total });

describe('Two shares of different people', () => {
  it('differ, with the odds ratio of their table', () => {
    const compared = compareProportions(share(18, 20), share(12, 20));
    expect(compared.riskDifference).toBeCloseTo(0.3, 12);
    expect(compared.oddsRatio).toBeCloseTo((18 * 8) / (2 * 12), 12);
    expect(compared.logOddsRatioSe).toBeCloseTo(Math.sqrt(1 / 18 + 1 / 2 + 1 / 12 + 1 / 8), 12);
    expect(compared.haldaneAnscombeOddsRatio).toBeCloseTo((18.5 * 8.5) / (2.5 * 12.5), 12);
  });

  it('have an interval at shares of 0 and 1 too', () => {
    // Wilson's limit of 0 of 10 is z² / (10 + z²).
    const z = 1.959963984540054;
    const limit = (z * z) / (10 + z * z);
    const compared = compareProportions(share(10, 10), share(0, 10));
    expect(compared.wilson0).toEqual({ low: 0, high: expect.closeTo(limit, 12) });
    expect(compared.wilson1).toEqual({ low: expect.closeTo(1 - limit, 12), high: 1 });
    expect(compared.newcombe?.low).toBeCloseTo(1 - Math.SQRT2 * limit, 12);
    expect(compared.newcombe?.high).toBe(1);
  });

  it('are tested exactly: three of three against none of three is one table of twenty, twice', () => {
    expect(compareProportions(share(3, 3), share(0, 3)).fisherP).toBeCloseTo(0.1, 12);
    expect(compareProportions(share(5, 10), share(5, 10)).fisherP).toBeCloseTo(1, 12);
  });

  it('have no odds ratio where a cell is empty, and say so', () => {
    const compared = compareProportions(share(9, 10), share(0, 10));
    expect(compared).toMatchObject({ separation: true, oddsRatio: null, logOddsRatioSe: null });
    expect(compared.notEstimable).toEqual({ oddsRatio: 'separation', logOddsRatioSe: 'separation' });
  });

  it('are not compared with nobody', () => {
    const compared = compareProportions(share(3, 4), share(0, 0));
    expect(compared).toMatchObject({ p1: 0.75, p0: null, newcombe: null, fisherP: null });
    expect(compared.notEstimable).toMatchObject({ p0: 'tooFew', riskDifference: 'tooFew', oddsRatio: 'tooFew' });
  });

  it('are of whole people', () => {
    for (const bad of [share(3, 2), share(-1, 2), share(1.5, 2), share(Number.NaN, 2)]) {
      expect(() => compareProportions(bad, share(1, 2))).toThrow(RangeError);
      expect(() => compareProportions(share(1, 2), bad)).toThrow(RangeError);
    }
  });
});

describe('The same people twice', () => {
  it('are tested by those whose result changed', () => {
    const result = mcNemar({ failToPass: 3, passToFail: 1 });
    expect(result).toMatchObject({ discordant: 4, oddsRatio: 3 });
    expect(result.exactP).toBeCloseTo(10 / 16, 12);
    expect(mcNemar({ failToPass: 3, passToFail: 0 })).toMatchObject({
      oddsRatio: null,
      notEstimable: { oddsRatio: 'zeroCount' },
    });
    expect(mcNemar({ failToPass: 0, passToFail: 0 }).notEstimable).toEqual({ exactP: 'allTied', oddsRatio: 'allTied' });
    expect(() => mcNemar({ failToPass: -1, passToFail: 2 })).toThrow(RangeError);
  });
});

describe('Whatever the shares', () => {
  const anyShare = fc
    .integer({ min: 0, max: 60 })
    .chain((total) => fc.record({ successes: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

  it('figures are finite or have a reason, and stay between 0 and 1', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (one, other) => {
        const compared = compareProportions(one, other);
        expect(brokenLaws(compared)).toEqual([]);
        if (compared.newcombe === null) return;
        expect(compared.newcombe.low).toBeGreaterThanOrEqual(-1);
        expect(compared.newcombe.high).toBeLessThanOrEqual(1 + 1e-12);
        expect(compared.fisherP).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (failToPass, passToFail) => {
        expect(brokenLaws(mcNemar({ failToPass, passToFail }))).toEqual([]);
      }),
    );
  });

  it('turn over with the order in which they are named', () => {
    fc.assert(
      fc.property(anyShare, anyShare, (one, other) => {
        const [there, back] = [compareProportions(one, other), compareProportions(other, one)];
        expect(back.newcombe?.low ?? 0).toBeCloseTo(-(there.newcombe?.high ?? 0), 12);
        expect(back.fisherP ?? 0).toBeCloseTo(there.fisherP ?? 0, 9);
      }),
    );
  });
});
