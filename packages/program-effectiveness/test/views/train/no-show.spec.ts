import { describe, expect, it } from 'vitest';
import { noShow } from '../../../src/index.js';
import { ask, attended, nominated, outcome, people, scheduled, seated } from '../../fixtures.js';

const six = people('a', 6);
const past = [
  scheduled('b'),
  ...six.flatMap((id) => seated('b', id, 'dukcapil')),
  nominated('b', 'never-confirmed', { unitId: 'dukcapil' }),
  ...six.slice(0, 3).map((id) => attended('b', id)),
  attended('b', 'a4', 's1', false),
  outcome('b', 'a3', { outcome: 'notCompleted', reason: { code: 'absent' } }),
  outcome('b', 'a4', { outcome: 'notCompleted', reason: { code: 'absent' } }),
  outcome('b', 'a6', { outcome: 'withdrawn', reason: { code: 'reassigned' } }),
];

describe('NoShow', () => {
  it('counts who was confirmed and never came, and who missed too much; the withdrawn are not counted', async () =>
    expect(await ask(noShow, past, '2026-03-12')).toEqual([
      { year: 2026, unitId: 'dukcapil', confirmed: 5, neverCame: 2, absent: 2, rate: 4000, suppressed: false },
    ]));

  it('waits until the batch is over, and is silent about a small unit', async () => {
    expect(await ask(noShow, past, '2026-03-11')).toEqual([]);
    const few = [scheduled('b'), ...people('c', 4).flatMap((id) => seated('b', id, 'kecil'))];
    const two = [...few, ...people('d', 1).flatMap((id) => seated('b', id, 'awal'))];
    expect((await ask(noShow, two, '2026-03-12')).map(({ unitId }) => unitId)).toEqual(['awal', 'kecil']);
    expect(await ask(noShow, few, '2026-03-12')).toEqual([
      { year: 2026, unitId: 'kecil', confirmed: null, neverCame: null, absent: null, rate: null, suppressed: true },
    ]);
  });
});
