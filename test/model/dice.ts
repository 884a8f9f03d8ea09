/** Chance that comes out the same for one seed, so that a history can be told again. */
export interface Dice {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in so many cases of a hundred. */
  chance(percent: number): boolean;
  /** One of them; undefined when there is none. */
  of<T>(things: readonly T[]): T | undefined;
  /** One of a list that is not empty. */
  oneOf<const T>(first: T, ...others: readonly T[]): T;
  /** So many of them, each once, in any order. */
  some<T>(things: readonly T[], count: number): readonly T[];
}

export function dice(seed: number): Dice {
  const next = xorshift(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const of = <T>(things: readonly T[]): T | undefined => things[between(0, things.length - 1)];
  return {
    between,
    of,
    chance: (percent) => next() * 100 < percent,
    oneOf: (first, ...others) => of([first, ...others]) ?? first,
    some(things, count) {
      const left = [...things];
      const taken: (typeof things)[number][] = [];
      while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken;
    },
  };
}

/** Marsaglia's xorshift with 32 bits: numbers from 0 to below 1. Seeds that lie together are first thrown far apart. */
function xorshift(seed: number): () => number {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
