import { describe, expect, it } from 'vitest';
import { effectBetweenGroups, type ScorePair } from '../../src/designs/index.js';

const better = { lowerIsBetter: false };
const scale = { low: 0, high: 100 };

/** Ten people around a mean before, each of whom changed by the gain and up to 2 more or less. */
function group(mean: number, gain: number, offset = 0): ScorePair[] {
  return Array.from({ length: 10 }, (_, at) => ({
    pre: mean + 4 * (at - 4.5),
    post: mean + 4 * (at - 4.5) + gain + (((at + offset) * 3) % 5) - 2,
  }));
}

describe('the effect between two groups', () => {
  it('is an effect where the groups were alike before and their gains differ, both ways', () => {
    const judged = effectBetweenGroups({ ...better, treated: group(60, 10), comparison: group(60, 0, 1) });

    expect(judged).toMatchObject({ design: 'comparisonGroup', claim: 'effect', direction: 'better', before: 60 });
    expect(judged.estimate).toBeCloseTo(10, 12);
    expect(judged.limits).toEqual(['selection']);
  });

  it('is free of selection where a lot decided', () => {
    const judged = effectBetweenGroups({ ...better, byLot: true, treated: group(60, 10), comparison: group(60, 0, 1) });

    expect(judged.limits).toEqual([]);
  });

  it('is adjusted where the groups were nearly alike: the coefficient of the group at equal scores before', () => {
    const judged = effectBetweenGroups({ ...better, treated: group(62, 10), comparison: group(60, 0, 1) });
    const adjusted = judged.assumptions.find(({ code }) => code === 'adjustedDiffers')?.figures;

    expect(judged.claim).toBe('effect');
    expect(judged.limits).toContain('baselineAdjusted');
    expect(judged.estimate).toBe(adjusted?.estimate);
  });

  it('is no effect where the groups were too far apart before, however large the difference', () => {
    const judged = effectBetweenGroups({ ...better, treated: group(50, 30), comparison: group(60, 0, 1) });

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('baselineDiffers');
    expect(judged.interval?.low).toBeGreaterThan(0);
  });

  it('is no effect where more of the treated were lost than the table of the WWC allows, and shows the bounds', () => {
    const treated = group(60, 10).map((one, at) => (at < 3 ? { ...one, post: null } : one));
    const judged = effectBetweenGroups({ ...better, scale, treated, comparison: group(60, 0, 1) });
    const figures = judged.assumptions.find(({ code }) => code === 'lowAttrition')?.figures;

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('attrition');
    expect(figures?.treated).toBeCloseTo(0.3, 12);
    expect(figures?.worst).toBeLessThan(0);
    expect(figures?.best).toBeGreaterThan(0);
  });

  it('counts those who were assigned and of whom nothing is known', () => {
    const groups = { treated: group(60, 10), comparison: group(60, 0, 1) };
    const judged = effectBetweenGroups({ ...better, ...groups, assigned: { treated: 14, comparison: 10 } });

    expect(judged.limits).toContain('attrition');
  });

  it('stands where few were lost on both sides, and says so', () => {
    const [treated, comparison] = [group(60, 10), group(60, 0, 1)].map((people) =>
      people.map((one, at) => (at === 5 ? { ...one, post: null } : one)),
    );
    const judged = effectBetweenGroups({ ...better, treated: treated ?? [], comparison: comparison ?? [] });

    expect(judged.claim).toBe('effect');
    expect(judged.limits).toContain('dropOut');
  });

  it('is no effect where it hangs on the one who did not follow: the gains are too skewed', () => {
    const gains = [-9, -8, -9, -10, -8, -9, -10, -9, -8, 14];
    const treated = group(60, 0).map(({ pre }, at) => ({ pre, post: (pre ?? 0) + (gains[at] ?? 0) }));
    const judged = effectBetweenGroups({ ...better, treated, comparison: group(60, 0, 1) });

    expect(judged.interval?.high).toBeLessThan(0);
    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('skewed');
  });

  it('cannot be told of a group of nobody', () => {
    const judged = effectBetweenGroups({ ...better, treated: [], comparison: group(60, 0) });

    expect(judged).toMatchObject({ claim: 'inconclusive', estimate: null, before: null });
    expect(judged.limits).toContain('tooFew');
  });
});
