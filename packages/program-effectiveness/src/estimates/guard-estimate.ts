import type { Judgement } from '../designs/index.js';
import type { EvaluationHistory } from '../program/program-history.js';
import { type FigureAroundRound, figureAroundRound, type MeasuredSurroundings } from './figure-around-round.js';
import { countingAs, unitInOutcome } from './placed-unit.js';
import type { GuardEstimate } from './round-estimates.js';
import type { RoundPolicy } from './round-policy.js';
import type { Round } from './rounds.js';

/** The figures of a guard around a round. */
export interface GuardAround extends FigureAroundRound {
  readonly metric: GuardEstimate['metric'];
}

/** Null where no guard was planned. */
export function guardAround(
  { service, guardMetric }: EvaluationHistory['metrics'][number],
  round: Round,
  surroundings: MeasuredSurroundings,
  policy: RoundPolicy,
): GuardAround | null {
  if (guardMetric === undefined) return null;
  return { metric: guardMetric, ...figureAroundRound({ service, metric: guardMetric }, round, surroundings, policy) };
}

/**
 * A guard is measured where each served unit that counts for the outcome counts for it too; one that is worse is worse however many are
 * missing.
 */
export function guardEstimate(
  { metric, judgement, units }: GuardAround,
  outcome: FigureAroundRound,
  policy: RoundPolicy,
): GuardEstimate {
  const guarded = new Set(countingAs('served', units).map(({ unitId }) => unitId));
  const complete = countingAs('served', outcome.units).every(({ unitId }) => guarded.has(unitId));
  const worsened = worsenedBeyond(judgement, policy.guardTolerance);
  return { metric, judgement, worsened: worsened || complete ? worsened : null, units: units.map(unitInOutcome) };
}

/**
 * Whether the mean rose by more than a share of what it was, basis points (R24); from 0, any rise is more. Null where a side was not
 * measured.
 */
function worsenedBeyond({ before, after }: Judgement, tolerance: number): boolean | null {
  if (before === null || after === null) return null;
  // Means of the same figures in another order differ in their last digits.
  const rounding = 1e-9 * Math.abs(before);
  return after - before > (before * tolerance) / 10_000 + rounding;
}
