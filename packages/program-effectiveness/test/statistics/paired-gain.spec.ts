import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noncentralTCdf } from '../../src/statistics/distributions.js';
import { noncentralGainLimits, pairedGain } from '../../src/statistics/paired-gain.js';
import { anyPairs } from './any-scores.js';
import { brokenLaws } from './broken-laws.js';

describe('The gain of one group', () => {
  // Gains of 4, 6 and 8: mean 6, SD 2; on two degrees of freedom Student's t has closed forms.
  const three = pairedGain({ pre: [50, 60, 70], post: [54, 66, 78] });

  it('is the mean of post minus pre, with its t test and interval', () => {
    const se = 2 / Math.sqrt(3);
    const t = 3 * Math.sqrt(3);
    const quantile = 0.95 * Math.sqrt(2 / (1 - 0.95 ** 2));
    expect(three.meanDiff).toBeCloseTo(6, 12);
    expect(three.sdDiff).toBeCloseTo(2, 12);
    expect(three.t).toBeCloseTo(t, 12);
    expect(three.df).toBe(2);
    expect(three.p).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
    expect(three.interval?.low).toBeCloseTo(6 - quantile * se, 12);
    expect(three.interval?.high).toBeCloseTo(6 + quantile * se, 12);
  });

  it('is standardised by the SD of the gains, of both tests, and of the test before', () => {
    const factor = 1 / Math.sqrt(Math.PI);
    expect(three.dZ).toBeCloseTo(3, 12);
    expect(three.dAv).toBeCloseTo(6 / Math.sqrt((100 + 144) / 2), 12);
    expect(three.dB).toBeCloseTo(0.6, 12);
    expect(three.hedgesFactor).toBeCloseTo(factor, 12);
    expect(three.gZ).toBeCloseTo(3 * factor, 12);
    expect(three.gAv).toBeCloseTo((6 * factor) / Math.sqrt(122), 12);
    expect(three.gB).toBeCloseTo(0.6 * factor, 12);
  });

  it('has no index for repeated measures where the scores correlate at 1', () => {
    expect(three.r).toBe(1);
    expect(three.dRm).toBeNull();
    expect(three.notEstimable.dRm).toBe('perfectCorrelation');
  });

  it('carries d_z over to one test by the correlation', () => {
    const gain = pairedGain({ pre: [10, 20, 30], post: [22, 12, 32] });
    expect(gain.r).toBeCloseTo(0.5, 12);
    expect(gain.dRm).toBeCloseTo(2 / 10, 12);
  });

  it('counts who improved, who did not, and who lacks which score', () => {
    const gain = pairedGain({ pre: [1, 5, 5, null, 3, null], post: [2, 5, 4, 7, null, null] });
    expect(gain).toMatchObject({ enrolled: 6, pairs: 3, improved: 1, unchanged: 1, worsened: 1 });
    expect(gain).toMatchObject({ missingPreOnly: 1, missingPostOnly: 1, missingBoth: 1 });
  });

  it('is bounded, over everybody with a score before, by what those without one after may have scored', () => {
    const gain = pairedGain({ pre: [40, 60, null], post: [50, null, 80] }, { scale: { low: 0, high: 100 } });
    expect(gain.bounds).toEqual({ withPre: 2, worst: (10 - 60) / 2, best: (10 + 40) / 2, noGain: 5 });
  });

  it('has no test where every gain is the same, and none of 0.4 - 0.1 beside 0.6 - 0.3', () => {
    for (const scores of [
      { pre: [40, 50, 60], post: [50, 60, 70] },
      { pre: [0.1, 0.3, 0.7], post: [0.4, 0.6, 1] },
    ]) {
      const gain = pairedGain(scores);
      expect(gain.sdDiff).toBe(0);
      expect(gain.p).toBeNull();
      expect(gain.notEstimable).toMatchObject({
        t: 'noSpread',
        p: 'noSpread',
        interval: 'noSpread',
        gAvInterval: 'noSpread',
      });
      expect(gain.dAv).not.toBeNull();
    }
  });

  it('says of nobody that there are no pairs, of one that they are too few, of two that there is no unbiased index', () => {
    expect(pairedGain({ pre: [], post: [] }).notEstimable).toMatchObject({ meanDiff: 'noPairs', t: 'noPairs' });
    expect(pairedGain({ pre: [55], post: [70] }).notEstimable).toMatchObject({ sdDiff: 'tooFew', t: 'tooFew' });
    const two = pairedGain({ pre: [50, 60], post: [60, 75] });
    expect(two.dAv).not.toBeNull();
    expect(two.notEstimable).toMatchObject({ gAv: 'tooFew', gAvInterval: 'tooFew', gZ: 'tooFew' });
  });

  it('keeps its digits where the scores are large beside the gains', () => {
    const small = pairedGain({ pre: [1, 2, 3, 4], post: [2, 4, 3, 7] });
    const large = pairedGain({ pre: [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], post: [1e9 + 2, 1e9 + 4, 1e9 + 3, 1e9 + 7] });
    expect(large.dAv).toBeCloseTo(small.dAv ?? 0, 12);
    expect(large.r).toBeCloseTo(small.r ?? 0, 12);
  });

  it('refuses lists of different length, numbers that are none, and scores outside the scale', () => {
    expect(() => pairedGain({ pre: [1], post: [] })).toThrow(RangeError);
    expect(() => pairedGain({ pre: [Number.NaN], post: [1] })).toThrow(RangeError);
    expect(() => pairedGain({ pre: [1], post: [101] }, { scale: { low: 0, high: 100 } })).toThrow(RangeError);
    expect(() => pairedGain({ pre: [1], post: [1] }, { scale: { low: 5, high: 5 } })).toThrow(RangeError);
  });

  it('has a headline interval that excludes 0 exactly when the test is beyond the 5% line', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 90 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(scores, (people) => {
        const { gAvInterval, p } = pairedGain({
          pre: people.map(([pre]) => pre),
          post: people.map(([, post]) => post),
        });
        fc.pre(gAvInterval !== null && p !== null);
        expect(gAvInterval.low > 0 || gAvInterval.high < 0).toBe(p < 0.05);
      }),
    );
  });

  it('turns its sign, and nothing else, when before and after change places', () => {
    fc.assert(
      fc.property(anyPairs(), ({ pre, post }) => {
        const [there, back] = [pairedGain({ pre, post }), pairedGain({ pre: post, post: pre })];
        expect(back.meanDiff ?? 0).toBeCloseTo(-(there.meanDiff ?? 0), 9);
        expect(back.p ?? 1).toBeCloseTo(there.p ?? 1, 9);
        expect(back.signTestP).toBe(there.signTestP);
        expect(back.improved).toBe(there.worsened);
      }),
    );
  });

  it('is never NaN or infinite, and says why a figure is missing', () => {
    fc.assert(
      fc.property(anyPairs(), (scores) => {
        const gain = pairedGain(scores);
        expect(brokenLaws(gain)).toEqual([]);
        expect(brokenLaws(noncentralGainLimits(gain))).toEqual([]);
      }),
    );
    const onScale = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 4 }))));
    fc.assert(
      fc.property(onScale, (people) => {
        const scores = { pre: people.map(([pre]) => pre), post: people.map(([, post]) => post) };
        expect(brokenLaws(pairedGain(scores, { scale: { low: 0, high: 4 } }))).toEqual([]);
      }),
    );
  });
});

describe('The noncentral limits of a gain', () => {
  it('are the indices at which 2.5% of studies like this would have shown less, or more', () => {
    const gain = pairedGain({ pre: [10, 12, 9, 14, 11], post: [13, 16, 10, 19, 12] });
    const { dZ, gZ } = noncentralGainLimits(gain);
    const shareBelow = (index: number): number => noncentralTCdf(gain.t ?? 0, 4, index * Math.sqrt(5));
    expect(shareBelow(dZ?.low ?? 0)).toBeCloseTo(0.975, 9);
    expect(shareBelow(dZ?.high ?? 0)).toBeCloseTo(0.025, 9);
    expect(gZ?.low).toBeCloseTo((dZ?.low ?? 0) * (gain.hedgesFactor ?? 0), 12);
  });

  it('have the reason of the missing test', () => {
    expect(noncentralGainLimits(pairedGain({ pre: [1, 2, 3], post: [2, 3, 4] })).notEstimable.dZ).toBe('noSpread');
    expect(noncentralGainLimits(pairedGain({ pre: [1, 2], post: [2, 4] })).notEstimable.dZ).toBe('tooFew');
  });
});
