import { type EventStore, event, type FactRequests, fact, memoryStore, stream } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadFacts } from '../../src/facts/fact.js';
import { store as storeEvents } from '../projection/ledger.js';

const Linked = event('Linked', z.strictObject({ next: z.string(), policyVersion: z.string() }));
const links = stream('link', { events: [Linked], initial: () => ({ next: '', policyVersion: '' }) }).evolve({
  Linked: (_, e) => e.data,
});

/** Another fold of the same streams. */
const lengths = stream('link', { events: [Linked], initial: () => ({ length: 0 }) }).evolve({
  Linked: ({ length }) => ({ length: length + 1 }),
});

async function chainOf(...ids: string[]): Promise<EventStore> {
  const store = memoryStore();
  for (const [index, id] of ids.entries()) {
    await storeEvents(store, [Linked({ next: ids[index + 1] ?? '', policyVersion: `v-${id}` })], {
      stream: `link-${id}`,
    });
  }
  return store;
}
const load = async (store: EventStore, requests: FactRequests) => loadFacts(store, requests, async () => {});

describe('facts', () => {
  it('are the states of other streams, with the revisions relied on', async () => {
    const store = await chainOf('a');
    expect(await load(store, { a: links.at('a'), missing: links.at('z') })).toEqual({
      values: { a: { next: '', policyVersion: 'v-a' }, missing: { next: '', policyVersion: '' } },
      refs: [
        { stream: 'link-a', revision: 0 },
        { stream: 'link-z', revision: -1 },
      ],
      quiet: [],
      stamp: {},
    });
  });

  it('follow each other, and note each stream', async () => {
    const store = await chainOf('a', 'b');
    const next = links.at('a').chain((link) => links.at(link.next));
    const loaded = await load(store, { next });
    expect(loaded.values).toEqual({ next: { next: '', policyVersion: 'v-b' } });
    expect(loaded.refs.map((ref) => ref.stream)).toEqual(['link-a', 'link-b']);
    expect((await load(store, { next: links.at('b').chain(() => undefined) })).values).toEqual({ next: undefined });
  });

  it('may be seen differently', async () => {
    const loaded = await load(await chainOf('a'), { version: links.at('a').map((link) => link.policyVersion) });
    expect(loaded).toMatchObject({ values: { version: 'v-a' }, refs: [{ stream: 'link-a', revision: 0 }] });
  });

  it('come as lists, or not at all', async () => {
    const store = await chainOf('a', 'b');
    const loaded = await load(store, { all: [links.at('a'), links.at('b')], none: undefined, empty: [] });
    expect(loaded.values).toMatchObject({ all: [{ next: 'b' }, { next: '' }], none: undefined, empty: [] });
  });

  it('stamp the metadata with what they found', async () => {
    const store = await chainOf('a');
    const stamped = links.at('a').stamp((link) => ({ policyVersion: link.policyVersion }));
    const loaded = await load(store, { policy: stamped });
    expect(loaded).toMatchObject({ values: { policy: { policyVersion: 'v-a' } }, stamp: { policyVersion: 'v-a' } });
  });

  it('keep the earliest revision when a stream is read twice, so that a move between the two is seen', async () => {
    const store = await chainOf('a');
    const reading = fact(async (reader) => {
      await links.at('a').load(reader);
      await storeEvents(store, [Linked({ next: 'x', policyVersion: 'v' })], { stream: 'link-a' });
      return lengths.at('a').load(reader);
    });
    expect((await load(store, { reading })).refs).toEqual([{ stream: 'link-a', revision: 0 }]);
  });

  it('read a stream once for one decision, however many of them ask for it', async () => {
    const store = await chainOf('a');
    let reads = 0;
    const counting: EventStore = {
      ...store,
      read: (...args) => {
        reads++;
        return store.read(...args);
      },
    };
    await load(counting, { one: links.at('a'), two: links.at('a').map((link) => link.policyVersion) });
    expect(reads).toBe(1);
    await load(counting, { one: links.at('a') });
    expect(reads).toBe(2);
  });

  it('read on where a stream was read before, and see what came since', async () => {
    const store = await chainOf('a');
    const asked: unknown[] = [];
    const counting: EventStore = {
      ...store,
      read: (name, options) => {
        asked.push(options?.from ?? 0);
        return store.read(name, options);
      },
    };
    await load(counting, { length: lengths.at('a') });
    await storeEvents(store, [Linked({ next: 'x', policyVersion: 'v' })], { stream: 'link-a' });
    const second = await load(counting, { length: lengths.at('a') });
    expect(second).toMatchObject({ values: { length: { length: 2 } }, refs: [{ stream: 'link-a', revision: 1 }] });
    expect(asked).toEqual([0, 1]);
    // A stream that did not exist when it was first asked for.
    await load(counting, { length: lengths.at('new') });
    await storeEvents(store, [Linked({ next: 'x', policyVersion: 'v' })], { stream: 'link-new' });
    expect(await load(counting, { length: lengths.at('new') })).toMatchObject({ values: { length: { length: 1 } } });
  });

  it('forget the streams that were not asked for in a long time', async () => {
    const store = await chainOf('a');
    let whole = 0;
    const counting: EventStore = {
      ...store,
      read: (name, options) => {
        if (name === 'link-a' && (options?.from ?? 0) === 0) whole++;
        return store.read(name, options);
      },
    };
    await load(counting, { length: lengths.at('a') });
    for (let other = 0; other < 256; other++) await load(counting, { length: lengths.at(`z${other}`) });
    expect(await load(counting, { length: lengths.at('a') })).toMatchObject({ values: { length: { length: 1 } } });
    expect(whole).toBe(2);
  });

  it('fail with the place of the event that cannot be read', async () => {
    const store = memoryStore();
    await storeEvents(store, [{ type: 'Linked', data: { next: 1 } }], { stream: 'link-a' });
    await expect(load(store, { a: links.at('a') })).rejects.toMatchObject({
      code: 'invalid-event-data',
      place: { stream: 'link-a', revision: 0, path: 'next' },
    });
  });
});
