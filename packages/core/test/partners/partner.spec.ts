import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { PartnerAgreementSigned, partner, SignPartnerAgreement } from '../../src/partners/partner/index.js';
import { foundAgency, HASH, inOffice, lawData, PPK, underPolicy } from '../governance/fixtures.js';

const agreement = {
  kind: 'university' as const,
  level: 'pks' as const,
  contribution: ['speakers' as const, 'material' as const],
  period: { from: '2026-01-01', to: '2027-12-31' },
  documentHash: HASH,
};

describe('SignPartnerAgreement', () => {
  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(given(partner), role)
      .when(SignPartnerAgreement(agreement))
      .then([PartnerAgreementSigned.of({ ...agreement, signedBy: { subjectId: `${role}-1` } })]);
  });

  it.each(['bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(given(partner), role).when(SignPartnerAgreement(agreement)).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () =>
    underPolicy(given(partner)).when(SignPartnerAgreement(agreement)).thenRefused('R01', 'noAuthority'));

  it('keeps an earlier agreement beside a later one', () =>
    inOffice(
      given(partner, [PartnerAgreementSigned.of({ ...agreement, level: 'mou', signedBy: { subjectId: 'ppk-1' } })]),
      'ppk',
    )
      .when(SignPartnerAgreement(agreement))
      .thenState(({ agreements }) => expect(agreements.map(({ level }) => level)).toEqual(['mou', 'pks'])));

  it('takes no agreement that ends before it begins', () =>
    inOffice(given(partner), 'ppk')
      .when(SignPartnerAgreement({ ...agreement, period: { from: '2026-01-02', to: '2026-01-01' } }))
      .thenFails('invalid-command'));
});

describeLaws('a partner', partner, { override: lawData, actors: [PPK], setUp: foundAgency, runs: 30 });
