import type { ContextEntryOf } from '../files/context-files.js';
import type { Told } from '../program/told.js';

/** An agreement with a partner. */
export interface AgreementHistory {
  readonly partnerId: string;
  readonly signed: ContextEntryOf<'PartnerAgreementSigned'>['data'] & { readonly told: Told };
  readonly ended: (ContextEntryOf<'PartnerAgreementEnded'>['data'] & { readonly told: Told }) | null;
}
