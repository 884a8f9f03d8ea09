import {
  AuthorityGranted,
  BudgetCommitted,
  BudgetRealized,
  CertificateIssued,
  CertificateRevoked,
  CompetencyGapValidated,
  DataSubjectRequestDecided,
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
  EvaluationContested,
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  InnovationIdeaDecided,
  InnovationIdeaRaised,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
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
  RecognitionGranted,
  RevisionRecommended,
  SubjectKeyDestroyed,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import type { Told } from './history.js';
import { type Complain, inBoth, law } from './law.js';
import { assessmentOn } from './plan.js';

type Events = readonly Told<unknown>[];

/** Complains of whoever checks what he made, directly or through an operator. */
function apart(makers: Events, checks: Events, complain: Complain): void {
  for (const check of checks) {
    for (const made of makers) {
      if (made.of !== check.of || made.id === check.id) continue;
      const both = inBoth(check.hands, made.hands);
      if (both.length > 0) complain(check, `${both.join()} made it: ${made.type} (event ${made.index})`);
    }
  }
}

/** Complains of whoever checks what benefits himself. */
function unselfish<D>(
  checks: readonly Told<D>[],
  benefits: (check: Told<D>) => readonly string[],
  complain: Complain,
): void {
  for (const check of checks) {
    const both = inBoth(check.hands, benefits(check));
    if (both.length > 0) complain(check, `${both.join()} benefits from it`);
  }
}

const text =
  'Proposer, verifier, validator and establisher of one object are different people over its whole life, operators included; whoever benefits never checks.';

export const needsSegregated = law('R02', text, (history, complain) => {
  const proposed = history.of(DevelopmentNeedProposed);
  const verified = history.of(DevelopmentNeedVerified);
  const validated = history.of(DevelopmentNeedValidated);
  apart(proposed, [...verified, ...validated], complain);
  // To return something makes nothing: who returned it may propose it anew, and somebody else then checks it.
  for (const declined of history.of(DevelopmentNeedDeclined)) {
    apart(history.of(DevelopmentNeedProposed, declined), [declined], complain);
  }
  apart(verified, [...proposed, ...validated], complain);
  unselfish<unknown>(
    [...verified, ...validated],
    (check) =>
      proposed.flatMap(({ of, index, data: { target } }) =>
        of === check.of && index < check.index && target.kind === 'employee' ? [target.employeeId] : [],
      ),
    complain,
  );
  for (const gap of history.of(CompetencyGapValidated)) {
    const assessed = assessmentOn(history, gap.of, gap.data.competency, gap.on, gap);
    if (assessed !== undefined) apart([assessed], [gap], complain);
  }
  unselfish(history.of(CompetencyGapValidated), ({ of }) => [of], complain);
});

export const plansSegregated = law('R02', text, (history, complain) => {
  const made = [
    ...history.of(DevelopmentPlanDrafted),
    ...history.of(PlanItemAdded),
    ...history.of(PlanItemRemoved),
    ...history.of(DevelopmentPlanSubmitted),
  ];
  apart(made, [...history.of(DevelopmentPlanEstablished), ...history.of(DevelopmentPlanRevised)], complain);
  for (const returned of history.of(DevelopmentPlanReturned)) {
    apart(
      made.filter(({ index }) => index < returned.index),
      [returned],
      complain,
    );
  }
  const committed = history.of(BudgetCommitted);
  for (const paid of history.of(BudgetRealized)) {
    apart(
      committed.filter(({ data }) => data.commitmentId === paid.data.commitmentId),
      [paid],
      complain,
    );
  }
});

export const programsSegregated = law('R02', text, (history, complain) => {
  const designed = history.of(ProgramDesigned);
  const approved = history.of(ProgramApproved);
  apart(designed, approved, complain);
  unselfish(
    approved,
    ({ of }) => designed.flatMap((one) => (one.of === of && one.data.requestedBy ? [one.data.requestedBy] : [])),
    complain,
  );
  const recommended = history.of(RevisionRecommended);
  for (const decision of [
    ...history.of(ProgramExpanded),
    ...history.of(MethodReviewOrdered),
    ...history.of(ProgramContinued),
    ...history.of(ProgramSuspended),
    ...history.of(ProgramCancelled),
  ]) {
    const { recommendationId } = decision.data;
    const named = recommended.filter(({ data }) => data.recommendationId === recommendationId);
    apart(named, [decision], complain);
  }
  for (const revised of history.of(ProgramMethodRevised)) {
    const order = history
      .of(MethodReviewOrdered, revised)
      .filter(({ of }) => of === revised.of)
      .at(-1);
    if (order !== undefined) apart([order], [revised], complain);
  }
});

export const trainingSegregated = law('R02', text, (history, complain) => {
  for (const confirmed of history.of(NominationConfirmed)) {
    const { employeeId } = confirmed.data;
    const nominated = history.of(ParticipantNominated, confirmed).filter(({ data }) => data.employeeId === employeeId);
    const last = nominated.filter(({ of }) => of === confirmed.of).at(-1);
    if (last !== undefined) apart([last], [confirmed], complain);
  }
  unselfish(history.of(NominationConfirmed), ({ data }) => [data.employeeId], complain);
  unselfish(history.of(CertificateIssued), ({ data }) => [data.employeeId], complain);
  apart(history.of(CertificateIssued), history.of(CertificateRevoked), complain);
  unselfish(history.of(CertificateRevoked), ({ data }) => [data.employeeId], complain);
  unselfish(history.of(WorkplaceLearningAssigned), ({ data }) => [data.employeeId], complain);
  unselfish(history.of(WorkplaceLearningCompleted), ({ data }) => [data.employeeId], complain);
  const claimed = history.of(JpClaimSubmitted);
  for (const rejected of history.of(JpClaimRejected)) {
    apart(
      claimed.filter(({ data }) => data.claimId === rejected.data.claimId),
      [rejected],
      complain,
    );
  }
  for (const credited of history.of(JpCredited)) {
    const { source } = credited.data;
    if (source.kind !== 'claim') continue;
    apart(
      claimed.filter(({ data }) => data.claimId === source.claimId),
      [credited],
      complain,
    );
  }
});

export const mentoringSegregated = law('R02', text, (history, complain) => {
  const proposed = history.of(MentorshipProposed);
  apart(proposed, history.of(MentorshipApproved), complain);
  unselfish(history.of(MentorshipApproved), ({ data }) => [data.mentorId, data.menteeId], complain);
  for (const confirmed of history.of(MentoringSessionConfirmed)) {
    const { sessionId } = confirmed.data;
    const recorded = history
      .standing(MentoringSessionRecorded, confirmed)
      .filter(({ data }) => data.sessionId === sessionId);
    apart(recorded, [confirmed], complain);
  }
  apart(
    history.of(InnovationIdeaRaised).filter(({ data }) => data.raisedBy),
    history.of(InnovationIdeaDecided),
    complain,
  );
  unselfish(history.of(RecognitionGranted), ({ of }) => [of], complain);
});

export const oversightSegregated = law('R02', text, (history, complain) => {
  for (const contested of history.of(EvaluationContested)) {
    const concluded = history
      .of(EvaluationConcluded, contested)
      .filter(({ of }) => of === contested.of)
      .at(-1);
    if (concluded !== undefined) apart([concluded], [contested], complain);
  }
  const assigned = history.of(ImprovementActionAssigned);
  unselfish(
    history.of(ImprovementActionCompleted),
    ({ of }) => assigned.flatMap((one) => (one.of === of ? [one.data.ownerId] : [])),
    complain,
  );
  unselfish(history.of(AuthorityGranted), ({ data }) => [data.subjectId], complain);
  unselfish(history.of(DataSubjectRequestDecided), ({ of }) => [of], complain);
  unselfish(history.of(SubjectKeyDestroyed), ({ of }) => [of], complain);
});

export const segregationLaws = [
  needsSegregated,
  plansSegregated,
  programsSegregated,
  trainingSegregated,
  mentoringSegregated,
  oversightSegregated,
];
