import { describeProjectionLaws, givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, it } from 'vitest';
import { evidenceKey, evidenceUsed } from '../../src/registers/evidence-used.js';
import { lawData } from '../governance/fixtures.js';
import { certificateIssued, claim, claimed, claimRejected } from '../train/fixtures.js';

const ledger = 'jpLedger-employee-1-2026';
const key = evidenceKey('employee-1', claim.evidenceHash);
const none = { claimIds: [], rejectedClaimIds: [], certificateIds: [] };

describe('the register of the evidence of a person', () => {
  it('names the claims and the certificates that rest on a document, over all years', () =>
    givenEvents(evidenceUsed, [
      ['jpLedger-employee-1-2025', claimed({ claimId: 'claim-0', year: 2025 })],
      [ledger, claimed()],
      ['certificate-1', certificateIssued({ documentHash: claim.evidenceHash })],
    ]).thenRow(key, { ...none, claimIds: ['claim-0', 'claim-1'], certificateIds: ['1'] }));

  it('keeps a rejected claim apart', () =>
    givenEvents(evidenceUsed, [
      [ledger, claimed()],
      [ledger, claimed({ claimId: 'claim-2' })],
      [ledger, claimRejected()],
    ]).thenRow(key, { ...none, claimIds: ['claim-2'], rejectedClaimIds: ['claim-1'] }));

  it('tells two people with one document apart', async () => {
    const view = givenEvents(evidenceUsed, [
      [ledger, claimed()],
      ['jpLedger-employee-2-2026', claimed({ claimId: 'claim-2', employeeId: 'employee-2' })],
    ]);
    await view.thenRow(key, { ...none, claimIds: ['claim-1'] });
    await view.thenRow(evidenceKey('employee-2', claim.evidenceHash), { ...none, claimIds: ['claim-2'] });
  });
});

describeProjectionLaws('evidenceUsed', evidenceUsed, { streams: () => [ledger, 'certificate-1'], override: lawData });
