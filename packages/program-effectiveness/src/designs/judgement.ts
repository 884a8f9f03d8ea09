import type { Coefficient, Interval } from '../statistics/interval.js';

/** What was laid out to be measured. `beforeAfter` and `rates` have nothing to compare with. */
export type Design =
  | 'beforeAfter'
  | 'rates'
  | 'comparisonGroup'
  | 'comparisonUnits'
  | 'timeSeries'
  | 'timeSeriesWithComparison';

/**
 * What may be said, and not more.
 *
 * - `gain`: it is higher (or lower) after than before; nothing is said of why
 * - `changeAtDate`: the series changed at this date, by more than it was on its way to; what else began at that date is not excluded
 * - `effect`: it changed by more than where there was no programme
 * - `inconclusive`: the figures carry none of these. That is not "no effect"
 */
export type Claim = 'gain' | 'changeAtDate' | 'effect' | 'inconclusive';

/**
 * What a claim rests on.
 *
 * - `baselineEquivalent`: both groups stood alike before the programme
 * - `lowAttrition`: few were lost, and about as many on both sides
 * - `withstandsDropOut`: the claim would stand had everybody who was lost changed the other way by as much as anybody did
 * - `beyondDropOut`: the difference stands after as many of the worst (or best) are taken from the side that lost fewer, and is beyond what
 *   drop-out within the limits of the table can feign
 * - `gainsDiffer`: the gains of the two groups differ, taken as they are (Welch)
 * - `withstandsSkewness`: that difference stands once the skewness of the gains is taken out of the test
 * - `adjustedDiffers`: the scores after differ, adjusted for the scores before
 * - `beyondOwnTrend`: the change goes beyond what the trend before, continued, leads to
 * - `beyondChanceArrangement`: few other arrangements of the same units into the two groups show as large a difference
 * - `praisWinstenAgrees`: a model of first-order autocorrelation comes to the same side of the 5% line
 * - `withstandsAutocorrelation`: the change stands at the strongest autocorrelation that the series does not exclude
 * - `independentCases`: what happens to one case tells nothing of the next
 * - `notChosenByOutcome`: who was treated did not depend on how well they did
 * - `nothingElseChanged`: nothing else began at that time that acts on the outcome
 */
export type AssumptionCode =
  | 'baselineEquivalent'
  | 'lowAttrition'
  | 'withstandsDropOut'
  | 'beyondDropOut'
  | 'gainsDiffer'
  | 'withstandsSkewness'
  | 'adjustedDiffers'
  | 'beyondOwnTrend'
  | 'beyondChanceArrangement'
  | 'praisWinstenAgrees'
  | 'withstandsAutocorrelation'
  | 'independentCases'
  | 'notChosenByOutcome'
  | 'nothingElseChanged';

/** An assumption of a claim, and what the figures say about it. */
export interface Assumption {
  readonly code: AssumptionCode;
  /** Null where the figures cannot tell: people must judge it. */
  readonly held: boolean | null;
  readonly figures: Readonly<Record<string, number | null>>;
}

/**
 * Why a claim is not stronger, and what is to be kept in mind with it.
 *
 * These make any claim inconclusive:
 * - `tooFew`, `noSpread`: there is no interval; the difference, if any, is a description
 * - `touchesZero`: the interval holds 0
 * - `attrition`: too many were lost, or the claim hangs on how those would have done
 * - `baselineDiffers`: the groups were too far apart before
 * - `adjustmentDisagrees`: the difference of the gains and the adjusted difference do not both exclude 0 on the same side
 * - `skewed`: the gains of a group are so skewed that the difference does not stand out
 * - `oneTreatedUnit`: what happened in one unit alone cannot be told from the programme
 * - `trendBefore`: the trend before, continued, may explain the change
 * - `trendUnknown`: too few periods before to know the trend
 * - `chanceArrangement`: other arrangements of the same units show as large a difference too often
 * - `praisWinstenDisagrees`, `autocorrelation`: the periods hang together too closely for the change to stand out
 *
 * These are to be told with it:
 * - `noComparison`: nobody to compare with
 * - `regressionToTheMean`: whoever is chosen for bad figures is better the next time without any programme
 * - `history`: whatever else began at the same time is not excluded
 * - `selection`: the groups were not drawn by lot
 * - `baselineAdjusted`: the estimate stands only adjusted for the difference before
 * - `dropOut`: some were lost; few enough, or bounded
 * - `fewClusters`: under 5 treated or under 10 units on either side
 * - `shortSeries`: under 8 periods on either side
 * - `independenceAssumed`: cases are counted as independent, which nothing here can check
 */
export type LimitCode = BarringLimit | Caveat;

const barring = [
  'tooFew',
  'noSpread',
  'touchesZero',
  'attrition',
  'baselineDiffers',
  'adjustmentDisagrees',
  'skewed',
  'oneTreatedUnit',
  'trendBefore',
  'trendUnknown',
  'chanceArrangement',
  'praisWinstenDisagrees',
  'autocorrelation',
] as const;

/** With one of these nothing may be claimed. */
export type BarringLimit = (typeof barring)[number];

export type Caveat =
  | 'noComparison'
  | 'regressionToTheMean'
  | 'history'
  | 'selection'
  | 'baselineAdjusted'
  | 'dropOut'
  | 'fewClusters'
  | 'shortSeries'
  | 'independenceAssumed';

/** How much stands behind a judgement; null where a design has no such thing. */
export interface SampleSizes {
  /** People or units with figures before and after. */
  readonly treated: number | null;
  readonly comparison: number | null;
  /** Of a unit; the fewest where units differ. */
  readonly periodsBefore: number | null;
  readonly periodsAfter: number | null;
  readonly casesBefore: number | null;
  readonly casesAfter: number | null;
}

/** An estimate, how sure it is, what was checked, and what may be said. */
export interface Judgement {
  readonly design: Design;
  readonly n: SampleSizes;
  /** Means of the treated. */
  readonly before: number | null;
  readonly after: number | null;
  /** In the unit of the outcome, positive is higher. Against the comparison where there is one. */
  readonly estimate: number | null;
  /** 95%, two-sided. */
  readonly interval: Interval | null;
  /** Two-sided; null too where the interval comes without a test. */
  readonly p: number | null;
  /**
   * The estimate as a share of the value it is measured from, which is taken as known; null where that is 0. Positive is higher, whatever
   * the sign of that value.
   */
  readonly relative: { readonly estimate: number; readonly interval: Interval } | null;
  readonly assumptions: readonly Assumption[];
  readonly claim: Claim;
  /** Null where nothing is claimed. */
  readonly direction: 'better' | 'worse' | null;
  readonly limits: readonly LimitCode[];
}

/** What every design is told about its outcome. */
export interface OutcomeOptions {
  /** True of waiting times, errors, complaints. Only the wording turns: estimates keep their sign. */
  readonly lowerIsBetter: boolean;
}

/** What a design found, before it is settled what may be said. */
export interface Findings {
  readonly design: Design;
  readonly n: Partial<SampleSizes>;
  readonly before: number | null;
  readonly after: number | null;
  /** With null for an interval it is a description, and why there is none is among the limits. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly p: number | null;
  /** What the relative estimate is a share of. */
  readonly measuredFrom: number | null;
  readonly assumptions: readonly Assumption[];
  /** The most that this design may ever say. */
  readonly atMost: Claim;
  readonly limits: readonly LimitCode[];
}

/** Settles what may be said: the most that the design allows, and nothing where the interval holds 0 or a limit bars it. */
export function judge(findings: Findings, { lowerIsBetter }: OutcomeOptions): Judgement {
  const { design, n, before, after, estimate, interval, p, measuredFrom, assumptions, atMost } = findings;
  const limits = [...new Set(holdsZero(interval) ? [...findings.limits, 'touchesZero' as const] : findings.limits)];
  const claim = interval === null || limits.some(isBarring) ? 'inconclusive' : atMost;
  const higher = (estimate ?? 0) > 0;
  return {
    design,
    n: { ...noSizes, ...n },
    before,
    after,
    estimate,
    interval,
    p,
    relative: shareOf(measuredFrom, estimate, interval),
    assumptions,
    claim,
    direction: claim === 'inconclusive' ? null : higher === lowerIsBetter ? 'worse' : 'better',
    limits,
  };
}

/** The estimate of a test with its interval and p, as findings take them; all null where there is none. */
export function headlineOf(test: Coefficient | null): Pick<Findings, 'estimate' | 'interval' | 'p'> {
  return { estimate: test?.estimate ?? null, interval: test?.interval ?? null, p: test?.p ?? null };
}

/** Whether a test excludes 0 at the 5% line, on the side of this estimate. */
export function excludesZeroLike(estimate: number, test: Coefficient | null): boolean {
  return test !== null && !holdsZero(test.interval) && Math.sign(test.estimate) === Math.sign(estimate);
}

/** An interval that touches 0 holds it. */
export function holdsZero(interval: Interval | null): boolean {
  return interval !== null && interval.low <= 0 && interval.high >= 0;
}

function isBarring(limit: LimitCode): limit is BarringLimit {
  return (barring as readonly LimitCode[]).includes(limit);
}

function shareOf(base: number | null, estimate: number | null, interval: Interval | null): Judgement['relative'] {
  if (base === null || base === 0 || estimate === null || interval === null) return null;
  const size = Math.abs(base);
  const share = { estimate: estimate / size, interval: { low: interval.low / size, high: interval.high / size } };
  // Of a base that is all but 0 a share is beyond any number.
  return [share.estimate, share.interval.low, share.interval.high].every(Number.isFinite) ? share : null;
}

const noSizes: SampleSizes = {
  treated: null,
  comparison: null,
  periodsBefore: null,
  periodsAfter: null,
  casesBefore: null,
  casesAfter: null,
};
