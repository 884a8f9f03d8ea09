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
import type { EvaluationId, RecommendationId, SubjectId } from '../../values/ids.js';
import { ProgramApproved, ProgramDesigned, type Track } from './events.js';

export interface Recommendation {
  readonly recommendationId: RecommendationId;
  readonly kind: RevisionKind;
  readonly evaluationId: EvaluationId | undefined;
  readonly recommendedBy: Maker;
  /** Set once a decision named it: a recommendation carries one decision. */
  readonly decided: boolean;
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
      readonly recommendations: readonly Recommendation[];
      /** Set while a review of the method is open: who ordered it. */
      readonly openReview: { readonly orderedBy: Maker } | undefined;
      readonly acts: readonly PastAct[];
    };

/** A programme that was designed, whatever became of it. */
export type KnownProgram = Exclude<Program, { status: 'none' }>;

const change = (program: Program, next: (known: KnownProgram) => Partial<KnownProgram>): Program =>
  program.status === 'none' ? program : { ...program, ...next(program) };

const decidedOn = ({ recommendations }: KnownProgram, id: RecommendationId): readonly Recommendation[] =>
  recommendations.map((known) => (known.recommendationId === id ? { ...known, decided: true } : known));

export const programState = stream('program', {
  events: [
    ProgramDesigned,
    ProgramApproved,
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
    recommendations: [],
    openReview: undefined,
    acts: [{ act: 'designed', maker: data.designedBy }],
  }),
  ProgramApproved: (program) => change(program, () => ({ status: 'approved' })),
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
  ProgramSuspended: (program) => change(program, () => ({ status: 'suspended' })),
  ProgramCancelled: (program) => change(program, () => ({ status: 'cancelled', openReview: undefined })),
  ProgramContinued: (program, { data }) =>
    change(program, (known) => ({
      status: 'approved',
      recommendations: decidedOn(known, data.recommendationId),
    })),
});
