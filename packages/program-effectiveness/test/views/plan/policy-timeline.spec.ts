import { describe, expect, it } from 'vitest';
import { policyTimeline } from '../../../src/index.js';
import { ask, policy } from '../../fixtures.js';

describe('PolicyTimeline', () => {
  it('tells which version held when, and which figures each changed', async () => {
    const past = [
      policy({ 'disclosure.minimumN': 7, 'effect.minimum': 1000 }, { version: 'p-2027', effectiveFrom: '2027-01-01' }),
      policy(),
    ];
    const common = {
      legalBasis: 'Perwali 1/2026',
      decreeNumber: 'SK-1',
      decreeDate: '2026-01-02',
      adoptedBy: 'officer',
    };
    expect(await ask(policyTimeline, past, '2026-12-31')).toEqual([
      { version: 'p-2026', from: '2026-01-01', to: '2026-12-31', inForce: true, ...common, changed: null },
      {
        version: 'p-2027',
        from: '2027-01-01',
        to: null,
        inForce: false,
        ...common,
        changed: 'disclosure.minimumN effect.minimum',
      },
    ]);
  });

  it('lets a version replace an earlier one of the same first day', async () => {
    const lines = await ask(policyTimeline, [policy(), policy({}, { version: 'p-2026-b' })], '2026-01-01');
    expect(lines.map(({ version, to, changed }) => [version, to, changed])).toEqual([['p-2026-b', null, null]]);
  });
});
