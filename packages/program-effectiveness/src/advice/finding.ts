import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ConclusionHistory, EvaluationHistory } from '../program/program-history.js';

/**
 * What one round says by itself, its evaluator heard; the first that fits.
 *
 * - `worse`: a result became worse, as a change at the date or against the comparison
 * - `concludedHarmful`: the evaluator concluded so, and nobody objects
 * - `guardWorsened`: what must not suffer for it did (R24)
 * - `belowMinimum`: an improvement that counts is excluded
 * - `concludedWithoutChange`: the evaluator concluded so, and nobody objects (R26)
 * - `worsened`: it was worse after than before, with nothing to compare with
 * - `better`: all planned results improved enough; how much may be said of the cause is told by the claim
 * - `undecided`: none of these. That is not "no effect"
 */
export type RoundFinding =
  | 'worse'
  | 'concludedHarmful'
  | 'guardWorsened'
  | 'belowMinimum'
  | 'concludedWithoutChange'
  | 'worsened'
  | 'better'
  | 'undecided';

export function findingOf({ level4 }: RoundEstimates, round: EvaluationHistory): RoundFinding {
  const { verdict, claim, guardWorsened } = level4;
  const standing = standingConclusion(round)?.conclusion;
  if (verdict === 'worse' && claim !== 'gain') return 'worse';
  if (standing === 'harmful') return 'concludedHarmful';
  if (guardWorsened === true) return 'guardWorsened';
  if (verdict === 'belowMinimum') return 'belowMinimum';
  if (standing === 'noSignificantChange') return 'concludedWithoutChange';
  if (verdict === 'worse') return 'worsened';
  return verdict === 'better' ? 'better' : 'undecided';
}

/** The last conclusion of a round; undefined where none was drawn, or an objection against it is open (R36). */
export function standingConclusion({ conclusions }: EvaluationHistory): ConclusionHistory | undefined {
  const last = conclusions.at(-1);
  return last?.contested === null ? last : undefined;
}

/** The last conclusion of a round where an objection against it is open. */
export function contestedConclusion({ conclusions }: EvaluationHistory): ConclusionHistory | undefined {
  const last = conclusions.at(-1);
  return last === undefined || last.contested === null ? undefined : last;
}

const FAILED: readonly RoundFinding[] = [
  'worse',
  'concludedHarmful',
  'guardWorsened',
  'belowMinimum',
  'concludedWithoutChange',
  'worsened',
];

/** Whether a round missed its aim, which asks for another method at least. */
export function isFailure(finding: RoundFinding): boolean {
  return FAILED.includes(finding);
}

/** Whether harm is told, by the figures or by the evaluator. */
export function isHarm(finding: RoundFinding): boolean {
  return finding === 'worse' || finding === 'concludedHarmful';
}
