import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { cancelled, planned, scheduled } from '../fixtures.js';
import { around, estimatesIn, measured, month, months, outcomeIn, roundIn, taught } from './round.js';

/** What became of each measurement of a unit. */
async function placesIn(past: Parameters<typeof outcomeIn>[0], day?: string) {
  const [unit] = (await outcomeIn(past, day)).units;
  return { before: unit?.before, after: unit?.after, leftOut: unit?.leftOut };
}

describe('which measurements stand for a unit', () => {
  it('are those over before the first session and those begun after the last: the time of the training is left out', async () => {
    const places = await placesIn([...taught(), ...months('2026-01', [2400, 2300, 2000, 1500, 1600])]);
    expect(places).toEqual({
      before: ['loket-2026-01', 'loket-2026-02'],
      after: ['loket-2026-04', 'loket-2026-05'],
      leftOut: [{ measurementId: 'loket-2026-03', why: 'duringTraining' }],
    });
  });

  it('are not those between two batches of a round', async () => {
    const later = scheduled('b2', { period: { from: '2026-05-04', to: '2026-05-05' } });
    const places = await placesIn([...taught(), later, ...months('2026-02', [2300, 2000, 1900, 1800, 1500])]);
    expect(places).toEqual({
      before: ['loket-2026-02'],
      after: ['loket-2026-06'],
      leftOut: ['03', '04', '05'].map((of) => ({ measurementId: `loket-2026-${of}`, why: 'duringTraining' })),
    });
  });

  it('are of the service and the metric that were planned', async () => {
    const places = await placesIn([
      ...taught(),
      month('2026-01', 2400, { service: 'kartu-keluarga' }),
      measured('other', { from: '2026-01-01', to: '2026-01-31' }, 2400, { metric: 'processing' }),
      month('2026-02', 2400),
    ]);
    expect(places).toMatchObject({ before: ['loket-2026-02'], leftOut: [] });
  });

  it('begin no more than 730 days before the first session', async () => {
    const places = await placesIn([
      ...taught(),
      measured('older', { from: '2024-03-09', to: '2024-03-31' }, 2400),
      measured('old', { from: '2024-04-01', to: '2024-04-30' }, 2400),
    ]);
    expect(places).toMatchObject({ before: ['old'], leftOut: [{ measurementId: 'older', why: 'tooOld' }] });
  });

  it('end within the window of the policy after the last batch', async () => {
    const places = await placesIn([
      ...taught(),
      measured('inside', { from: '2027-02-12', to: '2027-03-11' }, 1500),
      measured('beyond', { from: '2027-03-12', to: '2027-03-31' }, 1500),
    ]);
    expect(places).toMatchObject({ after: ['inside'], leftOut: [{ measurementId: 'beyond', why: 'beyondWindow' }] });
  });

  it('do not reach into the next round of the programme in the same unit', async () => {
    const next = [
      planned({ plannedOn: '2026-05-01' }, 'next'),
      scheduled('b2', { evaluationId: 'next', period: { from: '2026-06-10', to: '2026-06-10' } }),
    ];
    const places = await placesIn([...taught(), ...next, ...months('2026-05', [1500, 1400])]);
    expect(places).toMatchObject({
      after: ['loket-2026-05'],
      leftOut: [{ measurementId: 'loket-2026-06', why: 'nextRound' }],
    });
  });

  it('may reach into a round in another unit', async () => {
    const next = [
      planned({ plannedOn: '2026-05-01', serviceUnits: ['loket-lain'] }, 'next'),
      scheduled('b2', { evaluationId: 'next', period: { from: '2026-06-10', to: '2026-06-10' } }),
    ];
    const places = await placesIn([...taught(), ...next, ...months('2026-05', [1500, 1400])]);
    expect(places).toMatchObject({ after: ['loket-2026-05', 'loket-2026-06'], leftOut: [] });
  });

  it('of two rounds in a unit that begin on one day, neither has a time after of its own', async () => {
    const twin = [planned({}, 'twin'), scheduled('b2', { evaluationId: 'twin' })];
    const rounds = await estimatesIn([...taught(), ...twin, month('2026-05', 1500)]);
    expect(rounds.map(({ window }) => window?.after)).toEqual([null, null]);
  });

  it('rest on as many cases as may be told', async () => {
    const places = await placesIn([...taught(), month('2026-01', 2400, { n: 4 }), month('2026-02', 2400, { n: 5 })]);
    expect(places).toMatchObject({
      before: ['loket-2026-02'],
      leftOut: [{ measurementId: 'loket-2026-01', why: 'fewCases' }],
    });
  });
});

describe('the baseline of a round after an earlier one', () => {
  const earlier = (on: string) => [
    planned({ plannedOn: '2024-01-02' }, 'earlier'),
    scheduled('b0', { evaluationId: 'earlier', period: { from: on, to: on } }),
  ];

  it('begins when the time after the earlier one is over, where that leaves any', async () => {
    const past = [...taught(), ...earlier('2025-01-10'), ...months('2025-12', [2500, 2400, 2300])];
    const outcome = await outcomeIn(past);
    expect(outcome.units[0]).toMatchObject({
      before: ['loket-2026-02'],
      leftOut: [
        { measurementId: 'loket-2025-12', why: 'afterEarlierRound' },
        { measurementId: 'loket-2026-01', why: 'afterEarlierRound' },
      ],
    });
    expect(outcome.notes).not.toContain('earlierRound');
  });

  it('counts the time after the earlier one to its last day', async () => {
    const since = async (from: string) => {
      const january = measured('january', { from, to: '2026-01-31' }, 2400);
      return (await outcomeIn([...taught(), ...earlier('2025-01-10'), january, month('2026-02', 2400)])).units[0]
        ?.before;
    };
    expect(await since('2026-01-10')).toEqual(['loket-2026-02']);
    expect(await since('2026-01-11')).toEqual(['january', 'loket-2026-02']);
  });

  it('else begins after the last session of the earlier one, which is noted', async () => {
    const past = [...taught(), ...earlier('2026-01-10'), ...months('2025-12', [2500, 2400, 2300])];
    const outcome = await outcomeIn(past);
    expect(outcome.units[0]?.before).toEqual(['loket-2026-02']);
    expect(outcome.notes).toContain('earlierRound');
  });

  it('else is what there is from before the earlier one, which is noted', async () => {
    const past = [...taught(), ...earlier('2026-02-20'), month('2026-01', 2500)];
    const outcome = await outcomeIn(past);
    expect(outcome.units[0]?.before).toEqual(['loket-2026-01']);
    expect(outcome.notes).toContain('earlierRound');
  });

  it('is not drawn back by a unit to compare with', async () => {
    const plan = { design: 'comparison' as const, comparisonUnits: ['x'] };
    const figures = [...months('2025-12', [2500, 2400, 2300]), month('2025-12', 2400, { unit: 'x' })];
    const outcome = await outcomeIn([...taught(plan), ...earlier('2025-01-10'), ...figures]);
    expect(outcome.units.map(({ before }) => before)).toEqual([['loket-2026-02'], []]);
  });

  it('takes nothing from a round in other units', async () => {
    const elsewhere = [
      planned({ plannedOn: '2024-01-02', serviceUnits: ['loket-lain'] }, 'earlier'),
      scheduled('b0', { evaluationId: 'earlier', period: { from: '2025-01-10', to: '2025-01-10' } }),
    ];
    const outcome = await outcomeIn([...taught(), ...elsewhere, ...months('2025-12', [2500, 2400, 2300])]);
    expect(outcome.units[0]?.before).toHaveLength(3);
  });
});

describe('both clocks', () => {
  const february = { from: '2026-02-01', to: '2026-02-28' };
  const figures = [...months('2026-04', around(1500, 4)), ...months('2025-11', around(2400, 3))];

  it('a measurement that came late counts by its own period, and not before it was known', async () => {
    const [stream, event] = measured('late', february, 2400);
    const past = [...taught(), ...figures, [stream, event, { recordedAt: '2026-11-01T00:00:00.000Z' }]] as const;
    const now = await outcomeIn(past, '2026-12-31');
    expect(now.units[0]?.before).toContain('late');
    const then = await outcomeIn(past, '2026-12-31', { recorded: '2026-10-31T00:00:00.000Z' });
    expect(then.units[0]?.before).not.toContain('late');
  });

  it('a corrected measurement changes what is known now, and leaves what was known then', async () => {
    const wrong = measured('m', february, 9000);
    const [stream, right] = measured('m', february, 2400);
    const corrects = { eventId: historyEventId('serviceUnit-loket', 0), reason: 'salah baca' };
    const corrected = [stream, right, { corrects, recordedAt: '2026-11-01T00:00:00.000Z' }] as const;
    const past = [...taught(), wrong, month('2026-04', 1500), corrected] as const;

    expect((await outcomeIn(past, '2026-12-31')).judgement.before).toBe(2400);
    const then = await outcomeIn(past, '2026-12-31', { recorded: '2026-10-31T00:00:00.000Z' });
    expect(then.judgement.before).toBe(9000);
  });

  it('a day knows nothing of the periods that end after it', async () => {
    const outcome = await outcomeIn([...taught(), ...figures], '2026-05-15');
    expect(outcome.units[0]?.after).toEqual(['loket-2026-04']);
  });
});

describe('a round', () => {
  it('has no window before its first session', async () => {
    const round = await roundIn([...taught(), ...months('2026-01', [2400, 2300])], '2026-03-09');
    expect(round.window).toBeNull();
    expect(round.service[0]).toMatchObject({ claim: 'inconclusive', missing: ['notHeld'], barredBy: [], size: null });
    expect(round.level4.verdict).toBe('notHeld');
  });

  it('has none where all its batches were cancelled', async () => {
    expect((await roundIn([...taught(), cancelled('b')])).window).toBeNull();
  });

  it('has a window of two years back and as far ahead as the policy looks', async () => {
    expect((await roundIn(taught())).window).toEqual({
      batchIds: ['b'],
      batchesAhead: 0,
      firstSession: '2026-03-10',
      lastSession: '2026-03-11',
      before: { from: '2024-03-10', to: '2026-03-09' },
      after: { from: '2026-03-12', to: '2027-03-11' },
    });
  });

  it('tells of batches that are still to come', async () => {
    const later = scheduled('b2', { period: { from: '2026-09-01', to: '2026-09-02' } });
    const round = await roundIn([...taught(), later], '2026-06-30');
    expect(round.window).toMatchObject({ batchIds: ['b'], batchesAhead: 1, lastSession: '2026-03-11' });
    expect(round.service[0]?.notes).toContain('batchesAhead');
  });

  it('stands in the order of planning, whatever the ids', async () => {
    const rounds = await estimatesIn([
      ...taught(),
      planned({ plannedOn: '2026-01-15' }, 'z'),
      planned({ plannedOn: '2026-06-01' }, 'a'),
    ]);
    expect(rounds.map(({ evaluationId }) => evaluationId)).toEqual(['z', 'e', 'a']);
  });

  it('lists the plan, the policy and the batches, and with each outcome the measurements behind it', async () => {
    const round = await roundIn([...taught(), ...months('2026-01', [2400, 2300, 2000, 1500])]);
    expect(round.events.map(({ type }) => type)).toEqual(['EvaluationPlanned', 'BatchScheduled']);
    expect(round.service[0]?.events.map(({ type }) => type)).toEqual([
      'EvaluationPlanned',
      ...Array.from({ length: 3 }, () => 'ServiceMeasurementRecorded'),
    ]);
  });
});
