import { attrition } from '../statistics/attrition.js';
import { mean, requireScores } from '../statistics/describe.js';
import { twoGroups } from '../statistics/two-groups.js';
import { arrangementShare } from './arrangements.js';
import { type ComparedGains, comparedGains, type MeasuredPair } from './compared-gains.js';
import {
  excludesZeroLike,
  type Findings,
  headlineOf,
  type Judgement,
  judge,
  type LimitCode,
  type OutcomeOptions,
} from './judgement.js';
import { changeBeyondTrend, type UnitSeries } from './trend-before.js';

export interface UnitsCompared extends OutcomeOptions {
  /** The same periods of every unit. */
  readonly treated: readonly UnitSeries[];
  readonly comparison: readonly UnitSeries[];
  /** True where a lot decided which units were treated. */
  readonly byLot?: boolean;
}

/**
 * Whether units that were treated changed by more than units that were not. The unit is what is counted: however many cases a unit has,
 * and however closely its periods hang together, it is one change. An "effect" is claimed where
 *
 * 1. the units were alike before, or may be adjusted to be (WWC: up to 0.05, up to 0.25 standard deviations of the unit means);
 * 2. the difference of the changes and the adjusted difference both exclude 0 on the same side ({@link comparedGains});
 * 3. few units were lost, by the cautious limits of the WWC;
 * 4. what lies beyond each unit's own trend, continued, differs between the groups on the same side too (Welch). With fewer than two
 *    periods before, the trend is not known, and a fall of the treated alone that began before could not be told from an effect;
 * 5. where units are few (under 5 treated or 10 on either side), at most 5% of the arrangements of the same units show what lies beyond
 *    the trends as far apart: Welch's test of two units against ten is beyond the 5% line in 10% of cases without any effect.
 *
 * One treated unit alone never shows an effect. The fourth condition is the dear one. An effect of twice the standard deviation of a
 * period, in ten units against ten alike, is found in 25%, 48% and 77% at 2+2, 3+3 and 6+6 periods; without it nearly always, but then a
 * fall of half a standard deviation a period, of the treated alone, passes for an effect in 58%, 98% and 100%.
 *
 * @throws RangeError for figures that are not finite
 */
export function effectBetweenUnits({ treated, comparison, byLot = false, lowerIsBetter }: UnitsCompared): Judgement {
  for (const { before, after } of [...treated, ...comparison]) {
    requireScores(before, 'before');
    requireScores(after, 'after');
  }
  const [ofTreated, ofComparison] = [treated.filter(isMeasured), comparison.filter(isMeasured)];
  const pairs = ofTreated.map(unitMeans);
  const gains = comparedGains(pairs, ofComparison.map(unitMeans));
  const lost = lostUnits([treated.length, ofTreated.length], [comparison.length, ofComparison.length]);
  const few = ofTreated.length < 5 || ofComparison.length < 10;
  const trends = trendsOf(ofTreated, ofComparison, gains, few);
  const all = [...ofTreated, ...ofComparison];
  const before = pairs.length === 0 ? null : mean(pairs.map(({ pre }) => pre));
  const general: LimitCode[] = byLot ? [] : ['history', 'selection'];
  if (few) general.push('fewClusters');
  if (ofTreated.length === 1) general.push('oneTreatedUnit');
  return judge(
    {
      design: 'comparisonUnits',
      n: {
        treated: ofTreated.length,
        comparison: ofComparison.length,
        periodsBefore: fewest(all.map((unit) => unit.before)),
        periodsAfter: fewest(all.map((unit) => unit.after)),
      },
      before,
      after: pairs.length === 0 ? null : mean(pairs.map(({ post }) => post)),
      ...headlineOf(gains.headline),
      measuredFrom: before,
      assumptions: [
        ...gains.assumptions,
        ...lost.assumptions,
        ...trends.assumptions,
        { code: 'notChosenByOutcome', held: byLot ? true : null, figures: {} },
        { code: 'nothingElseChanged', held: null, figures: {} },
      ],
      atMost: 'effect',
      limits: [...general, ...gains.limits, ...lost.limits, ...trends.limits],
    },
    { lowerIsBetter },
  );
}

type Part = Pick<Findings, 'assumptions' | 'limits'>;

function lostUnits(
  [ofTreated, treated]: readonly [number, number],
  [ofComparison, comparison]: readonly [number, number],
): Part {
  const lost = attrition({ assigned: ofTreated, analysed: treated }, { assigned: ofComparison, analysed: comparison });
  const held = lost.cautiousLow === true;
  const { overall, differential } = lost;
  const limits: readonly LimitCode[] = held ? (overall === 0 ? [] : ['dropOut']) : ['attrition'];
  return { assumptions: [{ code: 'lowAttrition', held, figures: { overall, differential } }], limits };
}

function trendsOf(
  treated: readonly UnitSeries[],
  comparison: readonly UnitSeries[],
  { headline }: ComparedGains,
  few: boolean,
): Part {
  if (headline === null) return { assumptions: [], limits: [] };
  const [ofTreated, ofComparison] = [beyondTrends(treated), beyondTrends(comparison)];
  if (ofTreated === null || ofComparison === null) {
    return { assumptions: [{ code: 'beyondOwnTrend', held: null, figures: {} }], limits: ['trendUnknown'] };
  }
  const beyond = twoGroups(ofTreated, ofComparison).welch;
  const stands = excludesZeroLike(headline.estimate, beyond);
  const trend: Part['assumptions'][number] = {
    code: 'beyondOwnTrend',
    held: stands,
    figures: {
      estimate: beyond?.estimate ?? null,
      low: beyond?.interval.low ?? null,
      high: beyond?.interval.high ?? null,
    },
  };
  if (!stands) return { assumptions: [trend], limits: ['trendBefore'] };
  if (!few) return { assumptions: [trend], limits: [] };
  const { share, arrangements } = arrangementShare(ofTreated, ofComparison);
  const rare = share <= 0.05;
  return {
    assumptions: [trend, { code: 'beyondChanceArrangement', held: rare, figures: { share, arrangements } }],
    limits: rare ? [] : ['chanceArrangement'],
  };
}

/** Null unless every unit has two periods before. */
function beyondTrends(units: readonly UnitSeries[]): readonly number[] | null {
  const beyond = units.map(changeBeyondTrend).filter((change) => change !== null);
  return beyond.length === units.length ? beyond : null;
}

function isMeasured({ before, after }: UnitSeries): boolean {
  return known(before).length > 0 && known(after).length > 0;
}

function unitMeans({ before, after }: UnitSeries): MeasuredPair {
  return { pre: mean(known(before)), post: mean(known(after)) };
}

function fewest(sides: readonly UnitSeries['before'][]): number | null {
  return sides.length === 0 ? null : Math.min(...sides.map((side) => known(side).length));
}

function known(values: UnitSeries['before']): readonly number[] {
  return values.filter((value) => value !== null);
}
