import { assertPlainJson, isEventSourcingError } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const pathOf = (value: unknown): string | undefined => {
  try {
    assertPlainJson(value, 'data');
  } catch (error) {
    if (isEventSourcingError(error, 'not-plain-json')) return error.place.path;
    throw error;
  }
  return undefined;
};

const cycle: { self?: unknown } = {};
cycle.self = cycle;
class Money {}

describe('plain JSON', () => {
  it.each([
    ['undefined', { a: undefined }, 'a'],
    ['NaN', { a: [1, Number.NaN] }, 'a[1]'],
    ['infinity', Number.POSITIVE_INFINITY, '(root)'],
    ['negative zero', { a: -0 }, 'a'],
    ['an integer beyond 2^53-1', { a: { b: 2 ** 53 } }, 'a.b'],
    ['a large double, which is such an integer', 1e300, '(root)'],
    ['half a surrogate pair', { a: '\ud800' }, 'a'],
    ['half a surrogate pair in a key', { 'x\udc00': 1 }, 'x\udc00'],
    ['U+0000', ['\u0000'], '[0]'],
    ['a bigint', 1n, '(root)'],
    ['a function', { a: () => 1 }, 'a'],
    ['a symbol', [Symbol('x')], '[0]'],
    ['a date', { at: new Date(0) }, 'at'],
    ['a map', new Map(), '(root)'],
    ['an instance of a class', { a: new Money() }, 'a'],
    ['a hole', Object.assign([1], { 2: 3 }), '[1]'],
    ['a toJSON method', { a: { toJSON: () => 1 } }, 'a'],
    ['the key __proto__', JSON.parse('{"__proto__": 1}'), '__proto__'],
  ])('refuses %s, and says where', (_, value, path) => {
    expect(pathOf(value)).toBe(path);
  });

  it('refuses a cycle', () => {
    expect(pathOf(cycle)).toMatch(/^self\.self/);
  });

  it('takes what JSON carries, and JSON brings it back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const given: unknown = JSON.parse(JSON.stringify(value));
        if (pathOf(given) !== undefined) return;
        expect(JSON.parse(JSON.stringify(given))).toEqual(given);
      }),
    );
    expect(pathOf({ a: [null, true, 1.5, 'é😀', { b: Number.MAX_SAFE_INTEGER }] })).toBeUndefined();
    expect(pathOf(Object.assign(Object.create(null), { a: 1 }))).toBeUndefined();
  });

  it.each([
    ['an array with a toJSON method', Object.assign([1, 2], { toJSON: () => 'else' })],
    ['an instance of a class of arrays', new (class extends Array {})(1)],
    ['a getter', Object.defineProperty({}, 'value', { enumerable: true, get: () => 1 })],
    ['a symbol', { [Symbol('key')]: 1 }],
    ['a hidden field', Object.defineProperty({}, 'value', { enumerable: false, value: 1 })],
  ])('refuses %s, which would be stored as something else', (_, value) => {
    expect(() => assertPlainJson(value, 'data')).toThrow();
    expect(() => assertPlainJson({ value }, 'data')).toThrow();
  });
});
