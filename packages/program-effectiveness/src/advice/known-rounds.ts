import { type LocalDate, localDate } from '@pembinaan/core';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { EvaluationHistory, ProgramDecision, ProgramHistory } from '../program/program-history.js';
import { findingOf, isFailure, type RoundFinding } from './finding.js';

/** A round that was planned, with what it says. */
export interface KnownRound {
  readonly round: EvaluationHistory;
  readonly estimates: RoundEstimates;
  readonly finding: RoundFinding;
}

/** The rounds in the order in which they were taught; those that were not yet come last, as they are given. */
export function knownRounds(program: ProgramHistory, rounds: readonly RoundEstimates[]): readonly KnownRound[] {
  return rounds
    .flatMap((estimates) => {
      const round = program.evaluations.find(({ evaluationId }) => evaluationId === estimates.evaluationId);
      return round === undefined ? [] : [{ round, estimates, finding: findingOf(estimates, round) }];
    })
    .sort((a, b) => inOrder(beginningOf(a), beginningOf(b)));
}

/** A round that failed, and the method that was revised after it and before another one, if it was. */
export interface FailedBefore {
  readonly failed: KnownRound;
  readonly revision: ProgramDecision | null;
}

/**
 * The failure before a round: of the earlier rounds that said anything the last one, where that failed. Rounds that said nothing make no
 * difference, and one that was better begins a new count.
 */
export function failedBefore(
  at: KnownRound,
  rounds: readonly KnownRound[],
  { decisions }: ProgramHistory,
  timeZone: string,
): FailedBefore | null {
  const failed = rounds.slice(0, rounds.indexOf(at)).findLast(({ finding }) => finding !== 'undecided');
  if (failed === undefined || !isFailure(failed.finding)) return null;
  const until = at.estimates.window?.firstSession;
  const revision = revisionAfter(failed, decisions, timeZone, until);
  return { failed, revision: revision ?? null };
}

/** The last revision of the method that was made after a round was taught, up to a day. */
export function revisionAfter(
  { estimates }: KnownRound,
  decisions: readonly ProgramDecision[],
  timeZone: string,
  until?: LocalDate,
): ProgramDecision | undefined {
  const taught = estimates.window?.lastSession;
  return decisions.findLast(({ told }) => {
    if (told.type !== 'ProgramMethodRevised' || taught === undefined) return false;
    const on = localDate(told.occurredAt, timeZone);
    return on > taught && (until === undefined || on <= until);
  });
}

/** Later than any day. */
const NEVER = '9999-12-31';

function beginningOf({ estimates }: KnownRound): string {
  return estimates.window?.firstSession ?? NEVER;
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
