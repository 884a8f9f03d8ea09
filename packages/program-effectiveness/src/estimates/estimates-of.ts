import type { Clock } from '@pembinaan/core';
import type { ProgramHistory } from '../program/program-history.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';
import { behaviourEstimate } from './behaviour-estimate.js';
import { learningEstimate } from './learning-estimate.js';
import { outcomeEstimate } from './outcome-estimate.js';
import type { RoundEstimates } from './round-estimates.js';
import { roundPolicyOf } from './round-policy.js';
import { roundsOf } from './rounds.js';
import { satisfactionShift } from './satisfaction-shift.js';
import { serviceSummary } from './service-summary.js';
import { trainedStaff } from './trained-staff.js';

/**
 * What the events say of the effects of a programme: an estimate for each of its evaluations, in the order in which they were planned, with
 * what each rests on, what is missing, and how much may be said.
 *
 * It is pure: history and surroundings hold what counts on a day as it was known, and the same clock is to be given here.
 */
export function estimatesOf(
  program: ProgramHistory,
  surroundings: EvaluationSurroundings,
  clock: Clock,
): readonly RoundEstimates[] {
  const policy = roundPolicyOf(surroundings);
  const { programId } = program;
  const { services, placements } = surroundings;
  return roundsOf(program, policy, clock).map((round) => {
    const { evaluation, held, window } = round;
    const service = evaluation.metrics.map((metric) => outcomeEstimate(metric, programId, round, surroundings, policy));
    const end = window?.after?.to ?? window?.lastSession ?? clock.effective;
    const until = end < clock.effective ? end : clock.effective;
    return {
      evaluationId: evaluation.evaluationId,
      programId,
      design: evaluation.design,
      window,
      learning: learningEstimate(held, policy.minimumN),
      behaviour: behaviourEstimate(evaluation, held, placements, policy),
      service,
      level4: serviceSummary(service, window !== null),
      satisfaction: evaluation.serviceUnits.map((unitId) =>
        satisfactionShift(unitId, services.get(unitId), window, policy.minimumN),
      ),
      staff: evaluation.serviceUnits.map((unitId) =>
        trainedStaff(unitId, held, placements, { until, minimumN: policy.minimumN }),
      ),
      events: [
        evaluation.told,
        ...(surroundings.policy === undefined ? [] : [surroundings.policy.told]),
        ...held.map(({ told }) => told),
      ],
    };
  });
}
