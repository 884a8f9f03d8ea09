import { command } from '@pembinaan/event-sourcing';
import { CertificateIssued, CertificateRevoked } from './events.js';

// Programme, form, JP and period are those of the batch.
export const IssueCertificate = command(
  'IssueCertificate',
  CertificateIssued.schema.omit({ programId: true, form: true, jp: true, period: true, issuedBy: true }),
);
export const RevokeCertificate = command('RevokeCertificate', CertificateRevoked.schema.pick({ reason: true }));
