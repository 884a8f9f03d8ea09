import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interruptedTimeSeries, neweyWestLag } from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

// Before: the line 5/6, 7/3, 23/6 with residuals 1/6, -1/3, 1/6. After: 4.5, 6, 7.5 with residuals 0.5, -1, 0.5. Both rise by 1.5 a period.
const six = { values: [1, 2, 4, 5, 5, 8], firstPost: 4 };

/** Waiting times that fall by about ten minutes at period 13, with unrest of a fixed rule. */
const waiting = Array.from({ length: 24 }, (_, at) => 40 + 3 * Math.sin(at * at * 7.13) - (at >= 12 ? 10 : 0));

describe('An interrupted time series', () => {
  it('has the lines before and after, and the jump at the first period after', () => {
    const { ols } = interruptedTimeSeries(six);
    expect(ols?.intercept?.estimate).toBeCloseTo(-2 / 3, 12);
    expect(ols?.time?.estimate).toBeCloseTo(1.5, 12);
    expect(ols?.levelChange?.estimate).toBeCloseTo(-5 / 6, 12);
    expect(ols?.slopeChange?.estimate).toBeCloseTo(0, 12);
  });

  it('tests the jump with the error of both lines at that period', () => {
    const { ols, df } = interruptedTimeSeries(six);
    expect(df).toBe(2);
    expect(ols?.levelChange?.se).toBeCloseTo(Math.sqrt((5 / 6) * (19 / 6)), 12);
  });

  it('holds the effect against what the line before would have come to', () => {
    const result = interruptedTimeSeries({ values: [1, 2, 4, 5, 7, 12], firstPost: 4 });
    // After: 4.5, 8, 11.5; without the change 16/3, 41/6, 25/3.
    expect(result.meanCounterfactualPost).toBeCloseTo(41 / 6, 12);
    expect(result.averageEffectPost?.estimate).toBeCloseTo(8 - 41 / 6, 12);
    expect(result.effectAtLastPeriod?.estimate).toBeCloseTo(11.5 - 25 / 3, 12);
    expect(result.postPeriodSlope?.estimate).toBeCloseTo(3.5, 12);
    expect(result.relativeAverageEffect).toBeCloseTo(8 / (41 / 6) - 1, 12);
  });

  it('leaves the trend out of the naive comparison only', () => {
    const result = interruptedTimeSeries({ values: [9, 8.1, 7, 6.1, 4.9, 4, 3.1, 2], firstPost: 5 });
    expect(result.naiveDiff).toBeCloseTo(-4.05, 12);
    expect(result.naiveWelchP).toBeLessThan(0.01);
    expect(result.headline?.levelChange?.test.p).toBeGreaterThan(0.05);
  });

  it('takes the larger of two errors for the headline, and says whether Prais and Winsten agree', () => {
    const { headline, ols, neweyWest, praisWinsten } = interruptedTimeSeries({ values: waiting, firstPost: 13 });
    const level = headline?.levelChange;
    expect(level?.test.se).toBe(Math.max(ols?.levelChange?.se ?? 0, neweyWest?.levelChange?.se ?? 0));
    expect(level?.test.p).toBeLessThan(0.05);
    expect(level?.praisWinsten).toEqual(praisWinsten?.levelChange);
    expect(level?.agree).toBe(true);
  });

  it('says whose error the headline is', () => {
    const result = interruptedTimeSeries({ values: waiting, firstPost: 13 });
    for (const quantity of ['levelChange', 'slopeChange'] as const) {
      const by = result.headline?.[quantity]?.by;
      expect(by).toBeDefined();
      expect(result.headline?.[quantity]?.test).toEqual(by === undefined ? undefined : result[by]?.[quantity]);
    }
  });

  it('does not agree where Prais and Winsten see no change that least squares see', () => {
    // A slow wave that happens to drop where the change is.
    const wave = Array.from({ length: 24 }, (_, at) => 30 + 4 * Math.cos(at / 1.8) + Math.sin(at * at * 3.1) / 2);
    const { headline } = interruptedTimeSeries({ values: wave, firstPost: 9 });
    expect(headline?.levelChange?.test.p).toBeLessThan(0.05);
    expect(headline?.levelChange?.praisWinsten?.p).toBeGreaterThan(0.05);
    expect(headline?.levelChange?.agree).toBe(false);
  });

  it('takes the lag of the rule of thumb unless another is given, and shows the errors at others', () => {
    expect([12, 24, 100, 192].map(neweyWestLag)).toEqual([2, 2, 4, 4]);
    const result = interruptedTimeSeries({ values: waiting, firstPost: 13, lags: [0, 2, 8] });
    expect(result.lag).toBe(2);
    expect(result.errorsByLag?.map(({ lag }) => lag)).toEqual([0, 2, 8]);
    expect(result.errorsByLag?.[1]?.levelChange?.se).toBe(result.neweyWest?.levelChange?.se);
    expect(interruptedTimeSeries({ values: waiting, firstPost: 13, lag: 8 }).neweyWest?.levelChange).toEqual(
      result.errorsByLag?.[2]?.levelChange,
    );
  });

  it('takes seasons out by further columns', () => {
    const quarter = (of: number) => waiting.map((_, at) => (at % 4 === of ? 1 : 0));
    const seasonal = waiting.map((value, at) => value + 6 * (at % 4));
    const plain = interruptedTimeSeries({ values: seasonal, firstPost: 13 });
    const adjusted = interruptedTimeSeries({
      values: seasonal,
      firstPost: 13,
      extra: [quarter(1), quarter(2), quarter(3)],
    });
    expect(adjusted.k).toBe(7);
    expect(adjusted.ols?.levelChange?.se ?? 0).toBeLessThan(plain.ols?.levelChange?.se ?? 0);
    expect(adjusted.notEstimable).toEqual({});
  });
});

describe('An interrupted time series that is too thin says so', () => {
  it('refuses fewer than three periods on a side', () => {
    for (const firstPost of [1, 3, 5, 6, 7, 20]) {
      const result = interruptedTimeSeries({ ...six, firstPost });
      expect(result).toMatchObject({ ols: null, headline: null, naiveDiff: null });
      expect(result.notEstimable).toMatchObject({ ols: 'tooFew', headline: 'tooFew', df: 'tooFew' });
    }
    expect(interruptedTimeSeries({ values: [], firstPost: 1 }).notEstimable.ols).toBe('tooFew');
  });

  it('refuses no more periods than columns', () => {
    const extra = [six.values.map((_, at) => at % 2), six.values.map((_, at) => at ** 3)];
    expect(interruptedTimeSeries({ ...six, extra }).notEstimable.ols).toBe('tooFew');
  });

  it('refuses a column that repeats others', () => {
    const extra = [six.values.map((_, at) => at)];
    expect(interruptedTimeSeries({ ...six, extra }).notEstimable.ols).toBe('collinear');
  });

  it('warns below eight periods on a side', () => {
    expect(interruptedTimeSeries(six).warnings).toEqual(['fewerThan8Before', 'fewerThan8After']);
    expect(interruptedTimeSeries({ values: waiting, firstPost: 18 }).warnings).toEqual(['fewerThan8After']);
    expect(interruptedTimeSeries({ values: waiting, firstPost: 9 }).warnings).toEqual([]);
  });

  it('has no tests where the lines meet every period', () => {
    const result = interruptedTimeSeries({ values: [1, 2, 3, 9, 8, 7], firstPost: 4 });
    expect(result.meanCounterfactualPost).toBeCloseTo(5, 12);
    expect(result.ols?.notEstimable.levelChange).toBe('noSpread');
    expect(result.headline?.notEstimable.levelChange).toBe('noSpread');
    expect(result.notEstimable).toMatchObject({
      praisWinsten: 'noSpread',
      durbinWatson: 'noSpread',
      averageEffectPost: 'noSpread',
    });
    expect(result.rSquared).toBe(1);
  });

  it('has no share of a counterfactual of nothing', () => {
    const result = interruptedTimeSeries({ values: [1, -2, 1, 0, 3, 1], firstPost: 4 });
    expect(result.meanCounterfactualPost).toBeCloseTo(0, 12);
    const exact = interruptedTimeSeries({ values: [0, 0, 0, 0, 3, 1], firstPost: 4 });
    expect(exact).toMatchObject({
      relativeAverageEffect: null,
      notEstimable: { relativeAverageEffect: 'zeroBaseline' },
    });
  });

  it('refuses lags beyond the series, a first period that is none, and gaps', () => {
    for (const lag of [-1, 0.5, 6]) expect(() => interruptedTimeSeries({ ...six, lag })).toThrow(RangeError);
    expect(() => interruptedTimeSeries({ ...six, lags: [2, 6] })).toThrow(RangeError);
    for (const firstPost of [0, 2.5]) expect(() => interruptedTimeSeries({ ...six, firstPost })).toThrow(RangeError);
    expect(() => interruptedTimeSeries({ values: [1, 2, Number.NaN, 4, 5, 6], firstPost: 4 })).toThrow(RangeError);
    expect(() => interruptedTimeSeries({ ...six, extra: [[1, 0]] })).toThrow(RangeError);
  });
});

describe('Whatever the series, its interruption', () => {
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { maxLength: 30 });
  const measured = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 8, maxLength: 30 });

  it('gives finite figures or reasons', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 31 }), (series, firstPost) => {
        expect(brokenLaws(interruptedTimeSeries({ values: series, firstPost }))).toEqual([]);
      }),
    );
  });

  it('does not see a level and a trend common to all periods', () => {
    fc.assert(
      fc.property(
        measured,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -5, max: 5 }),
        (series, level, slope) => {
          const [plain, moved] = [series, series.map((value, at) => value + level + slope * at)].map((shown) =>
            interruptedTimeSeries({ values: shown, firstPost: 5 }),
          );
          expect(moved?.neweyWest?.levelChange?.estimate ?? 0).toBeCloseTo(
            plain?.neweyWest?.levelChange?.estimate ?? 0,
            6,
          );
          expect(moved?.headline?.slopeChange?.test.p ?? 0).toBeCloseTo(plain?.headline?.slopeChange?.test.p ?? 0, 6);
        },
      ),
    );
  });

  it('turns with the sign of the measure', () => {
    fc.assert(
      fc.property(measured, (series) => {
        const one = interruptedTimeSeries({ values: series, firstPost: 5 });
        const other = interruptedTimeSeries({ values: series.map((value) => -value), firstPost: 5 });
        expect(other.averageEffectPost?.estimate ?? 0).toBeCloseTo(-(one.averageEffectPost?.estimate ?? 0), 8);
        expect(other.headline?.levelChange?.agree).toBe(one.headline?.levelChange?.agree);
      }),
    );
  });
});
