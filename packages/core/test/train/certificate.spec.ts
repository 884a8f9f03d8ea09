import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { batchState } from '../../src/train/batch/index.js';
import {
  CertificateIssued,
  CertificateRevoked,
  certificate,
  certificateState,
  IssueCertificate,
  RevokeCertificate,
} from '../../src/train/certificate/index.js';
import { JpClaimRejected, JpClaimSubmitted } from '../../src/train/jp-ledger/events.js';
import { jpLedgerState } from '../../src/train/jp-ledger/state.js';
import { HASH, lawData } from '../governance/fixtures.js';
import {
  attended,
  batchCancelled,
  batchCompleted,
  nominated,
  outcome,
  schedule,
  scheduled,
  scored,
  takesPart,
} from './fixtures.js';

const employeeId = 'employee-1';
const wish = {
  employeeId,
  batchId: 'batch-1',
  number: '017/PKP/2026',
  issuer: 'BKPSDM',
  documentHash: HASH,
};
const issued = (details = {}) =>
  CertificateIssued.of({
    ...wish,
    programId: 'program-1',
    form: 'KL03',
    jp: 2000,
    period: schedule.period,
    issuedBy: { subjectId: 'subject-1' },
    ...details,
  });

const revoked = (details = {}) =>
  CertificateRevoked.of({
    employeeId,
    programId: 'program-1',
    batchId: 'batch-1',
    reason: { code: 'issuedInError' },
    revokedBy: { subjectId: 'subject-2' },
    ...details,
  });

const history = [scheduled(), ...takesPart(employeeId), outcome(employeeId, 'completed')];
const begun = given(certificate).and(batchState, 'batch-1', history);

describe('IssueCertificate', () => {
  it('R20 issues a certificate with programme, form, JP and period of the batch', () =>
    begun.when(IssueCertificate(wish)).then([issued()]));

  it('R20 issues it after the batch was completed too', () =>
    given(certificate)
      .and(batchState, 'batch-1', [...history, batchCompleted])
      .when(IssueCertificate(wish))
      .then([issued()]));

  it.each([
    ['was not nominated', []],
    ['is nominated', [nominated(employeeId)]],
    ['is confirmed and without an outcome', takesPart(employeeId)],
    ['did not complete', [...takesPart(employeeId), outcome(employeeId, 'notCompleted')]],
    ['withdrew', [...takesPart(employeeId), outcome(employeeId, 'withdrawn')]],
    ['completed until a correction', [...history.slice(1), outcome(employeeId, 'notCompleted')]],
  ])('R20 refuses a certificate to somebody who %s', async (_name, events) => {
    await given(certificate)
      .and(batchState, 'batch-1', [scheduled(), ...events])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'notCompleted');
  });

  it('R20 refuses a certificate where the corrected records contradict the outcome', async () => {
    for (const records of [[attended(employeeId, 's1', 0)], [scored(employeeId, 'post', 1, 6999)]]) {
      await given(certificate)
        .and(batchState, 'batch-1', [...history, ...records])
        .when(IssueCertificate(wish))
        .thenRefused('R20', 'disproved');
    }
    await given(certificate)
      .and(batchState, 'batch-1', [...history, attended(employeeId, 's1'), scored(employeeId, 'post', 1, 7000)])
      .when(IssueCertificate(wish))
      .then([issued()]);
  });

  it('R20 refuses a document with which the person has claimed JP, until the claim is rejected', async () => {
    const claim = JpClaimSubmitted.of({
      claimId: 'claim-1',
      employeeId,
      year: 2026,
      form: 'KL08',
      days: [{ date: '2026-05-11', minutes: 300 }],
      international: false,
      jpOnCertificate: 2000,
      evidenceHash: HASH,
      inWorkingHours: true,
      submittedBy: { subjectId: employeeId },
    });
    const rejected = JpClaimRejected.of({
      claimId: 'claim-1',
      employeeId,
      evidenceHash: HASH,
      reason: { code: 'duplicate' },
      rejectedBy: { subjectId: 'verifier-1' },
    });
    await begun
      .and(jpLedgerState, 'employee-1-2026', [claim])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'documentClaimed');
    await begun.and(jpLedgerState, 'employee-1-2026', [claim, rejected]).when(IssueCertificate(wish)).then([issued()]);
  });

  it('G02 refuses a certificate of a batch that there is not', () =>
    given(certificate).when(IssueCertificate(wish)).thenRefused('G02', 'notFound'));

  it('G02 refuses a certificate of a batch that was cancelled', () =>
    given(certificate)
      .and(batchState, 'batch-1', [...history, batchCancelled])
      .when(IssueCertificate(wish))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to issue one certificate twice', () =>
    given(certificate, [issued()]).when(IssueCertificate(wish)).thenRefused('G02', 'alreadyExists'));

  it('R20 refuses a number that its issuer has used, and says for which certificate', async () => {
    const { rejection } = await begun
      .and(certificateState, 'certificate-2', [issued({ employeeId: 'employee-2', batchId: 'batch-2' })])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'numberTaken');
    expect(rejection.data).toEqual({ certificateId: 'certificate-2' });
  });

  it('R20 accepts a number that another issuer has used', () =>
    begun
      .and(certificateState, 'certificate-2', [
        issued({ employeeId: 'employee-2', batchId: 'batch-2', issuer: 'Universitas' }),
      ])
      .when(IssueCertificate(wish))
      .then([issued()]));

  it('R20 refuses a second certificate for one participant of a batch', () =>
    begun
      .and(certificateState, 'certificate-2', [issued({ number: '016/PKP/2026' })])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'alreadyIssued'));

  it('R20 accepts a certificate for another batch of the same person', () =>
    begun
      .and(certificateState, 'certificate-2', [issued({ number: '016/PKP/2026', batchId: 'batch-2' })])
      .when(IssueCertificate(wish))
      .then([issued()]));

  it('R20 accepts a new certificate, under another number, once the first was revoked', () =>
    begun
      .and(certificateState, 'certificate-2', [issued({ number: '016/PKP/2026' }), revoked()])
      .when(IssueCertificate(wish))
      .then([issued()]));

  it('R20 refuses the number of a certificate that was revoked', () =>
    begun
      .and(certificateState, 'certificate-2', [issued(), revoked()])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'numberTaken'));

  it('R20 refuses a third certificate while the second is valid', () =>
    begun
      .and(certificateState, 'certificate-2', [issued({ number: '015/PKP/2026' }), revoked()])
      .and(certificateState, 'certificate-3', [issued({ number: '016/PKP/2026' })])
      .when(IssueCertificate(wish))
      .thenRefused('R20', 'alreadyIssued'));

  it('G02 refuses to issue a revoked certificate anew under its own id', () =>
    given(certificate, [issued(), revoked()]).when(IssueCertificate(wish)).thenRefused('G02', 'alreadyExists'));

  it('R20 refuses the participant as the issuer', () =>
    begun.when(IssueCertificate({ ...wish, issuer: employeeId })).thenRefused('R20', 'issuerIsParticipant'));

  it('R02 refuses that participants issue their own certificates', () =>
    begun.as(employeeId).when(IssueCertificate(wish)).thenRefused('R02', 'samePerson'));

  it('R04 refuses that participants type their own certificates for somebody else', () =>
    begun
      .as(employeeId)
      .when(IssueCertificate(wish), { onBehalfOf: 'official-1' })
      .thenRefused('R04', 'throughOperator'));
});

describe('RevokeCertificate', () => {
  const revoke = RevokeCertificate({ reason: { code: 'issuedInError' } });
  const held = given(certificate, [issued({ issuedBy: { subjectId: 'issuer-1', operatorId: 'operator-1' } })]);

  it('revokes a certificate, with a reason, and says of whom and of which batch it was', () =>
    held.as('subject-2').when(revoke).then([revoked()]));

  it('G02 refuses to revoke what was never issued', () =>
    given(certificate).when(revoke).thenRefused('G02', 'notFound'));

  it('G02 refuses to revoke a certificate twice', () =>
    given(certificate, [issued(), revoked()]).as('subject-2').when(revoke).thenRefused('G02', 'wrongStatus'));

  it.each([
    ['whoever issued it', 'issuer-1'],
    ['the participant', employeeId],
  ])('R02 refuses the revocation by %s', async (_name, subjectId) => {
    await held.as(subjectId).when(revoke).thenRefused('R02', 'samePerson');
  });

  it.each([
    ['whoever issued it', 'issuer-1'],
    ['the operator who typed the issue', 'operator-1'],
    ['the participant', employeeId],
  ])('R04 refuses a revocation that %s types for somebody else', async (_name, subjectId) => {
    await held.as(subjectId).when(revoke, { onBehalfOf: 'subject-2' }).thenRefused('R04', 'throughOperator');
  });

  it('R09 refuses the reason `other` without a text, and accepts it with one', async () => {
    const reason = { code: 'other' as const };
    const said = { ...reason, text: 'The batch was held twice' };
    await held.as('subject-2').when(RevokeCertificate({ reason })).thenRefused('R09', 'textMissing');
    await held
      .as('subject-2')
      .when(RevokeCertificate({ reason: said }))
      .then([revoked({ reason: said })]);
  });
});

describeLaws('certificate', certificate, { override: lawData, runs: 25 });
