import { command } from '@pembinaan/event-sourcing';
import { PartnerAgreementEnded, PartnerAgreementSigned } from './events.js';

export const SignPartnerAgreement = command(
  'SignPartnerAgreement',
  PartnerAgreementSigned.schema.omit({ signedBy: true }),
);
export const EndPartnerAgreement = command('EndPartnerAgreement', PartnerAgreementEnded.schema.omit({ endedBy: true }));
