import { describe, expect, it } from 'vitest';
import { coefficient } from '../../src/statistics/interval.js';
import { because, estimates, figure, fromFigure } from '../../src/statistics/not-estimable.js';

interface Sample {
  readonly n: number;
  readonly mean: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

describe('A figure that cannot be estimated', () => {
  it('is null, with its reason beside it', () => {
    const sample = estimates<Sample>({ n: 1, mean: 4, interval: because('tooFew') });
    expect(sample).toEqual({ n: 1, mean: 4, interval: null, notEstimable: { interval: 'tooFew' } });
  });

  it('is null where it overflowed, in any part', () => {
    const sample = estimates<Sample>({ n: 1, mean: Number.NaN, interval: { low: 0, high: Number.POSITIVE_INFINITY } });
    expect(sample).toMatchObject({
      mean: null,
      interval: null,
      notEstimable: { mean: 'overflow', interval: 'overflow' },
    });
  });

  it('hands its reason on to what is made of it', () => {
    const sample = estimates<Sample>({ n: 0, mean: because('noScores'), interval: because('noScores') });
    const doubled = fromFigure(figure(sample.mean, sample.notEstimable.mean), (mean) => 2 * mean);
    expect(doubled).toEqual({ because: 'noScores' });
  });

  it('is a coefficient without a standard error, or with one beyond what a number holds', () => {
    expect(coefficient(1, 0, 5)).toEqual({ because: 'noSpread' });
    expect(coefficient(1, Number.POSITIVE_INFINITY, 5)).toEqual({ because: 'overflow' });
    expect(coefficient(0, 1e308, 1)).toEqual({ because: 'overflow' });
  });
});
