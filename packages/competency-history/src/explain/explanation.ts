import type {
  EventStep as EventStepBecause,
  ExplainedAsOf,
  MissingStep as MissingStepOf,
  Step as StepOf,
} from '@pembinaan/core';

export type { ArithmeticStep, FigureStep, RuleStep } from '@pembinaan/core';

/** A dimension of the professionalism index (IP ASN). */
export type IpAsnDimension = 'qualification' | 'competence' | 'performance' | 'discipline';

/**
 * The cell that is to be explained.
 *
 * - `level`: 1-5, as assessed by others; `gap`: levels below the standard of the position.
 * - `jp`: JP hundredths credited in the calendar year of the day, up to the day.
 * - `jpCeiling`: JP hundredths assigned to a PPPK in the contract year of the day.
 * - `jpm`: job-person match in hundredths of a per cent.
 * - `ipAsn`: points of a dimension in hundredths; without a dimension all points that are known (`partial`).
 */
export type CellAsked =
  | { readonly of: 'level' | 'gap'; readonly employeeId: string; readonly competency: string }
  | { readonly of: 'jp' | 'jpCeiling' | 'jpm'; readonly employeeId: string }
  | { readonly of: 'ipAsn'; readonly employeeId: string; readonly dimension?: IpAsnDimension | undefined };

/** How a cell came about. */
export interface Explanation {
  readonly cell: CellAsked;
  /** As in the views, in their unit; null where it is not known. */
  readonly value: number | null;
  readonly asOf: ExplainedAsOf;
  /** In the order in which the value comes about. */
  readonly steps: readonly Step[];
}

/** One thing that produced a value, with a sentence that a person can read. */
export type Step = StepOf<NotCounting, MissingFact>;

/**
 * Why an event does not count.
 *
 * - `corrected`, `reversed`: another event took its place, or took it back; `later`: it bears a day after the one that is asked about;
 * - `lapsed`, `revoked`, `takenOut`: its validity is over, or what it told was revoked, declined, cancelled or stopped;
 * - `replaced`: a newer event says the same thing anew; `self`: a self-assessment, which closes no gap (R06);
 * - `cap`: a cap took all of it; `selfStudy`: an activity of one's own, which counts against no ceiling;
 * - `otherForm`, `otherPeriod`: its form or its period is none that counts here;
 * - `changesNothing`: it is told because a reader will ask, and changes no figure.
 */
export type NotCounting =
  | 'corrected'
  | 'reversed'
  | 'later'
  | 'lapsed'
  | 'revoked'
  | 'takenOut'
  | 'replaced'
  | 'self'
  | 'cap'
  | 'selfStudy'
  | 'otherForm'
  | 'otherPeriod'
  | 'changesNothing';

/** An event that counts, or one that a reader would expect to count. */
export type EventStep = EventStepBecause<NotCounting>;

/** What no event tells, and what that does to the value: it is said, and not guessed. */
export type MissingStep = MissingStepOf<MissingFact>;

/** What is not known. */
export type MissingFact =
  | 'assessment'
  | 'placement'
  | 'standard'
  | 'requirement'
  | 'policy'
  | 'contract'
  | 'ceiling'
  | 'registration'
  | 'service'
  | 'credits'
  | 'assignments'
  | 'possibleLevels'
  | 'education'
  | 'predicate'
  | 'sanction'
  | 'total';
