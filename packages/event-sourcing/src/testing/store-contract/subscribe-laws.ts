import { expect } from 'vitest';
import type { RecordedEvent } from '../../event/envelope.js';
import {
  type EventStore,
  isRecordedEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../../store/event-store.js';
import { at, ids, type Law, newBatch, newEvent, newStream, startingAfter } from './subject.js';

/** Following the store as it grows. */
export function subscribeLaws(law: Law): void {
  law(
    'a subscription delivers what is there, tells that it caught up, then delivers what comes',
    async ({ store, start, log }) => {
      const stream = newStream();
      const past = newBatch(5);
      await store.append(stream, past, 'none');
      await following(store, startingAfter(start), async (follower) => {
        await follower.until(caughtUp);
        expect(ids(follower.events())).toEqual(ids(past));
        expect(follower.messages.slice(0, 5).every(isRecordedEvent)).toBe(true);
        const first = newBatch(2);
        const second = newBatch(1);
        await store.append(stream, first, 4);
        await store.append(newStream(), second, 'none');
        await follower.until(({ events }) => events().length === 8);
        expect(ids(follower.events())).toEqual(ids([...past, ...first, ...second]));
        expect(follower.events()).toEqual(await log());
      });
    },
  );

  law('a subscription to a store with nothing new tells that it caught up', async ({ store }) => {
    await store.append(newStream(), newBatch(1), 'none');
    await following(store, startingAfter(await store.head()), async (follower) => {
      await follower.until(caughtUp);
      expect(follower.events()).toEqual([]);
    });
  });

  law('a subscription that is resumed after a position has no gap and no repeat', async ({ store, start, log }) => {
    const stream = newStream();
    await store.append(stream, newBatch(30), 'none');
    const seen: RecordedEvent[] = [];
    for (const wanted of [1, 7, 12, 13, 30]) {
      for await (const message of store.subscribe(startingAfter(seen.at(-1)?.position ?? start))) {
        if (isRecordedEvent(message)) seen.push(message);
        if (seen.length === wanted) break;
      }
    }
    await following(store, startingAfter(at(seen, -1).position), async (follower) => {
      await follower.until(caughtUp);
      expect(follower.events()).toEqual([]);
      await store.append(stream, newBatch(1), 29);
      await follower.until(({ events }) => events().length === 1);
      expect(ids([...seen, ...follower.events()])).toEqual(ids(await log()));
    });
  });

  law('a subscription to some types tells how far it has seen when the others pass by', async ({ store, start }) => {
    const stream = newStream();
    const wanted = newEvent({ type: 'ThingWanted' });
    const also = newEvent({ type: 'ThingWantedToo' });
    await store.append(stream, [newEvent(), wanted, newEvent()], 'none');
    const passed = await store.append(stream, newBatch(3), 2);
    const types = ['ThingWanted', 'ThingWantedToo'];
    await following(store, { ...startingAfter(start), types }, async (follower) => {
      await follower.until(({ messages }) => messages.some((message) => tells(message, at(passed.positions, -1))));
      expect(ids(follower.events())).toEqual([wanted.id]);
      const passing = await store.append(stream, newBatch(1), 5);
      await follower.until(({ messages }) => messages.some((message) => tells(message, at(passing.positions, -1))));
      await store.append(stream, [also], 6);
      await follower.until(({ events }) => events().length === 2);
      expect(ids(follower.events())).toEqual([wanted.id, also.id]);
    });
  });

  law('a subscription to no type delivers no event', async ({ store, start }) => {
    const passed = await store.append(newStream(), newBatch(2), 'none');
    await following(store, { ...startingAfter(start), types: [] }, async (follower) => {
      await follower.until(({ messages }) => messages.some((message) => tells(message, at(passed.positions, -1))));
      expect(follower.events()).toEqual([]);
    });
  });

  law(
    'a checkpoint never overtakes an event, and nothing is missed, while writers race',
    async ({ store, start, another, log }) => {
      const other = await another?.();
      const connections = other === undefined ? [store] : [store, other];
      await following(store, startingAfter(start), async (follower) => {
        await following(store, { ...startingAfter(start), types: ['ThingWanted'] }, async (filtered) => {
          await Promise.all(
            Array.from({ length: 12 }, async (_, writer) => {
              const stream = newStream();
              const connection = at(connections, writer % connections.length);
              for (let round = 0; round < 10; round++) {
                const type = (writer + round) % 3 === 0 ? 'ThingWanted' : 'ThingDone';
                await connection.append(stream, newBatch(2, { type }), 'any');
                await new Promise((resolve) => setTimeout(resolve, round % 3));
              }
            }),
          );
          const all = await log();
          expect(all).toHaveLength(240);
          const wanted = all.filter((event) => event.type === 'ThingWanted');
          await follower.until(({ events }) => events().length >= all.length);
          await filtered.until(({ events }) => events().length >= wanted.length);
          await filtered.until(({ messages }) => messages.some((message) => tells(message, at(all, -1).position)));
          expect(ids(follower.events())).toEqual(ids(all));
          expect(ids(filtered.events())).toEqual(ids(wanted));
          expectNeverOvertaken(follower.messages);
          expectNeverOvertaken(filtered.messages);
        });
      });
      await other?.close();
    },
  );

  law(
    'a subscription delivers what comes through another connection',
    async ({ store, start, another, skipUnless }) => {
      const other = await skipUnless(another, 'the store has one connection')();
      try {
        await following(store, startingAfter(start), async (follower) => {
          const batch = newBatch(2);
          await other.append(newStream(), batch, 'none');
          await follower.until(({ events }) => events().length === 2);
          expect(ids(follower.events())).toEqual(ids(batch));
        });
      } finally {
        await other.close();
      }
    },
  );

  law('an abort ends a subscription that waits', async ({ store, start }) => {
    const abort = new AbortController();
    const follower = follow(store, { ...startingAfter(start), signal: abort.signal });
    await follower.until(caughtUp);
    abort.abort();
    await follower.ended;
    await store.append(newStream(), newBatch(1), 'none');
    expect(follower.events()).toEqual([]);
  });

  law('an abort ends a subscription in the middle of what it delivers', async ({ store, start }) => {
    await store.append(newStream(), newBatch(20), 'none');
    const abort = new AbortController();
    const seen: SubscriptionMessage[] = [];
    for await (const message of store.subscribe({ ...startingAfter(start), signal: abort.signal })) {
      seen.push(message);
      if (seen.length === 5) abort.abort();
    }
    expect(seen).toHaveLength(5);
  });

  law('a signal that was aborted before yields nothing', async ({ store, start }) => {
    await store.append(newStream(), newBatch(2), 'none');
    const follower = follow(store, { ...startingAfter(start), signal: AbortSignal.abort() });
    await follower.ended;
    expect(follower.messages).toEqual([]);
  });

  law('the end of the store ends a subscription that waits', async ({ store, start }) => {
    const follower = follow(store, startingAfter(start));
    const outcome = expect(follower.ended).rejects.toMatchObject({ code: 'store-closed' });
    await follower.until(caughtUp);
    await store.close();
    await outcome;
  });
}

interface Follower {
  readonly messages: readonly SubscriptionMessage[];
  events(): readonly RecordedEvent[];
  /** Resolves when the messages so far are as wanted; fails after ten seconds. */
  until(wanted: (follower: Follower) => boolean): Promise<void>;
  /** Settles with the subscription. */
  readonly ended: Promise<void>;
}

/** Follows the store during the work, then aborts. */
async function following(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  work: (follower: Follower) => Promise<void>,
): Promise<void> {
  const abort = new AbortController();
  const follower = follow(store, { ...options, signal: abort.signal });
  try {
    await work(follower);
  } finally {
    abort.abort();
    await follower.ended;
  }
}

function follow(store: EventStore, options: SubscribeOptions): Follower {
  const messages: SubscriptionMessage[] = [];
  const run = async (): Promise<void> => {
    for await (const message of store.subscribe(options)) messages.push(message);
  };
  const follower: Follower = {
    messages,
    events: () => messages.filter(isRecordedEvent),
    async until(wanted) {
      const deadline = performance.now() + 10_000;
      while (!wanted(follower)) {
        if (performance.now() > deadline) {
          throw new Error(`The subscription did not tell what was awaited; it told ${messages.length} messages.`);
        }
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    ended: run(),
  };
  return follower;
}

function caughtUp({ messages }: Follower): boolean {
  return messages.some((message) => !isRecordedEvent(message) && message.kind === 'caughtUp');
}

/** Progress or caughtUp at this position or a later one. */
function tells(message: SubscriptionMessage, position: string): boolean {
  return !isRecordedEvent(message) && message.position !== undefined && message.position >= position;
}

function expectNeverOvertaken(messages: readonly SubscriptionMessage[]): void {
  let reached = '';
  for (const message of messages) {
    if (message.position === undefined) continue;
    if (isRecordedEvent(message)) expect(message.position > reached).toBe(true);
    else expect(message.position >= reached).toBe(true);
    reached = message.position;
  }
}
