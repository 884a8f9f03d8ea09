import { stream } from '@pembinaan/event-sourcing';
import type { BatchId, SubjectId } from '../../values/ids.js';
import { CertificateIssued } from './events.js';

export type Certificate =
  | { readonly status: 'none' }
  | { readonly status: 'issued'; readonly employeeId: SubjectId; readonly batchId: BatchId };

export const certificateState = stream('certificate', {
  events: [CertificateIssued],
  initial: (): Certificate => ({ status: 'none' }),
}).evolve({
  CertificateIssued: (_, { data }) => ({ status: 'issued', employeeId: data.employeeId, batchId: data.batchId }),
});
