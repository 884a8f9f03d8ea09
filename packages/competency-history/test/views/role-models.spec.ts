import { describe, expect, it } from 'vitest';
import { roleModels } from '../../src/index.js';
import { ask, pns, recognised, separated } from '../fixtures.js';

const ON = '2026-06-30';

describe('RoleModels', () => {
  it('shows only who agreed to be shown', async () => {
    const lines = [
      ...pns('a', 'loket'),
      ...pns('b', 'loket'),
      recognised('a', 'r1', { shown: true }),
      recognised('b', 'r2', { shown: false }),
    ];
    expect(await ask(roleModels, lines, ON)).toEqual([
      {
        unitId: 'loket',
        employeeId: 'a',
        recognitionId: 'r1',
        kind: 'award',
        basisKind: 'idea',
        basisRef: 'gagasan-1',
        grantedOn: '2026-03-01',
      },
    ]);
  });

  it('no longer shows who has left, and nobody before the day', async () => {
    const lines = [...pns('a', 'loket'), recognised('a', 'r1')];
    expect(await ask(roleModels, lines, '2026-02-28')).toEqual([]);
    expect(await ask(roleModels, lines, '2026-03-01')).toHaveLength(1);
    expect(await ask(roleModels, [...lines, separated('a', '2026-06-01')], ON)).toEqual([]);
  });
});
