import { type EventsOf, eventFiles, idOf, type Recorded } from '@pembinaan/event-sourcing';
import { PERSON_EVENTS } from './filed-events.js';
import { KEPT_OF_PEOPLE, type PersonEvent } from './kept.js';

/**
 * The personal files: every event that tells of a person, filed by person and stream and never changed. Keys are
 * `<employee id>/<stream>`, such as `subject-7/batch-b1`, so that all of a person, or all of one kind, stand side by side; see
 * {@link fileKey} for the sessions of batches.
 *
 * Nothing is worked out here. What a person knows, has earned or lacks is derived from the entries when somebody asks, as of any moment on
 * both clocks, with the rules and figures of any policy; and no other order of streams that are written at the same time gives another file.
 */
export const personFiles = eventFiles({
  name: 'person-files',
  version: 1,
  events: PERSON_EVENTS,
  kept: KEPT_OF_PEOPLE,
  key: (event) => {
    const people = peopleOf(event);
    if (people === undefined) return undefined;
    const file = `${drawerOf(event.type)}${event.stream}`;
    return typeof people === 'string' ? fileKey(people, file) : people.map((one) => fileKey(one, file));
  },
});

/**
 * The key of the file of a person and a stream, or the beginning of the keys of several. What is told in a batch session by session, which is
 * most of it and which few questions ask for, stands in a drawer of its own: `subject-7/sessions/batch-b1`.
 */
export function fileKey(employeeId: string, file: string): string {
  return `${employeeId}/${file}`;
}

/** The person of a file. */
export function personOf(key: string): string {
  return key.slice(0, key.indexOf('/'));
}

/** The stream of a file. */
export function streamOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** The drawer of the performance predicates, which stand in the stream of the levels and are asked for without them. */
export const PREDICATES = 'predicates/';

function drawerOf(type: PersonEvent['type']): string {
  switch (type) {
    case 'AttendanceRecorded':
    case 'LearningResultRecorded':
      return 'sessions/';
    case 'PerformancePredicateRecorded':
      return PREDICATES;
    default:
      return '';
  }
}

/** The people of whom an event tells; undefined where it tells of a unit or of the agency. */
function peopleOf(event: Recorded<EventsOf<typeof PERSON_EVENTS>>): string | readonly string[] | undefined {
  switch (event.type) {
    case 'EmployeeRegistered':
    case 'EmployeePlaced':
    case 'EmployeeSeparated':
    case 'CompetencyAssessed':
    case 'CompetencyGapValidated':
    case 'PerformancePredicateRecorded':
    case 'RecognitionGranted':
      return idOf(event.stream);
    case 'DevelopmentNeedProposed':
      return event.data.target.kind === 'employee' ? event.data.target.employeeId : undefined;
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
