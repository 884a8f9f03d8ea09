import type { Command, DomainEvent } from '@pembinaan/event-sourcing';
import type { Given } from '@pembinaan/event-sourcing/testing';
import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
  mentorshipState,
} from '../../src/mentor/mentorship/index.js';
import {
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  employeeState,
} from '../../src/people/employee/index.js';
import { CompetencyAssessed } from '../../src/plan/competency-profile/events.js';
import { competencyProfileState } from '../../src/plan/competency-profile/state.js';
import { decreeOf, HASH, underPolicy } from '../governance/fixtures.js';

const clerk = { subjectId: 'clerk-1' };

/** From May to October 2026, on public service. */
export const proposal = {
  mentorId: 'mentor-1',
  menteeId: 'mentee-1',
  kind: 'mentoring' as const,
  competencies: ['M05'],
  goals: [{ goalId: 'greet', topicCode: 'service-desk' }],
  period: { from: '2026-05-01', to: '2026-10-31' },
};
export const pair = { mentorId: 'mentor-1', menteeId: 'mentee-1' };

type Proposal = Partial<Parameters<typeof MentorshipProposed.of>[0]>;
export const proposed = (details: Proposal = {}) =>
  MentorshipProposed.of({ ...proposal, proposedBy: { subjectId: 'proposer-1' }, ...details });
export const approved = MentorshipApproved.of({ ...pair, approvedBy: { subjectId: 'approver-1' } });
export const ended = MentorshipEnded.of({
  ...pair,
  outcome: 'goalsMet',
  reason: { code: 'goalsMet' },
  endedBy: { subjectId: 'approver-1' },
});

/** One hour on the 28th of May. */
export const session = {
  sessionId: 'session-1',
  date: '2026-05-28',
  minutes: 60,
  topicCodes: ['service-desk'],
  goalProgress: [{ goalId: 'greet', percent: 40 }],
};
export const recorded = (recordedBy: { subjectId: string; operatorId?: string }) =>
  MentoringSessionRecorded.of({ ...pair, ...session, recordedBy });
export const confirmed = (agreed: boolean) =>
  MentoringSessionConfirmed.of({
    ...pair,
    sessionId: session.sessionId,
    date: session.date,
    agreed,
    confirmedBy: { subjectId: 'mentee-1' },
  });

type PositionKind = Parameters<typeof EmployeePlaced.of>[0]['positionKind'];

/** A civil servant who serves since 2025 in a position of that kind. */
export const serving = (positionKind: PositionKind, superiorId = 'head-1') => [
  EmployeeRegistered.of({ kind: 'pns', numberHash: HASH, registeredBy: clerk }),
  EmployeePlaced.of({
    position: 'Staff',
    positionKind,
    standardId: 'standard-1',
    unitId: 'unit-1',
    superiorId,
    from: '2025-01-02',
    decree: decreeOf('2025-01-01'),
    placedBy: clerk,
  }),
];
export const retired = (on: string) => EmployeeSeparated.of({ kind: 'retired', on, recordedBy: clerk });

export const assessed = (level: number, competency = 'M05') =>
  CompetencyAssessed.of({
    assessmentId: `${competency}-${level}`,
    competency,
    level,
    method: 'test',
    assessedOn: '2026-02-01',
    evidence: [],
    assessedBy: { subjectId: 'assessor-1' },
  });

/** Both serve in positions of the same kind; the mentor stands at level 3 of M05, the mentee at 2. */
export const withPair = <S, E extends DomainEvent, C extends Command>(begun: Given<S, E, C>): Given<S, E, C> =>
  withLevels(withPeople(begun), 3, 2);

export const withPeople = <S, E extends DomainEvent, C extends Command>(begun: Given<S, E, C>): Given<S, E, C> =>
  underPolicy(begun)
    .and(employeeState, 'mentor-1', serving('pelaksana'))
    .and(employeeState, 'mentee-1', serving('pelaksana'));

export const withLevels = <S, E extends DomainEvent, C extends Command>(
  begun: Given<S, E, C>,
  mentor: number,
  mentee: number,
): Given<S, E, C> =>
  begun
    .and(competencyProfileState, 'mentor-1', [assessed(mentor)])
    .and(competencyProfileState, 'mentee-1', [assessed(mentee)]);

/** That many other mentorships in which the mentor of {@link proposal} guides somebody. */
export const withLoad = <S, E extends DomainEvent, C extends Command>(
  begun: Given<S, E, C>,
  count: number,
  details: Proposal = {},
): Given<S, E, C> =>
  Array.from({ length: count }, (_, index) => index).reduce(
    (given, index) =>
      given.and(mentorshipState, `other-${index}`, [proposed({ menteeId: `other-${index}`, ...details })]),
    begun,
  );
