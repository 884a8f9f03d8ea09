import { assertPlainJson, command, decider, event, rule, stream } from '@pembinaan/event-sourcing';
import { arbitraryOf, describeLaws, laws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Paid = event('Paid', z.strictObject({ rupiah: z.int() })).next(
  z.strictObject({ rupiah: z.int(), note: z.string().max(20).optional() }),
  (v1) => ({ rupiah: v1.rupiah }),
);
const Withdrawn = event('Withdrawn', z.strictObject({ rupiah: z.int().positive() }));
const Pay = command('Pay', z.strictObject({ rupiah: z.int().min(1).max(100), note: z.string().max(20).optional() }));
const Withdraw = command('Withdraw', z.strictObject({ rupiah: z.int().min(1).max(100) }));
const Enough = rule('X03', {
  text: { en: 'Enough.', id: 'Cukup.' },
  refusals: {
    short: (d: { by: number }) => ({ en: `Short by ${d.by}.`, id: `Kurang ${d.by}.` }),
    mute: () => ({ en: 'No.', id: '' }),
  },
});
type Purse = { readonly rupiah: number; readonly seen: readonly number[] };
const purseState = (change?: (state: Purse, by: number) => Purse) =>
  stream('purse', { events: [Paid, Withdrawn], initial: (): Purse => ({ rupiah: 0, seen: [] }) }).evolve({
    Paid: (state, e) => (change ?? ((s, by) => ({ ...s, rupiah: s.rupiah + by })))(state, e.data.rupiah),
    Withdrawn: (state, e) => ({ ...state, rupiah: state.rupiah - e.data.rupiah }),
  });
const invariant = (state: Purse): void => expect(state.rupiah).toBeGreaterThanOrEqual(0);

const purse = decider(purseState(), { commands: [Pay, Withdraw] }).decide({
  Pay: (_, c) => [Paid(c.data)],
  Withdraw: (state, c) =>
    state.rupiah < c.data.rupiah ? Enough.refuse('short', { by: c.data.rupiah - state.rupiah }) : [Withdrawn(c.data)],
});

describeLaws('a purse', purse, { invariant });

describe('laws', () => {
  const lawOf = (broken: Parameters<typeof laws<'purse', Purse, never, never>>[0], name: RegExp) =>
    laws(broken as typeof purse, { invariant, seed: 1 }).find((law) => name.test(law.name));
  const check = async (broken: unknown, name: RegExp) => {
    const law = lawOf(broken as never, name);
    expect(law, `a law named ${name}`).toBeDefined();
    return law?.check();
  };

  it('has one for each version of each event', () => {
    expect(laws(purse).map((law) => law.name)).toEqual([
      'Paid: version 1 is lifted to the present one',
      'Paid: decode after encode is identity',
      'Withdrawn: decode after encode is identity',
      'the fold is deterministic and changes neither the state before nor the event',
      'whatever is decided can be stored, read and folded',
      'a refusal leaves nothing and says why in both languages',
      'the same command id twice gives the first result',
    ]);
  });

  it('finds a fold that changes the state in place', async () => {
    const state = purseState((before, by) => Object.assign(before, { rupiah: before.rupiah + by }));
    const broken = decider(state, { commands: [Pay] }).decide({ Pay: (_, c) => [Paid(c.data)] });
    await expect(check(broken, /deterministic/)).rejects.toThrow(/read only/);
  });

  it('finds a fold that changes the state in place later on', async () => {
    const state = purseState((before, by) => {
      const rupiah = before.rupiah + by;
      return before.rupiah === 0 ? { ...before, rupiah } : Object.assign(before, { rupiah });
    });
    const broken = decider(state, { commands: [Pay] }).decide({ Pay: (_, c) => [Paid(c.data)] });
    await expect(check(broken, /deterministic/)).rejects.toThrow(/read only/);
  });

  it('finds a fold that depends on something else', async () => {
    let count = 0;
    const state = purseState((before) => ({ ...before, rupiah: count++ }));
    const broken = decider(state, { commands: [Pay] }).decide({ Pay: (_, c) => [Paid(c.data)] });
    await expect(check(broken, /deterministic/)).rejects.toThrow();
  });

  it('finds a decision that the schema of the event refuses', async () => {
    const broken = decider(purseState(), { commands: [Pay] }).decide({ Pay: () => [Withdrawn({ rupiah: 0 })] });
    await expect(check(broken, /can be stored/)).rejects.toThrow(/Withdrawn/);
  });

  it('finds an upcaster that makes wrong data', async () => {
    const Lifted = event('Paid', z.strictObject({ rupiah: z.int() })).next(
      z.strictObject({ rupiah: z.int().min(0) }),
      (v1) => v1,
    );
    const state = stream('purse', { events: [Lifted], initial: () => ({}) }).evolve({ Paid: (s) => s });
    const broken = decider(state, { commands: [Pay] }).decide({ Pay: () => [] });
    await expect(check(broken, /version 1 is lifted/)).rejects.toThrow(/lifted to a payload that is wrong/);
  });

  it('finds a schema that changes what it validates', async () => {
    const Trimmed = event('Paid', z.strictObject({ note: z.string().transform((note) => `${note}!`) }));
    const state = stream('purse', { events: [Trimmed], initial: () => ({}) }).evolve({ Paid: (s) => s });
    const broken = decider(state, { commands: [Pay] }).decide({ Pay: () => [] });
    await expect(check(broken, /identity/)).rejects.toThrow();
  });

  it('finds a broken invariant', async () => {
    const broken = decider(purseState(), { commands: [Pay, Withdraw] }).decide({
      Pay: (_, c) => [Paid(c.data)],
      Withdraw: (_, c) => [Withdrawn(c.data)],
    });
    await expect(check(broken, /invariant/)).rejects.toThrow();
  });

  it('finds a refusal that is silent in Indonesian', async () => {
    const broken = decider(purseState(), { commands: [Pay] }).decide({ Pay: () => Enough.refuse('mute', {}) });
    await expect(check(broken, /both languages/)).rejects.toThrow();
  });
});

describe('data for a schema', () => {
  const schemas: Record<string, z.ZodType> = {
    'strict object': z.strictObject({ a: z.string(), b: z.int().optional(), c: z.boolean().nullable() }),
    'object with a refinement': z
      .object({ from: z.int().min(0).max(9), to: z.int().min(0).max(9) })
      .refine((d) => d.from <= d.to),
    'bounded string': z.string().min(2).max(5),
    'exact string': z.string().length(4),
    pattern: z.string().regex(/^[A-Z]{2}-\d{3}$/),
    'pattern and length': z
      .string()
      .min(3)
      .max(10)
      .regex(/^[a-z]+$/),
    'branded id': z.string().min(1).brand('SubjectId'),
    'string with a refinement': z.string().refine((value) => !value.includes('x')),
    'iso date': z.iso.date(),
    'iso datetime': z.iso.datetime({ precision: 3 }),
    'iso datetime in seconds': z.iso.datetime({ precision: 0 }),
    'iso time': z.iso.time(),
    uuid: z.uuid(),
    email: z.email(),
    integer: z.int(),
    'positive integer': z.int().positive().max(10),
    'integer between': z.number().int().gt(3).lt(5),
    int32: z.int32(),
    number: z.number(),
    'number between': z.number().min(0).max(1),
    'multiple of': z.number().min(0).multipleOf(25),
    enum: z.enum(['office', 'online']),
    literal: z.literal(['a', 1, null]),
    array: z.array(z.int()).min(2).max(3),
    tuple: z.tuple([z.string(), z.int()], z.boolean()),
    record: z.record(z.string().regex(/^[a-z]{1,3}$/), z.int()),
    'record over an enum': z.record(z.enum(['a', 'b']), z.int()),
    union: z.union([z.string(), z.int()]),
    'discriminated union': z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), x: z.int() }),
      z.strictObject({ kind: z.literal('b'), y: z.string() }),
    ]),
    intersection: z.intersection(z.object({ a: z.int() }), z.object({ b: z.string() })),
    default: z.strictObject({ a: z.int().default(1) }),
    unknown: z.unknown(),
    lazy: z.lazy(() => z.int()),
    readonly: z.array(z.string()).readonly(),
  };

  it.each(Object.entries(schemas))('fits, and is plain JSON: %s', (_, schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema), (data) => {
        expect(schema.safeParse(data).error).toBeUndefined();
        assertPlainJson(data, 'data');
      }),
      { numRuns: 200 },
    );
  });

  it('leaves optional fields out at times, and never writes undefined', () => {
    const samples = fc.sample(arbitraryOf(z.strictObject({ a: z.int().optional() })), 100);
    expect(samples.some((data) => 'a' in data)).toBe(true);
    expect(samples.some((data) => !('a' in data))).toBe(true);
    expect(samples.every((data) => !('a' in data) || data.a !== undefined)).toBe(true);
  });

  it('takes overrides, and says so for what it does not know', () => {
    const Nip = z.string().refine((value) => value === 'rare');
    const schema = z.strictObject({ nip: Nip });
    expect(
      fc.sample(
        arbitraryOf(schema, (part) => (part === Nip ? fc.constant('rare') : undefined)),
        1,
      ),
    ).toEqual([{ nip: 'rare' }]);
    expect(() => arbitraryOf(z.date())).toThrow(/'date'/);
  });
});
