import { createHmac } from 'node:crypto';
import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConcludeEvaluation,
  evaluation,
  ParticipantReactionRecorded,
  RecordParticipantReaction,
  reactionSummary,
  reactionToken,
} from '../../src/evaluate/evaluation/index.js';
import { AdoptPolicyVersion, POLICY, policy } from '../../src/governance/policy/index.js';
import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  NominationDeclined,
} from '../../src/train/batch/events.js';
import { batchState } from '../../src/train/batch/state.js';
import { programState } from '../../src/train/program/state.js';
import { foundAgency, lawData, noonOf, PPK } from '../governance/fixtures.js';
import {
  concluded,
  contested,
  designed,
  EVIDENCE,
  evaluationPlanned,
  participant,
  plan,
  programApproved,
  remember,
  scheduled,
  strictAdoption,
  underStrictPolicy,
} from './fixtures.js';

const SECRET = new Uint8Array(32).fill(7);
const token = (employeeId: string, batchId = 'batch-1') => reactionToken(SECRET, batchId, employeeId);
const scores = { speaker: 4, material: 3, organiser: 4, facility: 2 };
const keeper = { subjectId: 'survey-1' };

const reaction = (employeeId: string, batchId = 'batch-1') => ({
  batchId,
  respondentToken: token(employeeId, batchId),
  scores,
});
const record = (employeeId: string, batchId?: string) => RecordParticipantReaction(reaction(employeeId, batchId));
const recorded = (employeeId: string, batchId?: string) =>
  ParticipantReactionRecorded.of({ ...reaction(employeeId, batchId), programId: 'program-1', recordedBy: keeper });

const attends = (employeeId: string, present = true) => {
  const [nominated] = participant(employeeId);
  if (nominated === undefined) throw new Error('A participant is nominated first.');
  return [
    nominated,
    AttendanceRecorded.of({
      programId: 'program-1',
      employeeId,
      sessionId: 'session-1',
      present,
      minutes: present ? 240 : 0,
      method: 'qr',
      recordedBy: { subjectId: 'clerk-1' },
    }),
  ];
};
const declines = (employeeId: string) => [
  ...participant(employeeId).slice(0, 1),
  NominationDeclined.of({
    programId: 'program-1',
    employeeId,
    by: 'self',
    reason: { code: 'workload' },
    declinedBy: { subjectId: employeeId },
  }),
];

const completed = BatchCompleted.of({
  programId: 'program-1',
  counts: { nominated: 3, confirmed: 3, declined: 0, attended: 2, completed: 2 },
  realisedCost: 0,
  completedBy: { subjectId: 'organiser-1' },
});

const AHEAD = [{ sessionId: 'session-1', date: '2026-12-07', minutes: 240 }];

type History = Parameters<typeof evaluation.evolve>[1][];
type BatchEvents = Parameters<typeof batchState.evolve>[1][];

/** a-1 and a-2 attended the batch, a-3 was absent. */
const attended: BatchEvents = [scheduled(), ...attends('a-1'), ...attends('a-2'), ...attends('a-3', false)];
const after = (history: History, batch: BatchEvents = attended) =>
  given(evaluation, [evaluationPlanned({ levels: [1, 3, 4] }), ...history])
    .and(batchState, 'batch-1', batch)
    .as(keeper.subjectId);

describe('RecordParticipantReaction', () => {
  it('R30 accepts the answer of somebody who attended, sent by whoever keeps the survey', () =>
    after([])
      .when(record('a-1'))
      .then([recorded('a-1')]));

  it('names nobody but the keeper of the survey, neither in the event nor around it', async () => {
    const { events } = await after([])
      .when(record('a-1'))
      .then([recorded('a-1')]);
    expect(JSON.stringify(events)).not.toContain('a-1"');
    expect(events[0]?.metadata.actor.subjectId).toBe('survey-1');
  });

  it('needs no policy, as it rests on no figure', async () => {
    const { events } = await after([])
      .when(record('a-1'))
      .then([recorded('a-1')]);
    expect(events[0]?.metadata.policyVersion).toBeUndefined();
  });

  it('R30 refuses a batch of another evaluation', () =>
    after([], [scheduled({ evaluationId: 'other' }), ...attends('a-1')])
      .when(record('a-1'))
      .thenRefused('R30', 'notOfEvaluation'));

  it.each([
    ['was only nominated', [scheduled(), ...participant('a-1').slice(0, 1)]],
    ['was absent', [scheduled(), ...attends('a-1', false)]],
  ])('R30 refuses an answer on a batch of which everybody %s', async (_, batch) => {
    await after([], batch).when(record('a-1')).thenRefused('R30', 'nobodyAttended');
  });

  it('R30 accepts an answer on a batch that one person attended', () =>
    after([], [scheduled(), ...attends('a-1'), ...attends('a-2', false)])
      .when(record('a-1'))
      .then([recorded('a-1')]));

  it('R30 refuses a token that was used for the batch', () =>
    after([recorded('a-1')])
      .when(record('a-1'))
      .thenRefused('R30', 'answeredBefore'));

  it('R30 accepts the second participant of two', () =>
    after([recorded('a-1')])
      .when(record('a-2'))
      .then([recorded('a-2')]));

  it('R30 refuses more answers than participants who attended', () =>
    after([recorded('a-1'), recorded('a-2')])
      .when(record('a-3'))
      .thenRefused('R30', 'moreThanAttended'));

  it('R30 counts the answers of each batch apart', () =>
    after([recorded('a-1', 'batch-0'), recorded('a-2', 'batch-0')])
      .when(record('a-1'))
      .then([recorded('a-1')]));

  it('R30 accepts one token in two batches, though a keeper makes two', () => {
    const { respondentToken } = reaction('a-1');
    const before = ParticipantReactionRecorded.of({ ...recorded('a-1', 'batch-0').data, respondentToken });
    return after([before])
      .when(record('a-1'))
      .then([recorded('a-1')]);
  });

  it.each(['a-1', 'a-3'])('R30 refuses the participant %s as sender', async (subjectId) => {
    await after([]).as(subjectId).when(record('a-1')).thenRefused('R30', 'traceable');
  });

  it('R30 refuses a participant who is typed for, and one who types', async () => {
    await after([]).when(record('a-1'), { onBehalfOf: 'a-1' }).thenRefused('R30', 'traceable');
    await after([]).as('a-2').when(record('a-1'), { onBehalfOf: 'survey-1' }).thenRefused('R30', 'traceable');
  });

  it('R30 accepts somebody as sender who declined the nomination', () =>
    after([], [...attended, ...declines('survey-1')])
      .when(record('a-1'))
      .then([recorded('a-1')]));

  it.each([
    ['while the batch goes on', attended],
    ['after the batch', [...attended, completed]],
  ])('G02 accepts an answer %s', async (_, batch) => {
    await after([], batch)
      .when(record('a-1'))
      .then([recorded('a-1')]);
  });

  it('G02 refuses an answer on a batch that was cancelled', () => {
    const cancelled = BatchCancelled.of({
      programId: 'program-1',
      reason: { code: 'disaster' },
      participants: [],
      cancelledBy: { subjectId: 'organiser-1' },
    });
    return after([], [...attended, cancelled])
      .when(record('a-1'))
      .thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses an answer once the evaluation is concluded', () =>
    after([concluded()]).when(record('a-1')).thenRefused('G02', 'wrongStatus'));

  it('G02 accepts an answer while the conclusion is contested', () =>
    after([concluded(), contested])
      .when(record('a-1'))
      .then([recorded('a-1')]));

  it('G02 refuses a batch that there is not', () =>
    after([]).when(record('a-1', 'batch-9')).thenRefused('G02', 'notFound'));

  it('G02 refuses an evaluation that was never planned', () =>
    given(evaluation).and(batchState, 'batch-1', attended).when(record('a-1')).thenRefused('G02', 'notFound'));

  it.each([
    ['a score of 0', { scores: { ...scores, speaker: 0 } }],
    ['a score of 5', { scores: { ...scores, facility: 5 } }],
    ['an id for a token', { respondentToken: 'employee-1' }],
  ])('takes no answer with %s', async (_, details) => {
    await after([])
      .when(RecordParticipantReaction({ ...reaction('a-1'), ...details }))
      .thenFails('invalid-command');
  });
});

describe('a conclusion on reactions (level 1)', () => {
  const people = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5'];
  const batch: BatchEvents = [scheduled(), ...people.flatMap((id) => attends(id)), ...participant('a-1').slice(1)];
  const concludedOn = (answers: readonly string[], conclusion: 'effective' | 'inconclusive') =>
    underStrictPolicy(
      given(evaluation, [
        evaluationPlanned({ levels: [1], serviceUnits: [], metrics: [] }),
        ...answers.map((id) => recorded(id)),
      ]),
    )
      .and(programState, 'program-1', [designed, programApproved])
      .and(batchState, 'batch-1', batch)
      .as('evaluator-1')
      .when(ConcludeEvaluation({ conclusion, strengths: ['well liked'], weaknesses: [], evidence: [EVIDENCE] }));
  const inconclusive = (measuredLevels: 1[], missingLevels: 1[]) =>
    concluded({ conclusion: 'inconclusive', strengths: ['well liked'], measuredLevels, missingLevels });

  it('R35 finds the level measured by one answer', () =>
    concludedOn(['a-1'], 'inconclusive').then([inconclusive([1], [])]));

  it('R35 finds the level missing where nobody answered', () =>
    concludedOn([], 'inconclusive').then([inconclusive([], [1])]));

  it('R35 refuses effective where nobody answered', () =>
    concludedOn([], 'effective').thenRefused('R35', 'levelsMissing'));

  it('R35 refuses effective for four answers where five are planned', () =>
    concludedOn(people.slice(1), 'effective').thenRefused('R35', 'tooFewCases'));

  it('R35 refuses effective for five: to be liked is no effect', () =>
    concludedOn(people, 'effective').thenRefused('R35', 'noImpact'));
});

describe('the token of a respondent', () => {
  it('is the HMAC-SHA256 of batch and person under the secret', () => {
    const expected = createHmac('sha256', SECRET).update('batch-1/employee-1').digest('hex');
    expect(reactionToken(SECRET, 'batch-1', 'employee-1')).toBe(expected);
  });

  it('is another one for another person, another batch and another secret', () => {
    const tokens = [
      reactionToken(SECRET, 'batch-1', 'employee-1'),
      reactionToken(SECRET, 'batch-1', 'employee-2'),
      reactionToken(SECRET, 'batch-2', 'employee-1'),
      reactionToken(new Uint8Array(32).fill(8), 'batch-1', 'employee-1'),
    ];
    expect(new Set(tokens).size).toBe(4);
  });

  it('keeps batch and person apart', () =>
    expect(reactionToken(SECRET, 'batch-1', '1-a')).not.toBe(reactionToken(SECRET, 'batch-11', '-a')));

  it('is not made with a secret that could be guessed', () => {
    expect(() => reactionToken(new Uint8Array(31), 'batch-1', 'employee-1')).toThrow(RangeError);
    expect(reactionToken(new Uint8Array(64).fill(1), 'batch-1', 'employee-1')).toHaveLength(64);
  });
});

describe('the summary of reactions', () => {
  const answers = (...speakers: readonly number[]) =>
    speakers.map((speaker) => ({ speaker, material: 3, organiser: 1, facility: 4 }));

  it('is suppressed with one answer fewer than the policy asks', () =>
    expect(reactionSummary(answers(4, 4, 4, 4), 5)).toEqual({ n: 4, suppressed: true }));

  it('is shown from that many answers on, in hundredths', () =>
    expect(reactionSummary(answers(4, 4, 4, 4, 2), 5)).toEqual({
      n: 5,
      means: { speaker: 360, material: 300, organiser: 100, facility: 400 },
    }));

  it('rounds half up', () => {
    // 27 / 8 is 3.375, and 20 / 6 is 3.333….
    expect(reactionSummary(answers(4, 4, 4, 3, 3, 3, 3, 3), 5)).toMatchObject({ means: { speaker: 338 } });
    expect(reactionSummary(answers(4, 4, 3, 3, 3, 3), 5)).toMatchObject({ means: { speaker: 333 } });
  });

  it('of nothing is suppressed, whatever the policy asks', () =>
    expect(reactionSummary([], 0)).toEqual({ n: 0, suppressed: true }));

  it('never tells more than the number of answers below the threshold, and means from 1 to 4 above it', () => {
    const score = fc.integer({ min: 1, max: 4 });
    const answer = fc.record({ speaker: score, material: score, organiser: score, facility: score });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 20 }), fc.integer({ min: 2, max: 10 }), (given, minimumN) => {
        const summary = reactionSummary(given, minimumN);
        expect(summary.n).toBe(given.length);
        expect('suppressed' in summary).toBe(given.length < minimumN);
        if ('suppressed' in summary) expect(Object.keys(summary).sort()).toEqual(['n', 'suppressed']);
        else {
          for (const mean of Object.values(summary.means)) {
            expect(mean).toBeGreaterThanOrEqual(100);
            expect(mean).toBeLessThanOrEqual(400);
          }
        }
      }),
    );
  });
});

describeLaws('an evaluation with reactions', evaluation, {
  runs: 15,
  override: lawData,
  actors: [keeper.subjectId, 'a-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    PlanEvaluation: fc.constant({ ...plan, levels: [1, 3, 4] }),
    RecordParticipantReaction: fc.constantFrom('a-1', 'a-2', 'a-3').map((id) => reaction(id)),
  },
  setUp: async (store, runtime) => {
    await foundAgency(store, runtime);
    await handle(store, policy, POLICY, AdoptPolicyVersion({ ...strictAdoption, version: 'strict' }), {
      actor: PPK,
      runtime,
      occurredAt: noonOf('2026-01-02'),
    });
    await remember(store, runtime, 'program-program-1', [designed, programApproved]);
    // An evaluation is planned before the first session, so that this one lies ahead.
    const [, ...people] = attended;
    await remember(store, runtime, 'batch-batch-1', [
      scheduled({ evaluationId: 'law-1', period: { from: '2026-12-07', to: '2026-12-11' }, sessions: AHEAD }),
      ...people,
    ]);
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    const tokens = state.reactions.map(({ respondentToken }) => respondentToken);
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.length).toBeLessThanOrEqual(2);
  },
});
