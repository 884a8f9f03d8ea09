import { addDays, grouped, within } from '@pembinaan/core';
import { disclosure, shareOf } from '../disclosure.js';
import type { BatchHistory, EvaluationHistory } from '../program/program-history.js';
import { mean } from '../statistics/describe.js';
import { pairedGain } from '../statistics/paired-gain.js';
import { type PlacementHistory, unitOn } from '../surroundings/placement-history.js';
import type { BehaviourEstimate } from './round-estimates.js';
import type { RoundPolicy } from './round-policy.js';

type Rating = EvaluationHistory['ratings'][number];

/**
 * How others rate, months after, those who completed a batch of the round (level 3): the mean of the means of the people, of whom each
 * counts once, however many rated him or her. Inside the window of the policy, which is counted from the last day of the person's batch
 * (R31).
 */
export function behaviourEstimate(
  { ratings }: EvaluationHistory,
  batches: readonly BatchHistory[],
  placements: ReadonlyMap<string, PlacementHistory>,
  policy: RoundPolicy,
): BehaviourEstimate {
  const completed = new Set(batches.flatMap((batch) => completedIn(batch)));
  const counted = ratings.filter((rating) => isInside(rating, batches, policy));
  const byOthers = counted.filter(({ raterKind }) => raterKind !== 'self');
  const rated = [...grouped(byOthers, ({ employeeId }) => employeeId).values()];
  const { suppressed, shown } = disclosure(rated.length, policy.minimumN);
  const means = rated.map((own) => 100 * mean(own.map(meanScore)));
  const level = means.length === 0 ? null : shown(mean(means));
  return {
    completed: completed.size,
    rated: rated.length,
    responseRate: shareOf(rated.length, completed.size),
    suppressed: rated.length > 0 && suppressed,
    mean: level,
    interval: shown(intervalOf(means)),
    levelReached: level === null ? null : level >= policy.effectiveMean,
    asked: policy.effectiveMean,
    ratings: {
      self: countOf(counted, 'self'),
      superior: countOf(counted, 'superior'),
      peer: countOf(counted, 'peer'),
      subordinate: countOf(counted, 'subordinate'),
    },
    outside: ratings.length - counted.length,
    movedBeforeRating: shown(rated.filter((own) => hasMoved(own, batches, placements)).length),
    events: byOthers.map(({ told }) => told),
  };
}

function completedIn({ seats }: BatchHistory): readonly string[] {
  return [...seats.values()].filter(({ status }) => status === 'completed').map(({ employeeId }) => employeeId);
}

function isInside(
  { batchId, employeeId, ratedOn }: Rating,
  batches: readonly BatchHistory[],
  policy: RoundPolicy,
): boolean {
  const batch = batches.find((held) => held.batchId === batchId);
  if (batch?.seats.get(employeeId)?.status !== 'completed') return false;
  const { from, to } = policy.window;
  return within(ratedOn, { from: addDays(batch.period.to, from), to: addDays(batch.period.to, to) });
}

function meanScore({ ratings }: Rating): number {
  return mean(ratings.map(({ score }) => score));
}

/** Student's t of the mean of the people; null of fewer than two, or where all are alike. */
function intervalOf(means: readonly number[]): BehaviourEstimate['interval'] {
  const { t, interval } = pairedGain({ pre: means.map(() => 0), post: means });
  return t === null ? null : interval;
}

function countOf(ratings: readonly Rating[], kind: Rating['raterKind']): number {
  return ratings.filter(({ raterKind }) => raterKind === kind).length;
}

/** Whether a person served elsewhere on the day of the last rating than on the last day of the batch. */
function hasMoved(
  own: readonly Rating[],
  batches: readonly BatchHistory[],
  placements: ReadonlyMap<string, PlacementHistory>,
): boolean {
  const [last] = own.toSorted((a, b) => (a.ratedOn < b.ratedOn ? 1 : -1));
  const batch = batches.find(({ batchId }) => batchId === last?.batchId);
  const placement = last === undefined ? undefined : placements.get(last.employeeId);
  if (last === undefined || batch === undefined || placement === undefined) return false;
  const unit = unitOn(placement, batch.period.to);
  return unit !== null && unit !== unitOn(placement, last.ratedOn);
}
