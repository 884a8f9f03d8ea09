import type { LocalDate, Period } from '@pembinaan/core';
import type { Claim, Judgement } from '../designs/index.js';
import type { Told } from '../program/told.js';
import type { Measurement } from '../surroundings/service-history.js';

/** What the events of one evaluation, one round of a programme, say of levels 2 to 4, and of satisfaction beside them. */
export interface RoundEstimates {
  readonly evaluationId: string;
  readonly programId: string;
  /** As planned: no stronger design is ever taken, since that would be choosing by the outcome. */
  readonly design: 'prePost' | 'comparison' | 'timeSeries';
  /** Null where no batch was held yet. */
  readonly window: RoundWindow | null;
  readonly learning: LearningEstimate;
  readonly behaviour: BehaviourEstimate;
  /** Level 4: one for each planned service and metric, in the order of the plan. */
  readonly service: readonly OutcomeEstimate[];
  /** Level 4 over all planned outcomes. */
  readonly level4: ServiceSummary;
  /** By served unit. Never a claim. */
  readonly satisfaction: readonly SatisfactionShift[];
  /** By served unit. */
  readonly staff: readonly TrainedStaff[];
  /** The plan, the policy and the batches. */
  readonly events: readonly Told[];
}

/** When the round was taught, and where its figures are looked for. */
export interface RoundWindow {
  /** Of the batches that were held by the day that is asked about. */
  readonly batchIds: readonly string[];
  /** Batches that are scheduled and lie ahead: the window will move. */
  readonly batchesAhead: number;
  readonly firstSession: LocalDate;
  readonly lastSession: LocalDate;
  /** Up to 730 days before the first session. */
  readonly before: Period;
  /** Until the end of the window of the policy after the last batch, and not into the next round; null where that begins at once. */
  readonly after: Period | null;
}

/** Level 2: tests before and after, one pair a person. Scores are hundredths. */
export interface LearningEstimate {
  /** Those who were confirmed or sat a test, each once. */
  readonly people: number;
  readonly pairs: number;
  /** With a test before and none after, after and none before, none at all. */
  readonly preOnly: number;
  readonly postOnly: number;
  readonly neither: number;
  /** True where there are pairs, and so few of them that a figure could tell on a person. */
  readonly suppressed: boolean;
  /** In score hundredths; null where suppressed, or where there are no pairs. */
  readonly judgement: Judgement | null;
  /**
   * The share of the room for gain that was gained by the group, 1 is all of it (Hake 1998); null as the judgement, or where there was no
   * room.
   */
  readonly normalisedGain: NormalisedGroupGain | null;
  /** The events that tell the scores. */
  readonly events: readonly Told[];
}

export interface NormalisedGroupGain {
  readonly estimate: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly band: 'high' | 'medium' | 'low';
}

/**
 * Level 3: how others rate those who completed, months after. A level and never a gain, since nobody was rated before.
 */
export interface BehaviourEstimate {
  /** People who completed, each once. */
  readonly completed: number;
  /** Of them, those whom somebody else has rated inside the window. */
  readonly rated: number;
  /** Basis points of those who completed; null where nobody did. */
  readonly responseRate: number | null;
  /** True where people were rated, and so few that a figure could tell on one of them. */
  readonly suppressed: boolean;
  /** The mean of the means of the people, hundredths of 1-5, with Student's t over people; null where suppressed or nobody was rated. */
  readonly mean: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Whether the mean reaches what the policy asks for; null where there is no mean. Says nothing of what the programme did to it. */
  readonly levelReached: boolean | null;
  /** `evaluation.l3.effectiveMean` of the policy, hundredths. */
  readonly asked: number;
  /** Ratings by who gave them; those of people of themselves are counted here and nowhere else. */
  readonly ratings: {
    readonly self: number;
    readonly superior: number;
    readonly peer: number;
    readonly subordinate: number;
  };
  /** Ratings before or after the window of the policy, or of people who did not complete: counted here and nowhere else. */
  readonly outside: number;
  /**
   * Of those rated, who served elsewhere than on the last day of the batch when they were last rated. They count all the same: the
   * relation of the rater stays what it was on that day. Null where suppressed.
   */
  readonly movedBeforeRating: number | null;
  readonly events: readonly Told[];
}

/** Level 4: one metric of one service. Speeds are seconds, rates basis points; lower is better for all of them. */
export interface OutcomeEstimate {
  readonly service: string;
  readonly metric: Measurement['metric'];
  /** What the figures alone carry. */
  readonly judgement: Judgement;
  /** What may be said for the programme: the claim of the judgement, and `inconclusive` where something of `barredBy` stands against it. */
  readonly claim: Claim;
  /** Null where the claim is inconclusive. */
  readonly direction: 'better' | 'worse' | null;
  readonly barredBy: readonly OutcomeBar[];
  /** The smallest relative improvement that counts, basis points: of the plan or of the policy, whichever is stricter. */
  readonly minimumEffect: number;
  /**
   * Where the relative improvement lies beside it; null where none can be told, since there is no interval or nothing it could be relative
   * to.
   */
  readonly size: EffectSize | null;
  /** The relative improvement with its interval as judged, basis points, not rounded, positive is better; null as the size. */
  readonly improvement: {
    readonly estimate: number;
    readonly interval: { readonly low: number; readonly high: number };
  } | null;
  /** The units that the design uses: without a comparison, those that were served. */
  readonly units: readonly UnitInOutcome[];
  /** What must not suffer for it (R24); null where no guard was planned. */
  readonly guard: GuardEstimate | null;
  /**
   * Other programmes that act on the same service of a served unit at the same time: the change is shared, and is the effect of none of
   * them alone.
   */
  readonly confoundedBy: readonly Confounder[];
  /** What is not there. */
  readonly missing: readonly MissingPart[];
  /** What is to be known with the figures. */
  readonly notes: readonly OutcomeNote[];
  /** What a plan that could carry more would have needed. */
  readonly strongerWith: readonly StrongerWith[];
  /** What the evaluator has recorded, from two measurements of his choice: shown beside, never judged. */
  readonly recorded: readonly RecordedImpact[];
  /** The plan, the measurements and the evaluations that it is confounded by. */
  readonly events: readonly Told[];
}

/**
 * Where the relative improvement lies beside the smallest that counts.
 *
 * - `atLeastMinimum`: something better may be claimed, and the estimate is no smaller
 * - `belowMinimum`: the figures exclude an improvement of that size: the whole interval lies below it, and so does each wider interval that
 *   allows for trends or for periods that hang together. This alone is what "no significant change" may mean
 * - `undecided`: neither. That is not "no effect"
 */
export type EffectSize = 'atLeastMinimum' | 'belowMinimum' | 'undecided';

/**
 * Why nothing may be claimed for the programme, whatever the figures carry.
 *
 * - `confounded`: another programme acted on the same service of the same unit in the window
 * - `fewCases`: a unit counted fewer cases on one side than the plan asks for (R35)
 * - `unitsLost`: a served unit was not measured on both sides: who may leave units out may choose which (R35). A comparison of units judges
 *   drop-out by itself
 * - `hole`: periods around the training were not measured, or are of other lengths before than after, so that a trend could pass for a change
 *   at the date
 * - `guardWorsened`: it is better at the cost of its guard (R24). Bars "better" only
 * - `guardNotMeasured`: a speed is better, and whether at the cost of errors is not known (R24). Bars "better" only
 */
export type OutcomeBar = 'confounded' | 'fewCases' | 'unitsLost' | 'hole' | 'guardWorsened' | 'guardNotMeasured';

/**
 * - `notHeld`: no batch was held yet
 * - `noBaseline`, `noAfter`: a served unit has no measured period before, or after
 * - `noComparison`: a comparison was planned, and no unit is left to compare with
 * - `guardNotMeasured`: the guard has no measured periods on both sides in a served unit
 * - `guardNotPlanned`: a speed was planned without a guard
 * - `fewCases`: as in {@link OutcomeBar}
 */
export type MissingPart =
  | 'notHeld'
  | 'noBaseline'
  | 'noAfter'
  | 'noComparison'
  | 'guardNotMeasured'
  | 'guardNotPlanned'
  | 'fewCases';

/**
 * - `earlierRound`: the time before lies within the time after an earlier round of the programme in these units
 * - `unevenPeriods`: the longest period is more than twice as long as the shortest; all weigh the same
 * - `taughtPeriodsAfter`: in a series the periods in which it was taught stay and count as after, since a hole would make a trend look like
 *   a change; this makes a change look smaller
 * - `seasonTakenOut`: the yearly swing was taken out of the series
 * - `countsFromRates`: counts were taken back from rates, to the nearest case
 * - `otherMeasurements`: the evaluator's figure rests on measurements that are not in the window
 * - `batchesAhead`: batches of the round are still to come
 */
export type OutcomeNote =
  | 'earlierRound'
  | 'unevenPeriods'
  | 'taughtPeriodsAfter'
  | 'seasonTakenOut'
  | 'countsFromRates'
  | 'otherMeasurements'
  | 'batchesAhead';

/**
 * - `comparisonUnits`: units to compare with, five beside two that are served; without them nothing beyond a gain or a change at the date can be said
 * - `moreServedUnits`: one unit alone never shows an effect
 * - `morePeriodsBefore`: the trend before is not known from so few (2 in each of several units, 3 in one)
 * - `longerSeries`: a series of 8 periods or more on either side
 */
export type StrongerWith = 'comparisonUnits' | 'moreServedUnits' | 'morePeriodsBefore' | 'longerSeries';

/** A planned unit in an outcome, and the measurements that stand for it. */
export interface UnitInOutcome {
  readonly unitId: string;
  readonly role: 'served' | 'comparison';
  /** Ids of measurements, in the order of time; of a unit that does not count, those that it has. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly leftOut: readonly LeftOutMeasurement[];
  /**
   * Why the unit does not count; null where it does. A unit that was served in the window is no comparison; the others are lost, and count
   * as lost where drop-out is judged.
   */
  readonly excluded: 'servedInWindow' | 'notMeasured' | 'fewCommonPeriods' | null;
  /** Those who served it, where it is a comparison no more. */
  readonly servedBy: readonly Confounder[];
}

export interface LeftOutMeasurement {
  readonly measurementId: string;
  readonly why: LeftOutBecause;
}

/**
 * - `duringTraining`: it shares a day with the time from the first to the last session
 * - `tooOld`: it began more than 730 days before the first session
 * - `beyondWindow`: it ended after the window of the policy
 * - `nextRound`: it reaches into the next round
 * - `afterEarlierRound`: what an earlier round did may still be in it, and there are periods without
 * - `fewCases`: it rests on fewer cases than may be told
 * - `notCommon`: the other units have no such period
 * - `beyondHole`: a period between it and the training was not measured, or one is of another length, in a series
 */
export type LeftOutBecause =
  | 'duringTraining'
  | 'tooOld'
  | 'beyondWindow'
  | 'nextRound'
  | 'afterEarlierRound'
  | 'fewCases'
  | 'notCommon'
  | 'beyondHole';

/** The metric that must not suffer (R24). */
export interface GuardEstimate {
  readonly metric: Measurement['metric'];
  readonly judgement: Judgement;
  /** Whether the mean of the served units rose by more than the policy tolerates; null where it was not measured. */
  readonly worsened: boolean | null;
  readonly units: readonly UnitInOutcome[];
}

/** An evaluation of a programme that acts on the same service of a unit. */
export interface Confounder {
  readonly programId: string;
  readonly evaluationId: string;
  readonly unitId: string;
  /** Its first that falls in the window. */
  readonly firstSession: LocalDate;
  readonly told: Told;
}

/** What an evaluator recorded of one unit. */
export interface RecordedImpact {
  readonly unitId: string;
  /** Relative, basis points, positive is better; null where the value before was 0. */
  readonly improvement: number | null;
  /** True where it rests on measurements that the estimate does not. */
  readonly otherMeasurements: boolean;
  readonly told: Told;
}

/**
 * Level 4 over all planned outcomes.
 *
 * - `notPlanned`, `notHeld`: there is nothing to judge, or not yet
 * - `better`: each planned outcome is better by the smallest improvement that counts, and no guard is worse. Since all must show it, no
 *   allowance for several outcomes is needed (intersection-union test, Berger 1982)
 * - `worse`: at least one is worse. This is a warning, and with several outcomes chance raises it more often
 * - `belowMinimum`: each excludes an improvement of the size that counts
 * - `inconclusive`: none of these. That is not "no effect"
 */
export interface ServiceSummary {
  readonly verdict: 'notPlanned' | 'notHeld' | 'better' | 'worse' | 'belowMinimum' | 'inconclusive';
  /** The weakest claim of those outcomes that the verdict rests on, where it is `better` or `worse`; else inconclusive. */
  readonly claim: Claim;
  /** True where the guard of an outcome worsened beyond what the policy tolerates, null where a planned guard was not measured. */
  readonly guardWorsened: boolean | null;
  readonly confounded: boolean;
}

/** Published surveys of one unit around the round. */
export interface SatisfactionShift {
  readonly unitId: string;
  /** The last that was over before the first session, and the first that began after the last one. */
  readonly before: PublishedSurvey | null;
  readonly after: PublishedSurvey | null;
  /** After less before; null where one is missing or suppressed. The index in hundredths, elements in thousandths. */
  readonly change: SurveyFigures | null;
  /** Published surveys hold no answers of respondents, so that no interval can be had and nothing can be claimed. */
  readonly notEstimable: 'noRespondentData';
}

export interface PublishedSurvey {
  readonly surveyId: string;
  readonly period: Period;
  readonly n: number;
  /** Null where so few answered that nothing may be told. */
  readonly figures: SurveyFigures | null;
  readonly told: Told;
}

/**
 * The index in hundredths, and the elements that training can plausibly move, in thousandths: time, competence, behaviour, handling of
 * complaints.
 */
export interface SurveyFigures {
  readonly ikm: number;
  readonly u3: number;
  readonly u6: number;
  readonly u7: number;
  readonly u8: number;
}

/** Those of a served unit who completed, and how many have left it. */
export interface TrainedStaff {
  readonly unitId: string;
  /** People who served there on the last day of their batch, or were nominated from there where that is not known. */
  readonly trained: number;
  /** Share of them who serve there no more at the end of the time after, or on the day that is asked about if earlier; basis points. */
  readonly movedShare: number | null;
  /** True where they are so few that the share could tell on a person. */
  readonly suppressed: boolean;
}
