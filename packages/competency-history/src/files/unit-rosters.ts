import {
  CertificateIssued,
  EmployeePlaced,
  EmployeeRegistered,
  MentorshipProposed,
  RecognitionGranted,
} from '@pembinaan/core';
import { type EventsOf, idOf, projection, type Recorded } from '@pembinaan/event-sourcing';

/** The placement of a person that was recorded first, in a unit or anywhere. */
export interface Listed {
  readonly from: string;
  readonly position: string;
  readonly recordedAt: string;
}

/** People by id; null for one of whom no placement says that he or she belongs there. */
export type Roster = Record<string, Listed | null>;

/** The list of everybody. No list is a unit: an id of a unit does not begin with this sign. */
export const EVERYBODY = '~';
/** The list of all units in which somebody was ever placed, by id. */
export const UNITS = '~units';
/** Of whom some questions tell: they are asked about nobody else. */
export const LISTS = {
  mentors: '~mentors',
  roleModels: '~role-models',
  certificatesWithAnEnd: '~certificates-with-an-end',
} as const;
export type List = keyof typeof LISTS;

const ROSTER_EVENTS = [
  EmployeeRegistered,
  EmployeePlaced,
  MentorshipProposed,
  RecognitionGranted,
  CertificateIssued,
] as const;

/**
 * Who was ever placed in a unit, keyed by unit id; under `~` everybody who was registered, placed, or named in a mentorship; under `~units`
 * the units; and lists of those of whom questions about few people tell. What holds on a day is said by the file of the person: the rosters say of whom it has to
 * be asked.
 */
export const unitRosters = projection({
  name: 'unit-rosters',
  version: 1,
  events: ROSTER_EVENTS,
  initial: (): Roster => ({}),
  key: rostersOf,
  on: {
    EmployeeRegistered: (roster, { stream }) => named(roster, idOf(stream)),
    EmployeePlaced: (roster, { stream, position, recordedAt, data }, key) => {
      if (key === UNITS) return named(roster, data.unitId);
      roster[idOf(stream)] ??= { from: data.from, position, recordedAt };
      return roster;
    },
    MentorshipProposed: (roster, { data }, key) =>
      key === EVERYBODY ? named(named(roster, data.mentorId), data.menteeId) : named(roster, data.mentorId),
    RecognitionGranted: (roster, { stream }) => named(roster, idOf(stream)),
    CertificateIssued: (roster, { data }) => named(roster, data.employeeId),
  },
});

function rostersOf(event: Recorded<EventsOf<typeof ROSTER_EVENTS>>): string | readonly string[] | undefined {
  switch (event.type) {
    case 'EmployeeRegistered':
      return EVERYBODY;
    case 'EmployeePlaced':
      return [event.data.unitId, EVERYBODY, UNITS];
    case 'MentorshipProposed':
      return [EVERYBODY, LISTS.mentors];
    case 'RecognitionGranted':
      return event.data.shownAsRoleModel ? LISTS.roleModels : undefined;
    case 'CertificateIssued':
      return event.data.validUntil === undefined ? undefined : LISTS.certificatesWithAnEnd;
  }
}

function named(roster: Roster, employeeId: string): Roster {
  roster[employeeId] ??= null;
  return roster;
}
