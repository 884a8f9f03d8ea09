import { describe, expect, it } from 'vitest';
import { participationRate } from '../../../src/index.js';
import {
  ask,
  attended,
  cancelled,
  confirmed,
  declined,
  nominated,
  outcome,
  people,
  placed,
  policy,
  scheduled,
  seated,
} from '../../fixtures.js';

const six = people('a', 6);

describe('ParticipationRate', () => {
  it('tells by unit how many of the nominated were confirmed, came and completed', async () => {
    const past = [
      scheduled('b'),
      ...six.map((id) => nominated('b', id, { unitId: 'dukcapil' })),
      ...six.slice(0, 4).map((id) => confirmed('b', id)),
      declined('b', 'a5'),
      ...six.slice(0, 3).map((id) => attended('b', id)),
      attended('b', 'a4', 's1', false),
      outcome('b', 'a1'),
    ];
    expect(await ask(participationRate, past, '2026-03-10')).toEqual([
      {
        year: 2026,
        unitId: 'dukcapil',
        nominated: 6,
        confirmed: 4,
        declined: 1,
        attended: 3,
        completed: 1,
        rate: 6667,
        suppressed: false,
      },
    ]);
    expect(await ask(participationRate, past, '2026-03-09')).toEqual([]);
  });

  it('tells nothing of fewer people than the policy of the day allows, five where there is none', async () => {
    const past = (size: number) => [scheduled('b'), ...people('a', size).flatMap((id) => seated('b', id, 'loket'))];
    const hidden = { nominated: null, confirmed: null, attended: null, rate: null, suppressed: true };
    expect((await ask(participationRate, past(4), '2026-06-30'))[0]).toMatchObject(hidden);
    expect((await ask(participationRate, past(5), '2026-06-30'))[0]).toMatchObject({ nominated: 5, suppressed: false });
    const strict = policy({ 'disclosure.minimumN': 6 }, { effectiveFrom: '2026-05-01' });
    expect((await ask(participationRate, [strict, ...past(5)], '2026-05-01'))[0]).toMatchObject(hidden);
    expect((await ask(participationRate, [strict, ...past(5)], '2026-04-30'))[0]).toMatchObject({ suppressed: false });
  });

  it('takes the unit from the placement on the first day where the nomination names none; cancelled batches do not count', async () => {
    const past = [
      placed('a1', 'lama', '2025-01-01'),
      placed('a1', 'baru', '2026-03-10'),
      placed('a1', 'kelak', '2026-03-11'),
      policy({ 'disclosure.minimumN': 2 }),
      scheduled('b'),
      nominated('b', 'a1'),
      nominated('b', 'a2', { unitId: 'baru' }),
      scheduled('gone'),
      nominated('gone', 'a3', { unitId: 'baru' }),
      cancelled('gone'),
    ];
    const lines = await ask(participationRate, past, '2026-06-30');
    expect(lines.map(({ unitId, nominated: n }) => [unitId, n])).toEqual([['baru', 2]]);
    const other = [scheduled('old', { period: { from: '2025-05-01', to: '2025-05-02' } }), nominated('old', 'a1')];
    const years = await ask(
      participationRate,
      [...past, ...other, nominated('b', 'a4', { unitId: 'awal' })],
      '2026-06-30',
    );
    expect(years.map(({ year, unitId }) => [year, unitId])).toEqual([
      [2025, 'lama'],
      [2026, 'awal'],
      [2026, 'baru'],
    ]);
  });
});
