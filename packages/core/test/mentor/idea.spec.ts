import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DecideInnovationIdea,
  InnovationIdeaDecided,
  InnovationIdeaRaised,
  idea,
  RaiseInnovationIdea,
} from '../../src/mentor/idea/index.js';
import { LeadershipInvolvementRecorded, leadershipState } from '../../src/mentor/leadership/index.js';
import { employee, employeeState, RegisterEmployee } from '../../src/people/employee/index.js';
import { PublicForumHeld } from '../../src/public-voice/public-forum/events.js';
import { publicForumState } from '../../src/public-voice/public-forum/state.js';
import { ImprovementActionAssigned } from '../../src/revise/improvement-action/events.js';
import { improvementActionState } from '../../src/revise/improvement-action/state.js';
import { HASH, lawData } from '../governance/fixtures.js';
import { serving } from './fixtures.js';

const by = (subjectId: string) => ({ subjectId });
const thought = { unitId: 'unit-1', topicCodes: ['waktu-tunggu'] };
const raised = (details: Partial<Parameters<typeof InnovationIdeaRaised.of>[0]> = {}) =>
  InnovationIdeaRaised.of({ ...thought, raisedBy: by('employee-1'), ...details });
const unnamed = InnovationIdeaRaised.of(thought);

describe('RaiseInnovationIdea', () => {
  type Raise = Parameters<typeof RaiseInnovationIdea>[0];
  const raise = (details: Partial<Raise> = {}) => RaiseInnovationIdea({ ...thought, unnamed: false, ...details });

  it('names who raised it', () => given(idea).as('employee-1').when(raise()).then([raised()]));

  it('passes on a summary that the vault encrypted', () => {
    const summary = { keyId: 'key-1', ciphertext: 'c2VjcmV0' };
    return given(idea)
      .as('employee-1')
      .when(raise({ summary }))
      .then([raised({ summary })]);
  });

  it('G02 refuses to raise an idea twice', () =>
    given(idea, [raised()]).when(raise()).thenRefused('G02', 'alreadyExists'));

  describe('by who wishes to stay unnamed', () => {
    const begun = () => given(idea).and(employeeState, 'employee-1', serving('pelaksana'));

    it('G03 accepts what the intake sends, and names nobody', async () => {
      const { events } = await begun()
        .as('intake-1')
        .when(raise({ unnamed: true }))
        .then([unnamed]);
      expect(JSON.stringify(events)).not.toContain('employee-1');
    });

    it('G03 refuses what an employee sends', () =>
      begun()
        .as('employee-1')
        .when(raise({ unnamed: true }))
        .thenRefused('G03', 'byEmployee'));

    it('G03 accepts what an employee sends who is named', () =>
      begun().as('employee-1').when(raise()).then([raised()]));

    it('G03 refuses what the intake sends on behalf of somebody', () =>
      begun()
        .as('intake-1')
        .when(raise({ unnamed: true }), { onBehalfOf: 'guest-1' })
        .thenRefused('G03', 'forSomebody'));

    it('G03 accepts what the intake sends on behalf of itself', () =>
      begun()
        .as('intake-1')
        .when(raise({ unnamed: true }), { onBehalfOf: 'intake-1' })
        .then([unnamed]));
  });

  describe('at a forum of a leader', () => {
    const occasion = { kind: 'leaderForum' as const, leaderId: 'regent-1', year: 2026, involvementId: 'forum-1' };
    const involvement = (role: 'forum' | 'open') =>
      LeadershipInvolvementRecorded.of({
        involvementId: 'forum-1',
        leaderId: 'regent-1',
        role,
        date: '2026-05-20',
        topicCodes: [],
        evidenceHash: HASH,
        recordedBy: by('clerk-1'),
      });

    it('G02 accepts one that was held', () =>
      given(idea)
        .and(leadershipState, 'regent-1-2026', [involvement('forum')])
        .as('employee-1')
        .when(raise({ occasion }))
        .then([raised({ occasion })]));

    it('G02 refuses one that was not recorded', () =>
      given(idea)
        .and(leadershipState, 'regent-1-2026', [involvement('forum')])
        .when(raise({ occasion: { ...occasion, involvementId: 'forum-2' } }))
        .thenRefused('G02', 'notFound'));

    it('G02 refuses another year', () =>
      given(idea)
        .and(leadershipState, 'regent-1-2026', [involvement('forum')])
        .when(raise({ occasion: { ...occasion, year: 2025 } }))
        .thenRefused('G02', 'notFound'));

    it('G02 refuses an involvement that was no forum', () =>
      given(idea)
        .and(leadershipState, 'regent-1-2026', [involvement('open')])
        .when(raise({ occasion }))
        .thenRefused('G02', 'notFound'));
  });

  describe('at a forum with the public', () => {
    const occasion = { kind: 'publicForum' as const, forumId: 'forum-1' };
    const held = PublicForumHeld.of({
      date: '2026-05-20',
      place: 'Kecamatan Utara',
      hostId: 'regent-1',
      attendees: 40,
      topicCodes: ['waktu-tunggu'],
      recordedBy: by('clerk-1'),
    });

    it('G02 accepts one that was held', () =>
      given(idea)
        .and(publicForumState, 'forum-1', [held])
        .as('employee-1')
        .when(raise({ occasion }))
        .then([raised({ occasion })]));

    it('G02 refuses one that is not known', () => given(idea).when(raise({ occasion })).thenRefused('G02', 'notFound'));
  });
});

describe('DecideInnovationIdea', () => {
  type Decide = Parameters<typeof DecideInnovationIdea>[0];
  const decided = (details: Decide, subjectId = 'head-1') =>
    InnovationIdeaDecided.of({ ...details, decidedBy: by(subjectId) });
  const begun = () => given(idea, [raised()]).as('head-1');

  it.each([
    ['adopt', 'adopted'],
    ['trial', 'onTrial'],
  ] as const)('R09 accepts %s without a reason', async (decision, status) => {
    await begun()
      .when(DecideInnovationIdea({ decision }))
      .thenState((state) => expect(state.status).toBe(status));
  });

  it('R09 accepts to decline with a reason', () =>
    begun()
      .when(DecideInnovationIdea({ decision: 'decline', reason: { code: 'noBudget' } }))
      .thenState((state) => expect(state.status).toBe('rejected')));

  it('R09 refuses to decline without a reason', () =>
    begun()
      .when(DecideInnovationIdea({ decision: 'decline' }))
      .thenRefused('R09', 'reasonMissing'));

  it.each(['decline', 'adopt'] as const)('R09 refuses to %s for the reason other without a text', async (decision) => {
    await begun()
      .when(DecideInnovationIdea({ decision, reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing');
  });

  it('R02 refuses the decision of who raised it', () =>
    begun()
      .as('employee-1')
      .when(DecideInnovationIdea({ decision: 'adopt' }))
      .thenRefused('R02', 'samePerson'));

  it('R04 refuses the decision that who raised it types for somebody else', () =>
    begun()
      .as('employee-1')
      .when(DecideInnovationIdea({ decision: 'adopt' }), { onBehalfOf: 'head-1' })
      .thenRefused('R04', 'throughOperator'));

  it('decides on an unnamed idea', () =>
    given(idea, [unnamed])
      .as('head-1')
      .when(DecideInnovationIdea({ decision: 'adopt' }))
      .then([decided({ decision: 'adopt' })]));

  it('names the improvement action that carries it out', () => {
    const action = ImprovementActionAssigned.of({
      target: { kind: 'serviceUnit', unitId: 'unit-1' },
      cause: { kind: 'complaint', reportId: 'report-1' },
      task: 'A queue for elderly people',
      ownerId: 'employee-2',
      due: '2026-07-01',
      assignedBy: by('head-1'),
    });
    return begun()
      .and(improvementActionState, 'action-1', [action])
      .when(DecideInnovationIdea({ decision: 'trial', actionId: 'action-1' }))
      .then([decided({ decision: 'trial', actionId: 'action-1' })]);
  });

  it('G02 refuses an improvement action that does not exist', () =>
    begun()
      .when(DecideInnovationIdea({ decision: 'trial', actionId: 'action-1' }))
      .thenRefused('G02', 'notFound'));

  it.each([{ decision: 'adopt' }, { decision: 'decline', reason: { code: 'noBudget' } }] as const)(
    'G02 refuses a second decision after $decision',
    async (before) => {
      await given(idea, [raised(), decided(before)])
        .as('head-2')
        .when(DecideInnovationIdea({ decision: 'adopt' }))
        .thenRefused('G02', 'alreadyDecided');
    },
  );

  it('G02 refuses a decision on an idea that was never raised', () =>
    given(idea)
      .when(DecideInnovationIdea({ decision: 'adopt' }))
      .thenRefused('G02', 'notFound'));
});

describeLaws('an idea', idea, {
  override: lawData,
  runs: 30,
  actors: ['employee-1', 'head-1', 'intake-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    RaiseInnovationIdea: fc.boolean().map((hidden) => ({ ...thought, unnamed: hidden })),
    DecideInnovationIdea: fc.constantFrom(
      { decision: 'adopt' },
      { decision: 'decline' },
      { decision: 'decline', reason: { code: 'noBudget' } },
    ),
  },
  setUp: async (store, runtime) => {
    const context = { actor: { subjectId: 'clerk-1', roles: [] }, runtime };
    await handle(store, employee, 'employee-1', RegisterEmployee({ kind: 'pns', numberHash: HASH }), context);
  },
});
