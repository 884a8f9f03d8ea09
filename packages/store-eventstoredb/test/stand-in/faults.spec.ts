import { describe, expect, test } from 'vitest';
import { eventually, failure, noted, notes, serving, settled, take, untilReached } from './serving.js';

describe.each([
  { way: 'batchAppend', batchAppend: true },
  { way: 'append', batchAppend: false },
] as const)('an append by $way', ({ way, batchAppend }) => {
  test('whose reply is lost is kept and never settles', async () => {
    const { server, client } = await serving({ batchAppend });
    server.faults.dropReplyAfterCommit();
    const appending = client.appendToStream('diary', noted('one'), { deadline: 60_000 });
    appending.catch(() => {});
    await eventually(() => server.faults.struck.dropReplyAfterCommit).toBe(1);
    expect(await settled(appending, 200)).toBe('pending');
    expect(notes(await take(client.readStream('diary')))).toEqual(['one']);
    expect(server.journal.appends()).toMatchObject([{ method: way, result: 'appended', answered: false }]);
  });

  test.each([
    { how: 'cut', type: 'unavailable' },
    { how: 'unavailable', type: 'unavailable' },
    { how: 'cancelled', type: 'cancelled' },
    { how: 'timeout', type: batchAppend ? 'deadline-exceeded' : 'timeout' },
  ] as const)(
    'that ends with "$how" after the commit fails as $type, and is found when it is tried again',
    async ({ how, type }) => {
      const { server, client } = await serving({ batchAppend });
      const events = noted('one', 'two');
      server.faults.dropReplyAfterCommit(1, how);
      const append = () => client.appendToStream('diary', events, { expectedRevision: 'no_stream' });
      expect(await failure(append())).toMatchObject({ type });
      expect(await untilReached(append)).toMatchObject({ success: true, nextExpectedRevision: 1n });
      expect(server.log.all).toHaveLength(2);
      expect(server.journal.appends().map(({ result }) => result)).toEqual(['appended', 'repeated']);
    },
  );

  test('that is never answered is not kept', async () => {
    const { server, client } = await serving({ batchAppend });
    server.faults.silence();
    const appending = client.appendToStream('diary', noted('one'), { deadline: 60_000 });
    appending.catch(() => {});
    await eventually(() => server.faults.struck.silence).toBe(1);
    expect(await settled(appending, 200)).toBe('pending');
    expect(server.log.all).toHaveLength(0);
  });

  test.each([
    { fault: 'unavailable', type: 'unavailable' },
    { fault: 'notReady', type: batchAppend ? 'unknown' : 'unavailable' },
    { fault: 'notLeader', type: 'unknown' },
  ] as const)(
    'that is refused by "$fault" fails as $type so many times, and keeps nothing until then',
    async ({ fault, type }) => {
      const { server, client } = await serving({ batchAppend });
      if (fault === 'notLeader') server.faults.notLeader(undefined, 2);
      else server.faults[fault](2);
      const events = noted('one');
      for (const _ of [1, 2]) {
        expect(await failure(client.appendToStream('diary', events))).toMatchObject({ type });
        expect(server.log.all).toHaveLength(0);
      }
      await client.appendToStream('diary', events);
      expect(server.faults.struck[fault]).toBe(2);
    },
  );

  test('goes to the leader that a refusal named', async () => {
    const leader = await serving({ batchAppend });
    const { server, client } = await serving({ batchAppend });
    server.faults.notLeader({ address: '127.0.0.1', port: leader.server.port });
    const error = await failure(client.appendToStream('diary', noted('one')));
    expect(error).toMatchObject({ type: 'not-leader', leader: { address: '127.0.0.1', port: leader.server.port } });
    await client.appendToStream('diary', noted('two'));
    expect(notes(await take(leader.client.readAll()))).toEqual(['two']);
  });
});

test('a batch append of one client fails those that wait in another, which share a list of them', async () => {
  const one = await serving();
  const other = await serving();
  await one.client.appendToStream('diary', noted('one'));
  other.server.faults.dropReplyAfterCommit();
  const waiting = failure(other.client.appendToStream('diary', noted('two')));
  await eventually(() => other.server.journal.count('batchAppend')).toBe(1);
  one.server.faults.cutStreams();
  expect(await waiting).toMatchObject({ type: 'unavailable' });
  expect(other.server.faults.struck.cutStreams).toBe(0);
});

describe('a read', () => {
  test('is cut after so many messages: some of them arrive, in order', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted(...Array.from({ length: 100 }, (_, n) => String(n))));
    server.faults.cutAfter(10);
    const read: unknown[] = [];
    const reading = client.readStream('diary');
    reading.on('data', (event) => read.push(...notes([event])));
    const error = await new Promise((resolve) => reading.once('error', resolve));
    expect(error).toMatchObject({ type: 'unavailable' });
    expect(read).toEqual(Array.from({ length: Math.min(read.length, 10) }, (_, n) => String(n)));
    expect(server.journal.reads()).toMatchObject([{ sent: 10, ended: 'cut' }]);
    expect(await untilReached(() => take(client.readStream('diary')))).toHaveLength(100);
    expect(server.faults.struck.cutAfter).toBe(1);
  });

  test.each([
    { fault: 'unavailable', type: 'unavailable' },
    { fault: 'notReady', type: 'unavailable' },
    { fault: 'notLeader', type: 'unknown' },
  ] as const)('is refused by "$fault" as $type', async ({ fault, type }) => {
    const { server, client } = await serving();
    if (fault === 'notLeader') server.faults.notLeader();
    else server.faults[fault]();
    expect(await failure(take(client.readAll()))).toMatchObject({ type });
    expect(await take(client.readAll())).toEqual([]);
  });

  test('that is never answered never settles', async () => {
    const { server, client } = await serving();
    server.faults.silence();
    const reading = client.readAll();
    const taking = take(reading);
    await eventually(() => server.faults.struck.silence).toBe(1);
    expect(await settled(taking, 200)).toBe('pending');
    await reading.cancel();
  });

  test('that is cancelled ends as if it were complete', async () => {
    const { server, client } = await serving();
    server.faults.silence();
    const reading = client.readAll();
    const next = reading[Symbol.asyncIterator]().next();
    await eventually(() => server.journal.count('read')).toBe(1);
    await reading.cancel();
    expect(await next).toEqual({ done: true, value: undefined });
    await eventually(() => server.journal.reads()[0]?.ended).toBe('cancelled');
  });

  test('is sent message by message with a delay', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('0', '1', '2'));
    server.faults.delay(30);
    const begun = performance.now();
    await take(client.readStream('diary'));
    expect(performance.now() - begun).toBeGreaterThan(85);
    server.faults.clear();
    expect(server.faults.struck.delay).toBe(3);
  });
});

describe('a subscription', () => {
  test('fails when the connections are cut, and can go on from where it was', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted('0', '1'));
    const subscription = client.subscribeToAll();
    const failed = new Promise((resolve) => subscription.once('error', resolve));
    await take({ [Symbol.asyncIterator]: () => subscription.iterator({ destroyOnReturn: false }) }, 2);
    server.faults.cutStreams();
    expect(await failed).toMatchObject({ type: 'unavailable' });
    expect(server.faults.struck.cutStreams).toBeGreaterThan(0);
    const fromPosition = server.log.all[0]?.position ?? 'start';
    expect(notes(await untilReached(() => take(client.subscribeToAll({ fromPosition }), 1)))).toEqual(['1']);
  });

  test('whose consumer is too slow is dropped', async () => {
    const { server, client } = await serving();
    server.faults.dropSlowConsumers(20);
    const subscription = client.subscribeToAll({}, { highWaterMark: 1 });
    const failed = new Promise((resolve) => subscription.once('error', resolve));
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await client.appendToStream('diary', noted(...Array.from({ length: 500 }, () => 'x'.repeat(1000))));
    await eventually(() => server.journal.reads()[0]?.ended).toBe('dropped');
    subscription.resume();
    expect(await failed).toMatchObject({ type: 'timeout' });
    expect(server.faults.struck.dropSlowConsumers).toBe(1);
  });

  test('whose consumer keeps up is not dropped, however much comes at once', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted(...Array.from({ length: 100 }, () => 'before')));
    server.faults.dropSlowConsumers(1);
    const subscription = client.subscribeToAll();
    let seen = 0;
    subscription.on('data', () => {
      seen += 1;
    });
    await new Promise((resolve) => subscription.once('caughtUp', resolve));
    await client.appendToStream('diary', noted(...Array.from({ length: 100 }, () => 'after')));
    await eventually(() => seen).toBe(200);
    expect(server.faults.struck.dropSlowConsumers).toBe(0);
    await subscription.unsubscribe();
  });

  test('that still reads what was there before is never dropped as slow', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted(...Array.from({ length: 500 }, () => 'x'.repeat(1000))));
    server.faults.dropSlowConsumers(1);
    const subscription = client.subscribeToAll({}, { highWaterMark: 1 });
    await eventually(() => server.journal.reads()[0]?.sent).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(server.journal.reads()).toMatchObject([{ ended: 'open' }]);
    expect(await take(subscription, 500)).toHaveLength(500);
  });
});

describe('a server', () => {
  test('that is stopped is unavailable, and comes back on its port with its events', async () => {
    const { server, client } = await serving();
    const { port } = server;
    await client.appendToStream('diary', noted('one'));
    await server.stop();
    expect(server.running).toBe(false);
    expect(await failure(client.appendToStream('diary', noted('two')))).toMatchObject({ code: 14 });
    await server.restart();
    expect(server.port).toBe(port);
    const events = noted('three');
    await untilReached(() => client.appendToStream('diary', events, { expectedRevision: 0n }));
    expect(notes(await untilReached(() => take(client.readAll())))).toEqual(['one', 'three']);
  });

  test('does as it should when its faults are cleared', async () => {
    const { server, client } = await serving();
    server.faults.unavailable(9);
    server.faults.delay(10_000);
    server.faults.silence(9);
    server.faults.cutAfter(0, 9);
    server.faults.dropReplyAfterCommit(9);
    server.faults.notReady(9);
    server.faults.notLeader(undefined, 9);
    server.faults.clear();
    await client.appendToStream('diary', noted('one'));
    expect(notes(await take(client.readAll()))).toEqual(['one']);
  });
});

test('the journal is bounded, and counts what it no longer keeps', async () => {
  const { server, client } = await serving({ journalSize: 3 });
  for (const note of ['0', '1', '2', '3', '4']) await client.appendToStream(note, noted(note));
  expect(server.journal.calls).toMatchObject([{ stream: '2' }, { stream: '3' }, { stream: '4' }]);
  expect(server.journal.count('batchAppend')).toBe(5);
  server.journal.forget();
  expect(server.journal.count('batchAppend')).toBe(0);
});
