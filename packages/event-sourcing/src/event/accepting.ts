import * as z from 'zod';

/** Tells of a value whether it is certainly valid as it stands. */
export type Accepts = (value: unknown) => boolean;

const known = new WeakMap<z.core.$ZodType, Accepts>();

/**
 * A quick yes for a schema: `true` only when parsing the value would succeed and give the same value back. `false` says nothing: ask the
 * schema, which also tells what is wrong.
 *
 * A replay validates every payload, and nearly all are valid. Parsing makes a copy of each value and a result for each field of it;
 * looking at the value makes nothing, and takes about a sixth of the time (docs/performance.md). What this does not know, such as a
 * transformation, is never accepted and is left to the schema.
 *
 * Checks of a string are asked once for each text and remembered: ids, dates and codes come again and again. A check that does not give
 * the same answer every time has no place in the schema of an event.
 */
export function accepting(schema: z.core.$ZodType): Accepts {
  const before = known.get(schema);
  if (before !== undefined) return before;
  // A schema may hold itself: until it is known, what it holds asks later.
  known.set(schema, (value) => known.get(schema)?.(value) === true);
  const accepts = acceptorOf(schema);
  known.set(schema, accepts);
  return accepts;
}

const never: Accepts = () => false;

function acceptorOf(schema: z.core.$ZodType): Accepts {
  const shallow = withoutChecks(schema);
  const checks = checksOf(schema);
  if (checks.length === 0 || shallow === never) return shallow;
  const passes = (value: unknown): boolean => checks.every((check) => passesCheck(check, value));
  if (schema instanceof z.core.$ZodString) {
    const passesOnce = remembering(passes);
    return (value) => typeof value === 'string' && passesOnce(value);
  }
  return (value) => shallow(value) && passes(value);
}

function withoutChecks(schema: z.core.$ZodType): Accepts {
  if (schema instanceof z.core.$ZodString) return schema._zod.def.coerce === true ? never : isString;
  if (schema instanceof z.core.$ZodNumber) return schema._zod.def.coerce === true ? never : Number.isFinite;
  if (schema instanceof z.core.$ZodBoolean) return schema._zod.def.coerce === true ? never : isBoolean;
  if (schema instanceof z.core.$ZodNull) return isNull;
  if (schema instanceof z.core.$ZodEnum) return oneOf([...(schema._zod.values ?? [])]);
  if (schema instanceof z.core.$ZodLiteral) return oneOf(schema._zod.def.values);
  if (schema instanceof z.core.$ZodObject) return objectOf(schema);
  if (schema instanceof z.core.$ZodArray) return arrayOf(accepting(schema._zod.def.element));
  if (schema instanceof z.core.$ZodDiscriminatedUnion) return oneOfTheOptions(schema);
  if (schema instanceof z.core.$ZodUnion && schema._zod.def.inclusive === false) return never;
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.every(changesNothing) ? anyOf(schema) : never;
  if (schema instanceof z.core.$ZodNullable) return orNull(accepting(schema._zod.def.innerType));
  return never;
}

/** A format of text or number is its own first check. */
function checksOf(schema: z.core.$ZodType): readonly z.core.$ZodCheck<never>[] {
  const own = schema._zod.traits.has('$ZodCheck') ? [schema as unknown as z.core.$ZodCheck<never>] : [];
  return [...own, ...(schema._zod.def.checks ?? [])];
}

/** Asks a check of the schema itself; one that changes the value, such as trimming, passes only what it leaves as it is. */
function passesCheck(check: z.core.$ZodCheck<never>, value: unknown): boolean {
  const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] };
  try {
    const later = check._zod.check(payload);
    return !(later instanceof Promise) && payload.issues.length === 0 && payload.value === value;
  } catch {
    return false;
  }
}

/** How many texts are remembered for one schema before it begins anew. */
const REMEMBERED = 4096;
/** Longer texts are prose, which does not come again. */
const LONGEST = 128;

function remembering(passes: (text: string) => boolean): (text: string) => boolean {
  const passed = new Set<string>();
  return (text) => {
    if (passed.has(text)) return true;
    if (!passes(text)) return false;
    if (text.length <= LONGEST) {
      if (passed.size >= REMEMBERED) passed.clear();
      passed.add(text);
    }
    return true;
  };
}

function oneOf(values: readonly unknown[]): Accepts {
  const all = new Set(values);
  return (value) => all.has(value);
}

function arrayOf(element: Accepts): Accepts {
  if (element === never) return never;
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (let index = 0; index < value.length; index++) if (!element(value[index])) return false;
    return true;
  };
}

function orNull(inner: Accepts): Accepts {
  return inner === never ? never : (value) => value === null || inner(value);
}

/** Only fields of the shape, each valid: true for strict objects, and for others when there is nothing that they would drop. */
function objectOf(schema: z.core.$ZodObject): Accepts {
  const { shape, catchall } = schema._zod.def;
  if (catchall !== undefined && !(catchall instanceof z.core.$ZodNever)) return never;
  const fields = Object.entries(shape).map(([key, field]) => {
    const optional =
      field instanceof z.core.$ZodOptional &&
      checksOf(field).length === 0 &&
      field._zod.def.innerType._zod.optin === undefined;
    const inner = optional ? field._zod.def.innerType : field;
    return { key, optional, accepts: accepting(inner) };
  });
  if (fields.some(({ accepts, optional }) => accepts === never && !optional)) return never;
  return (value) => {
    if (!isPlainObject(value)) return false;
    let present = 0;
    for (const { key, optional, accepts } of fields) {
      const inner = value[key];
      if (inner === undefined) {
        if (!optional) return false;
      } else {
        if (!accepts(inner)) return false;
        present++;
      }
    }
    for (const _ in value) present--;
    return present === 0;
  };
}

/** The discriminator tells the one option that can fit. */
function oneOfTheOptions(schema: z.core.$ZodDiscriminatedUnion): Accepts {
  const { discriminator, options } = schema._zod.def;
  const byValue = new Map<unknown, Accepts>();
  for (const option of options) {
    for (const value of option._zod.propValues?.[discriminator] ?? []) byValue.set(value, accepting(option));
  }
  return (value) => isPlainObject(value) && byValue.get(value[discriminator])?.(value) === true;
}

function anyOf(schema: z.core.$ZodUnion): Accepts {
  const options = schema._zod.def.options.map(accepting);
  return (value) => options.some((accepts) => accepts(value));
}

/** Plain values come out of their schema as they went in, unless a check writes over them; of other options, one before could. */
function changesNothing(schema: z.core.$ZodType): boolean {
  const plain =
    PLAIN.some((kind) => schema instanceof kind) && (schema._zod.def as { coerce?: boolean }).coerce !== true;
  return plain && checksOf(schema).every((check) => !check._zod.def.check.includes('overwrite'));
}

const PLAIN = [
  z.core.$ZodString,
  z.core.$ZodNumber,
  z.core.$ZodBoolean,
  z.core.$ZodNull,
  z.core.$ZodEnum,
  z.core.$ZodLiteral,
];

function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isNull(value: unknown): boolean {
  return value === null;
}
