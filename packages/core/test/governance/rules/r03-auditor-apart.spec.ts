import { describe, expect, it } from 'vitest';
import type { AuthorityRole } from '../../../src/governance/authority/index.js';
import { auditorsOnlyAudit } from '../../../src/governance/rules/index.js';
import { LocalDate } from '../../../src/values/index.js';

const day = (text: string) => LocalDate.parse(text);
const held = (role: AuthorityRole, from = '2026-06-01', to?: string) => ({
  authorityId: `authority-${role}`,
  role,
  from: day(from),
  ...(to !== undefined && { to: day(to) }),
});
const verify = { type: 'VerifyDevelopmentNeed' };
const check = (
  authorities: readonly ReturnType<typeof held>[],
  on = '2026-06-01',
  command: { readonly type: string } = verify,
) => auditorsOnlyAudit(command, authorities, day(on));

describe('R03: auditors write only findings', () => {
  it('refuses an operating command of who holds the authority of the Inspektorat', () =>
    expect(check([held('inspektorat')])).toMatchObject({
      rule: 'R03',
      reason: 'auditorWrites',
      data: { authorityId: 'authority-inspektorat', on: '2026-06-01' },
    }));

  it('refuses where one of several authorities, of maker or operator, is that of the Inspektorat', () =>
    expect(check([held('opd'), held('inspektorat')])).toMatchObject({ rule: 'R03', reason: 'auditorWrites' }));

  it.each(['ppk', 'pyb', 'bkpsdm', 'opd'] as const)('accepts the holder of the authority of %s', (role) =>
    expect(check([held(role)])).toBeUndefined(),
  );

  it('accepts who holds no authority at all', () => expect(check([])).toBeUndefined());

  it.each([
    ['the day before the first', '2026-05-31'],
    ['the day after the last', '2026-07-01'],
  ])('accepts on %s', (_, on) => expect(check([held('inspektorat', '2026-06-01', '2026-06-30')], on)).toBeUndefined());

  it.each([
    ['the first day', '2026-06-01'],
    ['the last day', '2026-06-30'],
  ])('refuses on %s', (_, on) => expect(check([held('inspektorat', '2026-06-01', '2026-06-30')], on)).toBeDefined());

  it.each(['RaiseAuditFinding', 'CloseAuditFinding', 'RecordPersonalDataAccess'])(
    'accepts %s, which is the auditor’s own',
    (type) => expect(check([held('inspektorat')], '2026-06-01', { type })).toBeUndefined(),
  );
});
