import {
  command,
  decider,
  dispatcher,
  type EventStore,
  event,
  eventId,
  type FactRequest,
  factConflict,
  handle,
  memoryStore,
  rule,
  stream,
  versionConflict,
} from '@pembinaan/event-sourcing';
import { fixedRuntime } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { store as storeEvents } from '../projection/ledger.js';

const RoomBuilt = event('RoomBuilt', z.strictObject({ seats: z.int() }));
const PolicyAdopted = event('PolicyAdopted', z.strictObject({ version: z.string() }));
const SeatTaken = event('SeatTaken', z.strictObject({ by: z.string(), note: z.string().optional() })).correctable(
  () => 'seat',
);
const SeatLeft = event('SeatLeft', z.strictObject({ by: z.string() }));
const TakeSeat = command('TakeSeat', z.strictObject({ by: z.string().min(1), note: z.string().optional() }));
const Swap = command('SwapSeats', z.strictObject({ from: z.string(), to: z.string() }));
const Nothing = command('DoNothing', z.strictObject({}));
const R19 = rule('R19', {
  text: { en: 'No more people than seats.', id: 'Peserta tidak melebihi kursi.' },
  refusals: { full: (d: { seats: number }) => ({ en: `All ${d.seats} are taken.`, id: `Semua ${d.seats} terisi.` }) },
});

const room = stream('room', { events: [RoomBuilt], initial: () => ({ seats: 0 }) }).evolve({
  RoomBuilt: (_, e) => ({ seats: e.data.seats }),
});
const policy = stream('policy', { events: [PolicyAdopted], initial: () => ({ version: 'none' }) }).evolve({
  PolicyAdopted: (_, e) => ({ version: e.data.version }),
});
const withPolicy: FactRequest<{ version: string }> = policy.at('1').stamp((p) => ({ policyVersion: p.version }));
const classState = stream('class', {
  events: [SeatTaken, SeatLeft],
  initial: (): { by: readonly string[] } => ({ by: [] }),
}).evolve({
  SeatTaken: (state, e) => ({ by: [...state.by, e.data.by] }),
  SeatLeft: (state, e) => ({ by: state.by.filter((by) => by !== e.data.by) }),
});
const lesson = decider(classState, { commands: [TakeSeat, Swap, Nothing] })
  .facts({ TakeSeat: () => ({ room: room.at('r1'), policy: withPolicy }) })
  .decide({
    TakeSeat: (state, c, facts) =>
      state.by.length >= facts.room.seats ? R19.refuse('full', { seats: facts.room.seats }) : [SeatTaken(c.data)],
    SwapSeats: (_, c) => [SeatLeft({ by: c.data.from }), SeatTaken({ by: c.data.to })],
    DoNothing: () => [],
  });

const actor = { subjectId: 'subject-1', roles: ['officer'] };
const runtime = fixedRuntime();
const context = { actor, runtime };

async function school(seats = 3): Promise<EventStore> {
  const store = memoryStore({ now: runtime.now });
  await storeEvents(store, [RoomBuilt({ seats })], { stream: 'room-r1' });
  await storeEvents(store, [PolicyAdopted({ version: '2026-1' })], { stream: 'policy-1' });
  return store;
}
async function lengthOf(store: EventStore, name = 'class-c1'): Promise<number> {
  let length = 0;
  for await (const _ of store.read(name)) length++;
  return length;
}
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A store that lets others write first, so many times. */
function contended(store: EventStore, times: number, conflict: () => Error): EventStore & { attempts(): number } {
  let attempts = 0;
  return {
    ...store,
    attempts: () => attempts,
    async append(...args) {
      attempts++;
      if (attempts <= times) throw conflict();
      return store.append(...args);
    },
  };
}

describe('handle', () => {
  it('stores what is decided, and returns it with revision and position', async () => {
    const store = await school();
    const result = await handle(store, lesson, 'c1', Swap({ from: 'a', to: 'b' }), { ...context, commandId: 'k1' });
    expect(result).toMatchObject({ accepted: true, revision: 1, repeated: false, position: await store.head() });
    const stored = [];
    for await (const e of store.read('class-c1')) stored.push(e);
    expect(result.accepted && result.events).toEqual(stored);
    expect(stored.map((e) => e.id)).toEqual([eventId('k1', 0), eventId('k1', 1)]);
  });

  it('loads facts, and records what it relied on and under which policy', async () => {
    const result = await handle(await school(), lesson, 'c1', TakeSeat({ by: 'a' }), context);
    expect(result.accepted && result.events[0]?.metadata).toMatchObject({
      facts: [
        { stream: 'room-r1', revision: 0 },
        { stream: 'policy-1', revision: 0 },
      ],
      policyVersion: '2026-1',
    });
  });

  it('connects events to their cause', async () => {
    const store = await school();
    const first = await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), { ...context, commandId: 'k1' });
    expect(first.accepted && first.events[0]?.metadata).toMatchObject({
      commandId: 'k1',
      correlationId: 'k1',
      causationId: 'k1',
    });
    const second = await handle(store, lesson, 'c1', TakeSeat({ by: 'b' }), {
      ...context,
      correlationId: 'case-7',
      causationId: 'event-3',
      onBehalfOf: 'subject-9',
      occurredAt: '2026-01-05T00:00:00.000Z',
    });
    const [event_] = second.accepted ? second.events : [];
    expect(event_?.metadata).toMatchObject({
      actor,
      onBehalfOf: 'subject-9',
      correlationId: 'case-7',
      causationId: 'event-3',
    });
    expect(event_?.occurredAt).toBe('2026-01-05T00:00:00.000Z');
    expect(event_?.metadata.salt).not.toBe(first.accepted && first.events[0]?.metadata.salt);
  });

  it('refuses with a value in both languages, and leaves nothing', async () => {
    const store = await school(0);
    const head = await store.head();
    expect(await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), context)).toEqual({
      accepted: false,
      rejection: {
        kind: 'rejection',
        rule: 'R19',
        reason: 'full',
        data: { seats: 0 },
        message: { en: 'All 0 are taken.', id: 'Semua 0 terisi.' },
      },
    });
    expect(await store.head()).toBe(head);
  });

  it('accepts a command that leads to nothing', async () => {
    const store = await school();
    const nothing = { accepted: true, events: [], repeated: false };
    expect(await handle(store, lesson, 'c1', Nothing({}), context)).toEqual({
      ...nothing,
      revision: -1,
      position: undefined,
    });
    const taken = await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), context);
    expect(await handle(store, lesson, 'c1', Nothing({}), context)).toEqual({
      ...nothing,
      revision: 0,
      position: taken.accepted ? taken.position : '',
    });
  });

  it('refuses an invalid command, with the path', async () => {
    const store = await school();
    const error = await errorOf(handle(store, lesson, 'c1', TakeSeat({ by: '' }), context));
    expect(error).toMatchObject({ code: 'invalid-command', place: { stream: 'class-c1', path: 'by' } });
    expect(await lengthOf(store)).toBe(0);
  });

  it('takes a field that is undefined as absent', async () => {
    const given = { type: 'TakeSeat', data: { by: 'a', note: undefined } } as never;
    const result = await handle(await school(), lesson, 'c1', given, context);
    expect(result.accepted && Object.keys(result.events[0]?.data ?? {})).toEqual(['by']);
  });

  it('refuses a command that it does not know', async () => {
    const unknown = { type: 'Paint', data: {} } as never;
    expect(await errorOf(handle(await school(), lesson, 'c1', unknown, context))).toMatchObject({
      code: 'unknown-command',
      message: expect.stringMatching(/TakeSeat, SwapSeats, DoNothing/),
    });
  });

  it.each([
    ['no actor', { actor: undefined }],
    ['an empty actor', { actor: { subjectId: '', roles: [] } }],
    ['an actor without roles', { actor: { subjectId: 's' } }],
    ['nobody on whose behalf', { onBehalfOf: '' }],
    ['an empty command id', { commandId: '' }],
    ['a time that is none', { occurredAt: '2026-02-30T00:00:00.000Z' }],
    ['a time to come', { occurredAt: '2126-01-01T00:00:00.000Z' }],
    ['a correction without a reason', { corrects: { eventId: 'e', reason: ' ' } }],
  ])('refuses a context with %s', async (_, wrong) => {
    const store = await school();
    const broken = { ...context, ...wrong } as never;
    expect(await errorOf(handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), broken))).toMatchObject({
      code: 'invalid-context',
    });
    expect(await lengthOf(store)).toBe(0);
  });

  it('corrects only an event of the same stream', async () => {
    const store = await school();
    const first = await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), context);
    const id = (first.accepted && first.events[0]?.id) || '';
    const correcting = { ...context, corrects: { eventId: id, reason: 'typed wrongly' } };
    const second = await handle(store, lesson, 'c1', TakeSeat({ by: 'b' }), correcting);
    expect(second.accepted && second.events[0]?.metadata.corrects).toEqual({ eventId: id, reason: 'typed wrongly' });
    expect(await errorOf(handle(store, lesson, 'c2', TakeSeat({ by: 'b' }), correcting))).toMatchObject({
      code: 'invalid-context',
      place: { stream: 'class-c2', eventId: id },
    });
  });
  it('gives what was stored when the same command races with itself', async () => {
    const store = await school();
    const both = await Promise.all(
      ['a', 'b'].map((by) => handle(store, lesson, 'c1', TakeSeat({ by }), { ...context, commandId: 'race' })),
    );
    const [first, second] = both.map((result) => result.accepted && result.events);
    expect(second).toEqual(first);
    expect(await lengthOf(store)).toBe(1);
  });

  it('keeps nothing of the actor but subject, roles and authority', async () => {
    const login = { ...actor, name: 'Budi (rekaan)', nip: 'rekaan' };
    const handled = await handle(await school(), lesson, 'c1', TakeSeat({ by: 'a' }), { ...context, actor: login });
    expect(handled.accepted && handled.events[0]?.metadata.actor).toEqual(actor);
  });

  it('takes the moment of what it corrects, unless it says otherwise', async () => {
    const store = await school();
    const then = '2026-02-01T00:00:00.000Z';
    const first = await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), { ...context, occurredAt: then });
    const eventId = (first.accepted && first.events[0]?.id) || '';
    const corrects = { eventId, reason: 'typed wrongly' };
    const second = await handle(store, lesson, 'c1', TakeSeat({ by: 'b' }), { ...context, corrects });
    expect(second.accepted && second.events[0]?.occurredAt).toBe(then);
  });

  it('corrects an event once; after that, the last of its corrections', async () => {
    const store = await school();
    const take = (by: string, eventId?: string) =>
      handle(store, lesson, 'c1', TakeSeat({ by }), {
        ...context,
        ...(eventId !== undefined && { corrects: { eventId, reason: 'typed wrongly' } }),
      });
    const first = await take('a');
    const id = (first.accepted && first.events[0]?.id) || '';
    const second = await take('b', id);
    const last = (second.accepted && second.events[0]?.id) || '';
    expect(await errorOf(take('c', id))).toMatchObject({
      code: 'invalid-context',
      message: expect.stringContaining(last),
    });
    expect((await take('c', last)).accepted).toBe(true);
  });

  it('corrects nothing by an event of another type, nor one that cannot be corrected', async () => {
    const store = await school();
    const first = await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), context);
    const swapped = await handle(store, lesson, 'c1', Swap({ from: 'a', to: 'b' }), context);
    const correcting = (events: typeof swapped) => ({
      ...context,
      corrects: { eventId: (events.accepted && events.events[0]?.id) || '', reason: 'typed wrongly' },
    });
    const other = handle(store, lesson, 'c1', Swap({ from: 'b', to: 'c' }), correcting(first as never));
    expect(await errorOf(other)).toMatchObject({ code: 'invalid-context' });
    const fixed = handle(store, lesson, 'c1', Swap({ from: 'b', to: 'c' }), correcting(swapped));
    expect(await errorOf(fixed)).toMatchObject({
      code: 'invalid-context',
      message: expect.stringContaining('SeatLeft'),
    });
  });

  it('takes a command id of somebody else for another command', async () => {
    const store = await school();
    await handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), { ...context, commandId: 'one' });
    const other = { ...context, actor: { subjectId: 'somebody-else', roles: [] }, commandId: 'one' };
    expect(await errorOf(handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), other))).toMatchObject({
      code: 'command-id-reused',
    });
  });
});

describe('the same command id twice', () => {
  const send = (store: EventStore, commandId = 'k1', id = 'c1') =>
    handle(store, lesson, id, Swap({ from: 'a', to: 'b' }), { ...context, commandId });

  it('gives the first result', async () => {
    const store = await school();
    const first = await send(store);
    expect(await send(store)).toEqual({ ...first, repeated: true });
    expect(await lengthOf(store)).toBe(2);
  });

  it('gives the first result after others wrote', async () => {
    const store = await school();
    const first = await send(store);
    await send(store, 'k2');
    expect(await send(store)).toEqual({ ...first, repeated: true });
    expect(await lengthOf(store)).toBe(4);
  });

  it('gives the first result to writers that race', async () => {
    const store = await school();
    const results = await Promise.all(Array.from({ length: 8 }, () => send(store)));
    expect(await lengthOf(store)).toBe(2);
    expect(new Set(results.map((result) => result.accepted && result.position)).size).toBe(1);
    expect(results.filter((result) => result.accepted && !result.repeated)).toHaveLength(1);
  });

  it('gives the first result after a reply that was lost', async () => {
    const store = await school();
    let lost = false;
    const losing: EventStore = {
      ...store,
      async append(...args) {
        const appended = await store.append(...args);
        if (lost) return appended;
        lost = true;
        throw new Error('the connection broke');
      },
    };
    expect(await errorOf(send(losing))).toEqual(new Error('the connection broke'));
    expect(await send(losing)).toMatchObject({ accepted: true, repeated: true, revision: 1 });
    expect(await lengthOf(store)).toBe(2);
  });

  it('is refused on another stream', async () => {
    const store = await school();
    await send(store);
    expect(await errorOf(send(store, 'k1', 'c2'))).toMatchObject({
      code: 'command-id-reused',
      place: { stream: 'class-c2' },
    });
    expect(await lengthOf(store, 'class-c2')).toBe(0);
  });

  it('may be accepted when it was refused before', async () => {
    const store = await school(0);
    const take = () => handle(store, lesson, 'c1', TakeSeat({ by: 'a' }), { ...context, commandId: 'k1' });
    expect((await take()).accepted).toBe(false);
    await storeEvents(store, [RoomBuilt({ seats: 1 })], { stream: 'room-r1' });
    expect(await take()).toMatchObject({ accepted: true, repeated: false });
  });
});

describe('other writers', () => {
  const take = (store: EventStore, by: string, retries?: number) =>
    handle(store, lesson, 'c1', TakeSeat({ by }), { ...context, ...(retries !== undefined && { retries }) });

  it('are waited out, and the rule holds', async () => {
    const store = await school(3);
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((by) => take(store, by)));
    expect(results.filter((result) => result.accepted)).toHaveLength(3);
    expect(await lengthOf(store)).toBe(3);
  });

  it.each([
    ['the stream', () => versionConflict('class-c1', 'none', 0)],
    ['a fact', () => factConflict('class-c1', { stream: 'room-r1', revision: 0 }, 1)],
  ])('that moved %s lead to another decision, a bounded number of times', async (_, conflict) => {
    const enough = contended(await school(), 2, conflict);
    expect((await take(enough, 'a', 2)).accepted).toBe(true);
    expect(enough.attempts()).toBe(3);

    const tooMany = contended(await school(), 3, conflict);
    expect(await errorOf(take(tooMany, 'a', 2))).toMatchObject({ code: 'retries-exhausted', cause: conflict() });
    expect(tooMany.attempts()).toBe(3);
    expect(await lengthOf(tooMany)).toBe(0);
  });

  it('that moved a fact are seen inside the append', async () => {
    const store = await school(1);
    let moved = false;
    const racing: EventStore = {
      ...store,
      async append(...args) {
        if (!moved) {
          moved = true;
          await storeEvents(store, [RoomBuilt({ seats: 0 })], { stream: 'room-r1' });
        }
        return store.append(...args);
      },
    };
    expect(await take(racing, 'a')).toMatchObject({ accepted: false, rejection: { data: { seats: 0 } } });
  });

  it('are not blamed for other failures, which pass unchanged', async () => {
    const full = new Error('the disk is full');
    const store = contended(await school(), 1, () => full);
    expect(await errorOf(take(store, 'a'))).toBe(full);
    expect(store.attempts()).toBe(1);
  });
});

describe('a dispatcher', () => {
  const Build = command('BuildRoom', z.strictObject({ seats: z.int() }));
  const builder = decider(room, { commands: [Build] }).decide({ BuildRoom: (_, c) => [RoomBuilt(c.data)] });

  it('sends a command to the decider that takes it', async () => {
    const store = memoryStore();
    const door = dispatcher([lesson, builder]);
    const built = await door.dispatch(store, 'r1', Build({ seats: 1 }), context);
    expect(built.accepted && built.events[0]?.data.seats).toBe(1);
    expect(await door.dispatch(store, 'c1', TakeSeat({ by: 'a' }), context)).toMatchObject({ accepted: true });
    expect(door.commands.map((known) => known.type)).toEqual(['TakeSeat', 'SwapSeats', 'DoNothing', 'BuildRoom']);
  });

  it('refuses a command that nobody takes, and one that two take', async () => {
    const unknown = { type: 'Paint', data: {} } as never;
    expect(await errorOf(dispatcher([builder]).dispatch(memoryStore(), 'r1', unknown, context))).toMatchObject({
      code: 'unknown-command',
    });
    expect(() => dispatcher([builder, builder])).toThrow(/Two deciders/);
  });
});

describe('event ids', () => {
  it('are the same for the same command, and never change', () => {
    expect(eventId('c', 0)).toBe(eventId('c', 0));
    expect(new Set([eventId('c', 0), eventId('c', 1), eventId('d', 0)]).size).toBe(3);
    // A change of this value breaks the recognition of every retry (any UUID tool gives it: version 5 of 'command-1/0').
    expect(eventId('command-1', 0)).toBe('15b57b6b-08dd-55f7-b382-b5baca13e1bf');
  });
});
