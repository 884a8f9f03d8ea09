import { describe, expect, it } from 'vitest';
import { gapMap, gapMapByPerson, gapMapByPositionKind } from '../../src/index.js';
import { ask, assessed, figure, gapValidated, type Line, pns, policy, standard } from '../fixtures.js';

const ON = '2026-06-30';

describe('GapMapByPerson', () => {
  const office = [
    policy(),
    standard('s', { M05: 3, M06: 2, SK01: 2 }),
    ...pns('b', 'loket'),
    ...pns('a', 'loket'),
    ...pns('c', 'arsip', { standardId: 'none', positionKind: 'pengawas' }),
    assessed('a', 'M05', 2, '2026-02-01'),
    assessed('a', 'M06', 4, '2026-02-01'),
    assessed('b', 'M05', 3, '2026-02-01'),
    assessed('b', 'M06', 2, '2026-02-01'),
    assessed('b', 'SK01', 2, '2026-02-01'),
  ];

  it('sets each person against the standard of the position, by unit and person', async () => {
    const common = { unitId: 'loket', positionKind: 'pelaksana', standardId: 's', policyVersion: 'p-2020' };
    expect((await ask(gapMapByPerson, office, ON)).slice(1)).toEqual([
      {
        ...common,
        employeeId: 'a',
        required: 3,
        met: 1,
        below: 2,
        unassessed: 1,
        missingLevels: 3,
        // 2/3, 1 and 0.
        jpm: 5556,
        band: 'kurangOptimal',
      },
      {
        ...common,
        employeeId: 'b',
        required: 3,
        met: 3,
        below: 0,
        unassessed: 0,
        missingLevels: 0,
        jpm: 10_000,
        band: 'optimal',
      },
    ]);
  });

  it('knows nothing where no standard of the position is in force', async () => {
    expect((await ask(gapMapByPerson, office, ON))[0]).toEqual({
      unitId: 'arsip',
      employeeId: 'c',
      positionKind: 'pengawas',
      standardId: 'none',
      required: null,
      met: null,
      below: null,
      unassessed: null,
      missingLevels: null,
      jpm: null,
      band: null,
      policyVersion: 'p-2020',
    });
  });

  it('R06 is not moved by what the person thinks', async () => {
    const self = assessed('a', 'SK01', 5, '2026-03-01', { method: 'self' });
    expect((await ask(gapMapByPerson, [...office, self], ON))[1]).toMatchObject({ met: 1, unassessed: 1 });
  });

  it('tells the levels of the day', async () => {
    expect((await ask(gapMapByPerson, office, '2026-01-31'))[2]).toMatchObject({ met: 0, unassessed: 3, jpm: 0 });
  });
});

describe('GapMapByPositionKind', () => {
  const kinds = (positionKind: 'pengawas' | 'pelaksana', unitId: string, ...people: readonly string[]) =>
    people.flatMap((person) => pns(person, unitId, { positionKind }));
  const office: readonly Line[] = [
    policy({ 'disclosure.minimumN': figure(2) }),
    standard('s', { M05: 3 }),
    ...kinds('pelaksana', 'loket', 'a'),
    ...kinds('pelaksana', 'arsip', 'b'),
    ...kinds('pengawas', 'arsip', 'c'),
    assessed('a', 'M05', 3, '2026-02-01'),
    assessed('b', 'M05', 2, '2026-02-01'),
    gapValidated('b', 'M05', 3),
  ];

  it('counts over the whole agency, whatever the unit, and not for groups that are too small', async () => {
    expect(await ask(gapMapByPositionKind, office, ON)).toEqual([
      {
        positionKind: 'pelaksana',
        competency: 'M05',
        people: 2,
        assessed: 2,
        below: 1,
        missingLevels: 1,
        validated: 1,
        jpm: 8333,
        band: 'cukupOptimal',
        policyVersion: 'p-2020',
        notShown: null,
      },
      {
        positionKind: 'pengawas',
        competency: 'M05',
        people: 1,
        assessed: null,
        below: null,
        missingLevels: null,
        validated: null,
        jpm: null,
        band: null,
        policyVersion: 'p-2020',
        notShown: 'tooFew',
      },
    ]);
  });

  it('leaves out people without a position', async () => {
    const [registered] = pns('z', 'loket');
    const lines = registered === undefined ? [] : [policy(), standard('s', { M05: 3 }), registered];
    expect(await ask(gapMapByPositionKind, lines, ON)).toEqual([]);
  });
});

describe('the disclosure of GapMap', () => {
  const office = (n: number) => [
    standard('s', { M05: 3 }),
    ...['a', 'b', 'c', 'd', 'e'].slice(0, n).flatMap((person) => pns(person, 'loket')),
  ];

  it('shows only how many people there are where they are fewer than the policy allows', async () => {
    const figures = { assessed: null, below: null, missingLevels: null, validated: null, jpm: null, band: null };
    expect(await ask(gapMap, [policy(), ...office(4)], ON)).toMatchObject([
      { people: 4, ...figures, notShown: 'tooFew' },
    ]);
    expect(await ask(gapMap, [policy(), ...office(5)], ON)).toMatchObject([{ people: 5, below: 5, notShown: null }]);
  });

  it('shows nothing where no policy says how many are enough', async () => {
    expect(await ask(gapMap, office(5), ON)).toMatchObject([{ people: 5, below: null, notShown: 'noPolicy' }]);
  });
});

describe('the gap map by kinds of positions, beside the one by units', () => {
  const one = (person: string, unitId: string, level: number) => [
    ...pns(person, unitId),
    assessed(person, 'M05', level, '2026-01-10'),
  ];
  const five = ['a', 'b', 'c', 'd', 'e'].flatMap((person) => one(person, 'loket', 3));
  const minimum = policy({ 'disclosure.minimumN': figure(5) });

  it('shows nothing where the units that are shown, taken from it, would leave a few people', async () => {
    const lines = [minimum, standard('s', { M05: 4 }), ...five, ...one('f', 'arsip', 1)];
    expect(await ask(gapMap, lines, '2026-06-30')).toMatchObject([
      { unitId: 'arsip', missingLevels: null },
      { unitId: 'loket', missingLevels: 5 },
    ]);
    expect(await ask(gapMapByPositionKind, lines, '2026-06-30')).toMatchObject([
      { people: 6, missingLevels: null, notShown: 'tooFew' },
    ]);
  });

  it('shows it where nobody is left, or enough people are', async () => {
    const lines = [minimum, standard('s', { M05: 4 }), ...five];
    expect(await ask(gapMapByPositionKind, lines, '2026-06-30')).toMatchObject([{ people: 5, missingLevels: 5 }]);
    const others = ['f', 'g', 'h', 'i', 'j'].flatMap((person, index) => one(person, index < 3 ? 'arsip' : 'humas', 1));
    expect(await ask(gapMapByPositionKind, [...lines, ...others], '2026-06-30')).toMatchObject([
      { people: 10, missingLevels: 20 },
    ]);
  });

  it('keeps to the strictest size of groups that is known, also on days before it was adopted', async () => {
    const lines = [policy({ 'disclosure.minimumN': figure(2) }), standard('s', { M05: 4 }), ...five.slice(0, 9)];
    const stricter = policy({ 'disclosure.minimumN': figure(5) }, '2026-06-01', 'p-2026');
    expect(await ask(gapMap, lines, '2026-05-31')).toMatchObject([{ missingLevels: 3 }]);
    expect(await ask(gapMap, [...lines, stricter], '2026-05-31')).toMatchObject([{ missingLevels: null }]);
  });
});
