import { ProgramCancelled } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { expiredMaterials } from '../../../src/index.js';
import { approved, ask, by, designed, material } from '../../fixtures.js';

const stale = material('kebijakan', { validUntil: '2026-04-30', sourceRegulation: 'Permenkes (rekaan)' });
const program = [designed('p'), approved('p')];

describe('ExpiredMaterials', () => {
  it('names material from the day after its last day on, with the regulation that it teaches', async () => {
    expect(await ask(expiredMaterials, [...program, stale], '2026-04-30')).toEqual([]);
    expect(await ask(expiredMaterials, [...program, stale], '2026-05-02')).toEqual([
      {
        programId: 'p',
        program: 'Program p (rekaan)',
        programStatus: 'approved',
        materialId: 'kebijakan',
        version: 1,
        title: 'Bahan kebijakan',
        sourceRegulation: 'Permenkes (rekaan)',
        validUntil: '2026-04-30',
        daysExpired: 2,
      },
    ]);
  });

  it('puts first what expired first', async () => {
    const older = material('lama', { validUntil: '2026-03-31' }, 'q');
    expect((await ask(expiredMaterials, [stale, older], '2026-06-30')).map(({ materialId }) => materialId)).toEqual([
      'lama',
      'kebijakan',
    ]);
  });

  it('looks at the last version only, and not at programmes that were cancelled or material that never ages', async () => {
    const renewed = material('kebijakan', { version: 2, validUntil: '2027-04-30' });
    expect(await ask(expiredMaterials, [...program, stale, renewed, material('abadi')], '2026-12-31')).toEqual([]);
    const over = ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: by });
    expect(await ask(expiredMaterials, [...program, stale, ['program-p', over]], '2026-12-31')).toEqual([]);
  });
});
