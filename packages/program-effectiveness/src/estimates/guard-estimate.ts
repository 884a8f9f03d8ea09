import { overlap } from '@pembinaan/core';
import type { Judgement } from '../designs/index.js';
import type { EvaluationHistory } from '../program/program-history.js';
import { type FigureAroundRound, figureAroundRound, type MeasuredSurroundings } from './figure-around-round.js';
import { countingAs, fewestCases, type PlacedUnit, unitInOutcome } from './placed-unit.js';
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
 * A guard is measured where each served unit that counts for the outcome has figures of it, of enough cases, in all periods of the outcome:
 * whoever sees it rise could stop reporting it. One that is worse is worse however much is missing.
 */
export function guardEstimate(
  { metric, judgement, units }: GuardAround,
  outcome: FigureAroundRound,
  policy: RoundPolicy,
  minimumN: number,
): GuardEstimate {
  const guarded = new Map(countingAs('served', units).map((unit) => [unit.unitId, unit]));
  const complete = countingAs('served', outcome.units).every((unit) => {
    const guard = guarded.get(unit.unitId);
    return guard !== undefined && fewestCases(guard) >= minimumN && covers(guard, unit);
  });
  const worsened = worsenedBeyond(judgement, policy.guardTolerance);
  return { metric, judgement, worsened: worsened || complete ? worsened : null, units: units.map(unitInOutcome) };
}

/** Whether each period of an outcome shares days with a period of its guard. */
function covers(guard: PlacedUnit, outcome: PlacedUnit): boolean {
  return (['before', 'after'] as const).every((side) =>
    outcome[side].every(({ period }) => guard[side].some((other) => overlap(period, other.period))),
  );
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
