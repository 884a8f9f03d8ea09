import { describe, expect, it } from 'vitest';
import { digitalCompetence } from '../../src/index.js';
import {
  ask,
  assessed,
  certified,
  confirmed,
  designed,
  figure,
  openPolicy,
  outcome,
  passed,
  pns,
  policy,
  revoked,
  standard,
} from '../fixtures.js';

const ON = '2026-06-30';
const digital = digitalCompetence(['T-TIK-01']);

describe('DigitalCompetence', () => {
  const office = [
    openPolicy(),
    standard('s', { 'T-TIK-01': 3, M05: 3 }),
    standard('lain', { M05: 3 }),
    designed('p', 'T-TIK-01'),
    ...pns('a', 'loket'),
    ...pns('b', 'loket'),
    ...pns('c', 'loket', { standardId: 'lain' }),
    assessed('a', 'T-TIK-01', 3, '2026-03-01'),
    assessed('b', 'T-TIK-01', 2, '2026-03-01'),
    assessed('c', 'M05', 3, '2026-03-01'),
    ...passed('b1', 'a', '2026-02-01'),
    certified('c1', 'a', 'b1', '2026-02-01'),
    ...passed('b1', 'c', '2026-02-01'),
  ];

  it('counts who needs, has, trained for and is certified in what the agency calls digital', async () => {
    expect(await ask(digital, office, ON)).toEqual([
      {
        unitId: 'loket',
        competency: 'T-TIK-01',
        people: 3,
        required: 2,
        atStandard: 1,
        assessed: 2,
        meanLevel: 250,
        trained: 2,
        certified: 1,
        notShown: null,
      },
    ]);
  });

  it('knows no digital competency by itself, and counts one that is named twice once', async () => {
    expect(await ask(digitalCompetence([]), office, ON)).toEqual([]);
    expect(await ask(digitalCompetence(['T-TIK-01', 'T-TIK-01']), office, ON)).toMatchObject([{ people: 3 }]);
  });

  it('tells of a competency that nobody has', async () => {
    expect(await ask(digitalCompetence(['T-TIK-02']), office, ON)).toMatchObject([
      { people: 3, required: 0, atStandard: 0, assessed: 0, meanLevel: null, trained: 0, certified: 0 },
    ]);
  });

  it('counts nobody at a standard who is not asked for it', async () => {
    const lines = [openPolicy(), ...pns('a', 'loket'), ...pns('b', 'loket')];
    expect(await ask(digital, lines, ON)).toMatchObject([{ people: 2, required: 0, atStandard: 0 }]);
  });

  it('shows no figures of a group that is too small, nor without a policy', async () => {
    const under = (minimumN: number) => [policy({ 'disclosure.minimumN': figure(minimumN) }), ...office.slice(1)];
    const hidden = { atStandard: null, assessed: null, meanLevel: null, trained: null, certified: null };
    expect(await ask(digital, under(4), ON)).toMatchObject([{ people: 3, ...hidden, notShown: 'tooFew' }]);
    expect(await ask(digital, office.slice(1), ON)).toMatchObject([{ people: 3, ...hidden, notShown: 'noPolicy' }]);
    // Two of three need it, and two were assessed: what is told of these two is held back alone.
    expect(await ask(digital, under(3), ON)).toMatchObject([
      { people: 3, atStandard: null, assessed: 2, meanLevel: null, trained: 2, certified: 1, notShown: 'tooFew' },
    ]);
  });

  it('counts neither a revoked certificate nor a batch that was not completed', async () => {
    const lines = [
      ...office,
      revoked('c1', 'a', 'b1'),
      confirmed('b2', 'b', '2026-02-01'),
      outcome('b2', 'b', 'notCompleted'),
    ];
    expect(await ask(digital, lines, ON)).toMatchObject([{ trained: 2, certified: 0 }]);
  });

  it('refuses a day that is none', async () => {
    await expect(ask(digital, office, '30-06-2026')).rejects.toThrow(RangeError);
  });
});
