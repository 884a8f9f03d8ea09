import { idOf, projection } from '@pembinaan/event-sourcing';
import { CertificateIssued, CertificateRevoked } from '../train/certificate/events.js';

/** The key of a certificate number within its issuer. */
export function certificateKey(issuer: string, number: string): string {
  return JSON.stringify([issuer, number]);
}

/** Which certificates bear a number of an issuer (R20); the number of a revoked one stays used. */
export const certificateNumbers = projection({
  name: 'certificate-numbers',
  version: 1,
  events: [CertificateIssued],
  initial: (): { certificateIds: string[] } => ({ certificateIds: [] }),
  key: (event) => certificateKey(event.data.issuer, event.data.number),
  on: {
    CertificateIssued: (row, event) => {
      row.certificateIds.push(idOf(event.stream));
      return row;
    },
  },
});

/**
 * The certificates of a participant of a batch: those that are valid (R20: one outcome, one certificate), and those that were revoked
 * (R22: who has no other earns nothing).
 */
export const participantCertificates = projection({
  name: 'participant-certificates',
  version: 2,
  events: [CertificateIssued, CertificateRevoked],
  initial: (): { certificateIds: string[]; revokedIds: string[] } => ({ certificateIds: [], revokedIds: [] }),
  key: (event) => participantKey(event.data.batchId, event.data.employeeId),
  on: {
    CertificateIssued: (row, event) => {
      row.certificateIds.push(idOf(event.stream));
      return row;
    },
    CertificateRevoked: (row, event) => {
      const revoked = idOf(event.stream);
      row.certificateIds = row.certificateIds.filter((certificateId) => certificateId !== revoked);
      row.revokedIds.push(revoked);
      return row;
    },
  },
});

/** The key of a participant within a batch. */
export function participantKey(batchId: string, employeeId: string): string {
  return `${batchId}/${employeeId}`;
}
