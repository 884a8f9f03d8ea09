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
}

export interface PlacementRecord {
  readonly position: string;
  readonly positionKind: string;
  readonly standardId: string;
  readonly unitId: string;
  readonly superiorId: string | null;
  readonly from: string;
  readonly source: Source;
}

export interface AssessmentRecord {
  readonly assessmentId: string;
  readonly competency: string;
  readonly level: number;
  readonly method: string;
  readonly assessedOn: string;
  readonly validUntil: string | null;
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
  status: 'nominated' | 'declined' | 'confirmed' | 'completed' | 'notCompleted' | 'withdrawn';
  declineReason: string | null;
  period: { readonly from: string; readonly to: string } | null;
  /** JP hundredths that the batch is worth. */
  jp: number | null;
  sessionsAttended: string[];
  /** Hundredths, latest record for each kind and attempt. */
  results: { readonly kind: string; readonly attempt: number; readonly score: number }[];
  outcomeReason: string | null;
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
}

export interface CreditRecord {
  readonly year: number;
  readonly form: string;
  readonly activityDate: string;
  /** JP hundredths before and after the caps. */
  readonly jpRaw: number;
  readonly jpCredited: number;
  readonly capApplied: boolean;
  readonly from: 'batch' | 'mentorship';
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

/** Everything that the events tell about the development of one person. */
export interface PersonHistory {
  readonly employeeId: string;
  /** Null until the person is registered here. */
  kind: 'pns' | 'pppk' | 'pppkPartTime' | null;
  separatedOn: string | null;
  placements: PlacementRecord[];
  assessments: AssessmentRecord[];
  gaps: GapRecord[];
  training: TrainingRecord[];
  certificates: CertificateRecord[];
  credits: CreditRecord[];
  mentoring: MentoringRecord[];
  behaviour: BehaviourRecord[];
  /** In the order in which the events were recorded. */
  timeline: TimelineEntry[];
}
