import { SignPartnerAgreement } from '@pembinaan/core';
import { documentHash } from './documents.js';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** An agreement with a partner. */
export type Agreement = Omit<DataOf<'SignPartnerAgreement'>, 'documentHash'>;

/** The PyB signs an agreement with a partner. */
export async function signAgreement(
  stage: Stage,
  office: Office,
  on: string,
  partnerId: string,
  agreement: Agreement,
): Promise<void> {
  stage.on(on);
  await office
    .pyb()
    .does(partnerId, SignPartnerAgreement({ ...agreement, documentHash: documentHash(agreement.agreementId) }));
}
