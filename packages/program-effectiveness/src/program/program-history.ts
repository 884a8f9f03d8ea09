import type { LocalDate } from '@pembinaan/core';
import type { ProgramEvent } from '../files/kept.js';
import type { ProgramEntryOf } from '../files/program-files.js';
import type { Told } from './told.js';

type DataOf<T extends ProgramEvent['type']> = ProgramEntryOf<T>['data'];

/** What an event told, and which event. */
export type Fact<T extends ProgramEvent['type']> = DataOf<T> & { readonly told: Told };

/** The place of one person in a batch. */
export interface Seat {
  readonly employeeId: string;
  unitId: string | null;
  needId: string | null;
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn';
  confirmed: boolean;
  declined: { readonly by: string; readonly reason: string } | null;
  outcomeReason: string | null;
  /** Share of the sessions that was attended, basis points, as it stood when the outcome was decided; null before. */
  attendanceShare: number | null;
  /** Score hundredths of the test before; null until recorded. */
  pre: TestScore | null;
  /** Of the first attempt at the test after: a later attempt would make the gain look larger than it is. */
  post: TestScore | null;
  bestScore: number | null;
  /** By session: whether he or she was present. */
  sessions: Record<string, boolean>;
}

/** A score in hundredths, and the event that tells it. */
export interface TestScore {
  readonly score: number;
  readonly told: Told;
}

/** A batch that was scheduled. */
export interface BatchHistory extends DataOf<'BatchScheduled'> {
  readonly batchId: string;
  readonly told: Told;
  /** The day of its first session. */
  readonly firstSession: LocalDate;
  status: 'scheduled' | 'completed' | 'cancelled';
  /** Rupiah, as told when it was completed; null before. */
  realisedCost: number | null;
  cancelled: { readonly reason: string; readonly participants: readonly string[]; readonly told: Told } | null;
  speakers: DataOf<'ResourcePersonAssigned'>[];
  seats: Map<string, Seat>;
}

/** A conclusion, and the objection against it, if any. */
export interface ConclusionHistory extends Fact<'EvaluationConcluded'> {
  contested: Fact<'EvaluationContested'> | null;
}

/** An evaluation that was planned: one round of the programme, with the batches held under it. */
export interface EvaluationHistory extends DataOf<'EvaluationPlanned'> {
  readonly evaluationId: string;
  readonly told: Told;
  reactions: Fact<'ParticipantReactionRecorded'>[];
  ratings: Fact<'BehaviourRated'>[];
  impacts: Fact<'ProgramImpactMeasured'>[];
  /** In the order in which they were drawn: after a contest there is another one. */
  conclusions: ConclusionHistory[];
}

/** Money that was committed for the programme, rupiah. */
export interface Commitment {
  readonly commitmentId: string;
  readonly budgetId: string;
  readonly planId: string;
  readonly planItemId: string;
  readonly committed: number;
  released: number;
  realized: number;
  /** The events, the commitment first. */
  readonly told: Told[];
}

/** What was decided about a programme. */
export type ProgramDecision =
  | Fact<'ProgramExpanded'>
  | Fact<'MethodReviewOrdered'>
  | Fact<'ProgramMethodRevised'>
  | Fact<'ProgramSuspended'>
  | Fact<'ProgramCancelled'>
  | Fact<'ProgramContinued'>;

/** Workplace learning that belongs to the programme. */
export interface WorkplaceHistory extends Fact<'WorkplaceLearningAssigned'> {
  completed: Fact<'WorkplaceLearningCompleted'> | null;
}

/** Everything that counts of one programme on a day, as it was known: what the events tell, with nothing worked out. */
export interface ProgramHistory {
  readonly programId: string;
  /** Null where it is known only from what others tell of it. */
  designed: Fact<'ProgramDesigned'> | null;
  status: 'none' | 'designed' | 'approved' | 'suspended' | 'cancelled';
  materials: Fact<'LearningMaterialPublished'>[];
  commitments: Commitment[];
  /** In the order of their first days. */
  batches: BatchHistory[];
  /** In the order of their streams. */
  evaluations: EvaluationHistory[];
  recommendations: Fact<'RevisionRecommended'>[];
  /** In the order of the stream of the programme. */
  decisions: ProgramDecision[];
  workplace: WorkplaceHistory[];
  mentorships: (Fact<'MentorshipProposed'> & { readonly mentorshipId: string })[];
  involvements: Fact<'LeadershipInvolvementRecorded'>[];
  /** Needs that were left unserved when it was cancelled. */
  unserved: string[];
}
