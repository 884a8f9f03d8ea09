import { CertificateIssued, CertificateRevoked, ExternalSyncRecorded } from '@pembinaan/core';
import { type GivenEvent, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { siasnOutbox } from '../../../src/index.js';
import { ask, by, hash, on } from '../../fixtures.js';

const issued = (certificateId: string): GivenEvent => [
  `certificate-${certificateId}`,
  CertificateIssued.of({
    employeeId: 'ani',
    programId: 'p',
    batchId: 'b',
    number: `No ${certificateId}`,
    issuer: 'BKPSDM (rekaan)',
    form: 'KL03',
    jp: 1000,
    period: { from: '2026-03-10', to: '2026-03-11' },
    documentHash: hash,
    issuedBy: by,
  }),
  on('2026-03-20'),
];
const revoked = (certificateId: string): GivenEvent => [
  `certificate-${certificateId}`,
  CertificateRevoked.of({
    employeeId: 'ani',
    programId: 'p',
    batchId: 'b',
    reason: { code: 'issuedInError' },
    revokedBy: by,
  }),
  on('2026-05-01'),
];
const issueId = (certificateId: string) => historyEventId(`certificate-${certificateId}`, 0);
const revocationId = (certificateId: string) => historyEventId(`certificate-${certificateId}`, 1);

const sent = (
  eventId: string | undefined,
  outcome: 'accepted' | 'rejected' | 'differs',
  day: string,
  some: Partial<Parameters<typeof ExternalSyncRecorded.of>[0]> = {},
): GivenEvent => [
  'sync-siasn',
  ExternalSyncRecorded.of({
    system: 'siasn',
    direction: 'sent',
    what: 'certificate',
    ...(eventId === undefined ? {} : { eventId }),
    externalRef: 'ref-1',
    outcome,
    differingFields: outcome === 'differs' ? ['tanggalKursus', 'jumlahJam'] : [],
    recordedBy: by,
    ...some,
  }),
  on(day),
];
const statesOf = async (past: readonly GivenEvent[]) =>
  (await ask(siasnOutbox, past, '2026-06-30')).map(({ certificateId, state }) => [certificateId, state]);

describe('SiasnOutbox', () => {
  it('tells of each certificate whether it was sent, and how it stands there', async () => {
    const past = [
      issued('c1'),
      issued('c2'),
      sent(issueId('c2'), 'rejected', '2026-04-01'),
      sent(issueId('c2'), 'differs', '2026-04-02'),
    ];
    expect(await ask(siasnOutbox, past, '2026-06-30')).toEqual([
      {
        what: 'certificate',
        certificateId: 'c1',
        eventId: issueId('c1'),
        employeeId: 'ani',
        state: 'notSent',
        issuedOn: '2026-03-20',
        sentOn: null,
        attempts: 0,
        externalRef: null,
        differingFields: null,
      },
      {
        what: 'certificate',
        certificateId: 'c2',
        eventId: issueId('c2'),
        employeeId: 'ani',
        state: 'differs',
        issuedOn: '2026-03-20',
        sentOn: '2026-04-02',
        attempts: 2,
        externalRef: 'ref-1',
        differingFields: 'jumlahJam tanggalKursus',
      },
    ]);
    expect(await ask(siasnOutbox, past, '2026-03-19')).toEqual([]);
    expect(await ask(siasnOutbox, past, '2026-03-20')).toHaveLength(2);
  });

  it('asks to withdraw what was revoked here and is still there', async () => {
    const gone = [issued('c'), sent(issueId('c'), 'accepted', '2026-04-01'), revoked('c')];
    expect(await statesOf(gone)).toEqual([['c', 'withdraw']]);
    expect((await ask(siasnOutbox, gone, '2026-06-30'))[0]?.eventId).toBe(revocationId('c'));
    expect(await statesOf([...gone, sent(revocationId('c'), 'rejected', '2026-05-02')])).toEqual([['c', 'withdraw']]);
    expect(await statesOf([...gone, sent(revocationId('c'), 'accepted', '2026-05-02')])).toEqual([]);
  });

  it('has nothing to do for what was revoked before it was ever there', async () => {
    expect(await statesOf([issued('c'), revoked('c')])).toEqual([]);
    expect(await statesOf([issued('c'), sent(issueId('c'), 'rejected', '2026-04-01'), revoked('c')])).toEqual([]);
  });

  it('lists other records that were sent, and nothing that was received or went elsewhere', async () => {
    const skp = { what: 'skp', externalRef: 'skp-1' };
    const credit = historyEventId('jpLedger-ani-2026', 0);
    expect(await statesOf([sent(credit, 'accepted', '2026-04-01', skp), issued('c')])).toEqual([
      ['c', 'notSent'],
      [null, 'accepted'],
    ]);
    expect(await statesOf([sent(undefined, 'accepted', '2026-04-01', skp)])).toEqual([[null, 'accepted']]);
    expect(await statesOf([sent(undefined, 'accepted', '2026-04-01', { ...skp, direction: 'received' })])).toEqual([]);
    expect(await statesOf([sent(undefined, 'accepted', '2026-04-01', { ...skp, system: 'simpeg' })])).toEqual([]);
  });
});
