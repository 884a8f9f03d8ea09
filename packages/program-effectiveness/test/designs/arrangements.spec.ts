import { describe, expect, it } from 'vitest';
import { arrangementShare } from '../../src/designs/arrangements.js';

describe('the share of arrangements', () => {
  it('counts every arrangement of few units, the given one and its mirror among them', () => {
    expect(arrangementShare([1, 2, 3], [7, 8, 9])).toEqual({ share: 2 / 20, arrangements: 20, exact: true });
  });

  it('counts arrangements that show as much as the given one', () => {
    expect(arrangementShare([5, 1], [5, 1]).share).toBe(1);
    expect(arrangementShare([0.1, 0.2], [0.3]).share).toBeCloseTo(2 / 3, 12);
  });

  it('draws a sample of many, the same each time, near the share of all', () => {
    const [treated, comparison] = [twelve(0), twelve(0.31)];
    const once = arrangementShare(treated, comparison);

    expect(once).toEqual(arrangementShare(treated, comparison));
    expect(once).toMatchObject({ arrangements: 2_000, exact: false });
    expect(once.share).toBeGreaterThan(0.3);
    expect(arrangementShare(twelve(0), twelve(5)).share).toBe(1 / 2_000);
  });
});

function twelve(higher: number): number[] {
  return Array.from({ length: 12 }, (_, at) => higher + ((at * 7) % 12) / 4);
}
