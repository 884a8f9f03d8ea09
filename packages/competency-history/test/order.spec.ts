import { describe, expect, it } from 'vitest';
import { groupedBy, inOrder } from '../src/order.js';

describe('the order of lines', () => {
  const lines = [
    { unit: null, n: 1 },
    { unit: 'b', n: 10 },
    { unit: 'b', n: 9 },
    { unit: 'a', n: null },
    { unit: 'a', n: 3 },
  ];

  it('goes by one cell after the other, and what is not known stands last', () => {
    expect(inOrder(lines, ({ unit, n }) => [unit, n])).toEqual([
      { unit: 'a', n: 3 },
      { unit: 'a', n: null },
      { unit: 'b', n: 9 },
      { unit: 'b', n: 10 },
      { unit: null, n: 1 },
    ]);
    expect(inOrder([...lines].reverse(), ({ unit, n }) => [unit, n])).toEqual(
      inOrder(lines, ({ unit, n }) => [unit, n]),
    );
  });

  it('leaves lines with the same cells as they were', () => {
    expect(inOrder([...lines], ({ unit }) => [unit]).map(({ n }) => n)).toEqual([null, 3, 10, 9, 1]);
  });
});

describe('groups', () => {
  it('hold what they have in common, also where that is not known', () => {
    expect(groupedBy(['x', 'yy', 'z'], (text) => ({ length: text.length, unit: null }))).toEqual([
      { key: { length: 1, unit: null }, members: ['x', 'z'] },
      { key: { length: 2, unit: null }, members: ['yy'] },
    ]);
  });
});
