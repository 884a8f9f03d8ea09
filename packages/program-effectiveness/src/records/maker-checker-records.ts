import {
  BudgetCommitted,
  BudgetRealized,
  DevelopmentNeedDeclined,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  EvaluationConcluded,
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  type Maker,
  MentorshipApproved,
  MentorshipProposed,
  MethodReviewOrdered,
  NominationConfirmed,
  ParticipantNominated,
  PlanItemAdded,
  PlanItemRemoved,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramDesigned,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { idOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';

/** What somebody did to an object: made it, or checked or decided on what others made. */
export interface Act {
  readonly type: string;
  readonly subjectId: string;
  /** Who typed it, where that was somebody else. */
  readonly operatorId: string | null;
  readonly eventId: string;
  /** When the store took it: what a person types as the time of the act is no evidence of haste. */
  readonly recordedAt: string;
  /** The recommendation that it made or followed, and of which kind it made it. */
  readonly recommendationId: string | null;
  readonly kind: string | null;
  /** The evaluation that it concluded or rested on. */
  readonly evaluationId: string | null;
}

export interface MakerCheckerRow {
  /** The thing that is made and checked: a stream, or one part of a stream. */
  readonly object: string;
  acts: Act[];
}

/** Who made and who checked each thing (R02), keyed by the thing. */
export const makerCheckerRecords = projection({
  name: 'maker-checker-records',
  version: 1,
  events: [
    DevelopmentNeedProposed,
    DevelopmentNeedVerified,
    DevelopmentNeedValidated,
    DevelopmentNeedDeclined,
    DevelopmentPlanDrafted,
    PlanItemAdded,
    PlanItemRemoved,
    DevelopmentPlanSubmitted,
    DevelopmentPlanReturned,
    DevelopmentPlanEstablished,
    DevelopmentPlanRevised,
    BudgetCommitted,
    BudgetRealized,
    ProgramDesigned,
    ProgramApproved,
    EvaluationConcluded,
    RevisionRecommended,
    ProgramExpanded,
    MethodReviewOrdered,
    ProgramMethodRevised,
    ProgramSuspended,
    ProgramCancelled,
    ProgramContinued,
    ParticipantNominated,
    NominationConfirmed,
    JpClaimSubmitted,
    JpClaimRejected,
    JpCredited,
    MentorshipProposed,
    MentorshipApproved,
    ImprovementActionAssigned,
    ImprovementActionCompleted,
  ],
  initial: (object): MakerCheckerRow => ({ object, acts: [] }),
  key: (event) => {
    switch (event.type) {
      case 'EvaluationConcluded':
        return `program-${event.data.programId}`;
      case 'BudgetCommitted':
      case 'BudgetRealized':
        return `${event.stream}/${event.data.commitmentId}`;
      case 'ParticipantNominated':
      case 'NominationConfirmed':
        return `${event.stream}/${event.data.employeeId}`;
      case 'JpClaimSubmitted':
      case 'JpClaimRejected':
        return `${event.stream}/${event.data.claimId}`;
      case 'JpCredited':
        // Only a claim has a maker; other sources are credited for what was checked where it happened.
        return event.data.source.kind === 'claim' ? `${event.stream}/${event.data.source.claimId}` : undefined;
      default:
        return event.stream;
    }
  },
  on: {
    DevelopmentNeedProposed: (row, event) => did(row, event, event.data.proposedBy),
    DevelopmentNeedVerified: (row, event) => did(row, event, event.data.verifiedBy),
    DevelopmentNeedValidated: (row, event) => did(row, event, event.data.validatedBy),
    DevelopmentNeedDeclined: (row, event) => did(row, event, event.data.declinedBy),
    DevelopmentPlanDrafted: (row, event) => did(row, event, event.data.draftedBy),
    PlanItemAdded: (row, event) => did(row, event, event.data.addedBy),
    PlanItemRemoved: (row, event) => did(row, event, event.data.removedBy),
    DevelopmentPlanSubmitted: (row, event) => did(row, event, event.data.submittedBy),
    DevelopmentPlanReturned: (row, event) => did(row, event, event.data.returnedBy),
    DevelopmentPlanEstablished: (row, event) => did(row, event, event.data.establishedBy),
    DevelopmentPlanRevised: (row, event) => did(row, event, event.data.revisedBy),
    BudgetCommitted: (row, event) => did(row, event, event.data.committedBy),
    BudgetRealized: (row, event) => did(row, event, event.data.realizedBy),
    ProgramDesigned: (row, event) => did(row, event, event.data.designedBy),
    ProgramApproved: (row, event) => did(row, event, event.data.approvedBy),
    EvaluationConcluded: (row, event) => did(row, event, event.data.concludedBy, { evaluationId: idOf(event.stream) }),
    RevisionRecommended: (row, event) =>
      did(row, event, event.data.recommendedBy, {
        recommendationId: event.data.recommendationId,
        kind: event.data.kind,
      }),
    ProgramExpanded: (row, event) =>
      did(row, event, event.data.expandedBy, {
        recommendationId: event.data.recommendationId,
        evaluationId: event.data.evaluationId,
      }),
    MethodReviewOrdered: (row, event) =>
      did(row, event, event.data.orderedBy, { recommendationId: event.data.recommendationId }),
    ProgramMethodRevised: (row, event) => did(row, event, event.data.revisedBy),
    ProgramSuspended: (row, event) => did(row, event, event.data.suspendedBy),
    ProgramCancelled: (row, event) => did(row, event, event.data.cancelledBy),
    ProgramContinued: (row, event) =>
      did(row, event, event.data.continuedBy, { recommendationId: event.data.recommendationId }),
    ParticipantNominated: (row, event) => did(row, event, event.data.nominatedBy),
    NominationConfirmed: (row, event) => did(row, event, event.data.confirmedBy),
    JpClaimSubmitted: (row, event) => did(row, event, event.data.submittedBy),
    JpClaimRejected: (row, event) => did(row, event, event.data.rejectedBy),
    JpCredited: (row, event) => did(row, event, event.data.verifiedBy),
    MentorshipProposed: (row, event) => did(row, event, event.data.proposedBy),
    MentorshipApproved: (row, event) => did(row, event, event.data.approvedBy),
    // Who does the work is its owner; whoever assigned it may well verify it.
    ImprovementActionAssigned: (row, event) => did(row, event, { subjectId: event.data.ownerId }),
    ImprovementActionCompleted: (row, event) => did(row, event, event.data.verifiedBy),
  },
});

function did(
  row: MakerCheckerRow,
  { type, id, recordedAt }: RecordedEvent,
  { subjectId, operatorId }: Maker,
  { recommendationId = null, kind = null, evaluationId = null }: Partial<Reference> = {},
): MakerCheckerRow {
  row.acts.push({
    type,
    subjectId,
    operatorId: operatorId ?? null,
    eventId: id,
    recordedAt,
    recommendationId,
    kind,
    evaluationId,
  });
  return row;
}

type Reference = Pick<Act, 'recommendationId' | 'kind' | 'evaluationId'>;

/** Everybody who had a hand in an act: who answers for it, and who typed it (R04). */
export function handsOf({ subjectId, operatorId }: Act): readonly string[] {
  return operatorId === null ? [subjectId] : [subjectId, operatorId];
}

/** All that goes into a plan before it is decided on. */
const PLAN_WORK = ['DevelopmentPlanDrafted', 'PlanItemAdded', 'PlanItemRemoved', 'DevelopmentPlanSubmitted'] as const;

/** Of whom each act has to be independent, as the rules ask (R02, R25, R26): by the acts that they did. */
const CHECKS: Readonly<Record<string, readonly string[]>> = {
  DevelopmentNeedVerified: ['DevelopmentNeedProposed'],
  DevelopmentNeedValidated: ['DevelopmentNeedProposed', 'DevelopmentNeedVerified'],
  DevelopmentNeedDeclined: ['DevelopmentNeedProposed'],
  DevelopmentPlanReturned: PLAN_WORK,
  DevelopmentPlanEstablished: PLAN_WORK,
  DevelopmentPlanRevised: PLAN_WORK,
  BudgetRealized: ['BudgetCommitted'],
  ProgramApproved: ['ProgramDesigned'],
  ProgramExpanded: ['ProgramDesigned', 'EvaluationConcluded', 'RevisionRecommended'],
  MethodReviewOrdered: ['RevisionRecommended'],
  ProgramMethodRevised: ['MethodReviewOrdered'],
  ProgramSuspended: ['RevisionRecommended'],
  ProgramCancelled: ['RevisionRecommended'],
  ProgramContinued: ['RevisionRecommended'],
  NominationConfirmed: ['ParticipantNominated'],
  JpCredited: ['JpClaimSubmitted'],
  JpClaimRejected: ['JpClaimSubmitted'],
  MentorshipApproved: ['MentorshipProposed'],
  ImprovementActionCompleted: ['ImprovementActionAssigned'],
};

/** Which recommendation a decision follows where it names none. */
const FOLLOWS: Readonly<Record<string, string>> = { ProgramSuspended: 'suspend', ProgramCancelled: 'cancel' };

/** The acts that an act checks or decides on; none where it checks nothing. */
export function checkedBy(check: Act, acts: readonly Act[]): readonly Act[] {
  const before = acts.slice(0, acts.indexOf(check)).filter(({ type }) => (CHECKS[check.type] ?? []).includes(type));
  // A review is answered once: the orders before the last have been answered by others.
  if (check.type === 'ProgramMethodRevised') return before.slice(-1);
  return before.filter(({ type, recommendationId, kind, evaluationId }) => {
    if (type === 'EvaluationConcluded') return evaluationId === check.evaluationId;
    if (type !== 'RevisionRecommended') return true;
    return check.recommendationId === null ? kind === FOLLOWS[check.type] : recommendationId === check.recommendationId;
  });
}
