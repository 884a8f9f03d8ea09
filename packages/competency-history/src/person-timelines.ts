import { correctionOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';
import { PERSON_EVENTS, type PersonEvent, peopleOf } from './person-events.js';
import type { PersonTimeline, TimelineEntry } from './person-history.js';

/**
 * The timeline of each person and year, keyed by employee id and year such as `subject-7/2026`. A year is a row of its own, so that an
 * event changes little of what is stored of a long career. It is the year in UTC of the moment at which something was true: the first
 * hours of a local year stand in the row of the year before.
 */
export const personTimelines = projection({
  name: 'person-timelines',
  version: 1,
  events: PERSON_EVENTS,
  initial: (key): PersonTimeline => {
    const parted = key.lastIndexOf('/');
    return { employeeId: key.slice(0, parted), year: Number(key.slice(parted + 1)), entries: [] };
  },
  key: (event) => {
    const people = peopleOf(event);
    return typeof people === 'string' ? yearKey(people, event) : people.map((person) => yearKey(person, event));
  },
  on: {
    EmployeeRegistered: telling(({ data }) => ({ kind: data.kind })),
    EmployeePlaced: telling(({ data: { position, unitId, from } }) => ({ position, unitId, from })),
    EmployeeSeparated: telling(({ data: { kind, on } }) => ({ kind, on })),

    CompetencyAssessed: telling(({ data }) => {
      const { competency, level, method, assessedOn } = data;
      return { competency, level, method, on: assessedOn };
    }),
    CompetencyGapValidated: telling(({ data: { competency, required, actual } }) => ({ competency, required, actual })),

    ParticipantNominated: telling(({ data }) => ({ programId: data.programId })),
    NominationConfirmed: telling(({ data: { programId, period } }) => ({
      programId,
      from: period.from,
      to: period.to,
    })),
    NominationDeclined: telling(({ data: { programId, by, reason } }) => ({ programId, by, reason: reason.code })),
    AttendanceRecorded: telling(({ data: { programId, present } }) => ({ programId, present })),
    LearningResultRecorded: telling(({ data: { programId, kind, attempt, score } }) => ({
      programId,
      kind,
      attempt,
      score,
    })),
    ParticipantOutcomeDecided: telling(({ data: { programId, outcome } }) => ({ programId, outcome })),
    BatchCancelled: telling(({ data: { programId, reason } }) => ({ programId, reason: reason.code })),

    WorkplaceLearningAssigned: telling(({ data: { form, period, jp } }) => ({
      form,
      from: period.from,
      to: period.to,
      jp,
    })),
    WorkplaceLearningCompleted: telling(({ data: { form, outcome, on } }) => ({ form, outcome, on })),

    CertificateIssued: telling(({ data: { number, issuer, jp } }) => ({ number, issuer, jp })),
    CertificateRevoked: telling(({ data: { programId, reason } }) => ({ programId, reason: reason.code })),

    JpClaimSubmitted: telling(({ data: { form, days } }) => {
      const dates = days.map(({ date }) => date).sort();
      return { form, from: dates[0] ?? '', to: dates.at(-1) ?? '' };
    }),
    JpClaimRejected: telling(({ data: { reason } }) => ({ reason: reason.code })),
    JpCredited: telling(({ data: { form, jpRaw, jpCredited, activityDate } }) => ({
      form,
      jpRaw,
      jpCredited,
      on: activityDate,
    })),

    MentorshipProposed: telling(({ data: { mentorId, kind } }, { employeeId }) => ({
      role: employeeId === mentorId ? 'mentor' : 'mentee',
      kind,
    })),
    MentorshipApproved: telling(() => ({})),
    MentoringSessionRecorded: telling(({ data: { date, minutes } }) => ({ on: date, minutes })),
    MentoringSessionConfirmed: telling(({ data: { date, agreed } }) => ({ on: date, agreed })),
    MentorshipEnded: telling(({ data: { outcome } }) => ({ outcome })),

    LearningCommunityMet: telling(({ data: { date, minutes } }) => ({ on: date, minutes })),
    BehaviourRated: telling(({ data: { programId, raterKind, ratedOn } }) => ({ programId, raterKind, on: ratedOn })),
    PerformancePredicateRecorded: telling(({ data: { period, predicate } }) => ({
      year: period.year,
      ...(period.quarter !== undefined && { quarter: period.quarter }),
      predicate,
    })),
    RecognitionGranted: telling(({ data: { kind, careerLink } }) => ({ kind, careerLink })),
  },
});

function yearKey(employeeId: string, { occurredAt }: PersonEvent): string {
  return `${employeeId}/${occurredAt.slice(0, 4)}`;
}

/** A handler that adds a line with this detail. */
function telling<E extends RecordedEvent>(
  detailOf: (event: E, timeline: PersonTimeline) => TimelineEntry['detail'],
): (timeline: PersonTimeline, event: E) => PersonTimeline {
  return (timeline, event) => {
    const { id: eventId, stream, revision, occurredAt, recordedAt, type } = event;
    const detail = detailOf(event, timeline);
    const corrects = correctionOf(event);
    timeline.entries.push(
      corrects === undefined
        ? { eventId, stream, revision, occurredAt, recordedAt, type, detail }
        : { eventId, stream, revision, occurredAt, recordedAt, type, detail, corrects: { ...corrects } },
    );
    return timeline;
  };
}
