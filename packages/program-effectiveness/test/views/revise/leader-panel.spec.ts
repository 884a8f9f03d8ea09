import { LeadershipInvolvementRecorded } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { leaderPanel } from '../../../src/index.js';
import { ask, by, concluded, hash, planned, survey } from '../../fixtures.js';

const involved = (
  involvementId: string,
  role: 'open' | 'mentor' | 'facilitate',
  date: string,
  some: { readonly programId?: string; readonly unitId?: string; readonly leaderId?: string } = {},
): GivenEvent => [
  `leadership-${some.leaderId ?? 'kadis'}-2026`,
  LeadershipInvolvementRecorded.of({
    leaderId: 'kadis',
    ...some,
    involvementId,
    role,
    date,
    topicCodes: [],
    evidenceHash: hash,
    recordedBy: by,
  }),
];
const before = survey('s1', { period: { from: '2025-01-01', to: '2025-12-31' } });
const after = survey('s2', { period: { from: '2026-01-01', to: '2026-06-30' }, ikm: 8500 });

describe('LeaderPanel', () => {
  it('counts what a leader did in each role for each unit, with the outcomes beside it', async () => {
    const past = [
      planned(),
      concluded(),
      before,
      after,
      involved('i2', 'open', '2026-05-10', { unitId: 'loket' }),
      involved('i1', 'open', '2026-03-10', { unitId: 'loket', programId: 'p' }),
      involved('i3', 'mentor', '2026-05-10', { unitId: 'loket' }),
      involved('i1', 'facilitate', '2026-02-01', { leaderId: 'bupati' }),
    ];
    const lines = await ask(leaderPanel, past, '2026-07-31');
    expect(lines).toEqual([
      {
        leaderId: 'bupati',
        unitId: null,
        role: 'facilitate',
        times: 1,
        firstOn: '2026-02-01',
        lastOn: '2026-02-01',
        programs: null,
        conclusions: null,
        ikm: null,
        ikmChange: null,
        suppressed: false,
      },
      {
        leaderId: 'kadis',
        unitId: 'loket',
        role: 'mentor',
        times: 1,
        firstOn: '2026-05-10',
        lastOn: '2026-05-10',
        programs: null,
        conclusions: null,
        ikm: 8500,
        ikmChange: 417,
        suppressed: false,
      },
      {
        leaderId: 'kadis',
        unitId: 'loket',
        role: 'open',
        times: 2,
        firstOn: '2026-03-10',
        lastOn: '2026-05-10',
        programs: 'p',
        conclusions: 'effective',
        ikm: 8500,
        ikmChange: 417,
        suppressed: false,
      },
    ]);
    expect((await ask(leaderPanel, past, '2026-05-09')).map(({ role, times }) => [role, times])).toEqual([
      ['facilitate', 1],
      ['open', 1],
    ]);
    expect(await ask(leaderPanel, past, '2026-02-01')).toHaveLength(1);
    expect(await ask(leaderPanel, past, '2026-01-31')).toEqual([]);
  });

  it('shows a conclusion from its day on, and compares with the last index before the involvement', async () => {
    const past = [
      planned(),
      concluded(),
      planned({}, 'under-way'),
      survey('s0', { period: { from: '2024-01-01', to: '2024-12-31' }, ikm: 7000 }),
      survey('s1', { period: { from: '2025-01-01', to: '2025-12-31' }, n: 5 }),
      survey('s2', { period: { from: '2026-01-01', to: '2026-06-30' }, ikm: 8500, n: 5 }),
      involved('i1', 'open', '2026-03-10', { unitId: 'loket', programId: 'p' }),
    ];
    const conclusions = async (day: string) => (await ask(leaderPanel, past, day))[0]?.conclusions;
    expect(await conclusions('2026-07-05')).toBeNull();
    expect(await conclusions('2026-07-06')).toBe('effective');
    expect((await ask(leaderPanel, past, '2026-07-06'))[0]).toMatchObject({ ikm: 8500, ikmChange: 417 });
  });

  it('compares with no index from after the involvement began, nor with one that may not be told', async () => {
    const early = involved('i1', 'open', '2025-12-31', { unitId: 'loket' });
    expect((await ask(leaderPanel, [before, after, early], '2026-07-31'))[0]).toMatchObject({
      ikm: 8500,
      ikmChange: null,
    });
    const few = survey('s1', { period: { from: '2025-01-01', to: '2025-12-31' }, n: 4 });
    const late = involved('i1', 'open', '2026-03-01', { unitId: 'loket' });
    expect((await ask(leaderPanel, [few, after, late], '2026-07-31'))[0]).toMatchObject({ ikm: 8500, ikmChange: null });
    expect((await ask(leaderPanel, [few, late], '2026-07-31'))[0]).toMatchObject({ ikm: null, suppressed: true });
  });
});
