import { LocalDate } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { type GainSince, gainSince } from '../../src/aftermath/gain-since.js';
import type { RoundEstimates, UnitInOutcome } from '../../src/estimates/index.js';
import type { Measurement, ServiceHistory } from '../../src/surroundings/service-history.js';
import { clockOn, estimates, outcome, surroundings, told } from '../advice/given.js';

/** Small differences between periods, always the same. */
const WOBBLE = [4, -6, 9, -3, -8, 5, 7, -4, 2, -6];

/** A month of a unit, counted from January 2026: the training is in the seventh. */
function month(unitId: string, index: number, value: number, some: Partial<Measurement> = {}): Measurement {
  const at = (month: number, day: string) =>
    LocalDate.parse(`${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${day}`);
  const measurementId = `${unitId}-${index}`;
  return {
    measurementId,
    service: 'ktp-el',
    metric: 'waiting',
    period: { from: at(index, '01'), to: at(index, '28') },
    value: value + (WOBBLE[(index + unitId.length) % WOBBLE.length] ?? 0),
    p90: null,
    n: 100,
    told: told(measurementId, 'ServiceMeasurementRecorded', '2026-01-01'),
    ...some,
  };
}

/** Six months before, six after in the window, six beyond it. */
function history(unitId: string, [before, after, later]: readonly [number, number, number | null]): ServiceHistory {
  const run = (from: number, value: number) =>
    Array.from({ length: 6 }, (_, index) => month(unitId, from + index, value));
  return {
    unitId,
    measurements: [...run(0, before), ...run(7, after), ...(later === null ? [] : run(13, later))],
    surveys: [],
  };
}

const unit = (unitId: string, role: UnitInOutcome['role'] = 'served'): UnitInOutcome => ({
  unitId,
  role,
  before: Array.from({ length: 6 }, (_, index) => `${unitId}-${index}`),
  after: Array.from({ length: 6 }, (_, index) => `${unitId}-${7 + index}`),
  leftOut: [],
  excluded: null,
  servedBy: [],
});

interface Told {
  readonly units: readonly UnitInOutcome[];
  readonly histories: readonly ServiceHistory[];
  readonly design?: RoundEstimates['design'];
  readonly direction?: 'better' | 'worse' | null;
  readonly later?: readonly (readonly string[])[];
  readonly on?: string;
}

function since({
  units,
  histories,
  design = 'prePost',
  direction = 'better',
  later = [],
  on = '2027-12-31',
}: Told): GainSince {
  const window = {
    batchIds: ['b'],
    batchesAhead: 0,
    firstSession: LocalDate.parse('2026-07-05'),
    lastSession: LocalDate.parse('2026-07-06'),
    before: { from: LocalDate.parse('2026-01-01'), to: LocalDate.parse('2026-07-04') },
    after: { from: LocalDate.parse('2026-07-07'), to: LocalDate.parse('2027-01-31') },
  };
  const [found] = gainSince(
    estimates({ design, window, service: [outcome({ units, direction })] }),
    { ...surroundings(), services: new Map(histories.map((one) => [one.unitId, one])) },
    clockOn(on),
    later,
  );
  if (found === undefined) throw new Error('A planned result is followed.');
  return found;
}

const two = (...values: readonly [number, number, number | null]) => ({
  units: [unit('loket'), unit('kecamatan')],
  histories: [history('loket', values), history('kecamatan', values)],
});
const one = (...values: readonly [number, number, number | null]) => ({
  units: [unit('loket')],
  histories: [history('loket', values)],
});

describe('what became of an improvement beyond its window', () => {
  it.each([
    ['kept', one(2400, 1500, 1495)],
    ['partlyLost', one(2400, 1500, 1900)],
    ['lost', one(2400, 1500, 2400)],
    ['lost', one(2400, 1500, 3000)],
    ['notMeasured', one(2400, 1500, null)],
  ] as const)('is %s', (state, told) => expect(since(told).state).toBe(state));

  it('speaks of what was measured and of no cause', () => {
    const told = [one(2400, 1500, 1495), one(2400, 1500, 1900), one(2400, 1500, 2400), one(2400, 1500, null)];
    const found = [...told.map((each) => since(each)), since({ ...one(2400, 1500, 1495), direction: null })];
    expect(new Set(found.map(({ sentence }) => sentence.en)).size).toBe(5);
    for (const { sentence } of found) {
      expect(sentence.en).toMatch(/^[A-Z].*the waiting time of ktp-el.*\.$/);
      expect(sentence.id).toMatch(/^[A-Z].*waktu tunggu ktp-el.*\.$/);
      expect(`${sentence.en} ${sentence.id}`).not.toMatch(/effect|efek|impact|dampak|pengaruh|undefined|…/i);
    }
  });

  it('is undecided where the later figures settle nothing', () => {
    const { units, histories } = one(2400, 2390, null);
    const [first] = histories;
    const later = [13, 14, 15].map((index, at) => month('loket', index, [2000, 2800, 2300][at] ?? 0));
    const told = {
      units,
      histories: [{ unitId: 'loket', measurements: [...(first?.measurements ?? []), ...later], surveys: [] }],
    };
    expect(since(told).state).toBe('undecided');
    expect(since(told).sentence.en).toBe(
      'The figures of later periods do not settle whether the improvement in the waiting time of ktp-el was kept.',
    );
  });

  it('was nothing to keep where the round claimed no improvement', () =>
    expect(since({ ...one(2400, 1500, 1495), direction: null }).state).toBe('nothingToKeep'));

  it('tells both comparisons, with the claim that each permits', () => {
    const { sinceBefore, sinceFirstAfter, later, events } = since(one(2400, 1500, 1900));
    expect(sinceBefore).toMatchObject({ claim: 'gain', direction: 'better' });
    expect(sinceFirstAfter).toMatchObject({ claim: 'gain', direction: 'worse' });
    expect(later[0]?.measurements).toEqual(['loket-13', 'loket-14', 'loket-15', 'loket-16', 'loket-17', 'loket-18']);
    expect(events).toHaveLength(6);
  });

  it('looks at later periods that are over by the day, and leaves out those on too few cases or of something else', () => {
    const base = one(2400, 1500, 1495);
    const more = [
      month('loket', 20, 1500, { n: 4 }),
      month('loket', 21, 1500, { metric: 'error' }),
      month('loket', 22, 1500, { service: 'kk' }),
    ];
    const histories = base.histories.map((known) => ({ ...known, measurements: [...known.measurements, ...more] }));
    expect(since({ ...base, histories }).later[0]?.measurements).toHaveLength(6);
    expect(since({ ...base, on: '2027-04-27' }).later[0]?.measurements).toEqual(['loket-13', 'loket-14']);
    expect(since({ ...base, on: '2027-04-28' }).later[0]?.measurements).toEqual(['loket-13', 'loket-14', 'loket-15']);
  });

  it('leaves out units that did not count for the round', () => {
    const told = two(2400, 1500, 1495);
    const units = told.units.map((known) =>
      known.unitId === 'loket' ? known : { ...known, excluded: 'notMeasured' as const },
    );
    expect(since({ ...told, units }).later.map(({ unitId }) => unitId)).toEqual(['loket']);
  });

  it('says where a later round served one of these units', () => {
    expect(since({ ...one(2400, 1500, 1495), later: [['kecamatan']] }).servedAgain).toBe(false);
    expect(since({ ...one(2400, 1500, 1495), later: [['kecamatan'], ['loket']] }).servedAgain).toBe(true);
  });

  describe('against units to compare with', () => {
    const served = Array.from({ length: 6 }, (_, index) => `s${'x'.repeat(index)}`);
    const others = Array.from({ length: 12 }, (_, index) => `c${'x'.repeat(index)}`);
    const told = (later: number, laterThere: number): Told => ({
      design: 'comparison',
      units: [...served.map((id) => unit(id)), ...others.map((id) => unit(id, 'comparison'))],
      histories: [
        ...served.map((id, index) => history(id, [2400 + 11 * index, 1500 + 13 * index, later + 12 * index])),
        ...others.map((id, index) => history(id, [2396 + 6 * index, 2398 + 7 * index, laterThere + 6 * index])),
      ],
    });

    it('is kept as an effect where the others stayed as they were', () => {
      const found = since(told(1495, 2400));
      expect(found.sinceBefore).toMatchObject({ design: 'comparisonUnits', claim: 'effect', direction: 'better' });
      expect(found.state).toBe('kept');
    });

    it('is lost where it fell back to where the others stayed', () => {
      const found = since(told(2400, 2400));
      expect(found).toMatchObject({ state: 'lost', sinceBefore: { claim: 'inconclusive' } });
      expect(found.sinceFirstAfter).toMatchObject({ design: 'beforeAfter', claim: 'gain', direction: 'worse' });
    });

    it('is undecided where the others caught up: what is better everywhere is no longer owed to the programme', () =>
      expect(since(told(1500, 1500))).toMatchObject({ state: 'undecided', sinceBefore: { claim: 'inconclusive' } }));

    it('looks only at periods in which all were measured', () => {
      const given = told(1495, 2400);
      const histories = given.histories.map((known) =>
        known.unitId === 's' ? { ...known, measurements: known.measurements.slice(0, -2) } : known,
      );
      expect(since({ ...given, histories }).later.every(({ measurements }) => measurements.length === 4)).toBe(true);
    });
  });
});
