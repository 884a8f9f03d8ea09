import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { AuthorityEnded, authorityState } from '../../../src/governance/authority/index.js';
import { AdoptPolicyVersion, policy } from '../../../src/governance/policy/index.js';
import { adoption, granted, noonOf } from '../fixtures.js';

// The rule is shown by an act that only the PPK may do.
const adopt = AdoptPolicyVersion(adoption);
const office = (...events: Parameters<typeof authorityState.evolve>[1][]) =>
  given(policy, [], { id: 'agency' })
    .and(authorityState, 'authority-ppk', events)
    .as('ppk-1', { authorityId: 'authority-ppk' });
const endedOn = (on: string) =>
  AuthorityEnded.of({ subjectId: 'ppk-1', on, reason: { code: 'endOfTerm' }, endedBy: { subjectId: 'clerk-1' } });
const onDay = (date: string) => ({ occurredAt: noonOf(date) });

describe('R01: the act needs the named authority', () => {
  const june = granted('ppk', { from: '2026-06-01', to: '2026-06-30' });

  it('refuses who names no authority', () =>
    office(june).as('ppk-1').when(adopt, onDay('2026-06-10')).thenRefused('R01', 'noAuthority'));

  it('refuses an authority that was never granted', () =>
    office().when(adopt, onDay('2026-06-10')).thenRefused('R01', 'unknownAuthority'));

  it('refuses who uses the authority of somebody else', () =>
    office(june)
      .as('ppk-2', { authorityId: 'authority-ppk' })
      .when(adopt, onDay('2026-06-10'))
      .thenRefused('R01', 'notHolder'));

  it('refuses the holder who types for somebody without authority', () =>
    office(june)
      .when(adopt, { ...onDay('2026-06-10'), onBehalfOf: 'clerk-1' })
      .thenRefused('R01', 'notHolder'));

  it('refuses another authority than the one that is named', () =>
    office(granted('bkpsdm', { subjectId: 'ppk-1' }))
      .when(adopt)
      .thenRefused('R01', 'wrongRole'));

  it.each([
    ['the day before the first', '2026-05-31'],
    ['the day after the last', '2026-07-01'],
  ])('refuses on %s', async (_, date) => {
    await office(june).when(adopt, onDay(date)).thenRefused('R01', 'notInForce');
  });

  it.each([
    ['the first day', '2026-06-01'],
    ['the last day', '2026-06-30'],
  ])('accepts on %s', async (_, date) => {
    await office(june)
      .when(adopt, onDay(date))
      .thenState(({ versions }) => expect(versions).toHaveLength(1));
  });

  it('refuses on the day on which it was ended, and says until when it held', async () => {
    const { rejection } = await office(june, endedOn('2026-06-15'))
      .when(adopt, onDay('2026-06-15'))
      .thenRefused('R01', 'notInForce');
    expect(rejection.data).toEqual({ on: '2026-06-15', from: '2026-06-01', to: '2026-06-14' });
  });

  it('accepts on the day before it was ended', () =>
    office(june, endedOn('2026-06-15'))
      .when(adopt, onDay('2026-06-14'))
      .thenState(({ versions }) => expect(versions).toHaveLength(1)));

  it('does not grow longer by an end after its last day', () =>
    office(june, endedOn('2026-08-01')).when(adopt, onDay('2026-07-01')).thenRefused('R01', 'notInForce'));

  it('accepts for years where no last day was given', () => {
    const { to: _, ...endless } = june.data;
    return office({ type: 'AuthorityGranted', data: endless })
      .when(adopt, onDay('2031-01-01'))
      .thenState(({ versions }) => expect(versions).toHaveLength(1));
  });
});
