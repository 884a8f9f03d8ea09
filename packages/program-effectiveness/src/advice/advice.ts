import type { AdviceKind } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { Told } from '../program/told.js';

/** What should happen with a programme by its evidence, and why. A person decides; who departs from it says why (R35). */
export interface Advice {
  readonly kind: AdviceKind;
  /** The round that it rests on; null where none was planned. */
  readonly evaluationId: string | null;
  /** The deciding one first, then what speaks against and for, then what is to be known with it. */
  readonly reasons: readonly Reason[];
  readonly policyVersion: string | null;
}

/** One reason of an advice, in a sentence, with the figures and the events that it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  /** Whether it settles the advice, speaks for the programme or for trusting its figures, speaks against it, or is to be known with it. */
  readonly weighs: 'decides' | 'for' | 'against' | 'notes';
  readonly sentence: Bilingual;
  /** Improvements in basis points, positive is better; cost in rupiah for each percentage point; scores and ratings in hundredths. */
  readonly figures: Readonly<Record<string, number | string | null>>;
  /** The rule of the domain behind it, where there is one. */
  readonly rule?: string;
  readonly events: readonly Told[];
}

/**
 * Before anything can be judged:
 * - `noEvaluation`, `noPolicy`, `effectMinimumNotSet`, `notHeld`, `resultsNotPlanned`: what has to be there is not
 *
 * What the results say (level 4):
 * - `effectShown`: all improved enough, more than where there was no programme
 * - `changeAtDateOnly`, `gainOnly`: better, and the design cannot tell whether the programme did it
 * - `belowMinimum`: an improvement that counts is excluded
 * - `worse`: something became worse, as a change at the date or against the comparison; `worsened`: merely after than before
 * - `undecided`: none of these. That is not "no effect"
 * - `outcome`: each planned result with its figures
 * - `guardWorsened`, `guardWorsenedAgain`: faster but worse, in this round or in two that follow each other (R24);
 *   `guardRiseUncertain`: that rise may be chance; `guardHeld`
 * - `revisedMethodFailedToo`: an earlier round failed, the method was revised, and this one failed
 * - `revisedMethodNotMeasured`: the method was revised since, and no round since has figures
 *
 * What bars more:
 * - `confounded`, `fewCases`, `unitsLost`, `hole`, `guardNotMeasured`, `guardNotPlanned`, `noBaseline`, `noAfter`, `noComparison`: of a
 *   planned result
 * - `limit`: what the design found against a claim
 * - `levelNotMeasured`, `evidenceTooOld`
 *
 * What the evaluator concluded:
 * - `awaitsConclusion`, `contested`, `concludedHarmful`, `concludedWithoutChange`
 * - `conclusionExceedsEvidence`, `conclusionSaysLess`, `conclusionAgrees`, `conclusionWithoutResults`
 *
 * What it cost: `costTooHigh`, `costWithinMaximum`, `costNotJudged`, `costNotKnown`.
 *
 * To be known with it: `strongerWith`, `batchesAhead`, `laterRoundUnderWay`, `learning`, `learningSuppressed`, `behaviour`,
 * `behaviourSuppressed`.
 */
export type ReasonCode =
  | 'noEvaluation'
  | 'noPolicy'
  | 'effectMinimumNotSet'
  | 'notHeld'
  | 'resultsNotPlanned'
  | 'effectShown'
  | 'changeAtDateOnly'
  | 'gainOnly'
  | 'belowMinimum'
  | 'worse'
  | 'worsened'
  | 'undecided'
  | 'outcome'
  | 'guardWorsened'
  | 'guardWorsenedAgain'
  | 'guardRiseUncertain'
  | 'guardHeld'
  | 'revisedMethodFailedToo'
  | 'revisedMethodNotMeasured'
  | 'confounded'
  | 'fewCases'
  | 'unitsLost'
  | 'hole'
  | 'guardNotMeasured'
  | 'guardNotPlanned'
  | 'noBaseline'
  | 'noAfter'
  | 'noComparison'
  | 'limit'
  | 'levelNotMeasured'
  | 'evidenceTooOld'
  | 'awaitsConclusion'
  | 'contested'
  | 'concludedHarmful'
  | 'concludedWithoutChange'
  | 'conclusionExceedsEvidence'
  | 'conclusionSaysLess'
  | 'conclusionAgrees'
  | 'conclusionWithoutResults'
  | 'costTooHigh'
  | 'costWithinMaximum'
  | 'costNotJudged'
  | 'costNotKnown'
  | 'strongerWith'
  | 'batchesAhead'
  | 'laterRoundUnderWay'
  | 'learning'
  | 'learningSuppressed'
  | 'behaviour'
  | 'behaviourSuppressed';
