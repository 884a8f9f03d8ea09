import { NominationDeclined } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RefusalAccount } from '../../src/card/index.js';
import { by, cancelled, declined, designed, nominated, type Past, people, planned, scheduled } from '../fixtures.js';
import { accountOf, batchOf, roundOf } from './account-of.js';

const begun: Past = [designed('p'), planned(), scheduled('b'), scheduled('c'), scheduled('d')];
const few = fc.nat({ max: 9 });

type Code = 'workload' | 'distance' | 'noCareerEffect';

const refused = (batchId: string, ids: readonly string[], code: Code): Past =>
  ids.flatMap((id) => [nominated(batchId, id), declined(batchId, id, code)]);

const timesOf = (code: string, { byReason }: RefusalAccount): number =>
  byReason.find((one) => one.code === code)?.n ?? 0;

const bySuperior = (batchId: string, employeeId: string): GivenEvent => [
  `batch-${batchId}`,
  NominationDeclined.of({ programId: 'p', employeeId, by: 'superior', reason: { code: 'workload' }, declinedBy: by }),
];

describe('why nominations are declined', () => {
  it('is told by reason and by who declined, most frequent first, where enough people gave it', async () => {
    const { refusals } = await accountOf([
      ...begun,
      ...refused('b', people('w', 6), 'workload'),
      ...refused('b', people('c', 7), 'noCareerEffect'),
      ...refused('b', people('d', 2), 'distance'),
      ...people('s', 3).map((id) => bySuperior('b', id)),
    ]);
    expect(refusals).toEqual({
      declined: 18,
      byReason: [
        { code: 'workload', n: 9 },
        { code: 'noCareerEffect', n: 7 },
      ],
      reasonsHeldBack: 2,
      byWhom: [{ code: 'self', n: 15 }],
      byWhomHeldBack: 3,
    });
  });

  it('is told of a programme also where each batch has too few, and not of these', async () => {
    const account = await accountOf([
      ...begun,
      ...refused('b', people('b', 2), 'workload'),
      ...refused('c', people('c', 3), 'workload'),
    ]);
    expect(account.refusals).toMatchObject({ declined: 5, byReason: [{ code: 'workload', n: 5 }] });
    expect(roundOf(account).refusals.byReason).toEqual([{ code: 'workload', n: 5 }]);
    expect(batchOf(account, 'c').refusals).toMatchObject({ declined: 3, byReason: [], reasonsHeldBack: 3 });
  });

  it('of a batch is held back where the other batch could be found from it', async () => {
    const account = await accountOf([
      ...begun,
      ...refused('b', people('b', 6), 'workload'),
      ...refused('c', people('c', 2), 'workload'),
    ]);
    expect(roundOf(account).refusals.byReason).toEqual([{ code: 'workload', n: 8 }]);
    expect(batchOf(account).refusals).toMatchObject({ declined: 6, byReason: [], reasonsHeldBack: 6 });
  });

  it('of a batch is told with all its reasons or with none, since its total is known', async () => {
    const account = await accountOf([
      ...begun,
      ...refused('b', people('bw', 6), 'workload'),
      ...refused('b', people('bd', 2), 'distance'),
      ...refused('c', people('cd', 6), 'distance'),
      ...refused('d', people('dd', 6), 'distance'),
      ...refused('d', people('dw', 6), 'workload'),
    ]);
    expect(batchOf(account).refusals.byReason).toEqual([]);
    expect(batchOf(account, 'd').refusals.byReason).toEqual([
      { code: 'distance', n: 6 },
      { code: 'workload', n: 6 },
    ]);
  });

  it('is not told by one person who declines five times', async () => {
    const batches = people('x', 5);
    const account = await accountOf([
      designed('p'),
      planned(),
      ...batches.flatMap((batchId) => [scheduled(batchId), ...refused(batchId, ['ani'], 'distance')]),
    ]);
    expect(account.refusals).toMatchObject({ declined: 5, byReason: [], reasonsHeldBack: 5 });
  });

  it('never leaves fewer than five to be found by taking what is told from one another', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ workload: few, distance: few }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          const account = await accountOf([
            designed('p'),
            planned(),
            ...batches.flatMap(({ workload, distance }, index) => [
              scheduled(`b${index}`),
              ...refused(`b${index}`, people(`w${index}-`, workload), 'workload'),
              ...refused(`b${index}`, people(`d${index}-`, distance), 'distance'),
            ]),
          ]);
          const { byReason } = account.refusals;
          const told = roundOf(account).batches.filter(({ refusals }) => refusals.byReason.length > 0);
          for (const { code, n } of byReason) {
            const ofBatches = told.map(({ refusals }) => timesOf(code, refusals));
            const rest = n - ofBatches.reduce((sum, each) => sum + each, 0);
            for (const group of [n, ...ofBatches, rest]) expect(group === 0 || group >= 5).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    ));

  it('does not count where the batch was cancelled', async () =>
    expect(
      (await accountOf([...begun, ...refused('b', people('b', 6), 'workload'), cancelled('b')])).refusals,
    ).toMatchObject({ declined: 0, byReason: [] }));
});
