import { describe, expect, it } from 'vitest';
import { effectBetweenGroups, type Judgement } from '../../src/designs/index.js';
import { type Chance, chance, type PeopleOptions, people, percentOf, times, withoutTheWeak } from './programmes.js';

const outcome = { lowerIsBetter: false };

describe('two groups of people, with a known truth', () => {
  it.each([
    { name: '30 and 30, normal', treated: { n: 30 }, comparison: { n: 30 } },
    {
      name: '20 and 20, log-normal',
      treated: { n: 20, shape: 'logNormal' },
      comparison: { n: 20, shape: 'logNormal' },
    },
    {
      name: '20 and 80, log-normal',
      treated: { n: 20, shape: 'logNormal' },
      comparison: { n: 80, shape: 'logNormal' },
    },
    { name: '20 who spread three times as much, and 80', treated: { n: 20, spread: 3 }, comparison: { n: 80 } },
    { name: '80 who spread three times as much, and 20', treated: { n: 80, spread: 3 }, comparison: { n: 20 } },
    {
      name: '20 who spread three times as much, and 80, log-normal',
      treated: { n: 20, spread: 3, shape: 'logNormal' },
      comparison: { n: 80, shape: 'logNormal' },
    },
  ] satisfies readonly { name: string; treated: PeopleOptions; comparison: PeopleOptions }[])(
    'shows an effect in no more than 5% of programmes without one: $name',
    ({ treated, comparison }) => {
      const judged = programmes(1_000, (by) => ({ treated: people(by, treated), comparison: people(by, comparison) }));

      expect(percentOf(judged, isEffect)).toBeLessThan(5);
      expect(percentOf(judged, isEffect)).toBeGreaterThan(0);
    },
  );

  it('shows one in no more than 5% of those whose groups stood alike before, too', () => {
    const judged = programmes(1_500, (by) => ({ treated: people(by, { n: 30 }), comparison: people(by, { n: 30 }) }));

    expect(percentOf(judged.filter(stoodAlike), isEffect)).toBeLessThan(5);
  });

  it('does not take abler people for an effect, which adjustment alone does', () => {
    const judged = programmes(250, (by) => ({
      treated: people(by, { n: 150, ability: 0.2 }),
      comparison: people(by, { n: 150 }),
    }));

    expect(percentOf(judged.filter(stoodAlike), isEffect)).toBeLessThan(5);
    expect(percentOf(judged.filter(stoodAlike), (one) => held(one, 'adjustedDiffers'))).toBeGreaterThan(10);
  });

  it('does not take the way back to the mean for an effect: the worse half was treated', () => {
    const judged = programmes(400, (by) => {
      const all = people(by, { n: 60 }).sort((a, b) => a.pre - b.pre);
      return { treated: all.slice(0, 30), comparison: all.slice(30) };
    });

    expect(percentOf(judged, (one) => held(one, 'gainsDiffer'))).toBeGreaterThan(60);
    expect(percentOf(judged, isEffect)).toBe(0);
  });

  it('does not take it for one either where the worse were more often treated', () => {
    const judged = programmes(700, (by) => {
      const all = people(by, { n: 60 }).map((person) => ({
        ...person,
        isTreated: by.uniform() < 1 / (1 + Math.exp(0.4 * person.pre)),
      }));
      return { treated: all.filter((one) => one.isTreated), comparison: all.filter((one) => !one.isTreated) };
    });

    expect(percentOf(judged, isEffect)).toBeLessThan(5);
  });

  it('does not take the drop-out of the weak for an effect, which the difference of those who stayed does', () => {
    const judged = programmes(300, (by) => ({
      treated: withoutTheWeak(people(by, { n: 200 }), 0.05),
      comparison: people(by, { n: 200 }),
    }));

    expect(percentOf(judged, ({ interval }) => interval !== null && interval.low > 0)).toBeGreaterThan(8);
    expect(percentOf(judged, isEffect)).toBeLessThan(5);
  });

  it('shows no effect where a quarter of the treated, the weakest, dropped out', () => {
    const judged = programmes(200, (by) => ({
      treated: withoutTheWeak(people(by, { n: 60 }), 0.25),
      comparison: people(by, { n: 60 }),
    }));

    expect(percentOf(judged, isEffect)).toBe(0);
    expect(percentOf(judged, ({ limits }) => limits.includes('attrition'))).toBe(100);
  });

  it.each([
    { n: 20, shape: 'normal' },
    { n: 30, shape: 'logNormal' },
    { n: 60, shape: 'normal' },
  ] as const)('covers the effect with 93% to 97% of its intervals: $n and $n, $shape', ({ n, shape }) => {
    const judged = programmes(1_000, (by) => ({
      treated: people(by, { n, shape, effect: 0.8 }),
      comparison: people(by, { n, shape }),
    }));
    const coverage = percentOf(judged.filter(stoodAlike), (one) => covers(one, 0.8));

    expect(coverage).toBeGreaterThanOrEqual(93);
    expect(coverage).toBeLessThanOrEqual(97);
  });

  it('finds a large effect in most programmes whose groups stood alike', () => {
    const judged = programmes(300, (by) => ({
      treated: people(by, { n: 30, effect: 0.8 }),
      comparison: people(by, { n: 30 }),
    }));

    expect(percentOf(judged.filter(stoodAlike), isEffect)).toBeGreaterThan(90);
    expect(percentOf(judged, ({ direction }) => direction === 'worse')).toBe(0);
  });
});

function programmes(
  runs: number,
  make: (by: Chance) => Pick<Parameters<typeof effectBetweenGroups>[0], 'treated' | 'comparison'>,
): readonly Judgement[] {
  const by = chance(6);
  return times(runs, () => effectBetweenGroups({ ...outcome, ...make(by) }));
}

function isEffect({ claim }: Judgement): boolean {
  return claim === 'effect';
}

function stoodAlike({ limits }: Judgement): boolean {
  return !limits.includes('baselineDiffers');
}

function held({ assumptions }: Judgement, code: string): boolean {
  return assumptions.some((assumption) => assumption.code === code && assumption.held === true);
}

function covers({ interval }: Judgement, truth: number): boolean {
  return interval !== null && interval.low <= truth && truth <= interval.high;
}
