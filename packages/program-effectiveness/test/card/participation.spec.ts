import { BatchCancelled } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  attended,
  by,
  cancelled,
  confirmed,
  declined,
  designed,
  drafted,
  nominated,
  on,
  outcome,
  planItem,
  planned,
  scheduled,
} from '../fixtures.js';
import { accountOf, batchOf, roundOf, taught } from './account-of.js';

const plan = [drafted(), planItem('item', { participantsPlanned: 10, jp: 1000 })];

describe('the places of a programme', () => {
  it('are counted from nomination to outcome, against what the plan foresees', async () => {
    const { participation } = await accountOf([
      ...plan,
      designed('p'),
      planned(),
      scheduled('b', { capacity: 8 }),
      ...taught('b', 'ani', 'budi'),
      nominated('b', 'citra'),
      declined('b', 'citra'),
      nominated('b', 'dewi'),
      confirmed('b', 'dewi'),
      outcome('b', 'dewi', { outcome: 'notCompleted', reason: { code: 'absent' }, attendanceShare: 0 }),
      nominated('b', 'eko'),
      confirmed('b', 'eko'),
      outcome('b', 'eko', { outcome: 'withdrawn', reason: { code: 'withdrew' }, attendanceShare: 0 }),
      nominated('b', 'fitri'),
      // Whose confirmed place was given back before the batch.
      nominated('b', 'gani'),
      confirmed('b', 'gani'),
      declined('b', 'gani'),
    ]);
    expect(participation).toEqual({
      planned: 10,
      capacity: 8,
      nominated: 7,
      declined: 2,
      confirmed: 4,
      attended: 2,
      completed: 2,
      notCompleted: 1,
      withdrawn: 1,
      noShows: 1,
      attendanceShare: 3333,
      completionShare: 5000,
      jpPlanned: 10_000,
      jpRealised: 2000,
    });
  });

  it('are held against the capacity in a round and a batch', async () => {
    const account = await accountOf([
      ...plan,
      designed('p'),
      planned(),
      scheduled('b', { capacity: 8, jp: 500 }),
      scheduled('c', { capacity: 5 }),
      ...taught('b', 'ani'),
    ]);
    expect(batchOf(account).participation).toMatchObject({ planned: 8, jpPlanned: 4000, jpRealised: 500 });
    expect(roundOf(account).participation).toMatchObject({ planned: 13, jpPlanned: 9000, jpRealised: 500 });
    expect(account.participation).toMatchObject({ planned: 10, capacity: 13, jpRealised: 500 });
  });

  it('are planned by nobody where no plan foresees the programme', async () => {
    const { participation } = await accountOf([designed('p'), planned(), scheduled('b')]);
    expect(participation).toMatchObject({ planned: null, jpPlanned: null, completionShare: null });
  });

  it('count one person twice who was in two batches', async () => {
    const account = await accountOf([
      designed('p'),
      planned(),
      scheduled('b'),
      scheduled('c'),
      ...taught('b', 'ani'),
      ...taught('c', 'ani'),
    ]);
    expect(account.participation.completed).toBe(2);
  });

  it('are apart for rounds, and a batch whose evaluation is not known of still is in one', async () => {
    const account = await accountOf([
      designed('p'),
      planned(),
      scheduled('b'),
      scheduled('c', { evaluationId: 'unknown', period: { from: '2026-05-04', to: '2026-05-05' } }),
      ...taught('b', 'ani', 'budi'),
      ...taught('c', 'citra'),
    ]);
    expect(
      account.rounds.map(({ evaluationId, design, participation }) => [evaluationId, design, participation.completed]),
    ).toEqual([
      ['e', 'prePost', 2],
      ['unknown', null, 1],
    ]);
  });
});

describe('attendance', () => {
  const past = [
    designed('p'),
    planned(),
    scheduled('b'),
    nominated('b', 'ani'),
    confirmed('b', 'ani'),
    attended('b', 'ani', 's1'),
    attended('b', 'ani', 's2', false),
  ].map(([stream, event]): GivenEvent => [stream, event, on('2026-03-01')]);

  it('is a share of the sessions that were held by the day', async () => {
    expect((await accountOf(past, '2026-03-10')).participation.attendanceShare).toBe(10_000);
    expect((await accountOf(past, '2026-03-11')).participation.attendanceShare).toBe(5000);
    expect((await accountOf(past, '2026-03-09')).participation.attendanceShare).toBeNull();
  });

  it('lacks nobody before the batch is over', async () => {
    const awaited = [...past, nominated('b', 'budi'), confirmed('b', 'budi')].map(
      ([stream, event]): GivenEvent => [stream, event, on('2026-03-01')],
    );
    expect((await accountOf(awaited, '2026-03-11')).participation.noShows).toBe(0);
    expect((await accountOf(awaited, '2026-03-12')).participation.noShows).toBe(1);
  });
});

describe('a batch that was cancelled', () => {
  const cancelledFor = (
    batchId: string,
    code: 'budget' | 'speaker',
    ...participants: readonly string[]
  ): GivenEvent => [
    `batch-${batchId}`,
    BatchCancelled.of({ programId: 'p', reason: { code }, participants: [...participants], cancelledBy: by }),
    on('2026-03-01'),
  ];
  const past = [
    designed('p'),
    planned(),
    scheduled('b'),
    nominated('b', 'ani', { needId: 'n-ani' }),
    nominated('b', 'budi', { needId: 'n-budi' }),
    nominated('b', 'citra'),
    cancelledFor('b', 'speaker', 'ani', 'budi', 'citra'),
  ];

  it('takes its places away, with the reason and the event', async () => {
    const account = await accountOf(past);
    expect(account.participation).toMatchObject({ nominated: 0, capacity: 0 });
    expect(account.lost).toMatchObject({ places: 3, servedAgain: 0, needsUnserved: ['n-ani', 'n-budi'] });
    expect(account.lost.batches).toMatchObject([
      {
        batchId: 'b',
        reason: 'speaker',
        places: 3,
        on: '2026-03-01',
        told: { type: 'BatchCancelled', stream: 'batch-b' },
      },
    ]);
    expect(batchOf(account)).toMatchObject({ status: 'cancelled', lost: { places: 3 } });
  });

  it('leaves no need unserved whose owner has a place in a later batch, or which somebody else fills there', async () => {
    const { lost } = await accountOf([
      ...past,
      scheduled('c', { period: { from: '2026-05-04', to: '2026-05-05' } }),
      nominated('c', 'ani'),
      confirmed('c', 'ani'),
      nominated('c', 'dewi', { needId: 'n-budi' }),
      confirmed('c', 'dewi'),
    ]);
    expect(lost).toMatchObject({ places: 3, servedAgain: 1, needsUnserved: [] });
  });

  it('is not made good by a batch that was over before', async () => {
    const { lost } = await accountOf([
      ...past,
      scheduled('a', { period: { from: '2026-02-02', to: '2026-02-03' } }),
      ...taught('a', 'ani'),
    ]);
    expect(lost.servedAgain).toBe(0);
  });

  it('is not made good by another batch that was cancelled', async () => {
    const later = { period: { from: '2026-05-04', to: '2026-05-05' } };
    const { lost } = await accountOf([...past, scheduled('c', later), ...taught('c', 'ani'), cancelled('c', ['ani'])]);
    expect(lost).toMatchObject({ places: 4, servedAgain: 0 });
  });
});
