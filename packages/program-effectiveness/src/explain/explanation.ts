import type { AdviceKind, EventStep, ExplainedAsOf, MissingStep, Step } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { ReasonCode } from '../advice/advice.js';
import type { AssumptionCode, LimitCode } from '../designs/index.js';
import type { LeftOutBecause, MissingPart, OutcomeBar, OutcomeNote, UnitInOutcome } from '../estimates/index.js';
import type { Measurement } from '../surroundings/service-history.js';

/**
 * The cell that is to be explained.
 *
 * - `advice`: what should happen with a programme, by all its rounds or by one of them
 * - `improvement`: one outcome of level 4, the relative improvement in basis points, positive is better; not rounded
 * - `learningGain`: level 2, the mean gain in score hundredths; `behaviour`: level 3, the mean rating in hundredths of 1-5; not rounded
 * - `costPerParticipant`: rupiah for each place that was completed; `budget`: rupiah that the budgets have spent
 */
export type ProgramCellAsked =
  | { readonly of: 'advice'; readonly programId: string; readonly evaluationId?: string | undefined }
  | ImprovementAsked
  | { readonly of: 'learningGain' | 'behaviour'; readonly programId: string; readonly evaluationId: string }
  | { readonly of: 'costPerParticipant' | 'budget'; readonly programId: string };

export interface ImprovementAsked {
  readonly of: 'improvement';
  readonly programId: string;
  readonly evaluationId: string;
  readonly service: string;
  readonly metric: Measurement['metric'];
}

/** How a cell about a programme came about. */
export interface ProgramExplanation {
  readonly cell: ProgramCellAsked;
  /** As in the views, in their unit; null where it is not known, or where it may not be told. */
  readonly value: AdviceKind | number | null;
  readonly asOf: ExplainedAsOf;
  /** In the order in which the value comes about. */
  readonly steps: readonly ProgramStep[];
}

/** One thing that produced a value, with a sentence that a person can read. */
export type ProgramStep = Step<ProgramNotCounting, ProgramMissing> | FindingStep;

/** What was found by judging figures, or by weighing them: no sum that a reader could do again by hand. */
export interface FindingStep {
  readonly kind: 'finding';
  readonly sentence: Bilingual;
  readonly code: FindingCode;
  readonly figures: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * - `window`: the days in which figures are looked for; `sizes`: how many people stand behind a figure
 * - `estimate`: a figure that no sum of the steps before gives; `interval`: where the difference may lie
 * - `size`: where an improvement lies beside the smallest that counts; `guard`: whether what must not suffer did; `claim`: what may be said
 * - the other codes are those of assumptions, of limits, of bars, of notes and of the reasons of an advice
 */
export type FindingCode =
  | 'window'
  | 'sizes'
  | 'estimate'
  | 'interval'
  | 'size'
  | 'claim'
  | 'guard'
  | AssumptionCode
  | LimitCode
  | OutcomeBar
  | OutcomeNote
  | ReasonCode;

/**
 * Why an event does not count.
 *
 * - `corrected`: another event took its place; `later`: it bears a day after the one that is asked about; `replaced`: a newer event says the same
 *   thing anew
 * - of measurements: {@link LeftOutBecause}; `servedInWindow`, `notMeasured`, `fewCommonPeriods`: its unit does not count; `notInDesign`: the
 *   design compares nothing, so that a unit to compare with is not looked at; `notHeld`: no batch was held yet
 * - of batches: `ahead`: its sessions lie ahead; `cancelled`
 * - of tests: `laterAttempt`, `otherBatch`, `notPaired`; of ratings: `self`, `outsideWindow`
 * - of outcomes of participants: `notCompleted`
 * - `changesNothing`: it is told because a reader will ask, and changes no figure
 */
export type ProgramNotCounting =
  | 'corrected'
  | 'later'
  | 'replaced'
  | LeftOutBecause
  | Exclude<UnitInOutcome['excluded'], null>
  | 'notInDesign'
  | 'notHeld'
  | 'ahead'
  | 'cancelled'
  | 'laterAttempt'
  | 'otherBatch'
  | 'notPaired'
  | 'self'
  | 'outsideWindow'
  | 'notCompleted'
  | 'changesNothing';

/**
 * What is not known, or may not be told.
 *
 * - `policy`; `evaluation`, `outcome`: the round, or the result in it, was not planned by then
 * - `share`: there are not the figures for a share and its interval; {@link MissingPart} as in an outcome
 * - `suppressed`: so few people that a figure could tell on one of them
 * - `pairs`, `ratings`, `commitments`, `spending`, `completions`, `planItem`: nothing of the kind is recorded
 */
export type ProgramMissing =
  | 'policy'
  | 'evaluation'
  | 'outcome'
  | 'share'
  | MissingPart
  | 'suppressed'
  | 'pairs'
  | 'ratings'
  | 'commitments'
  | 'spending'
  | 'completions'
  | 'planItem';

/** An event that counts, or one that a reader would expect to count. */
export type ProgramEventStep = EventStep<ProgramNotCounting>;

/** What no event tells, or what may not be told. */
export type ProgramMissingStep = MissingStep<ProgramMissing>;
