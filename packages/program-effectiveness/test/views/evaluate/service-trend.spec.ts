import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { serviceTrend } from '../../../src/index.js';
import { ask, policy, survey } from '../../fixtures.js';

const first = { period: { from: '2025-01-01', to: '2025-12-31' } };
const second = {
  period: { from: '2026-01-01', to: '2026-06-30' },
  ikm: 8500,
  nrr: [3400, 3400, 3400, 3400, 3400, 3400, 3400, 3400, 3400],
};

describe('ServiceTrend', () => {
  it('gives index, elements and the change from the survey before, by unit', async () => {
    const past = [survey('s2', second), survey('s1', first), survey('elsewhere', first, 'kecamatan')];
    const lines = await ask(serviceTrend, past, '2026-06-30');
    expect(lines.map(({ unitId, surveyId, ikmChange }) => [unitId, surveyId, ikmChange])).toEqual([
      ['kecamatan', 'elsewhere', null],
      ['loket', 's1', null],
      ['loket', 's2', 417],
    ]);
    expect(lines[1]).toEqual({
      unitId: 'loket',
      surveyId: 's1',
      from: '2025-01-01',
      to: '2025-12-31',
      n: 150,
      ikm: 8083,
      grade: 'B',
      ikmChange: null,
      u1: 3200,
      u2: 3100,
      u3: 2900,
      u4: 3600,
      u5: 3300,
      u6: 3400,
      u7: 3500,
      u8: 3000,
      u9: 3100,
      suppressed: false,
    });
  });

  it('hides a survey of too few people, also from the change to the next', async () => {
    const past = [
      policy({ 'disclosure.minimumN': 10 }),
      survey('s1', { ...first, n: 9 }),
      survey('s2', { ...second, n: 10 }),
    ];
    const lines = await ask(serviceTrend, past, '2026-06-30');
    expect(lines[0]).toMatchObject({ n: null, ikm: null, grade: null, u1: null, u9: null, suppressed: true });
    expect(lines[1]).toMatchObject({ n: 10, ikm: 8500, ikmChange: null, suppressed: false });
  });

  it('compares with a survey of just enough people', async () => {
    const past = [survey('s1', { ...first, n: 5 }), survey('s2', { ...second, n: 5 })];
    expect((await ask(serviceTrend, past, '2026-06-30')).map(({ ikmChange }) => ikmChange)).toEqual([null, 417]);
  });

  it('takes the corrected survey in the place of the wrong one, as known on the day', async () => {
    const wrong = survey('s1', first);
    const [stream, right] = survey('s1', { ...first, ikm: 8000 });
    const corrects = { eventId: historyEventId('serviceUnit-loket', 0), reason: 'salah hitung' };
    const past = [wrong, [stream, right, { recordedAt: '2026-09-01T00:00:00.000Z', corrects }]] as const;
    expect((await ask(serviceTrend, past, '2026-12-31')).map(({ ikm }) => ikm)).toEqual([8000]);
    const then = { recorded: '2026-06-30T16:59:59.999Z' };
    expect((await ask(serviceTrend, past, '2026-12-31', then)).map(({ ikm }) => ikm)).toEqual([8083]);
  });

  it('leaves out a survey that is not over on the day', async () =>
    expect(await ask(serviceTrend, [survey('s2', second)], '2026-06-29')).toEqual([]));
});
