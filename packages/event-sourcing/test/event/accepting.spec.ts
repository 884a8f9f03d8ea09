import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { accepting } from '../../src/event/accepting.js';
import { arbitraryOf } from '../../src/testing/arbitrary-of.js';

const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,9}$/)
  .refine((id) => id !== 'constructor')
  .brand<'Id'>();

const Session = z.strictObject({
  id: Id,
  on: z.iso.date(),
  minutes: z.int().min(1).max(480),
  share: z.number().max(1),
  kind: z.enum(['class', 'field']),
  present: z.boolean(),
  note: z.string().trim().max(200).optional(),
  by: z.nullable(Id),
  level: z.union([z.literal(1), z.literal(2), Id]),
  topics: z.array(z.string().min(1)).min(1).max(5),
  basis: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim'), claimId: Id }),
    z.strictObject({ kind: z.enum(['batch', 'mentorship']), hours: z.int() }),
  ]),
});

/** Values near a valid one: a field replaced, dropped, or added. */
function near(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const stranger = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.constant(' padded '), fc.constant(-0.5));
  return fc
    .tuple(valid, fc.nat(), stranger, fc.constantFrom('replace', 'drop', 'add', 'deep'))
    .map(([value, at, odd, how]) => {
      if (typeof value !== 'object' || value === null) return odd;
      const entries = Object.entries(value);
      const index = at % Math.max(1, entries.length);
      if (how === 'add') entries.push([`extra${at % 3}`, odd]);
      else if (how === 'drop') entries.splice(index, 1);
      else if (how === 'deep')
        entries.splice(index, 1, [entries[index]?.[0] ?? 'x', { ...Object(entries[index]?.[1]), odd }]);
      else entries.splice(index, 1, [entries[index]?.[0] ?? 'x', odd]);
      return Object.fromEntries(entries);
    });
}

describe('accepting', () => {
  const accepts = accepting(Session);
  const valid = arbitraryOf(Session);

  it('takes what the schema takes and leaves as it is', () => {
    fc.assert(
      fc.property(valid, (value) => {
        const trimmed = value.note === undefined || value.note === value.note.trim();
        expect(accepts(value)).toBe(trimmed);
      }),
    );
  });

  it('never takes what the schema would refuse or change (2,000 values near a valid one)', () => {
    let taken = 0;
    fc.assert(
      fc.property(near(valid), (value) => {
        if (!accepts(value)) return;
        taken++;
        const parsed = Session.safeParse(value);
        expect(parsed.success).toBe(true);
        expect(parsed.data).toEqual(value);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it.each([
    ['a field that the shape does not know', { id: 'a', more: 1 }],
    ['a missing field', {}],
    ['a field that is present and undefined', { id: undefined }],
    ['an instance of a class', Object.assign(new (class Named {})(), { id: 'a' })],
    ['a list', [{ id: 'a' }]],
    ['null', null],
  ])('does not take %s', (_, value) => {
    expect(accepting(z.strictObject({ id: Id }))(value)).toBe(false);
  });

  it('does not take a text that failed after others passed', () => {
    const text = accepting(Id);
    expect([text('abc'), text('abc'), text('ABC'), text('constructor'), text('ABC')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['a default', z.strictObject({ n: z.int().default(1) }), { n: 1 }],
    ['a transformation', z.strictObject({ n: z.string().transform(Number) }), { n: '1' }],
    ['a coercion', z.strictObject({ n: z.coerce.number() }), { n: 1 }],
    [
      'a plain union, whose earlier option may change the value',
      z.union([z.object({}), z.strictObject({ n: z.int() })]),
      { n: 1 },
    ],
    [
      'a checked field that may be absent',
      z.strictObject({
        n: z
          .int()
          .optional()
          .refine((n) => n !== 1),
      }),
      { n: 1 },
    ],
    ['an absent field that has a default', z.strictObject({ n: z.int().default(1).optional() }), {}],
    ['the name of a numeric enum', z.enum({ A: 0, B: 1 } as const), 'A'],
    ['an exclusive union', z.xor([z.int(), z.number()]), 1],
    ['a union whose earlier option trims', z.union([z.string().trim(), z.string()]), ' a '],
    ['a catch-all', z.object({ n: z.int() }).catchall(z.string().trim()), { n: 1, m: ' a ' }],
  ])('leaves %s to the schema', (_, schema, value) => {
    expect(accepting(schema)(value)).toBe(false);
  });

  it('takes a value of a schema that holds itself', () => {
    const Unit = z.strictObject({
      name: z.string(),
      get parts() {
        return z.array(Unit);
      },
    });
    const unit = { name: 'a', parts: [{ name: 'b', parts: [] }] };
    expect([accepting(Unit)(unit), accepting(Unit)({ ...unit, parts: [{ name: 'b' }] })]).toEqual([true, false]);
  });

  it('asks the checks of an object, and a check that throws is a no', () => {
    const Period = z.strictObject({ from: z.int(), to: z.int() }).refine(({ from, to }) => {
      if (from < 0) throw new Error('before the beginning');
      return from <= to;
    });
    expect(
      [
        { from: 1, to: 2 },
        { from: 2, to: 1 },
        { from: -1, to: 1 },
      ].map(accepting(Period)),
    ).toEqual([true, false, false]);
  });
});
