export interface Chance {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in so many cases of a hundred. */
  percent(share: number): boolean;
  /** One of a list that is not empty. */
  of<T>(things: readonly [T, ...T[]]): T;
}

export declare function chance(seed: number): Chance;
export declare function seedOf(name: string): number;
