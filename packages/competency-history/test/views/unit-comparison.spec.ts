import { describe, expect, it } from 'vitest';
import { agencyComparison, unitComparison } from '../../src/index.js';
import {
  ask,
  assessed,
  credited,
  figure,
  type Line,
  passed,
  placed,
  pns,
  policy,
  pppk,
  rated,
  separated,
  standard,
} from '../fixtures.js';

const ON = '2026-06-30';
const names = (unitId: string, n: number) => Array.from({ length: n }, (_, index) => `${unitId}-${index}`);
/** So many PNS of a unit, to each of whom that much was credited. */
const unit = (unitId: string, n: number, jp: number, year = 2026): readonly Line[] =>
  names(unitId, n).flatMap((person) => [...pns(person, unitId), credited(person, `${year}-03-01`, jp)]);

describe('UnitComparison', () => {
  const small = policy({ 'disclosure.minimumN': figure(2) });

  it('tells a measure of each unit at the end of each year, and of this year on the day', async () => {
    const lines = [
      small,
      ...unit('arsip', 2, 300, 2025),
      ...unit('loket', 2, 1000, 2026),
      credited('arsip-0', '2026-02-01', 500),
      credited('arsip-1', '2026-07-01', 9000),
    ];
    const line = { measure: 'meanJp', people: 2, notShown: null };
    expect(await ask(unitComparison('meanJp'), lines, ON)).toEqual([
      { ...line, unitId: 'arsip', year: 2025, on: '2025-12-31', value: 300 },
      { ...line, unitId: 'arsip', year: 2026, on: ON, value: 250 },
      { ...line, unitId: 'loket', year: 2026, on: ON, value: 1000 },
    ]);
  });

  it('asked about one unit tells the same of it as asked about all', async () => {
    const moved = placed('loket-0', 'arsip', { from: '2026-02-01' });
    const lines = [small, ...unit('arsip', 2, 300, 2025), ...unit('loket', 3, 1000, 2025), moved];
    const all = await ask(unitComparison('meanJp'), lines, ON);
    const one = await ask(unitComparison('meanJp'), lines, ON, { unitId: 'arsip' });
    expect(one).toEqual(all.filter(({ unitId }) => unitId === 'arsip'));
    expect(one.map(({ year, people }) => [year, people])).toEqual([
      [2025, 2],
      [2026, 3],
    ]);
  });

  it('can be asked about a period of years', async () => {
    const lines = [small, ...unit('arsip', 2, 300, 2024)];
    const period = { from: '2025-01-01', to: '2025-12-31' };
    expect(await ask(unitComparison('meanJp'), lines, ON, { period })).toMatchObject([{ year: 2025 }]);
  });

  it('shows no value of fewer people than the policy allows, and none without a policy', async () => {
    expect(await ask(unitComparison('meanJp'), [policy(), ...unit('loket', 4, 1000)], ON)).toMatchObject([
      { people: 4, value: null, notShown: 'tooFew' },
    ]);
    expect(await ask(unitComparison('meanJp'), [policy(), ...unit('loket', 5, 1000)], ON)).toMatchObject([
      { people: 5, value: 1000, notShown: null },
    ]);
    expect(await ask(unitComparison('meanJp'), unit('loket', 5, 1000), ON)).toMatchObject([
      { people: 5, value: null, notShown: 'noPolicy' },
    ]);
  });

  it('counts those who serve at the end of the year: not who has left by then', async () => {
    const lines = [small, ...unit('loket', 3, 900), separated('loket-0', ON)];
    expect(await ask(unitComparison('meanJp'), lines, ON)).toMatchObject([{ people: 2, value: 900 }]);
  });

  it('shares the PNS who reached the minimum of the policy of each year', async () => {
    const lines = [
      small,
      policy({ 'disclosure.minimumN': figure(2), 'jp.minimum.pns.year': figure(3000) }, '2026-01-01', 'p-2026'),
      ...unit('loket', 2, 2000, 2025),
      credited('loket-0', '2026-02-01', 3000),
      credited('loket-1', '2026-02-01', 2999),
      ...pppk('kontrak', 'loket', '2025-01-01', '2026-12-31'),
    ];
    expect(await ask(unitComparison('minimumReachedShare'), lines, ON)).toMatchObject([
      { year: 2025, people: 2, value: 10_000 },
      { year: 2026, people: 2, value: 5000 },
    ]);
  });

  it('knows no share of a year in which no policy said how much is needed', async () => {
    const lines = [policy({ 'disclosure.minimumN': figure(2) }, '2026-01-01'), ...unit('loket', 2, 2000, 2025)];
    expect(await ask(unitComparison('minimumReachedShare'), lines, ON)).toMatchObject([
      { year: 2025, people: 2, value: null, notShown: 'noPolicy' },
      { year: 2026, people: 2, value: 0, notShown: null },
    ]);
  });

  it('means the job-person match of those whose position requires something, on the last day of each year', async () => {
    const lines = [
      small,
      standard('s', { M05: 4 }),
      ...pns('a', 'loket'),
      ...pns('b', 'loket'),
      ...pns('c', 'loket', { standardId: 'none' }),
      assessed('a', 'M05', 2, '2025-05-01'),
      assessed('b', 'M05', 1, '2025-05-01'),
      assessed('b', 'M05', 4, '2026-05-01'),
    ];
    expect(await ask(unitComparison('meanJpm'), lines, ON)).toMatchObject([
      { year: 2025, people: 2, value: 3750 },
      { year: 2026, people: 2, value: 7500 },
    ]);
  });

  it('shares the JP before the caps by where people learnt, in the unit of the day of the activity', async () => {
    const lines = [
      small,
      ...pns('a', 'loket'),
      ...pns('b', 'loket'),
      credited('a', '2026-02-01', 100, { form: 'KL07' }),
      credited('b', '2026-02-02', 0, { jpRaw: 200, form: 'NKL02' }),
      credited('a', '2026-02-03', 600, { form: 'NKL12' }),
      credited('b', '2026-02-04', 100, { form: 'NKL09' }),
      placed('a', 'arsip', { from: '2026-03-01' }),
    ];
    const value = async (measure: Parameters<typeof unitComparison>[0]) =>
      (await ask(unitComparison(measure), lines, ON)).map(({ unitId, people, value }) => [unitId, people, value]);
    expect(await value('formalShare')).toEqual([['loket', 2, 1000]]);
    expect(await value('socialShare')).toEqual([['loket', 2, 2000]]);
    expect(await value('workShare')).toEqual([['loket', 2, 6000]]);
  });

  it('shares the participations that were passed and are rated low, by the year in which the batch ended', async () => {
    const scores = [2, 3, 4, 4, 4];
    const lines = [
      policy(),
      ...names('loket', 5).flatMap((person, index) => [
        ...pns(person, 'loket'),
        ...passed('b1', person, '2025-11-01', '2025-11-03'),
        rated(person, 'b1', 'boss', 'superior', '2026-03-01', { M05: scores[index] ?? 0 }),
      ]),
    ];
    expect(await ask(unitComparison('transferLowShare'), lines, ON)).toMatchObject([
      { year: 2025, on: '2025-12-31', people: 5, value: 4000, notShown: null },
    ]);
  });

  it('reads no more than its measure rests on', () => {
    const types = (measure: Parameters<typeof unitComparison>[0]) =>
      unitComparison(measure).events.map(({ type }) => type);
    expect(types('meanJp')).toContain('JpCredited');
    expect(types('meanJp')).not.toContain('BehaviourRated');
    expect(types('transferLowShare')).toContain('BehaviourRated');
    expect(types('transferLowShare')).not.toContain('JpCredited');
  });
});

describe('AgencyComparison', () => {
  const total = async (...units: readonly (readonly [number, number])[]) => {
    const lines = units.flatMap(([n, jp], index) => unit(`u${index}`, n, jp));
    return (await ask(agencyComparison('meanJp'), [policy(), ...lines], ON))[0];
  };

  it('tells the measure of the whole agency, with how many units are shown', async () => {
    expect(await total([6, 1000], [5, 450])).toEqual({
      measure: 'meanJp',
      year: 2026,
      on: ON,
      units: 2,
      unitsShown: 2,
      people: 11,
      value: 750,
      notShown: null,
    });
  });

  it('is not shown where it would give away the people of units that are not: 14 less 6 and 5 leaves 3', async () => {
    expect(await total([6, 1000], [5, 1000], [3, 400])).toMatchObject({
      units: 3,
      unitsShown: 2,
      people: 14,
      value: null,
      notShown: 'tooFew',
    });
  });

  it('is shown where those who are left are as many as a group needs: 16 less 6 and 5 leaves 3 and 2', async () => {
    expect(await total([6, 1000], [5, 1000], [3, 0], [2, 0])).toMatchObject({
      units: 4,
      unitsShown: 2,
      people: 16,
      // 11,000 of 16.
      value: 688,
      notShown: null,
    });
    expect(await total([6, 1000], [5, 1000], [2, 0], [2, 0])).toMatchObject({ people: 15, value: null });
  });

  it('is shown where no unit is, if all of them together are enough', async () => {
    expect(await total([3, 100], [3, 200])).toMatchObject({ unitsShown: 0, people: 6, value: 150 });
    expect(await total([2, 100], [2, 200])).toMatchObject({ people: 4, value: null, notShown: 'tooFew' });
  });

  it('judges each year by itself', async () => {
    const lines = [policy(), ...unit('loket', 5, 1000, 2025), ...unit('arsip', 3, 1000, 2025)];
    const left = names('arsip', 3).map((person) => separated(person, '2026-01-01'));
    expect(await ask(agencyComparison('meanJp'), [...lines, ...left], ON)).toMatchObject([
      { year: 2025, people: 8, value: null, notShown: 'tooFew' },
      { year: 2026, people: 5, value: 0, notShown: null },
    ]);
  });

  it('does not take two activities of one person in small units for two people', async () => {
    const wanderer = [
      ...pns('w', 'u-w'),
      credited('w', '2026-01-10', 100, { form: 'KL07' }),
      placed('w', 'u-x', { from: '2026-02-01' }),
      credited('w', '2026-02-10', 100, { form: 'KL07' }),
    ];
    const others = [...unit('u-y', 3, 100), ...unit('u-z', 5, 100)];
    expect(await ask(agencyComparison('formalShare'), [policy(), ...wanderer, ...others], ON)).toMatchObject([
      { units: 4, unitsShown: 1, people: 9, value: null, notShown: 'tooFew' },
    ]);
  });

  it('shows nothing without a policy', async () => {
    expect(await ask(agencyComparison('meanJp'), unit('loket', 5, 1000), ON)).toMatchObject([
      { people: 5, value: null, notShown: 'noPolicy' },
    ]);
  });
});
