import { describe, expect, it } from 'vitest';
import { effectBetweenUnits, type Judgement, type UnitSeries } from '../../src/designs/index.js';

const waiting = { lowerIsBetter: true };

/** Units whose minutes swing a little around levels of their own, and change by so much after. */
function units(n: number, change: number, { slope = 0, before = 4, seed = 0 } = {}): UnitSeries[] {
  return Array.from({ length: n }, (_, unit) => {
    const minutes = Array.from(
      { length: before + 4 },
      (_, at) => 40 + 3 * (unit % 10) + slope * at + ((7 * unit + 5 * at + 3 * unit * at + seed) % 11) / 11,
    );
    return { before: minutes.slice(0, before), after: minutes.slice(before).map((value) => value + change) };
  });
}

describe('the effect between units', () => {
  it('is an effect where units alike before changed by more than those without the programme', () => {
    const judged = effectBetweenUnits({ ...waiting, treated: units(10, -8), comparison: units(10, 0, { seed: 4 }) });

    expect(judged).toMatchObject({ design: 'comparisonUnits', claim: 'effect', direction: 'better' });
    expect(judged.n).toMatchObject({ treated: 10, comparison: 10, periodsBefore: 4, periodsAfter: 4 });
    expect(judged.limits).toEqual(expect.arrayContaining(['history', 'selection']));
    expect(judged.limits).not.toContain('fewClusters');
  });

  it('warns of few clusters and asks for the share of chance arrangements', () => {
    const judged = effectBetweenUnits({ ...waiting, treated: units(4, -8), comparison: units(4, 0, { seed: 4 }) });

    expect(judged.limits).toContain('fewClusters');
    expect(assumption(judged, 'beyondChanceArrangement')?.figures).toEqual({ share: 2 / 70, arrangements: 70 });
    expect(judged.claim).toBe('effect');
  });

  it('is no effect where too many arrangements of so few units show as much', () => {
    const judged = effectBetweenUnits({ ...waiting, treated: units(3, -8), comparison: units(3, 0, { seed: 4 }) });

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('chanceArrangement');
  });

  it('is no effect of one treated unit', () => {
    const judged = effectBetweenUnits({ ...waiting, treated: units(1, -30), comparison: units(12, 0) });

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('oneTreatedUnit');
  });

  it('is no effect where the treated were falling before and only went on', () => {
    const judged = effectBetweenUnits({
      ...waiting,
      treated: units(10, 0, { slope: -1 }).map(lifted),
      comparison: units(10, 0, { seed: 4 }),
    });

    expect(judged.interval?.high).toBeLessThan(0);
    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('trendBefore');
  });

  it('is no effect where one period before tells no trend', () => {
    const judged = effectBetweenUnits({
      ...waiting,
      treated: units(10, -8, { before: 1 }),
      comparison: units(10, 0, { before: 1, seed: 4 }),
    });

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('trendUnknown');
    expect(assumption(judged, 'beyondOwnTrend')?.held).toBeNull();
  });

  it('leaves out units without a figure before or after, and counts them as lost', () => {
    const treated = [...units(10, -8), ...units(4, -8).map(({ before }) => ({ before, after: [null, null] }))];
    const judged = effectBetweenUnits({ ...waiting, treated, comparison: units(10, 0, { seed: 4 }) });

    expect(judged.n.treated).toBe(10);
    expect(judged.limits).toContain('attrition');
    expect(judged.claim).toBe('inconclusive');
  });

  it('refuses figures that are not finite', () => {
    const broken = [{ before: [Number.NaN], after: [1] }];

    expect(() => effectBetweenUnits({ ...waiting, treated: broken, comparison: [] })).toThrow(RangeError);
  });
});

/** As high as the others before: only their slope sets them apart. */
function lifted({ before, after }: UnitSeries): UnitSeries {
  const higher = (value: number | null): number | null => (value === null ? null : value + 1.5);
  return { before: before.map(higher), after: after.map(higher) };
}

function assumption({ assumptions }: Judgement, code: string) {
  return assumptions.find((one) => one.code === code);
}
