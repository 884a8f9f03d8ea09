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
import { type EventsOf, idOf, type Recorded } from '@pembinaan/event-sourcing';

/** The events that tell of the development of a person. */
export const PERSON_EVENTS = [
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
] as const;

export type PersonEvent = Recorded<EventsOf<typeof PERSON_EVENTS>>;

/** The people of whom an event tells. */
export function peopleOf(event: PersonEvent): string | readonly string[] {
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
}
