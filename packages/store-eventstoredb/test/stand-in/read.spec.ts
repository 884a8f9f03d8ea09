import { BACKWARDS, END } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { eventually, failure, noted, notes, serving, take } from './serving.js';

describe('reading a stream', () => {
  test('goes both ways, from any revision, and as far as asked', async () => {
    const { client } = await serving();
    await client.appendToStream('diary', noted('0', '1', '2', '3', '4'));
    const read = async (options: Parameters<typeof client.readStream>[1]) =>
      notes(await take(client.readStream('diary', options)));
    expect(await read({})).toEqual(['0', '1', '2', '3', '4']);
    expect(await read({ fromRevision: 2n })).toEqual(['2', '3', '4']);
    expect(await read({ fromRevision: 2n, maxCount: 2 })).toEqual(['2', '3']);
    expect(await read({ fromRevision: 9n })).toEqual([]);
    expect(await read({ direction: BACKWARDS, fromRevision: END })).toEqual(['4', '3', '2', '1', '0']);
    expect(await read({ direction: BACKWARDS, fromRevision: 2n })).toEqual(['2', '1', '0']);
    expect(await read({ direction: BACKWARDS, fromRevision: 9n, maxCount: 1 })).toEqual(['4']);
  });

  test('that is not there fails with its name', async () => {
    const { client } = await serving();
    const error = await failure(take(client.readStream('missing')));
    expect(error).toMatchObject({ type: 'stream-not-found', streamName: 'missing' });
  });

  test('tells where its events stand in the log, or nothing where the server is older', async () => {
    const newer = await serving();
    const older = await serving({ log: newer.server.log, positionsInStreams: false });
    await newer.client.appendToStream('diary', noted('0'));
    const [told] = await take(newer.client.readStream('diary'));
    const [untold] = await take(older.client.readStream('diary'));
    expect(told?.event?.position).toEqual(newer.server.log.all[0]?.position);
    expect(untold?.event?.position).toEqual({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n });
    expect(untold?.commitPosition).toBeUndefined();
  });

  test('with more than a page waits for a reader that is slow', async () => {
    const { server, client } = await serving();
    await client.appendToStream('diary', noted(...Array.from({ length: 2000 }, () => 'x'.repeat(300))));
    const reading = client.readStream('diary');
    let read = 0;
    for await (const _ of reading) {
      read += 1;
      if (read === 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(server.journal.reads()[0]?.sent).toBeLessThan(1000);
      }
    }
    expect(read).toBe(2000);
  });
});

describe('reading $all', () => {
  test('goes both ways; forwards a position is included, backwards it is not', async () => {
    const { client } = await serving();
    await client.appendToStream('a', noted('0', '1'));
    await client.appendToStream('b', noted('2', '3'));
    const all = await take(client.readAll());
    expect(notes(all)).toEqual(['0', '1', '2', '3']);
    const fromPosition = all[1]?.event?.position;
    if (fromPosition === undefined) throw new Error('The second event has no position.');
    expect(notes(await take(client.readAll({ fromPosition })))).toEqual(['1', '2', '3']);
    expect(notes(await take(client.readAll({ fromPosition, maxCount: 2 })))).toEqual(['1', '2']);
    expect(notes(await take(client.readAll({ fromPosition, direction: BACKWARDS })))).toEqual(['0']);
    expect(notes(await take(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 3 })))).toEqual([
      '3',
      '2',
      '1',
    ]);
  });

  test('distinguishes events of a batch by their prepare position alone', async () => {
    const { client } = await serving();
    await client.appendToStream('a', noted('0', '1', '2'));
    const [, , last] = await take(client.readAll());
    const { commit = 0n, prepare = 0n } = last?.event?.position ?? {};
    expect(notes(await take(client.readAll({ fromPosition: { commit, prepare } })))).toEqual(['2']);
    expect(notes(await take(client.readAll({ fromPosition: { commit, prepare: commit } })))).toEqual([]);
    expect(notes(await take(client.readAll({ fromPosition: { commit, prepare: 0n } })))).toEqual(['0', '1', '2']);
  });

  test('shows the system streams too', async () => {
    const { server, client } = await serving();
    server.log.setStreamMetadata('a', { $maxCount: 10 });
    await client.setStreamMetadata('b', { maxCount: 10 });
    await client.appendToStream('a', noted('0'));
    const streams = (await take(client.readAll())).map(({ event }) => `${event?.streamId} ${event?.type}`);
    expect(streams).toEqual(['$$a $metadata', '$$b $metadata', 'a Noted']);
  });

  test('that is left early goes on at the server until it is cancelled', async () => {
    const { server, client } = await serving();
    await client.appendToStream('a', noted(...Array.from({ length: 2000 }, () => 'x'.repeat(300))));
    const reading = client.readAll();
    for await (const _ of reading) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(server.journal.reads().at(-1)?.ended).toBe('open');
    await reading.cancel();
    await eventually(() => server.journal.reads().at(-1)?.ended).toBe('cancelled');
  });
});
