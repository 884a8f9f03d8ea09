import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indonesia2026 } from '../../src/governance/policy/index.js';
import { jobPersonMatch, jpmBand } from '../../src/plan/competency-profile/index.js';

const levels = (...pairs: readonly (readonly [actual: number, required: number])[]) =>
  pairs.map(([actual, required]) => ({ actual, required }));

describe('the job-person match', () => {
  it.each([
    ['all levels reached', levels([3, 3], [2, 2]), 10_000],
    ['nothing reached', levels([0, 3], [0, 2]), 0],
    ['two of three levels', levels([2, 3]), 6667],
    ['one of three levels', levels([1, 3]), 3333],
    ['one whole and one half', levels([4, 4], [1, 2]), 7500],
    ['thirds, quarters and fifths', levels([2, 3], [3, 4], [4, 5]), 7389],
  ])('of %s', (_, given, match) => expect(jobPersonMatch(given)).toBe(match));

  it('does not let a strength make up for a weakness', () => {
    expect(jobPersonMatch(levels([5, 1], [1, 2]))).toBe(7500);
    expect(jobPersonMatch(levels([1, 1], [1, 2]))).toBe(7500);
  });

  it('rounds half up', () => {
    const whole = (count: number) => levels(...Array.from({ length: count }, () => [1, 1] as const));
    // 399.5 of 400 are 99.875 per cent, half way; 15.25 of 16 are 95.3125, below half way.
    expect(jobPersonMatch([...whole(399), ...levels([1, 2])])).toBe(9988);
    expect(jobPersonMatch([...whole(15), ...levels([1, 4])])).toBe(9531);
  });

  it('is undefined where nothing is required', () => expect(jobPersonMatch([])).toBeUndefined());

  it.each([
    [0, 0],
    [0, 6],
    [0, 2.5],
    [6, 5],
    [-1, 3],
    [1.5, 3],
  ])('refuses level %d of %d', (actual, required) =>
    expect(() => jobPersonMatch([{ actual, required }])).toThrow(RangeError),
  );

  it('is within half a hundredth of the exact mean, half upwards, and never falls when a level rises', () => {
    const pair = fc.record({ required: fc.integer({ min: 1, max: 5 }), actual: fc.integer({ min: 0, max: 5 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 40 }), (given) => {
        const match = jobPersonMatch(given) ?? -1;
        // In 60ths: the exact mean is parts / (60 n).
        const parts = given.reduce(
          (sum, { actual, required }) => sum + (Math.min(actual, required) * 60) / required,
          0,
        );
        const distance = 2 * (match * 60 * given.length - parts * 10_000);
        expect(distance).toBeGreaterThan(-60 * given.length);
        expect(distance).toBeLessThanOrEqual(60 * given.length);
        const better = given.map(({ actual, required }) => ({ required, actual: Math.min(5, actual + 1) }));
        expect(jobPersonMatch(better)).toBeGreaterThanOrEqual(match);
      }),
    );
  });
});

describe('the band of a job-person match', () => {
  const bands = indonesia2026.figures['jpm.bands'].value;

  it.each([
    [0, 'kurangOptimal'],
    [7799, 'kurangOptimal'],
    [7800, 'cukupOptimal'],
    [8999, 'cukupOptimal'],
    [9000, 'optimal'],
    [10_000, 'optimal'],
  ] as const)('of %i hundredths is %s', (value, band) => expect(jpmBand(value, bands)).toBe(band));
});
