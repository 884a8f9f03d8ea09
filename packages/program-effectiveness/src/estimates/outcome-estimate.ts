import type { EvaluationHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import { confoundersOf } from './confounders.js';
import { effectSize, improvementOf } from './effect-size.js';
import { type FigureAroundRound, figureAroundRound, type MeasuredSurroundings } from './figure-around-round.js';
import { guardAround, guardEstimate } from './guard-estimate.js';
import { measurementsOf, unitInOutcome } from './placed-unit.js';
import type { Confounder, OutcomeEstimate, OutcomeNote, RecordedImpact } from './round-estimates.js';
import type { RoundPolicy } from './round-policy.js';
import type { Round } from './rounds.js';
import { barsOf, barsOnlyBetter, missingIn, strongerWith } from './what-stands-against.js';

/**
 * What the measurements of the planned units say of one planned metric (level 4).
 *
 * Before are the measured periods that are over before the first session, up to two years of them; after those that begin after the last
 * one, for as long as the policy looks for effects. The planned design judges them. Beside what the figures carry stands what may be said
 * for the programme: a change that another programme shares, that rests on too few cases or on some of the units, or that was bought with
 * errors, is claimed for nobody.
 */
export function outcomeEstimate(
  planned: EvaluationHistory['metrics'][number],
  programId: string,
  round: Round,
  surroundings: MeasuredSurroundings,
  policy: RoundPolicy,
): OutcomeEstimate {
  const { evaluation } = round;
  const { service, metric } = planned;
  const found = figureAroundRound({ service, metric }, round, surroundings, policy);
  const guarded = guardAround(planned, round, surroundings, policy);
  const guard = guarded === null ? null : guardEstimate(guarded, found, policy, round.evaluation.minimumN);
  const confoundedBy = confoundersIn(found, service, programId, surroundings);
  const missing = missingIn({ found, guard, planned, round });
  const barredBy = barsOf({ found, guard, missing, confoundedBy, evaluation });
  const { judgement } = found;
  const claim = barredBy.length === 0 ? judgement.claim : 'inconclusive';
  const direction = claim === 'inconclusive' ? null : judgement.direction;
  const minimumEffect = Math.max(evaluation.minimumEffect, policy.minimumEffect ?? 0);
  const recorded = recordedImpacts(planned, evaluation, found);
  const otherwise: readonly (OutcomeNote | null)[] = [
    recorded.some(({ otherMeasurements }) => otherMeasurements) ? 'otherMeasurements' : null,
    (round.window?.batchesAhead ?? 0) > 0 ? 'batchesAhead' : null,
  ];
  return {
    service,
    metric,
    judgement,
    claim,
    direction,
    barredBy,
    minimumEffect,
    size: effectSize(judgement, {
      minimum: minimumEffect,
      better: direction === 'better',
      sound: barredBy.every(barsOnlyBetter),
    }),
    improvement: improvementOf(judgement),
    units: found.units.map(unitInOutcome),
    guard,
    confoundedBy,
    missing,
    notes: [...found.notes, ...otherwise.filter((note) => note !== null)],
    strongerWith: strongerWith(found, evaluation.design),
    recorded,
    events: eachOnce([
      evaluation.told,
      ...measurementsOf([...found.units, ...(guarded?.units ?? [])]).map(({ told }) => told),
      ...[...confoundedBy, ...found.units.flatMap(({ servedBy }) => servedBy)].map(({ told }) => told),
      ...recorded.map(({ told }) => told),
    ]),
  };
}

type PlannedMetric = EvaluationHistory['metrics'][number];

function confoundersIn(
  { units, span }: FigureAroundRound,
  service: string,
  programId: string,
  { acting }: MeasuredSurroundings,
): readonly Confounder[] {
  if (span === null) return [];
  return units
    .filter(({ role }) => role === 'served')
    .flatMap(({ unitId }) => confoundersOf({ unitId, service, span }, programId, acting));
}

/** What the evaluator recorded of this metric, beside which measurements it rests on. */
function recordedImpacts(
  { service, metric }: PlannedMetric,
  { impacts }: EvaluationHistory,
  { units }: FigureAroundRound,
): readonly RecordedImpact[] {
  const used = new Set(measurementsOf(units).map(({ measurementId, unitId }) => `${unitId}/${measurementId}`));
  return impacts
    .filter((impact) => impact.service === service && impact.outcome.metric === metric)
    .map(({ unitId, improvement, outcome: { beforeId, afterId }, told }) => ({
      unitId,
      improvement,
      otherMeasurements: [beforeId, afterId].some((id) => !used.has(`${unitId}/${id}`)),
      told,
    }));
}

function eachOnce(events: readonly Told[]): readonly Told[] {
  return [...new Map(events.map((told) => [told.eventId, told])).values()];
}
