import { indonesia2026 } from '@pembinaan/core';
import { memoryTarget, projectors } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AsOf,
  cohortView,
  competencyHistory,
  competencyHistoryProjections,
  competencyProfile,
  gapMap,
  gapMapByPerson,
  type HistoryAsOf,
  ipAsnPreview,
  jpCompliance,
  keptCompetencyHistory,
  type PolicyChange,
  type SimulatedReadModel,
  simulate,
} from '../../src/index.js';
import { identityOf } from '../../src/simulation/line-identity.js';
import {
  assessed,
  claim,
  claimed,
  credited,
  everyReadModel,
  figure,
  type Line,
  mentorship,
  pns,
  policy,
  standard,
  storeOf,
} from '../fixtures.js';
import { busyOffice } from '../office.js';

const END = { effective: '2026-12-31' };
const asOf = async (lines: readonly Line[], clocks: AsOf = END): Promise<HistoryAsOf> =>
  (await competencyHistory(await storeOf(lines))).asOf(clocks);

const with24: PolicyChange = { figures: { 'jp.minimum.pns.year': 2400 } };

/** People of a unit, with the JP that each was credited in the year. */
const unit = (unitId: string, jp: readonly number[]): readonly Line[] =>
  jp.flatMap((amount, index) => [
    ...pns(`${unitId}-${index}`, unitId),
    ...(amount === 0 ? [] : [credited(`${unitId}-${index}`, '2026-03-01', amount)]),
  ]);

const agency: readonly Line[] = [
  policy(),
  ...unit('arsip', [2400, 2400, 2600, 0, 1999]),
  ...unit('humas', [2100, 2200]),
  ...unit('loket', [1999, 2000, 2200, 2399, 2400, 3000]),
];

describe('24 JP in place of 20', () => {
  it('make those below who stand between the two, and nobody else', async () => {
    const { differences } = await simulate(await asOf(agency), with24);
    const moved = differences.filter(({ cell }) => cell === 'status');
    expect(moved).toEqual(
      ['humas-0', 'humas-1', 'loket-1', 'loket-2', 'loket-3'].map((employeeId) => ({
        readModel: 'JpCompliance',
        unitId: employeeId.slice(0, -2),
        employeeId,
        line: '',
        change: 'changed',
        cell: 'status',
        before: 'reached',
        after: 'below',
      })),
    );
  });

  it('are told unit by unit, and small units are told of without how many are concerned', async () => {
    const { units } = await simulate(await asOf(agency), with24, { models: [jpCompliance] });
    const newlyBelow = units.filter(({ cell }) => cell === 'status' || cell === null);
    expect(newlyBelow).toEqual([
      unitLine('arsip', 5, { affected: 5 }),
      unitLine('humas', 2, { affected: null, notShown: 'tooFew' }),
      unitLine('loket', 6, { affected: 6 }),
      unitLine('loket', 6, { cell: 'status', from: 'reached', to: 'below', affected: 3 }),
    ]);
    // Nothing else is told of the small one.
    expect(units.filter(({ unitId }) => unitId === 'humas')).toHaveLength(1);
    // The limit rose for everybody, the shortfall for whoever had not reached it.
    expect(units.filter(({ cell, unitId }) => unitId === 'loket' && cell !== null && cell !== 'status')).toMatchObject(
      expect.arrayContaining([
        unitLine('loket', 6, { cell: 'left', to: 'higher', affected: 4 }),
        unitLine('loket', 6, { cell: 'limit', to: 'higher', affected: 6 }),
      ]),
    );
  });

  it('show no unit where a policy was not adopted', async () => {
    const { units, differences } = await simulate(await asOf(unit('loket', [1, 1, 1, 1, 1])), with24, {
      models: [jpCompliance],
    });
    expect(units).toEqual([unitLine('loket', 5, { affected: null, notShown: 'noPolicy' })]);
    expect(differences).toEqual([]);
  });

  it('are asked of one unit or one person alone', async () => {
    const history = await asOf(agency);
    const { differences } = await simulate(history, with24, { models: [jpCompliance], query: { unitId: 'arsip' } });
    expect(new Set(differences.map(({ unitId }) => unitId))).toEqual(new Set(['arsip']));
    const one = await simulate(history, with24, { models: [jpCompliance], query: { employeeId: 'loket-2', limit: 1 } });
    expect(one.differences.map(({ cell, before, after }) => [cell, before, after])).toEqual(
      expect.arrayContaining([
        ['limit', 2000, 2400],
        ['left', 0, 200],
        ['status', 'reached', 'below'],
      ]),
    );
  });
});

const unitLine = (unitId: string, people: number, more: object) => ({
  readModel: 'JpCompliance',
  unitId,
  people,
  cell: null,
  from: null,
  to: null,
  notShown: null,
  ...more,
});

describe('other JPM bands', () => {
  const people = ['a', 'b', 'c', 'd', 'e'];
  const lines = [
    policy(),
    standard('s', { M01: 4, M05: 4 }),
    ...people.flatMap((person, index) => [
      ...pns(person, 'loket'),
      assessed(person, 'M01', 4, '2026-01-10'),
      assessed(person, 'M05', index < 2 ? 3 : 4, '2026-01-11'),
    ]),
  ];
  const lower: PolicyChange = { figures: { 'jpm.bands': { optimal: 8500, fairlyOptimal: 7000 } } };

  it('change bands and nothing else', async () => {
    const { differences, units } = await simulate(await asOf(lines), lower);
    expect(
      differences.map(({ readModel, employeeId, cell, before, after }) => [readModel, employeeId, cell, before, after]),
    ).toEqual([
      ['GapMapByPerson', 'a', 'band', 'cukupOptimal', 'optimal'],
      ['GapMapByPerson', 'b', 'band', 'cukupOptimal', 'optimal'],
    ]);
    expect(units.filter(({ affected }) => affected !== 0)).toMatchObject([
      { readModel: 'GapMapByPerson', cell: null, affected: 2 },
      { readModel: 'GapMapByPerson', cell: 'band', from: 'cukupOptimal', to: 'optimal', affected: 2 },
    ]);
  });

  it('are told line by line where a read model has several of a unit', async () => {
    const { differences, units } = await simulate(await asOf(lines), lower, { models: [gapMap] });
    expect(differences).toEqual([]);
    const higher: PolicyChange = { figures: { 'jpm.bands': { optimal: 9500, fairlyOptimal: 7000 } } };
    const found = await simulate(await asOf(lines), higher, { models: [gapMap] });
    expect(found.differences).toMatchObject([
      { unitId: 'loket', employeeId: null, line: 'competency=M05', cell: 'band', before: 'optimal' },
    ]);
    // A line of a group has no person of whom to tell.
    expect([units, found.units]).toEqual([[], []]);
  });
});

describe('other rules of crediting', () => {
  const { proposed, session, answered } = mentorship('m', 'z', 'a');
  const lines = [
    policy(),
    ...['a', 'b', 'c', 'd', 'e'].flatMap((person) => pns(person, 'loket')),
    proposed,
    ...['2026-05-04', '2026-05-11', '2026-05-18'].flatMap((day, index): readonly Line[] => [
      session(`s${index}`, day),
      answered(`s${index}`, day, true),
      credited('a', day, index < 2 ? 200 : 0, {
        jpRaw: 200,
        form: 'NKL02',
        source: { kind: 'mentorship', mentorshipId: 'm', sessionId: `s${index}` },
      }),
    ]),
    claimed('b', 'k1', '2026-05-04'),
    credited('b', '2026-05-04', 200, { form: 'NKL09', source: claim('k1') }),
    claimed('b', 'k2', '2026-05-04'),
    credited('b', '2026-05-04', 0, { jpRaw: 200, form: 'NKL09', source: claim('k2'), capped: true }),
  ];
  const cells = async (change: PolicyChange) =>
    (await simulate(await asOf(lines), change, { models: [jpCompliance] })).differences
      .filter(({ cell }) => cell === 'credited' || cell === 'left')
      .map(({ employeeId, cell, before, after }) => [employeeId, cell, before, after]);

  it('change what counts of three meetings in a month, and what is missing', async () => {
    expect(await cells({ figures: { 'mentoring.jp.meetingsPerMonth': 3 } })).toEqual([
      ['a', 'credited', 400, 600],
      ['a', 'left', 1600, 1400],
    ]);
  });

  it('change what counts of a day, and what is missing', async () => {
    const table = indonesia2026.figures['jp.table'].value;
    const more = table.map((row) =>
      row.form === 'NKL09' ? { ...row, cap: { per: 'day' as const, unit: 'jp' as const, value: 300 } } : row,
    );
    expect(await cells({ figures: { 'jp.table': more } })).toEqual([
      ['b', 'credited', 200, 300],
      ['b', 'left', 1800, 1700],
    ]);
  });
});

describe('lines that are there under one policy only', () => {
  it('appear or vanish, with every cell', async () => {
    const model = {
      ...jpCompliance,
      name: 'BelowOnly',
      answer: (...given: Parameters<typeof jpCompliance.answer>) =>
        jpCompliance.answer(...given).filter(({ status }) => status === 'below'),
    };
    const history = await asOf([policy(), ...unit('loket', [2100])]);
    const appearing = await simulate(history, with24, { models: [model] });
    expect(appearing.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          change: 'appears',
          employeeId: 'loket-0',
          cell: 'credited',
          before: null,
          after: 2100,
        }),
      ]),
    );
    const less: PolicyChange = { figures: { 'jp.minimum.pns.year': 1000 } };
    const vanishing = await simulate(history.under(with24), less, { models: [model] });
    expect(vanishing.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          change: 'vanishes',
          employeeId: 'loket-0',
          cell: 'credited',
          before: 2100,
          after: null,
        }),
      ]),
    );
  });

  it('are told apart by other cells where that is asked', async () => {
    const history = await asOf([policy(), ...unit('loket', [2100, 2200])]);
    const { differences } = await simulate(history, with24, {
      models: [jpCompliance],
      identifiedBy: { JpCompliance: ['unitId', 'employeeId', 'credited'] },
    });
    expect(new Set(differences.map(({ line }) => line))).toEqual(new Set(['credited=2100', 'credited=2200']));
  });

  it.each(everyReadModel.map((model) => [model.name, model] as const))('are told apart in %s', async (_, model) => {
    const seen: string[] = [];
    for await (const line of (await asOf(busyOffice, { effective: '2026-06-30' })).lines(model)) {
      seen.push(JSON.stringify(identityOf(Object.fromEntries(Object.entries(line ?? {})))));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('a simulation', () => {
  it('changes nothing under the same figures, whatever is asked', async () => {
    const history = await asOf(busyOffice, { effective: '2026-06-30' });
    const models = everyReadModel as readonly unknown[] as readonly SimulatedReadModel[];
    const { differences, units } = await simulate(history, { figures: (now) => now }, { models });
    expect(differences).toEqual([]);
    expect(units.length).toBeGreaterThan(0);
    expect(units.filter(({ affected }) => affected !== 0 && affected !== null)).toEqual([]);
  });

  it('finds exactly those between two minimums, whatever they have', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 30 }),
        async (jp, minimum) => {
          const amounts = jp.map((amount) => amount * 100);
          const { differences } = await simulate(
            await asOf([policy(), ...unit('loket', amounts)]),
            { figures: { 'jp.minimum.pns.year': minimum * 100 } },
            { models: [jpCompliance] },
          );
          const moved = differences.filter(({ cell }) => cell === 'status').map(({ employeeId }) => employeeId);
          const between = amounts.flatMap((amount, index) =>
            amount < 2000 === amount < minimum * 100 ? [] : [`loket-${index}`],
          );
          expect(moved).toEqual(between);
        },
      ),
      { numRuns: 30 },
    ));

  it('leaves the stored events, the files and the history as they were', async () => {
    const store = await storeOf(agency);
    const before = await logOf(store);
    const history = (await competencyHistory(store)).asOf(END);
    const told = await history.ask(jpCompliance);
    const table = indonesia2026.figures['jp.table'].value.filter(({ form }) => form !== 'KL03');
    const { differences } = await simulate(history, { figures: { 'jp.table': table } });
    expect(differences.filter(({ cell }) => cell === 'credited')).not.toEqual([]);
    expect(await history.ask(jpCompliance)).toEqual(told);
    expect(await logOf(store)).toEqual(before);
  });

  it('does not decide by the other policy what is shown', async () => {
    const { units } = await simulate(await asOf(agency), {
      figures: { 'disclosure.minimumN': 6, 'jp.minimum.pns.year': 2400 },
    });
    expect(units).toContainEqual(unitLine('arsip', 5, { affected: 5 }));
  });

  it('tells the same of files that are kept', async () => {
    const store = await storeOf(agency);
    const target = memoryTarget();
    await projectors(store, competencyHistoryProjections, { target }).run();
    const kept = keptCompetencyHistory(target).asOf(END);
    expect(await simulate(kept, with24)).toEqual(await simulate((await competencyHistory(store)).asOf(END), with24));
  });

  it('tells of the day and of the moment that is asked about', async () => {
    const store = await storeOf([policy(), ...unit('loket', [2100, 2100, 2100, 2100, 2100])]);
    const log = await logOf(store);
    const history = await competencyHistory(store);
    const third = log.filter(({ type }) => type === 'JpCredited')[2];
    const belowAt = async (then: HistoryAsOf) =>
      (await simulate(then, with24, { models: [jpCompliance] })).differences.filter(({ cell }) => cell === 'status')
        .length;
    expect(await belowAt(history.asOf(END))).toBe(5);
    expect(await belowAt(history.asOf({ ...END, position: third?.position }))).toBe(3);
    // Before the day of the activity nobody had reached the 20 JP either.
    expect(await belowAt(history.asOf({ effective: '2026-02-28' }))).toBe(0);
  });

  it('of a change from a day on finds nothing on an earlier day', async () => {
    const change = { ...with24, from: '2026-07-01' };
    expect((await simulate(await asOf(agency, { effective: '2026-06-30' }), change)).differences).toEqual([]);
    expect((await simulate(await asOf(agency, { effective: '2026-07-01' }), change)).differences).not.toEqual([]);
  });

  it('refuses figures that cannot be', async () => {
    const wrong: PolicyChange = { figures: { 'jpm.bands': { optimal: 1, fairlyOptimal: 2 } } };
    await expect(simulate(await asOf(agency), wrong)).rejects.toThrow(/jpm\.bands/);
  });

  it('takes any read model', async () => {
    const models = [gapMapByPerson, ipAsnPreview, competencyProfile, cohortView, jpCompliance];
    const { differences } = await simulate(await asOf(agency), with24, { models });
    expect(new Set(differences.map(({ readModel }) => readModel))).toEqual(new Set(['JpCompliance']));
    const fewer = await simulate(
      await asOf([policy({ 'disclosure.minimumN': figure(2) }), ...agency.slice(1)]),
      with24,
    );
    expect(fewer.units).toContainEqual(expect.objectContaining({ unitId: 'humas', affected: 2 }));
  });
});

async function logOf(store: Awaited<ReturnType<typeof storeOf>>) {
  const log: { readonly type: string; readonly position: string }[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}
