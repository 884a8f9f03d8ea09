import {
  command,
  decider,
  dispatcher,
  event,
  memoryStore,
  restrict,
  restrictAll,
  restriction,
  rule,
  stream,
} from '@pembinaan/event-sourcing';
import { describeLaws, fixedRuntime, given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';

const Poured = event('GlassPoured', z.strictObject({ ml: z.int() }));
const Emptied = event('GlassEmptied', z.strictObject({}));
const LimitSet = event('LimitSet', z.strictObject({ ml: z.int() }));
const Pour = command('PourGlass', z.strictObject({ ml: z.int() }));
const Empty = command('EmptyGlass', z.strictObject({}));
const Fill = command('FillJug', z.strictObject({}));
const limits = stream('limit', { events: [LimitSet], initial: () => ({ ml: 1000 }) }).evolve({
  LimitSet: (_, e) => ({ ml: e.data.ml }),
});
const A1 = rule('A1', {
  text: { en: 'A glass holds 500 ml.', id: 'Satu gelas memuat 500 ml.' },
  refusals: { tooMuch: () => ({ en: 'Too much. Pour less.', id: 'Terlalu banyak. Kurangi.' }) },
});
const B1 = rule('B1', {
  text: { en: 'Ours hold less.', id: 'Milik kami lebih sedikit.' },
  refusals: { overLimit: () => ({ en: 'Over the limit. Pour less.', id: 'Melebihi batas. Kurangi.' }) },
});
const C1 = rule('C1', {
  text: { en: 'Closed on that day.', id: 'Tutup pada hari itu.' },
  refusals: { closed: () => ({ en: 'Closed. Come back.', id: 'Tutup. Datang lagi.' }) },
});
const glass = decider(
  stream('glass', { events: [Poured, Emptied], initial: () => ({ ml: 0 }) }).evolve({
    GlassPoured: (state, e) => ({ ml: state.ml + e.data.ml }),
    GlassEmptied: () => ({ ml: 0 }),
  }),
  { commands: [Pour, Empty] },
)
  .facts({ PourGlass: () => ({ standard: limits.at('standard') }) })
  .decide({
    PourGlass: (state, c, { standard }) =>
      state.ml + c.data.ml > Math.min(500, standard.ml) ? A1.refuse('tooMuch', {}) : [Poured(c.data)],
    EmptyGlass: () => [Emptied({})],
  });
const jug = decider(
  stream('jug', { events: [Emptied], initial: () => ({}) }).evolve({ GlassEmptied: (state) => state }),
  { commands: [Fill] },
).decide({ FillJug: () => [Emptied({})] });

const ours = restrict(glass, Pour, {
  facts: (_, c) => ({ limit: limits.at(c.streamId) }),
  refuse: (state, c, { limit }) => {
    expectTypeOf(c.data.ml).toEqualTypeOf<number>();
    expectTypeOf(limit.ml).toEqualTypeOf<number>();
    return state.ml + c.data.ml > limit.ml ? B1.refuse('overLimit', {}) : undefined;
  },
});
const closing = restriction({
  facts: () => ({ limit: limits.at('closed') }),
  refuse: (_, _command, { limit }) => (limit.ml === 0 ? C1.refuse('closed', {}) : undefined),
});
const closed = restrictAll(ours, closing);

describe('a restricted decider', () => {
  it('refuses more', () =>
    given(ours, [], { id: 'mine' })
      .and(limits, 'mine', [LimitSet({ ml: 200 })])
      .when(Pour({ ml: 300 }))
      .thenRefused('B1', 'overLimit'));
  it('decides as before where the check lets it', () =>
    given(ours, [], { id: 'mine' })
      .and(limits, 'mine', [LimitSet({ ml: 200 })])
      .when(Pour({ ml: 200 }))
      .then([Poured({ ml: 200 })]));
  it('never accepts what the decider refuses', () =>
    given(ours)
      .when(Pour({ ml: 501 }))
      .thenRefused('A1', 'tooMuch'));
  it('keeps the facts of the decider apart from its own', () =>
    given(ours)
      .and(limits, 'standard', [LimitSet({ ml: 100 })])
      .when(Pour({ ml: 101 }))
      .thenRefused('A1', 'tooMuch'));
  it('leaves other commands alone', () =>
    given(ours)
      .when(Empty({}))
      .then([Emptied({})]));
  it('can be restricted again, for every command', async () => {
    await given(closed)
      .and(limits, 'closed', [LimitSet({ ml: 0 })])
      .when(Empty({}))
      .thenRefused('C1', 'closed');
    await given(closed)
      .when(Empty({}))
      .then([Emptied({})]);
    await given(closed)
      .when(Pour({ ml: 1001 }))
      .thenRefused('B1', 'overLimit');
    await given(closed)
      .and(limits, 'test-1', [LimitSet({ ml: 5000 })])
      .when(Pour({ ml: 501 }))
      .thenRefused('A1', 'tooMuch');
    await given(closed)
      .when(Pour({ ml: 500 }))
      .then([Poured({ ml: 500 })]);
  });
  it('notes the facts of the check in the event', async () => {
    const { events } = await given(ours, [], { id: 'mine' })
      .and(limits, 'mine', [LimitSet({ ml: 200 })])
      .when(Pour({ ml: 10 }))
      .then([Poured({ ml: 10 })]);
    expect(events[0]?.metadata.facts).toContainEqual({ stream: 'limit-mine', revision: 0 });
  });
  it('is refused for a command that the decider does not take', () =>
    expect(() => restrict(glass, Fill, { refuse: () => undefined })).toThrow(/takes no command 'FillJug'/));
});

describe('a dispatcher with further deciders', () => {
  const context = { actor: { subjectId: 's', roles: [] }, runtime: fixedRuntime() };
  it('sends to the restricted decider in the place of the first', async () => {
    const door = dispatcher([glass, jug]).with(restrict(glass, Empty, { refuse: () => C1.refuse('closed', {}) }));
    const store = memoryStore();
    expect(await door.dispatch(store, 'g', Empty({}), context)).toMatchObject({
      accepted: false,
      rejection: { rule: 'C1' },
    });
    expect(await door.dispatch(store, 'j', Fill({}), context)).toMatchObject({ accepted: true });
    expect(await dispatcher([glass, jug]).dispatch(store, 'g', Empty({}), context)).toMatchObject({ accepted: true });
  });
  it('lays a general restriction over every decider, also over those that join later', async () => {
    const never = restriction({ refuse: () => C1.refuse('closed', {}) });
    const door = dispatcher([glass], { restriction: never }).with(jug);
    for (const [id, wish] of [
      ['g', Empty({})],
      ['j', Fill({})],
    ] as const) {
      expect(await door.dispatch(memoryStore(), id, wish, context)).toMatchObject({ rejection: { rule: 'C1' } });
    }
  });
  it('takes new commands', async () => {
    const door = dispatcher([glass]).with(jug);
    expect(await door.dispatch(memoryStore(), 'j', Fill({}), context)).toMatchObject({ accepted: true });
  });
  it('refuses two deciders for one command', () => {
    const part = decider(jug, { commands: [Empty] }).decide({ EmptyGlass: () => [] });
    expect(() => dispatcher([glass]).with(part)).toThrow(/Two deciders/);
  });
});

describeLaws('restricted', closed);
