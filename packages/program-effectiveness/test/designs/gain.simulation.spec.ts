import { describe, expect, it } from 'vitest';
import { beforeAfterOfMeans, changeOfRate, gainOfGroup, type Judgement } from '../../src/designs/index.js';
import { type Chance, chance, people, percentOf, series, times, units, withoutTheWeak } from './programmes.js';

const outcome = { lowerIsBetter: false };

// The t test of normal figures is at 5% exactly: of 2,500 programmes, up to 5.9% is what chance leaves open (two standard errors).
const NOMINAL = 5.9;
// Of figures with a long tail it is at 5.5% to 6% over many groups.
const OF_A_LONG_TAIL = 6.9;

describe('a group before and after, with a known truth', () => {
  it.each([
    { n: 5, shape: 'normal' },
    { n: 10, shape: 'logNormal' },
    { n: 30, shape: 'normal' },
    { n: 30, shape: 'logNormal' },
  ] as const)('shows a gain in about 5% of groups without one: $n people, $shape', ({ n, shape }) => {
    const judged = programmes(2_500, (by) => gainOfGroup({ ...outcome, people: people(by, { n, shape }) }));

    expect(percentOf(judged, isGain)).toBeLessThan(shape === 'normal' ? NOMINAL : OF_A_LONG_TAIL);
    expect(percentOf(judged, isGain)).toBeGreaterThan(3);
  });

  it.each([0.03, 0.1, 0.15, 0.3])('does not take the drop-out of the weak for a gain: a share of %d', (share) => {
    const judged = programmes(400, (by) =>
      gainOfGroup({ ...outcome, people: withoutTheWeak(people(by, { n: 100 }), share) }),
    );

    expect(percentOf(judged, ({ interval }) => interval !== null && interval.low > 0)).toBeGreaterThan(8);
    expect(percentOf(judged, isGain)).toBeLessThan(5);
  });

  it('finds a large gain, with a tenth lost too', () => {
    const judged = programmes(400, (by) => {
      const group = people(by, { n: 40, effect: 1 });
      return gainOfGroup({
        ...outcome,
        people: group.map(({ pre, post }, at) => ({ pre, post: at < 4 ? null : post })),
      });
    });

    expect(percentOf(judged, isGain)).toBeGreaterThan(95);
  });

  it('covers the gain with 93% to 97% of its intervals', () => {
    const judged = programmes(1_200, (by) => gainOfGroup({ ...outcome, people: people(by, { n: 12, effect: 0.5 }) }));
    const coverage = percentOf(
      judged,
      ({ interval }) => interval !== null && interval.low <= 0.5 && interval.high >= 0.5,
    );

    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });
});

describe('units before and after with nobody to compare with, with a known truth', () => {
  it.each([
    { before: 3, after: 3, phi: 0 },
    { before: 6, after: 6, phi: 0.6 },
    { before: 12, after: 12, phi: 0.6 },
    { before: 12, after: 6, phi: 1 },
    { before: 12, after: 12, phi: 1 },
  ])(
    'shows a gain in no more than 5% of single units without one: $before and $after periods, autocorrelation $phi',
    (shape) => {
      const judged = programmes(400, (by) => oneUnit(by, shape));

      expect(percentOf(judged, isGain)).toBeLessThan(5);
    },
  );

  it.each([
    { before: 6, after: 6, trend: 0.2 },
    { before: 12, after: 6, trend: 0.2 },
    { before: 12, after: 12, trend: 0.5 },
  ])(
    'does not take a rise that began before for a gain of one unit: $before and $after periods, $trend a period',
    (shape) => {
      const judged = programmes(400, (by) => oneUnit(by, { ...shape, phi: 0 }));

      expect(percentOf(judged, ({ limits }) => !limits.includes('touchesZero'))).toBeGreaterThan(30);
      expect(percentOf(judged, isGain)).toBeLessThan(5);
    },
  );

  it('nor of twenty units, of which the mean change alone is nearly always beyond 0', () => {
    const judged = programmes(300, (by) =>
      beforeAfterOfMeans({ ...outcome, units: units(by, { n: 20, before: 6, after: 6, trend: 0.3 }) }),
    );

    expect(percentOf(judged, ({ limits }) => !limits.includes('touchesZero'))).toBeGreaterThan(95);
    expect(percentOf(judged, isGain)).toBeLessThan(5);
  });

  it('finds a large gain of ten units, and of one with a year before', () => {
    const ten = programmes(200, (by) =>
      beforeAfterOfMeans({ ...outcome, units: units(by, { n: 10, before: 6, after: 6, effect: 2 }) }),
    );
    const one = programmes(200, (by) => oneUnit(by, { before: 12, after: 6, phi: 0, effect: 4 }));

    expect(percentOf(ten, isGain)).toBeGreaterThan(90);
    expect(percentOf(one, isGain)).toBeGreaterThan(90);
  });
});

describe('shares of cases before and after, with a known truth', () => {
  it.each([
    { cases: 30, rate: 0.3 },
    { cases: 100, rate: 0.1 },
    { cases: 300, rate: 0.02 },
  ])('shows a gain in about 5% or less of equal rates: $cases cases at $rate', ({ cases, rate }) => {
    const judged = programmes(2_500, (by) => rates(by, cases, rate, rate));

    expect(percentOf(judged, isGain)).toBeLessThan(NOMINAL);
  });

  it('finds a rate that is halved, and covers the difference with 93% to 97% of its intervals', () => {
    const judged = programmes(1_200, (by) => rates(by, 300, 0.3, 0.15));
    const coverage = percentOf(
      judged,
      ({ interval }) => interval !== null && interval.low <= -0.15 && interval.high >= -0.15,
    );

    expect(percentOf(judged, isGain)).toBeGreaterThan(95);
    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });
});

interface UnitOptions {
  readonly before: number;
  readonly after: number;
  readonly phi: number;
  readonly trend?: number;
  readonly effect?: number;
}

function oneUnit(by: Chance, { before, after, phi, trend = 0, effect = 0 }: UnitOptions): Judgement {
  const values = series(by, before + after, phi).map((value, at) => value + trend * at + (at < before ? 0 : effect));
  return beforeAfterOfMeans({ ...outcome, units: [{ before: values.slice(0, before), after: values.slice(before) }] });
}

function rates(by: Chance, cases: number, before: number, after: number): Judgement {
  const counted = (rate: number) => ({
    successes: times(cases, () => by.uniform()).filter((u) => u < rate).length,
    total: cases,
  });
  return changeOfRate({ lowerIsBetter: true, before: counted(before), after: counted(after) });
}

function programmes(runs: number, make: (by: Chance) => Judgement): readonly Judgement[] {
  const by = chance(10);
  return times(runs, () => make(by));
}

function isGain({ claim }: Judgement): boolean {
  return claim === 'gain';
}
