import { EventStoreDBClient } from '@eventstore/db-client';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { batch, collect, event, ids } from './events.js';
import { IMPATIENT, servingStore } from './serving-store.js';
import { type LostReply, startStandIn } from './stand-in/index.js';

const WAYS: readonly LostReply[] = ['silence', 'cut', 'cancelled', 'unavailable', 'timeout'];

describe('an append whose reply is lost', () => {
  for (const how of WAYS) {
    for (const expected of ['none', 1, 'any', 'exists'] as const) {
      it(`(${how}) with '${expected}' is sent again and stored once`, async () => {
        const { server, store } = await servingStore();
        const before = batch(expected === 'none' ? 0 : 2);
        if (before.length > 0) await store.append('thing-1', before, 'none');
        const events = batch(3);
        server.faults.dropReplyAfterCommit(1, how);
        const appended = await store.append('thing-1', events, expected);
        expect(appended).toMatchObject({ firstRevision: before.length, revision: before.length + 2, repeated: false });
        expect(ids(await collect(store.read('thing-1')))).toEqual(ids([...before, ...events]));
        expect(server.faults.struck.dropReplyAfterCommit).toBe(1);
      });
    }
  }

  it('is sent again with the same ids and the same revision, as a bigint', async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', batch(1), 'none');
    const events = batch(2);
    server.faults.dropReplyAfterCommit(2, 'silence');
    await store.append('thing-1', events, 0);
    const sent = server.journal.appends().slice(1);
    expect(sent.map(({ result }) => result)).toEqual(['appended', 'repeated', 'repeated']);
    for (const call of sent) expect(call).toMatchObject({ expected: 0n, ids: ids(events), requiresLeader: true });
  });

  for (const expected of [0, 'any'] as const) {
    it(`with '${expected}' is told its own place when another writer appended meanwhile`, async () => {
      const { server, store } = await servingStore();
      const other = await eventStoreDb(server.url, IMPATIENT);
      onTestFinished(() => other.close());
      await store.append('thing-1', batch(1), 'none');
      const events = batch(2);
      server.faults.dropReplyAfterCommit(1, 'silence');
      const appending = store.append('thing-1', events, expected);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await other.append('thing-1', batch(3), 2);
      expect(await appending).toMatchObject({ firstRevision: 1, revision: 2, repeated: false });
      expect(ids(server.log.stream('thing-1') ?? [])).toHaveLength(6);
    });
  }

  it('is not waited for longer than the local deadline, where the call of the client never settles', async () => {
    const { server } = await servingStore();
    // Without credentials this client appends by batch, which has no deadline of its own.
    const client = EventStoreDBClient.connectionString(server.url);
    const store = await eventStoreDb(client, IMPATIENT);
    onTestFinished(async () => {
      await store.close();
      await client.dispose();
    });
    server.faults.dropReplyAfterCommit(1, 'silence');
    await expect(store.append('thing-1', batch(1), 'none')).resolves.toMatchObject({ revision: 0, repeated: false });
    expect(server.journal.appends().map(({ method }) => method)).toEqual(['batchAppend', 'batchAppend']);
  });

  it("with 'any' is stored once although the server forgot the ids when it came back", async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', batch(1), 'none');
    const events = batch(2);
    server.faults.dropReplyAfterCommit(1, 'silence');
    const appending = store.append('thing-1', events, 'any');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.restart();
    expect(await appending).toMatchObject({ firstRevision: 1, revision: 2 });
    expect(server.log.stream('thing-1')).toHaveLength(3);
  });
});

describe('a batch that is there already', () => {
  it('is found without asking the server when this store read or wrote the stream', async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', batch(2), 'none');
    server.journal.forget();
    await store.append('thing-1', batch(1), 1);
    expect(server.journal.count('append')).toBe(1);
    // Reading back what was stored.
    expect(server.journal.count('read')).toBe(1);
  });

  it('is found by another store, with whatever revision it is stated, also after others were appended', async () => {
    const { server, store } = await servingStore();
    const events = batch(2);
    const first = await store.append('thing-1', events, 'none');
    await store.append('thing-1', batch(2), 1);
    server.log.forgetRecentIds();
    for (const expected of ['none', 'any', 'exists', 0, 1, 3, 99] as const) {
      const other = await eventStoreDb(server.url, IMPATIENT);
      expect(await other.append('thing-1', events, expected)).toEqual({ ...first, repeated: true });
      await other.close();
    }
    expect(server.log.stream('thing-1')).toHaveLength(4);
  });

  it('and is only a part of what is sent, or the other way about, is refused', async () => {
    const { server, store } = await servingStore();
    const [first = event(), second = event(), third = event()] = batch(3);
    await store.append('thing-1', [first, second, third], 'none');
    for (const events of [
      [first, second],
      [first, second, third, event()],
      [event(), first],
      [second, third],
    ]) {
      for (const expected of ['none', 'any', 2] as const) {
        const appending = store.append('thing-1', events, expected);
        await expect(appending).rejects.toMatchObject({ code: 'duplicate-event', place: { stream: 'thing-1' } });
      }
    }
    expect(server.log.stream('thing-1')).toHaveLength(3);
  });
});

describe('a conflict', () => {
  for (const batchAppend of [true, false]) {
    it(`tells -1 for a missing stream, ${batchAppend ? 'also where the client appends by batch' : 'by the single call'}`, async () => {
      const server = await startStandIn({ batchAppend });
      const client = EventStoreDBClient.connectionString(server.url);
      const store = await eventStoreDb(client, IMPATIENT);
      onTestFinished(async () => {
        await store.close();
        await client.dispose();
        await server.stop();
      });
      for (const expected of ['exists', 0, 7] as const) {
        await expect(store.append('thing-1', batch(1), expected)).rejects.toMatchObject({
          code: 'version-conflict',
          place: { stream: 'thing-1', revision: -1 },
        });
      }
      await store.append('thing-1', batch(3), 'none');
      await expect(store.append('thing-1', batch(1), 1)).rejects.toMatchObject({ place: { revision: 2 } });
    });
  }
});

describe('what is sent', () => {
  it('is what was given at the call, whatever the caller changes while it is on its way', async () => {
    const { store } = await servingStore();
    const data = { list: ['as it was'] };
    const metadata = { ...event().metadata, facts: [{ stream: 'thing-2', revision: 4 }] };
    const appending = store.append('thing-1', [event({ data, metadata })], 'none');
    data.list.push('too late');
    metadata.facts.pop();
    await appending;
    const [stored] = await collect(store.read('thing-1'));
    expect(stored?.data).toEqual({ list: ['as it was'] });
    expect(stored?.metadata.facts).toEqual([{ stream: 'thing-2', revision: 4 }]);
  });

  it('never holds what JSON cannot carry: the client would wait for ever', async () => {
    const { server, store } = await servingStore();
    await expect(store.append('thing-1', [event({ data: { count: 1n } })], 'none')).rejects.toMatchObject({
      code: 'not-plain-json',
    });
    expect(server.journal.appends()).toEqual([]);
  });

  it("carries the correlation where the server's own projection looks for it", async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', [event()], 'none');
    const metadata: unknown = JSON.parse(new TextDecoder().decode(server.log.all[0]?.metadata));
    expect(metadata).toMatchObject({ $correlationId: 'correlation-1', $causationId: 'causation-1', schemaVersion: 1 });
  });

  it('goes as a call of its own, so that the failure of one server does not touch the appends to another', async () => {
    const [one, two] = [await servingStore(), await servingStore()];
    for (let round = 0; round < 20; round++) {
      two.server.faults.delay(20, 1);
      const slow = two.store.append(`thing-${round}`, batch(1), 'none');
      one.server.faults.cutStreams();
      await Promise.all([one.store.append(`thing-${round}`, batch(1), 'none'), slow]);
    }
    expect(two.server.journal.count('append')).toBeGreaterThanOrEqual(20);
    expect(two.server.journal.count('batchAppend')).toBe(0);
  });
});

describe('an append that cannot be done', () => {
  it('waits for a leader, with pauses, and succeeds when there is one', async () => {
    const { server, store } = await servingStore();
    server.faults.notLeader(undefined, 4);
    await expect(store.append('thing-1', batch(1), 'none')).resolves.toMatchObject({ revision: 0 });
    expect(server.faults.struck.notLeader).toBe(4);
  });

  it('waits for a server that starts', async () => {
    const { server, store } = await servingStore();
    server.faults.notReady(3);
    await expect(store.append('thing-1', batch(1), 'none')).resolves.toMatchObject({ revision: 0 });
  });

  it('is given up after a while, and the error says what to do', async () => {
    const { server, store } = await servingStore({ retryForMs: 500 });
    await server.stop();
    const failure = store.append('thing-1', batch(1), 'none');
    await expect(failure).rejects.toMatchObject({ code: 'store-unavailable', place: { stream: 'thing-1' } });
    await expect(failure).rejects.toThrow(/same event ids are the same append/);
  });

  it('is given up although the server takes it and never answers', async () => {
    const { server, store } = await servingStore({ deadlineMs: 100, retryForMs: 400 });
    server.faults.silence(1000);
    await expect(store.append('thing-1', batch(1), 'none')).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('for its size is told so', async () => {
    const { store } = await servingStore({}, { maxAppendSize: 10_000 });
    const failure = store.append('thing-1', batch(20, { data: { text: 'x'.repeat(1000) } }), 'none');
    await expect(failure).rejects.toMatchObject({ code: 'invalid-append' });
    await expect(failure).rejects.toThrow(/MaxAppendSize/);
  });
});
