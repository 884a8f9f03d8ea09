import { grouped } from '@pembinaan/core';
import type { Cell } from './history/people-read-model.js';

/** Lines in the order of some of their cells, the first one first; what is not known stands last. */
export function inOrder<Line>(lines: readonly Line[], cellsOf: (line: Line) => readonly Cell[]): readonly Line[] {
  return lines
    .map((line) => ({ line, cells: cellsOf(line) }))
    .sort((a, b) => compare(a.cells, b.cells))
    .map(({ line }) => line);
}

function compare(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, x] of a.entries()) {
    const y = b[index] ?? null;
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -1 : 1;
  }
  return 0;
}

/** A group of things with what they have in common. */
export interface Group<Key, T> {
  readonly key: Key;
  readonly members: readonly T[];
}

/** Things in groups by what they have in common, in the order in which the groups first occur. */
export function groupedBy<T, Key extends Readonly<Record<string, Cell>>>(
  things: Iterable<T>,
  keyOf: (thing: T) => Key,
): readonly Group<Key, T>[] {
  const groups = grouped(things, (thing) => JSON.stringify(keyOf(thing)));
  return [...groups].map(([key, members]) => ({ key: JSON.parse(key), members }));
}
