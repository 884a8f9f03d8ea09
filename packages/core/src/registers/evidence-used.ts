import { idOf, projection } from '@pembinaan/event-sourcing';
import { CertificateIssued } from '../train/certificate/events.js';
import { JpClaimRejected, JpClaimSubmitted } from '../train/jp-ledger/events.js';

/** What rests on a document of a person: claims of JP, rejected ones apart, and certificates. */
export interface EvidenceUse {
  readonly claimIds: string[];
  readonly rejectedClaimIds: string[];
  /** Also those that were revoked: their document proves nothing. */
  readonly certificateIds: string[];
}

/** The key of a document of a person, by its SHA-256. */
export function evidenceKey(employeeId: string, evidenceHash: string): string {
  return `${employeeId}/${evidenceHash}`;
}

/** Where a person used a document as evidence, over all years (R22: the same evidence earns JP once). */
export const evidenceUsed = projection({
  name: 'evidence-used',
  version: 1,
  events: [JpClaimSubmitted, JpClaimRejected, CertificateIssued],
  initial: (): EvidenceUse => ({ claimIds: [], rejectedClaimIds: [], certificateIds: [] }),
  key: ({ data }) => evidenceKey(data.employeeId, 'evidenceHash' in data ? data.evidenceHash : data.documentHash),
  on: {
    JpClaimSubmitted: (row, { data }) => {
      row.claimIds.push(data.claimId);
      return row;
    },
    JpClaimRejected: (row, { data }) => ({
      ...row,
      claimIds: row.claimIds.filter((claimId) => claimId !== data.claimId),
      rejectedClaimIds: [...row.rejectedClaimIds, data.claimId],
    }),
    CertificateIssued: (row, { stream }) => {
      row.certificateIds.push(idOf(stream));
      return row;
    },
  },
});
