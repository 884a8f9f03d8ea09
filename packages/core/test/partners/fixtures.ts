import { PartnerAgreementEnded, PartnerAgreementSigned } from '../../src/partners/partner/index.js';
import { HASH } from '../governance/fixtures.js';

/** A PKS with a university for 2026 and 2027. */
export const agreement = {
  agreementId: 'agreement-1',
  kind: 'university' as const,
  level: 'pks' as const,
  contribution: ['speakers' as const, 'material' as const],
  period: { from: '2026-01-01', to: '2027-12-31' },
  documentHash: HASH,
};

type Signed = Parameters<typeof PartnerAgreementSigned.of>[0];
export const signed = (details: Partial<Signed> = {}) =>
  PartnerAgreementSigned.of({ ...agreement, signedBy: { subjectId: 'ppk-1' }, ...details });

/** How the agreement ends on a day, and who ends it. */
export const ending = (on: string) => ({
  agreementId: 'agreement-1',
  on,
  reason: { code: 'notFulfilled' as const },
  rating: 2,
});
export const ended = (on: string, subjectId = 'ppk-1') =>
  PartnerAgreementEnded.of({ ...ending(on), endedBy: { subjectId } });
