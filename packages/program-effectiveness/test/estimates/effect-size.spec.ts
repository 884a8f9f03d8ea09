import { describe, expect, it } from 'vitest';
import { type Assumption, beforeAfterOfMeans, type Judgement, type LimitCode } from '../../src/designs/index.js';
import { effectSize, improvementOf } from '../../src/estimates/effect-size.js';

/** A figure that was 200 and fell by that much, give or take 4. */
function fallen(
  by: number,
  some: { limits?: readonly LimitCode[]; assumptions?: readonly Assumption[] } = {},
): Judgement {
  const interval = { low: -by - 4, high: -by + 4 };
  return {
    ...beforeAfterOfMeans({ units: [], lowerIsBetter: true }),
    before: 200,
    after: 200 - by,
    estimate: -by,
    interval,
    relative: { estimate: -by / 200, interval: { low: interval.low / 200, high: interval.high / 200 } },
    assumptions: [],
    limits: [],
    ...some,
  };
}

const estimatedAnew = (
  code: Assumption['code'],
  low: number | null,
  high: number | null,
  held: boolean | null = false,
) => [{ code, held, figures: { low, high } }];
const [better, sound] = [false, true];
const minimum = 1000;

describe('the size of an improvement beside the smallest that counts', () => {
  it('turns a fall into an improvement, in basis points', () => {
    expect(improvementOf(fallen(20))).toEqual({ estimate: 1000, interval: { low: 800, high: 1200 } });
  });

  it('is at least that where something better may be claimed and the estimate reaches it', () => {
    expect(effectSize(fallen(20), { minimum, better: true, sound })).toBe('atLeastMinimum');
    expect(effectSize(fallen(19), { minimum, better: true, sound })).toBe('undecided');
    expect(effectSize(fallen(40), { minimum, better, sound })).toBe('undecided');
  });

  it('is below where the whole interval is, whether or not a little may be claimed', () => {
    expect(effectSize(fallen(15), { minimum, better, sound })).toBe('belowMinimum');
    expect(effectSize(fallen(15), { minimum, better: true, sound })).toBe('belowMinimum');
    expect(effectSize(fallen(16), { minimum, better, sound })).toBe('undecided');
    expect(effectSize(fallen(-30), { minimum, better, sound })).toBe('belowMinimum');
  });

  it('is not below where something stands against the figures', () => {
    expect(effectSize(fallen(0), { minimum, better, sound: false })).toBe('undecided');
  });

  it.each(['tooFew', 'noSpread', 'attrition', 'baselineDiffers', 'skewed', 'oneTreatedUnit', 'trendUnknown'] as const)(
    'is not below where the interval is not to be trusted: %s',
    (limit) => {
      expect(effectSize(fallen(0, { limits: [limit] }), { minimum, better, sound })).toBe('undecided');
    },
  );

  it.each(['touchesZero', 'autocorrelation', 'trendBefore', 'chanceArrangement', 'history', 'fewClusters'] as const)(
    'may be below where 0 is not excluded: %s',
    (limit) => {
      expect(effectSize(fallen(0, { limits: [limit] }), { minimum, better, sound })).toBe('belowMinimum');
    },
  );

  it.each(['gainsDiffer', 'adjustedDiffers', 'beyondOwnTrend', 'withstandsAutocorrelation'] as const)(
    'is below only where the change estimated anew is: %s',
    (code) => {
      const size = (assumptions: readonly Assumption[]) =>
        effectSize(fallen(0, { assumptions }), { minimum, better, sound });
      expect(size(estimatedAnew(code, -19, 30))).toBe('belowMinimum');
      expect(size(estimatedAnew(code, -20, 30))).toBe('undecided');
      // Checked, but without an interval nothing is excluded; not checked at all, nothing is asked.
      expect(size(estimatedAnew(code, null, null))).toBe('undecided');
      expect(size(estimatedAnew(code, null, null, null))).toBe('belowMinimum');
    },
  );

  it('is not known without a relative change', () => {
    expect(effectSize({ ...fallen(0), relative: null }, { minimum, better, sound })).toBeNull();
  });
});
