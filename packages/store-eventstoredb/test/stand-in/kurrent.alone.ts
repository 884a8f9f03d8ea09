import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventTypeFilter, jsonEvent, KurrentDBClient, streamNameFilter } from '@kurrent/kurrentdb-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Cluster, makeCertificates, type StandIn, startCluster, startStandIn } from './index.js';

// Run by kurrent.spec.ts: this client must not share a process with that of EventStoreDB.

describe('an append', () => {
  test('tells revision and position', async () => {
    const { server, client } = await serving();
    const appended = await client.appendToStream('diary', noted('one', 'two'), { streamState: 'no_stream' });
    const position = server.log.all[1]?.position;
    expect(appended).toEqual({ success: true, nextExpectedRevision: 1n, position });
    expect(server.journal.appends()).toMatchObject([{ method: 'batchAppend', expected: 'no_stream' }]);
  });

  test('that conflicts tells both states', async () => {
    const { client } = await serving();
    await client.appendToStream('diary', noted('one'));
    const conflict = { type: 'wrong-expected-version', streamName: 'diary' };
    expect(await failure(client.appendToStream('diary', noted('two'), { streamState: 'no_stream' }))).toMatchObject({
      ...conflict,
      expectedState: 'no_stream',
      actualState: 0n,
    });
    expect(await failure(client.appendToStream('missing', noted('two'), { streamState: 3n }))).toMatchObject({
      expectedState: 3n,
      actualState: 'no_stream',
    });
  });

  test('whose reply was lost is found when it is tried again', async () => {
    const { server, client } = await serving();
    server.faults.dropReplyAfterCommit(1, 'cancelled');
    const events = noted('one');
    const append = () => client.appendToStream('diary', events, { streamState: 'no_stream' });
    expect(await failure(append())).toMatchObject({ type: 'cancelled' });
    expect(await append()).toMatchObject({ nextExpectedRevision: 0n });
    expect(server.log.all).toHaveLength(1);
  });
});

describe('a read', () => {
  test('gives what was appended, with both positions, and the time in whole seconds', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('one', 'two'));
    const read = await taken(client.readStream('diary'));
    expect(read.map(({ event }) => event?.data)).toEqual([{ note: 'one' }, { note: 'two' }]);
    expect(read.map(({ event }) => event?.position)).toEqual(server.log.all.map(({ position }) => position));
    expect(read.map(({ event }) => event?.id)).toEqual(server.log.all.map(({ id }) => id));
    expect(read[0]?.event?.created.getMilliseconds()).toBe(0);
  });

  test('of a stream that is not there fails', async () => {
    const { client } = await serving();
    expect(await failure(taken(client.readStream('missing')))).toMatchObject({
      type: 'stream-not-found',
      streamName: 'missing',
    });
  });

  test('of $all hands its filter to the server', async () => {
    const { server, client } = await serving();
    server.log.setStreamMetadata('diary', { $maxCount: 10 });
    await client.appendToStream('diary', noted('one'));
    await client.appendToStream('ledger', noted('two'));
    const read = await taken(client.readAll({ filter: streamNameFilter({ prefixes: ['led'] }) }));
    expect(read.map(({ event }) => event?.streamId)).toEqual(['ledger']);
    expect(server.journal.reads()).toMatchObject([{ filter: { on: 'stream', prefixes: ['led'] }, sent: 1 }]);
  });

  test('goes on from a position, which is included forwards and not backwards', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('0', '1', '2'));
    const fromPosition = server.log.all[1]?.position ?? 'start';
    const revisions = async (options: Parameters<typeof client.readAll>[0]) =>
      (await taken(client.readAll(options))).map(({ event }) => event?.revision);
    expect(await revisions({ fromPosition })).toEqual([1n, 2n]);
    expect(await revisions({ fromPosition, direction: 'backwards' })).toEqual([0n]);
  });

  test('asks for the leader, whatever it is told', async () => {
    const { server, client } = await serving();
    await taken(client.readAll({ requiresLeader: false }));
    expect(server.journal.reads()).toMatchObject([{ requiresLeader: true }]);
  });

  test('that is cut fails, and the next one succeeds', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('0', '1', '2'));
    server.faults.cutAfter(1);
    expect(await failure(taken(client.readAll()))).toMatchObject({ type: 'unavailable' });
    expect(await taken(client.readAll())).toHaveLength(3);
  });

  test('that is refused with the name of the leader fails, and the next one goes there', async () => {
    const { server, client } = await serving();
    const other = await startStandIn({ log: server.log });
    onTestFinished(() => other.stop());
    const leader = { address: '127.0.0.1', port: other.port };
    server.faults.notLeader(leader);
    expect(await failure(taken(client.readAll()))).toMatchObject({ type: 'not-leader', leader });
    await taken(client.readAll());
    expect(other.journal.count('read')).toBe(1);
  });
});

describe('a subscription', () => {
  test('hands its filter to the server, and is caught up', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('one'));
    const subscription = client.subscribeToAll({ filter: eventTypeFilter({ regex: '^[^$]', maxSearchWindow: 9 }) });
    const caughtUp = new Promise((resolve) => subscription.once('caughtUp', resolve));
    const ids: unknown[] = [];
    subscription.on('data', ({ event }) => ids.push(event?.id));
    await caughtUp;
    await expect.poll(() => ids, { timeout: 15_000 }).toEqual(server.log.all.map(({ id }) => id));
    expect(server.journal.reads()).toMatchObject([{ method: 'subscribe', filter: { regex: '^[^$]', window: 9 } }]);
    await subscription.unsubscribe();
  });
});

test('a user is let in over TLS, for appends and for reads, and others are not', async () => {
  const certificates = makeCertificates();
  const folder = await mkdtemp(join(tmpdir(), 'pembinaan-tls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const authority = join(folder, 'ca.pem');
  await writeFile(authority, certificates.authority);
  const user = { username: 'penulis', password: 'rahasia-uji' };
  const server = await startStandIn({ tls: certificates, user });
  onTestFinished(() => server.stop());
  const url = (login: string) => `esdb://${login}@localhost:${server.port}?tls=true&tlsCAFile=${authority}`;
  const client = connected(url('penulis:rahasia-uji'));
  await client.appendToStream('diary', noted('one'));
  expect(await taken(client.readAll())).toHaveLength(1);
  const stranger = connected(url('penulis:salah'));
  expect(await failure(stranger.appendToStream('diary', noted('two')))).toMatchObject({ type: 'access-denied' });
  expect(await failure(taken(stranger.readAll()))).toMatchObject({ type: 'access-denied' });
});

describe('in a cluster', () => {
  test('the leader is found by gossip, for appends and for reads', async () => {
    const { cluster, client } = await clustered();
    await client.appendToStream('diary', noted('one'));
    await taken(client.readAll());
    expect(cluster.leader?.journal.count('batchAppend')).toBe(1);
    expect(cluster.leader?.journal.count('read')).toBe(1);
  });

  test('whose leader has died, appends find the next one; reads stay with the dead one', async () => {
    const { cluster, client } = await clustered();
    await client.appendToStream('diary', noted('one'));
    await taken(client.readAll());
    await cluster.leader?.stop();
    cluster.elect(cluster.nodes[1]);
    await failure(client.appendToStream('diary', noted('two')));
    await client.appendToStream('diary', noted('three'));
    for (const _ of [1, 2, 3]) expect(await failure(taken(client.readAll()))).toMatchObject({ type: 'unavailable' });
    expect(cluster.nodes[1]?.journal.count('batchAppend')).toBe(1);
  });
});

async function serving(): Promise<{ readonly server: StandIn; readonly client: KurrentDBClient }> {
  const server = await startStandIn();
  onTestFinished(() => server.stop());
  return { server, client: connected(server.url) };
}

async function clustered(): Promise<{ readonly cluster: Cluster; readonly client: KurrentDBClient }> {
  const cluster = await startCluster();
  onTestFinished(() => cluster.stop());
  return { cluster, client: connected(cluster.url) };
}

function connected(url: string): KurrentDBClient {
  const client = KurrentDBClient.connectionString(url.replace('esdb:', 'kurrentdb:'));
  onTestFinished(() => client.dispose());
  return client;
}

function noted(...notes: readonly string[]) {
  return notes.map((note) => jsonEvent({ type: 'Noted', data: { note } }));
}

async function taken<T>(reading: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const one of reading) read.push(one);
  return read;
}

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}
