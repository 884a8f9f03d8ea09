import fc from 'fast-check';
import type { Json } from '../../json.js';

/** Any text that JSON carries: all of Unicode but U+0000 and half surrogate pairs. */
export const text: fc.Arbitrary<string> = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string())
  .map((value) => value.replaceAll('\u0000', '\u0001'));

const number: fc.Arbitrary<number> = fc
  .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => (Number.isInteger(value) && !Number.isSafeInteger(value) ? value % 2 ** 53 : value) + 0);

const key = text.filter((name) => name !== '__proto__');

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4 }),
  ),
}));

/** Any object that JSON carries without loss. */
export const jsonObject: fc.Arbitrary<Json> = fc.dictionary(key, json, { maxKeys: 6 });
