import { describe, expect, it } from 'vitest';
import { succession } from '../../src/index.js';
import { ask, assessed, passed, pns, policy, rated, separated, standard } from '../fixtures.js';

const ON = '2026-06-30';

describe('Succession', () => {
  const office = [
    policy(),
    standard('kabid', { M05: 4, M08: 3 }),
    standard('s', { M05: 2 }),
    ...pns('b', 'loket'),
    ...pns('a', 'loket'),
    ...pns('c', 'arsip', { standardId: 'kabid', positionKind: 'pengawas' }),
    ...pns('d', 'arsip'),
    separated('d', '2026-06-01'),
    assessed('a', 'M05', 4, '2026-02-01'),
    assessed('a', 'M08', 3, '2026-02-01'),
    assessed('b', 'M05', 3, '2026-02-01'),
    assessed('c', 'M05', 5, '2026-02-01'),
    assessed('c', 'M08', 2, '2026-02-01'),
  ];
  const model = succession('kabid');

  it('sets everybody who serves against the standard of the position, by unit and person and not by fit', async () => {
    const common = { standardId: 'kabid', required: 2, policyVersion: 'p-2020' };
    expect(await ask(model, office, ON)).toEqual([
      {
        ...common,
        unitId: 'arsip',
        employeeId: 'c',
        positionKind: 'pengawas',
        holdsIt: true,
        met: 1,
        below: 1,
        unassessed: 0,
        missingLevels: 1,
        jpm: 8333,
        band: 'cukupOptimal',
        meetsAll: false,
      },
      {
        ...common,
        unitId: 'loket',
        employeeId: 'a',
        positionKind: 'pelaksana',
        holdsIt: false,
        met: 2,
        below: 0,
        unassessed: 0,
        missingLevels: 0,
        jpm: 10_000,
        band: 'optimal',
        meetsAll: true,
      },
      {
        ...common,
        unitId: 'loket',
        employeeId: 'b',
        positionKind: 'pelaksana',
        holdsIt: false,
        met: 0,
        below: 2,
        unassessed: 1,
        missingLevels: 4,
        jpm: 3750,
        band: 'kurangOptimal',
        meetsAll: false,
      },
    ]);
  });

  it('tells of the day: who was not yet assessed met nothing', async () => {
    const then = await ask(model, office, '2026-01-31');
    expect(then.map(({ employeeId, met }) => [employeeId, met])).toEqual([
      ['c', 0],
      ['d', 0],
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('has no lines for a standard that nobody established, or that is not yet in force', async () => {
    expect(await ask(succession('nobody'), office, ON)).toEqual([]);
    expect(await ask(model, office, '2019-12-31')).toEqual([]);
  });

  it('can be asked about a standard that nobody holds', async () => {
    expect(await ask(succession('kosong'), [...office, standard('kosong', { M05: 3 })], ON)).toMatchObject([
      { employeeId: 'c', meetsAll: true },
      { employeeId: 'a', meetsAll: true },
      { employeeId: 'b', meetsAll: true },
    ]);
  });

  it('S17 is not moved by how others see the behaviour of a person, of which it reads nothing', async () => {
    const seen = [
      ...passed('b1', 'b', '2026-02-01'),
      rated('b', 'b1', 'boss', 'superior', '2026-06-01', { M05: 5, M08: 5, akuntabel: 5 }),
    ];
    expect(await ask(model, [...office, ...seen], ON)).toEqual(await ask(model, office, ON));
    expect(model.events.map(({ type }) => type)).not.toContain('BehaviourRated');
  });
});
