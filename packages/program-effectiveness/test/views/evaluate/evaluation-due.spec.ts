import { BehaviourRated } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { evaluationDue } from '../../../src/index.js';
import { approved, ask, completed, designed, impact, measurement, planned, policy, scheduled } from '../../fixtures.js';

const rating = (ratingId: string, raterKind: 'self' | 'superior', batchId = 'b'): GivenEvent => [
  'evaluation-e',
  BehaviourRated.of({
    programId: 'p',
    batchId,
    ratingId,
    employeeId: 'ani',
    raterKind,
    ratings: [{ of: 'M05', score: 4 }],
    ratedOn: '2026-07-01',
    ratedBy: { subjectId: 'kadis' },
  }),
];
const past = [policy(), designed('p'), approved('p'), planned({ levels: [2, 3] }), scheduled('b'), completed('b')];
const statesOn = async (day: string, more: readonly GivenEvent[] = []) =>
  (await ask(evaluationDue, [...past, ...more], day)).map(({ level, state }) => [level, state]);

describe('EvaluationDue', () => {
  it('gives each completed batch the windows of levels 3 and 4, from its last day on', async () => {
    const head = {
      programId: 'p',
      program: 'Program p (rekaan)',
      programStatus: 'approved',
      batchId: 'b',
      evaluationId: 'e',
    };
    const window = { completedOn: '2026-03-11', opens: '2026-06-09', closes: '2027-03-11', measured: 0, state: 'open' };
    expect(await ask(evaluationDue, past, '2026-06-09')).toEqual([
      { ...head, level: 3, planned: true, ...window },
      { ...head, level: 4, planned: false, ...window },
    ]);
  });

  it('counts the planned results that were measured after the batch, each once', async () => {
    const measured = [
      measurement('early', { period: { from: '2026-02-01', to: '2026-02-28' } }),
      measurement('m1', { period: { from: '2026-07-01', to: '2026-07-31' } }),
      measurement('m2', { period: { from: '2026-08-01', to: '2026-08-31' } }),
      measurement('elsewhere', { period: { from: '2026-07-01', to: '2026-07-31' } }, 'lain'),
      measurement('other', { metric: 'rework', period: { from: '2026-07-01', to: '2026-07-31' }, rate: 100 }),
    ];
    const level4 = async (day: string) => (await ask(evaluationDue, [...past, ...measured], day))[1];
    expect(await level4('2026-06-30')).toMatchObject({ level: 4, measured: 0, state: 'open' });
    expect(await level4('2027-06-30')).toMatchObject({ level: 4, measured: 1, state: 'measured' });
  });

  it('opens, closes, and shows what was missed once it is closed', async () => {
    expect(await statesOn('2026-03-10')).toEqual([]);
    expect(await statesOn('2026-03-11')).toHaveLength(2);
    expect(await statesOn('2026-06-08')).toEqual([
      [3, 'notYet'],
      [4, 'notYet'],
    ]);
    expect(await statesOn('2027-03-11')).toEqual([
      [3, 'open'],
      [4, 'open'],
    ]);
    expect(await statesOn('2027-03-12')).toEqual([
      [3, 'missed'],
      [4, 'missed'],
    ]);
  });

  it('takes for level 3 only ratings by others after that batch, and for level 4 an impact', async () => {
    const on = '2027-03-12';
    expect(await statesOn(on, [rating('r', 'self')])).toEqual([
      [3, 'missed'],
      [4, 'missed'],
    ]);
    expect(await statesOn(on, [rating('r', 'superior', 'other')])).toEqual([
      [3, 'missed'],
      [4, 'missed'],
    ]);
    expect(await statesOn(on, [rating('r', 'superior')])).toEqual([
      [3, 'measured'],
      [4, 'missed'],
    ]);
    expect(await statesOn(on, [rating('r', 'superior'), rating('r', 'self')])).toEqual([
      [3, 'missed'],
      [4, 'missed'],
    ]);
    expect(await statesOn(on, [impact(3750)])).toEqual([
      [3, 'missed'],
      [4, 'measured'],
    ]);
  });

  it('puts first what closes first, and plans nothing where the evaluation is not known', async () => {
    const long = scheduled('a', { evaluationId: 'unknown', period: { from: '2026-01-05', to: '2026-06-30' } });
    const lines = await ask(evaluationDue, [...past, long, completed('a')], '2026-09-01');
    expect(lines.map(({ batchId, level, planned: isPlanned }) => [batchId, level, isPlanned])).toEqual([
      ['b', 3, true],
      ['b', 4, false],
      ['a', 3, false],
      ['a', 4, false],
    ]);
  });

  it('counts a person once, however many rate', async () => {
    const lines = await ask(evaluationDue, [...past, rating('r1', 'superior'), rating('r2', 'superior')], '2026-09-01');
    expect(lines[0]).toMatchObject({ level: 3, measured: 1 });
  });

  it('knows no window without a policy, and nothing of a batch that is not completed', async () => {
    const lines = await ask(evaluationDue, [scheduled('b'), completed('b'), scheduled('open')], '2026-09-01');
    expect(lines.map(({ batchId, opens, state }) => [batchId, opens, state])).toEqual([
      ['b', null, 'unknown'],
      ['b', null, 'unknown'],
    ]);
  });
});
