import { describe, expect, it } from 'vitest';
import { competencyProfile } from '../../src/index.js';
import { ask, assessed, correcting, pns, separated, standard } from '../fixtures.js';

const ON = '2026-06-30';
const office = [...pns('a', 'loket'), standard('s', { M01: 2, M05: 3 })];

describe('CompetencyProfile', () => {
  it('tells the level of each required competency, and null where nobody assessed it', async () => {
    expect(await ask(competencyProfile, [...office, assessed('a', 'M05', 2, '2026-02-01')], ON)).toEqual([
      {
        employeeId: 'a',
        unitId: 'loket',
        positionKind: 'pelaksana',
        competency: 'M01',
        required: 2,
        actual: null,
        gap: 2,
        method: null,
        assessedOn: null,
        self: null,
      },
      {
        employeeId: 'a',
        unitId: 'loket',
        positionKind: 'pelaksana',
        competency: 'M05',
        required: 3,
        actual: 2,
        gap: 1,
        method: 'test',
        assessedOn: '2026-02-01',
        self: null,
      },
    ]);
  });

  it('counts the assessment that took the place of a corrected one', async () => {
    const right = correcting(assessed('a', 'M05', 1, '2026-02-01'), 0);
    const lines = await ask(competencyProfile, [...office, assessed('a', 'M05', 3, '2026-02-01'), right], ON);
    expect(lines.find(({ competency }) => competency === 'M05')).toMatchObject({ actual: 1, gap: 2 });
  });

  it('believes what was recorded then, when asked as of then', async () => {
    const wrong = assessed('a', 'M05', 3, '2026-02-01');
    const [stream, event, details] = correcting(assessed('a', 'M05', 1, '2026-02-01'), 0);
    const lines = await ask(
      competencyProfile,
      [...office, wrong, [stream, event, { ...details, recordedAt: '2026-08-01T00:00:00.000Z' }]],
      ON,
      { recorded: '2026-06-30T16:59:59.999Z' },
    );
    expect(lines.find(({ competency }) => competency === 'M05')).toMatchObject({ actual: 3, gap: 0 });
  });

  it('R06 shows a self-assessment apart, which closes no gap', async () => {
    const lines = await ask(
      competencyProfile,
      [...office, assessed('a', 'M05', 5, '2026-02-01', { method: 'self' })],
      ON,
    );
    expect(lines.find(({ competency }) => competency === 'M05')).toMatchObject({ actual: null, gap: 3, self: 5 });
  });

  it('shows a competency that the position does not ask for, without a gap', async () => {
    const lines = await ask(competencyProfile, [...office, assessed('a', 'SK01', 4, '2026-02-01')], ON);
    expect(lines.find(({ competency }) => competency === 'SK01')).toMatchObject({
      required: null,
      actual: 4,
      gap: null,
    });
  });

  it('knows no position of who was never placed', async () => {
    const unplaced = office.filter(([, event]) => event.type !== 'EmployeePlaced');
    expect(await ask(competencyProfile, [...unplaced, assessed('a', 'M05', 2, '2026-02-01')], ON)).toMatchObject([
      { unitId: null, positionKind: null, competency: 'M05', required: null, actual: 2 },
    ]);
  });

  it('leaves out who no longer serves', async () => {
    expect(await ask(competencyProfile, [...office, separated('a', '2026-06-30')], ON)).toEqual([]);
    expect(await ask(competencyProfile, [...office, separated('a', '2026-07-01')], ON)).toHaveLength(2);
  });
});
