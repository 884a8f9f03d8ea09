import { describe, expect, it } from 'vitest';
import { networkMix } from '../../src/index.js';
import { ask, communityFormed, correcting, met } from '../fixtures.js';

const ON = '2026-06-30';

describe('NetworkMix', () => {
  const lines = [
    communityFormed('k'),
    met('k', '1', '2026-02-01', ['a', 'b', 'c'], ['loket', 'arsip'], true),
    met('k', '2', '2026-03-01', ['a', 'b'], ['loket']),
    met('k', '3', '2026-07-01', ['a', 'd'], ['loket', 'data']),
  ];

  it('tells which units meet, and how often they mix', async () => {
    expect(await ask(networkMix, lines, ON)).toEqual([
      {
        communityId: 'k',
        name: 'Komunitas arsip (rekaan)',
        positionFamily: 'mixed',
        sponsorUnitId: 'loket',
        meetings: 2,
        lastMeeting: '2026-03-01',
        people: 3,
        units: 2,
        unitsPerMeeting: 150,
        mixedShare: 5000,
        practices: 1,
      },
    ]);
  });

  it('counts a meeting from its day on', async () => {
    expect(await ask(networkMix, lines, '2026-02-28')).toMatchObject([{ meetings: 1 }]);
    expect(await ask(networkMix, lines, '2026-03-01')).toMatchObject([{ meetings: 2 }]);
  });

  it('has no mean of a community that never met', async () => {
    expect(await ask(networkMix, [communityFormed('k')], ON)).toMatchObject([
      { meetings: 0, lastMeeting: null, unitsPerMeeting: null, mixedShare: null },
    ]);
  });

  it('counts a meeting as it was corrected', async () => {
    const right = correcting(met('k', '1', '2026-02-01', ['a', 'b'], ['loket']), 1);
    expect(await ask(networkMix, [...lines, right], ON)).toMatchObject([
      { meetings: 2, people: 2, units: 1, mixedShare: 0, practices: 0 },
    ]);
  });
});
