/** Why figures of a group are not told: there is nobody; there are too few; or they would tell of a smaller group beside it. */
export type NotTold = 'nobody' | 'tooFew' | 'wouldTellOthers';

/** Whether the figures of a group are told. */
export interface Disclosed {
  /** Null where they are told. */
  readonly notTold: NotTold | null;
  /** True where there are figures, and they are held back to protect persons. */
  readonly suppressed: boolean;
}

export function disclosed(notTold: NotTold | null): Disclosed {
  return { notTold, suppressed: notTold !== null && notTold !== 'nobody' };
}

/**
 * Decides which parts may be told beside a whole that is told. Who takes these from the whole is left with the others together, and so the others
 * must be such as could be told themselves; where they are not, the smallest part that could stand alone is held back with them
 * (complementary suppression; Hundepool and others 2012, Statistical Disclosure Control).
 *
 * @param parts of the whole; nothing of it lies outside of them
 * @param mayBeTold whether these parts together may be told; also of no part at all
 */
export function toldParts<P>(
  parts: readonly P[],
  sizeOf: (part: P) => number,
  mayBeTold: (together: readonly P[]) => boolean,
): ReadonlySet<P> {
  const told = new Set(parts.filter((part) => mayBeTold([part])));
  for (const part of [...told].sort((a, b) => sizeOf(a) - sizeOf(b))) {
    if (mayBeTold(parts.filter((each) => !told.has(each)))) break;
    // What nobody is in does not grow the others.
    if (sizeOf(part) > 0) told.delete(part);
  }
  return told;
}
