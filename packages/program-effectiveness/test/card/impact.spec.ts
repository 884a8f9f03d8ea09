import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { concluded, designed, impact, on, type Past, planned, scheduled } from '../fixtures.js';
import { accountOf, batchOf, roundOf } from './account-of.js';

const begun: Past = [designed('p'), planned(), scheduled('b')];
const guard = { metric: 'error', before: 500, after: 450, beforeId: 'm3', afterId: 'm4', worsened: false } as const;

describe('the impact on a service', () => {
  it('is told as the evaluator recorded it, for the round and the programme, with its event', async () => {
    const account = await accountOf([...begun, impact(3750, { guard })]);
    for (const { impacts } of [account, roundOf(account)]) {
      expect(impacts).toMatchObject([
        {
          evaluationId: 'e',
          unitId: 'loket',
          service: 'ktp-el',
          metric: 'waiting',
          n: 240,
          before: 2400,
          after: 1500,
          improvement: 3750,
          comparison: null,
          guard: { metric: 'error', before: 500, after: 450, worsened: false },
          suppressed: false,
          told: { type: 'ProgramImpactMeasured', stream: 'evaluation-e' },
        },
      ]);
    }
    expect(batchOf(account).impacts).toEqual([]);
  });

  it('stands beside that of the unit compared with', async () => {
    const outcome = { metric: 'waiting', before: 2000, after: 1900, beforeId: 'm5', afterId: 'm6' } as const;
    const { impacts } = await accountOf([...begun, impact(3250, { comparison: { unitId: 'loket-lain', outcome } })]);
    expect(impacts[0]?.comparison).toEqual({ unitId: 'loket-lain', before: 2000, after: 1900 });
  });

  it('of fewer than five cases is held back', async () =>
    expect((await accountOf([...begun, impact(3750, { n: 4, guard })])).impacts).toMatchObject([
      { n: 4, before: null, after: null, improvement: null, guard: null, suppressed: true },
    ]));

  it('that was corrected counts in its corrected form, and on the books of then as it was', async () => {
    const past: Past = [
      ...[...begun, impact(3750)].map(
        ([stream, event]) => [stream, event, { ...on('2026-06-20'), recordedAt: '2026-06-20T03:00:00.000Z' }] as const,
      ),
      [
        'evaluation-e',
        impact(417, { outcome: { metric: 'waiting', before: 2400, after: 2300, beforeId: 'm1', afterId: 'm2' } })[1],
        {
          ...on('2026-06-20'),
          recordedAt: '2026-09-01T02:00:00.000Z',
          corrects: { eventId: historyEventId('evaluation-e', 1), reason: 'data antrean salah dibaca' },
        },
      ],
    ];
    const afterOf = async (recorded?: string) =>
      (await accountOf(past, '2026-12-31', recorded)).impacts.map(({ after }) => after);
    expect(await afterOf()).toEqual([2300]);
    expect(await afterOf('2026-06-30T16:59:59.999Z')).toEqual([1500]);
  });
});

describe('a round', () => {
  it('tells its design, the levels that it is to measure, and its last conclusion', async () => {
    const account = await accountOf([
      ...begun,
      concluded({ conclusion: 'inconclusive' }),
      concluded({ concludedOn: '2026-08-03' }),
    ]);
    expect(roundOf(account)).toMatchObject({
      design: 'prePost',
      levels: [2, 3, 4],
      conclusion: { code: 'effective', on: '2026-08-03', contested: false, told: { type: 'EvaluationConcluded' } },
      told: { type: 'EvaluationPlanned' },
    });
    const early = await accountOf(
      [...begun, concluded({ conclusion: 'inconclusive' }), concluded({ concludedOn: '2026-08-03' })],
      '2026-07-31',
    );
    expect(roundOf(early).conclusion?.code).toBe('inconclusive');
  });
});
