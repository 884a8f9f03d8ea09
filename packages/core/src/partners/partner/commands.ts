import { command } from '@pembinaan/event-sourcing';
import { PartnerAgreementSigned } from './events.js';

export const SignPartnerAgreement = command(
  'SignPartnerAgreement',
  PartnerAgreementSigned.schema.omit({ signedBy: true }),
);
