import { describe, expect, it } from 'vitest';
import { cadence } from '../../../src/index.js';
import { ask, cancelled, designed, scheduled } from '../../fixtures.js';

const batch = (batchId: string, from: string, to: string) => scheduled(batchId, { period: { from, to } });

describe('Cadence', () => {
  it('counts the days from the end of one batch to the beginning of the next', async () => {
    const past = [
      designed('p'),
      batch('b2', '2026-04-11', '2026-04-12'),
      batch('b1', '2026-03-10', '2026-03-12'),
      batch('b3', '2026-08-01', '2026-08-02'),
    ];
    const head = { programId: 'p', program: 'Program p (rekaan)' };
    expect(await ask(cadence, past, '2026-05-01')).toEqual([
      { ...head, batchId: 'b1', from: '2026-03-10', to: '2026-03-12', daysSincePrevious: null, daysSinceLast: null },
      { ...head, batchId: 'b2', from: '2026-04-11', to: '2026-04-12', daysSincePrevious: 30, daysSinceLast: 19 },
      { ...head, batchId: 'b3', from: '2026-08-01', to: '2026-08-02', daysSincePrevious: 111, daysSinceLast: null },
    ]);
  });

  it('counts since the batch that ended last, from its last day on, and goes by programmes', async () => {
    const past = [
      batch('b1', '2026-03-01', '2026-06-30'),
      batch('b2', '2026-04-01', '2026-04-02'),
      scheduled('a', { programId: 'a', period: { from: '2026-05-01', to: '2026-05-01' } }),
    ];
    const since = async (day: string) =>
      (await ask(cadence, past, day)).map(({ batchId, daysSinceLast }) => [batchId, daysSinceLast]);
    expect(await since('2026-06-30')).toEqual([
      ['a', 60],
      ['b1', 0],
      ['b2', null],
    ]);
    expect(await since('2026-06-29')).toEqual([
      ['a', 59],
      ['b1', null],
      ['b2', 88],
    ]);
  });

  it('leaves a gap where a batch was cancelled, and keeps programmes apart', async () => {
    const past = [
      batch('b1', '2026-03-10', '2026-03-10'),
      batch('b2', '2026-04-10', '2026-04-10'),
      batch('b3', '2026-05-10', '2026-05-10'),
      cancelled('b2'),
      scheduled('other', { programId: 'q', period: { from: '2026-05-01', to: '2026-05-01' } }),
    ];
    const lines = await ask(cadence, past, '2026-06-01');
    expect(lines.map(({ programId, batchId, daysSincePrevious }) => [programId, batchId, daysSincePrevious])).toEqual([
      ['p', 'b1', null],
      ['p', 'b3', 61],
      ['q', 'other', null],
    ]);
  });
});
