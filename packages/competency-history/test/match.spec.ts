import { indonesia2026 } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { matchOf } from '../src/match.js';

const { figures } = indonesia2026;

describe('the match of levels with what is required', () => {
  it('counts what is required only, and what is not known as 0', () => {
    const levels = [
      { required: 1, actual: 1 },
      { required: 5, actual: null },
      { required: null, actual: 5 },
    ];
    expect(matchOf(levels, figures)).toEqual({ jpm: 5000, band: 'kurangOptimal' });
  });

  it('is not known where nothing is required', () => {
    expect(matchOf([{ required: null, actual: 5 }], figures)).toEqual({ jpm: null, band: null });
  });

  it('is not known for a level that cannot be', () => {
    for (const level of [
      { required: 0, actual: 1 },
      { required: 6, actual: 1 },
      { required: 3, actual: -1 },
      { required: 3, actual: 6 },
    ]) {
      expect(matchOf([level], figures)).toEqual({ jpm: null, band: null });
    }
    expect(
      matchOf(
        [
          { required: 5, actual: 5 },
          { required: 1, actual: 0 },
        ],
        figures,
      ),
    ).toMatchObject({ jpm: 5000 });
  });
});
