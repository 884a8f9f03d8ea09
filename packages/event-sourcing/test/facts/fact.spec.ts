import { type EventStore, event, type FactRequests, fact, memoryStore, stream } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadFacts } from '../../src/facts/fact.js';
import { store as storeEvents } from '../projection/ledger.js';

const Linked = event('Linked', z.strictObject({ next: z.string(), policyVersion: z.string() }));
const links = stream('link', { events: [Linked], initial: () => ({ next: '', policyVersion: '' }) }).evolve({
  Linked: (_, e) => e.data,
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
      return links.at('a').load(reader);
    });
    expect((await load(store, { reading })).refs).toEqual([{ stream: 'link-a', revision: 0 }]);
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
