import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeImprovement, worsenedBeyond } from '../../src/evaluate/evaluation/index.js';

const value = fc.integer({ min: 1, max: 10_000_000 });

describe('the relative improvement', () => {
  it.each([
    [1800, 1200, 3333],
    [1800, 1801, -6],
    [100, 100, 0],
    [100, 0, 10_000],
    [100, 300, -20_000],
  ])('from %i to %i is %i basis points', (before, after, expected) =>
    expect(relativeImprovement({ before, after })).toBe(expected),
  );

  it('is rounded half away from zero, to either side', () => {
    expect(relativeImprovement({ before: 20_000, after: 19_999 })).toBe(1);
    expect(relativeImprovement({ before: 20_000, after: 20_001 })).toBe(-1);
    expect(relativeImprovement({ before: 20_001, after: 20_000 })).toBe(0);
  });

  it('is not known where the value before is 0', () => {
    expect(relativeImprovement({ before: 0, after: 5 })).toBeNull();
    expect(relativeImprovement({ before: 10, after: 5 }, { before: 0, after: 0 })).toBeNull();
  });

  it('is less by what improved without the programme', () =>
    expect(relativeImprovement({ before: 1800, after: 1200 }, { before: 1800, after: 1620 })).toBe(2333));

  it('is rounded once, after the difference', () =>
    // 3333.5 less 0.4 basis points is 3333.1; rounded apart, it would be 3334 less 0.
    expect(relativeImprovement({ before: 20_000, after: 13_333 }, { before: 25_000, after: 24_999 })).toBe(3333));

  it('is 0 against itself, and stays exact for large values', () =>
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 10_000_000 }), (before, after) => {
        const change = { before, after };
        expect(relativeImprovement(change, change)).toBe(0);
        const exact = ((before - after) * 10_000) / before;
        expect(Math.abs((relativeImprovement(change) ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.5);
      }),
    ));
});

describe('a guard', () => {
  it.each([
    [250, 250, 0, false],
    [250, 251, 0, true],
    [200, 210, 500, false],
    [200, 211, 500, true],
    [0, 0, 500, false],
    [0, 1, 500, true],
    [250, 100, 0, false],
  ])('that goes from %i to %i with a tolerance of %i worsened: %s', (before, after, tolerance, expected) =>
    expect(worsenedBeyond({ before, after }, tolerance)).toBe(expected),
  );
});
