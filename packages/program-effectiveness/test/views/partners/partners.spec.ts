import { PartnerAgreementEnded, ResourcePersonAssigned, WorkplaceLearningAssigned } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { partnerContribution, partnerRegister, resourceFromPartners } from '../../../src/index.js';
import { agreement, ask, by, cancelled, ceiling, material, outcome, scheduled, seated } from '../../fixtures.js';

const ended = (partnerId: string, agreementId: string, day: string): GivenEvent => [
  `partner-${partnerId}`,
  PartnerAgreementEnded.of({ agreementId, on: day, reason: { code: 'notFulfilled' }, rating: 2, endedBy: by }),
];
const speaker = (batchId: string, origin: 'internal' | 'university'): GivenEvent => [
  `batch-${batchId}`,
  ResourcePersonAssigned.of({ programId: 'p', subjectId: origin, origin, sessionIds: ['s1'], assignedBy: by }),
];
const hosted = (id: string, partnerId: string): GivenEvent => [
  `workplaceLearning-${id}`,
  WorkplaceLearningAssigned.of({
    employeeId: 'ani',
    form: 'NKL12',
    host: { kind: 'partner', partnerId },
    hostMentorId: 'dosen',
    period: { from: '2026-04-01', to: '2026-04-30' },
    objectives: ['belajar'],
    international: false,
    jp: 2000,
    aboveCeiling: false,
    assignedBy: by,
  }),
];

describe('PartnerRegister', () => {
  it('shows each agreement as it stands on the day, with the rating once it has ended', async () => {
    const past = [
      agreement('univ', 'a1', { level: 'mou', contribution: [] }),
      agreement('univ', 'a2'),
      ended('univ', 'a2', '2026-06-01'),
    ];
    const univ = { partnerId: 'univ', kind: 'university', from: '2026-01-01', to: '2026-12-31' };
    expect(await ask(partnerRegister, past, '2026-06-30')).toEqual([
      {
        ...univ,
        agreementId: 'a1',
        level: 'mou',
        contribution: null,
        standing: 'inForce',
        daysLeft: 184,
        endedOn: null,
        endReason: null,
        rating: null,
      },
      {
        ...univ,
        agreementId: 'a2',
        level: 'pks',
        contribution: 'material speakers',
        standing: 'ended',
        daysLeft: null,
        endedOn: '2026-06-01',
        endReason: 'notFulfilled',
        rating: 2,
      },
    ]);
  });

  it('holds from its first to its last day, and until the day before it is ended', async () => {
    const past = [agreement('univ', 'a'), ended('univ', 'a', '2026-06-01')];
    const standing = async (day: string) => (await ask(partnerRegister, past, day))[0]?.standing;
    expect(await standing('2025-12-31')).toBe('notYet');
    expect(await standing('2026-01-01')).toBe('inForce');
    expect(await standing('2026-05-31')).toBe('inForce');
    expect(await standing('2026-06-01')).toBe('ended');
    const lapsed = async (day: string) => (await ask(partnerRegister, [agreement('univ', 'a')], day))[0]?.standing;
    expect([await lapsed('2026-12-31'), await lapsed('2027-01-01')]).toEqual(['inForce', 'expired']);
  });
});

describe('PartnerContribution', () => {
  it('sets what came of a partnership beside what was promised', async () => {
    const past = [
      agreement('univ', 'a'),
      scheduled('b', { partnerId: 'univ' }),
      ...seated('b', 'ani', 'loket'),
      outcome('b', 'ani'),
      ...seated('b', 'budi', 'loket'),
      scheduled('gone', { partnerId: 'univ' }),
      cancelled('gone'),
      material('modul', { coAuthorPartnerId: 'univ' }),
      material('modul', { version: 2, coAuthorPartnerId: 'univ' }),
      material('sendiri'),
      hosted('w', 'univ'),
    ];
    expect(await ask(partnerContribution, past, '2026-06-30')).toEqual([
      {
        partnerId: 'univ',
        kind: 'university',
        pksInForce: true,
        promised: 'material speakers',
        batches: 1,
        completed: 1,
        materials: 2,
        hosted: 1,
      },
    ]);
  });

  it('shows a partner without a valid agreement too, and one that gave nothing', async () => {
    const past = [agreement('lsm', 'a', { level: 'mou', kind: 'ngo' }), hosted('w', 'swasta')];
    const lines = await ask(partnerContribution, past, '2026-06-30');
    expect(lines.map(({ partnerId, kind, pksInForce, hosted: n }) => [partnerId, kind, pksInForce, n])).toEqual([
      ['lsm', 'ngo', false, 0],
      ['swasta', null, false, 1],
    ]);
  });
});

describe('ResourceFromPartners', () => {
  it('sums what partners promise and give, by resource', async () => {
    const past = [
      agreement('univ', 'a1'),
      agreement('univ', 'a2', { contribution: ['speakers', 'venue'] }),
      agreement('lsm', 'a3', { contribution: ['speakers', 'funds'] }),
      agreement('lama', 'a4', { contribution: ['hosting'], period: { from: '2025-01-01', to: '2025-12-31' } }),
      scheduled('b'),
      speaker('b', 'university'),
      speaker('b', 'internal'),
      material('modul', { coAuthorPartnerId: 'univ' }),
      hosted('w', 'lama'),
      ceiling(50_000_000, { agencyId: 'dana', source: 'partner' }),
      ceiling(90_000_000),
    ];
    expect(await ask(resourceFromPartners, past, '2026-06-30')).toEqual([
      { resource: 'speakers', agreements: 3, partners: 2, given: 1, unit: 'assignments' },
      { resource: 'material', agreements: 1, partners: 1, given: 1, unit: 'versions' },
      { resource: 'venue', agreements: 1, partners: 1, given: null, unit: null },
      { resource: 'funds', agreements: 1, partners: 1, given: 50_000_000, unit: 'rupiah' },
      { resource: 'hosting', agreements: 0, partners: 0, given: 1, unit: 'placements' },
    ]);
  });

  it('leaves out a resource that nobody promises or gives', async () =>
    expect(await ask(resourceFromPartners, [scheduled('b'), speaker('b', 'internal')], '2026-06-30')).toEqual([]));
});
