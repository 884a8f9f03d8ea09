import { describe, expect, it } from 'vitest';
import { changeOfRate } from '../../src/designs/index.js';

const errors = { lowerIsBetter: true };

describe('the change of a rate', () => {
  it('is a gain where the interval of the difference leaves out 0, with independence taken for granted', () => {
    const judged = changeOfRate({
      ...errors,
      before: { successes: 48, total: 80 },
      after: { successes: 20, total: 70 },
    });

    expect(judged).toMatchObject({ design: 'rates', claim: 'gain', direction: 'better', before: 0.6 });
    expect(judged.n).toMatchObject({ casesBefore: 80, casesAfter: 70 });
    expect(judged.limits).toContain('independenceAssumed');
    expect(judged.assumptions.find(({ code }) => code === 'independentCases')?.held).toBeNull();
  });

  it('has the interval of Newcombe: 56 of 70 against 48 of 80 differ by 0.0524 to 0.3339', () => {
    const { interval } = changeOfRate({
      ...errors,
      before: { successes: 48, total: 80 },
      after: { successes: 56, total: 70 },
    });

    expect(interval?.low).toBeCloseTo(0.0524, 4);
    expect(interval?.high).toBeCloseTo(0.3339, 4);
  });

  it('is worse where there are more errors', () => {
    const judged = changeOfRate({
      ...errors,
      before: { successes: 5, total: 200 },
      after: { successes: 40, total: 200 },
    });

    expect(judged.direction).toBe('worse');
  });

  it('is no share of a rate of 0, and inconclusive of no cases', () => {
    const fromNone = changeOfRate({
      ...errors,
      before: { successes: 0, total: 50 },
      after: { successes: 20, total: 50 },
    });
    const ofNone = changeOfRate({ ...errors, before: { successes: 0, total: 0 }, after: { successes: 2, total: 50 } });

    expect(fromNone).toMatchObject({ claim: 'gain', relative: null });
    expect(ofNone).toMatchObject({ claim: 'inconclusive', estimate: null });
    expect(ofNone.limits).toContain('tooFew');
  });
});
