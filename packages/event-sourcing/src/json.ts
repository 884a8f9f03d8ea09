import { EventSourcingError } from './errors.js';

/** A value that JSON carries without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An object that JSON carries without loss. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * Refuses every value that JSON, RFC 8785 or a text column would change or lose; it never repairs.
 *
 * Refused: `undefined`, functions, symbols, bigint, NaN and infinities, negative zero, integers beyond 2^53-1, lone surrogates,
 * U+0000, dates, maps and other instances of classes, sparse arrays, cycles (deeper than 64 levels).
 *
 * @throws EventSourcingError `not-plain-json`, with the path of the value.
 */
export function assertPlainJson(value: unknown, what: string): asserts value is Json {
  const flaw = flawOf(value, 0);
  if (flaw === undefined) return;
  throw new EventSourcingError('not-plain-json', `${what}: the value ${flaw.why}.`, {
    place: { path: pathOf(flaw.at) },
    todo: 'Store only plain JSON: numbers that are finite, integers up to 2^53-1, well-formed text; leave absent fields out.',
  });
}

const MAX_DEPTH = 64;

/** Why a value is refused, and where in it: the path is gathered on the way back, so that a value without a flaw pays for none. */
interface Flaw {
  readonly why: string;
  /** Keys of objects and indexes of arrays, the innermost first. */
  readonly at: (string | number)[];
}

function flaw(why: string, ...at: (string | number)[]): Flaw {
  return { why, at };
}

function flawOf(value: unknown, depth: number): Flaw | undefined {
  switch (typeof value) {
    case 'string':
      return flawOfText(value);
    case 'number':
      if (!Number.isFinite(value)) return flaw(`is ${value}`);
      if (Object.is(value, -0)) return flaw('is negative zero');
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return flaw('is an integer beyond 2^53-1');
      return undefined;
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return undefined;
      if (depth > MAX_DEPTH) return flaw(`is nested deeper than ${MAX_DEPTH} levels or refers to itself`);
      return Array.isArray(value) ? flawOfArray(value, depth) : flawOfObject(value, depth);
    default:
      return flaw(`is of type ${typeof value}`);
  }
}

function flawOfText(text: string): Flaw | undefined {
  if (text.includes('\u0000')) return flaw('holds the character U+0000');
  if (!text.isWellFormed()) return flaw('holds half of a surrogate pair');
  return undefined;
}

function flawOfArray(value: readonly unknown[], depth: number): Flaw | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return flaw('is an instance of a class');
  for (let index = 0; index < value.length; index++) {
    if (!(index in value)) return flaw('is a hole in an array', index);
    const inner = flawOf(value[index], depth + 1);
    if (inner !== undefined) return within(index, inner);
  }
  if (Reflect.ownKeys(value).length !== value.length + 1) return flaw('is an array with fields of its own');
  return undefined;
}

function flawOfObject(value: object, depth: number): Flaw | undefined {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return flaw('is an instance of a class');
  if ('toJSON' in value && typeof value.toJSON === 'function') return flaw('has a toJSON method');
  // Names and symbols apart: together, by Reflect.ownKeys, they take twice as long.
  for (const key of Object.getOwnPropertyNames(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined || property.get !== undefined || !property.enumerable) {
      return flaw('is not a plain field', key);
    }
    if (key === '__proto__') return flaw('is a reserved key', key);
    const inner = flawOfText(key) ?? flawOf(property.value, depth + 1);
    if (inner !== undefined) return within(key, inner);
  }
  const [symbol] = Object.getOwnPropertySymbols(value);
  return symbol && flaw('is not a plain field', String(symbol));
}

function within(key: string | number, inner: Flaw): Flaw {
  inner.at.push(key);
  return inner;
}

/** The path as it is written in code: `sessions[2].date`. */
function pathOf(at: readonly (string | number)[]): string {
  let path = '';
  for (const key of at.toReversed()) {
    if (typeof key === 'number') path += `[${key}]`;
    else path += path === '' ? key : `.${key}`;
  }
  return path === '' ? '(root)' : path;
}
