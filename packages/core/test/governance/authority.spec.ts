import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { authority } from '../../src/governance/authority/decider.js';
import {
  AuthorityEnded,
  AuthorityGranted,
  authorityState,
  EndAuthority,
  GrantAuthority,
} from '../../src/governance/authority/index.js';
import { decreeOf, granted, grantOf, lawData } from './fixtures.js';

const grantedBy = { subjectId: 'subject-1' };
const ending = { on: '2026-06-01', reason: { code: 'transferred' as const } };
const ended = (subjectId: string, on: string) =>
  AuthorityEnded.of({ subjectId, on, reason: { code: 'replaced' }, endedBy: { subjectId: 'clerk-1' } });

describe('GrantAuthority', () => {
  it('gives an authority by decree, before there is any policy', () =>
    given(authority)
      .when(GrantAuthority(grantOf('ppk')))
      .then([AuthorityGranted.of({ ...grantOf('ppk'), grantedBy })]));

  it('gives an authority to the head of a unit', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('opd') }))
      .thenState((state) => expect(state.status).toBe('granted')));

  it('takes no grant that ends before it begins', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2026-02-01', to: '2026-01-31' }))
      .thenFails('invalid-command'));

  it('takes a grant for a single day', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2026-02-01', to: '2026-02-01' }))
      .thenState((state) => expect(state.status).toBe('granted')));

  it('R01 refuses an acting official without a last day', async () => {
    const { to: _, ...endless } = grantOf('ppk');
    await given(authority)
      .when(GrantAuthority({ ...endless, acting: 'plt' }))
      .thenRefused('R01', 'actingWithoutEnd');
    await given(authority)
      .when(GrantAuthority({ ...endless, acting: 'plh' }))
      .thenRefused('R01', 'actingWithoutEnd');
  });

  it.each(['plt', 'plh'] as const)('R01 accepts an acting official (%s) with a last day', async (acting) => {
    await given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), acting }))
      .then([AuthorityGranted.of({ ...grantOf('ppk'), acting, grantedBy })]);
  });

  it('R01 accepts an official in full office without a last day', () => {
    const { to: _, ...endless } = grantOf('ppk');
    return given(authority)
      .when(GrantAuthority(endless))
      .then([AuthorityGranted.of({ ...endless, grantedBy })]);
  });

  it('R05 refuses an authority that begins the day before its decree', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2025-12-19' }))
      .thenRefused('R05', 'beforeDecree'));

  it('R05 accepts an authority that begins on the day of its decree', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2025-12-20' }))
      .thenState((state) => expect(state.status).toBe('granted')));

  it('R05 accepts an authority that is retroactive and says why', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2025-12-19', retroactive: { reason: 'vacant since then' } }))
      .thenState((state) => expect(state.status).toBe('granted')));

  it('R05 refuses an authority by a decree that is not yet signed', () =>
    given(authority)
      .when(GrantAuthority({ ...grantOf('ppk'), from: '2026-07-01', decree: decreeOf('2026-06-02') }))
      .thenRefused('R05', 'notYetSigned'));

  it('G02 refuses to give the same authority twice', () =>
    given(authority, [granted('ppk')])
      .when(GrantAuthority(grantOf('ppk', 'ppk-2')))
      .thenRefused('G02', 'alreadyExists'));
});

describe('R03: auditors stand apart', () => {
  const audit = { ...grantOf('inspektorat', 'official-1'), from: '2026-03-01', to: '2026-05-31' };

  it('refuses an auditor who would operate in the same period', () =>
    given(authority)
      .and(authorityState, 'audit-1', [granted('inspektorat', { subjectId: 'official-1' })])
      .when(GrantAuthority(grantOf('bkpsdm', 'official-1')))
      .thenRefused('R03', 'auditorOperates'));

  it.each(['ppk', 'pyb', 'bkpsdm', 'opd'] as const)(
    'refuses to make an auditor of who holds the authority of %s',
    async (role) => {
      await given(authority)
        .and(authorityState, 'office-1', [granted(role, { subjectId: 'official-1' })])
        .when(GrantAuthority(audit))
        .thenRefused('R03', 'auditorOperates');
    },
  );

  it('refuses when the periods share their last and first day', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-1', to: '2026-03-01' })])
      .when(GrantAuthority(audit))
      .thenRefused('R03', 'auditorOperates'));

  it('accepts when the one begins the day after the other', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-1', to: '2026-02-28' })])
      .when(GrantAuthority(audit))
      .then([AuthorityGranted.of({ ...audit, grantedBy })]));

  it('refuses beside an authority without an end', () => {
    const { grantedBy: clerk, to: _, ...endless } = granted('opd', { subjectId: 'official-1' }).data;
    return given(authority)
      .and(authorityState, 'office-1', [AuthorityGranted({ ...endless, grantedBy: clerk })])
      .when(GrantAuthority(audit))
      .thenRefused('R03', 'auditorOperates');
  });

  it('accepts on the day on which the other was ended', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-1' }), ended('official-1', '2026-03-01')])
      .when(GrantAuthority(audit))
      .then([AuthorityGranted.of({ ...audit, grantedBy })]));

  it('refuses on the last day before the other was ended', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-1' }), ended('official-1', '2026-03-02')])
      .when(GrantAuthority(audit))
      .thenRefused('R03', 'auditorOperates'));

  it('accepts two operating authorities of one person', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-1' })])
      .when(GrantAuthority(grantOf('bkpsdm', 'official-1')))
      .then([AuthorityGranted.of({ ...grantOf('bkpsdm', 'official-1'), grantedBy })]));

  it('accepts two auditing authorities of one person', () =>
    given(authority)
      .and(authorityState, 'audit-1', [granted('inspektorat', { subjectId: 'official-1' })])
      .when(GrantAuthority(audit))
      .then([AuthorityGranted.of({ ...audit, grantedBy })]));

  it('minds only the authorities of the same person', () =>
    given(authority)
      .and(authorityState, 'office-1', [granted('opd', { subjectId: 'official-2' })])
      .when(GrantAuthority(audit))
      .then([AuthorityGranted.of({ ...audit, grantedBy })]));
});

describe('EndAuthority', () => {
  const held = given(authority, [granted('ppk')]);

  it('ends an authority and names whose it was', () =>
    held
      .when(EndAuthority(ending))
      .then([AuthorityEnded.of({ ...ending, subjectId: 'ppk-1', endedBy: { subjectId: 'subject-1' } })]));

  it('R09 refuses the reason other without a text', async () => {
    await held.when(EndAuthority({ ...ending, reason: { code: 'other' } })).thenRefused('R09', 'textMissing');
    await held
      .when(EndAuthority({ ...ending, reason: { code: 'other', text: '  ' } }))
      .thenRefused('R09', 'textMissing');
  });

  it('R09 accepts the reason other with a text', () =>
    held
      .when(EndAuthority({ ...ending, reason: { code: 'other', text: 'the office was dissolved' } }))
      .thenState((state) => expect(state.status === 'granted' && state.endedOn).toBe('2026-06-01')));

  it('G02 refuses what was never granted', () =>
    given(authority).when(EndAuthority(ending)).thenRefused('G02', 'notFound'));

  it('G02 refuses to end an authority twice', () =>
    given(authority, [granted('ppk'), ended('ppk-1', '2026-05-01')])
      .when(EndAuthority(ending))
      .thenRefused('G02', 'wrongStatus'));
});

describeLaws('authority', authority, { override: lawData, runs: 30 });
