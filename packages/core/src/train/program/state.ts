import { stream } from '@pembinaan/event-sourcing';
import type { PastAct } from '../../governance/rules/index.js';
import {
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  type RevisionKind,
  RevisionRecommended,
} from '../../revise/program-revision/events.js';
import type { Maker } from '../../values/acts.js';
import type { Jp, Rupiah, Score } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type {
  EvaluationId,
  MaterialId,
  PlanId,
  PlanItemId,
  RecommendationId,
  Sha256,
  SubjectId,
} from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import {
  LearningMaterialPublished,
  type MaterialKind,
  ProgramApproved,
  ProgramDesigned,
  type Track,
} from './events.js';

export interface Recommendation {
  readonly recommendationId: RecommendationId;
  readonly kind: RevisionKind;
  readonly evaluationId: EvaluationId | undefined;
  readonly recommendedBy: Maker;
  /** Set once a decision named it: a recommendation carries one decision. */
  readonly decided: boolean;
}

/** One version of learning material: it never changes (R15). */
export interface MaterialVersion {
  readonly materialId: MaterialId;
  readonly version: number;
  readonly kind: MaterialKind;
  readonly sha256: Sha256;
  /** The last day on which it may be taught. */
  readonly validUntil: LocalDate | undefined;
}

export type Program =
  | { readonly status: 'none' }
  | {
      readonly status: 'designed' | 'approved' | 'suspended' | 'cancelled';
      readonly track: Track;
      readonly form: DevelopmentForm;
      readonly jp: Jp;
      readonly passMark: Score;
      readonly maxAttempts: number;
      readonly estimatedCost: Rupiah;
      readonly needsLeaveOfDuty: boolean;
      readonly certificate: 'none' | 'attendance' | 'functional' | 'structural';
      readonly designedBy: Maker;
      readonly requestedBy: SubjectId | undefined;
      /** The plan item on which it rests, if it took the full track. */
      readonly planItem: { readonly planId: PlanId; readonly itemId: PlanItemId } | undefined;
      /** Every version of the material, in the order in which they were published. */
      readonly materials: readonly MaterialVersion[];
      readonly recommendations: readonly Recommendation[];
      /** Set while a review of the method is open: who ordered it. */
      readonly openReview: { readonly orderedBy: Maker } | undefined;
      readonly acts: readonly PastAct[];
    };

/** A programme that was designed, whatever became of it. */
export type KnownProgram = Exclude<Program, { status: 'none' }>;

const change = (program: Program, next: (known: KnownProgram) => Partial<KnownProgram>): Program =>
  program.status === 'none' ? program : { ...program, ...next(program) };

const decidedOn = ({ recommendations }: KnownProgram, id: RecommendationId | undefined): readonly Recommendation[] =>
  recommendations.map((known) => (known.recommendationId === id ? { ...known, decided: true } : known));

export const programState = stream('program', {
  events: [
    ProgramDesigned,
    ProgramApproved,
    LearningMaterialPublished,
    RevisionRecommended,
    ProgramExpanded,
    MethodReviewOrdered,
    ProgramMethodRevised,
    ProgramSuspended,
    ProgramCancelled,
    ProgramContinued,
  ],
  initial: (): Program => ({ status: 'none' }),
}).evolve({
  ProgramDesigned: (_, { data }) => ({
    status: 'designed',
    track: data.track,
    form: data.form,
    jp: data.jp,
    passMark: data.passMark,
    maxAttempts: data.maxAttempts,
    estimatedCost: data.estimatedCost,
    needsLeaveOfDuty: data.needsLeaveOfDuty,
    certificate: data.certificate,
    designedBy: data.designedBy,
    requestedBy: data.requestedBy,
    planItem: data.planItem,
    materials: [],
    recommendations: [],
    openReview: undefined,
    acts: [{ act: 'designed', maker: data.designedBy }],
  }),
  ProgramApproved: (program) => change(program, () => ({ status: 'approved' })),
  LearningMaterialPublished: (program, { data }) =>
    change(program, ({ materials }) => ({
      materials: [
        ...materials,
        {
          materialId: data.materialId,
          version: data.version,
          kind: data.kind,
          sha256: data.sha256,
          validUntil: data.validUntil,
        },
      ],
    })),
  RevisionRecommended: (program, { data }) =>
    change(program, (known) => ({
      recommendations: [
        ...known.recommendations,
        {
          recommendationId: data.recommendationId,
          kind: data.kind,
          evaluationId: data.evaluationId,
          recommendedBy: data.recommendedBy,
          decided: false,
        },
      ],
    })),
  ProgramExpanded: (program, { data }) =>
    change(program, (known) => ({ recommendations: decidedOn(known, data.recommendationId) })),
  MethodReviewOrdered: (program, { data }) =>
    change(program, (known) => ({
      openReview: { orderedBy: data.orderedBy },
      recommendations: decidedOn(known, data.recommendationId),
    })),
  ProgramMethodRevised: (program) => change(program, () => ({ openReview: undefined })),
  ProgramSuspended: (program, { data }) =>
    change(program, (known) => ({
      status: 'suspended',
      recommendations: decidedOn(known, data.recommendationId),
    })),
  ProgramCancelled: (program, { data }) =>
    change(program, (known) => ({
      status: 'cancelled',
      openReview: undefined,
      recommendations: decidedOn(known, data.recommendationId),
    })),
  ProgramContinued: (program, { data }) =>
    change(program, (known) => ({
      status: 'approved',
      recommendations: decidedOn(known, data.recommendationId),
    })),
});
