import { describe, expect, it } from 'vitest';
import { certificatesAtOdds, expiringCertificates } from '../../src/index.js';
import {
  ask,
  batchCancelled,
  certified,
  confirmed,
  correcting,
  outcome,
  passed,
  pns,
  registered,
  revoked,
  separated,
  since,
} from '../fixtures.js';

const ON = '2026-06-30';

describe('ExpiringCertificates', () => {
  const first = certified('c1', 'a', 'b1', '2025-02-01', { validUntil: '2026-07-10' });

  it('lists what runs out, the most urgent first, with the days that are left', async () => {
    const lapsed = certified('c2', 'a', 'b2', '2024-02-01', { validUntil: '2026-06-29', programId: 'q' });
    const open = certified('c3', 'a', 'b3', '2024-02-01', { programId: 'r' });
    expect(await ask(expiringCertificates, [...pns('a', 'loket'), first, lapsed, open], ON)).toEqual([
      {
        validUntil: '2026-06-29',
        daysLeft: -1,
        unitId: 'loket',
        employeeId: 'a',
        certificateId: 'c2',
        number: 'NO/c2',
        issuer: 'Balai (rekaan)',
        programId: 'q',
        state: 'lapsed',
      },
      {
        validUntil: '2026-07-10',
        daysLeft: 10,
        unitId: 'loket',
        employeeId: 'a',
        certificateId: 'c1',
        number: 'NO/c1',
        issuer: 'Balai (rekaan)',
        programId: 'p',
        state: 'valid',
      },
    ]);
  });

  it('is valid on its last day', async () => {
    const states = async (on: string) =>
      (await ask(expiringCertificates, [...pns('a', 'loket'), first], on)).map(({ state }) => state);
    expect(await states('2026-07-10')).toEqual(['valid']);
    expect(await states('2026-07-11')).toEqual(['lapsed']);
    expect(await states('2025-02-01')).toEqual(['valid']);
    expect(await states('2025-01-31')).toEqual([]);
  });

  it('leaves out what was renewed, and what was revoked', async () => {
    const longer = certified('c2', 'a', 'b2', '2026-06-01', { validUntil: '2028-06-01' });
    const forEver = certified('c2', 'a', 'b2', '2026-06-01');
    const ids = async (...lines: Parameters<typeof ask>[1]) =>
      (await ask(expiringCertificates, [...pns('a', 'loket'), first, ...lines], ON)).map((line) => line.certificateId);
    expect(await ids(longer)).toEqual(['c2']);
    expect(await ids(forEver)).toEqual([]);
    expect(await ids(longer, revoked('c2', 'a', 'b2'))).toEqual(['c1']);
    expect(await ids(revoked('c1', 'a', 'b1'))).toEqual([]);
  });

  it('leaves out who has left', async () => {
    expect(await ask(expiringCertificates, [...pns('a', 'loket'), first, separated('a', ON)], ON)).toEqual([]);
  });
});

describe('CertificatesAtOdds', () => {
  const lines = [...pns('a', 'loket'), ...passed('b1', 'a', '2026-02-01'), certified('c1', 'a', 'b1', '2026-02-01')];
  const undone = correcting(outcome('b1', 'a', 'notCompleted', 4000), 1);

  it('finds nothing while the outcome stands', async () => {
    expect(await ask(certificatesAtOdds, lines, ON)).toEqual([]);
  });

  it('R20 finds a certificate whose outcome was corrected, until it is revoked', async () => {
    expect(await ask(certificatesAtOdds, [...lines, undone], ON)).toEqual([
      {
        unitId: 'loket',
        employeeId: 'a',
        certificateId: 'c1',
        number: 'NO/c1',
        issuer: 'Balai (rekaan)',
        programId: 'p',
        batchId: 'b1',
        jp: 2000,
        outcome: 'notCompleted',
      },
    ]);
    expect(await ask(certificatesAtOdds, [...lines, undone, revoked('c1', 'a', 'b1')], ON)).toEqual([]);
  });

  it('accuses nobody before the outcome was decided, on the days between the end of the training and the decision', async () => {
    const late = [
      ...pns('a', 'loket'),
      since('2026-01-20', confirmed('b1', 'a', '2026-02-01')),
      since('2026-02-10', outcome('b1', 'a', 'completed', 8000)),
      since('2026-02-12', certified('c1', 'a', 'b1', '2026-02-01')),
    ];
    for (const on of ['2026-02-05', '2026-02-11', ON]) expect(await ask(certificatesAtOdds, late, on)).toEqual([]);
  });

  it('finds one of a batch in which the person has no part that is known', async () => {
    const certificate = certified('c1', 'a', 'b1', '2026-02-01');
    expect(await ask(certificatesAtOdds, [registered('a'), certificate], ON)).toMatchObject([
      { unitId: null, employeeId: 'a', outcome: null },
    ]);
    // Who was neither registered, placed nor named as a mentor is not in the list of people.
    expect(await ask(certificatesAtOdds, [certificate], ON)).toEqual([]);
  });

  it('is not misled by a cancellation after the outcome', async () => {
    expect(await ask(certificatesAtOdds, [...lines, batchCancelled('b1', 'a')], ON)).toEqual([]);
  });
});
