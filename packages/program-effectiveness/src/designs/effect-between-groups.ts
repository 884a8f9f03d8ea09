import { type Assigned, type Attrition, attrition } from '../statistics/attrition.js';
import { mean, standardDeviation } from '../statistics/describe.js';
import type { Coefficient, Interval } from '../statistics/interval.js';
import { pairedGain } from '../statistics/paired-gain.js';
import type { TestScale } from '../statistics/paired-scores.js';
import { twoGroups } from '../statistics/two-groups.js';
import { comparedGains, type MeasuredPair } from './compared-gains.js';
import type { ScorePair } from './gain-of-group.js';
import {
  type Assumption,
  type Findings,
  headlineOf,
  type Judgement,
  judge,
  type LimitCode,
  type OutcomeOptions,
} from './judgement.js';

export interface GroupsCompared extends OutcomeOptions {
  readonly treated: readonly ScorePair[];
  readonly comparison: readonly ScorePair[];
  /** How many were assigned to each group, whether or not a score is known of them; those listed where not given. */
  readonly assigned?: { readonly treated: number; readonly comparison: number };
  /** True where a lot decided who was treated. */
  readonly byLot?: boolean;
  /** The scale of the test, without which what drop-out could hide has no bounds. */
  readonly scale?: TestScale;
}

/** In standard deviations: the bias that the limits of the attrition table are drawn to stay below (WWC Standards Handbook v4.1, II.A). */
const TOLERABLE_BIAS = 0.05;

/**
 * Whether a group that was treated changed by more than one that was not. An "effect" is claimed where
 *
 * 1. the groups were alike before, or may be adjusted to be (WWC: up to 0.05, up to 0.25 standard deviations);
 * 2. the difference of the gains and the adjusted difference both exclude 0 on the same side, skewed gains allowed for ({@link
 *    comparedGains});
 * 3. drop-out is low by the cautious limits of the WWC;
 * 4. where anybody was lost, the difference is beyond what drop-out within these limits can feign (0.05 standard deviations), also after
 *    the side that lost fewer has lost as many of those who speak for the effect.
 *
 * Where drop-out is high, the bounds are what there is to show: they stand in the figures of `lowAttrition`.
 *
 * @throws RangeError for scores that are not finite or outside the scale, and for fewer assigned than there are with both scores
 */
export function effectBetweenGroups(groups: GroupsCompared): Judgement {
  const [treated, comparison] = [complete(groups.treated), complete(groups.comparison)];
  const gains = comparedGains(treated, comparison);
  const dropOut = dropOutOf(groups, treated, comparison, gains.headline);
  const before = treated.length === 0 ? null : mean(treated.map(({ pre }) => pre));
  const selection: readonly LimitCode[] = groups.byLot === true ? [] : ['selection'];
  return judge(
    {
      design: 'comparisonGroup',
      n: { treated: treated.length, comparison: comparison.length },
      before,
      after: treated.length === 0 ? null : mean(treated.map(({ post }) => post)),
      ...headlineOf(gains.headline),
      measuredFrom: before,
      assumptions: [
        ...gains.assumptions,
        ...dropOut.assumptions,
        { code: 'notChosenByOutcome', held: groups.byLot === true ? true : null, figures: {} },
      ],
      atMost: 'effect',
      limits: [...selection, ...gains.limits, ...dropOut.limits],
    },
    groups,
  );
}

function dropOutOf(
  groups: GroupsCompared,
  treated: readonly MeasuredPair[],
  comparison: readonly MeasuredPair[],
  headline: Coefficient | null,
): Pick<Findings, 'assumptions' | 'limits'> {
  const sides: readonly [Assigned, Assigned] = [
    { assigned: groups.assigned?.treated ?? groups.treated.length, analysed: treated.length },
    { assigned: groups.assigned?.comparison ?? groups.comparison.length, analysed: comparison.length },
  ];
  const lost = attrition(...sides);
  const low: Assumption = {
    code: 'lowAttrition',
    held: lost.cautiousLow === true,
    figures: { ...ratesOf(lost), ...boundsOf(groups) },
  };
  if (lost.overall === 0 || headline === null) {
    return { assumptions: [low], limits: low.held === false ? ['attrition'] : [] };
  }
  const interval = headline.interval;
  const trimmed = evenLosses(gainsOf(treated), gainsOf(comparison), lost, headline.estimate);
  const feigned = TOLERABLE_BIAS * spreadAfter(treated, comparison);
  const stands = [interval, trimmed].every((one) => one !== null && isBeyond(one, feigned, headline.estimate));
  return {
    assumptions: [
      low,
      {
        code: 'beyondDropOut',
        held: stands,
        figures: { feigned, low: trimmed?.low ?? null, high: trimmed?.high ?? null },
      },
    ],
    limits: low.held === true && stands ? ['dropOut'] : ['attrition'],
  };
}

/**
 * The difference of the gains after the side that lost the smaller share has lost as much: of the gains that speak for the effect (Lee
 * 2009). Whatever made the others leave, it can have taken no more from them.
 */
function evenLosses(
  treated: readonly number[],
  comparison: readonly number[],
  lost: Attrition,
  estimate: number,
): Interval | null {
  const [keptTreated, keptComparison] = [1 - (lost.treated ?? 0), 1 - (lost.comparison ?? 0)];
  // For a higher effect, from the comparison its worst, or from the treated their best.
  const upward = estimate > 0;
  const kept =
    keptTreated < keptComparison
      ? twoGroups(treated, trim(comparison, 1 - keptTreated / keptComparison, upward ? 'lowest' : 'highest'))
      : twoGroups(trim(treated, 1 - keptComparison / keptTreated, upward ? 'highest' : 'lowest'), comparison);
  return kept.welch?.interval ?? null;
}

function trim(gains: readonly number[], share: number, end: 'lowest' | 'highest'): readonly number[] {
  // Rounding must not take one more.
  const taken = Math.ceil(share * gains.length - 1e-9);
  const ordered = [...gains].sort((a, b) => a - b);
  return end === 'lowest' ? ordered.slice(taken) : ordered.slice(0, ordered.length - taken);
}

function isBeyond({ low, high }: Interval, distance: number, estimate: number): boolean {
  return estimate > 0 ? low > distance : high < -distance;
}

function gainsOf(group: readonly MeasuredPair[]): readonly number[] {
  return group.map(({ pre, post }) => post - pre);
}

function ratesOf({
  overall,
  treated,
  comparison,
  differential,
  cautiousLimit,
}: Attrition): Record<string, number | null> {
  const limit = cautiousLimit === null ? null : cautiousLimit / 100;
  return { overall, treated, comparison, differential, differentialAllowed: limit };
}

/** The difference of the mean gains of everybody with a score before, had all who were lost the worst, or the best, score of the scale. */
function boundsOf({ treated, comparison, scale }: GroupsCompared): Record<string, number | null> {
  if (scale === undefined) return {};
  const boundsOfSide = (people: readonly ScorePair[]) =>
    pairedGain({ pre: people.map(({ pre }) => pre), post: people.map(({ post }) => post) }, { scale }).bounds;
  const [ofTreated, ofComparison] = [boundsOfSide(treated), boundsOfSide(comparison)];
  if (ofTreated === null || ofComparison === null) return { worst: null, best: null };
  return { worst: ofTreated.worst - ofComparison.best, best: ofTreated.best - ofComparison.worst };
}

/** The standard deviation of the scores after, of the group in which they spread more. */
function spreadAfter(...groups: readonly (readonly MeasuredPair[])[]): number {
  return Math.max(...groups.map((group) => standardDeviation(group.map(({ post }) => post))));
}

function complete(people: readonly ScorePair[]): readonly MeasuredPair[] {
  return people.flatMap(({ pre, post }) => (pre === null || post === null ? [] : [{ pre, post }]));
}
