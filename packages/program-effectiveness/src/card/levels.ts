import type { BatchHistory, EvaluationHistory, ProgramHistory } from '../program/program-history.js';

/** One of the three levels at which the same things are told: the whole programme, a round of it, a batch. */
export interface Level {
  readonly kind: 'program' | 'round' | 'batch';
  /** The stream of the programme, of the evaluation, of the batch: no two levels have the same. */
  readonly stream: string;
  /** The batches, those that were cancelled too. */
  readonly batches: readonly BatchHistory[];
  /** The evaluations; none of a batch. */
  readonly evaluations: readonly EvaluationHistory[];
}

/** A round of a programme: an evaluation, with the batches held under it. */
export interface Round extends Level {
  readonly evaluationId: string;
  /** Null where batches name an evaluation that was not planned yet on the day, or not known of. */
  readonly evaluation: EvaluationHistory | null;
}

/** The rounds, in the order of their first batches; those without a batch stand last. Every batch is in one round. */
export function roundsOf({ batches, evaluations }: ProgramHistory): readonly Round[] {
  const ids = new Set<string>([
    ...batches.map(({ evaluationId }) => evaluationId),
    ...evaluations.map(({ evaluationId }) => evaluationId),
  ]);
  return [...ids].map((evaluationId) => {
    const planned = evaluations.filter((known) => known.evaluationId === evaluationId);
    return {
      kind: 'round',
      stream: `evaluation-${evaluationId}`,
      evaluationId,
      evaluation: planned[0] ?? null,
      batches: batches.filter((batch) => batch.evaluationId === evaluationId),
      evaluations: planned,
    };
  });
}

export function levelOfProgram({ programId, batches, evaluations }: ProgramHistory): Level {
  return { kind: 'program', stream: `program-${programId}`, batches, evaluations };
}

export function levelOfBatch(batch: BatchHistory): Level {
  return { kind: 'batch', stream: `batch-${batch.batchId}`, batches: [batch], evaluations: [] };
}

/** The batches that were not cancelled: only what was held tells of the programme. */
export function heldIn({ batches }: Level): readonly BatchHistory[] {
  return batches.filter(({ status }) => status !== 'cancelled');
}
