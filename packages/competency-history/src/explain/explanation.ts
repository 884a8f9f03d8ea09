import type { Certainty, FigureKey, LocalDate } from '@pembinaan/core';
import type { Bilingual, Instant } from '@pembinaan/event-sourcing';
import type { Cell } from '../history/people-read-model.js';

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
  readonly asOf: {
    readonly effective: LocalDate;
    /** Null where everything is known that is recorded now. */
    readonly recorded: Instant | null;
    /** The position of the log up to which it was read; null for an empty one. */
    readonly position: string | null;
  };
  /** In the order in which the value comes about. */
  readonly steps: readonly Step[];
}

/** One thing that produced a value, with a sentence that a person can read. */
export type Step = EventStep | RuleStep | FigureStep | ArithmeticStep | MissingStep;

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
export interface EventStep {
  readonly kind: 'event';
  readonly sentence: Bilingual;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly counts: boolean;
  /** Null where it counts. */
  readonly reason: NotCounting | null;
  /** The event that corrected, revoked or replaced it, where one did. */
  readonly by: string | null;
}

/** A rule of the rulebook. */
export interface RuleStep {
  readonly kind: 'rule';
  readonly sentence: Bilingual;
  /** Such as `R06`. */
  readonly rule: string;
}

/** A figure of the policy in force on the day. */
export interface FigureStep {
  readonly kind: 'figure';
  readonly sentence: Bilingual;
  readonly key: FigureKey;
  readonly value: unknown;
  /** The version of the policy. */
  readonly version: string;
  readonly basis: string;
  readonly certainty: Certainty;
}

/** What was worked out of what. Units as in the views. */
export interface ArithmeticStep {
  readonly kind: 'arithmetic';
  readonly sentence: Bilingual;
  readonly operands: readonly { readonly name: string; readonly value: Cell }[];
  readonly result: Cell;
}

/** What no event tells, and what that does to the value: it is said, and not guessed. */
export interface MissingStep {
  readonly kind: 'missing';
  readonly sentence: Bilingual;
  readonly what: MissingFact;
}

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
