import { randomUUID } from 'node:crypto';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { batch, collect, collectPages, event, eventually, ids } from './events.js';
import { IMPATIENT, servingStore } from './serving-store.js';
import type { StandIn } from './stand-in/index.js';

describe('a read that is abandoned', () => {
  it('leaves no call open on the server', async () => {
    const { server, store } = await servingStore({ pageSize: 10, deadlineMs: 5000 });
    await store.append('thing-1', batch(400), 'none');
    for await (const _ of store.read('thing-1')) break;
    for await (const _ of store.readAll()) break;
    for await (const _ of store.readAll({ types: ['ThingDone'] })) break;
    for await (const _ of store.subscribe()) break;
    await eventually(() => server.journal.reads().every(({ ended }) => ended !== 'open'));
    expect(server.journal.reads().some(({ ended }) => ended === 'cancelled')).toBe(true);
  });

  it('holds no more than a page, and what is on its way, while the reader stands still', async () => {
    const { server, store } = await servingStore(
      { pageSize: 20, deadlineMs: 5000 },
      { maxAppendSize: 16 * 1024 * 1024 },
    );
    for (let round = 0; round < 10; round++) {
      await store.append(`thing-${round}`, batch(200, { data: { text: 'x'.repeat(3000) } }), 'none');
    }
    const pages = store.readAll()[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(20);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sent = server.journal.reads().filter(({ method }) => method === 'subscribe');
    // Buffers of the transport hold some; the log has 2,000.
    expect(sent[0]?.sent).toBeLessThan(600);
    await pages.return?.();
  });
});

describe('a read through failures', () => {
  it('gives every event once although the connection is cut again and again', async () => {
    const { server, store } = await servingStore({ pageSize: 7, deadlineMs: 5000 });
    const events = batch(200);
    await store.append('thing-1', events, 'none');
    server.faults.cutAfter(25, 6);
    expect(ids(await collectPages(store.readAll()))).toEqual(ids(events));
    server.faults.cutAfter(3, 4);
    expect(ids(await collect(store.read('thing-1')))).toEqual(ids(events));
    expect(server.faults.struck.cutAfter).toBeGreaterThanOrEqual(8);
  });

  it('goes on although the server takes it and never answers', async () => {
    const { server, store } = await servingStore();
    const events = batch(3);
    await store.append('thing-1', events, 'none');
    server.faults.silence(1);
    expect(ids(await collect(store.read('thing-1')))).toEqual(ids(events));
    await eventually(() => server.journal.reads().every(({ ended }) => ended !== 'open'));
    server.faults.silence(2);
    expect(ids(await collectPages(store.readAll({ types: ['ThingDone'] })))).toEqual(ids(events));
  });

  it('is given up after a while, and says so', async () => {
    const { server, store } = await servingStore({ retryForMs: 300 });
    await store.append('thing-1', batch(1), 'none');
    await server.stop();
    await expect(collect(store.read('thing-1'))).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(collect(store.readAll())).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

describe('what the server filters', () => {
  it('are types, or else categories, or else what is its own; the rest is filtered here', async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', [event({ type: 'ThingMade' }), event({ type: 'ThingMadeToo' })], 'none');
    await store.append('thingToo-1', [event({ type: 'ThingMade' })], 'none');
    const read = async (options: Parameters<typeof store.readAll>[0]): Promise<readonly string[]> => {
      server.journal.forget();
      return (await collectPages(store.readAll(options))).map(({ stream, type }) => `${stream} ${type}`);
    };
    const filter = () => server.journal.reads().find(({ method }) => method === 'subscribe')?.filter;

    expect(await read({ types: ['ThingMade'] })).toEqual(['thing-1 ThingMade', 'thingToo-1 ThingMade']);
    expect(filter()).toMatchObject({ on: 'type', regex: '^(?:ThingMade)$' });
    expect(await read({ categories: ['thing'] })).toEqual(['thing-1 ThingMade', 'thing-1 ThingMadeToo']);
    expect(filter()).toMatchObject({ on: 'stream', regex: '^(?:thing)-' });
    expect(await read({ types: ['ThingMade'], categories: ['thing'] })).toEqual(['thing-1 ThingMade']);
    expect(filter()).toMatchObject({ on: 'type' });
    expect(await read({})).toHaveLength(3);
    expect(filter()).toMatchObject({ on: 'stream', regex: '^[^$]' });
  });

  it('keeps what is not wanted on the server', async () => {
    const { server, store } = await servingStore({ pageSize: 50, deadlineMs: 5000 });
    await store.append('thing-1', batch(400), 'none');
    await store.append('thing-1', [event({ type: 'ThingWanted' })], 399);
    server.journal.forget();
    expect(await collectPages(store.readAll({ types: ['ThingWanted'] }))).toHaveLength(1);
    expect(server.journal.reads().reduce((sum, { sent }) => sum + sent, 0)).toBeLessThan(100);
  });

  it("are the server's own streams and links, which are never read and never the head", async () => {
    const { server, store } = await servingStore();
    const appended = await store.append('thing-1', batch(2), 'none');
    server.log.setStreamMetadata('thing-1', { $maxAge: 1000 });
    write(server, '$projections-x-result', 'Result', '{}');
    write(server, 'ourIndex-1', '$>', '0@thing-1');
    for (let n = 0; n < 100; n++) write(server, '$stats-127.0.0.1:2113', '$statsCollected', '{}');
    expect(await store.head()).toBe(appended.positions.at(-1));
    expect(await collectPages(store.readAll())).toHaveLength(2);
    expect(await collectPages(store.readAll({ categories: ['ourIndex', 'thing'] }))).toHaveLength(2);
  });
});

describe('an event that this library did not write', () => {
  it('does not disturb a reader whose types or categories it is not of', async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', [event()], 'none');
    write(server, 'foreign-1', 'OrderPlaced', '{"amount":1}');
    write(server, 'foreign-2', 'ThingDone', '{"amount":1}');
    expect(await collectPages(store.readAll({ types: ['ThingUndone'] }))).toEqual([]);
    expect(await collectPages(store.readAll({ categories: ['thing'] }))).toHaveLength(1);
    expect(await collectPages(store.readAll({ types: ['ThingDone'], categories: ['thing'] }))).toHaveLength(1);
  });

  for (const [what, isJson, data, metadata] of [
    ['of JSON without our metadata', true, '{"amount":1}', ''],
    ['of JSON with other metadata', true, '{"amount":1}', '{"$correlationId":"x"}'],
    ['of JSON that cannot be parsed', true, '{"amount":', '{'],
    ['of bytes', false, '\u0001\u0002', ''],
  ] as const) {
    it(`${what} is an error with its place for a reader who asked for it`, async () => {
      const { server, store } = await servingStore();
      await store.append('thing-1', [event()], 'none');
      const id = write(server, 'thing-1', 'ThingDone', data, metadata, isJson);
      const place = { stream: 'thing-1', revision: 1, eventId: id, type: 'ThingDone' };
      for (const reading of [store.read('thing-1'), store.readAll(), store.subscribe({ types: ['ThingDone'] })]) {
        await expect(collect<unknown>(reading)).rejects.toMatchObject({ code: 'invalid-event-data', place });
      }
    });
  }
});

describe('a position', () => {
  it('keeps commit and prepare: events of one commit are told apart', async () => {
    const { store } = await servingStore();
    const events = batch(3);
    const { positions } = await store.append('thing-1', events, 'none');
    expect(new Set(positions.map((position) => position.split('-')[0])).size).toBe(1);
    expect(new Set(positions).size).toBe(3);
    expect(positions.every((position) => /^\d{20}-\d{20}$/.test(position))).toBe(true);
    for (const [index, after] of positions.entries()) {
      expect(ids(await collectPages(store.readAll({ after })))).toEqual(ids(events.slice(index + 1)));
    }
  });

  it('that a server of an older kind does not tell is an error that names the version', async () => {
    const { store } = await servingStore({ retryForMs: 200 }, { positionsInStreams: false });
    await expect(store.append('thing-1', batch(1), 'none')).rejects.toThrow(/22\.10/);
  });

  it('of another store is refused', async () => {
    const { store } = await servingStore();
    await store.append('thing-1', batch(1), 'none');
    await expect(collectPages(store.readAll({ after: '0000000000000001' }))).rejects.toThrow(RangeError);
  });
});

describe('a store that is closed', () => {
  it('settles everything that waits, with store-closed', async () => {
    const { server, store } = await servingStore({ deadlineMs: 60_000 });
    await store.append('thing-1', batch(1), 'none');
    const following = collect(store.subscribe());
    following.catch(() => {});
    await eventually(() => server.journal.count('subscribe') === 1);
    server.faults.silence(1000);
    const waiting: readonly Promise<unknown>[] = [
      store.append('thing-1', batch(1), 0),
      collect(store.read('thing-1')),
      collect(store.readAll()),
      store.head(),
      following,
    ];
    for (const each of waiting) each.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    await store.close();
    for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'store-closed' });
    await eventually(() => server.journal.reads().every(({ ended }) => ended !== 'open'));
  });

  it('leaves a client that was handed in as it is', async () => {
    const { EventStoreDBClient } = await import('@eventstore/db-client');
    const { server } = await servingStore();
    const client = EventStoreDBClient.connectionString(server.url);
    onTestFinished(() => client.dispose());
    const first = await eventStoreDb(client, IMPATIENT);
    await first.append('thing-1', batch(1), 'none');
    await first.close();
    const second = await eventStoreDb(client, IMPATIENT);
    expect(await collect(second.read('thing-1'))).toHaveLength(1);
    await second.close();
  });
});

/** Writes as another program would. */
function write(server: StandIn, stream: string, type: string, data: string, metadata = '', isJson = true): string {
  const id = randomUUID();
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  server.log.append(stream, 'any', [{ id, type, isJson, data: bytes(data), metadata: bytes(metadata) }]);
  return id;
}
