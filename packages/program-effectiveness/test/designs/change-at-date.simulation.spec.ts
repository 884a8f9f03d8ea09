import { describe, expect, it } from 'vitest';
import { changeAtDate, type Judgement } from '../../src/designs/index.js';
import { chance, percentOf, series, times } from './programmes.js';

describe('a series around a date, with a known truth', () => {
  it.each([
    { before: 12, after: 12, phi: 0 },
    { before: 12, after: 12, phi: 0.6 },
    { before: 24, after: 12, phi: 0.3 },
    { before: 24, after: 24, phi: 0.6 },
  ])(
    'shows a change in no more than 5% of series without one: $before and $after periods, autocorrelation $phi',
    (shape) => {
      expect(percentOf(judged({ ...shape, runs: 300 }), isChange)).toBeLessThan(5);
    },
  );

  // 6% to 7.5% over many series: as near to 5% as series so short allow without giving up more of what is there.
  it.each([
    { before: 12, after: 12, runs: 1_200 },
    { before: 24, after: 12, runs: 600 },
  ])(
    'shows a change in no more than 9% of random walks, of which standard errors alone believe a third: $before and $after',
    (shape) => {
      const walks = judged({ ...shape, phi: 1 });

      expect(percentOf(walks, isChange)).toBeLessThan(9);
      expect(percentOf(walks, ({ limits }) => !limits.includes('touchesZero'))).toBeGreaterThan(30);
    },
  );

  it('takes a trend that was there before for no change', () => {
    const falling = judged({ before: 12, after: 12, phi: 0, trend: -0.3, runs: 300 });

    expect(percentOf(falling, isChange)).toBeLessThan(5);
  });

  it('never says more than a change at the date, with a comparison series neither', () => {
    const by = chance(9);
    const compared = times(100, () =>
      changeAtDate({
        lowerIsBetter: false,
        series: series(by, 36, 0).map((value, at) => (at < 24 ? value : value + 5)),
        comparisonSeries: series(by, 36, 0),
        firstPost: 25,
      }),
    );

    expect(percentOf(compared, ({ claim }) => claim === 'changeAtDate')).toBeGreaterThan(80);
    expect(percentOf(compared, ({ claim }) => claim === 'effect' || claim === 'gain')).toBe(0);
    expect(percentOf(compared, ({ limits }) => limits.includes('history'))).toBe(100);
  });

  it('covers the change with 93% to 97% of its intervals where the periods do not hang together', () => {
    const changed = judged({ before: 24, after: 12, phi: 0, effect: 2, runs: 700 });
    const coverage = percentOf(changed, ({ interval }) => interval !== null && interval.low <= 2 && interval.high >= 2);

    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });

  it.each([
    { phi: 0, effect: 3, atLeast: 70 },
    { phi: 0.3, effect: 4, atLeast: 60 },
    { phi: 0.6, effect: 5, atLeast: 60 },
  ])('finds a large change: $effect standard deviations at autocorrelation $phi', ({ phi, effect, atLeast }) => {
    expect(percentOf(judged({ before: 24, after: 12, phi, effect, runs: 150 }), isChange)).toBeGreaterThan(atLeast);
  });
});

interface SeriesOptions {
  readonly before: number;
  readonly after: number;
  readonly phi: number;
  readonly runs: number;
  readonly effect?: number;
  readonly trend?: number;
}

function judged({ before, after, phi, runs, effect = 0, trend = 0 }: SeriesOptions): readonly Judgement[] {
  const by = chance(14);
  return times(runs, () => {
    const values = series(by, before + after, phi);
    return changeAtDate({
      lowerIsBetter: false,
      series: values.map((value, at) => value + trend * at + (at < before ? 0 : effect)),
      firstPost: before + 1,
    });
  });
}

function isChange({ claim }: Judgement): boolean {
  return claim === 'changeAtDate';
}
