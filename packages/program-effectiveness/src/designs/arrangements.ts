import { sum } from '../statistics/describe.js';

/** How a difference between two groups stands among those that the same figures show in other arrangements. */
export interface ArrangementShare {
  /** The share of arrangements, the given one counted, whose means lie at least as far apart. */
  readonly share: number;
  readonly arrangements: number;
  /** False where there were too many to go through, and a random sample was drawn. */
  readonly exact: boolean;
}

/** Above this many arrangements a sample of `SAMPLE` is drawn. */
const MOST = 5_000;
const SAMPLE = 1_999;

/**
 * The share of the arrangements of these units into groups of these sizes that show means at least as far apart (Fisher's randomisation
 * test, two-sided). All of them where they are 5,000 or fewer, else a sample, always the same for the same figures; the given arrangement
 * is counted in.
 */
export function arrangementShare(treated: readonly number[], comparison: readonly number[]): ArrangementShare {
  const values = [...treated, ...comparison];
  const size = treated.length;
  const total = sum(values);
  const distance = (part: number): number => Math.abs(part / size - (total - part) / (values.length - size));
  const observed = distance(sum(treated));
  // Sums taken in another order differ in their last digits: what is equal but for those is equal.
  const asFar = (part: number): boolean => distance(part) >= observed - 1e-9 * Math.abs(observed);
  const arrangements = chooseCount(values.length, size);
  if (arrangements <= MOST) {
    const far = countSubsets(values, size, asFar);
    return { share: far / arrangements, arrangements, exact: true };
  }
  const next = randomNumbers(1);
  let far = 1;
  for (let drawn = 0; drawn < SAMPLE; drawn += 1) if (asFar(sumOfRandomSubset(values, size, next))) far += 1;
  return { share: far / (SAMPLE + 1), arrangements: SAMPLE + 1, exact: false };
}

function countSubsets(values: readonly number[], size: number, counts: (part: number) => boolean): number {
  const from = (at: number, left: number, part: number): number => {
    if (left === 0) return counts(part) ? 1 : 0;
    if (values.length - at < left) return 0;
    return from(at + 1, left - 1, part + (values[at] ?? 0)) + from(at + 1, left, part);
  };
  return from(0, size, 0);
}

function sumOfRandomSubset(values: readonly number[], size: number, next: () => number): number {
  const left = [...values];
  let part = 0;
  for (let taken = 0; taken < size; taken += 1) {
    const at = taken + Math.floor(next() * (left.length - taken));
    part += left[at] ?? 0;
    left[at] = left[taken] ?? 0;
  }
  return part;
}

function chooseCount(n: number, size: number): number {
  let count = 1;
  for (let step = 1; step <= size && count <= 1e12; step += 1) count = (count * (n - size + step)) / step;
  return Math.round(count);
}

/** Mulberry32 of Tommy Ettinger: a sequence that is the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
