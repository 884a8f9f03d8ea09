import { describe, expect, onTestFinished, test } from 'vitest';
import { type Cluster, type ClusterOptions, startCluster } from './index.js';
import { connected, failure, noted, notes, take, untilReached } from './serving.js';

describe('a cluster', () => {
  test('is found through any of its nodes, and its leader is preferred', async () => {
    const cluster = await clustered();
    const client = connected(cluster.url);
    await client.appendToStream('diary', noted('one'));
    expect(appendsOf(cluster)).toEqual([1, 0, 0]);
    expect(cluster.nodes.map(({ journal }) => journal.count('gossip')).reduce((sum, asked) => sum + asked)).toBe(1);
  });

  test('is found by a preference for followers', async () => {
    const cluster = await clustered();
    const client = connected(`${cluster.url}&nodePreference=follower`);
    await client.appendToStream('diary', noted('one'));
    expect(appendsOf(cluster)[0]).toBe(0);
    expect(notes(await take(client.readAll()))).toEqual(['one']);
  });

  test('is found through the nodes that still answer', async () => {
    const cluster = await clustered();
    await cluster.nodes[2]?.stop();
    await cluster.nodes[1]?.stop();
    const client = connected(cluster.url);
    await client.appendToStream('diary', noted('one'));
    expect(cluster.log.all).toHaveLength(1);
  });

  test('whose leader is gone is served by the next one', async () => {
    const cluster = await clustered();
    const client = connected(cluster.url);
    const events = noted('one');
    await client.appendToStream('diary', events, { expectedRevision: 'no_stream' });
    await cluster.leader?.stop();
    cluster.elect(cluster.nodes[1]);
    await untilReached(() => client.appendToStream('diary', events, { expectedRevision: 'no_stream' }));
    expect(appendsOf(cluster)).toEqual([1, 1, 0]);
    expect(cluster.log.all).toHaveLength(1);
  });

  test('without a leader takes no appends; who insists on the leader gets nothing read', async () => {
    const cluster = await clustered({ batchAppend: false });
    const client = connected(cluster.nodes[1]?.url ?? '');
    cluster.elect(undefined);
    expect(await failure(client.appendToStream('diary', noted('one')))).toMatchObject({ type: 'unavailable' });
    expect(await take(client.readAll())).toEqual([]);
    expect(await failure(take(client.readAll({ requiresLeader: true })))).toMatchObject({ type: 'unknown' });
  });

  test('whose leader is gone is not found before another is elected, and then not for appends of that client', async () => {
    const cluster = await clustered();
    await cluster.leader?.stop();
    const client = connected(`${cluster.url}&maxDiscoverAttempts=2&discoveryInterval=10`);
    const append = (by: typeof client) => by.appendToStream('diary', noted('one'));
    await expect(append(client)).rejects.toThrow('Failed to discover');
    cluster.elect(cluster.nodes[2]);
    // It keeps the failure to learn what the server can do.
    await expect(append(client)).rejects.toThrow('Failed to discover');
    expect(await take(client.readAll())).toEqual([]);
    await append(connected(cluster.url));
    expect(appendsOf(cluster)).toEqual([0, 0, 1]);
  });

  test('without a leader is not found', async () => {
    const cluster = await clustered();
    cluster.elect(undefined);
    const client = connected(`${cluster.url}&maxDiscoverAttempts=2&discoveryInterval=10`);
    expect(await failure(client.appendToStream('diary', noted('one')))).toMatchObject({
      message: 'Failed to discover after 2 attempts.',
    });
  });
});

describe('a follower', () => {
  test('hands appends on to the leader', async () => {
    const cluster = await clustered();
    await connected(cluster.nodes[1]?.url ?? '').appendToStream('diary', noted('one'));
    expect(cluster.log.all).toHaveLength(1);
  });

  test.each([{ batchAppend: true }, { batchAppend: false }])(
    'names the leader to a client that insists on it ($batchAppend)',
    async (options) => {
      const cluster = await clustered(options);
      const client = connected(cluster.nodes[1]?.url ?? '');
      const leader = { address: '127.0.0.1', port: cluster.leader?.port };
      const append = () => client.appendToStream('diary', noted('one'), { requiresLeader: true });
      expect(await failure(append())).toMatchObject({ type: 'not-leader', leader });
      await append();
      expect(appendsOf(cluster)).toEqual([1, 1, 0]);
      expect(cluster.log.all).toHaveLength(1);
    },
  );

  test('refuses a read that insists on the leader, and the client goes there', async () => {
    const cluster = await clustered();
    const client = connected(cluster.nodes[2]?.url ?? '');
    expect(await failure(take(client.readAll({ requiresLeader: true })))).toMatchObject({ type: 'not-leader' });
    expect(await take(client.readAll({ requiresLeader: true }))).toEqual([]);
    expect(cluster.leader?.journal.count('read')).toBe(1);
  });
});

async function clustered(options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await startCluster(options);
  onTestFinished(() => cluster.stop());
  return cluster;
}

function appendsOf(cluster: Cluster): readonly number[] {
  return cluster.nodes.map(({ journal }) => journal.appends().length);
}
