import { describe, expect, it } from 'vitest';
import { declineReasons } from '../../../src/index.js';
import { ask, declined, nominated, type Past, people, scheduled } from '../../fixtures.js';

type Code = Parameters<typeof declined>[2];

const refusals = (unitId: string, code: Code, count: number): Past =>
  people(`${unitId}-${code}-`, count).flatMap((id) => [nominated('b', id, { unitId }), declined('b', id, code)]);

const reasonsOf = async (past: Past) =>
  (await ask(declineReasons, [scheduled('b'), ...past], '2026-06-30')).map(({ unitId, reason, n, suppressed }) => [
    unitId,
    reason,
    n,
    suppressed,
  ]);

describe('DeclineReasons', () => {
  it('tells by unit and reason what is frequent enough', async () => {
    const past = [scheduled('b'), ...refusals('dukcapil', 'workload', 5)];
    expect(await ask(declineReasons, past, '2026-06-30')).toEqual([
      { year: 2026, unitId: 'dukcapil', reason: 'workload', n: 5, suppressed: false },
    ]);
  });

  it('merges what is rare in each unit over the units', async () =>
    expect(
      await reasonsOf([
        ...refusals('dukcapil', 'workload', 6),
        ...refusals('kecamatan-a', 'workload', 3),
        ...refusals('kecamatan-b', 'workload', 2),
      ]),
    ).toEqual([
      ['*', 'workload', 5, false],
      ['dukcapil', 'workload', 6, false],
    ]));

  it('merges over the reasons too, and tells no number where even all together are few', async () => {
    expect(await reasonsOf([...refusals('a', 'workload', 3), ...refusals('b', 'noCareerEffect', 2)])).toEqual([
      ['*', '*', 5, false],
    ]);
    expect(await reasonsOf([...refusals('a', 'workload', 2), ...refusals('b', 'noCareerEffect', 2)])).toEqual([
      ['*', '*', null, true],
    ]);
  });

  it('does not count who took part after all', async () =>
    expect(await reasonsOf([...refusals('a', 'workload', 5), nominated('b', 'a-workload-1', { unitId: 'a' })])).toEqual(
      [['*', '*', null, true]],
    ));
});
