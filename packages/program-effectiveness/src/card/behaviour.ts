import { addDays, grouped, within } from '@pembinaan/core';
import { meanOf, shareOf } from '../disclosure.js';
import type { RoundPolicy } from '../estimates/round-policy.js';
import type { BatchHistory, EvaluationHistory } from '../program/program-history.js';
import { groupsOfPeople } from './groups-of-people.js';
import { heldIn, type Level, type Round } from './levels.js';
import { type Disclosed, disclosed } from './told-parts.js';

type Rating = EvaluationHistory['ratings'][number];

/**
 * Whether what was learnt is used at work (level 3), as others than the participant see it. Ratings count of those who completed, inside the window
 * after their batch (R31).
 */
export interface BehaviourAccount extends Disclosed {
  /** People who were rated by others; told of small groups too. */
  readonly rated: number;
  /** Of the people who completed, how many were rated by others, basis points; null where nobody completed. */
  readonly responseRate: number | null;
  /** Ratings by kind of rater, self-ratings among them, which are in no mean. */
  readonly raters: Readonly<Record<Rating['raterKind'], number>>;
  /** Ratings that do not count. */
  readonly outside: number;
  /** The people behind the mean. */
  readonly n: number;
  /** Hundredths of 1 to 5, where each person counts alike however many rated him or her. */
  readonly mean: number | null;
}

export function behaviourIn(
  rounds: readonly Round[],
  { minimumN, window }: Pick<RoundPolicy, 'minimumN' | 'window'>,
): (level: Level) => BehaviourAccount {
  const ratings = grouped(
    rounds.flatMap(({ evaluations }) => evaluations.flatMap((evaluation) => evaluation.ratings)),
    ({ batchId }): string => batchId,
  );
  const counted = new Map(
    rounds.flatMap(heldIn).map((batch) => [batch.batchId, counting(ratings.get(batch.batchId) ?? [], batch, window)]),
  );
  const countedIn = ({ batchId }: BatchHistory): readonly Rating[] => counted.get(batchId) ?? [];
  const ratedIn = (batch: BatchHistory): readonly string[] => countedIn(batch).filter(isByOther).map(personOf);
  const means = new Map(
    rounds.map((round) => [round.evaluationId, meansOf(heldIn(round).flatMap(countedIn).filter(isByOther))]),
  );
  const membersOf = (batch: BatchHistory): ReadonlyMap<string, number> => {
    const ofRound = means.get(batch.evaluationId);
    const rated = new Set(ratedIn(batch));
    return new Map([...(ofRound ?? [])].filter(([employeeId]) => rated.has(employeeId)));
  };
  const groups = groupsOfPeople(rounds, membersOf, minimumN);
  return (level) => {
    const { all, told, notTold } = groups(level);
    const batches = heldIn(level);
    const own = batches.flatMap(countedIn);
    const by = (kind: Rating['raterKind']): number => own.filter(({ raterKind }) => raterKind === kind).length;
    // In each of two rounds a person is asked about anew.
    const apart = level.kind === 'program' ? rounds.map(heldIn) : [batches];
    return {
      ...disclosed(notTold),
      rated: all.length,
      responseRate: shareOf(peopleIn(apart, ratedIn), peopleIn(apart, completedBy)),
      raters: { self: by('self'), superior: by('superior'), peer: by('peer'), subordinate: by('subordinate') },
      outside: batches.reduce((sum, { batchId }) => sum + (ratings.get(batchId)?.length ?? 0), 0) - own.length,
      n: told.length,
      mean: meanOf(
        told.reduce((sum, mean) => sum + mean, 0),
        told.length,
      ),
    };
  };
}

/** Of the ratings under a batch, those of people who completed it, inside the window after its last day. */
function counting(
  ratings: readonly Rating[],
  { seats, period }: BatchHistory,
  window: RoundPolicy['window'],
): readonly Rating[] {
  if (ratings.length === 0) return [];
  const days = { from: addDays(period.to, window.from), to: addDays(period.to, window.to) };
  return ratings.filter(
    ({ employeeId, ratedOn }) => seats.get(employeeId)?.status === 'completed' && within(ratedOn, days),
  );
}

function isByOther({ raterKind }: Rating): boolean {
  return raterKind !== 'self';
}

function personOf({ employeeId }: Rating): string {
  return employeeId;
}

/** The mean of each person over his or her ratings in a round, each rating by the mean of what it rates. */
function meansOf(ratings: readonly Rating[]): ReadonlyMap<string, number> {
  return new Map(
    [...grouped(ratings, personOf)].map(([id, own]) => [
      id,
      average(own.map((rating) => average(rating.ratings.map(({ score }) => score)))),
    ]),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function completedBy({ seats }: BatchHistory): readonly string[] {
  return [...seats.values()].filter(({ status }) => status === 'completed').map(({ employeeId }) => employeeId);
}

/** How many people, each once among batches that stand together. */
function peopleIn(
  together: readonly (readonly BatchHistory[])[],
  idsOf: (batch: BatchHistory) => readonly string[],
): number {
  return together.reduce((sum, batches) => sum + new Set(batches.flatMap(idsOf)).size, 0);
}
