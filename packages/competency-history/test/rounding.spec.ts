import { describe, expect, it } from 'vitest';
import { meanHundredths, scaled, share } from '../src/rounding.js';

describe('a share on a scale', () => {
  it('is rounded half up to a whole number', () => {
    expect([scaled(1, 3, 100), scaled(1, 8, 100), scaled(2, 3, 100), scaled(1, 200, 100)]).toEqual([33, 13, 67, 1]);
    expect(share(1, 3)).toBe(3333);
    expect(meanHundredths([1, 2, 2])).toBe(167);
  });

  it('is null of nothing, never a number that is none', () => {
    expect([scaled(0, 0, 100), share(0, 0), meanHundredths([])]).toEqual([null, null, null]);
  });
});
