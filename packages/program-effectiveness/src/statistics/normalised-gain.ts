import { mean, standardDeviation, sum, variance } from './describe.js';
import { around, type Interval, reachOf95 } from './interval.js';
import { allBecause, type Because, because, type Estimates, estimates } from './not-estimable.js';
import { completePairs, type PairedScores, requireOnScale, type TestScale } from './paired-scores.js';

/** Gain as a share of the room there was to gain, on a test with a highest score. */
export type NormalisedGain = Estimates<NormalisedGainFigures>;

/** Hake's bands of the class gain: high from 0.7, medium from 0.3. */
export type GainBand = 'high' | 'medium' | 'low';

interface NormalisedGainFigures {
  readonly pairs: number;
  /** The one to report: (mean after - mean before) / (highest score - mean before) (Hake 1998). */
  readonly classGain: number | null;
  /** By the linearisation of the ratio of the mean room left to the mean room before. */
  readonly classGainSe: number | null;
  readonly classGainInterval: Interval | null;
  readonly classGainBand: GainBand | null;
  /** The mean of each one's own gain over room; not the class gain. */
  readonly meanIndividualGain: number | null;
  readonly meanIndividualGainSe: number | null;
  readonly meanIndividualGainInterval: Interval | null;
  readonly individualsUsed: number | null;
  /** Those who were at the highest score before, and so had no room. */
  readonly atCeilingExcluded: number | null;
  /** Gain over room to gain, loss over room to lose, 0 if neither (Marx and Cummings 2007). */
  readonly meanNormalisedChange: number | null;
  readonly changesUsed: number | null;
  /** Those at the same end of the scale both times. */
  readonly changesDropped: number | null;
}

/** @throws RangeError for lists of different length, for numbers that are not finite, for scores outside the scale */
export function normalisedGain(scores: PairedScores, scale: TestScale): NormalisedGain {
  requireOnScale(scores, scale);
  const { pre, post } = completePairs(scores);
  const n = pre.length;
  const counted = (count: () => number): number | Because => (n === 0 ? because('noPairs') : count());
  const own = ownGains(pre, post, scale);
  const changes = normalisedChanges(pre, post, scale);
  return estimates<NormalisedGainFigures>({
    pairs: n,
    ...classGain(pre, post, scale),
    ...meanIndividualGain(n, own),
    individualsUsed: counted(() => own.length),
    atCeilingExcluded: counted(() => n - own.length),
    meanNormalisedChange: n === 0 ? because('noPairs') : changes.length === 0 ? because('atCeiling') : mean(changes),
    changesUsed: counted(() => changes.length),
    changesDropped: counted(() => n - changes.length),
  });
}

const classGainNames = ['classGain', 'classGainSe', 'classGainInterval', 'classGainBand'] as const;

function classGain(pre: readonly number[], post: readonly number[], { high }: TestScale) {
  const n = pre.length;
  const roomBefore = pre.map((score) => high - score);
  const none = n === 0 ? because('noPairs') : sum(roomBefore) === 0 ? because('atCeiling') : null;
  if (none !== null) return allBecause(classGainNames, none);
  const left = post.map((score) => high - score);
  const share = mean(left) / mean(roomBefore);
  const gain = 1 - share;
  const band: GainBand = gain >= 0.7 ? 'high' : gain >= 0.3 ? 'medium' : 'low';
  const shown = { classGain: gain, classGainBand: band };
  if (n < 2) return { ...shown, classGainSe: because('tooFew'), classGainInterval: because('tooFew') };
  // s_A^2 - 2R s_AB + R^2 s_B^2 is the variance of A - R B, which as such keeps its digits where the terms nearly cancel.
  const linearised = left.map((room, at) => room - share * (roomBefore[at] ?? 0));
  const se = Math.sqrt(variance(linearised) / n) / mean(roomBefore);
  return { ...shown, classGainSe: se, classGainInterval: around(gain, reachOf95(n - 1) * se) };
}

const individualGainNames = ['meanIndividualGain', 'meanIndividualGainSe', 'meanIndividualGainInterval'] as const;

function meanIndividualGain(pairs: number, own: readonly number[]) {
  const none = pairs === 0 ? because('noPairs') : own.length === 0 ? because('atCeiling') : null;
  if (none !== null) return allBecause(individualGainNames, none);
  const middle = mean(own);
  const few = because('tooFew');
  if (own.length < 2) {
    return { meanIndividualGain: middle, meanIndividualGainSe: few, meanIndividualGainInterval: few };
  }
  const se = standardDeviation(own) / Math.sqrt(own.length);
  return {
    meanIndividualGain: middle,
    meanIndividualGainSe: se,
    meanIndividualGainInterval: around(middle, reachOf95(own.length - 1) * se),
  };
}

/** Of those who had room to gain. */
function ownGains(pre: readonly number[], post: readonly number[], { high }: TestScale): readonly number[] {
  return pre.flatMap((x, at) => (x < high ? [((post[at] ?? x) - x) / (high - x)] : []));
}

function normalisedChanges(pre: readonly number[], post: readonly number[], { low, high }: TestScale) {
  return pre.flatMap((x, at) => {
    const y = post[at] ?? x;
    if (x === y && (x === high || x === low)) return [];
    return y > x ? [(y - x) / (high - x)] : [y < x ? (y - x) / (x - low) : 0];
  });
}
