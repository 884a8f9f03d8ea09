import { correlation, mean, standardDeviation, sum } from './describe.js';
import { noncentralityLimits, normalQuantile } from './distributions.js';
import { hedgesFactor } from './hedges-factor.js';
import { around, coefficient, type Interval, scaledInterval, tailOf95 } from './interval.js';
import {
  allBecause,
  type Because,
  because,
  type Estimates,
  estimates,
  type Figures,
  fromFigure,
} from './not-estimable.js';
import {
  type CompletePairs,
  completePairs,
  type PairedScores,
  requireOnScale,
  type TestScale,
} from './paired-scores.js';
import { type SignedRanks, signTest, wilcoxonSignedRank } from './rank-tests.js';

/**
 * The gain of one group between two tests. Gains are post minus pre: where lower is better the sign is kept.
 * It permits the claim "gain", never "effect": without a comparison nothing tells the programme from time.
 */
export type PairedGain = Estimates<PairedGainFigures>;

interface PairedGainFigures {
  /** People on the list, with or without scores. */
  readonly enrolled: number;
  /** Of them, with both scores: all figures but the bounds are over these. */
  readonly pairs: number;
  readonly missingPreOnly: number;
  readonly missingPostOnly: number;
  readonly missingBoth: number;
  readonly improved: number;
  readonly unchanged: number;
  readonly worsened: number;
  readonly meanPre: number | null;
  readonly meanPost: number | null;
  readonly meanDiff: number | null;
  readonly sdPre: number | null;
  readonly sdPost: number | null;
  readonly sdDiff: number | null;
  /** Pearson's, of the scores before and after. */
  readonly r: number | null;
  readonly seDiff: number | null;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** Of the mean gain. */
  readonly interval: Interval | null;
  /** Mean gain over the SD of the gains. */
  readonly dZ: number | null;
  readonly gZ: number | null;
  /** Mean gain over the root of the mean of the two variances (Cumming 2012). */
  readonly dAv: number | null;
  readonly dAvInterval: Interval | null;
  /** The headline index, d_av without its small-sample bias; its interval excludes 0 exactly when the paired t test does (Bird 2002). */
  readonly gAv: number | null;
  readonly gAvInterval: Interval | null;
  /** Mean gain over the SD before (Becker 1988). */
  readonly dB: number | null;
  readonly gB: number | null;
  /** d_z carried over to the spread of one test: d_z sqrt(2(1 - r)). */
  readonly dRm: number | null;
  /** J(n - 1), by which each d becomes its g. */
  readonly hedgesFactor: number | null;
  readonly dZSeNormal: number | null;
  readonly dAvSeNormal: number | null;
  /** The interval of g_av with the normal quantile, narrower in small groups than it should be; for comparison with programs that print it. */
  readonly gAvIntervalNormal: Interval | null;
  readonly signTestP: number | null;
  readonly wilcoxon: SignedRanks | null;
  /** Of the mean gain of everybody with a score before, whatever became of those without one after. */
  readonly bounds: GainBounds | null;
}

export interface GainBounds {
  readonly withPre: number;
  /** Everybody without a score after had the lowest. */
  readonly worst: number;
  /** Had the highest. */
  readonly best: number;
  /** Had the one from before. */
  readonly noGain: number;
}

export interface PairedGainOptions {
  /** The scale of the test; without it there are no bounds. */
  readonly scale?: TestScale;
}

/**
 * @param scores by person, before and after
 * @throws RangeError for lists of different length, for numbers that are not finite, for scores outside the scale
 */
export function pairedGain(scores: PairedScores, { scale }: PairedGainOptions = {}): PairedGain {
  const pairs = completePairs(scores);
  if (scale !== undefined) requireOnScale(scores, scale);
  const { gains } = pairs;
  const n = gains.length;
  const missing = missingCounts(scores);
  return estimates<PairedGainFigures>({
    enrolled: scores.pre.length,
    pairs: n,
    ...missing,
    improved: gains.filter((gain) => gain > 0).length,
    unchanged: gains.filter((gain) => gain === 0).length,
    worsened: gains.filter((gain) => gain < 0).length,
    meanPre: n === 0 ? because('noPairs') : mean(pairs.pre),
    meanPost: n === 0 ? because('noPairs') : mean(pairs.post),
    meanDiff: n === 0 ? because('noPairs') : mean(gains),
    ...(n < 2 ? allBecause(spreadFigureNames, because(n === 0 ? 'noPairs' : 'tooFew')) : spreadFigures(pairs)),
    bounds: scale === undefined ? because('noScale') : gainBounds(scores, gains, scale),
  });
}

/** The limits of d_z and g_z from the noncentral t distribution, as JASP and SPSS print them. */
export type NoncentralGainLimits = Estimates<NoncentralGainFigures>;

interface NoncentralGainFigures {
  readonly dZ: Interval | null;
  readonly gZ: Interval | null;
}

/** A search for two roots, and so apart from the gain itself: null where the gain has no t, or only two pairs. */
export function noncentralGainLimits({ pairs, t, df, hedgesFactor, notEstimable }: PairedGain): NoncentralGainLimits {
  if (t === null || df === null || hedgesFactor === null) {
    const reason = because(notEstimable.t ?? 'tooFew');
    return estimates<NoncentralGainFigures>({ dZ: reason, gZ: reason });
  }
  if (pairs < 3) return estimates<NoncentralGainFigures>({ dZ: because('tooFew'), gZ: because('tooFew') });
  const dZ = scaledInterval(noncentralityLimits(t, df), 1 / Math.sqrt(pairs));
  return estimates<NoncentralGainFigures>({ dZ, gZ: scaledInterval(dZ, hedgesFactor) });
}

/** What takes two pairs or more. */
const spreadFigureNames = [
  'sdPre',
  'sdPost',
  'sdDiff',
  'r',
  'seDiff',
  't',
  'df',
  'p',
  'interval',
  'dZ',
  'gZ',
  'dAv',
  'dAvInterval',
  'gAv',
  'gAvInterval',
  'dB',
  'gB',
  'dRm',
  'hedgesFactor',
  'dZSeNormal',
  'dAvSeNormal',
  'gAvIntervalNormal',
  'signTestP',
  'wilcoxon',
] as const;

type SpreadFigures = Figures<Pick<PairedGainFigures, (typeof spreadFigureNames)[number]>>;

/** The standardised indices with a small-sample factor take three pairs: it is 0 on one degree of freedom. */
function spreadFigures({ pre, post, gains }: CompletePairs): SpreadFigures {
  const n = gains.length;
  const df = n - 1;
  const meanDiff = mean(gains);
  const [sdPre, sdPost] = [standardDeviation(pre, pre, post), standardDeviation(post, pre, post)];
  const sdDiff = standardDeviation(gains, pre, post);
  const sdAv = Math.sqrt((sdPre ** 2 + sdPost ** 2) / 2);
  const factor = hedgesFactor(df);
  const unbiased = n < 3 ? because('tooFew') : factor;

  const test = sdDiff === 0 ? because('noSpread') : coefficient(meanDiff, sdDiff / Math.sqrt(n), df);
  const interval = fromFigure(test, (tested) => tested.interval);
  const r = sdPre === 0 || sdPost === 0 ? because('noSpread') : correlation(pre, post);
  const dZ = sdDiff === 0 ? because('noSpread') : meanDiff / sdDiff;
  const dAv = over(meanDiff, sdAv);
  const dAvInterval =
    sdAv === 0 ? because('noSpread') : fromFigure(interval, (limits) => scaledInterval(limits, 1 / sdAv));
  const dAvSeNormal = sdAv === 0 ? because('noSpread') : fromFigure(test, ({ se }) => se / sdAv);
  const dB = over(meanDiff, sdPre);
  return {
    sdPre,
    sdPost,
    sdDiff,
    r,
    seDiff: sdDiff / Math.sqrt(n),
    t: fromFigure(test, ({ t }) => t),
    df,
    p: fromFigure(test, ({ p }) => p),
    interval,
    dZ,
    gZ: times(dZ, unbiased),
    dAv,
    dAvInterval,
    gAv: times(dAv, unbiased),
    gAvInterval: both(dAvInterval, unbiased, scaledInterval),
    dB,
    gB: times(dB, unbiased),
    dRm: both(dZ, r, (index, correlated) =>
      1 - correlated <= 1e-12 ? because('perfectCorrelation') : index * Math.sqrt(2 * (1 - correlated)),
    ),
    hedgesFactor: factor,
    dZSeNormal: both(dZ, unbiased, (index) => Math.sqrt(1 / n + index ** 2 / (2 * n))),
    dAvSeNormal: both(dAvSeNormal, unbiased, (se) => se),
    gAvIntervalNormal: both(both(dAv, dAvSeNormal, normalInterval), unbiased, scaledInterval),
    signTestP: signTest(gains),
    wilcoxon: wilcoxonSignedRank(gains),
  };
}

function missingCounts({ pre, post }: PairedScores) {
  const lacking = (noPre: boolean, noPost: boolean): number =>
    pre.filter((score, at) => (score === null) === noPre && (post[at] === null) === noPost).length;
  return {
    missingPreOnly: lacking(true, false),
    missingPostOnly: lacking(false, true),
    missingBoth: lacking(true, true),
  };
}

function gainBounds({ pre, post }: PairedScores, gains: readonly number[], scale: TestScale): GainBounds | Because {
  const known = pre.filter((score) => score !== null);
  if (known.length === 0) return because('noScores');
  const lost = pre.filter((score, at) => score !== null && post[at] === null).filter((score) => score !== null);
  const meanWith = (gainOf: (pre: number) => number): number => (sum(gains) + sum(lost.map(gainOf))) / known.length;
  return {
    withPre: known.length,
    worst: meanWith((score) => scale.low - score),
    best: meanWith((score) => scale.high - score),
    noGain: meanWith(() => 0),
  };
}

function over(meanDiff: number, sd: number): number | Because {
  return sd === 0 ? because('noSpread') : meanDiff / sd;
}

function times(index: number | Because, factor: number | Because): number | Because {
  return both(index, factor, (a, b) => a * b);
}

function normalInterval(middle: number, se: number): Interval {
  return around(middle, normalQuantile(1 - tailOf95) * se);
}

/** A figure made of two; missing where one of them is, the first one's reason first. */
function both<A, B, C>(first: A | Because, second: B | Because, make: (a: A, b: B) => C | Because): C | Because {
  return fromFigure<A, C>(first, (a) => fromFigure<B, C>(second, (b) => make(a, b)));
}
