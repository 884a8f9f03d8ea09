import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { BatchId, ProgramId, SubjectId } from '../../values/ids.js';
import { CertificateIssued, CertificateRevoked } from './events.js';

export type Certificate =
  | { readonly status: 'none' }
  | {
      readonly status: 'issued' | 'revoked';
      readonly employeeId: SubjectId;
      readonly programId: ProgramId;
      readonly batchId: BatchId;
      readonly issuedBy: Maker;
    };

export const certificateState = stream('certificate', {
  events: [CertificateIssued, CertificateRevoked],
  initial: (): Certificate => ({ status: 'none' }),
}).evolve({
  CertificateIssued: (_, { data }) => ({
    status: 'issued',
    employeeId: data.employeeId,
    programId: data.programId,
    batchId: data.batchId,
    issuedBy: data.issuedBy,
  }),
  CertificateRevoked: (certificate) =>
    certificate.status === 'none' ? certificate : { ...certificate, status: 'revoked' },
});
