import { describe, expect, it } from 'vitest';
import { changeBeyondTrend, slopeBefore, testedChangeBeyondTrend } from '../../src/designs/trend-before.js';

describe('the trend before, continued', () => {
  it('leaves nothing of a line that goes on, and what a jump adds to it', () => {
    expect(changeBeyondTrend({ before: [10, 12, 14], after: [16, 18] })).toBeCloseTo(0, 12);
    expect(changeBeyondTrend({ before: [10, 12, 14], after: [21, 23] })).toBeCloseTo(5, 12);
  });

  it('keeps the place of periods that were not measured', () => {
    expect(changeBeyondTrend({ before: [10, null, 14], after: [null, 18] })).toBeCloseTo(0, 12);
    expect(slopeBefore({ before: [10, null, null, 16], after: [] })).toBeCloseTo(2, 12);
  });

  it('is not known of fewer than two periods before, or none after', () => {
    expect(changeBeyondTrend({ before: [10, null], after: [1] })).toBeNull();
    expect(changeBeyondTrend({ before: [10, 11], after: [null] })).toBeNull();
  });

  it('has a test from one unit alone, with the same distance', () => {
    const unit = { before: [10, 12.5, 13.5, 16.2], after: [21, 22, 24.4] };

    expect(testedChangeBeyondTrend(unit)).toMatchObject({ df: 4 });
    expect(testedChangeBeyondTrend(unit)).toHaveProperty('estimate', expect.closeTo(changeBeyondTrend(unit) ?? 0, 9));
  });

  it('has none from two periods before', () => {
    expect(testedChangeBeyondTrend({ before: [1, 2], after: [3, 5] })).toEqual({ because: 'tooFew' });
  });
});
