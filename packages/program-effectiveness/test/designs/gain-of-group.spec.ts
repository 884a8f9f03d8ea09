import { describe, expect, it } from 'vitest';
import { gainOfGroup, type ScorePair } from '../../src/designs/index.js';

const better = { lowerIsBetter: false };
const scale = { low: 0, high: 100 };

/** Twelve people who gained 8 to 12. */
const gained: readonly ScorePair[] = Array.from({ length: 12 }, (_, at) => ({
  pre: 50 + at,
  post: 60 + at + (at % 5) - 2,
}));

describe('the gain of a group', () => {
  it('is a gain where its interval leaves out 0, told with what it was measured from', () => {
    const judged = gainOfGroup({ ...better, people: gained });

    expect(judged).toMatchObject({ design: 'beforeAfter', claim: 'gain', direction: 'better', before: 55.5 });
    expect(judged.n.treated).toBe(12);
    expect(judged.relative?.estimate).toBeCloseTo((judged.estimate ?? 0) / 55.5, 12);
  });

  it('is never more than a gain: nobody to compare with, history and the way back to the mean are told with it', () => {
    expect(gainOfGroup({ ...better, people: gained }).limits).toEqual([
      'noComparison',
      'history',
      'regressionToTheMean',
    ]);
  });

  it('is worse where lower is better, at the same estimate', () => {
    const judged = gainOfGroup({ lowerIsBetter: true, people: gained });

    expect(judged.direction).toBe('worse');
    expect(judged.estimate).toBeGreaterThan(0);
  });

  it('is inconclusive where the interval touches 0', () => {
    const people = [-2, 3, -1, 1, 0].map((gain) => ({ pre: 50, post: 50 + gain }));

    expect(gainOfGroup({ ...better, people })).toMatchObject({ claim: 'inconclusive', direction: null });
    expect(gainOfGroup({ ...better, people }).limits).toContain('touchesZero');
  });

  it('is described and not claimed where nothing tells how sure it is', () => {
    const one = gainOfGroup({ ...better, people: [{ pre: 40, post: 70 }] });
    const alike = gainOfGroup({ ...better, people: [1, 2, 3].map((pre) => ({ pre, post: pre + 1 })) });

    expect(one).toMatchObject({ claim: 'inconclusive', estimate: 30, interval: null });
    expect(one.limits).toContain('tooFew');
    expect(alike).toMatchObject({ claim: 'inconclusive', estimate: 1, interval: null });
    expect(alike.limits).toContain('noSpread');
  });

  it('stands where the few who were lost could not undo it, and says so', () => {
    const judged = gainOfGroup({ ...better, scale, people: [...gained, { pre: 55, post: null }] });

    expect(judged.claim).toBe('gain');
    expect(judged.limits).toContain('dropOut');
  });

  it('falls where those who were lost could undo it, with the bounds among the figures', () => {
    const lost = Array.from({ length: 11 }, () => ({ pre: 55, post: null }));
    const judged = gainOfGroup({ ...better, scale, people: [...gained, ...lost] });
    const figures = judged.assumptions.find(({ code }) => code === 'withstandsDropOut')?.figures;

    expect(judged.claim).toBe('inconclusive');
    expect(judged.limits).toContain('attrition');
    expect(figures?.worst).toBeLessThan(0);
    expect(figures?.shareLost).toBeCloseTo(11 / 23, 12);
  });

  it('falls where more than a fifth was lost and no scale gives a bound', () => {
    const lost = Array.from({ length: 4 }, () => ({ pre: 55, post: null }));

    expect(gainOfGroup({ ...better, people: [...gained, ...lost] }).limits).toContain('attrition');
  });
});
