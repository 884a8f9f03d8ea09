import { describe, expect, it } from 'vitest';
import { gapMap } from '../../src/index.js';
import { ask, assessed, figure, gapValidated, openPolicy, placed, pns, policy, standard } from '../fixtures.js';

const ON = '2026-06-30';

describe('GapMap', () => {
  const office = [
    openPolicy(),
    standard('s', { M05: 3 }),
    ...pns('a', 'loket'),
    ...pns('b', 'loket'),
    ...pns('c', 'arsip'),
    ...pns('d', 'arsip'),
    assessed('a', 'M05', 3, '2026-02-01'),
    assessed('b', 'M05', 2, '2026-02-01'),
  ];

  it('sets standard against profile by unit and competency, with the job-person match and its band', async () => {
    expect(await ask(gapMap, office, ON)).toEqual([
      {
        unitId: 'arsip',
        competency: 'M05',
        people: 2,
        assessed: 0,
        below: 2,
        missingLevels: 6,
        validated: 0,
        jpm: 0,
        band: 'kurangOptimal',
        policyVersion: 'p-2020',
        notShown: null,
      },
      {
        unitId: 'loket',
        competency: 'M05',
        people: 2,
        assessed: 2,
        below: 1,
        missingLevels: 1,
        validated: 0,
        jpm: 8333,
        band: 'cukupOptimal',
        policyVersion: 'p-2020',
        notShown: null,
      },
    ]);
  });

  it('counts a validated gap only while the person is still below', async () => {
    const validated = [gapValidated('a', 'M05', 3), gapValidated('b', 'M05', 3)];
    const lines = await ask(gapMap, [...office, ...validated], ON);
    expect(lines.map(({ unitId, validated: n }) => [unitId, n])).toEqual([
      ['arsip', 0],
      ['loket', 1],
    ]);
  });

  it('does not let a strength in one person or beyond the standard make up for a gap', async () => {
    const strong = assessed('a', 'M05', 5, '2026-03-01');
    const [, loket] = await ask(gapMap, [...office, strong], ON);
    expect(loket).toMatchObject({ below: 1, missingLevels: 1, jpm: 8333 });
  });

  it('shows no figures without a policy in force, nor of groups that are too small under it', async () => {
    const hidden = { assessed: null, below: null, missingLevels: null, validated: null, jpm: null, band: null };
    expect(await ask(gapMap, [...office.slice(1), openPolicy('2026-07-01')], ON)).toMatchObject([
      { unitId: 'arsip', people: 2, ...hidden, policyVersion: null, notShown: 'noPolicy' },
      { unitId: 'loket', people: 2, ...hidden, policyVersion: null, notShown: 'noPolicy' },
    ]);
    const three = policy({ 'disclosure.minimumN': figure(3) });
    expect(
      await ask(gapMap, [three, ...office.slice(1), ...pns('e', 'loket'), assessed('e', 'M05', 1, '2026-02-01')], ON),
    ).toMatchObject([
      { unitId: 'arsip', people: 2, ...hidden, policyVersion: 'p-2020', notShown: 'tooFew' },
      { unitId: 'loket', people: 3, below: 2, missingLevels: 3, notShown: null },
    ]);
    // Of the three, two were assessed: the figures would tell their levels.
    expect(await ask(gapMap, [three, ...office.slice(1), ...pns('e', 'loket')], ON)).toMatchObject([
      { unitId: 'arsip', notShown: 'tooFew' },
      { unitId: 'loket', people: 3, ...hidden, assessed: 2, notShown: 'tooFew' },
    ]);
  });

  it('counts people where they stand on the day', async () => {
    const moved = placed('a', 'arsip', { from: '2026-07-01' });
    const counts = async (on: string) => (await ask(gapMap, [...office, moved], on)).map(({ people }) => people);
    expect(await counts('2026-06-30')).toEqual([2, 2]);
    expect(await counts('2026-07-01')).toEqual([3, 1]);
  });

  it('leaves out a competency that no position requires', async () => {
    const lines = await ask(gapMap, [...office, assessed('a', 'SK01', 4, '2026-02-01')], ON);
    expect(lines.map(({ competency }) => competency)).toEqual(['M05', 'M05']);
  });

  it('asks nothing of a position whose standard is not established', async () => {
    expect(await ask(gapMap, [policy(), ...pns('a', 'loket')], ON)).toEqual([]);
  });

  it('leaves the match unknown for a level that cannot be', async () => {
    const [line] = await ask(
      gapMap,
      [openPolicy(), standard('s', { M05: 9 }), ...pns('a', 'loket'), ...pns('b', 'loket')],
      ON,
    );
    expect(line).toMatchObject({ below: 2, jpm: null, band: null });
  });
});
