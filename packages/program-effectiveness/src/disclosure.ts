/** The group below which nothing is told of a unit, where the agency has adopted no policy. */
export const DEFAULT_MINIMUM_N = 5;

/** Whether the figures of a group may be told. */
export interface Disclosure {
  /** True where the group is so small that its figures could tell on a person. */
  readonly suppressed: boolean;
  /** The figure, or null where it may not be told. */
  shown<T>(figure: T): T | null;
}

/** Decides whether figures about so many people may be told. */
export function disclosure(n: number, minimumN: number): Disclosure {
  const suppressed = n < minimumN;
  return { suppressed, shown: (figure) => (suppressed ? null : figure) };
}

/** The share of a part in a whole, in basis points, rounded half up; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 10_000) / whole + 0.5);
}

/** A mean in hundredths, rounded half up; null of nothing. */
export function meanOf(sum: number, n: number): number | null {
  return n === 0 ? null : Math.floor((sum * 100) / n + 0.5);
}
