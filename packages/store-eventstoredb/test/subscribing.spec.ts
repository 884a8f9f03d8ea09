import { type EventStore, isRecordedEvent, type SubscriptionMessage } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { batch, event, eventually, ids } from './events.js';
import { servingStore } from './serving-store.js';

describe('a subscription', () => {
  it('goes on after the last event that was finished when the connection is cut, and gives each once', async () => {
    const { server, store } = await servingStore({ deadlineMs: 5000 });
    const follower = follow(store);
    const written: string[] = [];
    for (let round = 0; round < 12; round++) {
      const events = batch(10);
      await store.append(`thing-${round}`, events, 'none');
      written.push(...ids(events));
      if (round % 3 === 2) server.faults.cutStreams();
    }
    await eventually(() => follower.events().length >= written.length);
    expect(ids(follower.events())).toEqual(written);
    expect(server.faults.struck.cutStreams).toBeGreaterThan(2);
    await follower.end();
  });

  it('outlives a server that is down for longer than an append would wait', async () => {
    const { server, store } = await servingStore({ retryForMs: 100 });
    await store.append('thing-1', batch(2), 'none');
    const follower = follow(store);
    await eventually(() => follower.events().length === 2);
    await server.restart(700);
    await store.append('thing-2', batch(1), 'none').catch(() => {});
    server.faults.clear();
    await eventually(() => follower.events().length === server.log.all.length);
    await follower.end();
  });

  it('delivers although the server took it and never said a word', async () => {
    const { server, store } = await servingStore();
    await store.append('thing-1', batch(3), 'none');
    server.faults.silence(1);
    const follower = follow(store);
    await eventually(() => follower.events().length === 3);
    expect(server.faults.struck.silence).toBe(1);
    await follower.end();
  });

  it('that the server dropped since it was slow loses nothing', { timeout: 60_000 }, async () => {
    const { server, store } = await servingStore({ pageSize: 5, deadlineMs: 5000 }, { liveBuffer: 1000 });
    server.faults.dropSlowConsumers(20);
    const seen: string[] = [];
    const written: string[] = [];
    const text = 'x'.repeat(20_000);
    for await (const message of store.subscribe()) {
      if (isRecordedEvent(message)) seen.push(message.id);
      else if (written.length === 0) {
        // Until more is under way than client and connection hold for a consumer that takes nothing meanwhile.
        for (let round = 0; round < 100 && server.faults.struck.dropSlowConsumers === 0; round++) {
          const events = batch(40, { data: { text } });
          written.push(...ids(events));
          await store.append(`thing-${round}`, events, 'none');
        }
      }
      if (written.length > 0 && seen.length >= written.length) break;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(seen).toEqual(written);
    expect(server.faults.struck.dropSlowConsumers).toBeGreaterThan(0);
  });

  it('resumed from whatever it told last, at any moment, misses no event of its types', {
    timeout: 60_000,
  }, async () => {
    const { store } = await servingStore({ deadlineMs: 5000 });
    const wanted: string[] = [];
    for (let round = 0; round < 30; round++) {
      const events = Array.from({ length: 20 }, (_, index) =>
        event({ type: (round * 20 + index) % 17 === 0 ? 'ThingWanted' : 'ThingDone' }),
      );
      wanted.push(...ids(events.filter(({ type }) => type === 'ThingWanted')));
      await store.append(`thing-${round}`, events, 'none');
    }
    const head = (await store.head()) ?? '';
    const seen: string[] = [];
    let told: string | undefined;
    for (let lives = 1; told === undefined || told < head; lives++) {
      let left = lives % 5;
      for await (const message of store.subscribe({
        ...(told !== undefined && { after: told }),
        types: ['ThingWanted'],
      })) {
        if (isRecordedEvent(message)) seen.push(message.id);
        told = message.position ?? told;
        if (left-- <= 0 || (told !== undefined && told >= head)) break;
      }
    }
    expect(seen).toEqual(wanted);
  });

  it('tells that it caught up once for each head, and how far it saw when nothing of its types comes', async () => {
    const { store } = await servingStore();
    const follower = follow(store, ['ThingWanted']);
    const { positions } = await store.append('thing-1', batch(2), 'none');
    await eventually(() => follower.messages.some(({ position }) => position === positions.at(-1)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const caughtUp = follower.messages.filter((message) => 'kind' in message && message.kind === 'caughtUp');
    expect(caughtUp.filter(({ position }) => position === positions.at(-1))).toHaveLength(1);
    expect(follower.events()).toEqual([]);
    await follower.end();
  });
});

function follow(store: EventStore, types?: readonly string[]) {
  const abort = new AbortController();
  const messages: SubscriptionMessage[] = [];
  const run = async (): Promise<void> => {
    const options = { signal: abort.signal, ...(types !== undefined && { types }) };
    for await (const message of store.subscribe(options)) messages.push(message);
  };
  const ended = run();
  return {
    messages,
    events: () => messages.filter(isRecordedEvent),
    async end(): Promise<void> {
      abort.abort();
      await ended;
    },
  };
}
