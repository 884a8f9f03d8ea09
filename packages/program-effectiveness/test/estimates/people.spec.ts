import { BehaviourRated, EmployeeSeparated, LearningResultRecorded } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  by,
  confirmed,
  nominated,
  outcome,
  type Past,
  people,
  placed,
  policy,
  scheduled,
  survey,
} from '../fixtures.js';
import { roundIn, taught } from './round.js';

const score = (
  employeeId: string,
  kind: 'pre' | 'post',
  points: number,
  { batch = 'b', attempt = 1 } = {},
): GivenEvent => [
  `batch-${batch}`,
  LearningResultRecorded.of({ programId: 'p', employeeId, kind, attempt, score: points, examinedBy: by }),
];

const tested = (employeeId: string, pre: number | null, post: number | null, batch = 'b'): Past => [
  confirmed(batch, employeeId),
  ...(pre === null ? [] : [score(employeeId, 'pre', pre, { batch })]),
  ...(post === null ? [] : [score(employeeId, 'post', post, { batch })]),
];

describe('learning (level 2)', () => {
  const learning = async (past: Past) => (await roundIn([...taught(), ...past])).learning;
  /** Gains of 1000, 1100, 1200, ... */
  const six: Past = people('a', 6).flatMap((id, at) => tested(id, 5000, 6000 + 100 * at));

  it('is a gain of those with both tests; who lacks one is counted', async () => {
    const found = await learning([
      ...six,
      ...tested('x', 4000, null),
      ...tested('y', null, 8000),
      ...tested('z', null, null),
    ]);
    expect(found).toMatchObject({ people: 9, pairs: 6, preOnly: 1, postOnly: 1, neither: 1, suppressed: false });
    expect(found.judgement).toMatchObject({ design: 'beforeAfter', before: 5000, after: 6250, estimate: 1250 });
    expect(found.events).toHaveLength(14);
  });

  it('tells the share of the room for gain that was gained', async () => {
    const { normalisedGain, judgement } = await learning(six);
    expect(judgement?.claim).toBe('gain');
    expect(normalisedGain).toMatchObject({ estimate: 0.25, band: 'low' });
  });

  it('knows no share of room where there was none', async () => {
    const full = people('a', 5).flatMap((id) => tested(id, 10_000, 10_000));
    expect(await learning(full)).toMatchObject({
      pairs: 5,
      normalisedGain: null,
      judgement: { claim: 'inconclusive' },
    });
  });

  it('tells nothing of fewer pairs than the policy shows', async () => {
    const found = await learning(six.slice(0, 12));
    expect(found).toMatchObject({ pairs: 4, suppressed: true, judgement: null, normalisedGain: null });
    const strict = await roundIn([policy({ 'disclosure.minimumN': 7 }), ...taught(), ...six]);
    expect(strict.learning).toMatchObject({ pairs: 6, suppressed: true, judgement: null });
  });

  it('is not suppressed where there is nothing', async () => {
    expect(await learning([])).toMatchObject({ people: 0, pairs: 0, suppressed: false, judgement: null });
  });

  it('counts a person once, by the first batch in which both tests were taken', async () => {
    const again = scheduled('b2', { period: { from: '2026-04-20', to: '2026-04-21' } });
    const found = await learning([
      again,
      ...six,
      ...tested('a1', 9000, 9000, 'b2'),
      ...tested('x', 3000, null),
      ...tested('x', 4000, 5000, 'b2'),
    ]);
    expect(found).toMatchObject({ people: 7, pairs: 7, preOnly: 0 });
    expect(found.judgement?.before).toBeCloseTo((6 * 5000 + 4000) / 7, 9);
  });

  it('takes the first attempt', async () => {
    const { judgement } = await learning([...six, score('a1', 'post', 10_000, { attempt: 2 })]);
    expect(judgement?.after).toBe(6250);
  });

  it('leaves out who declined or was not confirmed', async () => {
    expect(await learning([...six, nominated('b', 'x')])).toMatchObject({ people: 6 });
  });

  it('leaves out the batches of other evaluations', async () => {
    const other = scheduled('b2', { evaluationId: 'e2' });
    expect(await learning([...six, other, ...tested('x', 1000, 2000, 'b2')])).toMatchObject({ people: 6 });
  });

  it('does not let the scores of few who were lost be worked out from the bounds of drop-out', async () => {
    const figuresOf = async (past: Past) =>
      (await learning(past)).judgement?.assumptions.find(({ code }) => code === 'withstandsDropOut')?.figures;
    expect(await figuresOf([...six, ...tested('x', 4000, null)])).toMatchObject({
      lost: 1,
      worst: null,
      best: null,
      noGain: null,
    });
    const many = people('x', 5).flatMap((id) => tested(id, 4000, null));
    expect((await figuresOf([...six, ...many]))?.worst).toBeTypeOf('number');
  });
});

const finished = (employeeId: string, batch = 'b'): Past => [confirmed(batch, employeeId), outcome(batch, employeeId)];

describe('behaviour (level 3)', () => {
  let ratings = 0;
  const rated = (
    employeeId: string,
    scores: readonly number[],
    {
      raterKind = 'superior',
      ratedOn = '2026-07-01',
    }: { raterKind?: 'self' | 'superior' | 'peer' | 'subordinate'; ratedOn?: string } = {},
  ): GivenEvent => {
    ratings += 1;
    return [
      'evaluation-e',
      BehaviourRated.of({
        programId: 'p',
        batchId: 'b',
        ratingId: `r${ratings}`,
        employeeId,
        raterKind,
        ratings: scores.map((given) => ({ of: 'M05', score: given })),
        ratedOn,
        ratedBy: { subjectId: `rater-${ratings}` },
      }),
    ];
  };
  const ids = people('a', 6);
  const behaviour = async (past: Past, day?: string) =>
    (await roundIn([...taught(), ...ids.flatMap((id) => finished(id)), ...past], day)).behaviour;
  const five = ids.slice(0, 5);
  const allFive = five.map((id, at) => rated(id, [at === 0 ? 3 : 4]));

  it('is the mean of the means of the people, whatever the number of their raters', async () => {
    const more = [rated('a1', [5], { raterKind: 'peer' }), rated('a1', [5, 5, 5], { raterKind: 'peer' })];
    const found = await behaviour([...allFive, ...more]);
    expect(found.mean).toBeCloseTo((100 * (13 / 3 + 4 * 4)) / 5, 9);
    expect(found.ratings).toEqual({ self: 0, superior: 5, peer: 2, subordinate: 0 });
  });

  it('is a level with an interval over people, beside what the policy asks for', async () => {
    const found = await behaviour(allFive);
    expect(found).toMatchObject({
      completed: 6,
      rated: 5,
      responseRate: 8333,
      mean: 380,
      asked: 350,
      levelReached: true,
    });
    // 380 and 2.776 standard errors of 20.
    expect(found.interval?.low).toBeCloseTo(380 - 2.7764451051977987 * 20, 6);
    expect(found.events).toHaveLength(5);
    const asked = await roundIn([
      policy({ 'evaluation.l3.effectiveMean': 381 }),
      ...taught(),
      ...ids.flatMap((id) => finished(id)),
      ...allFive,
    ]);
    expect(asked.behaviour.levelReached).toBe(false);
  });

  it('has no interval where all are rated alike', async () => {
    expect(await behaviour(five.map((id) => rated(id, [4])))).toMatchObject({ mean: 400, interval: null });
  });

  it('does not count what people say of themselves', async () => {
    const found = await behaviour([
      ...allFive,
      rated('a6', [5], { raterKind: 'self' }),
      rated('a1', [5], { raterKind: 'self' }),
    ]);
    expect(found).toMatchObject({ rated: 5, mean: 380, ratings: { self: 2, superior: 5 } });
    expect(found.events).toHaveLength(5);
  });

  it('tells nothing of fewer people than the policy shows', async () => {
    expect(await behaviour(allFive.slice(1))).toMatchObject({
      rated: 4,
      suppressed: true,
      mean: null,
      interval: null,
      levelReached: null,
      movedBeforeRating: null,
    });
    expect(await behaviour([])).toMatchObject({ rated: 0, suppressed: false, mean: null });
  });

  it('counts apart what lies outside the window, or speaks of people who did not complete', async () => {
    const outside = [
      rated('a6', [5], { ratedOn: '2026-06-08' }),
      rated('a6', [5], { ratedOn: '2027-03-12' }),
      rated('stranger', [5]),
    ];
    expect(await behaviour([...allFive, ...outside])).toMatchObject({ rated: 5, outside: 3, mean: 380 });
    const inside = [rated('a6', [5], { ratedOn: '2026-06-09' }), rated('a6', [5], { ratedOn: '2027-03-11' })];
    expect(await behaviour([...allFive, ...inside])).toMatchObject({ rated: 6, outside: 0 });
  });

  it('counts those who had moved when they were rated, and tells how many', async () => {
    const placements = [
      ...ids.map((id) => placed(id, 'loket')),
      placed('a1', 'arsip', '2026-06-30'),
      placed('a2', 'arsip', '2026-07-02'),
      placed('a3', 'loket', '2026-05-01'),
    ];
    expect(await behaviour([...allFive, ...placements])).toMatchObject({ rated: 5, mean: 380, movedBeforeRating: 1 });
  });

  it('knows nothing of later ratings', async () => {
    const past = [...allFive, rated('a6', [5], { ratedOn: '2026-09-01' })];
    expect(await behaviour(past, '2026-08-31')).toMatchObject({ rated: 5 });
  });
});

describe('satisfaction', () => {
  const shift = async (past: Past, day?: string) => (await roundIn([...taught(), ...past], day)).satisfaction[0];
  const nrr = [3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100];
  const higher = nrr.map((mean, at) => (at === 2 ? mean + 150 : mean));
  const before = survey('s1', { period: { from: '2025-11-01', to: '2025-11-30' } });
  const after = survey('s2', { period: { from: '2026-08-01', to: '2026-08-31' }, nrr: higher, ikm: 8125 });

  it('is told before and after with the elements that training can move, and nothing is claimed', async () => {
    const found = await shift([before, after]);
    expect(found).toMatchObject({
      before: { surveyId: 's1', n: 150, figures: { ikm: 8083, u3: 2900, u6: 3400, u7: 3500, u8: 3000 } },
      after: { surveyId: 's2', figures: { ikm: 8125, u3: 3050 } },
      change: { ikm: 42, u3: 150, u6: 0, u7: 0, u8: 0 },
      notEstimable: 'noRespondentData',
    });
    expect(found).not.toHaveProperty('claim');
  });

  it('takes the last survey before and the first after, none of the time of the training', async () => {
    const more = [
      survey('s0', { period: { from: '2025-05-01', to: '2025-05-31' } }),
      survey('during', { period: { from: '2026-03-01', to: '2026-03-31' } }),
      survey('s3', { period: { from: '2026-11-01', to: '2026-11-30' } }),
    ];
    expect(await shift([before, after, ...more])).toMatchObject({
      before: { surveyId: 's1' },
      after: { surveyId: 's2' },
    });
  });

  it('has no change where one is missing, too small, or too far away', async () => {
    expect(await shift([before])).toMatchObject({ after: null, change: null });
    const few = survey('s2', { period: { from: '2026-08-01', to: '2026-08-31' }, n: 4 });
    expect(await shift([before, few])).toMatchObject({ after: { n: 4, figures: null }, change: null });
    const late = survey('s2', { period: { from: '2027-03-01', to: '2027-03-31' } });
    expect(await shift([before, late])).toMatchObject({ after: null });
    const old = survey('s1', { period: { from: '2024-03-01', to: '2024-03-31' } });
    expect(await shift([old, after])).toMatchObject({ before: null });
  });

  it('is empty before the first session', async () => {
    expect(await shift([before], '2026-03-09')).toMatchObject({ before: null, after: null, change: null });
  });
});

describe('the trained staff of a unit', () => {
  const staff = async (past: Past, day?: string) => (await roundIn([...taught(), ...past], day)).staff;
  const ids = people('a', 5);
  const inLoket = ids.flatMap((id) => [...finished(id), placed(id, 'loket')]);

  it('may have left it since: moved elsewhere, or out of service', async () => {
    const moves: Past = [
      placed('a1', 'arsip', '2026-08-01'),
      ['employee-a2', EmployeeSeparated.of({ kind: 'retired', on: '2026-10-01', recordedBy: by })],
      placed('a3', 'arsip', '2026-05-01'),
      placed('a3', 'loket', '2026-06-01'),
    ];
    expect(await staff([...inLoket, ...moves])).toEqual([
      { unitId: 'loket', trained: 5, movedShare: 4000, suppressed: false },
    ]);
    expect(await staff([...inLoket, ...moves], '2026-08-31')).toMatchObject([{ movedShare: 2000 }]);
  });

  it('are followed until the time after is over', async () => {
    const late = placed('a1', 'arsip', '2027-03-12');
    expect(await staff([...inLoket, late])).toMatchObject([{ movedShare: 0 }]);
    expect(await staff([...inLoket, placed('a1', 'arsip', '2027-03-11')])).toMatchObject([{ movedShare: 2000 }]);
  });

  it('are not told of where they are few', async () => {
    expect(await staff(inLoket.slice(0, 12))).toEqual([
      { unitId: 'loket', trained: 4, movedShare: null, suppressed: true },
    ]);
    expect(await staff([])).toEqual([{ unitId: 'loket', trained: 0, movedShare: null, suppressed: false }]);
  });

  it('are of the unit in which they served on the last day of the batch, or of that which nominated them', async () => {
    const past = [
      ...inLoket,
      ...finished('x'),
      placed('x', 'arsip'),
      nominated('b', 'y', { unitId: 'loket' }),
      ...finished('y'),
      confirmed('b', 'z'),
      placed('z', 'loket'),
    ];
    expect(await staff(past)).toMatchObject([{ trained: 6, movedShare: 0 }]);
  });
});
