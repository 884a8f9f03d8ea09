import { describe, expect, it } from 'vitest';
import { changeAtDate, type Judgement } from '../../src/designs/index.js';

const waiting = { lowerIsBetter: true };

/** Minutes of 20 and 12 months that swing without a pattern, and lie so much higher from the 21st on. */
function months(change: number, slope = 0): number[] {
  return Array.from(
    { length: 32 },
    (_, at) => 40 + slope * at + ((17 * at * at + 5 * at) % 13) / 6 + (at < 20 ? 0 : change),
  );
}

describe('the change of a series at a date', () => {
  it('is a change at the date, and no more, with history to be kept in mind', () => {
    const judged = changeAtDate({ ...waiting, series: months(-12), firstPost: 21 });

    expect(judged).toMatchObject({ design: 'timeSeries', claim: 'changeAtDate', direction: 'better' });
    expect(judged.n).toMatchObject({ treated: 1, periodsBefore: 20, periodsAfter: 12 });
    expect(judged.limits).toEqual(['noComparison', 'history']);
  });

  it('is measured against what the series was on its way to', () => {
    const judged = changeAtDate({ ...waiting, series: months(-12, 0.5), firstPost: 21 });
    const expected = (judged.after ?? 0) - (judged.estimate ?? 0);

    expect(judged.estimate).toBeCloseTo(
      changeAtDate({ ...waiting, series: months(-12), firstPost: 21 }).estimate ?? 0,
      9,
    );
    expect(judged.relative?.estimate).toBeCloseTo((judged.estimate ?? 0) / expected, 12);
  });

  it('is judged on the difference where there is a comparison series', () => {
    const common = months(0).map((_, at) => 8 * Math.sin(at));
    const series = months(-12).map((value, at) => value + (common[at] ?? 0));
    const judged = changeAtDate({ ...waiting, series, comparisonSeries: common, firstPost: 21 });

    expect(judged).toMatchObject({ design: 'timeSeriesWithComparison', claim: 'changeAtDate' });
    expect(judged.estimate).toBeCloseTo(
      changeAtDate({ ...waiting, series: months(-12), firstPost: 21 }).estimate ?? 0,
      9,
    );
    expect(judged.limits).toEqual(['history', 'selection']);
  });

  it('takes a yearly swing out where it is told of one', () => {
    const series = months(-12).map((value, at) => value + 10 * Math.cos((2 * Math.PI * at) / 12));
    const blind = changeAtDate({ ...waiting, series, firstPost: 21 });
    const told = changeAtDate({ ...waiting, series, firstPost: 21, seasonal: { periodsPerYear: 12 } });

    expect(told.claim).toBe('changeAtDate');
    expect(widthOf(told)).toBeLessThan(widthOf(blind) / 2);
  });

  it('is inconclusive where the months hang together too closely for it to stand out', () => {
    // Every month one up or one down on the month before, by the toss of a coin.
    const walk = [39, 38, 39, 40, 41, 40, 41, 42, 43, 44, 45, 46, 45, 46, 47, 46, 45, 44, 45, 44, 43, 42, 43, 44];
    const judged = changeAtDate({ ...waiting, series: walk, firstPost: 17 });

    expect(judged.interval?.high).toBeLessThan(-4);
    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('autocorrelation');
    expect(
      judged.assumptions.find(({ code }) => code === 'withstandsAutocorrelation')?.figures.strongestRho,
    ).toBeGreaterThan(0.5);
  });

  it('warns of fewer than 8 periods on a side, and refuses fewer than 3', () => {
    const short = changeAtDate({ ...waiting, series: months(-12).slice(14, 26), firstPost: 7 });
    const shorter = changeAtDate({ ...waiting, series: months(-12).slice(18, 26), firstPost: 3 });

    expect(short.limits).toContain('shortSeries');
    expect(shorter).toMatchObject({ claim: 'inconclusive', estimate: null });
    expect(shorter.limits).toContain('tooFew');
  });

  it('is not claimed of a series that meets its line exactly, which has no errors', () => {
    const series = Array.from({ length: 20 }, (_, at) => (at < 10 ? 5 : 9));

    expect(changeAtDate({ ...waiting, series, firstPost: 11 }).limits).toContain('noSpread');
  });

  it('refuses a comparison of another length', () => {
    expect(() => changeAtDate({ ...waiting, series: months(0), comparisonSeries: [1, 2], firstPost: 21 })).toThrow(
      RangeError,
    );
  });
});

function widthOf({ interval }: Judgement): number {
  return interval === null ? 0 : interval.high - interval.low;
}
