import {
  command,
  consequenceId,
  decider,
  dispatcher,
  type EventStore,
  event,
  idOf,
  memoryStore,
  memoryTarget,
  type Processor,
  process,
  processor,
  projection,
  type RecordedEvent,
  rule,
  stream,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import { fixedRuntime } from '@pembinaan/event-sourcing/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

// A reading room: whoever leaves the town loses the loans that are still out, and whoever brings a book back is thanked.
const Lent = event('BookLent', z.strictObject({ reader: z.string() }));
const Returned = event('BookReturned', z.strictObject({ reader: z.string() }));
const Left = event('TownLeft', z.strictObject({}));
const Thanked = event('ReaderThanked', z.strictObject({ for: z.string() }));
const Lend = command('LendBook', z.strictObject({ reader: z.string() }));
const Return = command('ReturnBook', z.strictObject({}));
const Leave = command('LeaveTown', z.strictObject({}));
const Thank = command('ThankReader', z.strictObject({ for: z.string() }));
const L1 = rule('L1', {
  text: { en: 'Only what is lent is returned.', id: 'Hanya yang dipinjam yang dikembalikan.' },
  refusals: { notLent: () => ({ en: 'It is not lent. Lend it.', id: 'Tidak dipinjam. Pinjamkan.' }) },
});
const book = decider(
  stream('book', { events: [Lent, Returned], initial: (): { reader?: string } => ({}) }).evolve({
    BookLent: (_, e) => ({ reader: e.data.reader }),
    BookReturned: () => ({}),
  }),
  { commands: [Lend, Return] },
).decide({
  LendBook: (_, c) => [Lent(c.data)],
  ReturnBook: (state) => (state.reader === undefined ? L1.refuse('notLent', {}) : [Returned({ reader: state.reader })]),
});
const reader = decider(
  stream('reader', { events: [Left, Thanked], initial: () => ({ thanks: 0 }) }).evolve({
    TownLeft: (state) => state,
    ReaderThanked: (state) => ({ thanks: state.thanks + 1 }),
  }),
  { commands: [Leave, Thank] },
).decide({ LeaveTown: () => [Left({})], ThankReader: (_, c) => [Thanked(c.data)] });
const town = dispatcher([book, reader]);

const loans = projection({
  name: 'loans',
  version: 1,
  events: [Lent, Returned],
  initial: (): { books: string[] } => ({ books: [] }),
  key: (e) => e.data.reader,
  on: {
    BookLent: (row, e) => ({ books: [...row.books, idOf(e.stream)] }),
    BookReturned: (row, e) => ({ books: row.books.filter((id) => id !== idOf(e.stream)) }),
  },
});
const takingBack = process({ name: 'taking-back', events: [Left] })
  .facts({ TownLeft: (e) => ({ loans: loans.at(idOf(e.stream)) }) })
  .react({ TownLeft: (_, facts) => facts.loans.books.map((id) => ({ id, command: Return({}) })) });
const thanking = process({ name: 'thanking', events: [Returned] }).react({
  BookReturned: (e) => [{ id: e.data.reader, command: Thank({ for: idOf(e.stream) }), about: idOf(e.stream) }],
});

const runtime = fixedRuntime();
const by = (subjectId: string) => ({ actor: { subjectId, roles: [] }, runtime });

function setting(options: { target?: ViewTarget; breakAt?: () => boolean; store?: EventStore } = {}) {
  const store = options.store ?? memoryStore({ now: runtime.now });
  const does = (id: string, c: Parameters<typeof town.dispatch>[2]) => town.dispatch(store, id, c, by('librarian'));
  const runner: Processor = processor(store, [takingBack, thanking], {
    send: async (id, c, context) => {
      if (options.breakAt?.() === true) throw new Error('the line is dead');
      return town.dispatch(store, id, c as never, context);
    },
    runtime,
    ...(options.target !== undefined && { target: options.target }),
  });
  return { store, does, runner };
}

async function all(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}
const within2Seconds = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('It hangs.')), 2000).unref();
    }),
  ]);
const typesOf = (events: readonly RecordedEvent[]) => events.map(({ type, stream: name }) => `${name} ${type}`);

describe('a process', () => {
  it('sends what follows from an event, and what follows from that', async () => {
    const { store, does, runner } = setting();
    await does('b1', Lend({ reader: 'ani' }));
    await does('b2', Lend({ reader: 'ani' }));
    await does('b3', Lend({ reader: 'budi' }));
    await does('ani', Leave({}));
    expect(await runner.run()).toEqual({ handled: 3, accepted: 4, repeated: 0, refused: 0 });
    expect(typesOf((await all(store)).slice(4))).toEqual([
      'book-b1 BookReturned',
      'book-b2 BookReturned',
      'reader-ani ReaderThanked',
      'reader-ani ReaderThanked',
    ]);
  });

  it('acts under its own name, with the event as cause and the connection of the event', async () => {
    const { store, does, runner } = setting();
    await does('b1', Lend({ reader: 'ani' }));
    const left = await town.dispatch(store, 'ani', Leave({}), { ...by('clerk'), correlationId: 'removal-7' });
    await runner.run();
    const cause = left.accepted ? left.events[0] : undefined;
    const returned = (await all(store)).find(({ type }) => type === 'BookReturned');
    expect(returned?.metadata).toMatchObject({
      actor: { subjectId: 'process.taking-back', roles: ['process'] },
      causationId: cause?.id,
      correlationId: 'removal-7',
    });
  });

  it('does nothing the second time', async () => {
    const { store, does, runner } = setting();
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await runner.run();
    const before = (await all(store)).length;
    expect(await runner.run()).toEqual({ handled: 0, accepted: 0, repeated: 0, refused: 0 });
    expect(await all(store)).toHaveLength(before);
  });

  it('changes nothing when it is run from the beginning again, because its checkpoint was lost', async () => {
    const { store, does, runner } = setting();
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await runner.run();
    const before = await all(store);
    const anew = setting({ store }).runner;
    // The loan is gone by now, so that only the thanks are sent again.
    expect(await anew.run()).toEqual({ handled: 2, accepted: 0, repeated: 1, refused: 0 });
    expect(await all(store)).toEqual(before);
  });

  it('keeps a refusal with its rule, and sends it again when asked', async () => {
    const always = process({ name: 'always', events: [Left] }).react({
      TownLeft: () => [{ id: 'b9', command: Return({}) }],
    });
    const store = memoryStore({ now: runtime.now });
    const runner = processor(store, [always], {
      send: (id, c, context) => town.dispatch(store, id, c as never, context),
      runtime,
    });
    await town.dispatch(store, 'ani', Leave({}), by('clerk'));
    expect(await runner.run()).toMatchObject({ accepted: 0, refused: 1 });
    expect(await runner.records()).toMatchObject([
      {
        process: 'always',
        cause: { stream: 'reader-ani', revision: 0, type: 'TownLeft' },
        command: 'ReturnBook',
        streamId: 'b9',
        outcome: 'refused',
        refusal: { rule: 'L1', reason: 'notLent' },
      },
    ]);
    await town.dispatch(store, 'b9', Lend({ reader: 'ani' }), by('clerk'));
    expect(await runner.retryRefused()).toMatchObject({ accepted: 1, refused: 0 });
    expect(await runner.records()).toMatchObject([{ outcome: 'accepted', refusal: null }]);
    expect(await runner.retryRefused()).toMatchObject({ handled: 0 });
  });

  it('stops at an event whose command fails, and begins with it again', async () => {
    let dead = false;
    const target = memoryTarget();
    const { store, does, runner } = setting({ target, breakAt: () => dead });
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    dead = true;
    await expect(runner.run()).rejects.toMatchObject({ code: 'process-stopped', place: { type: 'TownLeft' } });
    dead = false;
    expect(await runner.run()).toMatchObject({ accepted: 2 });
    expect(typesOf(await all(store))).toContain('book-b1 BookReturned');
  });

  it('goes on from its stored checkpoint after a restart', async () => {
    const target = memoryTarget();
    const { store, does, runner } = setting({ target });
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await runner.run();
    expect(await setting({ target, store }).runner.run()).toMatchObject({ handled: 0 });
  });

  it('follows what is stored while it is live', async () => {
    const { store, does, runner } = setting();
    runner.start();
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await expect.poll(async () => typesOf(await all(store)), { timeout: 5000 }).toContain('reader-ani ReaderThanked');
    await runner.stop();
    const before = (await all(store)).length;
    await does('budi', Leave({}));
    expect(await all(store)).toHaveLength(before + 1);
  });

  it('tries again when a live run failed, and says so', async () => {
    let dead = true;
    const told: unknown[] = [];
    const store = memoryStore({ now: runtime.now });
    const runner = processor(store, [takingBack], {
      send: async (id, c, context) => {
        if (dead) throw new Error('the line is dead');
        return town.dispatch(store, id, c as never, context);
      },
      runtime,
      onError: (error) => {
        told.push(error);
        dead = false;
      },
    });
    await town.dispatch(store, 'b1', Lend({ reader: 'ani' }), by('clerk'));
    await town.dispatch(store, 'ani', Leave({}), by('clerk'));
    runner.start();
    await expect.poll(async () => typesOf(await all(store)), { timeout: 5000 }).toContain('book-b1 BookReturned');
    await runner.stop();
    expect(told).toHaveLength(1);
  });

  it('that runs while it is live ends with it, also when there is always more', async () => {
    const { store, does, runner } = setting();
    runner.start();
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing && n < 50; n++) {
        await does(`b${n}`, Lend({ reader: 'ani' }));
        await does('ani', Leave({}));
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    })();
    await expect.poll(async () => typesOf(await all(store)), { timeout: 5000 }).toContain('reader-ani ReaderThanked');
    await within2Seconds(Promise.all([runner.run(), runner.stop()]));
    writing = false;
    await writer;
    await runner.run();
    const left = await setting({ store }).runner.run();
    expect(left.accepted).toBe(0);
  });

  it('that is started after a stop which was not waited for follows again, once', async () => {
    const { store, does, runner } = setting();
    runner.start();
    const stopping = runner.stop();
    runner.start();
    await within2Seconds(stopping);
    await does('b1', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await expect.poll(async () => typesOf(await all(store)), { timeout: 5000 }).toContain('reader-ani ReaderThanked');
    await within2Seconds(runner.stop());
    const before = (await all(store)).length;
    await does('b2', Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await all(store)).toHaveLength(before + 2);
  });

  it('goes on from what another runner stored meanwhile, and loses no record', async () => {
    const target = memoryTarget();
    const { store, does, runner } = setting({ target });
    const other = setting({ target, store }).runner;
    for (const id of ['b1', 'b2', 'b3']) await does(id, Lend({ reader: 'ani' }));
    await does('ani', Leave({}));
    await Promise.all([runner.run(), other.run()]);
    await does('b4', Lend({ reader: 'budi' }));
    await does('budi', Leave({}));
    await Promise.all([other.run(), runner.run()]);
    expect((await runner.records()).map(({ streamId, outcome }) => `${streamId} ${outcome}`).sort()).toEqual([
      'ani accepted',
      'ani accepted',
      'ani accepted',
      'b1 accepted',
      'b2 accepted',
      'b3 accepted',
      'b4 accepted',
      'budi accepted',
    ]);
    expect(await other.records()).toEqual(await runner.records());
    expect(typesOf(await all(store)).filter((type) => type.endsWith('BookReturned'))).toHaveLength(4);
  });

  it('stores its checkpoint every 200 events, and never ahead of what was sent', async () => {
    const inner = memoryTarget();
    const checkpoints: string[] = [];
    let [sent, lent] = ['', ''];
    const target: ViewTarget = {
      ...inner,
      async commit(changes) {
        for (const { checkpoint } of changes) {
          const { position = '' } = checkpoint;
          checkpoints.push(position);
          expect(position <= sent || sent === lent).toBe(true);
        }
        await inner.commit(changes);
      },
    };
    const store = memoryStore({ now: runtime.now });
    const sending = process({ name: 'sending', events: [Lent] }).react({
      BookLent: (e) => {
        sent = e.position;
        return [{ id: e.data.reader, command: Thank({ for: idOf(e.stream) }), about: idOf(e.stream) }];
      },
    });
    const runner = processor(store, [sending], {
      send: (id, c, context) => town.dispatch(store, id, c as never, context),
      runtime,
      target,
    });
    for (let n = 0; n < 450; n++) await town.dispatch(store, `b${n}`, Lend({ reader: `r${n % 9}` }), by('clerk'));
    lent = (await store.head()) ?? '';
    await runner.run();
    expect(checkpoints.filter((position) => position <= lent)).toHaveLength(3);
  });

  it('tells two commands to one stream apart by what they are about', () => {
    const cause = { id: 'e1' } as RecordedEvent;
    const one = consequenceId(thanking, cause, { id: 'ani', command: Thank({ for: 'b1' }), about: 'b1' });
    const two = consequenceId(thanking, cause, { id: 'ani', command: Thank({ for: 'b2' }), about: 'b2' });
    expect(one).not.toBe(two);
  });

  it('refuses names and versions that cannot be one', () => {
    expect(() => process({ name: 'no name', events: [Left] })).toThrow(/cannot name a process/);
    expect(() => process({ name: 'p', version: 0, events: [Left] })).toThrow(/versions count from 1/);
  });

  it('law: crashes at any command, and any number of repetitions, lead to the same log as one quiet run', async () => {
    const step = fc.oneof(
      fc.record({ book: fc.constantFrom('b1', 'b2', 'b3'), reader: fc.constantFrom('ani', 'budi') }),
      fc.record({ leaves: fc.constantFrom('ani', 'budi') }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.array(fc.nat(3), { maxLength: 5 }),
        async (steps, crashes) => {
          const outcome = async (disturbed: boolean): Promise<readonly string[]> => {
            const fixed = fixedRuntime();
            const store = memoryStore({ now: fixed.now });
            const target = memoryTarget();
            const left = disturbed ? [...crashes] : [];
            let until = left.shift();
            const runner = processor(store, [takingBack, thanking], {
              send: async (id, c, context) => {
                if (until !== undefined && until-- <= 0) {
                  until = left.shift();
                  // The command was sent, and the answer lost.
                  await town.dispatch(store, id, c as never, context);
                  throw new Error('crash');
                }
                return town.dispatch(store, id, c as never, context);
              },
              target,
              runtime: fixed,
            });
            for (const s of steps) {
              const context = { actor: { subjectId: 'clerk', roles: [] }, runtime: fixed };
              if ('leaves' in s) await town.dispatch(store, s.leaves, Leave({}), context);
              else await town.dispatch(store, s.book, Lend({ reader: s.reader }), context);
              for (let tries = 0; tries < 20; tries++) {
                const done = await runner.run().then(
                  () => true,
                  () => false,
                );
                if (done) break;
              }
            }
            return typesOf(await all(store));
          };
          expect(await outcome(true)).toEqual(await outcome(false));
        },
      ),
      { numRuns: 60 },
    );
  });
});
