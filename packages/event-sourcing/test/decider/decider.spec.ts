import { command, decider, event, isRejection, Refused, rule, stream, throwing } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Opened = event('Opened', z.strictObject({}));
const Closed = event('Closed', z.strictObject({ reason: z.string() }));
const Open = command('Open', z.strictObject({}));
const Close = command('Close', z.strictObject({ reason: z.string() }));
const OpenOnly = rule('X04', {
  text: { en: 'Only what is open is closed.', id: 'Hanya yang terbuka yang ditutup.' },
  refusals: {
    notOpen: (d: { status: string }) => ({
      en: `It is ${d.status}; open it first.`,
      id: `Status ${d.status}; buka dahulu.`,
    }),
  },
});
type State = { readonly status: 'none' | 'open' | 'closed' };
const doorState = stream('door', { events: [Opened, Closed], initial: (): State => ({ status: 'none' }) }).evolve({
  Opened: () => ({ status: 'open' }),
  Closed: () => ({ status: 'closed' }),
});
const limits = stream('limit', { events: [Opened], initial: () => ({ max: 3 }) }).evolve({ Opened: (state) => state });
const door = decider(doorState, { commands: [Open, Close] })
  .facts({ Close: () => ({ limit: limits.at('1') }) })
  .decide({
    Open: () => [Opened({})],
    Close: (state, c, { limit }) =>
      state.status === 'open' && c.data.reason.length <= limit.max
        ? [Closed(c.data)]
        : OpenOnly.refuse('notOpen', { status: state.status }),
  });

describe('a decider', () => {
  it('decides, folds, and knows where it begins', () => {
    const state = door.evolve(door.initialState(), Opened({}));
    expect(state).toEqual({ status: 'open' });
    expect(door.decide(Close({ reason: 'x' }), state, { limit: { max: 1 } })).toEqual([Closed({ reason: 'x' })]);
  });

  it('declares the facts of a command', () => {
    expect(Object.keys(door.factsOf(Close({ reason: 'x' }), door.initialState()))).toEqual(['limit']);
    expect(door.factsOf(Open({}), door.initialState())).toEqual({});
  });

  it('refuses with a value in both languages', () => {
    const refused = door.decide(Close({ reason: 'x' }), door.initialState(), { limit: { max: 1 } });
    expect(isRejection(refused)).toBe(true);
    expect(refused).toEqual({
      kind: 'rejection',
      rule: 'X04',
      reason: 'notOpen',
      data: { status: 'none' },
      message: { en: 'It is none; open it first.', id: 'Status none; buka dahulu.' },
    });
    expect(isRejection([Opened({})])).toBe(false);
    expect(isRejection(null)).toBe(false);
    expect(OpenOnly.reasons).toEqual(['notOpen']);
  });

  it('says so when it is given what it does not take', () => {
    expect(() => door.decide({ type: 'Paint' }, door.initialState())).toThrow(/does not take/);
    expect(() => door.evolve(door.initialState(), { type: 'Painted', data: {} } as never)).toThrow(/does not hold/);
  });

  it('names its streams', () => {
    expect(door.streamOf('a1')).toBe('door-a1');
    expect(() => door.streamOf('a b')).toThrow(/not a stream name/);
    expect(() => door.streamOf('198503152009021002')).toThrow(/18 digits/);
    expect(() => stream('Door', { events: [], initial: () => 0 })).toThrow(/not a stream name/);
  });
});

describe('a decider under a foreign command handler', () => {
  /** A command handler as other libraries have it: it knows neither facts nor refusals. */
  const foreign = <S, C, E>(
    { decide, evolve, initialState }: { decide: (c: C, s: S) => E[]; evolve: (s: S, e: E) => S; initialState: () => S },
    history: readonly E[],
    given: C,
  ): E[] => decide(given, history.reduce(evolve, initialState()));

  it('runs unchanged, and throws its refusals', () => {
    const thrower = throwing(door, () => ({ limit: { max: 1 } }));
    expect(foreign(thrower, [Opened({})], Close({ reason: 'x' }))).toEqual([Closed({ reason: 'x' })]);
    const refuse = () => foreign(thrower, [], Close({ reason: 'x' }));
    expect(refuse).toThrow(Refused);
    expect(refuse).toThrow('X04: It is none; open it first.');
    expect(foreign(throwing(door), [], Open({}))).toEqual([Opened({})]);
  });

  it('carries the refusal', () => {
    try {
      throwing(door, () => ({ limit: { max: 1 } })).decide(Close({ reason: 'x' }), door.initialState());
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ rejection: { rule: 'X04', reason: 'notOpen' } });
    }
  });
});

describe('a command', () => {
  it('has a name in PascalCase', () => {
    expect(() => command('close door', z.strictObject({}))).toThrow(/cannot name a command/);
  });
});
