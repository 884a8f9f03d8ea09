import { match } from 'ts-pattern';
import type { HeldBatch } from './evaluated-batches.js';
import type { EvaluationLevel } from './events.js';
import { type Evaluation, isOf } from './state.js';

type Planned = Exclude<Evaluation, { status: 'none' }>;

/**
 * On how many cases a level was measured; 0 when it was not.
 *
 * 1 reaction: participants who answered. 2 learning: participants with a result before and after. 3 behaviour: participants rated by
 * somebody else than themselves. 4 impact: the fewest cases of an impact, once every planned metric has one in every planned unit.
 */
export function casesAt(level: EvaluationLevel, evaluation: Planned, batches: readonly HeldBatch[]): number {
  return match(level)
    .with(1, () => evaluation.reactions.length)
    .with(2, () => batches.reduce((sum, batch) => sum + testedBeforeAndAfter(batch), 0))
    .with(3, () => ratedByOthers(evaluation))
    .with(4, () => (impactsComplete(evaluation) ? Math.min(...evaluation.impacts.map(({ n }) => n)) : 0))
    .exhaustive();
}

/** The highest planned level: the one that a conclusion speaks of, and whose cases must reach the planned minimum. */
export function highestLevel({ levels }: Planned): EvaluationLevel {
  return ([4, 3, 2] as const).find((level) => levels.includes(level)) ?? 1;
}

function testedBeforeAndAfter(batch: HeldBatch): number {
  const both = [...batch.participants.values()].filter(({ results }) =>
    (['pre', 'post'] as const).every((kind) => results.some((result) => result.kind === kind)),
  );
  return both.length;
}

/** The mean rating of behaviour by others, hundredths of 1-5; undefined where nobody was rated by somebody else. */
export function meanRating(evaluation: Planned): number | undefined {
  const scores = byOthers(evaluation).flatMap((rating) => rating.scores);
  return scores.length === 0 ? undefined : (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
}

function ratedByOthers(evaluation: Planned): number {
  return new Set(byOthers(evaluation).map(({ employeeId }) => employeeId)).size;
}

function byOthers({ ratings }: Planned) {
  return ratings.filter(({ employeeId, ratedBy }) => ratedBy.subjectId !== employeeId);
}

/** Every planned metric was measured in every planned unit: half of the cells would let one choose which half. */
function impactsComplete({ impacts, serviceUnits, metrics }: Planned): boolean {
  return (
    impacts.length > 0 &&
    serviceUnits.every((unitId) =>
      metrics.every(({ service, metric }) => impacts.some((impact) => isOf(impact, unitId, service, metric))),
    )
  );
}
