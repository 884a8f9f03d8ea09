import { EvaluationContested } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { strengthWeakness } from '../../../src/index.js';
import { ask, by, concluded, designed, planned } from '../../fixtures.js';

const contested: GivenEvent = [
  'evaluation-e',
  EvaluationContested.of({ programId: 'p', grounds: 'data', answerDue: '2026-07-24', contestedBy: by }),
];

describe('StrengthWeakness', () => {
  it('lists what the evaluation found, one line each', async () => {
    const head = { programId: 'p', program: 'Program p (rekaan)', evaluationId: 'e' };
    const tail = { conclusion: 'effective', concludedOn: '2026-07-06', contested: false };
    expect(await ask(strengthWeakness, [designed('p'), planned(), concluded()], '2026-07-06')).toEqual([
      { ...head, kind: 'strength', text: 'antrean lebih pendek', ...tail },
      { ...head, kind: 'weakness', text: 'materi terlalu umum', ...tail },
    ]);
    expect(await ask(strengthWeakness, [designed('p'), planned(), concluded()], '2026-07-05')).toEqual([]);
  });

  it('goes by programmes, and passes over what was never planned or not concluded yet', async () => {
    const other = [planned({ programId: 'a' }, 'z'), concluded({ programId: 'a', weaknesses: [] }, 'z')];
    const past = [planned(), concluded({ weaknesses: [] }), ...other, concluded({}, 'stray'), planned({}, 'open')];
    expect((await ask(strengthWeakness, past, '2026-12-31')).map(({ programId }) => programId)).toEqual(['a', 'p']);
  });

  it('says that a conclusion is contested, and takes the new one once it is answered', async () => {
    const past = [planned(), concluded(), contested];
    expect((await ask(strengthWeakness, past, '2026-12-31')).every((line) => line.contested)).toBe(true);
    const anew = concluded({ conclusion: 'inconclusive', strengths: [], weaknesses: ['data kurang'] });
    expect(
      (await ask(strengthWeakness, [...past, anew], '2026-12-31')).map(({ text, contested: open }) => [text, open]),
    ).toEqual([['data kurang', false]]);
  });
});
