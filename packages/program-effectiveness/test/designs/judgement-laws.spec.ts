import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beforeAfterOfMeans,
  changeAtDate,
  changeOfRate,
  effectBetweenGroups,
  effectBetweenUnits,
  gainOfGroup,
  type Judgement,
} from '../../src/designs/index.js';

const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, 1e9 + 1, 1e-12) },
);
const score = fc.option(value, { freq: 6 });
const person = fc.record({ pre: score, post: score });
const group = fc.array(person, { maxLength: 12 });
const unit = fc.record({ before: fc.array(score, { maxLength: 5 }), after: fc.array(score, { maxLength: 5 }) });
const unitList = fc.array(unit, { maxLength: 6 });
const share = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([a, b]) => ({ successes: Math.min(a, b), total: Math.max(a, b) }));
const around = fc.array(fc.tuple(value, value), { maxLength: 24 }).chain((periods) =>
  fc.record({
    series: fc.constant(periods.map(([own]) => own)),
    comparison: fc.constant(periods.map(([, other]) => other)),
    firstPost: fc.integer({ min: 1, max: periods.length + 2 }),
  }),
);

type Judged = (lowerIsBetter: boolean) => Judgement;

const designs: Readonly<Record<string, fc.Arbitrary<Judged>>> = {
  gainOfGroup: group.map((people) => (lowerIsBetter) => gainOfGroup({ people, lowerIsBetter })),
  effectBetweenGroups: fc.tuple(group, group).map(
    ([treated, comparison]) =>
      (lowerIsBetter) =>
        effectBetweenGroups({ treated, comparison, lowerIsBetter }),
  ),
  effectBetweenUnits: fc.tuple(unitList, unitList).map(
    ([treated, comparison]) =>
      (lowerIsBetter) =>
        effectBetweenUnits({ treated, comparison, lowerIsBetter }),
  ),
  beforeAfterOfMeans: unitList.map((units) => (lowerIsBetter) => beforeAfterOfMeans({ units, lowerIsBetter })),
  changeOfRate: fc.tuple(share, share).map(
    ([before, after]) =>
      (lowerIsBetter) =>
        changeOfRate({ before, after, lowerIsBetter }),
  ),
  changeAtDate: around.map(
    ({ series, firstPost }) =>
      (lowerIsBetter) =>
        changeAtDate({ series, firstPost, lowerIsBetter }),
  ),
  changeAtDateWithComparison: around.map(
    ({ series, comparison, firstPost }) =>
      (lowerIsBetter) =>
        changeAtDate({ series, comparisonSeries: comparison, firstPost, lowerIsBetter }),
  ),
};

describe.each(Object.entries(designs))('laws of a judgement: %s', (_, judged) => {
  it('holds no NaN and no Infinity', () => {
    fc.assert(fc.property(judged, (judge) => numbersOf(judge(false)).every(Number.isFinite)));
  });

  it('claims nothing without an interval that leaves out 0, nor without a limit that says why', () => {
    fc.assert(
      fc.property(judged, (judge) => {
        const { claim, interval, direction, limits } = judge(false);
        const leavesOutZero = interval !== null && (interval.low > 0 || interval.high < 0);
        if (claim !== 'inconclusive') expect(leavesOutZero).toBe(true);
        if (!leavesOutZero)
          expect(limits.some((limit) => ['tooFew', 'noSpread', 'touchesZero'].includes(limit))).toBe(true);
        expect(direction === null).toBe(claim === 'inconclusive');
      }),
    );
  });

  it('only turns the direction where lower is better', () => {
    fc.assert(
      fc.property(judged, (judge) => {
        const [higher, lower] = [judge(false), judge(true)];
        expect({ ...lower, direction: null }).toEqual({ ...higher, direction: null });
        if (higher.direction !== null) expect(lower.direction).not.toBe(higher.direction);
      }),
    );
  });

  it('says nothing twice', () => {
    fc.assert(
      fc.property(judged, (judge) => {
        const { limits, assumptions } = judge(false);
        const codes = assumptions.map(({ code }) => code);
        expect([new Set(limits).size, new Set(codes).size]).toEqual([limits.length, codes.length]);
      }),
    );
  });
});

function numbersOf(part: unknown): readonly number[] {
  if (typeof part === 'number') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(numbersOf) : [];
}
