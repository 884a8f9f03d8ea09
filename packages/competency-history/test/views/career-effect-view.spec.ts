import { describe, expect, it } from 'vitest';
import { careerEffectView } from '../../src/index.js';
import {
  ask,
  assessed,
  certified,
  claim,
  correcting,
  credited,
  type Line,
  pns,
  policy,
  recognised,
  revoked,
} from '../fixtures.js';

const ON = '2026-06-30';
const effects = (lines: readonly Line[], on = ON) => ask(careerEffectView, [...pns('a', 'loket'), ...lines], on);
const batch = { source: { kind: 'batch', batchId: 'b1' } } as const;

describe('CareerEffectView', () => {
  it('tells what a certificate, a credit and a recognition did', async () => {
    const lines = [
      certified('c1', 'a', 'b1', '2026-02-10'),
      credited('a', '2026-02-10', 2000, batch),
      assessed('a', 'M05', 1, '2025-02-01'),
      assessed('a', 'M05', 3, '2026-02-20', { batchId: 'b1', method: 'training' }),
      credited('a', '2026-03-01', 200, { jpRaw: 300, form: 'NKL09', source: claim('k1') }),
      recognised('a', 'penghargaan-1', { careerLink: 'ipAsn' }),
    ];
    expect(await effects(lines)).toEqual([
      {
        unitId: 'loket',
        employeeId: 'a',
        on: '2026-02-10',
        kind: 'certificate',
        ref: 'NO/c1',
        form: 'KL03',
        jpRaw: 2000,
        jpCredited: 2000,
        ipAsnPart: 'technicalJp',
        levelsGained: 2,
        careerLink: null,
        state: 'counts',
      },
      {
        unitId: 'loket',
        employeeId: 'a',
        on: '2026-03-01',
        kind: 'credit',
        ref: 'claim/k1',
        form: 'NKL09',
        jpRaw: 300,
        jpCredited: 200,
        ipAsnPart: null,
        levelsGained: null,
        careerLink: null,
        state: 'counts',
      },
      {
        unitId: 'loket',
        employeeId: 'a',
        on: '2026-03-01',
        kind: 'recognition',
        ref: 'penghargaan-1',
        form: null,
        jpRaw: null,
        jpCredited: null,
        ipAsnPart: null,
        levelsGained: null,
        careerLink: 'ipAsn',
        state: 'counts',
      },
    ]);
  });

  it('shows a revoked certificate, and its JP taken back', async () => {
    const lines = [
      certified('c1', 'a', 'b1', '2026-02-10'),
      credited('a', '2026-02-10', 2000, batch),
      revoked('c1', 'a', 'b1'),
      correcting(credited('a', '2026-02-10', 0, batch), 0),
    ];
    expect(await effects(lines)).toMatchObject([{ kind: 'certificate', state: 'revoked', jpRaw: 0, jpCredited: 0 }]);
  });

  it('shows a credit without a certificate, also one that was reversed', async () => {
    const first = credited('a', '2026-02-10', 500, batch);
    expect(await effects([first])).toMatchObject([
      { kind: 'credit', ref: 'batch/b1', jpCredited: 500, levelsGained: null, state: 'counts' },
    ]);
    expect(await effects([first, correcting(credited('a', '2026-02-10', 0, batch), 0)])).toMatchObject([
      { kind: 'credit', jpCredited: 0, state: 'reversed' },
    ]);
  });

  it('tells the JP of a batch once, on the certificate that replaced a revoked one', async () => {
    const lines = [
      certified('c1', 'a', 'b1', '2026-02-10'),
      revoked('c1', 'a', 'b1'),
      certified('c2', 'a', 'b1', '2026-02-10'),
      credited('a', '2026-02-10', 2000, batch),
    ];
    expect(await effects(lines)).toMatchObject([
      { ref: 'NO/c1', jpCredited: null, state: 'revoked' },
      { ref: 'NO/c2', jpCredited: 2000, state: 'counts' },
    ]);
  });

  it('tells the JP of two good certificates of one batch once, on the first', async () => {
    const lines = [
      certified('c1', 'a', 'b1', '2026-02-10'),
      certified('c2', 'a', 'b1', '2026-02-10'),
      credited('a', '2026-02-10', 2000, batch),
      assessed('a', 'M05', 2, ON, { batchId: 'b1' }),
    ];
    expect(await effects(lines)).toMatchObject([
      { ref: 'NO/c1', jpCredited: 2000, levelsGained: 2 },
      { ref: 'NO/c2', jpCredited: null, levelsGained: null },
    ]);
  });

  it('tells the levels gained by a batch without a certificate', async () => {
    const lines = [credited('a', ON, 500, batch), assessed('a', 'M05', 2, ON, { batchId: 'b1' })];
    expect(await effects(lines)).toMatchObject([{ kind: 'credit', on: ON, levelsGained: 2 }]);
  });

  it('counts a first level in full, and no self-assessment', async () => {
    const lines = [
      certified('c1', 'a', 'b1', '2026-02-10', { validUntil: '2026-03-31' }),
      assessed('a', 'M05', 4, '2026-02-01', { method: 'self' }),
      assessed('a', 'M05', 2, '2026-02-20', { batchId: 'b1' }),
    ];
    expect(await effects(lines)).toMatchObject([{ levelsGained: 2, jpRaw: null, state: 'lapsed' }]);
  });

  it('knows nothing of what came later, told in the time zone of the agency', async () => {
    // 17:30 UTC on 1 March is 2 March in Jakarta.
    const late = recognised('a', 'x', { at: '2026-03-01T17:30:00.000Z' });
    expect(await effects([policy(), late], '2026-03-01')).toEqual([]);
    expect(await effects([policy(), late], '2026-03-02')).toMatchObject([{ on: '2026-03-02', careerLink: 'none' }]);
    expect(await effects([credited('a', '2026-07-01', 100)])).toEqual([]);
  });
});
