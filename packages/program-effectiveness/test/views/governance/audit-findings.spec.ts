import { AuditFindingClosed, AuditFindingRaised } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { auditFindings } from '../../../src/index.js';
import { ask, on } from '../../fixtures.js';

const auditor = { subjectId: 'auditor' };
const raised = (findingId: string, due: string): GivenEvent => [
  `audit-${findingId}`,
  AuditFindingRaised.of({
    target: { stream: 'program-p', revision: 3 },
    criterion: 'R25',
    severity: 'high',
    concerns: [],
    due,
    raisedBy: auditor,
  }),
  on('2026-03-01'),
];
const closed = (findingId: string, day: string): GivenEvent => [
  `audit-${findingId}`,
  AuditFindingClosed.of({
    concerns: [],
    followUpRefs: ['LHP-2', 'LHP-1'],
    reason: { code: 'followedUp' },
    closedBy: auditor,
  }),
  on(day),
];

describe('AuditFindings', () => {
  it('puts the late ones first, then the open, then the closed', async () => {
    const past = [
      raised('tutup', '2026-04-01'),
      closed('tutup', '2026-04-03'),
      raised('terbuka', '2026-06-30'),
      raised('lambat', '2026-06-20'),
    ];
    const lines = await ask(auditFindings, past, '2026-06-30');
    expect(lines.map(({ findingId, state, daysLate }) => [findingId, state, daysLate])).toEqual([
      ['lambat', 'late', 10],
      ['terbuka', 'open', 0],
      ['tutup', 'closed', 2],
    ]);
    expect(lines[2]).toEqual({
      findingId: 'tutup',
      stream: 'program-p',
      revision: 3,
      criterion: 'R25',
      severity: 'high',
      raisedOn: '2026-03-01',
      due: '2026-04-01',
      state: 'closed',
      daysLate: 2,
      closedOn: '2026-04-03',
      reason: 'followedUp',
      followUps: 'LHP-1 LHP-2',
    });
  });

  it('shows a finding as it stood on the day', async () => {
    const past = [raised('f', '2026-04-01'), closed('f', '2026-04-03')];
    const state = async (day: string) => (await ask(auditFindings, past, day)).map((line) => line.state);
    expect(await state('2026-02-28')).toEqual([]);
    expect(await state('2026-03-01')).toEqual(['open']);
    expect(await state('2026-04-01')).toEqual(['open']);
    expect(await state('2026-04-03')).toEqual(['closed']);
    expect((await ask(auditFindings, past, '2026-04-02'))[0]).toMatchObject({
      state: 'late',
      daysLate: 1,
      closedOn: null,
      reason: null,
    });
  });
});
