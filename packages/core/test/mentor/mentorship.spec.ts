import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyVersionAdopted } from '../../src/governance/policy/events.js';
import { policyState } from '../../src/governance/policy/index.js';
import { POLICY } from '../../src/governance/policy/state.js';
import {
  ApproveMentorship,
  ConfirmMentoringSession,
  EndMentorship,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
  mentorship,
  mentorshipState,
  ProposeMentorship,
  RecordMentoringSession,
} from '../../src/mentor/mentorship/index.js';
import {
  EmployeePlaced,
  employee,
  employeeState,
  PlaceEmployee,
  RegisterEmployee,
} from '../../src/people/employee/index.js';
import { competencyProfileState } from '../../src/plan/competency-profile/state.js';
import { adoption, decreeOf, foundAgency, HASH, lawData, underPolicy } from '../governance/fixtures.js';
import {
  approved,
  assessed,
  confirmed,
  ended,
  pair,
  proposal,
  proposed,
  recorded,
  retired,
  serving,
  session,
  withLevels,
  withLoad,
  withPair,
  withPeople,
} from './fixtures.js';

const proposer = { subjectId: 'proposer-1' };
const propose = (details: Partial<typeof proposal> = {}) => ProposeMentorship({ ...proposal, ...details });
const asProposed = (details: Partial<typeof proposal> = {}) => [
  MentorshipProposed.of({ ...proposal, ...details, proposedBy: proposer }),
];
const corrects = (stream: string, revision: number) => ({
  corrects: { eventId: historyEventId(stream, revision), reason: 'typed wrongly' },
});

describe('ProposeMentorship', () => {
  const begun = () => given(mentorship).as('proposer-1');

  it('proposes a pair', () => withPair(begun()).when(propose()).then(asProposed()));

  it('G02 refuses to propose the same mentorship twice', () =>
    withPair(given(mentorship, [proposed()]))
      .when(propose())
      .thenRefused('G02', 'alreadyExists'));

  it('G01 refuses a proposal without a policy in force', () => begun().when(propose()).thenRefused('G01', 'noPolicy'));

  it('R27 refuses a mentor who would guide himself', () =>
    withPair(begun())
      .when(propose({ menteeId: 'mentor-1' }))
      .thenRefused('R27', 'samePerson'));

  it('R27 refuses a mentor who is not registered', () =>
    underPolicy(begun())
      .and(employeeState, 'mentee-1', serving('pelaksana'))
      .when(propose())
      .thenRefused('R27', 'notServing'));

  it('R27 refuses a mentee who is not registered', () =>
    underPolicy(begun())
      .and(employeeState, 'mentor-1', serving('pengawas'))
      .when(propose())
      .thenRefused('R27', 'notServing'));

  it('R27 refuses a mentor who retires today', () =>
    withPair(begun())
      .and(employeeState, 'mentor-1', [retired('2026-06-01')])
      .when(propose())
      .thenRefused('R27', 'notServing'));

  it('R27 accepts a mentor who retires tomorrow', () =>
    withPair(begun())
      .and(employeeState, 'mentor-1', [retired('2026-06-02')])
      .when(propose())
      .then(asProposed()));

  it('R27 refuses a mentor who retires before the mentorship begins', () => {
    const period = { from: '2026-07-01', to: '2026-12-31' };
    return withPair(begun())
      .and(employeeState, 'mentor-1', [retired('2026-06-15')])
      .when(propose({ period }))
      .thenRefused('R27', 'notServing');
  });

  describe('with the superior as mentor', () => {
    const superior = () =>
      withLevels(
        begun()
          .and(employeeState, 'mentor-1', serving('pengawas'))
          .and(employeeState, 'mentee-1', serving('pelaksana', 'mentor-1')),
        3,
        2,
      );

    it('R27 refuses, as the policy says', () => underPolicy(superior()).when(propose()).thenRefused('R27', 'superior'));

    it('R27 accepts where the policy allows it', () => {
      const allowed = { value: true, basis: 'Choice of the agency', certainty: 'agency' as const };
      const adopted = PolicyVersionAdopted.of({
        ...adoption,
        figures: { ...adoption.figures, 'mentoring.superiorAllowed': allowed },
        adoptedBy: { subjectId: 'ppk-1' },
      });
      return superior().and(policyState, POLICY, [adopted]).when(propose()).then(asProposed());
    });
  });

  it('R27 accepts a mentor who is one level ahead', () =>
    withLevels(withPeople(begun()), 3, 2).when(propose()).then(asProposed()));

  it('R27 refuses a mentor at the same level in a position of the same rank', () =>
    withLevels(withPeople(begun()), 3, 3).when(propose()).thenRefused('R27', 'notAhead'));

  it('R27 refuses a mentor who is ahead only in a competency that is no target', () =>
    withLevels(withPeople(begun()), 3, 3)
      .and(competencyProfileState, 'mentor-1', [assessed(5, 'M07')])
      .when(propose())
      .thenRefused('R27', 'notAhead'));

  it('R27 accepts a mentor who is ahead in one of several target competencies', () =>
    withLevels(withPeople(begun()), 3, 3)
      .and(competencyProfileState, 'mentor-1', [assessed(2, 'M07')])
      .when(propose({ competencies: ['M05', 'M07'] }))
      .then(asProposed({ competencies: ['M05', 'M07'] })));

  it('R27 accepts a mentor in a more senior position who was never assessed', () =>
    underPolicy(begun())
      .and(employeeState, 'mentor-1', serving('pengawas'))
      .and(employeeState, 'mentee-1', serving('pelaksana'))
      .when(propose())
      .then(asProposed()));

  it('R27 refuses two people of one rank who were never assessed', () =>
    withPeople(begun()).when(propose()).thenRefused('R27', 'notAhead'));

  it('R27 accepts the mentorship that fills the load of the mentor', () =>
    withLoad(withPair(begun()), 4).when(propose()).then(asProposed()));

  it('R27 refuses a mentorship above the load of the mentor', () =>
    withLoad(withPair(begun()), 5).when(propose()).thenRefused('R27', 'loadFull'));

  it('R27 counts no mentorship whose period was over yesterday', () =>
    withLoad(withPair(begun()), 5, { period: { from: '2026-01-01', to: '2026-05-31' } })
      .when(propose())
      .then(asProposed()));

  it('R27 counts a mentorship that ends today', () =>
    withLoad(withPair(begun()), 5, { period: { from: '2026-01-01', to: '2026-06-01' } })
      .when(propose())
      .thenRefused('R27', 'loadFull'));

  it('R27 counts no mentorship that was ended', () =>
    withLoad(withPair(begun()), 5)
      .and(mentorshipState, 'other-0', [
        MentorshipEnded.of({
          mentorId: 'mentor-1',
          menteeId: 'other-0',
          outcome: 'stopped',
          reason: { code: 'noTime' },
          endedBy: proposer,
        }),
      ])
      .when(propose())
      .then(asProposed()));

  it('R27 counts no mentorship in which the mentor is the mentee', () =>
    withLoad(withPair(begun()), 5, { mentorId: 'mentee-2', menteeId: 'mentor-1' }).when(propose()).then(asProposed()));

  describe('in the place of an earlier mentorship', () => {
    const earlier = (outcome: 'mentorChanged' | 'stopped', menteeId = 'mentee-1') => [
      proposed({ mentorId: 'mentor-2', menteeId }),
      MentorshipEnded.of({
        mentorId: 'mentor-2',
        menteeId,
        outcome,
        reason: { code: 'mismatch' },
        endedBy: proposer,
      }),
    ];
    const instead = ProposeMentorship({ ...proposal, supersedes: 'earlier-1' });

    it('G02 accepts one that ended because the mentor changed', () =>
      withPair(begun())
        .and(mentorshipState, 'earlier-1', earlier('mentorChanged'))
        .when(instead)
        .then([proposed({ supersedes: 'earlier-1' })]));

    it('G02 refuses one that ended for another outcome', async () => {
      const { rejection } = await withPair(begun())
        .and(mentorshipState, 'earlier-1', earlier('stopped'))
        .when(instead)
        .thenRefused('G02', 'mismatch');
      expect(rejection.data).toMatchObject({ given: 'stopped', expected: 'mentorChanged' });
    });

    it('G02 refuses one that has not ended', () =>
      withPair(begun())
        .and(mentorshipState, 'earlier-1', earlier('mentorChanged').slice(0, 1))
        .when(instead)
        .thenRefused('G02', 'wrongStatus'));

    it('G02 refuses one of another mentee', async () => {
      const { rejection } = await withPair(begun())
        .and(mentorshipState, 'earlier-1', earlier('mentorChanged', 'mentee-2'))
        .when(instead)
        .thenRefused('G02', 'mismatch');
      expect(rejection.data).toMatchObject({ what: 'mentee', given: 'mentee-1', expected: 'mentee-2' });
    });

    it('G02 refuses one that does not exist', () => withPair(begun()).when(instead).thenRefused('G02', 'notFound'));
  });

  describe('when the mentee already guides the mentor', () => {
    const inReturn = (details: Parameters<typeof proposed>[0]) =>
      withPair(begun()).and(mentorshipState, 'return-1', [
        proposed({ mentorId: 'mentee-1', menteeId: 'mentor-1', ...details }),
      ]);

    it('R27 refuses the same competency at the same time', () =>
      inReturn({}).when(propose()).thenRefused('R27', 'reciprocal'));

    it('R27 refuses when the periods share one day', () =>
      inReturn({ period: { from: '2026-10-31', to: '2026-12-31' } })
        .when(propose())
        .thenRefused('R27', 'reciprocal'));

    it('R27 accepts when one begins the day after the other', () =>
      inReturn({ period: { from: '2026-11-01', to: '2026-12-31' } })
        .when(propose())
        .then(asProposed()));

    it('R27 accepts another competency', () =>
      inReturn({ competencies: ['M07'] })
        .when(propose())
        .then(asProposed()));
  });
});

describe('ApproveMentorship', () => {
  const begun = () => withPair(given(mentorship, [proposed()]));

  it('approves what was proposed', () =>
    begun()
      .as('approver-1')
      .when(ApproveMentorship({}))
      .then([MentorshipApproved.of({ ...pair, approvedBy: { subjectId: 'approver-1' } })]));

  it('G02 refuses what was never proposed', () =>
    withPair(given(mentorship)).when(ApproveMentorship({})).thenRefused('G02', 'notFound'));

  it('G02 refuses to approve twice', () =>
    withPair(given(mentorship, [proposed(), approved]))
      .when(ApproveMentorship({}))
      .thenRefused('G02', 'wrongStatus'));

  it('G01 refuses an approval without a policy in force', () =>
    given(mentorship, [proposed()]).when(ApproveMentorship({})).thenRefused('G01', 'noPolicy'));

  it.each(['proposer-1', 'mentor-1', 'mentee-1'])('R02 refuses the approval by %s', async (subjectId) => {
    await begun().as(subjectId).when(ApproveMentorship({})).thenRefused('R02', 'samePerson');
  });

  it('R04 refuses the mentor who types the approval of somebody else', () =>
    begun()
      .as('mentor-1')
      .when(ApproveMentorship({}), { onBehalfOf: 'approver-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R27 refuses when the mentor has no room any more', () =>
    withLoad(begun(), 5).as('approver-1').when(ApproveMentorship({})).thenRefused('R27', 'loadFull'));

  it('R27 accepts when this mentorship fills the load', () =>
    withLoad(begun(), 4).as('approver-1').when(ApproveMentorship({})).then([approved]));

  it('R27 refuses when the mentee has retired meanwhile', () =>
    begun()
      .and(employeeState, 'mentee-1', [retired('2026-05-20')])
      .as('approver-1')
      .when(ApproveMentorship({}))
      .thenRefused('R27', 'notServing'));
});

describe('ApproveMentorship, when the mentor has become the superior since', () => {
  const placedUnder = (superiorId: string, from: string) =>
    EmployeePlaced.of({
      position: 'Staff',
      positionKind: 'pelaksana',
      standardId: 'standard-1',
      unitId: 'unit-1',
      superiorId,
      from,
      decree: decreeOf('2026-05-01'),
      placedBy: { subjectId: 'clerk-1' },
    });
  const after = (from: string, period = proposal.period) =>
    withPair(given(mentorship, [proposed({ period })]))
      .and(employeeState, 'mentee-1', [placedUnder('mentor-1', from)])
      .as('approver-1')
      .when(ApproveMentorship({}));

  it('R27 refuses from that day on', () => after('2026-06-01').thenRefused('R27', 'superior'));

  it('R27 accepts on the day before', () => after('2026-06-02').then([approved]));

  it('R27 refuses a mentorship ahead, on the first day of which the mentor is the superior', () =>
    after('2026-07-01', { from: '2026-07-01', to: '2026-12-31' }).thenRefused('R27', 'superior'));

  it('R27 accepts a mentorship ahead that begins on the day before', () =>
    after('2026-07-02', { from: '2026-07-01', to: '2026-12-31' }).then([approved]));

  it('R27 accepts where the policy allows it', () => {
    const allowed = { value: true, basis: 'Choice of the agency', certainty: 'agency' as const };
    const adopted = PolicyVersionAdopted.of({
      ...adoption,
      version: 'superiors',
      figures: { ...adoption.figures, 'mentoring.superiorAllowed': allowed },
      adoptedBy: { subjectId: 'ppk-1' },
    });
    return withPair(given(mentorship, [proposed()]))
      .and(policyState, POLICY, [adopted])
      .and(employeeState, 'mentee-1', [placedUnder('mentor-1', '2026-05-01')])
      .as('approver-1')
      .when(ApproveMentorship({}))
      .then([approved]);
  });

  it('R27 refuses a mentorship ahead, before the first day of which the mentee retires', () =>
    withPair(given(mentorship, [proposed({ period: { from: '2026-07-01', to: '2026-12-31' } })]))
      .and(employeeState, 'mentee-1', [retired('2026-06-15')])
      .as('approver-1')
      .when(ApproveMentorship({}))
      .thenRefused('R27', 'notServing'));
});

describe('RecordMentoringSession', () => {
  const begun = () => underPolicy(given(mentorship, [proposed(), approved]));
  const record = (details: Partial<typeof session> = {}) => RecordMentoringSession({ ...session, ...details });
  const asRecorded = (details: Partial<typeof session> = {}) => [
    MentoringSessionRecorded.of({ ...pair, ...session, ...details, recordedBy: { subjectId: 'mentor-1' } }),
  ];

  it.each(['mentor-1', 'mentee-1'])('R28 accepts the record of %s', async (subjectId) => {
    await begun()
      .as(subjectId)
      .when(record())
      .then([recorded({ subjectId })]);
  });

  it('R28 accepts the record that an operator types for the mentor', () =>
    begun()
      .as('operator-1')
      .when(record(), { onBehalfOf: 'mentor-1' })
      .then([recorded({ subjectId: 'mentor-1', operatorId: 'operator-1' })]));

  it('R28 refuses the record of somebody else', () =>
    begun().as('approver-1').when(record()).thenRefused('R28', 'notParty'));

  it('G02 refuses a session of what was never proposed', () =>
    underPolicy(given(mentorship)).when(record()).thenRefused('G02', 'notFound'));

  it.each([
    ['not approved', [proposed()]],
    ['ended', [proposed(), approved, ended]],
  ] as const)('G02 refuses a session of a mentorship that is %s', async (_, history) => {
    await underPolicy(given(mentorship, history)).as('mentor-1').when(record()).thenRefused('G02', 'wrongStatus');
  });

  it('G01 refuses a session without a policy in force', () =>
    given(mentorship, [proposed(), approved]).as('mentor-1').when(record()).thenRefused('G01', 'noPolicy'));

  it('R28 refuses a session on the day before the mentorship', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-04-30' }))
      .thenRefused('R28', 'outsidePeriod'));

  it('R28 refuses a session on the day after the mentorship', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-11-01' }))
      .thenRefused('R28', 'outsidePeriod'));

  it('R28 accepts a session of today', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-06-01' }))
      .then(asRecorded({ date: '2026-06-01' })));

  it('passes on the next action that the vault encrypted', () => {
    const nextAction = { keyId: 'key-1', ciphertext: 'c2VjcmV0' };
    return begun()
      .as('mentor-1')
      .when(RecordMentoringSession({ ...session, nextAction }))
      .then([MentoringSessionRecorded.of({ ...pair, ...session, nextAction, recordedBy: { subjectId: 'mentor-1' } })]);
  });

  it('R28 refuses a session of tomorrow', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-06-02' }))
      .thenRefused('R28', 'inFuture'));

  it('R28 accepts a session of 14 days ago', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-05-18' }))
      .then(asRecorded({ date: '2026-05-18' })));

  it('R28 refuses a session of 15 days ago', () =>
    begun()
      .as('mentor-1')
      .when(record({ date: '2026-05-17' }))
      .thenRefused('R28', 'tooLate'));

  it('R28 refuses progress on a goal that the mentorship does not have', () =>
    begun()
      .as('mentor-1')
      .when(
        record({
          goalProgress: [
            { goalId: 'greet', percent: 10 },
            { goalId: 'other', percent: 10 },
          ],
        }),
      )
      .thenRefused('R28', 'unknownGoal'));

  describe('under an id that was used', () => {
    const again = (date = session.date) =>
      underPolicy(
        given(mentorship, [
          proposed(),
          approved,
          MentoringSessionRecorded.of({ ...pair, ...session, date, recordedBy: { subjectId: 'mentor-1' } }),
        ]),
      ).as('mentor-1');

    it('G02 refuses a second session', () => again().when(record()).thenRefused('G02', 'alreadyExists'));

    it('accepts a correction, which then awaits its confirmation', () =>
      again()
        .when(record({ minutes: 45 }), corrects('mentorship-test-1', 2))
        .thenState((state) => expect(state).toMatchObject({ sessions: [{ minutes: 45, status: 'recorded' }] })));

    it('R28 accepts a correction after the days in which a session is recorded', () =>
      again('2026-05-02')
        .when(record({ date: '2026-05-02', minutes: 45 }), corrects('mentorship-test-1', 2))
        .then(asRecorded({ date: '2026-05-02', minutes: 45 })));

    it('R28 refuses a late session that poses as the correction of another', () =>
      again()
        .when(record({ sessionId: 'session-2', date: '2026-05-02' }), corrects('mentorship-test-1', 2))
        .thenRefused('R28', 'tooLate'));
  });
});

describe('ConfirmMentoringSession', () => {
  const byMentor = { subjectId: 'mentor-1' };
  const begun = (recordedBy: { subjectId: string; operatorId?: string } = byMentor) =>
    given(mentorship, [proposed(), approved, recorded(recordedBy)]);
  const confirm = (agreed = true) => ConfirmMentoringSession({ sessionId: 'session-1', agreed });

  it.each([true, false])('R28 accepts the answer of the other party (agreed: %s)', async (agreed) => {
    await begun()
      .as('mentee-1')
      .when(confirm(agreed))
      .then([
        MentoringSessionConfirmed.of({
          ...pair,
          sessionId: 'session-1',
          date: '2026-05-28',
          agreed,
          confirmedBy: { subjectId: 'mentee-1' },
        }),
      ]);
  });

  it('R28 accepts an answer after the mentorship has ended', () =>
    given(mentorship, [proposed(), approved, recorded(byMentor), ended])
      .as('mentee-1')
      .when(confirm())
      .then([confirmed(true)]));

  it('R02 refuses the answer of the party that recorded it', () =>
    begun().as('mentor-1').when(confirm()).thenRefused('R02', 'samePerson'));

  it('R04 refuses the answer that the recorder types for the other party', () =>
    begun().as('mentor-1').when(confirm(), { onBehalfOf: 'mentee-1' }).thenRefused('R04', 'throughOperator'));

  it('R04 refuses the answer of the mentee who typed the record for the mentor', () =>
    begun({ subjectId: 'mentor-1', operatorId: 'mentee-1' })
      .as('mentee-1')
      .when(confirm())
      .thenRefused('R04', 'throughOperator'));

  it('R28 refuses the answer of somebody else', () =>
    begun().as('approver-1').when(confirm()).thenRefused('R28', 'notParty'));

  it('R28 refuses a second answer', () =>
    given(mentorship, [proposed(), approved, recorded(byMentor), confirmed(false)])
      .as('mentee-1')
      .when(confirm())
      .thenRefused('R28', 'settled'));

  it('R28 accepts the correction of an answer', () =>
    given(mentorship, [proposed(), approved, recorded(byMentor), confirmed(false)])
      .as('mentee-1')
      .when(confirm(), corrects('mentorship-test-1', 3))
      .then([confirmed(true)]));

  it('G02 refuses an answer to a session that was not recorded', () =>
    given(mentorship, [proposed(), approved]).as('mentee-1').when(confirm()).thenRefused('G02', 'notFound'));

  it('G02 refuses an answer in a mentorship that does not exist', () =>
    given(mentorship).as('mentee-1').when(confirm()).thenRefused('G02', 'notFound'));

  it('G02 refuses an answer in a mentorship that is not approved', () =>
    given(mentorship, [proposed()]).as('mentee-1').when(confirm()).thenRefused('G02', 'wrongStatus'));
});

describe('EndMentorship', () => {
  const end = (reason: { code: 'noTime' | 'separated' | 'other'; text?: string }) =>
    EndMentorship({ outcome: 'stopped', reason });

  it.each([
    ['a proposed', [proposed()]],
    ['an approved', [proposed(), approved]],
  ] as const)('ends %s mentorship, with a reason', async (_, history) => {
    await given(mentorship, history)
      .as('approver-1')
      .when(end({ code: 'noTime' }))
      .then([
        MentorshipEnded.of({
          ...pair,
          outcome: 'stopped',
          reason: { code: 'noTime' },
          endedBy: { subjectId: 'approver-1' },
        }),
      ]);
  });

  it('R09 accepts that one of the two has left the agency as the reason', () =>
    given(mentorship, [proposed(), approved])
      .as('approver-1')
      .when(end({ code: 'separated' }))
      .thenState((state) => expect(state).toMatchObject({ status: 'ended', outcome: 'stopped' })));

  it('R09 refuses the reason other without a text', () =>
    given(mentorship, [proposed()])
      .when(end({ code: 'other' }))
      .thenRefused('R09', 'textMissing'));

  it('G02 refuses to end what does not exist', () =>
    given(mentorship)
      .when(end({ code: 'noTime' }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses to end twice', () =>
    given(mentorship, [proposed(), ended])
      .when(end({ code: 'noTime' }))
      .thenRefused('G02', 'wrongStatus'));
});

describeLaws('mentorship', mentorship, {
  override: lawData,
  runs: 20,
  actors: ['mentor-1', 'mentee-1', 'approver-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    ProposeMentorship: fc.constant(proposal),
    RecordMentoringSession: fc.record({
      sessionId: fc.constantFrom('session-1', 'session-2'),
      date: fc.constantFrom('2026-05-28', '2026-06-01', '2026-06-02'),
      minutes: fc.constant(60),
      topicCodes: fc.constant(['service-desk']),
      goalProgress: fc.constant([]),
    }),
    ConfirmMentoringSession: fc.record({
      sessionId: fc.constantFrom('session-1', 'session-2'),
      agreed: fc.boolean(),
    }),
  },
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    const context = { actor: { subjectId: 'clerk-1', roles: [] }, runtime };
    for (const [subjectId, positionKind] of [
      ['mentor-1', 'pengawas'],
      ['mentee-1', 'pelaksana'],
    ] as const) {
      const register = RegisterEmployee({ kind: 'pns', numberHash: subjectId === 'mentor-1' ? HASH : 'b'.repeat(64) });
      await handle(store, employee, subjectId, register, context);
      const place = PlaceEmployee({
        position: 'Staff',
        positionKind,
        standardId: 'standard-1',
        unitId: 'unit-1',
        from: '2026-01-05',
        decree: decreeOf('2026-01-02'),
      });
      await handle(store, employee, subjectId, place, context);
    }
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    for (const { date, recordedBy } of state.sessions) {
      expect(date <= '2026-06-01').toBe(true);
      expect(['mentor-1', 'mentee-1']).toContain(recordedBy.subjectId);
    }
  },
});
