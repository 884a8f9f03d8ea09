import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedGain } from '../../src/statistics/normalised-gain.js';
import { brokenLaws } from './broken-laws.js';

const scale = { low: 0, high: 100 };

describe('The normalised gain', () => {
  it('of the class is the gain of the means over the room there was', () => {
    const gain = normalisedGain({ pre: [40, 60], post: [70, 90] }, scale);
    expect(gain.classGain).toBeCloseTo(0.6, 12);
    expect(gain.classGainBand).toBe('medium');
    expect(gain.classGainSe).toBeCloseTo(0.12, 12);
    // The quantile on one degree of freedom is a tangent.
    expect(gain.classGainInterval?.low).toBeCloseTo(0.6 - 0.12 * Math.tan(Math.PI * 0.475), 9);
  });

  it('of the class is not the mean of the gains of its members', () => {
    const gain = normalisedGain({ pre: [40, 60], post: [70, 90] }, scale);
    expect(gain.meanIndividualGain).toBeCloseTo((0.5 + 0.75) / 2, 12);
    expect(gain.meanIndividualGainSe).toBeCloseTo(0.125, 12);
  });

  it('is high from 0.7 and low under 0.3', () => {
    expect(normalisedGain({ pre: [0], post: [70] }, scale).classGainBand).toBe('high');
    expect(normalisedGain({ pre: [0], post: [30] }, scale).classGainBand).toBe('medium');
    expect(normalisedGain({ pre: [0], post: [29] }, scale).classGainBand).toBe('low');
  });

  it('leaves out of the mean of its members who had no room to gain, and counts them', () => {
    const gain = normalisedGain({ pre: [100, 50], post: [90, 75] }, scale);
    expect(gain).toMatchObject({ individualsUsed: 1, atCeilingExcluded: 1, meanIndividualGain: 0.5 });
    expect(gain.notEstimable.meanIndividualGainSe).toBe('tooFew');
  });

  it('measures a loss by the room there was to lose, and drops who stays at an end of the scale', () => {
    const gain = normalisedGain({ pre: [80, 50, 50, 100, 0], post: [60, 75, 50, 100, 0] }, scale);
    expect(gain.meanNormalisedChange).toBeCloseTo((-0.25 + 0.5 + 0) / 3, 12);
    expect(gain).toMatchObject({ changesUsed: 3, changesDropped: 2 });
  });

  it('has no room at the ceiling', () => {
    const gain = normalisedGain({ pre: [100, 100], post: [100, 95] }, scale);
    expect(gain.notEstimable).toMatchObject({
      classGain: 'atCeiling',
      classGainBand: 'atCeiling',
      meanIndividualGain: 'atCeiling',
    });
    expect(gain.meanNormalisedChange).toBeCloseTo(-0.05, 12);
  });

  it('refuses a score outside the scale', () => {
    expect(() => normalisedGain({ pre: [101], post: [100] }, scale)).toThrow(RangeError);
  });

  it('is never NaN or infinite, and says why a figure is missing', () => {
    const score = fc.option(fc.oneof(fc.constantFrom(0, 100), fc.double({ min: 0, max: 100, noNaN: true })));
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 8 }), (people) => {
        const scores = { pre: people.map(([pre]) => pre), post: people.map(([, post]) => post) };
        expect(brokenLaws(normalisedGain(scores, scale))).toEqual([]);
      }),
    );
  });
});
