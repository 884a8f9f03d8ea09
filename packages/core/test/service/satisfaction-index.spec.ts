import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indonesia2026 } from '../../src/governance/policy/index.js';
import { satisfactionGrade, satisfactionIndex } from '../../src/service/service-unit/index.js';

const bands = indonesia2026.figures['ikm.bands'].value;
const same = (nrr: number): number[] => Array.from({ length: 9 }, () => nrr);
const scores = fc.array(fc.integer({ min: 1000, max: 4000 }), { minLength: 9, maxLength: 9 });

describe('the public satisfaction index', () => {
  it.each([
    ['all 4', same(4000), 10_000, 'A'],
    ['all 1', same(1000), 2500, 'D'],
    ['the vector of domain.md', [3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100], 8083, 'B'],
  ] as const)('of %s is computed with the weight 1/9', (_, nrr, ikm, grade) =>
    expect(satisfactionIndex(nrr, bands)).toEqual({ ikm, grade }),
  );

  it('rounds half up', () => {
    // 9009 × 5 / 18 is 2502.5.
    expect(satisfactionIndex([1009, ...same(1000).slice(1)], bands).ikm).toBe(2503);
    expect(satisfactionIndex([1008, ...same(1000).slice(1)], bands).ikm).toBe(2502);
  });

  it('closes the hole between the printed bands: 3.0641 is 76.60 and thus C', () =>
    expect(satisfactionIndex(same(3064), bands)).toEqual({ ikm: 7660, grade: 'C' }));

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

  it('lies from 25 to 100, within half a hundredth of the exact value', () =>
    fc.assert(
      fc.property(scores, (nrr) => {
        const { ikm } = satisfactionIndex(nrr, bands);
        expect(ikm).toBeGreaterThanOrEqual(2500);
        expect(ikm).toBeLessThanOrEqual(10_000);
        const sum = nrr.reduce((total, score) => total + score, 0);
        // |ikm - sum × 5 / 18| ≤ 1/2, in eighteenths.
        expect(Math.abs(ikm * 18 - sum * 5)).toBeLessThanOrEqual(9);
      }),
    ));

  it('does not depend on the order of the elements', () =>
    fc.assert(
      fc.property(scores, (nrr) => {
        expect(satisfactionIndex([...nrr].reverse(), bands)).toEqual(satisfactionIndex(nrr, bands));
      }),
    ));
});
