/** The event that tells something. */
export interface Source {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly occurredAt: string;
}

export interface ParticipantRecord {
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn';
  declineReason: string | null;
  sessionsAttended: string[];
  /** Score hundredths of the test before; null until recorded. */
  pre: number | null;
  /** Score hundredths of the first attempt at the test after: a later attempt would make the gain look larger than it is. */
  post: number | null;
}

export interface BatchRecord {
  readonly batchId: string;
  /** The evaluation under which it is held. */
  readonly evaluationId: string;
  status: 'scheduled' | 'completed' | 'cancelled';
  readonly period: { readonly from: string; readonly to: string };
  /** Why it was cancelled, and who lost it. */
  cancelled: { readonly reason: string; readonly participants: readonly string[] } | null;
  participants: Record<string, ParticipantRecord>;
}

export interface CommitmentRecord {
  readonly commitmentId: string;
  readonly budgetId: string;
  /** Rupiah. */
  readonly committed: number;
  released: number;
  realized: number;
}

interface BeforeAfter {
  readonly metric: string;
  /** Seconds for speeds, basis points for rates. */
  readonly before: number;
  readonly after: number;
}

export interface ImpactRecord {
  readonly unitId: string;
  readonly service: string;
  readonly outcome: BeforeAfter;
  readonly comparison: { readonly unitId: string; readonly outcome: BeforeAfter } | null;
  /** Relative improvement in basis points, less that of the comparison unit; null where the value before is 0. */
  readonly improvement: number | null;
  readonly guard: (BeforeAfter & { readonly worsened: boolean }) | null;
  readonly n: number;
  readonly source: Source;
  correctedBy: string | null;
}

export interface ConclusionRecord {
  readonly conclusion: string;
  readonly on: string;
  readonly measuredLevels: readonly number[];
  readonly missingLevels: readonly number[];
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly evidence: readonly string[];
  readonly source: Source;
}

export interface EvaluationRecord {
  readonly evaluationId: string;
  readonly design: string;
  readonly levels: readonly number[];
  /** Basis points. */
  readonly minimumEffect: number;
  readonly minimumN: number;
  readonly planned: Source;
  behaviour: {
    readonly ratingId: string;
    readonly employeeId: string;
    readonly raterKind: string;
    readonly scores: readonly number[];
  }[];
  impacts: ImpactRecord[];
  /** In the order in which they were drawn: after a contest there is a second one. */
  conclusions: ConclusionRecord[];
  contested: boolean;
}

export interface RecommendationRecord {
  readonly recommendationId: string;
  readonly kind: string;
  readonly evaluationId: string | null;
  readonly causeEvents: readonly string[];
  readonly justification: string | null;
  readonly source: Source;
}

/** A version of learning material of the programme. */
export interface MaterialRecord {
  readonly materialId: string;
  readonly version: number;
  readonly title: string;
  readonly kind: 'module' | 'bestPractice';
  /** The last day on which it may be taught; null where it has none. */
  readonly validUntil: string | null;
  readonly source: Source;
}

/** The answers of the participants of one batch (level 1): sums, and not who answered what. */
export interface ReactionRecord {
  n: number;
  speaker: number;
  material: number;
  organiser: number;
  facility: number;
}

/** What was decided about a programme, and what the decision itself says that it rests on. */
export interface DecisionRecord {
  readonly decision: 'expanded' | 'methodReviewOrdered' | 'methodRevised' | 'suspended' | 'cancelled' | 'continued';
  readonly recommendationId: string | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly authorityId: string | null;
  readonly policyVersion: string | null;
  /** Streams, with the revision that was read for the decision. */
  readonly facts: readonly { readonly stream: string; readonly revision: number }[];
  readonly source: Source;
}

/** Everything that the events tell about one programme. */
export interface ProgramRecord {
  readonly programId: string;
  name: string;
  track: string;
  form: string;
  status: 'none' | 'designed' | 'approved' | 'suspended' | 'cancelled';
  planItem: { readonly planId: string; readonly itemId: string } | null;
  /** JP hundredths for each participant. */
  jp: number;
  /** Rupiah. */
  estimatedCost: number;
  commitments: CommitmentRecord[];
  batches: BatchRecord[];
  certificates: number;
  materials: MaterialRecord[];
  /** By batch. */
  reactions: Record<string, ReactionRecord>;
  evaluations: EvaluationRecord[];
  recommendations: RecommendationRecord[];
  decisions: DecisionRecord[];
  /** Events that a decision may cite, by id: those of the evaluation and the recommendations. */
  citable: Record<string, Source>;
}
