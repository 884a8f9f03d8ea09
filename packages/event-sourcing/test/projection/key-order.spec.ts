import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOrder } from '../../src/projection/key-order.js';

describe('the order of keys', () => {
  it('is that of UTF-8, whatever comes and goes between two questions', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ key, goes: fc.boolean() })), fc.array(key), (changes, prefixes) => {
        const rows = new Map<string, number>();
        const order = keyOrder(rows);
        for (const { key, goes } of changes) {
          if (goes) rows.delete(key);
          else rows.set(key, 1);
          order.changed(key);
          if (rows.size % 3 === 0) expect(order.startingWith('')).toEqual(expected(rows, ''));
        }
        for (const prefix of ['', ...prefixes]) expect(order.startingWith(prefix)).toEqual(expected(rows, prefix));
      }),
    );
  });

  it('is made once, and keys that come between two questions are put into it', () => {
    const { rows, order, made } = counted(2000);
    expect(made()).toBe(0);
    for (let index = 0; index < 1500; index++) {
      expect(order.startingWith('k777/')).toHaveLength(index);
      rows.set(`k777/${index}`, 1);
      order.changed(`k777/${index}`);
    }
    expect(made()).toBe(1);
  });

  it('is made anew after very many came, at the next question', () => {
    const { rows, order, made } = counted(10);
    order.startingWith('');
    for (let index = 0; index < 5000; index++) {
      rows.set(`late ${index}`, 1);
      order.changed(`late ${index}`);
    }
    expect(made()).toBe(1);
    expect(order.startingWith('')).toEqual(expected(rows, ''));
    expect(made()).toBe(2);
  });
});

/** So many rows, and how often all their keys were read. */
function counted(size: number) {
  const rows = new Map(Array.from({ length: size }, (_, index) => [`k${index}`, 1]));
  let made = 0;
  const keys = () => {
    made++;
    return rows.keys();
  };
  return { rows, order: keyOrder({ has: (one) => rows.has(one), keys }), made: () => made };
}

/** Short, so that many begin with each other; on both sides of the surrogates. */
const key = fc.string({
  unit: fc.constantFrom('a', '/', 'é', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'),
  maxLength: 3,
});

function expected(rows: ReadonlyMap<string, unknown>, prefix: string): readonly string[] {
  const keys = [...rows.keys()].filter((key) => key.startsWith(prefix));
  return keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
