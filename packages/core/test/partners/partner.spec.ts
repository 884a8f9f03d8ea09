import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EndPartnerAgreement,
  lastDayOf,
  PartnerAgreementSigned,
  partner,
  partnerState,
  SignPartnerAgreement,
} from '../../src/partners/partner/index.js';
import { partnerBound } from '../../src/train/batch/scheduling.js';
import { Period } from '../../src/values/index.js';
import { foundAgency, inOffice, lawData, PPK, underPolicy } from '../governance/fixtures.js';
import { fold } from '../plan/fixtures.js';
import { agreement, ended, ending, signed } from './fixtures.js';

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
    inOffice(given(partner, [signed({ agreementId: 'agreement-0', level: 'mou' })]), 'ppk')
      .when(SignPartnerAgreement(agreement))
      .thenState(({ agreements }) => expect(agreements.map(({ level }) => level)).toEqual(['mou', 'pks'])));

  it('G02 refuses an agreement whose id was used before', () =>
    inOffice(given(partner, [signed()]), 'ppk')
      .when(SignPartnerAgreement({ ...agreement, level: 'mou' }))
      .thenRefused('G02', 'alreadyExists'));

  it('G02 refuses the id of an agreement that was ended', () =>
    inOffice(given(partner, [signed(), ended('2026-06-01')]), 'ppk')
      .when(SignPartnerAgreement(agreement))
      .thenRefused('G02', 'alreadyExists'));

  it('takes no agreement that ends before it begins', () =>
    inOffice(given(partner), 'ppk')
      .when(SignPartnerAgreement({ ...agreement, period: { from: '2026-01-02', to: '2026-01-01' } }))
      .thenFails('invalid-command'));
});

describe('EndPartnerAgreement', () => {
  const end = (on: string) => EndPartnerAgreement(ending(on));
  const begun = given(partner, [signed({ agreementId: 'agreement-0' }), signed()]);

  it.each(['ppk', 'pyb'] as const)('R01 accepts the %s', async (role) => {
    await inOffice(begun, role)
      .when(end('2026-06-01'))
      .then([ended('2026-06-01', `${role}-1`)]);
  });

  it.each(['bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(begun, role).when(end('2026-06-01')).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () =>
    underPolicy(begun).when(end('2026-06-01')).thenRefused('R01', 'noAuthority'));

  it('R09 refuses the reason other without a text', () =>
    inOffice(begun, 'ppk')
      .when(EndPartnerAgreement({ ...ending('2026-06-01'), reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () =>
    inOffice(begun, 'ppk')
      .when(EndPartnerAgreement({ ...ending('2026-06-01'), reason: { code: 'other', text: 'the faculty was closed' } }))
      .thenState(({ agreements }) =>
        expect(agreements.map(({ endedOn }) => endedOn)).toEqual([undefined, '2026-06-01']),
      ));

  it('G02 refuses an end on the day before the agreement begins', () =>
    inOffice(begun, 'ppk').when(end('2025-12-31')).thenRefused('G02', 'before'));

  it('G02 accepts an end on the day on which it begins', () =>
    inOffice(begun, 'ppk')
      .when(end('2026-01-01'))
      .then([ended('2026-01-01')]));

  it('G02 refuses to end an agreement twice', () =>
    inOffice(given(partner, [signed(), ended('2026-06-01')]), 'ppk')
      .when(end('2026-07-01'))
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to end an agreement that there is not', () =>
    inOffice(given(partner, [signed({ agreementId: 'agreement-0' })]), 'ppk')
      .when(end('2026-06-01'))
      .thenRefused('G02', 'notFound'));
});

describe('the last day of an agreement', () => {
  const after = (...events: Parameters<typeof partnerState.evolve>[1][]) =>
    fold(partnerState, [signed(), ...events]).agreements.map(lastDayOf);

  it('is that of its period', () => expect(after()).toEqual(['2027-12-31']));
  it('is the day before it was ended', () => expect(after(ended('2026-06-01'))).toEqual(['2026-05-31']));
  it('is the day before the last one where it was ended on that', () =>
    expect(after(ended('2027-12-31'))).toEqual(['2027-12-30']));
  it('is that of its period where it was ended when it had run out', () => {
    expect(after(ended('2028-01-01'))).toEqual(['2027-12-31']);
    expect(after(ended('2028-03-01'))).toEqual(['2027-12-31']);
  });
});

describe('a batch with a partner whose agreement was ended', () => {
  const batchUntil = (to: string, ...events: Parameters<typeof partnerState.evolve>[1][]) =>
    partnerBound('partner-1', fold(partnerState, events), Period.parse({ from: '2026-05-25', to }));

  it('R16 accepts a batch that ends on the day before', () =>
    expect(batchUntil('2026-05-31', signed(), ended('2026-06-01'))).toBeUndefined());

  it('R16 refuses a batch that ends on the day from which it no longer holds', () =>
    expect(batchUntil('2026-06-01', signed(), ended('2026-06-01'))).toMatchObject({
      rule: 'R16',
      reason: 'notWholePeriod',
    }));

  it('R16 refuses a batch where the agreement never held', () =>
    expect(batchUntil('2026-05-26', signed(), ended('2026-01-01'))).toMatchObject({ reason: 'notWholePeriod' }));

  it('R16 accepts a batch under another agreement that was not ended', () =>
    expect(
      batchUntil('2026-06-01', signed(), ended('2026-06-01'), signed({ agreementId: 'agreement-2' })),
    ).toBeUndefined());
});

const ids = fc.constantFrom('agreement-1', 'agreement-2');
describeLaws('a partner', partner, {
  override: lawData,
  actors: [PPK],
  setUp: foundAgency,
  commands: {
    SignPartnerAgreement: ids.map((agreementId) => ({ ...agreement, agreementId })),
    EndPartnerAgreement: fc
      .tuple(ids, fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-01'))
      .map(([agreementId, on]) => ({ ...ending(on), agreementId })),
  },
  invariant: ({ agreements }) => {
    expect(new Set(agreements.map(({ agreementId }) => agreementId)).size).toBe(agreements.length);
    for (const { endedOn, period } of agreements) expect(endedOn === undefined || endedOn >= period.from).toBe(true);
  },
  runs: 30,
});
