import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indonesia2026 } from '../../src/governance/policy/index.js';
import { satisfactionGrade, satisfactionIndex } from '../../src/service/service-unit/index.js';

const bands = indonesia2026.figures['ikm.bands'].value;
const equal = indonesia2026.figures['ikm.weights'].value;
const same = (nrr: number): number[] => Array.from({ length: 9 }, () => nrr);
const scores = fc.array(fc.integer({ min: 1000, max: 4000 }), { minLength: 9, maxLength: 9 });
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 9, maxLength: 9 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe('the public satisfaction index', () => {
  it.each([
    ['all 4', same(4000), 10_000, 'A'],
    ['all 1', same(1000), 2500, 'D'],
    ['the vector of domain.md', [3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100], 8083, 'B'],
  ] as const)('of %s is computed with the weight 1/9', (_, nrr, ikm, grade) =>
    expect(satisfactionIndex(nrr, bands, equal)).toEqual({ ikm, grade }),
  );

  it('is not computed with the weight 0.11, which would give 99.00 and 80.03', () => {
    expect(satisfactionIndex(same(4000), bands, equal).ikm).not.toBe(9900);
    expect(satisfactionIndex([3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100], bands, equal).ikm).not.toBe(8003);
  });

  it('rounds half up', () => {
    // 9009 × 5 / 18 is 2502.5.
    expect(satisfactionIndex([1009, ...same(1000).slice(1)], bands, equal).ikm).toBe(2503);
    expect(satisfactionIndex([1008, ...same(1000).slice(1)], bands, equal).ikm).toBe(2502);
  });

  it('closes the hole between the printed bands: 3.0641 is 76.60 and thus C', () =>
    expect(satisfactionIndex(same(3064), bands, equal)).toEqual({ ikm: 7660, grade: 'C' }));

  it.each([
    // The sums of nine means just below and at each border, which no double could tell apart safely.
    ['64.99', 23_397, 6499, 'D'],
    ['65.00, rounded up from 64.997', 23_399, 6500, 'C'],
    ['76.60', 27_577, 7660, 'C'],
    ['76.61, rounded up from 76.606', 27_578, 7661, 'B'],
    ['88.30', 31_789, 8830, 'B'],
    ['88.31, rounded up from 88.306', 31_790, 8831, 'A'],
  ])('of %s is compared with the bands after it was rounded', (_, sum, ikm, grade) => {
    const nrr = [...same(Math.floor(sum / 9)).slice(1), sum - 8 * Math.floor(sum / 9)];
    expect(satisfactionIndex(nrr, bands, equal)).toEqual({ ikm, grade });
  });

  it.each([
    [2500, 'D'],
    [6499, 'D'],
    [6500, 'C'],
    [7660, 'C'],
    [7661, 'B'],
    [8830, 'B'],
    [8831, 'A'],
    [10_000, 'A'],
  ] as const)('of %i hundredths has the grade %s', (ikm, grade) => expect(satisfactionGrade(ikm, bands)).toBe(grade));

  it('has exactly one grade for every value from 25 to 100, and a higher value never a lower grade', () => {
    const order = ['D', 'C', 'B', 'A'];
    let last = 0;
    for (let ikm = 2500; ikm <= 10_000; ikm++) {
      const rank = order.indexOf(satisfactionGrade(ikm, bands));
      expect(rank).toBeGreaterThanOrEqual(last);
      last = rank;
    }
    expect(last).toBe(3);
  });

  it('lies from 25 to 100, within half a hundredth of the exact value, half upwards', () =>
    fc.assert(
      fc.property(scores, anyWeights, (nrr, weights) => {
        const { ikm } = satisfactionIndex(nrr, bands, weights);
        expect(ikm).toBeGreaterThanOrEqual(2500);
        expect(ikm).toBeLessThanOrEqual(10_000);
        // -1/2 < ikm - sum × 5 / 2 parts ≤ 1/2, in whole numbers of any size.
        const parts = weights.reduce((total, weight) => total + BigInt(weight), 0n);
        const sum = nrr.reduce((total, score, index) => total + BigInt(score) * BigInt(weights[index] ?? 0), 0n);
        const distance = 2n * (BigInt(ikm) * 2n * parts - sum * 5n);
        expect(distance > -2n * parts).toBe(true);
        expect(distance <= 2n * parts).toBe(true);
      }),
    ));

  it('does not depend on the order of the elements', () =>
    fc.assert(
      fc.property(scores, anyWeights, (nrr, weights) => {
        expect(satisfactionIndex([...nrr].reverse(), bands, [...weights].reverse())).toEqual(
          satisfactionIndex(nrr, bands, weights),
        );
      }),
    ));
});

describe('the weights of the elements', () => {
  it('are parts of their sum: nine sevens are nine ones', () =>
    fc.assert(
      fc.property(scores, (nrr) => {
        expect(satisfactionIndex(nrr, bands, same(7))).toEqual(satisfactionIndex(nrr, bands, equal));
      }),
    ));

  it('leave an element out whose weight is 0', () =>
    expect(satisfactionIndex([1000, ...same(4000).slice(1)], bands, [0, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual({
      ikm: 10_000,
      grade: 'A',
    }));

  it('count an element twice whose weight is 2', () =>
    // (2 × 4.0 + 8 × 3.0) / 10 × 25 = 80.
    expect(satisfactionIndex([4000, ...same(3000).slice(1)], bands, [2, 1, 1, 1, 1, 1, 1, 1, 1]).ikm).toBe(8000));

  it.each([
    ['all 0', same(0)],
    ['one too few', equal.slice(1)],
    ['one too many', [...equal, 1]],
  ])('are refused: %s', (_, weights) =>
    expect(() => satisfactionIndex(same(3000), bands, weights)).toThrow(RangeError),
  );
});
