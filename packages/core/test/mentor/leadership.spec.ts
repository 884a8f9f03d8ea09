import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LeadershipInvolvementRecorded,
  leadership,
  leadershipId,
  RecordLeadershipInvolvement,
} from '../../src/mentor/leadership/index.js';
import { programState } from '../../src/train/program/state.js';
import { SubjectId, Year } from '../../src/values/index.js';
import { HASH, lawData } from '../governance/fixtures.js';
import { designed } from '../plan/fixtures.js';

const ID = leadershipId(SubjectId.parse('regent-1'), Year.parse(2026));
const involvement = {
  involvementId: 'involvement-1',
  leaderId: 'regent-1',
  role: 'open' as const,
  date: '2026-05-20',
  topicCodes: ['service-desk'],
  evidenceHash: HASH,
};
type Details = Partial<Parameters<typeof RecordLeadershipInvolvement>[0]>;
const record = (details: Details = {}) => RecordLeadershipInvolvement({ ...involvement, ...details });
const recorded = (
  details: Details = {},
  recordedBy: { subjectId: string; operatorId?: string } = { subjectId: 'clerk-1' },
) => LeadershipInvolvementRecorded.of({ ...involvement, ...details, recordedBy });
const begun = (...history: ReturnType<typeof recorded>[]) => given(leadership, history, { id: ID }).as('clerk-1');

it('the involvements of a leader in a year are one stream', () => expect(ID).toBe('regent-1-2026'));

describe('RecordLeadershipInvolvement', () => {
  it('R29 accepts the record of somebody else', () => begun().when(record()).then([recorded()]));

  it('R29 refuses the record of the leader', () =>
    begun().as('regent-1').when(record()).thenRefused('R29', 'ownRecord'));

  it('R29 refuses the record that somebody types for the leader', () =>
    begun().when(record(), { onBehalfOf: 'regent-1' }).thenRefused('R29', 'ownRecord'));

  it('R29 refuses the record that the leader types for somebody else', () =>
    begun().as('regent-1').when(record(), { onBehalfOf: 'clerk-1' }).thenRefused('R29', 'ownRecord'));

  it('R29 accepts the record that an operator types for somebody else', () =>
    begun()
      .as('operator-1')
      .when(record(), { onBehalfOf: 'clerk-1' })
      .then([recorded({}, { subjectId: 'clerk-1', operatorId: 'operator-1' })]));

  it('R29 takes no record without evidence', () =>
    begun()
      .when(record({ evidenceHash: '' }))
      .thenFails('invalid-command'));

  it('R29 refuses the stream of another leader', () =>
    begun()
      .when(record({ leaderId: 'regent-2' }))
      .thenRefused('R29', 'wrongStream'));

  it('R29 refuses the last day of the year before, and names the right stream', async () => {
    const { rejection } = await begun()
      .when(record({ date: '2025-12-31' }))
      .thenRefused('R29', 'wrongStream');
    expect(rejection.data).toEqual({ leadershipId: ID, expected: 'regent-1-2025' });
  });

  it('R29 accepts the first day of the year', () =>
    begun()
      .when(record({ date: '2026-01-01' }))
      .then([recorded({ date: '2026-01-01' })]));

  it('G02 refuses an involvement of tomorrow', () =>
    begun()
      .when(record({ date: '2026-06-02' }))
      .thenRefused('G02', 'notYet'));

  it('G02 accepts an involvement of today', () =>
    begun()
      .when(record({ date: '2026-06-01' }))
      .then([recorded({ date: '2026-06-01' })]));

  it.each(['teach', 'mentor', 'supervise'] as const)(
    'names the programme in which the leader took the role %s',
    async (role) => {
      const details = { role, programId: 'program-1', unitId: 'unit-1' };
      await begun()
        .and(programState, 'program-1', [designed])
        .when(record(details))
        .then([recorded(details)]);
    },
  );

  it('G02 refuses a programme that does not exist', () =>
    begun()
      .when(record({ programId: 'program-1' }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses a second involvement under one id', () =>
    begun(recorded()).when(record()).thenRefused('G02', 'alreadyExists'));

  it('accepts another involvement on the same day', () =>
    begun(recorded())
      .when(record({ involvementId: 'involvement-2' }))
      .then([recorded({ involvementId: 'involvement-2' })]));

  it('replaces an involvement that is corrected', () =>
    begun(recorded())
      .when(record({ role: 'attend' }), {
        corrects: { eventId: historyEventId(`leadership-${ID}`, 0), reason: 'opened by the deputy' },
      })
      .thenState(({ involvements }) => {
        expect(involvements).toEqual([{ involvementId: 'involvement-1', role: 'attend', date: '2026-05-20' }]);
      }));
});

/** The laws play on a stream `law-1`, which is the year of no leader: this one is told that it is that of regent-1. */
const renamed: typeof leadership = {
  ...leadership,
  decide: (command, state, facts) => leadership.decide(Object.assign({}, command, { streamId: ID }), state, facts),
};

describeLaws('the involvements of a leader', renamed, {
  override: lawData,
  runs: 30,
  actors: ['clerk-1', 'regent-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    RecordLeadershipInvolvement: fc
      .record({
        involvementId: fc.constantFrom('involvement-1', 'involvement-2'),
        date: fc.constantFrom('2025-12-31', '2026-06-01', '2026-06-02'),
      })
      .map((details) => ({ ...involvement, ...details })),
  },
  invariant: ({ involvements }) => {
    const ids = involvements.map(({ involvementId }) => involvementId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { date } of involvements) expect(date).toBe('2026-06-01');
  },
});
