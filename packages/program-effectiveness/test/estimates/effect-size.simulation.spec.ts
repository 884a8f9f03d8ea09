import { describe, expect, it } from 'vitest';
import {
  beforeAfterOfMeans,
  changeAtDate,
  changeOfRate,
  effectBetweenUnits,
  type Judgement,
} from '../../src/designs/index.js';
import { effectSize } from '../../src/estimates/effect-size.js';
import { type Chance, chance, percentOf, series, times, units } from '../designs/programmes.js';

/** A level of 100 falls by this much where there is an effect: by as many per cent. */
const MINIMUM = 10;

/** How programmes are judged that bring an improvement of so many per cent, by chance. */
type Programme = (by: Chance, improvement: number) => Judgement;

const lowerIsBetter = true;
const percent = (values: readonly (number | null)[], spread = 2) => values.map((value) => 100 + spread * (value ?? 0));

const severalUnits: Programme = (by, improvement) =>
  beforeAfterOfMeans({ units: times(6, () => around(by, improvement)), lowerIsBetter });

const comparedUnits: Programme = (by, improvement) => {
  const of = (effect: number) => times(10, () => around(by, effect));
  return effectBetweenUnits({ treated: of(improvement), comparison: of(0), lowerIsBetter });
};

const seriesOf =
  (phi: number): Programme =>
  (by, improvement) => {
    const values = percent(series(by, 24, phi), 1.5).map((value, at) => (at < 12 ? value : value - improvement));
    return changeAtDate({ series: values, firstPost: 13, lowerIsBetter });
  };

const rates: Programme = (by, improvement) => {
  const cases = (share: number) => ({
    successes: times(3000, () => by.uniform() < share).filter(Boolean).length,
    total: 3000,
  });
  return changeOfRate({ before: cases(0.4), after: cases(0.4 * (1 - improvement / 100)), lowerIsBetter });
};

function around(by: Chance, improvement: number) {
  const [unit] = units(by, { n: 1, before: 6, after: 6, effect: -improvement / 2 });
  return { before: percent(unit?.before ?? []), after: percent(unit?.after ?? []) };
}

function sizes(programme: Programme, improvement: number, runs: number) {
  const by = chance(1914);
  return times(runs, () => {
    const judgement = programme(by, improvement);
    const better = judgement.claim !== 'inconclusive' && judgement.direction === 'better';
    return effectSize(judgement, { minimum: 100 * MINIMUM, better, sound: true });
  });
}

describe('the size of an improvement, with a known truth', () => {
  const programmes: readonly (readonly [string, Programme, number])[] = [
    ['units before and after', severalUnits, 600],
    ['units beside others', comparedUnits, 300],
    ['a series', seriesOf(0), 300],
    ['a series of which each period hangs on the one before', seriesOf(0.6), 300],
    ['a random walk', seriesOf(1), 300],
    ['the rates of two periods', rates, 200],
  ];

  it.each(programmes)('%s: what just counts is excluded in no more than 2.5%', (_, programme, runs) => {
    // Of so few runs as many as 5% may come out by chance.
    expect(percentOf(sizes(programme, MINIMUM, runs), (size) => size === 'belowMinimum')).toBeLessThan(5);
  });

  it.each(programmes.filter(([, programme]) => programme !== comparedUnits))(
    '%s: where there is nothing, that is mostly found out',
    (_, programme, runs) => {
      expect(percentOf(sizes(programme, 0, runs), (size) => size === 'belowMinimum')).toBeGreaterThan(50);
    },
  );

  it('units beside others whose trends are allowed for exclude it in a third, where there is nothing', () => {
    expect(percentOf(sizes(comparedUnits, 0, 300), (size) => size === 'belowMinimum')).toBeGreaterThan(30);
  });
});
