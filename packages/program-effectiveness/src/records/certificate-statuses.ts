import { CertificateIssued, CertificateRevoked } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface CertificateRow {
  readonly certificateId: string;
  /** The event by which it was issued; null until then. */
  eventId: string | null;
  employeeId: string;
  programId: string;
  /** Instants. */
  issuedAt: string | null;
  revokedAt: string | null;
  /** The event by which it was revoked. */
  revocationId: string | null;
}

/** The certificates, keyed by certificate. */
export const certificateStatuses = projection({
  name: 'certificate-statuses',
  version: 1,
  events: [CertificateIssued, CertificateRevoked],
  initial: (certificateId): CertificateRow => ({
    certificateId,
    eventId: null,
    employeeId: '',
    programId: '',
    issuedAt: null,
    revokedAt: null,
    revocationId: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    CertificateIssued: (certificate, { id, occurredAt, data }) => {
      certificate.eventId = id;
      certificate.employeeId = data.employeeId;
      certificate.programId = data.programId;
      certificate.issuedAt = occurredAt;
      return certificate;
    },
    CertificateRevoked: (certificate, { id, occurredAt }) => {
      certificate.revokedAt = occurredAt;
      certificate.revocationId = id;
      return certificate;
    },
  },
});
