import { END, eventTypeFilter, type Filter, type Position, START, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { indexOfPosition } from './event-log.js';
import type { EventLog } from './index.js';
import { eventually, failure, noted, notes, serving, take } from './serving.js';

describe('a subscription to $all', () => {
  test('sends what is there, says that it is caught up, and sends what comes', async () => {
    const served = await serving();
    const { client } = served;
    await client.appendToStream('a', noted('0', '1'));
    const following = follow(served, { fromPosition: START });
    await eventually(() => following.seen).toEqual(['0', '1', 'caught up']);
    await client.appendToStream('b', noted('2'));
    await eventually(() => following.seen).toEqual(['0', '1', 'caught up', '2']);
    await following.stop();
  });

  test('begins after the position that it is given', async () => {
    const { client } = await serving();
    await client.appendToStream('a', noted('0', '1', '2'));
    const [, second] = await take(client.readAll());
    const fromPosition = second?.event?.position ?? START;
    expect(notes(await take(client.subscribeToAll({ fromPosition }), 1))).toEqual(['2']);
  });

  test('from the end sends only what comes', async () => {
    const served = await serving();
    const { client } = served;
    await client.appendToStream('a', noted('0'));
    const following = follow(served, { fromPosition: END });
    await eventually(() => following.seen).toEqual(['caught up']);
    await client.appendToStream('a', noted('1'));
    await eventually(() => following.seen).toEqual(['caught up', '1']);
    await following.stop();
  });

  test('without a filter gets no checkpoints', async () => {
    const { server, client } = await serving();
    await client.appendToStream('a', noted(...Array.from({ length: 200 }, (_, n) => String(n))));
    await take(client.subscribeToAll(), 200);
    expect(server.journal.reads()).toMatchObject([{ method: 'subscribe', filter: undefined, checkpoints: 0 }]);
  });
});

describe('a subscription to a stream', () => {
  test.each([
    { fromRevision: START, sees: ['0', '1', 'caught up', '2'] },
    { fromRevision: 0n, sees: ['1', 'caught up', '2'] },
    { fromRevision: END, sees: ['caught up', '2'] },
  ] as const)('from $fromRevision sees $sees', async ({ fromRevision, sees }) => {
    const { client } = await serving();
    await client.appendToStream('a', noted('0', '1'));
    await client.appendToStream('other', noted('elsewhere'));
    const seen: unknown[] = [];
    const subscription = client.subscribeToStream('a', { fromRevision });
    subscription.on('data', (event) => seen.push(...notes([event])));
    subscription.on('caughtUp', async () => {
      seen.push('caught up');
      await client.appendToStream('other', noted('elsewhere'));
      await client.appendToStream('a', noted('2'));
    });
    await eventually(() => seen).toEqual(sees);
    await subscription.unsubscribe();
  });

  test('that is not there waits for it', async () => {
    const { client } = await serving();
    const subscription = client.subscribeToStream('a');
    const first = take(subscription, 1);
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await client.appendToStream('a', noted('0'));
    expect(notes(await first)).toEqual(['0']);
  });
});

describe('a filter', () => {
  test.each([
    {
      name: 'prefixes of streams',
      filter: streamNameFilter({ prefixes: ['a-', 'c'] }),
      sees: ['a-1 Noted', 'c Struck'],
    },
    { name: 'a pattern of streams', filter: streamNameFilter({ regex: '^.-\\d$' }), sees: ['a-1 Noted', 'b-1 Struck'] },
    { name: 'prefixes of types', filter: eventTypeFilter({ prefixes: ['Str'] }), sees: ['b-1 Struck', 'c Struck'] },
    {
      name: 'a pattern of types',
      filter: eventTypeFilter({ regex: '^[^$]' }),
      sees: ['a-1 Noted', 'b-1 Struck', 'c Struck'],
    },
    {
      name: 'nothing but a window',
      filter: streamNameFilter({ prefixes: [''], maxSearchWindow: 1 }),
      sees: ['$$a-1 $metadata', 'a-1 Noted', 'b-1 Struck', 'c Struck'],
    },
  ])('by $name lets through what matches', async ({ filter, sees }) => {
    const { server, client } = await serving();
    server.log.setStreamMetadata('a-1', { $maxCount: 10 });
    write(server.log, 'a-1', 'Noted');
    write(server.log, 'b-1', 'Struck');
    write(server.log, 'c', 'Struck');
    const events = await take(client.subscribeToAll({ filter }), sees.length);
    expect(events.map(({ event }) => `${event?.streamId} ${event?.type}`)).toEqual(sees);
  });

  test('whose pattern is none is refused', async () => {
    const { client } = await serving();
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '(' }) });
    expect(await failure(take(subscription, 1))).toMatchObject({ code: 3 });
  });

  test('reaches the server as it was meant', async () => {
    const { server, client } = await serving();
    write(server.log, 'a', 'Noted');
    const filter = eventTypeFilter({ regex: '^Noted$', maxSearchWindow: 100, checkpointInterval: 3 });
    await take(client.subscribeToAll({ filter }), 1);
    expect(server.journal.reads()[0]?.filter).toEqual({
      on: 'type',
      prefixes: [],
      regex: '^Noted$',
      window: 100,
      checkpointInterval: 3,
    });
  });
});

describe('a checkpoint', () => {
  test('comes after each interval of events looked at while catching up, and lags by a page', async () => {
    const served = await serving();
    const { server } = served;
    for (let n = 0; n < 10; n += 1) write(server.log, 'a', n === 0 ? 'Struck' : 'Noted');
    const following = follow(served, { fromPosition: START }, { types: ['Struck'], window: 2, interval: 2 });
    await eventually(() => following.seen).toContain('caught up');
    expect(following.seen).toEqual([
      'Struck',
      'checkpoint after 2',
      'checkpoint after 6',
      'checkpoint after 10',
      'caught up',
    ]);
    await following.stop();
  });

  test('does not come at all from a short log in which nothing matches', async () => {
    const served = await serving();
    const { server } = served;
    for (let n = 0; n < 20; n += 1) write(server.log, 'a', 'Noted');
    const following = follow(served, { fromPosition: START }, { types: ['Struck'] });
    await eventually(() => following.seen).toEqual(['caught up']);
    await following.stop();
  });

  test('lies before what was not sent yet: nothing is lost when a subscription goes on from it', async () => {
    const served = await serving();
    const { server, client } = served;
    for (let n = 0; n < 100; n += 1) write(server.log, 'a', n % 7 === 0 ? 'Struck' : 'Noted');
    const following = follow(served, { fromPosition: START }, { types: ['Struck'], window: 5, interval: 1 });
    await eventually(() => following.seen).toContain('caught up');
    await following.stop();
    for (const { position, seen } of following.checkpoints) {
      const rest = take(
        client.subscribeToAll({ fromPosition: position, filter: eventTypeFilter({ prefixes: ['Struck'] }) }),
        15 - seen,
      );
      if (seen < 15) expect(await rest).toHaveLength(15 - seen);
    }
    expect(following.checkpoints.length).toBeGreaterThan(5);
  });

  test('comes live after each interval, at the last event looked at', async () => {
    const served = await serving();
    const { server } = served;
    const following = follow(served, { fromPosition: START }, { types: ['Struck'], window: 1, interval: 3 });
    await eventually(() => following.seen).toEqual(['caught up']);
    for (let n = 0; n < 7; n += 1) write(server.log, 'a', 'Noted');
    await eventually(() => following.seen).toEqual(['caught up', 'checkpoint at 3', 'checkpoint at 6']);
    await following.stop();
  });

  test('is handed to the client ahead of events that it has not taken yet', async () => {
    const { server, client } = await serving();
    for (let n = 0; n < 5; n += 1) write(server.log, 'a', 'Struck');
    let reached: Position | undefined;
    const filter = eventTypeFilter({
      prefixes: ['Struck'],
      maxSearchWindow: 1,
      checkpointReached: (_, position) => {
        reached = position;
      },
    });
    const subscription = client.subscribeToAll({ filter });
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    expect(reached?.commit).toBeGreaterThanOrEqual(server.log.all[3]?.position.commit ?? 0n);
    expect(await take(subscription, 5)).toHaveLength(5);
  });
});

describe('a subscription that does not keep up', () => {
  test('turns back to reading the log, loses nothing, and is caught up once more', async () => {
    const { server, client } = await serving({ liveBuffer: 10, announcesFallingBehind: true });
    const subscription = client.subscribeToAll({ fromPosition: START }, { highWaterMark: 1 });
    const marks: string[] = [];
    subscription.on('caughtUp', () => marks.push('caught up'));
    subscription.on('fellBehind', () => marks.push('fell behind'));
    await eventually(() => marks).toEqual(['caught up']);
    for (let n = 0; n < 300; n += 1) write(server.log, 'a', 'Noted', 2000);
    await eventually(() => server.journal.reads()[0]?.sent).toBeGreaterThan(0);
    for (let n = 0; n < 50; n += 1) write(server.log, 'a', 'Noted', 2000);
    const events: unknown[] = [];
    subscription.on('data', ({ event }) => events.push(event?.revision));
    await eventually(() => events.length).toBe(350);
    expect(events).toEqual(Array.from({ length: 350 }, (_, revision) => BigInt(revision)));
    await eventually(() => marks).toEqual(['caught up', 'fell behind', 'caught up']);
    await subscription.unsubscribe();
  });
});

function write(log: EventLog, stream: string, type: string, bytes = 2): void {
  const data = new TextEncoder().encode(JSON.stringify('x'.repeat(bytes - 2)));
  log.append(stream, 'any', [{ id: crypto.randomUUID(), type, isJson: true, data, metadata: new Uint8Array() }]);
}

interface Following {
  /** Notes or types of events, `caught up`, and `checkpoint at|after N`: at the Nth event of the log, or behind it. */
  readonly seen: readonly unknown[];
  /** Each checkpoint, and how many events were seen before it. */
  readonly checkpoints: readonly { readonly position: Position; readonly seen: number }[];
  stop(): Promise<void>;
}

function follow(
  { client, server: { log } }: Awaited<ReturnType<typeof serving>>,
  options: { readonly fromPosition: typeof START | typeof END },
  by?: { readonly types: string[]; readonly window?: number; readonly interval?: number },
): Following {
  const seen: unknown[] = [];
  const checkpoints: { position: Position; seen: number }[] = [];
  let events = 0;
  const checkpointReached = (_: unknown, position: Position): void => {
    checkpoints.push({ position, seen: events });
    const before = indexOfPosition(log.all, position);
    const isAt = log.all[before]?.position.prepare === position.prepare;
    seen.push(isAt ? `checkpoint at ${before + 1}` : `checkpoint after ${before}`);
  };
  const filter: Filter | undefined =
    by &&
    eventTypeFilter({
      prefixes: by.types,
      checkpointReached,
      checkpointInterval: by.interval ?? 1,
      ...(by.window === undefined ? {} : { maxSearchWindow: by.window }),
    });
  const subscription = client.subscribeToAll({ ...options, ...(filter && { filter }) });
  subscription.on('caughtUp', () => seen.push('caught up'));
  subscription.on('data', (event) => {
    events += 1;
    seen.push(...notes([event]));
  });
  return { seen, checkpoints, stop: () => subscription.unsubscribe() };
}
