import { describe, expect, it } from 'vitest';
import { designed, type Past, people, planned, scheduled } from '../fixtures.js';
import { around, isMeasurement, laterMonth, measured, month, months, outcomeIn, taught } from './round.js';

const lastMonth = '2026-02';
const nextMonth = '2026-04';

/** A unit whose months before lie around one level and those after around another; a little apart from other units. */
function unit(id: string, before: number, after: number, { count = 4, which = 0 } = {}): Past {
  const own = { unit: id };
  return [
    ...months(laterMonth(lastMonth, 1 - count), around(before + 3 * which, count, { on: which }), own),
    ...months(nextMonth, around(after + 3 * which, count, { on: which + 5 }), own),
  ];
}

/** Units alike, each 3 seconds from the next, whose months swing in turn. */
const alike = (ids: readonly string[], before: number, after: number, count = 4): Past =>
  ids.flatMap((id, at) => unit(id, before, after, { count, which: at }));

/** Another programme in a unit, taught on a day of the window. */
const other = (programId: string, unitId: string, day: string, service = 'ktp-el'): Past => [
  designed(programId),
  planned(
    { programId, serviceUnits: [unitId], metrics: [{ service, metric: 'waiting', guardMetric: 'error' }] },
    `e-${programId}`,
  ),
  scheduled(`b-${programId}`, { programId, evaluationId: `e-${programId}`, period: { from: day, to: day } }),
];

describe('a plan without a comparison', () => {
  const units = ['a', 'b', 'c', 'd', 'e'];

  it('shows a gain at most', async () => {
    const { judgement } = await outcomeIn([...taught({ serviceUnits: units }), ...alike(units, 2400, 1500)]);
    expect(judgement).toMatchObject({ design: 'beforeAfter', claim: 'gain', direction: 'better' });
  });

  it('shows no more for units to compare with that happen to be there, and says that they would have helped', async () => {
    const others = people('x', 12);
    const past = [
      ...taught({ serviceUnits: [...units], comparisonUnits: [...others] }),
      ...alike(units, 2400, 1500),
      ...alike(others, 2400, 2400),
    ];
    const outcome = await outcomeIn(past);
    expect(outcome.judgement).toMatchObject({ design: 'beforeAfter', claim: 'gain' });
    expect(outcome.units.map(({ unitId }) => unitId)).toEqual(units);
    expect(outcome.strongerWith).toEqual(['comparisonUnits']);
  });

  it('asks for more periods before where the trend is not known', async () => {
    const { strongerWith } = await outcomeIn([...taught(), ...unit('loket', 2400, 1500, { count: 2 })]);
    expect(strongerWith).toEqual(['comparisonUnits', 'moreServedUnits', 'morePeriodsBefore']);
    const several = taught({ serviceUnits: units });
    expect((await outcomeIn([...several, ...alike(units, 2400, 1500, 2)])).strongerWith).toEqual(['comparisonUnits']);
    expect((await outcomeIn([...several, ...alike(units, 2400, 1500, 1)])).strongerWith).toContain('morePeriodsBefore');
  });

  it('knows how much time went by while nothing was measured: a steady fall is none through the training', async () => {
    // 40 seconds a month, training or not, and a month of training between that is left out.
    const falling = Array.from({ length: 13 }, (_, at) => (around(0, 13, { by: 5 })[at] ?? 0) + 3000 - 40 * at);
    const { judgement } = await outcomeIn([...taught(), ...months('2025-09', falling)]);
    const beyond = judgement.assumptions.find(({ code }) => code === 'beyondOwnTrend');
    expect(judgement.n).toMatchObject({ periodsBefore: 6, periodsAfter: 6 });
    expect(Math.abs(beyond?.figures.estimate ?? Number.NaN)).toBeLessThan(10);
  });

  it('judges the counts of a rate that was measured once before and once after, in basis points', async () => {
    const metrics = [{ service: 'ktp-el', metric: 'error' as const }];
    const [some, error] = [{ metrics }, { metric: 'error' as const, n: 333 }];
    const outcome = await outcomeIn([...taught(some), month(lastMonth, 1201, error), month(nextMonth, 300, error)]);
    expect(outcome.notes).toEqual(['countsFromRates']);
    const { judgement } = outcome;
    expect(judgement).toMatchObject({ design: 'rates', claim: 'gain', direction: 'better' });
    // 40 and 10 of 333 cases: 1201 basis points are 39.99.
    expect(judgement.before).toBeCloseTo((40 / 333) * 10_000, 9);
    expect(judgement.estimate).toBeCloseTo((-30 / 333) * 10_000, 9);
    expect(judgement.interval?.high).toBeGreaterThan(judgement.estimate ?? 0);
    expect(outcome.improvement?.estimate).toBeCloseTo(7500, 9);
  });

  it('only describes a speed that was measured once before and once after', async () => {
    const { judgement } = await outcomeIn([...taught(), month(lastMonth, 2400), month(nextMonth, 1500)]);
    expect(judgement).toMatchObject({ design: 'beforeAfter', estimate: -900, interval: null, claim: 'inconclusive' });
  });

  it('judges the rates of several units themselves', async () => {
    const metrics = [{ service: 'ktp-el', metric: 'error' as const }];
    const rates = ['a', 'b', 'c'].flatMap((id, at) => [
      month(lastMonth, 1200, { unit: id, metric: 'error' }),
      month(nextMonth, 300 + 10 * at, { unit: id, metric: 'error' }),
    ]);
    const { judgement } = await outcomeIn([...taught({ metrics, serviceUnits: ['a', 'b', 'c'] }), ...rates]);
    expect(judgement).toMatchObject({ design: 'beforeAfter', before: 1200, after: 310 });
  });

  it('judges the rates of several periods themselves', async () => {
    const metrics = [{ service: 'ktp-el', metric: 'error' as const }];
    const error = { metric: 'error' as const };
    const rates = [...months('2025-12', [1200, 1210, 1190], error), ...months(nextMonth, [300, 310, 290], error)];
    const { judgement, notes } = await outcomeIn([...taught({ metrics }), ...rates]);
    expect(judgement).toMatchObject({ design: 'beforeAfter', before: 1200, after: 300 });
    expect(notes).toEqual([]);
  });

  it('says when its periods differ much in length', async () => {
    const quarter = measured('q', { from: '2025-10-01', to: '2025-12-31' }, 2400);
    const past = [...taught(), quarter, month('2026-01', 2400), month(nextMonth, 1500)];
    expect((await outcomeIn(past)).notes).toContain('unevenPeriods');
    expect((await outcomeIn([...taught(), ...unit('loket', 2400, 1500)])).notes).toEqual([]);
  });
});

describe('a planned comparison', () => {
  const units = people('a', 10);
  const others = people('x', 10);
  const plan = { design: 'comparison', serviceUnits: units, comparisonUnits: others } as const;
  const comparison: Parameters<typeof taught>[0] = { ...plan, serviceUnits: [...units], comparisonUnits: [...others] };

  it('shows an effect where the served units changed by more than the others', async () => {
    const past = [...taught(comparison), ...alike(units, 2400, 1500), ...alike(others, 2400, 2300)];
    const outcome = await outcomeIn(past);
    expect(outcome.judgement).toMatchObject({ design: 'comparisonUnits', claim: 'effect', direction: 'better' });
    expect(Math.abs((outcome.judgement.estimate ?? 0) + 800)).toBeLessThan(20);
    expect(outcome.strongerWith).toEqual([]);
  });

  it('leaves out a unit that another programme serves on the same service in the window, and says which', async () => {
    const past = [
      ...taught(comparison),
      ...alike(units, 2400, 1500),
      ...alike(others, 2400, 2300),
      ...other('q', 'x1', '2026-05-20'),
    ];
    const outcome = await outcomeIn(past);
    const left = outcome.units.find(({ unitId }) => unitId === 'x1');
    expect(left).toMatchObject({
      excluded: 'servedInWindow',
      servedBy: [{ programId: 'q', evaluationId: 'e-q', firstSession: '2026-05-20' }],
    });
    expect(left?.leftOut).toEqual([]);
    expect(outcome.judgement.n.comparison).toBe(9);
    expect(outcome.confoundedBy).toEqual([]);
    expect(outcome.events.map(({ stream }) => stream)).toContain('evaluation-e-q');
  });

  it('leaves out a unit that another round of the same programme serves', async () => {
    const round = [
      planned({ serviceUnits: ['x1'], plannedOn: '2026-05-01' }, 'e2'),
      scheduled('b2', { evaluationId: 'e2', period: { from: '2026-06-10', to: '2026-06-10' } }),
    ];
    const past = [...taught(comparison), ...alike(units, 2400, 1500), ...alike(others, 2400, 2300), ...round];
    expect((await outcomeIn(past)).units.find(({ unitId }) => unitId === 'x1')?.excluded).toBe('servedInWindow');
  });

  it('keeps a unit that is served on another service, or was before the window', async () => {
    const past = [
      ...taught(comparison),
      ...alike(units, 2400, 1500),
      ...alike(others, 2400, 2300),
      ...other('q', 'x1', '2026-05-20', 'kartu-keluarga'),
      ...other('r', 'x2', '2025-10-31'),
    ];
    expect((await outcomeIn(past)).judgement.n.comparison).toBe(10);
  });

  it('says so where no unit is left to compare with', async () => {
    const past = [
      ...taught({ ...comparison, comparisonUnits: ['x1'] }),
      ...alike(units, 2400, 1500),
      ...alike(['x1'], 2400, 2300),
      ...other('q', 'x1', '2026-05-20'),
    ];
    const outcome = await outcomeIn(past);
    expect(outcome.missing).toContain('noComparison');
    expect(outcome.judgement.claim).toBe('inconclusive');
    expect(outcome.strongerWith).toContain('comparisonUnits');
    expect((await outcomeIn(taught({ ...comparison, comparisonUnits: [] }))).missing).toContain('noComparison');
  });

  it('measures all units in the periods that more than half of them have', async () => {
    const extra = month('2025-10', 2400, { unit: 'a1' });
    const lacking = alike(others, 2400, 2300).filter(
      ([stream, event]) => !(stream === 'serviceUnit-x1' && isMeasurement(event.data, { measurementId: 'x1-2026-01' })),
    );
    const outcome = await outcomeIn([...taught(comparison), ...alike(units, 2400, 1500), ...lacking, extra]);
    expect(outcome.units.find(({ unitId }) => unitId === 'a1')).toMatchObject({
      before: ['a1-2025-11', 'a1-2025-12', 'a1-2026-01', 'a1-2026-02'],
      leftOut: [{ measurementId: 'a1-2025-10', why: 'notCommon' }],
    });
    expect(outcome.units.find(({ unitId }) => unitId === 'x1')).toMatchObject({
      before: ['x1-2025-11', 'x1-2025-12', 'x1-2026-02'],
      excluded: null,
    });
  });

  it('finds nothing in common where half of them measure months and half quarters', async () => {
    const quarters = others.flatMap((id) => [
      measured(`${id}-q4`, { from: '2025-12-01', to: '2026-02-28' }, 2400, { unit: id }),
      measured(`${id}-q2`, { from: '2026-04-01', to: '2026-06-30' }, 2300, { unit: id }),
    ]);
    const outcome = await outcomeIn([...taught(comparison), ...alike(units, 2400, 1500), ...quarters]);
    expect(new Set(outcome.units.map(({ excluded }) => excluded))).toEqual(new Set(['fewCommonPeriods']));
    expect(outcome.judgement.limits).toContain('tooFew');
  });

  it('leaves out a unit that lacks more than half of them; it counts as lost', async () => {
    const sparse = [month('2026-02', 2400, { unit: 'a10' }), ...months(nextMonth, [1500, 1500], { unit: 'a10' })];
    const past = [
      ...taught(comparison),
      ...alike(units.slice(0, 9), 2400, 1500),
      ...sparse,
      ...alike(others, 2400, 2300),
    ];
    const { judgement, units: placed } = await outcomeIn(past);
    expect(placed.find(({ unitId }) => unitId === 'a10')?.excluded).toBe('fewCommonPeriods');
    expect(judgement.n.treated).toBe(9);
    const attrition = judgement.assumptions.find(({ code }) => code === 'lowAttrition');
    expect(attrition?.figures.overall).toBeCloseTo(1 / 20, 12);
  });

  it('counts a unit that was not measured after as lost', async () => {
    const half = months('2025-11', around(2400, 4), { unit: 'a10' });
    const past = [
      ...taught(comparison),
      ...alike(units.slice(0, 9), 2400, 1500),
      ...half,
      ...alike(others, 2400, 2300),
    ];
    const outcome = await outcomeIn(past);
    expect(outcome.units.find(({ unitId }) => unitId === 'a10')?.excluded).toBe('notMeasured');
    expect(outcome.missing).toContain('noAfter');
    expect(outcome.barredBy).not.toContain('unitsLost');
    expect(outcome.judgement.assumptions.find(({ code }) => code === 'lowAttrition')?.figures.overall).toBeCloseTo(
      0.05,
      12,
    );
  });

  it('never shows an effect of one unit', async () => {
    const past = [
      ...taught({ ...comparison, serviceUnits: ['a1'] }),
      ...alike(['a1'], 2400, 1500),
      ...alike(others, 2400, 2300),
    ];
    const outcome = await outcomeIn(past);
    expect(outcome.claim).toBe('inconclusive');
    expect(outcome.judgement.limits).toContain('oneTreatedUnit');
    expect(outcome.strongerWith).toEqual(['moreServedUnits']);
  });

  it('asks for two periods before', async () => {
    const past = [...taught(comparison), ...alike(units, 2400, 1500, 1), ...alike(others, 2400, 2300, 1)];
    expect((await outcomeIn(past)).strongerWith).toEqual(['morePeriodsBefore']);
  });
});

describe('a planned time series', () => {
  const series: Parameters<typeof taught>[0] = { design: 'timeSeries' };
  const level = (count: number, from: number, to: number) => [...around(from, count), ...around(to, count)];

  it('shows a change at the date at most; the month of the training stays and counts as after', async () => {
    const outcome = await outcomeIn([...taught(series), ...months('2025-03', level(12, 2400, 1500))]);
    expect(outcome.judgement).toMatchObject({ design: 'timeSeries', claim: 'changeAtDate', direction: 'better' });
    expect(outcome.judgement.n).toMatchObject({ periodsBefore: 12, periodsAfter: 12 });
    expect(outcome.units[0]?.after[0]).toBe('loket-2026-03');
    expect(outcome.notes).toEqual(['taughtPeriodsAfter', 'seasonTakenOut']);
    expect(outcome.strongerWith).toEqual(['comparisonUnits', 'moreServedUnits']);
  });

  it('takes the season out only where both sides hold a whole year of months', async () => {
    const short = await outcomeIn([...taught(series), ...months('2025-03', level(12, 2400, 1500).slice(0, 23))]);
    expect(short.notes).not.toContain('seasonTakenOut');
  });

  it('judges the mean of the served units against that of the others', async () => {
    const plan = { ...series, serviceUnits: ['a', 'b'], comparisonUnits: ['x', 'y'] };
    const figures = [
      ...months('2025-03', level(12, 2400, 1500), { unit: 'a' }),
      ...months('2025-03', level(12, 2600, 1700), { unit: 'b' }),
      ...months('2025-03', around(2400, 24, { by: 60 }), { unit: 'x' }),
      ...months('2025-03', around(2500, 24, { by: 40 }), { unit: 'y' }),
    ];
    const { judgement } = await outcomeIn([...taught(plan), ...figures]);
    expect(judgement).toMatchObject({ design: 'timeSeriesWithComparison', claim: 'changeAtDate' });
    expect(judgement.before).toBeCloseTo(2500, -1);
  });

  it('takes the run of periods next to the date: what lies beyond a month without figures is left out', async () => {
    const values = [...around(2400, 12), ...around(1500, 10)].map((value, at) =>
      at === 3 || at === 19 ? null : value,
    );
    const outcome = await outcomeIn([...taught(series), ...months('2025-03', values)]);
    expect(outcome.judgement.n).toMatchObject({ periodsBefore: 8, periodsAfter: 7 });
    expect(outcome.units[0]?.leftOut.map(({ measurementId, why }) => [measurementId, why])).toEqual(
      ['2025-03', '2025-04', '2025-05', '2026-11', '2026-12'].map((of) => [`loket-${of}`, 'beyondHole']),
    );
    expect(outcome.strongerWith).toContain('longerSeries');
    expect(outcome.barredBy).not.toContain('hole');
  });

  it('keeps to periods of one length: of quarters and months no trend can be drawn', async () => {
    const quarters = [
      measured('2024-q4', { from: '2024-10-01', to: '2024-12-31' }, 2400),
      measured('2025-q1', { from: '2025-01-01', to: '2025-03-31' }, 2400),
    ];
    const mixed = await outcomeIn([...taught(series), ...quarters, ...months('2025-04', level(11, 2400, 1500))]);
    expect(mixed.units[0]?.leftOut.map(({ measurementId, why }) => [measurementId, why])).toEqual([
      ['2024-q4', 'beyondHole'],
      ['2025-q1', 'beyondHole'],
    ]);
    expect(mixed.barredBy).not.toContain('hole');
    const apart = await outcomeIn([
      ...taught(series),
      ...quarters,
      measured('q3', { from: '2025-04-01', to: '2026-02-28' }, 2400),
      ...months('2026-03', around(1500, 12)),
    ]);
    expect(apart.barredBy).toContain('hole');
  });

  it('claims nothing where the month of the training was not measured: a trend would pass for a change', async () => {
    const values = level(12, 2400, 1500).map((value, at) => (at === 12 ? null : value));
    const outcome = await outcomeIn([...taught(series), ...months('2025-03', values)]);
    expect(outcome.judgement.claim).toBe('changeAtDate');
    expect(outcome).toMatchObject({ claim: 'inconclusive', direction: null, size: 'undecided' });
    expect(outcome.barredBy).toContain('hole');
  });

  it('stands alone where no unit to compare with was measured, and says so', async () => {
    const past = [...taught({ ...series, comparisonUnits: ['x'] }), ...months('2025-03', level(12, 2400, 1500))];
    const outcome = await outcomeIn(past);
    expect(outcome.judgement.design).toBe('timeSeries');
    expect(outcome.missing).toContain('noComparison');
    expect((await outcomeIn([...taught(series), ...past.slice(3)])).missing).not.toContain('noComparison');
  });

  it('says so where nothing was measured', async () => {
    const outcome = await outcomeIn(taught(series));
    expect(outcome.judgement).toMatchObject({ design: 'timeSeries', claim: 'inconclusive', estimate: null });
    expect(outcome.missing).toEqual(['noBaseline', 'noAfter', 'guardNotMeasured']);
  });

  it('says so where only a unit to compare with was measured', async () => {
    const plan = { ...series, comparisonUnits: ['x'] };
    const outcome = await outcomeIn([...taught(plan), ...months('2025-03', around(2400, 24), { unit: 'x' })]);
    expect(outcome.judgement.estimate).toBeNull();
  });
});
