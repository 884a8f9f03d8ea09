import { describeProjectionLaws, givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, it } from 'vitest';
import {
  certificateKey,
  certificateNumbers,
  participantCertificates,
  participantKey,
} from '../../src/registers/certificate-numbers.js';
import { lawData } from '../governance/fixtures.js';
import { certificateIssued, certificateRevoked } from '../train/fixtures.js';

const first = ['certificate-a', certificateIssued()] as const;
const second = ['certificate-b', certificateIssued({ number: '018/PKP/2026' })] as const;
const revoked = ['certificate-a', certificateRevoked()] as const;
const of = participantKey('batch-1', 'employee-1');

describe('the register of certificate numbers', () => {
  it('keeps the number of a revoked certificate used', () =>
    givenEvents(certificateNumbers, [first, revoked]).thenRow(certificateKey('BKPSDM', '017/PKP/2026'), {
      certificateIds: ['a'],
    }));
});

describe('the register of the certificates of a participant', () => {
  it('lists those that are valid', () =>
    givenEvents(participantCertificates, [first, second]).thenRow(of, { certificateIds: ['a', 'b'], revokedIds: [] }));

  it('keeps a revoked one apart', () =>
    givenEvents(participantCertificates, [first, second, revoked]).thenRow(of, {
      certificateIds: ['b'],
      revokedIds: ['a'],
    }));

  it('keeps each batch and each person apart', async () => {
    const view = givenEvents(participantCertificates, [
      first,
      ['certificate-c', certificateIssued({ batchId: 'batch-2' })],
      ['certificate-d', certificateIssued({ employeeId: 'employee-2' })],
      ['certificate-c', certificateRevoked({ batchId: 'batch-2' })],
    ]);
    await view.thenRow(of, { certificateIds: ['a'], revokedIds: [] });
    await view.thenRow(participantKey('batch-2', 'employee-1'), { certificateIds: [], revokedIds: ['c'] });
    await view.thenRow(participantKey('batch-1', 'employee-2'), { certificateIds: ['d'], revokedIds: [] });
  });
});

describeProjectionLaws('certificateNumbers', certificateNumbers, {
  streams: () => ['certificate-a'],
  override: lawData,
});
describeProjectionLaws('participantCertificates', participantCertificates, {
  streams: () => ['certificate-a', 'certificate-b'],
  override: lawData,
});
