import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { Rupiah } from '../../values/amounts.js';
import {
  BatchId,
  BudgetId,
  CommitmentId,
  EvaluationId,
  EventId,
  MaterialId,
  RecommendationId,
  UnitId,
} from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

export const RevisionKind = z.enum(['expand', 'reviewMethod', 'continue', 'suspend', 'cancel', 'revisePlan']);
export type RevisionKind = z.output<typeof RevisionKind>;

/** What can be advised of a programme by its evidence: what to recommend, or that there is not enough to go by. */
export const AdviceKind = z.enum(['expand', 'continue', 'reviewMethod', 'suspend', 'cancel', 'notEnoughEvidence']);
export type AdviceKind = z.output<typeof AdviceKind>;

export const RevisionRecommended = event(
  'RevisionRecommended',
  z.strictObject({
    recommendationId: RecommendationId,
    kind: RevisionKind,
    evaluationId: EvaluationId.exactOptional(),
    /** The events on which the recommendation rests. */
    causeEvents: z.array(EventId),
    /** What was advised by the evidence when it was recommended; absent where nobody asked. */
    advised: AdviceKind.exactOptional(),
    /** Why it departs from what the conclusion suggests or from what was advised, where it does. */
    justification: z.string().min(1).max(500).exactOptional(),
    recommendedBy: Maker,
  }),
).describe({
  number: 63,
  en: 'A revision of a programme is recommended, with the events that cause it.',
  id: 'Revisi program direkomendasikan, beserta peristiwa yang menjadi sebabnya.',
  basis: 'Practice of Binjai (B10, B11)',
});

export const ProgramExpanded = event(
  'ProgramExpanded',
  z.strictObject({
    recommendationId: RecommendationId,
    evaluationId: EvaluationId,
    scope: z.strictObject({ units: z.array(UnitId), participants: z.int().positive() }),
    addedCost: Rupiah,
    /** The commitment that covers the added cost; absent where it costs nothing. */
    budget: z.strictObject({ budgetId: BudgetId, commitmentId: CommitmentId }).exactOptional(),
    expandedBy: Maker,
  }),
).describe({
  number: 64,
  en: 'A programme that worked is expanded.',
  id: 'Program yang efektif diperluas.',
  basis: 'Practice of Binjai (B10)',
});

export const MethodReviewOrdered = event(
  'MethodReviewOrdered',
  z.strictObject({
    recommendationId: RecommendationId,
    questions: z.array(z.string().min(1).max(300)).min(1),
    due: LocalDate,
    orderedBy: Maker,
  }),
).describe({
  number: 65,
  en: 'A review of the method is ordered; until it is answered no new batch is scheduled.',
  id: 'Peninjauan metode diperintahkan; sebelum dijawab tidak ada angkatan baru.',
  basis: 'Practice of Binjai (B11)',
});

export const ProgramMethodRevised = event(
  'ProgramMethodRevised',
  z.strictObject({
    changes: z
      .array(
        z.strictObject({
          aspect: z.string().min(1).max(100),
          from: z.string().max(300),
          to: z.string().min(1).max(300),
        }),
      )
      .min(1),
    /** The version of the material with which the new method is taught. */
    material: z.strictObject({ materialId: MaterialId, version: z.int().positive() }).exactOptional(),
    revisedBy: Maker,
  }),
).describe({
  number: 66,
  en: 'The method of a programme is revised, which answers the review.',
  id: 'Metode program diubah sebagai jawaban atas peninjauan.',
  basis: 'Practice of Binjai (B11)',
});

export const ProgramSuspended = event(
  'ProgramSuspended',
  z.strictObject({
    reason: reasonFrom(['budget', 'review', 'forceMajeure']),
    /** The recommendation that it follows, if any. */
    recommendationId: RecommendationId.exactOptional(),
    until: LocalDate.exactOptional(),
    suspendedBy: Maker,
  }),
).describe({
  number: 67,
  en: 'A programme is suspended.',
  id: 'Program ditangguhkan.',
  basis: 'Practice of Binjai (B12)',
});

export const ProgramCancelled = event(
  'ProgramCancelled',
  z.strictObject({
    reason: reasonFrom(['budget', 'notEffective', 'harmful', 'superseded']),
    /** The recommendation that it follows, if any. */
    recommendationId: RecommendationId.exactOptional(),
    /** The batches that were open when it was cancelled; found by the library. */
    openBatches: z.array(BatchId),
    cancelledBy: Maker,
  }),
).describe({
  number: 68,
  en: 'A programme is cancelled.',
  id: 'Program dibatalkan.',
  basis: 'Practice of Binjai (B13)',
});

export const ProgramContinued = event(
  'ProgramContinued',
  z.strictObject({
    recommendationId: RecommendationId,
    /** True when the decision ends a suspension. */
    endsSuspension: z.boolean(),
    continuedBy: Maker,
  }),
).describe({
  en: 'It is decided that a programme goes on as it is; this also ends a suspension.',
  id: 'Diputuskan bahwa program dilanjutkan apa adanya; keputusan ini juga mengakhiri penangguhan.',
  basis: 'Added here: a recommendation to continue had no decision',
});
