import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FormLearningCommunity,
  LearningCommunityFormed,
  LearningCommunityMet,
  learningCommunity,
  RecordCommunityMeeting,
} from '../../src/mentor/learning-community/index.js';
import { EmployeePlaced, employee, employeeState, RegisterEmployee } from '../../src/people/employee/index.js';
import { decreeOf, HASH, lawData, noonOf } from '../governance/fixtures.js';
import { retired, serving } from './fixtures.js';

const clerk = { subjectId: 'clerk-1' };
const community = {
  name: 'Counter clerks of the sub-districts',
  positionFamily: 'pelaksana' as const,
  coordinatorId: 'coordinator-1',
  sponsorUnitId: 'unit-1',
  topicCodes: ['service-desk'],
};
const formed = LearningCommunityFormed.of({ ...community, formedOn: '2026-05-04', formedBy: clerk });

const meeting = {
  meetingId: 'meeting-1',
  date: '2026-05-20',
  minutes: 90,
  attendees: ['member-1', 'member-2'],
  topicCodes: ['service-desk'],
};
type Meeting = Partial<Parameters<typeof RecordCommunityMeeting>[0]>;
const met = (details: Meeting = {}, units = ['unit-1']) =>
  LearningCommunityMet.of({ ...meeting, ...details, units, recordedBy: clerk });

/** Moves to another unit on that day. */
const moved = (unitId: string, from: string) =>
  EmployeePlaced.of({
    position: 'Staff',
    positionKind: 'pelaksana',
    standardId: 'standard-1',
    unitId,
    from,
    decree: decreeOf('2026-01-01'),
    placedBy: clerk,
  });

describe('FormLearningCommunity', () => {
  const form = FormLearningCommunity(community);
  const begun = () => given(learningCommunity).and(employeeState, 'coordinator-1', serving('pelaksana')).as('clerk-1');

  it('forms a community on the light track, on the day of the act and without an approval', () =>
    begun()
      .when(form, { occurredAt: noonOf('2026-05-04') })
      .then([formed]));

  it('G02 refuses a coordinator who is not registered', () =>
    given(learningCommunity).when(form).thenRefused('G02', 'notServing'));

  it('G02 refuses a coordinator who retires on that day', () =>
    begun()
      .and(employeeState, 'coordinator-1', [retired('2026-05-04')])
      .when(form, { occurredAt: noonOf('2026-05-04') })
      .thenRefused('G02', 'notServing'));

  it('G02 accepts a coordinator who retires on the day after', () =>
    begun()
      .and(employeeState, 'coordinator-1', [retired('2026-05-05')])
      .when(form, { occurredAt: noonOf('2026-05-04') })
      .then([formed]));

  it('G02 refuses to form a community twice', () =>
    given(learningCommunity, [formed])
      .and(employeeState, 'coordinator-1', serving('pelaksana'))
      .when(form)
      .thenRefused('G02', 'alreadyExists'));
});

describe('RecordCommunityMeeting', () => {
  const begun = (...history: ReturnType<typeof met>[]) =>
    given(learningCommunity, [formed, ...history])
      .and(employeeState, 'member-1', serving('pelaksana'))
      .and(employeeState, 'member-2', serving('pelaksana'))
      .as('clerk-1');
  const record = (details: Meeting = {}) => RecordCommunityMeeting({ ...meeting, ...details });

  it('records a meeting with what was shown', () =>
    begun()
      .when(record({ practiceShared: HASH }))
      .then([met({ practiceShared: HASH })]));

  it('records a meeting of which the recorder is an attendee', () =>
    begun()
      .as('member-1')
      .when(record())
      .thenState((state) => expect(state).toMatchObject({ meetings: [{ recordedBy: { subjectId: 'member-1' } }] })));

  it('finds the units in which the attendees serve on that day, each once', () =>
    begun()
      .and(employeeState, 'member-2', [moved('unit-2', '2026-05-20'), moved('unit-3', '2026-05-21')])
      .and(employeeState, 'member-3', serving('pelaksana'))
      .when(record({ attendees: ['member-1', 'member-2', 'member-3'] }))
      .then([met({ attendees: ['member-1', 'member-2', 'member-3'] }, ['unit-1', 'unit-2'])]));

  it('counts no unit for who is not placed yet', () =>
    begun()
      .and(employeeState, 'member-3', serving('pelaksana').slice(0, 1))
      .when(record({ attendees: ['member-1', 'member-3'] }))
      .then([met({ attendees: ['member-1', 'member-3'] })]));

  it('G02 refuses an attendee who is not registered', () =>
    begun()
      .when(record({ attendees: ['member-1', 'stranger-1'] }))
      .thenRefused('G02', 'notServing'));

  it('G02 refuses an attendee who retired on the day of the meeting', () =>
    begun()
      .and(employeeState, 'member-2', [retired('2026-05-20')])
      .when(record())
      .thenRefused('G02', 'notServing'));

  it('G02 accepts an attendee who retired on the day after the meeting', () =>
    begun()
      .and(employeeState, 'member-2', [retired('2026-05-21')])
      .when(record())
      .then([met()]));

  it('G02 refuses an attendee who is named twice', async () => {
    const { rejection } = await begun()
      .when(record({ attendees: ['member-1', 'member-2', 'member-1'] }))
      .thenRefused('G02', 'namedTwice');
    expect(rejection.data).toEqual({ subjectId: 'member-1' });
  });

  it('takes no meeting of one', () =>
    begun()
      .when(record({ attendees: ['member-1'] }))
      .thenFails('invalid-command'));

  it('G02 refuses a meeting of tomorrow', () =>
    begun()
      .when(record({ date: '2026-06-02' }))
      .thenRefused('G02', 'notYet'));

  it('G02 accepts a meeting of today', () =>
    begun()
      .when(record({ date: '2026-06-01' }))
      .then([met({ date: '2026-06-01' })]));

  it('G02 refuses a meeting on the day before the community was formed', () =>
    begun()
      .when(record({ date: '2026-05-03' }))
      .thenRefused('G02', 'before'));

  it('G02 accepts a meeting on the day on which it was formed', () =>
    begun()
      .when(record({ date: '2026-05-04' }))
      .then([met({ date: '2026-05-04' })]));

  it('G02 refuses a meeting of a community that was not formed', () =>
    given(learningCommunity).when(record()).thenRefused('G02', 'notFound'));

  it('G02 refuses a second meeting under one id', () =>
    begun(met()).when(record()).thenRefused('G02', 'alreadyExists'));

  it('G02 accepts another meeting on the same day', () =>
    begun(met())
      .when(record({ meetingId: 'meeting-2' }))
      .then([met({ meetingId: 'meeting-2' })]));

  it('replaces a meeting that is corrected', () =>
    begun(met())
      .when(record({ minutes: 60 }), {
        corrects: { eventId: historyEventId('learningCommunity-test-1', 1), reason: 'typed wrongly' },
      })
      .thenState((state) => {
        expect(state.status === 'formed' && state.meetings).toEqual([
          expect.objectContaining({ meetingId: 'meeting-1', minutes: 60 }),
        ]);
      }));
});

describeLaws('a learning community', learningCommunity, {
  override: lawData,
  runs: 20,
  commands: {
    FormLearningCommunity: fc.constant({ ...community, coordinatorId: 'member-1' }),
    RecordCommunityMeeting: fc.record({
      meetingId: fc.constantFrom('meeting-1', 'meeting-2'),
      date: fc.constantFrom('2026-05-31', '2026-06-01', '2026-06-02'),
      minutes: fc.constant(60),
      attendees: fc.array(fc.constantFrom('member-1', 'member-2'), { minLength: 2, maxLength: 3 }),
      topicCodes: fc.constant(['service-desk']),
    }),
  },
  setUp: async (store, runtime) => {
    const context = { actor: { subjectId: 'clerk-1', roles: [] }, runtime };
    for (const [index, subjectId] of ['member-1', 'member-2'].entries()) {
      const register = RegisterEmployee({ kind: 'pns', numberHash: String(index).repeat(64) });
      await handle(store, employee, subjectId, register, context);
    }
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    const ids = state.meetings.map(({ meetingId }) => meetingId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { date, attendees } of state.meetings) {
      expect(date).toBe('2026-06-01');
      expect(new Set(attendees).size).toBe(attendees.length);
    }
  },
});
