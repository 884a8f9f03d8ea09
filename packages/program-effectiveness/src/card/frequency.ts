import { grouped } from '@pembinaan/core';

/** A code and how often. */
export interface Frequency {
  readonly code: string;
  readonly n: number;
}

/** How often each code occurs, most frequent first. */
export function frequenciesOf(codes: readonly string[]): readonly Frequency[] {
  return [...grouped(codes, (code) => code)]
    .map(([code, same]) => ({ code, n: same.length }))
    .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1));
}
