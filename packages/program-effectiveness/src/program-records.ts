import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  BehaviourRated,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  CertificateIssued,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  LearningMaterialPublished,
  LearningResultRecorded,
  MethodReviewOrdered,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ParticipantReactionRecorded,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramDesigned,
  ProgramExpanded,
  ProgramImpactMeasured,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { categoryOf, correctionOf, idOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';
import type {
  BatchRecord,
  CommitmentRecord,
  DecisionRecord,
  EvaluationRecord,
  ParticipantRecord,
  ProgramRecord,
  Source,
} from './program-record.js';

/** What is known of each programme, keyed by programme id. */
export const programRecords = projection({
  name: 'program-records',
  version: 4,
  events: [
    ProgramDesigned,
    ProgramApproved,
    LearningMaterialPublished,
    BudgetCommitted,
    BudgetReleased,
    BudgetRealized,
    BatchScheduled,
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    AttendanceRecorded,
    LearningResultRecorded,
    ParticipantOutcomeDecided,
    BatchCompleted,
    BatchCancelled,
    CertificateIssued,
    EvaluationPlanned,
    ParticipantReactionRecorded,
    BehaviourRated,
    ProgramImpactMeasured,
    EvaluationConcluded,
    EvaluationContested,
    RevisionRecommended,
    ProgramExpanded,
    MethodReviewOrdered,
    ProgramMethodRevised,
    ProgramSuspended,
    ProgramCancelled,
    ProgramContinued,
  ],
  initial: (programId): ProgramRecord => ({
    programId,
    name: programId,
    track: '',
    form: '',
    status: 'none',
    planItem: null,
    jp: 0,
    estimatedCost: 0,
    commitments: [],
    batches: [],
    certificates: 0,
    materials: [],
    reactions: {},
    evaluations: [],
    recommendations: [],
    decisions: [],
    citable: {},
  }),
  key: (event) =>
    'programId' in event.data
      ? event.data.programId
      : categoryOf(event.stream) === 'program'
        ? idOf(event.stream)
        : undefined,
  on: {
    ProgramDesigned: (program, { data }) => {
      program.name = data.name;
      program.track = data.track;
      program.form = data.form;
      program.status = 'designed';
      program.planItem = data.planItem === undefined ? null : { ...data.planItem };
      program.jp = data.jp;
      program.estimatedCost = data.estimatedCost;
      return program;
    },
    ProgramApproved: (program) => {
      program.status = 'approved';
      return program;
    },

    LearningMaterialPublished: (program, event) => {
      const { materialId, version, title, kind, validUntil } = event.data;
      const source = sourceOf(event);
      program.materials.push({ materialId, version, title, kind, validUntil: validUntil ?? null, source });
      return program;
    },

    BudgetCommitted: (program, { stream, data }) => {
      program.commitments.push({
        commitmentId: data.commitmentId,
        budgetId: idOf(stream),
        committed: data.amount,
        released: 0,
        realized: 0,
      });
      return program;
    },
    BudgetReleased: (program, { stream, data }) => {
      const commitment = commitmentOf(program, idOf(stream), data.commitmentId);
      if (commitment !== undefined) commitment.released += data.amount;
      return program;
    },
    BudgetRealized: (program, { stream, data }) => {
      const commitment = commitmentOf(program, idOf(stream), data.commitmentId);
      if (commitment !== undefined) commitment.realized += data.amount;
      return program;
    },

    BatchScheduled: (program, { stream, data }) => {
      program.batches.push({
        batchId: idOf(stream),
        evaluationId: data.evaluationId,
        status: 'scheduled',
        period: { ...data.period },
        cancelled: null,
        participants: {},
      });
      return program;
    },
    ParticipantNominated: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        participant.status = 'nominated';
      }),
    NominationConfirmed: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        participant.status = 'confirmed';
      }),
    NominationDeclined: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        participant.status = 'declined';
        participant.declineReason = event.data.reason.code;
      }),
    AttendanceRecorded: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        const others = participant.sessionsAttended.filter((sessionId) => sessionId !== event.data.sessionId);
        participant.sessionsAttended = event.data.present ? [...others, event.data.sessionId] : others;
      }),
    LearningResultRecorded: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        if (event.data.attempt !== 1) return;
        if (event.data.kind === 'pre') participant.pre = event.data.score;
        if (event.data.kind === 'post') participant.post = event.data.score;
      }),
    ParticipantOutcomeDecided: (program, event) =>
      withParticipant(program, event, event.data.employeeId, (participant) => {
        participant.status = event.data.outcome;
      }),
    BatchCompleted: (program, { stream }) => settleBatch(program, idOf(stream), 'completed'),
    BatchCancelled: (program, { stream, data }) =>
      settleBatch(program, idOf(stream), 'cancelled', {
        reason: data.reason.code,
        participants: [...data.participants],
      }),
    CertificateIssued: (program) => {
      program.certificates++;
      return program;
    },

    EvaluationPlanned: (program, event) => {
      const { design, levels, minimumEffect, minimumN } = event.data;
      program.evaluations.push({
        evaluationId: idOf(event.stream),
        design,
        levels: [...levels],
        minimumEffect,
        minimumN,
        planned: sourceOf(event),
        behaviour: [],
        impacts: [],
        conclusions: [],
        contested: false,
      });
      return program;
    },
    ParticipantReactionRecorded: (program, { data: { batchId, scores } }) => {
      const reaction = program.reactions[batchId] ?? { n: 0, speaker: 0, material: 0, organiser: 0, facility: 0 };
      program.reactions[batchId] = reaction;
      reaction.n++;
      reaction.speaker += scores.speaker;
      reaction.material += scores.material;
      reaction.organiser += scores.organiser;
      reaction.facility += scores.facility;
      return program;
    },
    BehaviourRated: (program, event) =>
      withEvaluation(program, event, (evaluation) => {
        const { ratingId, employeeId, raterKind, ratings } = event.data;
        // A rating that is known comes again only as a correction.
        if (correctionOf(event) !== undefined) {
          evaluation.behaviour = evaluation.behaviour.filter((known) => known.ratingId !== ratingId);
        }
        evaluation.behaviour.push({ ratingId, employeeId, raterKind, scores: ratings.map(({ score }) => score) });
      }),
    ProgramImpactMeasured: (program, event) =>
      withEvaluation(program, event, (evaluation) => {
        const { unitId, service, outcome, comparison, improvement, guard, n } = event.data;
        const corrected = correctionOf(event)?.eventId;
        for (const impact of evaluation.impacts) {
          if (corrected !== undefined && impact.source.eventId === corrected) impact.correctedBy = event.id;
        }
        evaluation.impacts.push({
          unitId,
          service,
          outcome: { metric: outcome.metric, before: outcome.before, after: outcome.after },
          comparison:
            comparison === undefined
              ? null
              : {
                  unitId: comparison.unitId,
                  outcome: {
                    metric: comparison.outcome.metric,
                    before: comparison.outcome.before,
                    after: comparison.outcome.after,
                  },
                },
          improvement,
          guard:
            guard === undefined
              ? null
              : { metric: guard.metric, before: guard.before, after: guard.after, worsened: guard.worsened },
          n,
          source: sourceOf(event),
          correctedBy: null,
        });
      }),
    EvaluationConcluded: (program, event) =>
      withEvaluation(program, event, (evaluation) => {
        const { conclusion, concludedOn, measuredLevels, missingLevels, strengths, weaknesses, evidence } = event.data;
        evaluation.conclusions.push({
          conclusion,
          on: concludedOn,
          measuredLevels: [...measuredLevels],
          missingLevels: [...missingLevels],
          strengths: [...strengths],
          weaknesses: [...weaknesses],
          evidence: [...evidence],
          source: sourceOf(event),
        });
        evaluation.contested = false;
      }),
    EvaluationContested: (program, event) =>
      withEvaluation(program, event, (evaluation) => {
        evaluation.contested = true;
      }),

    RevisionRecommended: (program, event) => {
      const { recommendationId, kind, evaluationId, causeEvents, justification } = event.data;
      program.citable[event.id] = sourceOf(event);
      program.recommendations.push({
        recommendationId,
        kind,
        evaluationId: evaluationId ?? null,
        causeEvents: [...causeEvents],
        justification: justification ?? null,
        source: sourceOf(event),
      });
      return program;
    },
    ProgramExpanded: (program, event) =>
      decided(program, event, 'expanded', event.data.expandedBy.subjectId, event.data.recommendationId),
    MethodReviewOrdered: (program, event) =>
      decided(program, event, 'methodReviewOrdered', event.data.orderedBy.subjectId, event.data.recommendationId),
    ProgramMethodRevised: (program, event) =>
      decided(program, event, 'methodRevised', event.data.revisedBy.subjectId, null),
    ProgramSuspended: (program, event) => {
      program.status = 'suspended';
      return decided(program, event, 'suspended', event.data.suspendedBy.subjectId, null, event.data.reason.code);
    },
    ProgramCancelled: (program, event) => {
      program.status = 'cancelled';
      return decided(program, event, 'cancelled', event.data.cancelledBy.subjectId, null, event.data.reason.code);
    },
    ProgramContinued: (program, event) => {
      program.status = 'approved';
      return decided(program, event, 'continued', event.data.continuedBy.subjectId, event.data.recommendationId);
    },
  },
});

function sourceOf(event: RecordedEvent): Source {
  const { id, type, stream, revision, position, occurredAt } = event;
  return { eventId: id, type, stream, revision, position, occurredAt };
}

/** A commitment id is unique within its budget, and a programme may be paid from two. */
function commitmentOf(program: ProgramRecord, budgetId: string, commitmentId: string): CommitmentRecord | undefined {
  return program.commitments.findLast((known) => known.budgetId === budgetId && known.commitmentId === commitmentId);
}

function withParticipant(
  program: ProgramRecord,
  event: RecordedEvent,
  employeeId: string,
  change: (participant: ParticipantRecord) => void,
): ProgramRecord {
  const batch = program.batches.findLast(({ batchId }) => batchId === idOf(event.stream));
  if (batch === undefined) return program;
  const participant = batch.participants[employeeId] ?? {
    status: 'nominated',
    declineReason: null,
    sessionsAttended: [],
    pre: null,
    post: null,
  };
  batch.participants[employeeId] = participant;
  change(participant);
  return program;
}

function settleBatch(
  program: ProgramRecord,
  batchId: string,
  status: BatchRecord['status'],
  cancelled: BatchRecord['cancelled'] = null,
): ProgramRecord {
  for (const batch of program.batches) if (batch.batchId === batchId) Object.assign(batch, { status, cancelled });
  return program;
}

function withEvaluation(
  program: ProgramRecord,
  event: RecordedEvent,
  change: (evaluation: EvaluationRecord) => void,
): ProgramRecord {
  program.citable[event.id] = sourceOf(event);
  const evaluation = program.evaluations.findLast(({ evaluationId }) => evaluationId === idOf(event.stream));
  if (evaluation !== undefined) change(evaluation);
  return program;
}

function decided(
  program: ProgramRecord,
  event: RecordedEvent,
  decision: DecisionRecord['decision'],
  decidedBy: string,
  recommendationId: string | null,
  reason: string | null = null,
): ProgramRecord {
  const { actor, policyVersion, facts } = event.metadata;
  program.decisions.push({
    decision,
    recommendationId,
    reason,
    decidedBy,
    authorityId: actor.authorityId ?? null,
    policyVersion: policyVersion ?? null,
    facts: facts.map((fact) => ({ stream: fact.stream, revision: fact.revision })),
    source: sourceOf(event),
  });
  return program;
}
