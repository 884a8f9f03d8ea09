import { idOf, projection } from '@pembinaan/event-sourcing';
import { CertificateIssued } from '../train/certificate/events.js';

/** The key of a certificate number within its issuer. */
export function certificateKey(issuer: string, number: string): string {
  return JSON.stringify([issuer, number]);
}

/** Which certificates bear a number of an issuer (R20). */
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

/** The certificate of a participant of a batch (R20: one outcome, one certificate). */
export const participantCertificates = projection({
  name: 'participant-certificates',
  version: 1,
  events: [CertificateIssued],
  initial: (): { certificateIds: string[] } => ({ certificateIds: [] }),
  key: (event) => participantKey(event.data.batchId, event.data.employeeId),
  on: {
    CertificateIssued: (row, event) => {
      row.certificateIds.push(idOf(event.stream));
      return row;
    },
  },
});

/** The key of a participant within a batch. */
export function participantKey(batchId: string, employeeId: string): string {
  return `${batchId}/${employeeId}`;
}
