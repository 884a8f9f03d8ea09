import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EstablishHcdp, HcdpEstablished, hcdp, hcdpId } from '../../src/plan/hcdp/index.js';
import { decreeOf, foundAgency, inOffice, lawData, PPK, underPolicy } from '../governance/fixtures.js';
import { by, hcdpEstablished, hcdpPlan } from './fixtures.js';

const begun = given(hcdp, [], { id: 'kota-2026-2030' });
const establish = EstablishHcdp(hcdpPlan);

describe('EstablishHcdp', () => {
  it('establishes the plan of several years', () => inOffice(begun, 'ppk').when(establish).then([hcdpEstablished]));

  it.each(['pyb', 'bkpsdm', 'opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(begun, role).when(establish).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () => underPolicy(begun).when(establish).thenRefused('R01', 'noAuthority'));

  it('R05 refuses a decree of the day after the first day of its years', () =>
    inOffice(begun, 'ppk')
      .when(EstablishHcdp({ ...hcdpPlan, decree: decreeOf('2026-01-02') }))
      .thenRefused('R05', 'beforeDecree'));

  it('R05 accepts a decree of the first day of its years', () =>
    inOffice(begun, 'ppk')
      .when(EstablishHcdp({ ...hcdpPlan, decree: decreeOf('2026-01-01') }))
      .thenState(({ status }) => expect(status).toBe('established')));

  it('R05 accepts a later decree that says why it is retroactive', () => {
    const late = {
      ...hcdpPlan,
      decree: decreeOf('2026-05-20'),
      retroactive: { reason: 'the regional plan was adopted in May' },
    };
    return inOffice(begun, 'ppk')
      .when(EstablishHcdp(late))
      .then([HcdpEstablished.of({ ...late, establishedBy: by('ppk-1') })]);
  });

  it('R05 refuses a decree that is not yet signed', () =>
    inOffice(begun, 'ppk')
      .when(EstablishHcdp({ ...hcdpPlan, decree: decreeOf('2026-06-02'), retroactive: { reason: 'late' } }))
      .thenRefused('R05', 'notYetSigned'));

  it('G02 refuses a second one for the same years', () =>
    inOffice(given(hcdp, [hcdpEstablished], { id: 'kota-2026-2030' }), 'ppk')
      .when(establish)
      .thenRefused('G02', 'alreadyExists'));

  it.each(['kota-2026-2031', 'kota-2025-2030', 'kabupaten-2026-2030', 'another'])(
    'G02 refuses the stream %s, which is not that of the agency and the years',
    async (id) => {
      await inOffice(given(hcdp, [], { id }), 'ppk')
        .when(establish)
        .thenRefused('G02', 'mismatch');
    },
  );

  it('takes a plan of one year, and none that ends before it begins', async () => {
    await inOffice(given(hcdp, [], { id: hcdpId('kota', { from: 2026, to: 2026 }) }), 'ppk')
      .when(EstablishHcdp({ ...hcdpPlan, years: { from: 2026, to: 2026 } }))
      .thenState(({ status }) => expect(status).toBe('established'));
    await inOffice(begun, 'ppk')
      .when(EstablishHcdp({ ...hcdpPlan, years: { from: 2027, to: 2026 } }))
      .thenFails('invalid-command');
  });
});

describeLaws('an HCDP', hcdp, {
  override: lawData,
  actors: [PPK],
  setUp: foundAgency,
  commands: { EstablishHcdp: fc.constant(hcdpPlan) },
  runs: 20,
  maxCommands: 5,
});
