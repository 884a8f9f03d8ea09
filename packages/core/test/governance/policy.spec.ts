import { at, describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import {
  AdoptPolicyVersion,
  indonesia2026,
  PolicyFigures,
  PolicyVersionAdopted,
  policy,
  policyOn,
  policyState,
} from '../../src/governance/policy/index.js';
import { LocalDate } from '../../src/values/index.js';
import { adoption, decreeOf, granted, HASH, lawData, noonOf, policyAdopted } from './fixtures.js';

const noPolicyYet = given(policy, [], { id: 'agency' }).and(authorityState, 'authority-ppk', [granted('ppk')]);
const begun = noPolicyYet.as('ppk-1', { authorityId: 'authority-ppk' });
const adoptedBy = { subjectId: 'ppk-1' };

const inZone = (value: string) => ({
  ...indonesia2026.figures,
  'calendar.timeZone': { value, basis: 'Set by the agency', certainty: 'agency' as const },
});

describe('AdoptPolicyVersion', () => {
  it('adopts the first version of an agency', () =>
    begun.when(AdoptPolicyVersion(adoption)).then([PolicyVersionAdopted.of({ ...adoption, adoptedBy })]));

  it('adopts a second version beside the first', () =>
    given(policy, [policyAdopted], { id: 'agency' })
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(AdoptPolicyVersion({ ...adoption, version: 'perbup-7-2026', effectiveFrom: '2026-07-01' }))
      .thenState(({ versions }) =>
        expect(versions.map(({ version }) => version)).toEqual(['indonesia-2026', 'perbup-7-2026']),
      ));

  it('writes the operator beside the PPK for whom he types', () =>
    noPolicyYet
      .as('operator-1', { authorityId: 'authority-ppk' })
      .when(AdoptPolicyVersion(adoption), { onBehalfOf: 'ppk-1' })
      .then([PolicyVersionAdopted.of({ ...adoption, adoptedBy: { subjectId: 'ppk-1', operatorId: 'operator-1' } })]));

  it('R01 refuses the first version, too, without an authority', () =>
    noPolicyYet.as('ppk-1').when(AdoptPolicyVersion(adoption)).thenRefused('R01', 'noAuthority'));

  it('R01 refuses the PyB', () =>
    given(policy, [], { id: 'agency' })
      .and(authorityState, 'authority-pyb', [granted('pyb')])
      .as('pyb-1', { authorityId: 'authority-pyb' })
      .when(AdoptPolicyVersion(adoption))
      .thenRefused('R01', 'wrongRole'));

  it('R05 refuses a version that takes effect the day before its decree', () =>
    begun.when(AdoptPolicyVersion({ ...adoption, effectiveFrom: '2025-12-14' })).thenRefused('R05', 'beforeDecree'));

  it('R05 accepts a version that takes effect on the day of its decree', () =>
    begun
      .when(AdoptPolicyVersion({ ...adoption, effectiveFrom: '2025-12-15' }))
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('R05 accepts a version that is retroactive and says why', () =>
    begun
      .when(
        AdoptPolicyVersion({
          ...adoption,
          effectiveFrom: '2025-12-14',
          retroactive: { reason: 'the ministry ordered it from that day on' },
        }),
      )
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('R05 refuses a decree that is signed the day after the act', () =>
    begun
      .when(AdoptPolicyVersion({ ...adoption, effectiveFrom: '2026-07-01', decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));

  it('R05 accepts a decree that is signed on the day of the act', () =>
    begun
      .when(AdoptPolicyVersion({ ...adoption, effectiveFrom: '2026-07-01', decree: decreeOf('2026-06-01') }))
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('R05 takes no decree without a document hash', () =>
    begun
      .when(AdoptPolicyVersion({ ...adoption, decree: { ...decreeOf('2025-12-15'), documentHash: HASH.slice(1) } }))
      .thenFails('invalid-command'));

  it('G01 refuses a time zone that does not exist', () =>
    begun
      .when(AdoptPolicyVersion({ ...adoption, figures: inZone('Asia/Tebingtinggi') }))
      .thenRefused('G01', 'unknownTimeZone'));

  it('G01 refuses an offset for a time zone', () =>
    begun.when(AdoptPolicyVersion({ ...adoption, figures: inZone('+07:00') })).thenRefused('G01', 'unknownTimeZone'));

  it.each(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'])('G01 accepts %s', async (zone) => {
    await begun
      .when(AdoptPolicyVersion({ ...adoption, figures: inZone(zone) }))
      .thenState(({ versions }) => expect(versions).toHaveLength(1));
  });

  it('G02 refuses a version whose name was used before', () =>
    given(policy, [policyAdopted], { id: 'agency' })
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(AdoptPolicyVersion({ ...adoption, effectiveFrom: '2026-07-01' }))
      .thenRefused('G02', 'alreadyExists'));

  it('G02 refuses another stream than the one of the agency', () =>
    given(policy, [], { id: 'second' })
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(AdoptPolicyVersion(adoption))
      .thenRefused('G02', 'mismatch'));

  it('takes a name for a version, not a sentence', () =>
    begun.when(AdoptPolicyVersion({ ...adoption, version: 'the one of Pak B.' })).thenFails('invalid-command'));
});

describe('the policy in force', () => {
  const version = (name: string, effectiveFrom: string) =>
    PolicyVersionAdopted.of({ ...adoption, version: name, effectiveFrom, adoptedBy });
  const after = (...events: ReturnType<typeof version>[]) =>
    events.reduce((state, event) => policyState.evolve(state, event), policyState.initialState());
  const on = (date: string) =>
    policyOn(after(version('a', '2026-01-01'), version('b', '2026-07-01'), version('c', '2026-07-01')), day(date))
      ?.version;
  const day = (date: string) => LocalDate.parse(date);

  it('is none before the first takes effect', () => expect(on('2025-12-31')).toBeUndefined());
  it('is the first from its day on', () => expect(on('2026-01-01')).toBe('a'));
  it('is the first up to the day before the next', () => expect(on('2026-06-30')).toBe('a'));
  it('is the one adopted last, of two that take effect on one day', () => expect(on('2026-07-01')).toBe('c'));

  it('is stored with the decision', async () => {
    const eastern = PolicyVersionAdopted.of({ ...adoption, figures: inZone('Asia/Jayapura'), adoptedBy });
    const handled = await given(policy, [at(noonOf('2026-01-01'), eastern)], { id: 'agency' })
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(AdoptPolicyVersion({ ...adoption, version: 'b', effectiveFrom: '2026-07-01' }))
      .thenState(() => undefined);
    expect(handled.accepted && handled.events[0]?.metadata.policyVersion).toBe('indonesia-2026');
  });

  it('tells the day in the time zone of the agency', () => {
    // 23:30 in Jakarta on 31 May is 01:30 on 1 June in Jayapura.
    const lateInMay = '2026-05-31T16:30:00.000Z';
    const june = { ...adoption, version: 'b', effectiveFrom: '2026-07-01', decree: decreeOf('2026-06-01') };
    const agencyIn = (zone: string) =>
      given(policy, [PolicyVersionAdopted.of({ ...adoption, figures: inZone(zone), adoptedBy })], { id: 'agency' })
        .and(authorityState, 'authority-ppk', [granted('ppk')])
        .as('ppk-1', { authorityId: 'authority-ppk' })
        .when(AdoptPolicyVersion(june), { occurredAt: lateInMay });
    return Promise.all([
      agencyIn('Asia/Jakarta').thenRefused('R05', 'notYetSigned'),
      agencyIn('Asia/Jayapura').thenState(({ versions }) => expect(versions).toHaveLength(2)),
    ]);
  });
});

describe('the default policy indonesia-2026', () => {
  it('has a basis and a certainty for every figure', () => {
    for (const figure of Object.values(indonesia2026.figures)) {
      expect(figure.basis).not.toBe('');
      expect(figure.certainty).toMatch(/^(V|V2|M|agency)$/);
    }
  });

  it('leaves only the smallest effect and what it may cost to the agency', () => {
    const missing = Object.keys(PolicyFigures.shape).filter((key) => !(key in indonesia2026.figures));
    expect(missing).toEqual(['effect.minimum', 'effect.maximumCostPerPoint']);
  });

  it('has the nine competencies of Permenpan RB 38/2017', () =>
    expect(indonesia2026.figures['competency.catalogue'].value).toHaveLength(9));
});

describeLaws('the policy', policy, { override: lawData, runs: 20, maxCommands: 5 });
