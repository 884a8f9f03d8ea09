import { describe, expect, it } from 'vitest';
import { effectBetweenUnits, type Judgement, type UnitSeries } from '../../src/designs/index.js';
import { type Chance, chance, percentOf, type Shape, times, type UnitsOptions, units } from './programmes.js';

const outcome = { lowerIsBetter: true };

describe('units with and without a programme, with a known truth', () => {
  it.each([
    { treated: 10, comparison: 10, shape: 'normal', spread: 1 },
    { treated: 10, comparison: 40, shape: 'logNormal', spread: 1 },
    { treated: 5, comparison: 20, shape: 'normal', spread: 3 },
    { treated: 5, comparison: 20, shape: 'logNormal', spread: 3 },
    { treated: 2, comparison: 10, shape: 'normal', spread: 3 },
  ] satisfies readonly { treated: number; comparison: number; shape: Shape; spread: number }[])(
    'shows an effect in no more than 5% of programmes without one, of those alike before: $treated and $comparison, $shape, spread $spread',
    ({ treated, comparison, shape, spread }) => {
      const judged = programmes(500, (by) => ({
        treated: units(by, { ...threeAndThree, n: treated, shape, spread }),
        comparison: units(by, { ...threeAndThree, n: comparison, shape }),
      }));

      expect(percentOf(judged.filter(stoodAlike), isEffect)).toBeLessThan(5);
    },
  );

  it.each([
    { treated: 10, comparison: 10, periods: 2, trend: -1 },
    { treated: 10, comparison: 10, periods: 3, trend: -0.5 },
    { treated: 20, comparison: 20, periods: 6, trend: -0.3 },
    { treated: 2, comparison: 10, periods: 6, trend: -0.3 },
  ])(
    'does not take a fall of the treated alone that began before for an effect: $treated and $comparison, $periods and $periods periods',
    ({ treated, comparison, periods, trend }) => {
      const judged = programmes(500, (by) => ({
        treated: units(by, { n: treated, before: periods, after: periods, trend }),
        comparison: units(by, { n: comparison, before: periods, after: periods }),
      }));
      const alike = judged.filter(stoodAlike);

      expect(percentOf(alike, ({ interval }) => interval !== null && interval.high < 0)).toBeGreaterThan(25);
      expect(percentOf(alike, isEffect)).toBeLessThan(5);
    },
  );

  it('does not take a fall of all units for an effect', () => {
    const judged = programmes(500, (by) => ({
      treated: units(by, { ...threeAndThree, n: 10, trend: -0.5 }),
      comparison: units(by, { ...threeAndThree, n: 10, trend: -0.5 }),
    }));

    expect(percentOf(judged, isEffect)).toBeLessThan(5);
  });

  it('never shows an effect of one treated unit, nor where one period before tells no trend', () => {
    const one = programmes(150, (by) =>
      pairOf(by, { ...threeAndThree, n: 1, effect: -6 }, { ...threeAndThree, n: 12 }),
    );
    const short = programmes(150, (by) =>
      pairOf(by, { n: 12, before: 1, after: 3, effect: -6 }, { n: 12, before: 1, after: 3 }),
    );

    expect(percentOf(one, isEffect)).toBe(0);
    expect(percentOf(short, isEffect)).toBe(0);
    expect(percentOf(short, ({ limits }) => limits.includes('trendUnknown'))).toBe(100);
  });

  it('does not take the way back to the mean for an effect: the worst units were treated', () => {
    const judged = programmes(250, (by) => {
      const all = units(by, { ...threeAndThree, n: 20 }).sort((a, b) => total(b) - total(a));
      return { treated: all.slice(0, 10), comparison: all.slice(10) };
    });

    expect(percentOf(judged, isEffect)).toBe(0);
  });

  it('nor where the comparison was chosen to be as bad before, from units that are better for good', () => {
    const judged = programmes(500, (by) => {
      const pool = units(by, { ...threeAndThree, n: 40 });
      const treated = units(by, { ...threeAndThree, n: 10 }).map(worse);
      return { treated, comparison: treated.map((unit) => takeNearest(pool, unit)) };
    });

    expect(percentOf(judged.filter(stoodAlike), isEffect)).toBeLessThan(5);
  });

  it.each([
    { treated: 5, comparison: 20 },
    { treated: 10, comparison: 10 },
    { treated: 20, comparison: 20 },
  ])('covers the effect with 93% to 97% of its intervals: $treated and $comparison', ({ treated, comparison }) => {
    const judged = programmes(1_000, (by) =>
      pairOf(by, { ...sixAndSix, n: treated, effect: -2 }, { ...sixAndSix, n: comparison }),
    );
    const coverage = percentOf(judged.filter(stoodAlike), (one) => covers(one, -2));

    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });

  it('finds a large effect in most programmes whose units were alike before', () => {
    const judged = programmes(200, (by) => pairOf(by, { ...sixAndSix, n: 10, effect: -3 }, { ...sixAndSix, n: 10 }));

    expect(
      percentOf(judged.filter(stoodAlike), ({ claim, direction }) => claim === 'effect' && direction === 'better'),
    ).toBeGreaterThan(90);
  });
});

const threeAndThree = { before: 3, after: 3 };
const sixAndSix = { before: 6, after: 6 };

type Programme = Pick<Parameters<typeof effectBetweenUnits>[0], 'treated' | 'comparison'>;

function programmes(runs: number, make: (by: Chance) => Programme): readonly Judgement[] {
  const by = chance(7);
  return times(runs, () => effectBetweenUnits({ ...outcome, ...make(by) }));
}

function pairOf(by: Chance, treated: UnitsOptions, comparison: UnitsOptions): Programme {
  return { treated: units(by, treated), comparison: units(by, comparison) };
}

function total({ before }: UnitSeries): number {
  return before.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function worse({ before, after }: UnitSeries): UnitSeries {
  const more = (value: number | null): number | null => (value === null ? null : value + 1.5);
  return { before: before.map(more), after: after.map(more) };
}

function takeNearest(pool: UnitSeries[], unit: UnitSeries): UnitSeries {
  const distance = (other: UnitSeries): number => Math.abs(total(other) - total(unit));
  const at = pool.reduce((best, other, index) => (distance(other) < distance(pool[best] ?? other) ? index : best), 0);
  return pool.splice(at, 1)[0] ?? unit;
}

function isEffect({ claim }: Judgement): boolean {
  return claim === 'effect';
}

function stoodAlike({ limits }: Judgement): boolean {
  return !limits.includes('baselineDiffers');
}

function covers({ interval }: Judgement, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= interval.high;
}
