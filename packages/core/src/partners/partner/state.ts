import { stream } from '@pembinaan/event-sourcing';
import type { Period } from '../../values/local-date.js';
import { PartnerAgreementSigned } from './events.js';

export interface Partner {
  readonly agreements: readonly { readonly level: 'mou' | 'pks'; readonly period: Period }[];
}

export const partnerState = stream('partner', {
  events: [PartnerAgreementSigned],
  initial: (): Partner => ({ agreements: [] }),
}).evolve({
  PartnerAgreementSigned: (partner, { data }) => ({
    agreements: [...partner.agreements, { level: data.level, period: data.period }],
  }),
});
