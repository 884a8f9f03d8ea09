import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { type EventStoreClient, eventStoreDb } from '@pembinaan/store-eventstoredb';
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import { batch, collect, ids } from './events.js';
import { IMPATIENT, servingStore } from './serving-store.js';
import { startCluster, startStandIn } from './stand-in/index.js';

describe('the client', () => {
  it('of either package fits as it is', () => {
    expectTypeOf<EventStoreDBClient>().toExtend<EventStoreClient>();
    expectTypeOf<KurrentDBClient>().toExtend<EventStoreClient>();
  });

  it('is loaded when a URL is opened, and not before', async () => {
    const program = `
      const { createRequire } = await import('node:module');
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => /db-client/.test(file));
      const { eventStoreDb } = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
      const told = [loaded()];
      await eventStoreDb({ appendToStream() {}, readStream() {}, readAll() {}, subscribeToAll() {}, dispose() {} });
      told.push(loaded());
      await eventStoreDb('esdb://127.0.0.1:1?tls=false');
      told.push(loaded());
      console.log(JSON.stringify(told));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    expect(JSON.parse(stdout)).toEqual([false, false, true]);
  });
});

describe('a URL', () => {
  for (const scheme of ['esdb', 'kurrentdb', 'kurrent', 'kdb']) {
    it(`may begin with ${scheme}://`, async () => {
      const server = await startStandIn();
      const store = await eventStoreDb(server.url.replace('esdb:', `${scheme}:`), IMPATIENT);
      onTestFinished(async () => {
        await store.close();
        await server.stop();
      });
      await expect(store.append('thing-1', batch(1), 'none')).resolves.toMatchObject({ revision: 0 });
    });
  }

  for (const url of [
    'http://127.0.0.1:2113',
    '127.0.0.1:2113',
    'esdb://',
    'esdb://admin:s3cret@127.0.0.1:2113?tls=maybe',
    'esdb://admin:s3cret@127.0.0.1:2113?nodePreference=nobody',
    'esdb://admin:s3cret@127.0.0.1:2113?tlsVerifyCert=false',
    'esdb://admin:s3cret@127.0.0.1:2113?throwOnAppendFailure=false',
    'esdb://admin:s3cret@127.0.0.1:2113?typo=1',
    'esdb://admin:s3cret@127.0.0.1:port',
  ]) {
    it(`such as ${url} is refused without telling the password`, async () => {
      const warned: unknown[][] = [];
      const { warn } = console;
      console.warn = (...told) => void warned.push(told);
      onTestFinished(() => {
        console.warn = warn;
      });
      const failure: unknown = await eventStoreDb(url).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'store-unavailable' });
      expect(String(failure)).not.toContain('s3cret');
      expect(JSON.stringify(warned)).not.toContain('s3cret');
    });
  }
});

describe('a cluster', () => {
  it('is written to through its leader, also when another node becomes it', { timeout: 30_000 }, async () => {
    const cluster = await startCluster();
    const store = await eventStoreDb(cluster.url, { ...IMPATIENT, deadlineMs: 2000 });
    onTestFinished(async () => {
      await store.close();
      await cluster.stop();
    });
    const written: string[] = [];
    for (let round = 0; round < 6; round++) {
      cluster.elect(cluster.nodes[round % 3]);
      const events = batch(2);
      await store.append('thing-1', events, round === 0 ? 'none' : round * 2 - 1);
      written.push(...ids(events));
    }
    expect(ids(await collect(store.read('thing-1')))).toEqual(written);
  });

  it('without a leader is waited for, and given up after a while', async () => {
    const cluster = await startCluster();
    const store = await eventStoreDb(cluster.url, { ...IMPATIENT, retryForMs: 600 });
    onTestFinished(async () => {
      await store.close();
      await cluster.stop();
    });
    await store.append('thing-1', batch(1), 'none');
    cluster.elect(undefined);
    const events = batch(1);
    await expect(store.append('thing-1', events, 0)).rejects.toMatchObject({ code: 'store-unavailable' });
    cluster.elect(cluster.nodes[1]);
    // The last try may have been on its way: the same ids are the same append.
    await expect(store.append('thing-1', events, 0)).resolves.toMatchObject({ revision: 1 });
  });
});

describe('health', () => {
  it('is healthy with a head, unreachable while the server is away, closed at the end, and never throws', async () => {
    const { server, store } = await servingStore();
    expect(await store.health()).toMatchObject({ state: 'healthy', head: undefined, problem: undefined });
    const { positions } = await store.append('thing-1', batch(1), 'none');
    const healthy = await store.health();
    expect(healthy).toMatchObject({ state: 'healthy', head: positions[0] });
    expect(healthy.roundTripMs).toBeGreaterThan(0);
    await server.stop();
    expect(await store.health()).toMatchObject({ state: 'unreachable', head: undefined });
    expect((await store.health()).problem).toMatch(/Check that the server runs/);
    await store.close();
    expect(await store.health()).toMatchObject({ state: 'closed' });
  });

  it('of a server that does not speak TLS says so', async () => {
    const { server } = await servingStore();
    const store = await eventStoreDb(`esdb://admin:changeit@${server.address}?tls=true`, {
      ...IMPATIENT,
      deadlineMs: 3000,
    });
    onTestFinished(() => store.close());
    const { state, problem } = await store.health();
    expect(state).toBe('unreachable');
    expect(problem).toMatch(/tls=false/);
    expect(problem).not.toContain('changeit');
  });
});

describe('a server that denies access', () => {
  it('is asked once, and the error says what to check', async () => {
    const { EventStoreDBClient: Client } = await import('@eventstore/db-client');
    const { server } = await servingStore();
    const client = Client.connectionString(server.url);
    onTestFinished(() => client.dispose());
    let asked = 0;
    const denying: EventStoreClient = Object.assign(Object.create(client), {
      async appendToStream(): Promise<never> {
        asked++;
        throw Object.assign(new Error('16 UNAUTHENTICATED'), { type: 'access-denied', code: 16 });
      },
    });
    const store = await eventStoreDb(denying, IMPATIENT);
    const failure = store.append('thing-1', batch(1), 'none');
    await expect(failure).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(failure).rejects.toThrow(/user and password/);
    expect(asked).toBe(1);
  });
});
