import { grouped } from '@pembinaan/core';
import { meanOf, shareOf } from '../disclosure.js';
import type { BatchHistory, EvaluationHistory } from '../program/program-history.js';
import { heldIn, type Level, type Round } from './levels.js';
import { cameOnce } from './participation.js';
import { type Disclosed, disclosed } from './told-parts.js';

type Reaction = EvaluationHistory['reactions'][number];
type Aspect = keyof Reaction['scores'];

/**
 * How the participants found it (level 1). Answers bear no names and are told batch by batch (R30): a round and a programme are the sum of the
 * batches in which enough answered, since a smaller one in the sum could be found by taking the others away.
 */
export interface ReactionAccount extends Disclosed {
  /** All that answered. */
  readonly answers: number;
  /** Of those who were present at one session at least, basis points; null where nobody was. */
  readonly responseRate: number | null;
  /** Answers behind the means. */
  readonly n: number;
  /** Batches whose answers are not in the means, being too few. */
  readonly batchesHeldBack: number;
  /** Hundredths of 1 poor to 4 very good. */
  readonly speaker: number | null;
  readonly material: number | null;
  readonly organiser: number | null;
  readonly facility: number | null;
}

export function reactionIn(rounds: readonly Round[], minimumN: number): (level: Level) => ReactionAccount {
  const byBatch = grouped(
    rounds.flatMap(({ evaluations }) => evaluations.flatMap(({ reactions }) => reactions)),
    ({ batchId }): string => batchId,
  );
  return (level) => {
    const batches = heldIn(level);
    const answers = batches.map(({ batchId }): readonly Reaction[] => byBatch.get(batchId) ?? []);
    const told = answers.filter(({ length }) => length >= minimumN).flat();
    const all = answers.flat();
    const mean = (aspect: Aspect): number | null =>
      meanOf(
        told.reduce((sum, { scores }) => sum + scores[aspect], 0),
        told.length,
      );
    return {
      ...disclosed(told.length > 0 ? null : all.length === 0 ? 'nobody' : 'tooFew'),
      answers: all.length,
      responseRate: shareOf(all.length, present(batches)),
      n: told.length,
      batchesHeldBack: answers.filter(({ length }) => length > 0 && length < minimumN).length,
      speaker: mean('speaker'),
      material: mean('material'),
      organiser: mean('organiser'),
      facility: mean('facility'),
    };
  };
}

function present(batches: readonly BatchHistory[]): number {
  return batches.reduce((sum, { seats }) => sum + [...seats.values()].filter(cameOnce).length, 0);
}
