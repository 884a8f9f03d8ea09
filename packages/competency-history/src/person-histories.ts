import { correctionOf, idOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';
import { PERSON_EVENTS, peopleOf } from './person-events.js';
import type {
  ClaimRecord,
  MentoringRecord,
  PersonHistory,
  Source,
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
  version: 3,
  events: PERSON_EVENTS,
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
  }),
  key: peopleOf,
  on: {
    EmployeeRegistered: (person, event) => {
      person.kind = event.data.kind;
      return person;
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
      return person;
    },
    EmployeeSeparated: (person, event) => {
      person.separatedOn = event.data.on;
      return person;
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
      return person;
    },
    CompetencyGapValidated: (person, event) => {
      const { gapId, competency, required, actual, priority } = event.data;
      person.gaps.push({ gapId, competency, required, actual, priority, source: sourceOf(event) });
      return person;
    },

    ParticipantNominated: (person, event) => {
      const training = trainingOf(person, idOf(event.stream), event.data.programId);
      training.status = 'nominated';
      training.declineReason = null;
      training.period = event.data.period;
      return person;
    },
    NominationConfirmed: (person, event) => {
      const { programId, period, jp } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = 'confirmed';
      training.period = period;
      training.jp = jp;
      return person;
    },
    NominationDeclined: (person, event) => {
      const { programId, reason } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = 'declined';
      training.declineReason = reason.code;
      return person;
    },
    AttendanceRecorded: (person, event) => {
      const { programId, sessionId, present } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      const others = training.sessionsAttended.filter((known) => known !== sessionId);
      training.sessionsAttended = present ? [...others, sessionId] : others;
      return person;
    },
    LearningResultRecorded: (person, event) => {
      const { programId, kind, attempt, score } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.results = training.results.filter((known) => known.kind !== kind || known.attempt !== attempt);
      training.results.push({ kind, attempt, score });
      return person;
    },
    ParticipantOutcomeDecided: (person, event) => {
      const { programId, outcome, reason } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      training.status = outcome;
      training.outcomeReason = reason?.code ?? null;
      return person;
    },

    BatchCancelled: (person, event) => {
      const { programId, reason } = event.data;
      const training = trainingOf(person, idOf(event.stream), programId);
      // Who declined before, or has an outcome, keeps it: the cancellation took nothing from that person.
      if (training.status === 'nominated' || training.status === 'confirmed') training.status = 'cancelled';
      training.cancelReason = reason.code;
      return person;
    },

    WorkplaceLearningAssigned: (person, event) => {
      const { form, host, hostMentorId, period, jp } = event.data;
      person.workplaceLearning.push({
        workplaceLearningId: idOf(event.stream),
        form,
        host: { kind: host.kind, id: host.kind === 'unit' ? host.unitId : host.partnerId },
        hostMentorId,
        period,
        jp,
        status: 'assigned',
        endedOn: null,
        stopReason: null,
        sources: [sourceOf(event)],
      });
      return person;
    },
    WorkplaceLearningCompleted: (person, event) => {
      const { outcome, reason, on } = event.data;
      const learning = workplaceLearningOf(person, idOf(event.stream));
      if (learning !== undefined) {
        learning.status = outcome;
        learning.endedOn = on;
        learning.stopReason = reason?.code ?? null;
        learning.sources.push(sourceOf(event));
      }
      return person;
    },

    CertificateIssued: (person, event) => {
      const { number, issuer, programId, jp, period, validUntil } = event.data;
      person.certificates.push({
        certificateId: idOf(event.stream),
        number,
        issuer,
        programId,
        jp,
        period,
        validUntil: validUntil ?? null,
        source: sourceOf(event),
        revoked: null,
      });
      return person;
    },
    CertificateRevoked: (person, event) => {
      const { reason } = event.data;
      const certificateId = idOf(event.stream);
      const certificate = person.certificates.findLast((known) => known.certificateId === certificateId);
      if (certificate !== undefined) certificate.revoked = { reason: reason.code, source: sourceOf(event) };
      return person;
    },

    JpClaimSubmitted: (person, event) => {
      const { claimId, form, days } = event.data;
      const dates = days.map(({ date }) => date).sort();
      const from = dates[0] ?? '';
      const to = dates.at(-1) ?? '';
      if (claimOf(person, claimId) !== undefined)
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
      return person;
    },
    JpClaimRejected: (person, event) => {
      const { claimId, reason } = event.data;
      const claim = claimOf(person, claimId);
      if (claim !== undefined) {
        claim.status = 'rejected';
        claim.rejectReason = reason.code;
        claim.sources.push(sourceOf(event));
      }
      return person;
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
      return person;
    },

    MentorshipProposed: (person, event) => {
      const { mentorId, menteeId, kind, period } = event.data;
      const role = person.employeeId === mentorId ? 'mentor' : 'mentee';
      person.mentoring.push({
        mentorshipId: idOf(event.stream),
        role,
        otherId: role === 'mentor' ? menteeId : mentorId,
        kind,
        period,
        status: 'proposed',
        outcome: null,
        sessions: [],
        source: sourceOf(event),
      });
      return person;
    },
    MentorshipApproved: (person, event) => {
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) mentoring.status = 'approved';
      return person;
    },
    MentoringSessionRecorded: (person, event) => {
      const { sessionId, date, minutes } = event.data;
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) {
        mentoring.sessions = mentoring.sessions.filter((session) => session.sessionId !== sessionId);
        mentoring.sessions.push({ sessionId, date, minutes, status: 'recorded' });
      }
      return person;
    },
    MentoringSessionConfirmed: (person, event) => {
      const { sessionId, agreed } = event.data;
      const session = mentoringOf(person, idOf(event.stream))?.sessions.find((known) => known.sessionId === sessionId);
      if (session !== undefined) session.status = agreed ? 'confirmed' : 'disputed';
      return person;
    },
    MentorshipEnded: (person, event) => {
      const mentoring = mentoringOf(person, idOf(event.stream));
      if (mentoring !== undefined) {
        mentoring.status = 'ended';
        mentoring.outcome = event.data.outcome;
      }
      return person;
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
      return person;
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
      return person;
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
      return person;
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
      return person;
    },
  },
});

function sourceOf(event: RecordedEvent): Source {
  const { id, stream, revision, occurredAt, recordedAt } = event;
  return { eventId: id, stream, revision, occurredAt, recordedAt };
}

function markCorrected(records: { readonly source: Source; correctedBy: string | null }[], event: RecordedEvent): void {
  const corrected = correctionOf(event)?.eventId;
  if (corrected === undefined) return;
  for (const record of records) if (record.source.eventId === corrected) record.correctedBy = event.id;
}

function trainingOf(person: PersonHistory, batchId: string, programId: string): TrainingRecord {
  const known = person.training.findLast((training) => training.batchId === batchId);
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
  };
  person.training.push(training);
  return training;
}

function mentoringOf(person: PersonHistory, mentorshipId: string): MentoringRecord | undefined {
  return person.mentoring.findLast((mentoring) => mentoring.mentorshipId === mentorshipId);
}

function workplaceLearningOf(person: PersonHistory, id: string): WorkplaceLearningRecord | undefined {
  return person.workplaceLearning.findLast((learning) => learning.workplaceLearningId === id);
}

function claimOf(person: PersonHistory, claimId: string): ClaimRecord | undefined {
  return person.claims.findLast((claim) => claim.claimId === claimId);
}
