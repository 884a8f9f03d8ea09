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
  inspect(value, '', 0, what);
}

const MAX_DEPTH = 64;

function inspect(value: unknown, path: string, depth: number, what: string): void {
  switch (typeof value) {
    case 'string':
      if (value.includes('\u0000')) refuse(what, path, 'holds the character U+0000');
      if (!value.isWellFormed()) refuse(what, path, 'holds half of a surrogate pair');
      return;
    case 'number':
      if (!Number.isFinite(value)) refuse(what, path, `is ${value}`);
      if (Object.is(value, -0)) refuse(what, path, 'is negative zero');
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) refuse(what, path, 'is an integer beyond 2^53-1');
      return;
    case 'boolean':
      return;
    case 'object':
      if (value === null) return;
      if (depth > MAX_DEPTH) refuse(what, path, `is nested deeper than ${MAX_DEPTH} levels or refers to itself`);
      if (Array.isArray(value)) {
        if (Object.getPrototypeOf(value) !== Array.prototype) refuse(what, path, 'is an instance of a class');
        for (let i = 0; i < value.length; i++) {
          if (!(i in value)) refuse(what, `${path}[${i}]`, 'is a hole in an array');
          inspect(value[i], `${path}[${i}]`, depth + 1, what);
        }
        if (Reflect.ownKeys(value).length !== value.length + 1)
          refuse(what, path, 'is an array with fields of its own');
        return;
      }
      inspectObject(value, path, depth, what);
      return;
    default:
      refuse(what, path, `is of type ${typeof value}`);
  }
}

function inspectObject(value: object, path: string, depth: number, what: string): void {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(what, path, 'is an instance of a class');
  if ('toJSON' in value && typeof value.toJSON === 'function') refuse(what, path, 'has a toJSON method');
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (typeof key === 'symbol' || property === undefined || property.get !== undefined || !property.enumerable) {
      refuse(what, path === '' ? String(key) : `${path}.${String(key)}`, 'is not a plain field');
    }
    const inner: unknown = property.value;
    const at = path === '' ? key : `${path}.${key}`;
    if (key === '__proto__') refuse(what, at, 'is a reserved key');
    inspect(key, at, depth, what);
    inspect(inner, at, depth + 1, what);
  }
}

function refuse(what: string, path: string, why: string): never {
  throw new EventSourcingError('not-plain-json', `${what}: the value ${why}.`, {
    place: { path: path === '' ? '(root)' : path },
    todo: 'Store only plain JSON: numbers that are finite, integers up to 2^53-1, well-formed text; leave absent fields out.',
  });
}
