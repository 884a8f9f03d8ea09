/**
 * The first text behind all those that begin with this one, in the order of code points, which is that of SQLite; undefined when nothing
 * is behind them. The prefix is well-formed.
 */
export function prefixEnd(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  const at = points.findLastIndex((point) => point < LAST);
  const point = points[at];
  return point === undefined ? undefined : String.fromCodePoint(...points.slice(0, at), following(point));
}

const LAST = 0x10ffff;

/** Surrogates, from U+D800 to U+DFFF, are no characters. */
function following(point: number): number {
  return point === 0xd7ff ? 0xe000 : point + 1;
}
