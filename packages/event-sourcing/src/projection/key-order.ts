/** The keys of rows in the order of their code points, so that those with one beginning are found without a look at all others. */
export interface KeyOrder {
  /** Notes that a key came or went. */
  changed(key: string): void;
  /** The keys that begin with that text, in order; none for a text that is not well-formed. */
  startingWith(prefix: string): readonly string[];
}

/** One move within 300,000 keys takes about 40 microseconds, and sorting them half a second. */
const FEW = 1000;

/**
 * Keeps the keys of these rows in order, from the first time that somebody asks: a view that is never asked pays nothing. A few keys
 * that came or went since are put in or taken out one by one; after very many, the next question sorts all of them.
 */
export function keyOrder(rows: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>): KeyOrder {
  let order: string[] | undefined;
  const late = new Set<string>();

  function current(): readonly string[] {
    order ??= sorted(rows.keys());
    for (const key of late) settle(order, key, rows.has(key));
    late.clear();
    return order;
  }

  return {
    changed(key) {
      if (order === undefined) return;
      late.add(key);
      if (late.size <= FEW) return;
      order = undefined;
      late.clear();
    },
    startingWith(prefix) {
      // Half a character would be found in the middle of a whole one.
      if (!prefix.isWellFormed()) return [];
      const keys = current();
      const start = firstFrom(keys, prefix);
      let end = start;
      while (keys[end]?.startsWith(prefix)) end++;
      return keys.slice(start, end);
    },
  };
}

function sorted(keys: Iterable<string>): string[] {
  // By UTF-16 first, which the engine does by itself: what is left to put in order by code points is then little or nothing.
  return [...keys].sort().sort(byCodePoint);
}

/** Puts a key in its place, or takes it out. */
function settle(order: string[], key: string, present: boolean): void {
  const at = firstFrom(order, key);
  const found = order[at] === key;
  if (present && !found) order.splice(at, 0, key);
  if (!present && found) order.splice(at, 1);
}

/** The index of the first key that is not before that text. */
function firstFrom(order: readonly string[], text: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byCodePoint(order[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of SQLite and of UTF-8. `<` compares halves of characters, and so puts those beyond U+FFFF before U+E000. */
function byCodePoint(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index++) {
    const [a, b] = [one.charCodeAt(index), other.charCodeAt(index)];
    if (a === b) continue;
    if (isHalf(a) === isHalf(b)) return a - b;
    return isHalf(a) ? 1 : -1;
  }
  return one.length - other.length;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
