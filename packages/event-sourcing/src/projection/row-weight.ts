/**
 * About how many characters a row takes as JSON; undefined when it is not plain JSON.
 *
 * It refuses what `assertPlainJson` refuses, but for fields that JSON passes over (symbols, hidden ones, extra ones of arrays) and
 * accessors, and says neither where nor why: it looks at every changed row before every commit, where the descriptors and paths of the
 * other cost more than the fold.
 */
export function weightOf(row: unknown): number | undefined {
  const weight = weigh(row, 0);
  return Number.isNaN(weight) ? undefined : weight;
}

const MAX_DEPTH = 64;
const NUMBER = 6;
const LITERAL = 5;
/** Quotes, colon and comma of a field. */
const FIELD = 4;

/** NaN, which every sum keeps, for what is not plain JSON. */
function weigh(value: unknown, depth: number): number {
  switch (typeof value) {
    case 'string':
      return isPlainText(value) ? value.length + 2 : Number.NaN;
    case 'number':
      if (Number.isInteger(value)) return Number.isSafeInteger(value) && !Object.is(value, -0) ? NUMBER : Number.NaN;
      return Number.isFinite(value) ? 2 * NUMBER : Number.NaN;
    case 'boolean':
      return LITERAL;
    case 'object':
      if (value === null) return LITERAL;
      if (depth > MAX_DEPTH) return Number.NaN;
      return Array.isArray(value) ? weighArray(value, depth) : weighObject(value, depth);
    default:
      return Number.NaN;
  }
}

function weighArray(array: readonly unknown[], depth: number): number {
  if (Object.getPrototypeOf(array) !== Array.prototype) return Number.NaN;
  let sum = 2;
  // A hole reads as undefined, which is refused.
  for (let index = 0; index < array.length; index++) sum += weigh(array[index], depth + 1) + 1;
  return sum;
}

function weighObject(object: object, depth: number): number {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return Number.NaN;
  let sum = 2;
  const entries = object as Readonly<Record<string, unknown>>;
  // Of an object without a prototype of its own, these are its own fields; it is twice as fast as asking for a list of them.
  for (const key in entries) {
    if (key === '__proto__' || !isPlainText(key)) return Number.NaN;
    sum += key.length + weigh(entries[key], depth + 1) + FIELD;
  }
  return sum;
}

function isPlainText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
