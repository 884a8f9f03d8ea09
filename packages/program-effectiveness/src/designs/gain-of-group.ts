import { type PairedGain, pairedGain } from '../statistics/paired-gain.js';
import type { TestScale } from '../statistics/paired-scores.js';
import { type Findings, type Judgement, judge, type LimitCode, type OutcomeOptions } from './judgement.js';

/** A person's scores before and after; null where one is missing. */
export interface ScorePair {
  readonly pre: number | null;
  readonly post: number | null;
}

export interface GroupBeforeAfter extends OutcomeOptions {
  readonly people: readonly ScorePair[];
  /** The scale of the test, without which what drop-out could hide has no bounds. */
  readonly scale?: TestScale;
}

/** Beyond this share lost, what is left is no longer believed to stand for the group (Schulz and Grimes 2002). */
const MANY_LOST = 0.2;

/**
 * Whether a group scored higher (or lower) after than before: the mean gain of those with both scores, with Student's t. At most a
 * "gain": there is nobody to compare with, and a group that was chosen for bad scores comes back towards its own mean without any
 * programme. Of groups without a gain 5% show one, of such whose scores have a long tail up to 6%.
 *
 * Whoever is missing after may be missing because it went badly. The claim must stand, at the limit of its interval, had each of them
 * changed by as much as anybody did, the other way (or got the score at the end of the scale, where that is less). Above a fifth lost the
 * bounds of the scale themselves must leave out 0. With 15% lost, those who did worst, 41%, 84% and 98% of groups of 30, 100 and 200
 * without any gain would show one; with this rule under 1%, and no more than 4% whatever share is lost.
 *
 * @throws RangeError for scores that are not finite, or outside the scale
 */
export function gainOfGroup({ people, scale, lowerIsBetter }: GroupBeforeAfter): Judgement {
  const scores = { pre: people.map(({ pre }) => pre), post: people.map(({ post }) => post) };
  const gain = pairedGain(scores, scale === undefined ? {} : { scale });
  const { pairs, meanPre, meanPost, meanDiff, interval, p } = gain;
  const dropOut = dropOutOf(gain, changesOf(people));
  const limits: LimitCode[] = ['noComparison', 'history', 'regressionToTheMean'];
  if (interval === null) limits.push(pairs < 2 ? 'tooFew' : 'noSpread');
  return judge(
    {
      design: 'beforeAfter',
      n: { treated: pairs },
      before: meanPre,
      after: meanPost,
      estimate: meanDiff,
      interval,
      p,
      measuredFrom: meanPre,
      assumptions: [
        ...dropOut.assumptions,
        { code: 'notChosenByOutcome', held: null, figures: {} },
        { code: 'nothingElseChanged', held: null, figures: {} },
      ],
      atMost: 'gain',
      limits: [...limits, ...dropOut.limits],
    },
    { lowerIsBetter },
  );
}

type Part = Pick<Findings, 'assumptions' | 'limits'>;

function dropOutOf(
  { pairs, missingPostOnly, meanDiff, interval, bounds }: PairedGain,
  changes: readonly number[],
): Part {
  const withPre = pairs + missingPostOnly;
  const figures = {
    lost: missingPostOnly,
    shareLost: withPre === 0 ? null : missingPostOnly / withPre,
    worst: bounds?.worst ?? null,
    best: bounds?.best ?? null,
    noGain: bounds?.noGain ?? null,
  };
  if (missingPostOnly === 0) return { assumptions: [{ code: 'withstandsDropOut', held: true, figures }], limits: [] };
  if (meanDiff === null || interval === null) {
    return { assumptions: [{ code: 'withstandsDropOut', held: false, figures }], limits: ['attrition'] };
  }
  const upward = meanDiff > 0;
  const largest = changes.reduce((most, change) => Math.max(most, Math.abs(change)), 0);
  const seen = (pairs * meanDiff + missingPostOnly * (upward ? -largest : largest)) / withPre;
  const worst = bounds === null ? null : upward ? bounds.worst : bounds.best;
  const against = worst === null ? seen : upward ? Math.max(seen, worst) : Math.min(seen, worst);
  // What is not known of those who stayed is no more than their interval says.
  const unsure = ((interval.high - interval.low) / 2) * (pairs / withPre);
  const bounded = missingPostOnly <= MANY_LOST * withPre || (worst !== null && worst * meanDiff > 0);
  const held = bounded && (upward ? against > unsure : against < -unsure);
  return {
    assumptions: [{ code: 'withstandsDropOut', held, figures: { ...figures, against } }],
    limits: [held ? 'dropOut' : 'attrition'],
  };
}

function changesOf(people: readonly ScorePair[]): readonly number[] {
  return people.flatMap(({ pre, post }) => (pre === null || post === null ? [] : [post - pre]));
}
