import { describe, expect, it } from 'vitest';
import { digitalCompetence } from '../../src/index.js';
import {
  ask,
  assessed,
  certified,
  confirmed,
  designed,
  outcome,
  passed,
  pns,
  policy,
  revoked,
  standard,
} from '../fixtures.js';

const on = '2026-06-30';
const competencies = ['T-TIK-01'];

describe('DigitalCompetence', () => {
  const office = [
    policy(),
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
    expect(await ask(digitalCompetence, office, { on, competencies })).toEqual([
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
      },
    ]);
  });

  it('knows no digital competency by itself, and counts one that is named twice once', async () => {
    expect(await ask(digitalCompetence, office, { on, competencies: [] })).toEqual([]);
    expect(await ask(digitalCompetence, office, { on, competencies: ['T-TIK-01', 'T-TIK-01'] })).toMatchObject([
      { people: 3 },
    ]);
  });

  it('tells of a competency that nobody has', async () => {
    expect(await ask(digitalCompetence, office, { on, competencies: ['T-TIK-02'] })).toMatchObject([
      { people: 3, required: 0, atStandard: 0, assessed: 0, meanLevel: null, trained: 0, certified: 0 },
    ]);
  });

  it('counts nobody at a standard who is not asked for it', async () => {
    const lines = [policy(), ...pns('a', 'loket')];
    expect(await ask(digitalCompetence, lines, { on, competencies })).toMatchObject([
      { people: 1, required: 0, atStandard: 0 },
    ]);
  });

  it('counts neither a revoked certificate nor a batch that was not completed', async () => {
    const lines = [
      ...office,
      revoked('c1', 'a', 'b1'),
      confirmed('b2', 'b', '2026-02-01'),
      outcome('b2', 'b', 'notCompleted'),
    ];
    expect(await ask(digitalCompetence, lines, { on, competencies })).toMatchObject([{ trained: 2, certified: 0 }]);
  });

  it('refuses a day that is none', async () => {
    await expect(ask(digitalCompetence, office, { on: '30-06-2026', competencies })).rejects.toThrow(RangeError);
  });
});
