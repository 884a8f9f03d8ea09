import { idOf } from '@pembinaan/event-sourcing';
import type { PersonEntryOf } from '../files/entry.js';
import type { PersonEvent } from '../files/kept.js';
import { basisRef } from '../records/recognition-records.js';
import type {
  ClaimRecord,
  MentoringRecord,
  PersonHistory,
  Source,
  TrainingRecord,
  WorkplaceLearningRecord,
} from './person-history.js';

/** An entry with the stream in which it stands, and the event that corrects it, when one does. */
export type Told<T extends PersonEvent['type'] = PersonEvent['type']> = PersonEntryOf<T> & {
  readonly stream: string;
  readonly correctedBy: string | null;
};

type Tellers = { readonly [T in PersonEvent['type']]: (person: PersonHistory, event: Told<T>) => void };

/** Adds to the history of a person what an entry tells. */
export function tell(person: PersonHistory, told: Told): void {
  const teller = TELLERS[told.type] as (person: PersonHistory, event: Told) => void;
  teller(person, told);
}

const TELLERS: Tellers = {
  EmployeeRegistered: (person, event) => {
    if (event.correctedBy !== null) return;
    person.kind = event.data.kind;
    person.contract = event.data.contract ?? null;
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
      correctedBy: event.correctedBy,
    });
  },
  EmployeeSeparated: (person, event) => {
    // A correction may bear a later day than the one that is asked about: until then the person had not left.
    if (event.correctedBy === null) person.separatedOn = event.data.on;
  },

  CompetencyAssessed: (person, event) => {
    const { assessmentId, competency, level, method, assessedOn, validUntil, assessedBy, evidence } = event.data;
    person.assessments.push({
      assessmentId,
      competency,
      level,
      method,
      assessedOn,
      validUntil: validUntil ?? null,
      assessorId: assessedBy.subjectId,
      evidence: evidence.map((piece) => (piece.kind === 'batch' ? `batch/${piece.batchId}` : piece.ref)),
      source: sourceOf(event),
      correctedBy: event.correctedBy,
    });
  },
  CompetencyGapValidated: (person, event) => {
    const { gapId, competency, required, actual, priority } = event.data;
    person.gaps.push({ gapId, competency, required, actual, priority, source: sourceOf(event) });
  },

  DevelopmentNeedProposed: (person, event) => {
    const { year, origin, competency, form, jp } = event.data;
    person.needs.push({
      needId: idOf(event.stream),
      year,
      origin: origin.kind,
      competency,
      form,
      jp,
      source: sourceOf(event),
    });
  },

  ParticipantNominated: (person, event) => {
    const training = trainingOf(person, event, event.data.programId);
    training.status = 'nominated';
    training.declineReason = null;
    training.period = event.data.period;
  },
  NominationConfirmed: (person, event) => {
    const { programId, period, jp } = event.data;
    const training = trainingOf(person, event, programId);
    training.status = 'confirmed';
    training.period = period;
    training.jp = jp;
  },
  NominationDeclined: (person, event) => {
    const { programId, reason } = event.data;
    const training = trainingOf(person, event, programId);
    training.status = 'declined';
    training.declineReason = reason.code;
  },
  AttendanceRecorded: (person, event) => {
    const { programId, sessionId, present } = event.data;
    const training = trainingOf(person, event, programId);
    if (event.correctedBy !== null) return;
    const others = training.sessionsAttended.filter((known) => known !== sessionId);
    training.sessionsAttended = present ? [...others, sessionId] : others;
  },
  LearningResultRecorded: (person, event) => {
    const { programId, kind, attempt, score } = event.data;
    const training = trainingOf(person, event, programId);
    if (event.correctedBy !== null) return;
    training.results = training.results.filter((known) => known.kind !== kind || known.attempt !== attempt);
    training.results.push({ kind, attempt, score });
  },
  ParticipantOutcomeDecided: (person, event) => {
    const { programId, outcome, reason } = event.data;
    const training = trainingOf(person, event, programId);
    if (event.correctedBy !== null) return;
    training.status = outcome;
    training.outcomeReason = reason?.code ?? null;
  },

  BatchCancelled: (person, event) => {
    const { programId, reason } = event.data;
    const training = trainingOf(person, event, programId);
    // Who declined before, or has an outcome, keeps it: the cancellation took nothing from that person.
    if (training.status === 'nominated' || training.status === 'confirmed') training.status = 'cancelled';
    training.cancelReason = reason.code;
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
  },
  WorkplaceLearningCompleted: (person, event) => {
    const { outcome, reason, on } = event.data;
    const learning = workplaceLearningOf(person, idOf(event.stream));
    if (learning === undefined) return;
    learning.sources.push(sourceOf(event));
    if (event.correctedBy !== null) return;
    learning.status = outcome;
    learning.endedOn = on;
    learning.stopReason = reason?.code ?? null;
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
  },
  CertificateRevoked: (person, event) => {
    const { reason } = event.data;
    const certificateId = idOf(event.stream);
    const certificate = person.certificates.findLast((known) => known.certificateId === certificateId);
    if (certificate !== undefined) certificate.revoked = { reason: reason.code, source: sourceOf(event) };
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
  },
  JpClaimRejected: (person, event) => {
    const { claimId, reason } = event.data;
    const claim = claimOf(person, claimId);
    if (claim !== undefined) {
      claim.status = 'rejected';
      claim.rejectReason = reason.code;
      claim.sources.push(sourceOf(event));
    }
  },
  JpCredited: (person, event) => {
    const { year, form, activityDate, jpRaw, jpCredited, capApplied, source } = event.data;
    const claim = source.kind === 'claim' ? claimOf(person, source.claimId) : undefined;
    if (claim !== undefined) {
      // A credit of nothing takes back what a rejected claim was credited with, which stays rejected.
      if (jpRaw > 0) claim.status = 'credited';
      claim.sources.push(sourceOf(event));
    }
    person.credits.push({
      year,
      form,
      activityDate,
      jpRaw,
      jpCredited,
      cap: capApplied ?? null,
      from: source.kind,
      parts: event.data.parts ?? [],
      source: sourceOf(event),
      correctedBy: event.correctedBy,
    });
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
      endReason: null,
      sessions: [],
      source: sourceOf(event),
    });
  },
  MentorshipApproved: (person, event) => {
    const mentoring = mentoringOf(person, idOf(event.stream));
    if (mentoring !== undefined) mentoring.status = 'approved';
  },
  MentoringSessionRecorded: (person, event) => {
    if (event.correctedBy !== null) return;
    const { sessionId, date, minutes } = event.data;
    const mentoring = mentoringOf(person, idOf(event.stream));
    if (mentoring !== undefined) {
      mentoring.sessions = mentoring.sessions.filter((session) => session.sessionId !== sessionId);
      mentoring.sessions.push({ sessionId, date, minutes, status: 'recorded' });
    }
  },
  MentoringSessionConfirmed: (person, event) => {
    if (event.correctedBy !== null) return;
    const { sessionId, agreed } = event.data;
    const session = mentoringOf(person, idOf(event.stream))?.sessions.find((known) => known.sessionId === sessionId);
    if (session !== undefined) session.status = agreed ? 'confirmed' : 'disputed';
  },
  MentorshipEnded: (person, event) => {
    const mentoring = mentoringOf(person, idOf(event.stream));
    if (mentoring !== undefined) {
      mentoring.status = 'ended';
      mentoring.outcome = event.data.outcome;
      mentoring.endReason = event.data.reason?.code ?? null;
    }
  },

  BehaviourRated: (person, event) => {
    const { ratingId, programId, raterKind, ratedOn, ratings } = event.data;
    person.behaviour.push({
      ratingId,
      programId,
      raterKind,
      ratedOn,
      ratings: ratings.map((rating) => ({ of: rating.of, score: rating.score })),
      source: sourceOf(event),
      correctedBy: event.correctedBy,
    });
  },

  LearningCommunityMet: (person, event) => {
    const { meetingId, date, minutes } = event.data;
    person.meetings.push({
      communityId: idOf(event.stream),
      meetingId,
      date,
      minutes,
      source: sourceOf(event),
      correctedBy: event.correctedBy,
    });
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
  },
  PerformancePredicateRecorded: (person, event) => {
    const { period, results, behaviour, predicate } = event.data;
    person.predicates.push({
      year: period.year,
      quarter: period.quarter ?? null,
      results,
      behaviour,
      predicate,
      source: sourceOf(event),
      correctedBy: event.correctedBy,
    });
  },
};

/** The event behind an entry. */
export function sourceOf({ eventId, stream, revision, occurredAt, recordedAt }: Told): Source {
  return { eventId, stream, revision, occurredAt, recordedAt };
}

/** The training of that batch, which this event tells too. */
function trainingOf(person: PersonHistory, event: Told, programId: string): TrainingRecord {
  const batchId = idOf(event.stream);
  const known = person.training.findLast((training) => training.batchId === batchId);
  if (known !== undefined) {
    known.sources.push(sourceOf(event));
    return known;
  }
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
    sources: [sourceOf(event)],
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
