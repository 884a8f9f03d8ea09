import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInDifferences, type UnitValue } from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

// Two counters with the programme gain 4 and 6, two without it gain 1 and 3.
const counters = [
  ...measured('loket A', true, 10, 14),
  ...measured('loket B', true, 12, 18),
  ...measured('loket C', false, 11, 12),
  ...measured('loket D', false, 9, 12),
];

describe('Difference-in-differences', () => {
  it('is the change of the treated minus the change of the others', () => {
    const result = differenceInDifferences(counters);
    expect(result.did).toBe(3);
    expect(result.naiveBeforeAfterTreated).toBe(5);
    expect(result.naivePostOnly).toBe(4);
    expect(result.cells.treatedPost).toMatchObject({ n: 2, mean: 16 });
  });

  it('tests the changes of units by Welch where there are two periods', () => {
    const { headline } = differenceInDifferences(counters);
    expect(headline?.by).toBe('welchOfUnitChanges');
    expect(headline?.test.estimate).toBeCloseTo(3, 12);
    expect(headline?.test.se).toBeCloseTo(Math.SQRT2, 12);
    expect(headline?.test.df).toBeCloseTo(2, 12);
  });

  it('shows the errors of independent values and of units beside it', () => {
    const result = differenceInDifferences(counters);
    expect(result.ols?.se).toBeCloseTo(Math.sqrt(6), 12);
    expect(result.hc1?.se).toBeCloseTo(Math.sqrt(6), 12);
    expect(result.cellwiseSe).toBeCloseTo(Math.sqrt(6), 12);
    expect(result.cr1).toMatchObject({ df: 3 });
    expect(result.cr1?.se).toBeCloseTo(Math.sqrt(7 / 3), 12);
    expect(result.cr2?.se).toBeCloseTo(Math.SQRT2, 12);
  });

  it('clusters by unit where units have several values on a side', () => {
    const result = differenceInDifferences([...counters, ...measured('loket A', true, 11, 15)]);
    expect(result.headline?.by).toBe('clusters');
    expect(result.headline?.test).toEqual(result.cr1);
    expect(result.unitChanges?.estimate).toBeCloseTo(3, 12);
  });

  it('leaves units without a change out of the headline, and says how many', () => {
    const result = differenceInDifferences([...counters, ...measured('loket E', true, 40, null)]);
    expect(result.headline?.test.estimate).toBeCloseTo(3, 12);
    expect(result.did).not.toBeCloseTo(3, 1);
    expect([result.treatedUnits, result.treatedUnitsWithChange]).toEqual([3, 2]);
  });

  it('warns of few units on either side', () => {
    const sides = (treated: number, comparison: number) =>
      differenceInDifferences([
        ...Array.from({ length: treated }, (_, at) => measured(`t${at}`, true, at, at * at)).flat(),
        ...Array.from({ length: comparison }, (_, at) => measured(`c${at}`, false, at, at + (at % 3))).flat(),
      ]).warnings;
    expect(sides(4, 9)).toEqual(['fewerThan5Treated', 'fewerThan10Treated', 'fewerThan10Comparison']);
    expect(sides(5, 10)).toEqual(['fewerThan10Treated']);
    expect(sides(10, 10)).toEqual([]);
  });

  it('says nothing of one treated unit, however clear its change', () => {
    const one = [...measured('loket A', true, 10, 90), ...counters.filter(({ treated }) => !treated)];
    expect(differenceInDifferences(one)).toMatchObject({
      headline: null,
      notEstimable: { headline: 'tooFew' },
      did: 78,
    });
    const often = [...one, ...measured('loket A', true, 11, 91), ...measured('loket C', false, 9, 12)];
    expect(differenceInDifferences(often)).toMatchObject({ headline: null, notEstimable: { headline: 'tooFew' } });
  });

  it('has no difference where a cell is empty', () => {
    const result = differenceInDifferences(counters.filter(({ treated, post }) => treated || !post));
    expect(result).toMatchObject({ did: null, headline: null, naiveBeforeAfterTreated: 5 });
    expect(result.notEstimable.did).toBe('noScores');
    expect(differenceInDifferences([]).notEstimable).toMatchObject({
      did: 'noScores',
      cr1: 'noScores',
      headline: 'noScores',
    });
  });

  it('has no test where every unit of a side changes by the same', () => {
    const same = [
      ...measured('A', true, 1, 3),
      ...measured('B', true, 5, 7),
      ...measured('C', false, 2, 3),
      ...measured('D', false, 8, 9),
    ];
    const result = differenceInDifferences(same);
    expect(result).toMatchObject({ did: 1, headline: null, cr1: null, cr2: null });
    expect(result.notEstimable).toMatchObject({ headline: 'noSpread', cr1: 'noSpread', cr2: 'noSpread' });
  });

  it('refuses a unit on both sides, and values that are none', () => {
    expect(() => differenceInDifferences([...counters, ...measured('loket A', false, 1, 2)])).toThrow(RangeError);
    expect(() => differenceInDifferences(measured('loket A', true, Number.NaN, 2))).toThrow(RangeError);
  });
});

describe('Whatever units were measured, difference-in-differences', () => {
  const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  const unit = fc.record({
    treated: fc.boolean(),
    pre: fc.option(value),
    post: fc.option(value),
    again: fc.option(value),
  });
  const units = fc.array(unit, { maxLength: 12 });

  it('gives finite figures or reasons', () => {
    fc.assert(
      fc.property(units, (drawn) => {
        const values = drawn.flatMap(({ treated, pre, post, again }, at) => [
          ...measured(`u${at}`, treated, pre, post),
          { unit: `u${at}`, treated, post: true, value: again },
        ]);
        expect(brokenLaws(differenceInDifferences(values))).toEqual([]);
      }),
    );
  });

  it('has the bias-reduced errors of two full periods equal to the Welch errors of the changes', () => {
    const full = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(full, full, (treated, comparison) => {
        const result = differenceInDifferences([
          ...treated.flatMap(([pre, post], at) => measured(`t${at}`, true, pre, post)),
          ...comparison.flatMap(([pre, post], at) => measured(`c${at}`, false, pre, post)),
        ]);
        fc.pre(result.unitChanges !== null);
        expect((result.cr2?.se ?? 0) / (result.unitChanges?.se ?? 1)).toBeCloseTo(1, 9);
        expect(result.headline?.test.estimate).toBeCloseTo(result.did ?? Number.NaN, 8);
      }),
    );
  });

  it('does not see what befell all units alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (common) => {
        const shifted = counters.map((one) => ({ ...one, value: (one.value ?? 0) + (one.post ? common : 0) }));
        expect(differenceInDifferences(shifted).did).toBeCloseTo(3, 10);
        expect(differenceInDifferences(shifted).headline?.test.p).toBeCloseTo(
          differenceInDifferences(counters).headline?.test.p ?? 0,
          10,
        );
      }),
    );
  });
});

function measured(unit: string, treated: boolean, pre: number | null, post: number | null): readonly UnitValue[] {
  return [
    { unit, treated, post: false, value: pre },
    { unit, treated, post: true, value: post },
  ];
}
