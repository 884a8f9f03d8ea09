import { sum } from './describe.js';
import { binomialCdf, normalTwoSided } from './distributions.js';
import { type Because, because } from './not-estimable.js';

export interface SignedRanks {
  /** The sum of the ranks of the positive differences. */
  readonly v: number;
  /** Two-sided. */
  readonly p: number;
  /** Differences other than 0, which alone are ranked. */
  readonly nonZero: number;
}

/**
 * Wilcoxon's signed-rank test (1945): zeros dropped, mid-ranks, the normal approximation with corrections for ties and for continuity.
 *
 * @returns `allTied` where every difference is 0
 */
export function wilcoxonSignedRank(differences: readonly number[]): SignedRanks | Because {
  const moved = differences.filter((difference) => difference !== 0);
  const n = moved.length;
  if (n === 0) return because('allTied');
  const { ranks, tied } = midRanks(moved.map(Math.abs));
  const v = sum(ranks.filter((_, at) => (moved[at] ?? 0) > 0));
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - sum(tied.map((t) => t ** 3 - t)) / 48;
  const away = v - (n * (n + 1)) / 4;
  const corrected = away - Math.sign(away) * 0.5;
  return { v, p: Math.min(1, normalTwoSided(corrected / Math.sqrt(variance))), nonZero: n };
}

/**
 * The two-sided p value of the sign test: the exact binomial distribution of the signs of the differences other than 0.
 *
 * @returns `allTied` where every difference is 0
 */
export function signTest(differences: readonly number[]): number | Because {
  const positive = differences.filter((difference) => difference > 0).length;
  const negative = differences.filter((difference) => difference < 0).length;
  if (positive + negative === 0) return because('allTied');
  return Math.min(1, 2 * binomialCdf(Math.min(positive, negative), positive + negative, 0.5));
}

/** Ranks from 1, equal values sharing the mean of theirs; and how many share each. */
function midRanks(values: readonly number[]): { readonly ranks: readonly number[]; readonly tied: readonly number[] } {
  const shared = new Map<number, number>();
  for (const value of values) shared.set(value, (shared.get(value) ?? 0) + 1);
  const rankOf = new Map<number, number>();
  let below = 0;
  for (const [value, count] of [...shared].sort(([a], [b]) => a - b)) {
    rankOf.set(value, below + (count + 1) / 2);
    below += count;
  }
  return { ranks: values.map((value) => rankOf.get(value) ?? 0), tied: [...shared.values()] };
}
