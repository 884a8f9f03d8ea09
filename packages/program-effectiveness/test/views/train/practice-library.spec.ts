import { describe, expect, it } from 'vitest';
import { practiceLibrary } from '../../../src/index.js';
import { ask, hash, material, on } from '../../fixtures.js';

const practice = material('antrean', { kind: 'bestPractice', public: true, coAuthorPartnerId: 'univ' });

describe('PracticeLibrary', () => {
  it('offers what was published as a public practice, and names no person', async () =>
    expect(await ask(practiceLibrary, [practice], '2026-06-30')).toEqual([
      {
        programId: 'p',
        materialId: 'antrean',
        version: 1,
        title: 'Bahan antrean',
        sourceRegulation: null,
        coAuthorPartnerId: 'univ',
        publishedOn: '2026-02-01',
        validUntil: null,
        sha256: hash,
      },
    ]));

  it('goes by the day of publication', async () => {
    const [stream, event] = material('akta', { kind: 'bestPractice', public: true }, 'q');
    const earlier = [stream, event, on('2026-01-15')] as const;
    expect((await ask(practiceLibrary, [practice, earlier], '2026-06-30')).map(({ materialId }) => materialId)).toEqual(
      ['akta', 'antrean'],
    );
  });

  it('keeps modules, what is not public, what was taken back by a later version, and what expired to itself', async () => {
    const past = [
      material('modul', { public: true }),
      material('internal', { kind: 'bestPractice' }),
      practice,
      material('antrean', { kind: 'bestPractice', version: 2 }),
      material('lama', { kind: 'bestPractice', public: true, validUntil: '2026-03-01' }),
    ];
    expect(await ask(practiceLibrary, past, '2026-06-30')).toEqual([]);
  });
});
