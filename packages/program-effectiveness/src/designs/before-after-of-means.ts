import { mean, requireScores } from '../statistics/describe.js';
import type { Coefficient } from '../statistics/interval.js';
import { classicalSpread, contrast, fitLinearModel } from '../statistics/linear-model.js';
import { type Because, because, isBecause } from '../statistics/not-estimable.js';
import { pairedGain } from '../statistics/paired-gain.js';
import {
  type Assumption,
  excludesZeroLike,
  type Findings,
  headlineOf,
  type Judgement,
  judge,
  type LimitCode,
  type OutcomeOptions,
} from './judgement.js';
import { changeUnderAutocorrelation } from './strong-autocorrelation.js';
import { changeBeyondTrend, slopeBefore, testedChangeBeyondTrend, type UnitSeries } from './trend-before.js';

export interface UnitsBeforeAfter extends OutcomeOptions {
  readonly units: readonly UnitSeries[];
}

/**
 * Whether the figures of one or several units are higher (or lower) after than before, with nobody to compare with. At most a "gain".
 *
 * Of several units, the mean of their changes with Student's t. Of one unit the periods themselves: the difference of the means must
 * stand at the strongest autocorrelation that the periods do not exclude ({@link changeUnderAutocorrelation}). One period before and one
 * after, of one unit, have no spread: their difference is told and nothing is claimed.
 *
 * A trend towards the change must not explain it: it is continued (of each unit its own; of one unit alone it takes three periods
 * before), and what lies beyond it must exclude 0 on the same side. A trend away from the change, or one that too few periods show, is
 * not held against a mere gain. Of units that fall by a third of the standard deviation of a period, 2% to 13% show a "gain"; without
 * this condition up to all do.
 *
 * @throws RangeError for figures that are not finite
 */
export function beforeAfterOfMeans({ units, lowerIsBetter }: UnitsBeforeAfter): Judgement {
  for (const { before, after } of units) {
    requireScores(before, 'before');
    requireScores(after, 'after');
  }
  const usable = units.filter((unit) => known(unit.before).length > 0 && known(unit.after).length > 0);
  const [first, ...others] = usable;
  const found = first === undefined || others.length > 0 ? ofSeveral(usable) : ofOne(first);
  const before = meanOfMeans(usable.map((unit) => unit.before));
  const after = meanOfMeans(usable.map((unit) => unit.after));
  return judge(
    {
      design: 'beforeAfter',
      n: {
        treated: usable.length,
        periodsBefore: fewest(usable.map((unit) => unit.before)),
        periodsAfter: fewest(usable.map((unit) => unit.after)),
      },
      before,
      after,
      ...headlineOf(found.test),
      estimate: found.test?.estimate ?? (before === null || after === null ? null : after - before),
      measuredFrom: before,
      assumptions: [
        ...found.assumptions,
        { code: 'notChosenByOutcome', held: null, figures: {} },
        { code: 'nothingElseChanged', held: null, figures: {} },
      ],
      atMost: 'gain',
      limits: ['noComparison', 'history', 'regressionToTheMean', ...found.limits],
    },
    { lowerIsBetter },
  );
}

interface Found extends Pick<Findings, 'assumptions' | 'limits'> {
  readonly test: Coefficient | null;
}

function ofSeveral(units: readonly UnitSeries[]): Found {
  const changes = units.map((unit) => mean(known(unit.after)) - mean(known(unit.before)));
  const test = testOfMean(changes);
  if (isBecause(test))
    return { test: null, assumptions: [], limits: [test.because === 'noSpread' ? 'noSpread' : 'tooFew'] };
  const trend = units.some((unit) => known(unit.before).length < 2)
    ? unknownTrend
    : trendAgainst(
        test,
        mean(units.map((unit) => slopeBefore(unit) ?? 0)),
        testOfMean(units.map((unit) => changeBeyondTrend(unit) ?? 0)),
      );
  return { test, ...trend };
}

function ofOne(unit: UnitSeries): Found {
  const [before, after] = [known(unit.before), known(unit.after)];
  const test = testOfMeans(before, after);
  if (isBecause(test)) return { test: null, assumptions: [], limits: ['noSpread'] };
  const { values, columns } = twoLevels(before, after);
  const strong = changeUnderAutocorrelation(values, columns, [0, 1]);
  const found = isBecause(strong) ? null : strong;
  const stands = excludesZeroLike(test.estimate, found?.change ?? null);
  const autocorrelation: Assumption = {
    code: 'withstandsAutocorrelation',
    held: stands,
    figures: {
      rho: found?.rho ?? null,
      strongestRho: found?.strongestRho ?? null,
      p: found?.change.p ?? null,
      low: found?.change.interval.low ?? null,
      high: found?.change.interval.high ?? null,
    },
  };
  const trend =
    before.length < 3 ? unknownTrend : trendAgainst(test, slopeBefore(unit) ?? 0, testedChangeBeyondTrend(unit));
  return {
    test,
    assumptions: [autocorrelation, ...trend.assumptions],
    limits: [...(stands ? [] : (['autocorrelation'] as const)), ...trend.limits],
  };
}

const unknownTrend: Pick<Findings, 'assumptions' | 'limits'> = {
  assumptions: [{ code: 'beyondOwnTrend', held: null, figures: {} }],
  limits: [],
};

function trendAgainst(
  test: Coefficient,
  slope: number,
  beyond: Coefficient | Because,
): Pick<Findings, 'assumptions' | 'limits'> {
  const tested = isBecause(beyond) ? null : beyond;
  const away = slope * test.estimate <= 0;
  const held = away || excludesZeroLike(test.estimate, tested);
  const limits: readonly LimitCode[] = held ? [] : ['trendBefore'];
  return {
    assumptions: [
      {
        code: 'beyondOwnTrend',
        held,
        figures: {
          slopeBefore: slope,
          estimate: tested?.estimate ?? null,
          low: tested?.interval.low ?? null,
          high: tested?.interval.high ?? null,
        },
      },
    ],
    limits,
  };
}

/** Student's t of the mean of these changes: the gain over pairs, each from 0. */
function testOfMean(changes: readonly number[]): Coefficient | Because {
  const { meanDiff, seDiff, t, df, p, interval, notEstimable } = pairedGain({
    pre: changes.map(() => 0),
    post: changes,
  });
  if (meanDiff === null || seDiff === null || t === null || df === null || p === null || interval === null) {
    return because(notEstimable.t ?? 'tooFew');
  }
  return { estimate: meanDiff, se: seDiff, t, df, p, interval };
}

/** The difference of two means of one unit's periods, whose spread is taken as one. */
function testOfMeans(before: readonly number[], after: readonly number[]): Coefficient | Because {
  const { values, columns } = twoLevels(before, after);
  const model = fitLinearModel(values, columns);
  return isBecause(model) ? model : contrast(model, classicalSpread(model), [0, 1]);
}

function twoLevels(before: readonly number[], after: readonly number[]) {
  const values = [...before, ...after];
  return { values, columns: [values.map(() => 1), [...before.map(() => 0), ...after.map(() => 1)]] };
}

function meanOfMeans(sides: readonly UnitSeries['before'][]): number | null {
  return sides.length === 0 ? null : mean(sides.map((side) => mean(known(side))));
}

function fewest(sides: readonly UnitSeries['before'][]): number | null {
  return sides.length === 0 ? null : Math.min(...sides.map((side) => known(side).length));
}

function known(values: readonly (number | null)[]): readonly number[] {
  return values.filter((value) => value !== null);
}
