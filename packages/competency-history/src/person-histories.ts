import {
  AttendanceRecorded,
  BatchCancelled,
  BehaviourRated,
  CertificateIssued,
  CertificateRevoked,
  CompetencyAssessed,
  CompetencyGapValidated,
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  LearningCommunityMet,
  LearningResultRecorded,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  PerformancePredicateRecorded,
  RecognitionGranted,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { correctionOf, idOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';
import type {
  ClaimRecord,
  MentoringRecord,
  PersonHistory,
  Source,
  TimelineEntry,
  TrainingRecord,
  WorkplaceLearningRecord,
} from './person-history.js';
import { basisRef } from './records/recognition-records.js';

/**
 * The development history of each person, keyed by employee id.
 *
 * A correction replaces what it corrects in the derived figures, and both stay in the history.
 */
export const personHistories = projection({
  name: 'person-histories',
  version: 2,
  events: [
    EmployeeRegistered,
    EmployeePlaced,
    EmployeeSeparated,
    CompetencyAssessed,
    CompetencyGapValidated,
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    AttendanceRecorded,
    LearningResultRecorded,
    ParticipantOutcomeDecided,
    BatchCancelled,
    WorkplaceLearningAssigned,
    WorkplaceLearningCompleted,
    CertificateIssued,
    CertificateRevoked,
    JpClaimSubmitted,
    JpClaimRejected,
    JpCredited,
    MentorshipProposed,
    MentorshipApproved,
    MentoringSessionRecorded,
    MentoringSessionConfirmed,
    MentorshipEnded,
    LearningCommunityMet,
    BehaviourRated,
    PerformancePredicateRecorded,
    RecognitionGranted,
  ],
  initial: (employeeId): PersonHistory => ({
    employeeId,
    kind: null,
    separatedOn: null,
    placements: [],
    assessments: [],
    gaps: [],
    training: [],
    certificates: [],
    credits: [],
    mentoring: [],
    behaviour: [],
    workplaceLearning: [],
    claims: [],
    meetings: [],
    recognitions: [],
    predicates: [],
    timeline: [],
  }),
  key: (event) => {
    switch (event.type) {
      case 'EmployeeRegistered':
      case 'EmployeePlaced':
      case 'EmployeeSeparated':
      case 'CompetencyAssessed':
      case 'CompetencyGapValidated':
      case 'PerformancePredicateRecorded':
      case 'RecognitionGranted':
        return idOf(event.stream);
      case 'BatchCancelled':
        return event.data.participants;
      case 'LearningCommunityMet':
        return event.data.attendees;
      case 'MentorshipProposed':
      case 'MentorshipApproved':
      case 'MentoringSessionRecorded':
      case 'MentoringSessionConfirmed':
      case 'MentorshipEnded':
        return [event.data.mentorId, event.data.menteeId];
      default:
        return event.data.employeeId;
    }
  },
  on: {
    EmployeeRegistered: (person, event) => {
      person.kind = event.data.kind;
      return tell(person, event, { kind: event.data.kind });
    },
    EmployeePlaced: (person, event) => {
      const { position, positionKind, standardId, unitId, superiorId, from } = event.data;
      person.placements.push({
        position,
        positionKind,
        standardId,
        unitId,
        superiorId: superiorId ?? null,
        from,
        source: sourceOf(event),
      });
      return tell(person, event, { position, unitId, from });
    },
    EmployeeSeparated: (person, event) => {
      person.separatedOn = event.data.on;
      return tell(person, event, { kind: event.data.kind, on: event.data.on });
    },

    CompetencyAssessed: (person, event) => {
      const { assessmentId, competency, level, method, assessedOn, validUntil } = event.data;
      markCorrected(person.assessments, event);
      person.assessments.push({
        assessmentId,
        competency,
        level,
        method,
        assessedOn,
        validUntil: validUntil ?? null,
        source: sourceOf(event),
        correctedBy: null,
      });
      return tell(person, event, { competency, level, method, on: assessedOn });
    },
    CompetencyGapValidated: (person, event) => {
      const { gapId, competency, required, actual, priority } = event.data;
      person.gaps.push({ gapId, competency, required, actual, priority, source: sourceOf(event) });
      return tell(person, event, { competency, required, actual });
    },

    ParticipantNominated: (person, event) => {
      const training = trainingOf(person, idOf(event.stream), event.data.programId);
      training.status = 'nominated';
      training.declineReason = null;
      training.period = { ...event.data.period };
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId: event.data.programId });
    },
    NominationConfirmed: (person, event) => {
      const { programId, period, jp } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = 'confirmed';
      training.period = { ...period };
      training.jp = jp;
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, from: period.from, to: period.to });
    },
    NominationDeclined: (person, event) => {
      const { programId, reason, by } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = 'declined';
      training.declineReason = reason.code;
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, by, reason: reason.code });
    },
    AttendanceRecorded: (person, event) => {
      const { programId, sessionId, present } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      const others = training.sessionsAttended.filter((known) => known !== sessionId);
      training.sessionsAttended = present ? [...others, sessionId] : others;
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, present });
    },
    LearningResultRecorded: (person, event) => {
      const { programId, kind, attempt, score } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.results = training.results.filter((known) => known.kind !== kind || known.attempt !== attempt);
      training.results.push({ kind, attempt, score });
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, kind, attempt, score });
    },
    ParticipantOutcomeDecided: (person, event) => {
      const { programId, outcome, reason } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = outcome;
      training.outcomeReason = reason?.code ?? null;
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, outcome });
    },

    BatchCancelled: (person, event) => {
      const { programId, reason } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      // Who declined before, or has an outcome, keeps it: the cancellation took nothing from that person.
      if (training.status === 'nominated' || training.status === 'confirmed') training.status = 'cancelled';
      training.cancelReason = reason.code;
      training.sources.push(sourceOf(event));
      return tell(person, event, { programId, reason: reason.code });
    },

    WorkplaceLearningAssigned: (person, event) => {
      const { form, host, hostMentorId, period, jp } = event.data;
      person.workplaceLearning.push({
        workplaceLearningId: idOf(event.stream),
        form,
        host: { kind: host.kind, id: host.kind === 'unit' ? host.unitId : host.partnerId },
        hostMentorId,
        period: { ...period },
        jp,
        status: 'assigned',
        endedOn: null,
        stopReason: null,
        sources: [sourceOf(event)],
      });
      return tell(person, event, { form, from: period.from, to: period.to, jp });
    },
    WorkplaceLearningCompleted: (person, event) => {
      const { form, outcome, reason, on } = event.data;
      const learning = workplaceLearningOf(person, idOf(event.stream));
      if (learning !== undefined) {
        learning.status = outcome;
        learning.endedOn = on;
        learning.stopReason = reason?.code ?? null;
        learning.sources.push(sourceOf(event));
      }
      return tell(person, event, { form, outcome, on });
    },

    CertificateIssued: (person, event) => {
      const { number, issuer, programId, jp, period, validUntil } = event.data;
      person.certificates.push({
        certificateId: idOf(event.stream),
        number,
        issuer,
        programId,
        jp,
        period: { ...period },
        validUntil: validUntil ?? null,
        source: sourceOf(event),
        revoked: null,
      });
      return tell(person, event, { number, issuer, jp });
    },
    CertificateRevoked: (person, event) => {
      const { programId, reason } = event.data;
      const certificateId = idOf(event.stream);
      const certificate = person.certificates.find((known) => known.certificateId === certificateId);
      if (certificate !== undefined) certificate.revoked = { reason: reason.code, source: sourceOf(event) };
      return tell(person, event, { programId, reason: reason.code });
    },

    JpClaimSubmitted: (person, event) => {
      const { claimId, form, days } = event.data;
      const dates = days.map(({ date }) => date).sort();
      const from = dates[0] ?? '';
      const to = dates.at(-1) ?? '';
      person.claims = person.claims.filter((known) => known.claimId !== claimId);
      person.claims.push({
        claimId,
        form,
        from,
        to,
        status: 'submitted',
        rejectReason: null,
        sources: [sourceOf(event)],
      });
      return tell(person, event, { form, from, to });
    },
    JpClaimRejected: (person, event) => {
      const { claimId, reason } = event.data;
      const claim = claimOf(person, claimId);
      if (claim !== undefined) {
        claim.status = 'rejected';
        claim.rejectReason = reason.code;
        claim.sources.push(sourceOf(event));
      }
      return tell(person, event, { reason: reason.code });
    },
    JpCredited: (person, event) => {
      const { year, form, activityDate, jpRaw, jpCredited, capApplied, source } = event.data;
      markCorrected(person.credits, event);
      const claim = source.kind === 'claim' ? claimOf(person, source.claimId) : undefined;
      if (claim !== undefined) {
        claim.status = 'credited';
        claim.sources.push(sourceOf(event));
      }
      person.credits.push({
        year,
        form,
        activityDate,
        jpRaw,
        jpCredited,
        capApplied: capApplied !== undefined,
        from: source.kind,
        source: sourceOf(event),
        correctedBy: null,
      });
      return tell(person, event, { form, jpRaw, jpCredited, on: activityDate });
    },

    MentorshipProposed: (person, event) => {
      const { mentorId, menteeId, kind, period } = event.data;
      const role = person.employeeId === mentorId ? 'mentor' : 'mentee';
      person.mentoring.push({
        mentorshipId: idOf(event.stream),
        role,
        otherId: role === 'mentor' ? menteeId : mentorId,
        kind,
        period: { ...period },
        status: 'proposed',
        outcome: null,
        sessions: [],
        source: sourceOf(event),
      });
      return tell(person, event, { role, kind });
    },
    MentorshipApproved: (person, event) => {
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) mentoring.status = 'approved';
      return tell(person, event, {});
    },
    MentoringSessionRecorded: (person, event) => {
      const { sessionId, date, minutes } = event.data;
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) {
        mentoring.sessions = mentoring.sessions.filter((session) => session.sessionId !== sessionId);
        mentoring.sessions.push({ sessionId, date, minutes, status: 'recorded' });
      }
      return tell(person, event, { on: date, minutes });
    },
    MentoringSessionConfirmed: (person, event) => {
      const { sessionId, date, agreed } = event.data;
      const session = mentoringOf(person, idOf(event.stream))?.sessions.find((known) => known.sessionId === sessionId);
      if (session !== undefined) session.status = agreed ? 'confirmed' : 'disputed';
      return tell(person, event, { on: date, agreed });
    },
    MentorshipEnded: (person, event) => {
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) {
        mentoring.status = 'ended';
        mentoring.outcome = event.data.outcome;
      }
      return tell(person, event, { outcome: event.data.outcome });
    },

    BehaviourRated: (person, event) => {
      const { ratingId, programId, raterKind, ratedOn, ratings } = event.data;
      markCorrected(person.behaviour, event);
      person.behaviour.push({
        ratingId,
        programId,
        raterKind,
        ratedOn,
        ratings: ratings.map((rating) => ({ of: rating.of, score: rating.score })),
        source: sourceOf(event),
        correctedBy: null,
      });
      return tell(person, event, { programId, raterKind, on: ratedOn });
    },

    LearningCommunityMet: (person, event) => {
      const { meetingId, date, minutes } = event.data;
      markCorrected(person.meetings, event);
      person.meetings.push({
        communityId: idOf(event.stream),
        meetingId,
        date,
        minutes,
        source: sourceOf(event),
        correctedBy: null,
      });
      return tell(person, event, { on: date, minutes });
    },
    RecognitionGranted: (person, event) => {
      const { recognitionId, kind, basis, careerLink, shownAsRoleModel } = event.data;
      person.recognitions.push({
        recognitionId,
        kind,
        basis: { kind: basis.kind, ref: basisRef(basis) },
        careerLink,
        shownAsRoleModel,
        source: sourceOf(event),
      });
      return tell(person, event, { kind, careerLink });
    },
    PerformancePredicateRecorded: (person, event) => {
      const { period, results, behaviour, predicate } = event.data;
      markCorrected(person.predicates, event);
      person.predicates.push({
        year: period.year,
        quarter: period.quarter ?? null,
        results,
        behaviour,
        predicate,
        source: sourceOf(event),
        correctedBy: null,
      });
      return tell(person, event, {
        year: period.year,
        ...(period.quarter !== undefined && { quarter: period.quarter }),
        predicate,
      });
    },
  },
});

function sourceOf(event: RecordedEvent): Source {
  const { id, stream, revision, occurredAt, recordedAt } = event;
  return { eventId: id, stream, revision, occurredAt, recordedAt };
}

function tell(person: PersonHistory, event: RecordedEvent, detail: TimelineEntry['detail']): PersonHistory {
  const { id: eventId, stream, revision, occurredAt, recordedAt, type } = event;
  const corrects = correctionOf(event);
  person.timeline.push(
    corrects === undefined
      ? { eventId, stream, revision, occurredAt, recordedAt, type, detail }
      : { eventId, stream, revision, occurredAt, recordedAt, type, detail, corrects: { ...corrects } },
  );
  return person;
}

function markCorrected(records: { readonly source: Source; correctedBy: string | null }[], event: RecordedEvent): void {
  const corrected = correctionOf(event)?.eventId;
  if (corrected === undefined) return;
  for (const record of records) if (record.source.eventId === corrected) record.correctedBy = event.id;
}

function trainingOf(person: PersonHistory, batchId: string, programId: string): TrainingRecord {
  const known = person.training.find((training) => training.batchId === batchId);
  if (known !== undefined) return known;
  const training: TrainingRecord = {
    batchId,
    programId,
    status: 'nominated',
    declineReason: null,
    cancelReason: null,
    period: null,
    jp: null,
    sessionsAttended: [],
    results: [],
    outcomeReason: null,
    sources: [],
  };
  person.training.push(training);
  return training;
}

function mentoringOf(person: PersonHistory, mentorshipId: string): MentoringRecord | undefined {
  return person.mentoring.find((mentoring) => mentoring.mentorshipId === mentorshipId);
}

function workplaceLearningOf(person: PersonHistory, id: string): WorkplaceLearningRecord | undefined {
  return person.workplaceLearning.find((learning) => learning.workplaceLearningId === id);
}

function claimOf(person: PersonHistory, claimId: string): ClaimRecord | undefined {
  return person.claims.find((claim) => claim.claimId === claimId);
}
