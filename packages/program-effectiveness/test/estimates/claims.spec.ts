import { describe, expect, it } from 'vitest';
import { designed, impact, type Past, planned, policy, scheduled } from '../fixtures.js';
import { around, laterMonth, month, months, outcomeIn, roundIn, taught } from './round.js';

const units = ['a', 'b', 'c', 'd', 'e', 'f'];

type Figures = Parameters<typeof months>[2];

/** Four months before and four after in each of these units, which swing in turn. */
function measuredIn(ids: readonly string[], before: number, after: number, some: Figures = {}, by = 10): Past {
  return ids.flatMap((unit, which) => [
    ...months('2025-11', around(before, 4, { by, on: which }), { ...some, unit }),
    ...months('2026-04', around(after, 4, { by, on: which + 5 }), { ...some, unit }),
  ]);
}

const errors = (before: number, after: number): Past => measuredIn(units, before, after, { metric: 'error' });
const plan = { serviceUnits: units };

/** 25% shorter, with a few errors less. */
const better: Past = [...taught(plan), ...measuredIn(units, 2400, 1800), ...errors(500, 450)];

const other = (programId: string, unitId: string, day: string, service = 'ktp-el'): Past => [
  designed(programId),
  planned(
    { programId, serviceUnits: [unitId], metrics: [{ service, metric: 'waiting', guardMetric: 'error' }] },
    `e-${programId}`,
  ),
  scheduled(`b-${programId}`, { programId, evaluationId: `e-${programId}`, period: { from: day, to: day } }),
];

describe('what may be said for the programme', () => {
  it('is what the figures carry, where nothing stands against it', async () => {
    expect(await outcomeIn(better)).toMatchObject({
      claim: 'gain',
      direction: 'better',
      barredBy: [],
      missing: [],
      notes: [],
      size: 'atLeastMinimum',
      confoundedBy: [],
      guard: { metric: 'error', worsened: false, judgement: { claim: 'gain', direction: 'better' } },
    });
  });

  it('is nothing where other programmes act on the same service of a served unit: the change is shared, and counted for none', async () => {
    const outcome = await outcomeIn([...better, ...other('q', 'a', '2026-05-20'), ...other('r', 'b', '2025-12-10')]);
    expect(outcome.judgement.claim).toBe('gain');
    expect(outcome).toMatchObject({
      claim: 'inconclusive',
      direction: null,
      size: 'undecided',
      barredBy: ['confounded'],
    });
    expect(
      outcome.confoundedBy.map(({ programId, unitId, firstSession }) => [programId, unitId, firstSession]),
    ).toEqual([
      ['q', 'a', '2026-05-20'],
      ['r', 'b', '2025-12-10'],
    ]);
    expect(outcome.events.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining(['evaluation-e-q', 'evaluation-e-r']),
    );
  });

  it('is not touched by a programme on another service, in another unit, or outside the window', async () => {
    const elsewhere = [
      ...other('q', 'a', '2026-05-20', 'kartu-keluarga'),
      ...other('r', 'z', '2026-05-20'),
      ...other('s', 'b', '2025-10-31'),
      ...other('t', 'c', '2026-08-01'),
    ];
    expect(await outcomeIn([...better, ...elsewhere])).toMatchObject({ claim: 'gain', confoundedBy: [] });
  });

  it('is not touched by a programme that only compares itself with a served unit', async () => {
    const [program, , batch] = other('q', 'z', '2026-05-20');
    const compares = planned(
      { programId: 'q', serviceUnits: ['z'], comparisonUnits: ['a'], design: 'comparison' },
      'e-q',
    );
    const past = [...better, ...[program, compares, batch].filter((event) => event !== undefined)];
    expect(await outcomeIn(past)).toMatchObject({ claim: 'gain', confoundedBy: [] });
  });

  it('a programme that measures no service may act on all', async () => {
    const [program, , batch] = other('q', 'a', '2026-05-20');
    const silent = planned({ programId: 'q', serviceUnits: ['a'], levels: [2], metrics: [] }, 'e-q');
    const past = [...better, ...[program, silent, batch].filter((event) => event !== undefined)];
    expect((await outcomeIn(past)).barredBy).toEqual(['confounded']);
  });

  it('is nothing where a unit counted fewer cases on one side than the plan asks for', async () => {
    // Four months of 100 cases on each side.
    const enough = await outcomeIn([...taught({ ...plan, minimumN: 400 }), ...better.slice(3)]);
    expect(enough).toMatchObject({ claim: 'gain', missing: [] });
    const few = await outcomeIn([...taught({ ...plan, minimumN: 401 }), ...better.slice(3)]);
    expect(few).toMatchObject({
      claim: 'inconclusive',
      barredBy: ['fewCases', 'guardNotMeasured'],
      missing: ['guardNotMeasured', 'fewCases'],
      size: 'undecided',
    });
  });

  it('is nothing where a served unit was not measured on both sides', async () => {
    const half = [
      ...taught({ serviceUnits: [...units, 'g'] }),
      ...better.slice(3),
      month('2026-02', 2400, { unit: 'g' }),
    ];
    const outcome = await outcomeIn(half);
    expect(outcome).toMatchObject({ claim: 'inconclusive', barredBy: ['unitsLost'], missing: ['noAfter'] });
    expect(outcome.units.at(-1)).toMatchObject({ unitId: 'g', excluded: 'notMeasured', before: ['g-2026-02'] });
    const later = [
      ...taught({ serviceUnits: [...units, 'g'] }),
      ...better.slice(3),
      month('2026-04', 2400, { unit: 'g' }),
    ];
    expect((await outcomeIn(later)).missing).toEqual(['noBaseline']);
  });

  it('is not better where the guard is worse than the policy tolerates', async () => {
    const past = [...taught(plan), ...measuredIn(units, 2400, 1800), ...errors(500, 550)];
    expect(await outcomeIn(past)).toMatchObject({
      claim: 'inconclusive',
      barredBy: ['guardWorsened'],
      size: 'undecided',
      guard: { worsened: true },
    });
    const tolerant = await outcomeIn([policy({ 'effect.guardTolerance': 1200 }), ...past]);
    expect(tolerant).toMatchObject({ claim: 'gain', guard: { worsened: false } });
  });

  it('from no errors at all, any is more', async () => {
    const past = [
      ...taught(plan),
      ...measuredIn(units, 2400, 1800),
      ...measuredIn(units, 0, 10, { metric: 'error' }, 0),
    ];
    expect((await outcomeIn([policy({ 'effect.guardTolerance': 10_000 }), ...past])).guard?.worsened).toBe(true);
  });

  it('is not better where the guard was not measured in each unit that counts', async () => {
    const guards = measuredIn(units.slice(1), 500, 450, { metric: 'error' });
    const outcome = await outcomeIn([...taught(plan), ...measuredIn(units, 2400, 1800), ...guards]);
    expect(outcome).toMatchObject({
      claim: 'inconclusive',
      barredBy: ['guardNotMeasured'],
      missing: ['guardNotMeasured'],
      guard: { worsened: null },
    });
  });

  it('a guard of the same figures in another order is not worse', async () => {
    const guards = [
      ...months('2025-12', [200, 100, 200], { metric: 'error' }),
      ...months('2026-04', [100, 200, 200], { metric: 'error' }),
    ];
    const figures = [...months('2025-12', around(2400, 3)), ...months('2026-04', around(1500, 3))];
    expect((await outcomeIn([...taught(), ...figures, ...guards])).guard?.worsened).toBe(false);
  });

  it('a guard that is worse is worse, however many units lack it', async () => {
    const guards = measuredIn(units.slice(1), 500, 550, { metric: 'error' });
    const outcome = await outcomeIn([...taught(plan), ...measuredIn(units, 2400, 1800), ...guards]);
    expect(outcome).toMatchObject({ barredBy: ['guardWorsened'], guard: { worsened: true } });
  });

  it('is not better where a speed was planned without a guard', async () => {
    const metrics = [{ service: 'ktp-el', metric: 'waiting' as const }];
    const outcome = await outcomeIn([...taught({ ...plan, metrics }), ...measuredIn(units, 2400, 1800)]);
    expect(outcome).toMatchObject({ barredBy: ['guardNotMeasured'], missing: ['guardNotPlanned'], guard: null });
  });

  it('may be worse without any guard', async () => {
    const outcome = await outcomeIn([...taught(plan), ...measuredIn(units, 1800, 2400)]);
    expect(outcome).toMatchObject({ claim: 'gain', direction: 'worse', barredBy: [] });
    const guarded = await outcomeIn([...taught(plan), ...measuredIn(units, 1800, 2400), ...errors(500, 550)]);
    expect(guarded).toMatchObject({ direction: 'worse', barredBy: [], guard: { worsened: true } });
    expect(outcome.improvement?.estimate).toBeLessThan(0);
  });
});

describe('the size of an improvement', () => {
  it('is asked for by the plan or by the policy, whichever is stricter', async () => {
    const strict = policy({ 'effect.minimum': 3000 });
    expect((await outcomeIn(better)).minimumEffect).toBe(1000);
    expect(await outcomeIn([strict, ...better])).toMatchObject({
      minimumEffect: 3000,
      size: 'belowMinimum',
      claim: 'gain',
    });
    expect((await outcomeIn([policy({ 'effect.minimum': 500 }), ...better])).minimumEffect).toBe(1000);
  });

  it('is in basis points of the value before, positive where it is better', async () => {
    const { improvement } = await outcomeIn(better);
    expect(improvement?.estimate).toBeGreaterThan(2450);
    expect(improvement?.estimate).toBeLessThan(2550);
    expect(improvement?.interval.low).toBeLessThan(improvement?.estimate ?? 0);
    expect(improvement?.interval.high).toBeGreaterThan(improvement?.estimate ?? 0);
  });

  it('is below the smallest that counts where the figures exclude it', async () => {
    const past = [...taught(plan), ...measuredIn(units, 2400, 2390), ...errors(500, 450)];
    expect((await outcomeIn(past)).size).toBe('belowMinimum');
  });

  it('is undecided where figures are too loose to exclude it, however little they show', async () => {
    // Half of the units are faster by a third, the others slower by as much.
    const loose = units.flatMap((unit, at) => measuredIn([unit], 2400, at % 2 === 0 ? 1600 : 3200));
    const past = [...taught(plan), ...loose, ...errors(500, 450)];
    expect(await outcomeIn(past)).toMatchObject({ size: 'undecided', claim: 'inconclusive' });
  });

  it('is not known of one period before and one after in one unit', async () => {
    const outcome = await outcomeIn([...taught(), month('2026-02', 2400), month('2026-04', 1500)]);
    expect(outcome).toMatchObject({ size: null, improvement: null });
  });

  it('is not known where the value before was 0', async () => {
    const outcome = await outcomeIn([
      ...taught(plan),
      ...measuredIn(units, 0, 100, {}, 0).slice(0, 4),
      ...measuredIn(units, 0, 0, {}, 0),
    ]);
    expect(outcome.size).toBeNull();
  });
});

describe('level 4 over all planned outcomes', () => {
  const two = {
    ...plan,
    metrics: [
      { service: 'ktp-el', metric: 'waiting' as const, guardMetric: 'error' as const },
      { service: 'ktp-el', metric: 'rework' as const },
    ],
  };
  const rework = (before: number, after: number) => measuredIn(units, before, after, { metric: 'rework' });
  const faster: Past = [...taught(two), ...better.slice(3)];

  it('is better where all are', async () => {
    const { level4 } = await roundIn([...faster, ...rework(1000, 700)]);
    expect(level4).toEqual({ verdict: 'better', claim: 'gain', guardWorsened: false, confounded: false });
  });

  it('is inconclusive where one is better and the other too small', async () => {
    const { level4, service } = await roundIn([...faster, ...rework(1000, 995)]);
    expect(service.map(({ size }) => size)).toEqual(['atLeastMinimum', 'belowMinimum']);
    expect(level4).toMatchObject({ verdict: 'inconclusive', claim: 'inconclusive' });
  });

  it('is worse where one is', async () => {
    const { level4 } = await roundIn([...faster, ...rework(700, 1000)]);
    expect(level4).toMatchObject({ verdict: 'worse', claim: 'gain' });
  });

  it('is below the smallest that counts where all exclude it', async () => {
    const past = [...taught(two), ...measuredIn(units, 2400, 2395), ...errors(500, 450), ...rework(1000, 995)];
    expect((await roundIn(past)).level4.verdict).toBe('belowMinimum');
  });

  it('is inconclusive where one was not measured', async () => {
    expect((await roundIn(faster)).level4.verdict).toBe('inconclusive');
  });

  it('says whether a guard is worse, and whether one of them is shared', async () => {
    const past = [
      ...taught(two),
      ...measuredIn(units, 2400, 1800),
      ...errors(500, 550),
      ...other('q', 'a', '2026-05-20'),
    ];
    expect((await roundIn([...past, ...rework(1000, 700)])).level4).toMatchObject({
      guardWorsened: true,
      confounded: true,
    });
    expect((await roundIn(taught(two))).level4.guardWorsened).toBeNull();
  });

  it('is not planned where no metric was', async () => {
    expect((await roundIn(taught({ levels: [2], metrics: [], serviceUnits: [] }))).level4.verdict).toBe('notPlanned');
  });
});

describe('what the evaluator recorded', () => {
  const outcome = (beforeId: string, afterId: string) => ({
    metric: 'waiting' as const,
    before: 2400,
    after: 1800,
    beforeId,
    afterId,
  });
  const figures = [...months('2025-11', around(2400, 4)), ...months('2026-04', around(1800, 4))];

  it('stands beside the estimate', async () => {
    const recorded = impact(2500, { outcome: outcome('loket-2026-02', 'loket-2026-04') });
    const found = await outcomeIn([...taught(), ...figures, recorded]);
    expect(found.recorded).toMatchObject([{ unitId: 'loket', improvement: 2500, otherMeasurements: false }]);
    expect(found.notes).toEqual([]);
    expect(found.events.map(({ type }) => type)).toContain('ProgramImpactMeasured');
  });

  it('is noted where it rests on measurements outside the window', async () => {
    const recorded = impact(2500, { outcome: outcome('loket-2026-02', laterMonth('2026-04', 20)) });
    const found = await outcomeIn([...taught(), ...figures, recorded]);
    expect(found.recorded).toMatchObject([{ otherMeasurements: true }]);
    expect(found.notes).toEqual(['otherMeasurements']);
  });
});
