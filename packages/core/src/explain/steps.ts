import type { Bilingual, Instant } from '@pembinaan/event-sourcing';
import type { Certainty, FigureKey } from '../governance/policy/index.js';

/**
 * One thing that produced a value, with a sentence that a person can read.
 *
 * @typeParam Reason why an event does not count
 * @typeParam Missing what is not known
 */
export type Step<Reason extends string, Missing extends string> =
  | EventStep<Reason>
  | RuleStep
  | FigureStep
  | ArithmeticStep
  | MissingStep<Missing>;

/** An event that counts, or one that a reader would expect to count. */
export interface EventStep<Reason extends string> {
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
  readonly reason: Reason | null;
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
  readonly operands: readonly { readonly name: string; readonly value: string | number | boolean | null }[];
  readonly result: string | number | boolean | null;
}

/** What no event tells, and what that does to the value: it is said, and not guessed. */
export interface MissingStep<Missing extends string> {
  readonly kind: 'missing';
  readonly sentence: Bilingual;
  readonly what: Missing;
}
