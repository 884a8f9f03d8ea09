import {
  asOf,
  command,
  decider,
  type EventStore,
  event,
  type FactRef,
  type FactRequest,
  handle,
  type Instant,
  isEventSourcingError,
  memoryStore,
  projection,
  type RowOf,
  replay,
  replayAll,
  rule,
  stream,
  type View,
} from '@pembinaan/event-sourcing';
import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import { store as storeEvents } from './ledger.js';

const Registered = event('EmployeeRegistered', z.strictObject({ subjectId: z.string(), number: z.string() }));
const Placed = event('EmployeePlaced', z.strictObject({ subjectId: z.string(), unitIds: z.array(z.string()) }));
const Retired = event('EmployeeRetired', z.strictObject({ subjectId: z.string() }));

interface Registration {
  readonly subjectId: string;
  placements: number;
  units: readonly string[];
  since?: Instant;
}

const registrations = projection({
  name: 'registrations',
  version: 1,
  events: [Registered, Placed, Retired],
  initial: (key): Registration => ({ subjectId: key, placements: 0, units: [] }),
  key: (e) => e.data.subjectId,
  on: {
    EmployeeRegistered: (row, e) => ({ ...row, since: e.occurredAt }),
    EmployeePlaced: (row, e) => {
      row.placements++;
      row.units = e.data.unitIds;
      return row;
    },
    EmployeeRetired: () => null,
  },
});

const byNumber = projection({
  name: 'by-number',
  version: 1,
  events: [Registered],
  initial: () => ({ subjects: [] as string[] }),
  key: (e) => e.data.number,
  on: { EmployeeRegistered: (row, e) => ({ subjects: [...row.subjects, e.data.subjectId] }) },
});

const AlreadyThere = rule('X02', {
  text: { en: 'Once.', id: 'Sekali.' },
  refusals: { twice: (d: { by: readonly string[] }) => ({ en: d.by.join(), id: d.by.join() }) },
});
const Register = command('RegisterEmployee', z.strictObject({ number: z.string() }));
const Note = command('NoteEmployee', z.strictObject({}));
const Noted = event('EmployeeNoted', z.strictObject({}));
const employee = decider(
  stream('employee', { events: [Registered, Noted], initial: () => ({ known: false }) }).evolve({
    EmployeeRegistered: () => ({ known: true }),
    EmployeeNoted: (state) => state,
  }),
  { commands: [Register, Note] },
)
  .facts({ RegisterEmployee: (_, c) => ({ taken: byNumber.at(c.data.number) }) })
  .decide({
    RegisterEmployee: (_, c, { taken }) => {
      expectTypeOf(taken).toEqualTypeOf<{ subjects: string[] }>();
      return taken.subjects.length > 1
        ? AlreadyThere.refuse('twice', { by: taken.subjects })
        : [Registered({ subjectId: c.id, number: c.data.number })];
    },
    NoteEmployee: () => [Noted({})],
  });

const Older = event('Grown', z.strictObject({ a: z.int() }));
const Newer = Older.next(z.strictObject({ a: z.int(), b: z.int() }), (v1) => ({ ...v1, b: 2 }));

const actor = { subjectId: 's', roles: [] };

describe('a projection', () => {
  it('infers the row and narrows events by type', () => {
    expectTypeOf<RowOf<typeof registrations>>().toEqualTypeOf<Registration>();
    expectTypeOf(registrations.at('a')).toEqualTypeOf<FactRequest<Registration>>();
    const several = projection({
      name: 'several',
      version: 1,
      events: [Registered, Placed],
      initial: () => ({ count: 0 }),
      key: (e) => {
        expectTypeOf(e.position).toEqualTypeOf<string>();
        return e.type === 'EmployeePlaced' ? e.data.unitIds : undefined;
      },
      on: {
        EmployeeRegistered: (row, e, key) => {
          expectTypeOf(row).toEqualTypeOf<{ count: number }>();
          expectTypeOf(e.data.number).toEqualTypeOf<string>();
          expectTypeOf(e.metadata.commandId).toEqualTypeOf<string>();
          expectTypeOf(key).toEqualTypeOf<string>();
          return row;
        },
        EmployeePlaced: (row) => ({ count: row.count + 1 }),
      },
    });
    expectTypeOf(asOf(memoryStore(), several)).toEqualTypeOf<Promise<View<{ count: number }>>>();
    expectTypeOf(replayAll(memoryStore(), [several, registrations])).resolves.toEqualTypeOf<
      readonly [View<{ count: number }>, View<Registration>]
    >();
    expect(several.catalog.types).toEqual(['EmployeeRegistered', 'EmployeePlaced']);
  });

  it('refuses what is wrong at compile time', () => {
    const never = (): boolean => false;
    if (never()) {
      const shape = { name: 'x', version: 1, initial: () => ({ count: 0 }), key: () => 'all' };
      // @ts-expect-error a missing handler
      projection({ ...shape, events: [Registered, Placed], on: { EmployeeRegistered: (row) => row } });
      projection({
        ...shape,
        events: [Registered],
        // @ts-expect-error a handler for an event that is not listed
        on: { EmployeeRegistered: (row) => row, EmployeePlaced: (row) => row },
      });
      // @ts-expect-error another row
      projection({ ...shape, events: [Registered], on: { EmployeeRegistered: () => ({ counted: 1 }) } });
      // @ts-expect-error a forgotten return
      projection({ ...shape, events: [Registered], on: { EmployeeRegistered: (row) => void row.count++ } });
      // @ts-expect-error a field that the event does not have
      projection({ ...shape, events: [Registered], key: (e) => e.data.nip, on: { EmployeeRegistered: (row) => row } });
    }
    expect(never()).toBe(false);
  });

  it('refuses a name or a version that cannot be one', () => {
    const shape = { events: [Registered], initial: () => 0, key: () => 'all', on: { EmployeeRegistered: () => 1 } };
    expect(() => projection({ ...shape, name: 'no spaces', version: 1 })).toThrow(/cannot name/);
    expect(() => projection({ ...shape, name: 'x', version: 0 })).toThrow(/versions count from 1/);
  });
});

describe('a row of a projection as a fact', () => {
  const context = { actor };
  const register =
    (store = memoryStore()) =>
    (id: string, number: string) =>
      handle(store, employee, id, Register({ number }), { ...context, commandId: `c-${id}-${number}` });

  it('is read on to the head and refuses by what others did', async () => {
    const send = register();
    expect((await send('a', '7')).accepted).toBe(true);
    expect((await send('b', '7')).accepted).toBe(true);
    expect(await send('c', '7')).toMatchObject({ accepted: false, rejection: { data: { by: ['c-a-7', 'c-b-7'] } } });
    expect((await send('c', '8')).accepted).toBe(true);
  });

  it('notes every stream that contributed, as it stood, and passes the atomic check', async () => {
    const store = memoryStore();
    const send = register(store);
    await send('a', '7');
    await handle(store, employee, 'a', Note({}), context);
    const second = await send('b', '7');
    expect(second.accepted && second.events[0]?.metadata.facts).toEqual([{ stream: 'employee-a', revision: 1 }]);
  });

  it('is seen to have moved by the atomic check, and loaded again', async () => {
    const store = memoryStore();
    const send = register(store);
    await send('a', '7');
    let raced = false;
    const racing = {
      ...store,
      append: async (...args: Parameters<typeof store.append>) => {
        if (!raced) {
          raced = true;
          await handle(store, employee, 'a', Note({}), context);
        }
        return store.append(...args);
      },
    };
    const second = await register(racing)('b', '7');
    expect(second.accepted && second.events[0]?.metadata.facts).toEqual([{ stream: 'employee-a', revision: 1 }]);
  });

  /** Lets another writer in, once, while the heads of the streams are asked for. */
  const interrupted = (store: EventStore, times: number, interrupt: () => Promise<unknown>): EventStore => {
    let left = times;
    return {
      ...store,
      async *read(...args) {
        if (args[1]?.backwards === true && left-- > 0) await interrupt();
        yield* store.read(...args);
      },
    };
  };
  const registerAgain = (store: EventStore) => async () => {
    await storeEvents(store, [Registered({ subjectId: 'again', number: '7' })], { stream: 'employee-a' });
  };

  describe('a glance', () => {
    it('is the row as it is known, with the streams that made it, and takes no turn', async () => {
      const store = memoryStore();
      await register(store)('a', '7');
      const refs: FactRef[] = [];
      const row = await byNumber.glance('7').load({
        store,
        relyOn: (ref) => refs.push(ref),
        relyOnQuiet: () => expect.unreachable(),
        takeTurn: () => expect.unreachable(),
        stamp: () => {},
      });
      expect(row.subjects).toEqual(['c-a-7']);
      expect(refs).toEqual([{ stream: 'employee-a', revision: 0 }]);
    });

    it('notes the stream as it was read, when it moves at that moment', async () => {
      const store = memoryStore();
      await register(store)('a', '7');
      const refs: FactRef[] = [];
      await byNumber.glance('7').load({
        store: interrupted(store, 1, registerAgain(store)),
        relyOn: (ref) => refs.push(ref),
        relyOnQuiet: () => {},
        takeTurn: async () => {},
        stamp: () => {},
      });
      expect(refs).toEqual([{ stream: 'employee-a', revision: 0 }]);
    });
  });

  it('is read on when a stream moves between the view and its revisions', async () => {
    const store = memoryStore();
    await register(store)('a', '7');
    const refs: FactRef[] = [];
    const moving = interrupted(store, 1, registerAgain(store));
    const row = await byNumber.at('7').load({
      store: moving,
      relyOn: (ref) => refs.push(ref),
      relyOnQuiet: () => {},
      takeTurn: async () => {},
      stamp: () => {},
    });
    expect(row.subjects).toEqual(['c-a-7', 'again']);
    expect(refs).toEqual([{ stream: 'employee-a', revision: 1 }]);
  });

  it('notes what is in the row when a stream does not stop moving, so that the check at the append refuses', async () => {
    const store = memoryStore();
    await register(store)('a', '7');
    const refs: FactRef[] = [];
    const moving = interrupted(store, 100, registerAgain(store));
    const row = await byNumber.at('7').load({
      store: moving,
      relyOn: (ref) => refs.push(ref),
      relyOnQuiet: () => {},
      takeTurn: async () => {},
      stamp: () => {},
    });
    expect(refs).toEqual([{ stream: 'employee-a', revision: row.subjects.length - 1 }]);
    expect(row.subjects.length).toBeLessThan(10);
  });

  it('reads only what is new, and only its types', async () => {
    const store = memoryStore();
    const asked: unknown[] = [];
    const noting: EventStore = {
      ...store,
      readAll: (options) => {
        asked.push([options?.after, options?.types]);
        return store.readAll(options);
      },
    };
    const reader = {
      store: noting,
      relyOn: () => {},
      relyOnQuiet: () => {},
      takeTurn: async () => {},
      stamp: () => {},
    };
    await register(store)('a', '7');
    const first = await store.head();
    await byNumber.at('7').load(reader);
    await register(store)('b', '7');
    expect((await byNumber.at('7').load(reader)).subjects).toHaveLength(2);
    expect(asked).toEqual([
      [undefined, ['EmployeeRegistered']],
      [first, ['EmployeeRegistered']],
    ]);
  });

  it('begins anew after a fold that failed', async () => {
    const store = memoryStore();
    await register(store)('a', '7');
    let broken = true;
    const fragile = projection({
      name: 'fragile',
      version: 1,
      events: [Registered],
      initial: () => ({ subjects: [] as string[] }),
      key: (e) => e.data.number,
      on: {
        EmployeeRegistered: (row, e) => {
          row.subjects.push(e.data.subjectId);
          if (broken) throw new Error('a bug');
          return row;
        },
      },
    });
    const reader = { store, relyOn: () => {}, relyOnQuiet: () => {}, takeTurn: async () => {}, stamp: () => {} };
    await expect(fragile.at('7').load(reader)).rejects.toMatchObject({ code: 'projection-stopped' });
    broken = false;
    expect((await fragile.at('7').load(reader)).subjects).toEqual(['c-a-7']);
  });

  it('serialises catch-ups that run at the same time', async () => {
    const store = memoryStore();
    const send = register(store);
    await send('a', '7');
    const reader = { store, relyOn: () => {}, relyOnQuiet: () => {}, takeTurn: async () => {}, stamp: () => {} };
    const loads = await Promise.all(Array.from({ length: 20 }, () => byNumber.at('7').load(reader)));
    expect(loads.every((row) => row.subjects.length === 1)).toBe(true);
  });

  it('hands out copies', async () => {
    const store = memoryStore();
    await register(store)('a', '7');
    const reader = { store, relyOn: () => {}, relyOnQuiet: () => {}, takeTurn: async () => {}, stamp: () => {} };
    (await byNumber.at('7').load(reader)).subjects.push('intruder');
    expect((await byNumber.at('7').load(reader)).subjects).toEqual(['c-a-7']);
    expect((await byNumber.at('8').load(reader)).subjects).toEqual([]);
  });
});

describe('a fold', () => {
  it('makes and removes rows, and replays several projections in one pass', async () => {
    const store = memoryStore();
    const send = (subjectId: string, ...events: { type: string; data: unknown }[]) =>
      storeEvents(store, events, { stream: `employee-${subjectId}` });
    await send('a', Registered({ subjectId: 'a', number: '1' }), Placed({ subjectId: 'a', unitIds: ['u'] }));
    await send('b', Registered({ subjectId: 'b', number: '1' }), Retired({ subjectId: 'b' }));
    const [people, numbers] = await replayAll(store, [registrations, byNumber]);
    expect([...people.rows.values()]).toEqual([
      { subjectId: 'a', placements: 1, units: ['u'], since: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(people.handled).toBe(4);
    expect(numbers.get('1')).toEqual({ subjects: ['a', 'b'] });
    expect((await replay(store, byNumber)).rows).toEqual(numbers.rows);
    expect(people.position).toBe(await store.head());
  });

  it('decodes an event by the definition of each projection', async () => {
    const counted = (events: typeof Older | typeof Newer) =>
      projection({
        name: 'counted',
        version: 1,
        events: [events],
        initial: (): unknown => null,
        key: () => 'all',
        on: { Grown: (_, e) => e.data },
      });
    const store = memoryStore();
    await storeEvents(store, [Older({ a: 1 })]);
    const described = counted(Newer.describe({ en: 'It grew.', id: 'Tumbuh.' }));
    const views = await replayAll(store, [counted(Newer), counted(Older), described, counted(Older)]);
    expect(views.map((view) => view.get('all'))).toEqual([{ a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 }, { a: 1 }]);
  });

  it('names the projection, the event and the cause when it cannot go on', async () => {
    const store = memoryStore();
    await handle(store, employee, 'a', Register({ number: '7' }), { actor });
    const broken = projection({
      name: 'broken',
      version: 3,
      events: [Registered],
      initial: () => 0,
      key: () => 'all',
      on: {
        EmployeeRegistered: () => {
          throw new Error('a bug');
        },
      },
    });
    const error = await replay(store, broken).catch((e: unknown) => e);
    expect(isEventSourcingError(error, 'projection-stopped')).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/'broken' \(version 3\).*a bug/),
      place: { stream: 'employee-a', revision: 0, type: 'EmployeeRegistered' },
      cause: new Error('a bug'),
    });
  });
});
