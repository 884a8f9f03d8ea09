import { HcdpEstablished } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { cohortView } from '../../src/index.js';
import {
  ask,
  assessed,
  by,
  correcting,
  credited,
  decree,
  figure,
  type Line,
  pns,
  policy,
  separated,
} from '../fixtures.js';

const hcdp: Line = [
  'hcdp-h1',
  HcdpEstablished.of({
    agencyId: 'kota',
    years: { from: 2025, to: 2029 },
    rpjmdRef: 'RPJMD',
    targets: [{ targetId: 't', text: 'kompeten', indicator: 'JPM' }],
    decree,
    establishedBy: by,
  }),
];
const two = policy({ 'disclosure.minimumN': figure(2) });

describe('CohortView', () => {
  const lines = [
    two,
    hcdp,
    ...pns('a', 'loket'),
    ...pns('b', 'loket'),
    ...pns('c', 'loket', { from: '2026-05-01' }),
    assessed('a', 'M05', 2, '2024-03-01'),
    assessed('b', 'M05', 2, '2024-03-01'),
    assessed('a', 'M05', 4, '2026-03-01'),
    assessed('c', 'M05', 1, '2026-06-01'),
    credited('a', '2025-03-01', 1000),
    credited('b', '2025-03-01', 501),
    credited('c', '2026-06-01', 900),
  ];

  it('follows those who serve over the years, and those who were there from the beginning', async () => {
    expect(await ask(cohortView, lines, '2026-06-30')).toEqual([
      {
        year: 2024,
        hcdpId: null,
        people: 2,
        assessed: 2,
        meanLevel: 200,
        meanJp: 0,
        cohort: 2,
        cohortMeanLevel: 200,
        cohortMeanJp: 0,
        notShown: null,
      },
      {
        year: 2025,
        hcdpId: 'h1',
        people: 2,
        assessed: 2,
        meanLevel: 200,
        meanJp: 751,
        cohort: 2,
        cohortMeanLevel: 200,
        cohortMeanJp: 751,
        notShown: null,
      },
      {
        year: 2026,
        hcdpId: 'h1',
        people: 3,
        assessed: 3,
        // 4, 2 and 1; without the newcomer 4 and 2.
        meanLevel: 233,
        meanJp: 300,
        // Whoever knew both means would know the newcomer's.
        cohort: 2,
        cohortMeanLevel: null,
        cohortMeanJp: null,
        notShown: 'tooFew',
      },
    ]);
  });

  it('shows the means of the cohort beside enough newcomers that none can be told', async () => {
    const more = [...pns('d', 'loket', { from: '2026-05-01' }), assessed('d', 'M05', 1, '2026-06-01')];
    const [, , last] = await ask(cohortView, [...lines, ...more], '2026-06-30');
    // 4 and 2.
    expect(last).toMatchObject({ people: 4, cohort: 2, cohortMeanLevel: 300, cohortMeanJp: 0, notShown: null });
  });

  it('leaves out who has left, and shows no mean of the few that remain', async () => {
    const [, , last] = await ask(cohortView, [...lines, separated('b', '2026-02-01')], '2026-06-30');
    expect(last).toMatchObject({ people: 2, meanLevel: 250, cohort: 1, cohortMeanLevel: null, notShown: 'tooFew' });
  });

  it('begins with the first credit, and counts as assessed only who was', async () => {
    const only = [two, ...pns('a', 'loket'), ...pns('b', 'loket'), credited('a', '2025-03-01', 1000)];
    expect(await ask(cohortView, only, '2025-12-31')).toMatchObject([
      { year: 2025, hcdpId: null, people: 2, assessed: 0, meanLevel: null, meanJp: 500 },
    ]);
  });

  it('does not count a level that has lapsed', async () => {
    const lapsed = assessed('a', 'SK01', 5, '2024-03-01', { validUntil: '2025-12-30' });
    const [first, second] = await ask(cohortView, [...lines, lapsed], '2025-12-31');
    expect(first).toMatchObject({ year: 2024, meanLevel: 300 });
    expect(second).toMatchObject({ year: 2025, meanLevel: 200 });
  });

  it('belongs to the plan up to its last year', async () => {
    const plans = (await ask(cohortView, lines, '2030-06-30')).map(({ year, hcdpId }) => [year, hcdpId]);
    expect(plans.slice(-2)).toEqual([
      [2029, 'h1'],
      [2030, null],
    ]);
  });

  it('shows no means without a policy', async () => {
    const [first] = await ask(cohortView, lines.slice(1), '2026-06-30');
    expect(first).toMatchObject({ people: 2, assessed: 2, meanLevel: null, meanJp: null, notShown: 'noPolicy' });
  });

  it('counts a reversed credit as nothing', async () => {
    const back = correcting(credited('a', '2025-03-01', 0), 0);
    const [, second] = await ask(cohortView, [...lines, back], '2025-12-31');
    expect(second).toMatchObject({ year: 2025, meanJp: 251 });
  });

  it('has nothing to tell before the first assessment or credit', async () => {
    expect(await ask(cohortView, lines, '2023-12-31')).toEqual([]);
    expect(await ask(cohortView, [two, hcdp, ...pns('a', 'loket')], '2026-06-30')).toEqual([]);
  });
});
