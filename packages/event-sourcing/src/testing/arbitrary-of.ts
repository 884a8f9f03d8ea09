import fc from 'fast-check';
import type * as z from 'zod';

/** What is read of a zod schema in order to make data for it. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly precision?: number | null;
  readonly offset?: boolean;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly rest?: z.ZodType | null;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly getter?: () => z.ZodType;
}

interface Check {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly length?: number;
}

/** Data for a part of a schema, instead of what would be derived; `undefined` to derive it. */
export type ArbitraryOverride = (schema: z.ZodType) => fc.Arbitrary<unknown> | undefined;

/**
 * Data that fits a zod schema: for property tests that need no hand-written generators.
 *
 * ```ts
 * fc.assert(fc.property(arbitraryOf(BatchData), (data) => BatchData.safeParse(data).success));
 * ```
 *
 * Covers objects, strings (lengths, simple patterns, ISO dates and times, UUIDs), numbers, booleans, enums, literals, arrays, tuples,
 * records, unions, optional and nullable parts; what a `refine` refuses is filtered out, so that a narrow one needs an override.
 * Everything it makes is plain JSON.
 *
 * @throws TypeError for a kind of schema that it does not know.
 */
export function arbitraryOf<S extends z.ZodType>(schema: S, override?: ArbitraryOverride): fc.Arbitrary<z.input<S>> {
  return derive(schema, override) as fc.Arbitrary<z.input<S>>;
}

function derive(schema: z.ZodType, override: ArbitraryOverride | undefined): fc.Arbitrary<unknown> {
  const given = override?.(schema);
  if (given !== undefined) return given;
  const definition = schema._zod.def as unknown as Definition;
  const made = ofDefinition(definition, (inner) => derive(inner, override));
  const checked =
    (definition.checks?.length ?? 0) > 0 || definition.type === 'string' || definition.type === 'intersection';
  return checked ? made.filter((value) => schema.safeParse(value).success) : made;
}

function ofDefinition(def: Definition, part: (schema: z.ZodType) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  switch (def.type) {
    case 'string':
      return text(def, checks);
    case 'number':
      return number(def, checks);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'unknown':
    case 'any':
      return fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(fc.integer(), { maxLength: 3 }),
      );
    case 'object':
      return object(def.shape ?? {}, part);
    case 'array':
      return fc.array(part(needed(def.element, def)), lengths(checks, 4));
    case 'tuple': {
      const items = fc.tuple(...(def.items ?? []).map(part));
      if (def.rest === undefined || def.rest === null) return items;
      return fc.tuple(items, fc.array(part(def.rest), { maxLength: 3 })).map(([head, tail]) => [...head, ...tail]);
    }
    case 'record':
      return record(needed(def.keyType, def), needed(def.valueType, def), part);
    case 'union':
      return fc.oneof(...(def.options ?? []).map(part));
    case 'intersection':
      return fc
        .tuple(part(needed(def.left, def)), part(needed(def.right, def)))
        .map(([left, right]) => Object.assign({}, left, right));
    case 'nullable':
      return fc.option(part(needed(def.innerType, def)), { nil: null });
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'default':
    case 'prefault':
    case 'catch':
      return part(needed(def.innerType, def));
    case 'pipe':
      return part(needed(def.in, def));
    case 'lazy': {
      const { getter } = def;
      return fc.constant(0).chain(() => (getter === undefined ? fc.constant(null) : part(getter())));
    }
    default:
      throw new TypeError(`No data is derived for a zod schema of the kind '${def.type}': give an override for it.`);
  }
}

function needed(schema: z.ZodType | undefined, def: Definition): z.ZodType {
  if (schema !== undefined) return schema;
  throw new TypeError(`A zod schema of the kind '${def.type}' lacks a part: this version of zod is not known here.`);
}

function object(
  shape: Readonly<Record<string, z.ZodType>>,
  part: (schema: z.ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, part(schema)]));
  const requiredKeys = Object.entries(shape)
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([key]) => key);
  return fc.record(parts, { requiredKeys, noNullPrototype: true });
}

function record(
  keyType: z.ZodType,
  valueType: z.ZodType,
  part: (schema: z.ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const { type, entries, values } = keyType._zod.def as unknown as Definition;
  const value = part(valueType);
  // Over an enum or literals, zod asks for every key.
  const all = type === 'enum' ? Object.values(entries ?? {}) : type === 'literal' ? (values ?? []) : undefined;
  if (all !== undefined) {
    return fc.record(Object.fromEntries(all.map((key) => [String(key), value])), { noNullPrototype: true });
  }
  const key = part(keyType)
    .map(String)
    .filter((name) => name !== '__proto__' && name !== 'toJSON');
  return fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });
}

function text(def: Definition, checks: readonly Check[]): fc.Arbitrary<string> {
  const format =
    def.format ?? checks.find((check) => check.check === 'string_format' && check.format !== 'regex')?.format;
  switch (format) {
    case 'date':
      return day();
    case 'datetime':
      return moment(def.precision);
    case 'time':
      return moment(def.precision).map((instant) => instant.slice(11, -1));
    case 'uuid':
    case 'guid':
      return fc.uuid({ version: 4 });
    case 'email':
      return fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.id$/);
    case 'url':
      return fc.stringMatching(/^https:\/\/[a-z]{1,8}\.go\.id\/[a-z]{0,8}$/);
    case 'starts_with':
    case 'ends_with':
    case 'includes':
    case undefined:
      break;
    default:
      if (def.pattern !== undefined) return fc.stringMatching(def.pattern);
  }
  const pattern = checks.find((check) => check.pattern !== undefined)?.pattern;
  if (pattern !== undefined) return fc.stringMatching(pattern);
  const { minLength, maxLength } = lengths(checks, 20);
  const plain = fc.string({ minLength, maxLength });
  // Letters and signs of all scripts; their length in UTF-16 units may be larger than in signs, which the filter of the caller sees to.
  const any = fc.string({ minLength, maxLength, unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
  return fc.oneof({ arbitrary: plain, weight: 3 }, { arbitrary: any, weight: 1 });
}

function day(): fc.Arbitrary<string> {
  return instants().map((date) => date.toISOString().slice(0, 10));
}

function moment(precision: number | null | undefined): fc.Arbitrary<string> {
  const digits = precision ?? 3;
  return instants().map((date) => {
    const [seconds = '', fraction = ''] = date.toISOString().slice(0, -1).split('.');
    return digits <= 0 ? `${seconds}Z` : `${seconds}.${fraction.padEnd(digits, '0').slice(0, digits)}Z`;
  });
}

function instants(): fc.Arbitrary<Date> {
  return fc.date({
    min: new Date('2015-01-01T00:00:00.000Z'),
    max: new Date('2040-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
}

function lengths(checks: readonly Check[], spread: number): { minLength: number; maxLength: number } {
  const exact = checks.find((check) => check.length !== undefined)?.length;
  const minLength = exact ?? Math.max(0, ...checks.map((check) => check.minimum ?? 0));
  const maxLength =
    exact ?? Math.min(minLength + spread, ...checks.map((check) => check.maximum ?? Number.POSITIVE_INFINITY));
  return { minLength, maxLength };
}

/** Beyond this, doubles may be integers that JSON readers round. */
const MAX_FRACTION = 1e9;

function number(def: Definition, checks: readonly Check[]): fc.Arbitrary<number> {
  const formats = [def.format, ...checks.map((check) => check.format)];
  const whole = formats.some((format) => format === 'safeint' || format === 'int32' || format === 'uint32');
  const step = checks.find((check) => check.check === 'multiple_of')?.value;
  const limit = whole ? Number.MAX_SAFE_INTEGER : MAX_FRACTION;
  const range = formats.includes('int32')
    ? [-(2 ** 31), 2 ** 31 - 1]
    : formats.includes('uint32')
      ? [0, 2 ** 32 - 1]
      : [];
  let [min = -limit, max = limit] = range;
  for (const { check, value, inclusive } of checks) {
    const bound = value ?? 0;
    if (check === 'greater_than') min = Math.max(min, inclusive === true || !whole ? bound : Math.floor(bound) + 1);
    if (check === 'less_than') max = Math.min(max, inclusive === true || !whole ? bound : Math.ceil(bound) - 1);
  }
  if (step !== undefined) {
    const steps = {
      min: Math.ceil(Math.max(min, -MAX_FRACTION) / step),
      max: Math.floor(Math.min(max, MAX_FRACTION) / step),
    };
    return fc.integer(steps).map((count) => withoutNegativeZero(count * step));
  }
  if (whole) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  return fc.oneof(
    fc.double({ min, max, noNaN: true }).map(withoutNegativeZero),
    fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(max)) }).filter((value) => value <= max),
  );
}

function withoutNegativeZero(value: number): number {
  return value === 0 ? 0 : value;
}
