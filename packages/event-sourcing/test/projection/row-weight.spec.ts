import { assertPlainJson } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightOf } from '../../src/projection/row-weight.js';

const isPlain = (value: unknown): boolean => {
  try {
    assertPlainJson(value, 'row');
    return true;
  } catch {
    return false;
  }
};

describe('the weight of a row', () => {
  it('is about the length of its JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(isPlain(value));
        const length = JSON.stringify(value).length;
        expect(weightOf(value)).toBeGreaterThan(length / 4);
        expect(weightOf(value)).toBeLessThan(length * 4 + 10);
      }),
    );
  });

  it('is told exactly of what is plain JSON, 2,000 times', () => {
    const odd = fc.constantFrom(
      undefined,
      Number.NaN,
      -0,
      2 ** 53,
      '\ud800',
      'a\u0000',
      new Date(0),
      new Map(),
      1n,
      () => 1,
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue({ maxDepth: 1 }),
        odd,
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 4 }), tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (row) => {
        expect(weightOf(row) !== undefined).toBe(isPlain(row));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not told of a row that refers to itself, has holes or reserved keys', () => {
    const loop: unknown[] = [];
    loop.push(loop);
    for (const row of [loop, new Array(2), JSON.parse('{"__proto__":1}'), { 'half \ud83d': 1 }]) {
      expect(weightOf(row)).toBeUndefined();
    }
  });
});
