import type { AssessmentMethod, JpSource, LocalDate, PositionKind } from '@pembinaan/core';

/** The event that tells something, so that every line of a history can be traced. */
export interface Source {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** A line of the timeline: which event, when it was true, when it was recorded, and what it corrects. */
export interface TimelineEntry extends Source {
  readonly type: string;
  /** What a reader needs to tell the line: codes and figures, no names. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  readonly corrects?: { readonly eventId: string; readonly reason: string };
  /** The event that corrected this line, when one did. */
  readonly correctedBy?: string;
}

export interface PlacementRecord {
  readonly position: string;
  readonly positionKind: PositionKind;
  readonly standardId: string;
  readonly unitId: string;
  readonly superiorId: string | null;
  readonly from: LocalDate;
  readonly source: Source;
  /** The event that corrected this placement, when one did: the person did not stand there. */
  correctedBy: string | null;
}

export interface AssessmentRecord {
  readonly assessmentId: string;
  readonly competency: string;
  readonly level: number;
  readonly method: AssessmentMethod;
  readonly assessedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly assessorId: string;
  /** What it rests on: `batch/…` or the reference of a document. */
  readonly evidence: readonly string[];
  readonly source: Source;
  /** The event that corrected this record, when one did; the record stays visible. */
  correctedBy: string | null;
}

export interface GapRecord {
  readonly gapId: string;
  readonly competency: string;
  readonly required: number;
  readonly actual: number;
  readonly priority: string;
  readonly source: Source;
}

export interface TrainingRecord {
  readonly batchId: string;
  readonly programId: string;
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn' | 'cancelled';
  declineReason: string | null;
  /** Why the whole batch was cancelled, when it was. */
  cancelReason: string | null;
  period: { readonly from: string; readonly to: string } | null;
  /** JP hundredths that the batch is worth. */
  jp: number | null;
  sessionsAttended: string[];
  /** Hundredths, latest record for each kind and attempt. */
  results: { readonly kind: string; readonly attempt: number; readonly score: number }[];
  outcomeReason: string | null;
  /** Everything that told it, in the order of the stream of the batch. */
  sources: Source[];
}

export interface CertificateRecord {
  readonly certificateId: string;
  readonly number: string;
  readonly issuer: string;
  readonly programId: string;
  readonly jp: number;
  readonly period: { readonly from: string; readonly to: string };
  readonly validUntil: string | null;
  readonly source: Source;
  /** Why and by which event it was revoked, when it was; the record stays visible. */
  revoked: { readonly reason: string; readonly source: Source } | null;
}

export interface CreditRecord {
  readonly year: number;
  readonly form: string;
  readonly activityDate: string;
  /** JP hundredths before and after the caps. */
  readonly jpRaw: number;
  readonly jpCredited: number;
  /** The cap that took the difference, as the policy of the day of the activity had it; null where none did. */
  readonly cap: {
    readonly value: number;
    readonly unit: 'jp' | 'meetings';
    readonly per: 'day' | 'month' | 'module';
  } | null;
  readonly from: JpSource['kind'];
  /** The meetings or days to which a cap applies, where they are not the activity date alone. */
  readonly parts: readonly { readonly date: LocalDate; readonly jpRaw: number; readonly jpCredited: number }[];
  readonly source: Source;
  /** The event that corrected or reversed this credit, when one did. */
  correctedBy: string | null;
}

export interface MentoringRecord {
  readonly mentorshipId: string;
  readonly role: 'mentor' | 'mentee';
  readonly otherId: string;
  readonly kind: string;
  readonly period: { readonly from: string; readonly to: string };
  status: 'proposed' | 'approved' | 'ended';
  outcome: string | null;
  /** Why it ended, where a reason was given. */
  endReason: string | null;
  sessions: {
    readonly sessionId: string;
    readonly date: string;
    readonly minutes: number;
    status: 'recorded' | 'confirmed' | 'disputed';
  }[];
  readonly source: Source;
}

export interface BehaviourRecord {
  readonly ratingId: string;
  readonly programId: string;
  readonly raterKind: string;
  readonly ratedOn: string;
  readonly ratings: readonly { readonly of: string; readonly score: number }[];
  readonly source: Source;
  correctedBy: string | null;
}

/** A placement at another workplace in order to learn: internship, secondment, benchmarking, exchange, on-the-job guidance. */
export interface WorkplaceLearningRecord {
  readonly workplaceLearningId: string;
  readonly form: string;
  readonly host: { readonly kind: 'unit' | 'partner'; readonly id: string };
  readonly hostMentorId: string;
  readonly period: { readonly from: string; readonly to: string };
  /** JP hundredths that it was worth when it was assigned. */
  readonly jp: number;
  status: 'assigned' | 'completed' | 'stopped';
  /** The last day of the activity, once it is over. */
  endedOn: string | null;
  stopReason: string | null;
  sources: Source[];
}

/** What a person claims for an activity of his or her own. */
export interface ClaimRecord {
  readonly claimId: string;
  readonly form: string;
  readonly from: string;
  readonly to: string;
  status: 'submitted' | 'credited' | 'rejected';
  rejectReason: string | null;
  sources: Source[];
}

/** A meeting of a learning community at which the person was, by the event that is named. */
export interface MeetingRecord {
  readonly communityId: string;
  readonly meetingId: string;
  readonly date: string;
  readonly minutes: number;
  readonly source: Source;
  correctedBy: string | null;
}

export interface RecognitionRecord {
  readonly recognitionId: string;
  readonly kind: string;
  /** What it is for: an evaluation, an idea or a document. */
  readonly basis: { readonly kind: string; readonly ref: string };
  readonly careerLink: string;
  readonly shownAsRoleModel: boolean;
  readonly source: Source;
}

/** The performance predicate of a year, or of a quarter of it. */
export interface PredicateRecord {
  readonly year: number;
  readonly quarter: number | null;
  readonly results: string;
  readonly behaviour: string;
  readonly predicate: string;
  readonly source: Source;
  correctedBy: string | null;
}

/** A need of this person, as it was proposed. */
export interface NeedRecord {
  readonly needId: string;
  readonly year: number;
  readonly origin: string;
  readonly competency: string;
  readonly form: string;
  /** JP hundredths. */
  readonly jp: number;
  readonly source: Source;
}

/** Everything that the events tell about the development of one person, by subject; each list in the order of when it was true. */
export interface PersonHistory {
  readonly employeeId: string;
  /** Null until the person is registered here. */
  kind: 'pns' | 'pppk' | 'pppkPartTime' | null;
  /** Of a PPPK. */
  contract: { readonly from: LocalDate; readonly to: LocalDate } | null;
  separatedOn: LocalDate | null;
  placements: PlacementRecord[];
  assessments: AssessmentRecord[];
  gaps: GapRecord[];
  needs: NeedRecord[];
  training: TrainingRecord[];
  certificates: CertificateRecord[];
  credits: CreditRecord[];
  mentoring: MentoringRecord[];
  behaviour: BehaviourRecord[];
  workplaceLearning: WorkplaceLearningRecord[];
  claims: ClaimRecord[];
  /**
   * Meetings of learning communities. A correction that takes the person from the attendees is not told to this row: the view on a person
   * says by the records of the community whether the person was there.
   */
  meetings: MeetingRecord[];
  recognitions: RecognitionRecord[];
  predicates: PredicateRecord[];
  /** What the events tell, line by line. */
  timeline: TimelineEntry[];
}
