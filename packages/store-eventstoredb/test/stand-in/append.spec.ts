import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { eventually, failure, noted, notes, serving, settled, take, untilReached } from './serving.js';

// Both ways of appending have to behave alike: in one long call, and (where the server has no batch append) in one call each.
describe.each([
  { way: 'batchAppend', batchAppend: true },
  { way: 'append', batchAppend: false },
] as const)('appending by $way', ({ way, batchAppend }) => {
  test('gives the revision of the last event and where it stands in the log', async () => {
    const { server, client } = await serving({ batchAppend });
    const appended = await client.appendToStream('diary', noted('one', 'two'), { expectedRevision: 'no_stream' });
    const [last] = await take(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }));
    expect(appended).toEqual({ success: true, nextExpectedRevision: 1n, position: last?.event?.position });
    expect(server.journal.appends()).toMatchObject([{ method: way, stream: 'diary', expected: 'no_stream' }]);
  });

  test('gives each event its own prepare position, below a commit position that the batch shares', async () => {
    const { client } = await serving({ batchAppend });
    await client.appendToStream('diary', noted('one', 'two'));
    const [one, two] = (await take(client.readAll())).map(({ event }) => event?.position);
    expect(one?.commit).toBe(two?.commit);
    expect(Number((two?.prepare ?? 0n) - (one?.prepare ?? 0n))).toBeGreaterThan(0);
    expect(Number((two?.commit ?? 0n) - (two?.prepare ?? 0n))).toBeGreaterThan(0);
  });

  test('numbers positions beyond what a JavaScript number can hold', async () => {
    const { client } = await serving({ batchAppend });
    const { position } = await client.appendToStream('diary', noted('one'));
    expect(BigInt(Number(position?.prepare))).not.toBe(position?.prepare);
  });

  describe('with an expectation', () => {
    test.each([
      { stream: 'missing', expectedRevision: 'any', holds: true },
      { stream: 'missing', expectedRevision: 'no_stream', holds: true },
      { stream: 'missing', expectedRevision: 'stream_exists', holds: false },
      { stream: 'missing', expectedRevision: 0n, holds: false },
      { stream: 'diary', expectedRevision: 'any', holds: true },
      { stream: 'diary', expectedRevision: 'no_stream', holds: false },
      { stream: 'diary', expectedRevision: 'stream_exists', holds: true },
      { stream: 'diary', expectedRevision: 0n, holds: false },
      { stream: 'diary', expectedRevision: 1n, holds: true },
      { stream: 'diary', expectedRevision: 2n, holds: false },
    ] as const)('$expectedRevision on $stream holds: $holds', async ({ stream, expectedRevision, holds }) => {
      const { server, client } = await serving({ batchAppend });
      await client.appendToStream('diary', noted('one', 'two'));
      const error = await failure(client.appendToStream(stream, noted('three'), { expectedRevision }));
      expect(server.log.all).toHaveLength(holds ? 3 : 2);
      expect(error).toEqual(
        holds
          ? undefined
          : expect.objectContaining({
              type: 'wrong-expected-version',
              streamName: stream,
              expectedVersion: expectedRevision,
              actualVersion: stream === 'missing' ? 'no_stream' : 1n,
            }),
      );
    });
  });

  describe('once more with the same ids', () => {
    test.each(['no_stream', 'any', 'stream_exists'] as const)('and %s is the same append', async (expectedRevision) => {
      const { server, client } = await serving({ batchAppend });
      if (expectedRevision === 'stream_exists') server.log.setStreamMetadata('diary', { $maxCount: 10 });
      const events = noted('one', 'two');
      const first = await client.appendToStream('diary', events, { expectedRevision });
      await client.appendToStream('diary', noted('three'));
      expect(await client.appendToStream('diary', events, { expectedRevision })).toEqual(first);
      expect(server.log.stream('diary')).toHaveLength(3);
      expect(server.journal.appends().map(({ result }) => result)).toEqual(['appended', 'appended', 'repeated']);
    });

    test('and a revision is the same append', async () => {
      const { server, client } = await serving({ batchAppend });
      await client.appendToStream('diary', noted('zero'));
      const events = noted('one', 'two');
      const first = await client.appendToStream('diary', events, { expectedRevision: 0n });
      expect(await client.appendToStream('diary', events, { expectedRevision: 0n })).toEqual(first);
      expect(server.log.all).toHaveLength(3);
    });

    test('and another revision is a conflict', async () => {
      const { client } = await serving({ batchAppend });
      const events = noted('one', 'two');
      await client.appendToStream('diary', events, { expectedRevision: 'no_stream' });
      const error = await failure(client.appendToStream('diary', events, { expectedRevision: 0n }));
      expect(error).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n });
    });

    test('of which only the first are there, is a conflict', async () => {
      const { server, client } = await serving({ batchAppend });
      const both = noted('one', 'two');
      await client.appendToStream('diary', both.slice(0, 1), { expectedRevision: 'no_stream' });
      for (const expectedRevision of ['no_stream', 'any'] as const)
        expect(await failure(client.appendToStream('diary', both, { expectedRevision }))).toMatchObject({
          type: 'wrong-expected-version',
        });
      expect(server.log.all).toHaveLength(1);
    });

    test('in another stream is another append', async () => {
      const { server, client } = await serving({ batchAppend });
      const events = noted('one');
      await client.appendToStream('diary', events, { expectedRevision: 'any' });
      await client.appendToStream('ledger', events, { expectedRevision: 'any' });
      expect(server.log.all.map(({ stream }) => stream)).toEqual(['diary', 'ledger']);
    });

    test('after a restart is known where a revision was expected, and new where any was', async () => {
      const { server, client } = await serving({ batchAppend });
      const exact = noted('exact');
      const loose = noted('loose');
      await client.appendToStream('exact', exact, { expectedRevision: 'no_stream' });
      await client.appendToStream('loose', loose, { expectedRevision: 'any' });
      await server.restart();
      await untilReached(() => client.appendToStream('exact', exact, { expectedRevision: 'no_stream' }));
      await untilReached(() => client.appendToStream('loose', loose, { expectedRevision: 'any' }));
      expect(server.log.stream('exact')).toHaveLength(1);
      expect(server.log.stream('loose')).toHaveLength(2);
    });
  });

  test('more than the server takes is refused, and nothing is kept', async () => {
    const { server, client } = await serving({ batchAppend, maxAppendSize: 1000 });
    const error = await failure(client.appendToStream('diary', noted('x'.repeat(600), 'y'.repeat(600))));
    expect(error).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1000 });
    expect(server.log.all).toHaveLength(0);
  });

  test('keeps data, metadata, and the time in milliseconds', async () => {
    const { server, client } = await serving({ batchAppend });
    const metadata = { by: 'Sari', at: 'Tebing Tinggi' };
    await client.appendToStream('diary', jsonEvent({ type: 'Noted', data: { note: 'Rapat – ñ 😀' }, metadata }));
    const [read] = await take(client.readStream('diary'));
    expect(read?.event).toMatchObject({ data: { note: 'Rapat – ñ 😀' }, metadata, isJson: true });
    expect(read?.event?.created).toEqual(server.log.all[0]?.created);
  });
});

describe('batch append', () => {
  test('takes an append of many messages as one', async () => {
    const { server, client } = await serving();
    const events = noted(...Array.from({ length: 50 }, (_, n) => `${n} ${'x'.repeat(500)}`));
    await client.appendToStream('diary', events, { batchAppendSize: 2000 });
    expect(server.journal.count('batchAppend')).toBe(1);
    expect(server.log.all.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  test('answers by correlation id: a later append may be answered first', async () => {
    const { server, client } = await serving();
    await client.appendToStream('warm', noted('up'));
    server.faults.delay(300, 1);
    const answered: string[] = [];
    const slow = client.appendToStream('slow', noted('slow')).then(() => answered.push('slow'));
    const fast = client.appendToStream('fast', noted('fast')).then(() => answered.push('fast'));
    await Promise.all([slow, fast]);
    expect(answered).toEqual(['fast', 'slow']);
    expect(notes(await take(client.readAll()))).toEqual(['up', 'fast', 'slow']);
  });

  test('refuses an append that arrives after its deadline', async () => {
    const { server, client } = await serving();
    const error = await failure(client.appendToStream('diary', noted('late'), { deadline: -1000 }));
    expect(error).toMatchObject({ type: 'deadline-exceeded' });
    expect(server.log.all).toHaveLength(0);
  });

  test('does not end for the deadline of an append that the server has taken', async () => {
    const { server, client } = await serving();
    await client.appendToStream('warm', noted('up'));
    server.faults.silence();
    const appending = client.appendToStream('diary', noted('one'), { deadline: 1_000 });
    await eventually(() => server.faults.struck.silence).toBe(1);
    expect(await settled(appending, 1_200)).toBe('pending');
    appending.catch(() => {});
  });

  test('is left out where a call has credentials of its own', async () => {
    const { server, client } = await serving();
    const credentials = { username: 'admin', password: 'changeit' };
    await client.appendToStream('diary', noted('one'), { credentials });
    expect(server.journal.appends().map(({ method }) => method)).toEqual(['append']);
  });
});

test('an append by a call of its own ends at its deadline, and what comes too late is not kept', async () => {
  const { server, client } = await serving({ batchAppend: false });
  server.faults.delay(200);
  const error = await failure(client.appendToStream('diary', noted('late'), { deadline: 50 }));
  expect(error).toMatchObject({ type: 'deadline-exceeded' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(server.log.all).toHaveLength(0);
});

test('deleting and tombstoning are not done', async () => {
  const { client } = await serving();
  await client.appendToStream('diary', noted('one'));
  expect(await failure(client.deleteStream('diary'))).toMatchObject({ code: 12 });
  expect(await failure(client.tombstoneStream('diary'))).toMatchObject({ code: 12 });
});
