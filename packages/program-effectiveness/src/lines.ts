export { grouped } from '@pembinaan/core';

/** What a line is sorted by: null first, then texts as they are written, or numbers by size. */
type Cell = string | number | boolean | null;

/** Compares two lines by one cell after the other. */
export function byCells<T>(...cells: readonly ((line: T) => Cell)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const cell of cells) {
      const [x, y] = [cell(a), cell(b)];
      if (x === y) continue;
      if (x === null) return -1;
      if (y === null) return 1;
      return x < y ? -1 : 1;
    }
    return 0;
  };
}

/** Several ids or codes as one cell: each once, sorted, parted by spaces; null where there are none. */
export function inOneCell(values: Iterable<string>): string | null {
  const known = [...new Set(values)].sort();
  return known.length === 0 ? null : known.join(' ');
}
