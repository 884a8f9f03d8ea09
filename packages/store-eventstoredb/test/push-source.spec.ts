import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ClientResolvedEvent, ClientSubscribeOptions, EventStoreClient } from '../src/client.js';
import { connection } from '../src/connection.js';
import { logFilter } from '../src/log-filter.js';
import { formatLogPosition } from '../src/log-position.js';
import { pushSource } from '../src/push-source.js';

describe('a checkpoint', () => {
  it('is kept until the events that came before it were handed over', () => {
    const { source, subscription, checkpoint, deliver } = opened();
    subscription.readableLength = 2;
    checkpoint(30n);
    expect(source.take()).toEqual([]);
    deliver(10n);
    expect(positions(source.take())).toEqual([10n]);
    deliver(20n);
    expect(positions(source.take())).toEqual([20n, 30n]);
  });

  it('stands between the events before it and those after it', () => {
    const { source, subscription, checkpoint, deliver } = opened();
    deliver(10n);
    subscription.readableLength = 1;
    checkpoint(25n);
    deliver(20n);
    deliver(30n);
    subscription.readableLength = 0;
    checkpoint(40n);
    expect(positions(source.take())).toEqual([10n, 20n, 25n, 30n, 40n]);
  });

  it('and the word that all was delivered are told at once when nothing waits', () => {
    const { source, subscription, checkpoint } = opened();
    checkpoint(10n);
    subscription.emit('caughtUp');
    expect(positions(source.take())).toEqual([10n]);
    expect(source.caughtUp()).toBe(true);
    expect(source.caughtUp()).toBe(false);
  });
});

describe('events that nobody takes', () => {
  it('stop the subscription after a page, until they are taken', () => {
    const { source, subscription, deliver } = opened();
    for (let n = 1n; n <= 5n; n++) deliver(n);
    expect(subscription.paused).toBe(true);
    expect(source.take()).toHaveLength(5);
    expect(subscription.paused).toBe(false);
  });
});

/** A subscription without a server, whose buffer the test fills. */
class Subscription extends EventEmitter {
  readableLength = 0;
  paused = false;
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
  }
  async unsubscribe(): Promise<void> {}
}

function opened() {
  const subscription = new Subscription();
  let asked: ClientSubscribeOptions | undefined;
  const unused = (): never => {
    throw new Error('not a part of this test');
  };
  const client: EventStoreClient = {
    appendToStream: unused,
    readStream: unused,
    readAll: unused,
    dispose: async () => {},
    subscribeToAll(options) {
      asked = options;
      return subscription;
    },
  };
  const settings = { pageSize: 5, deadlineMs: 1000, retryForMs: 1000, pollIntervalMs: 1000 };
  const filter = logFilter({ types: ['ThingDone'] }).onServer;
  if (filter === undefined) throw new Error('the filter wants something');
  const source = pushSource(
    connection(client, undefined, new AbortController().signal, settings),
    undefined,
    filter,
    () => {},
  );
  return {
    source,
    subscription,
    checkpoint: (at: bigint) => asked?.filter.checkpointReached?.(subscription, { commit: at, prepare: at }),
    deliver(at: bigint): void {
      subscription.readableLength = Math.max(0, subscription.readableLength - 1);
      subscription.emit('data', resolved(at));
    },
  };
}

function resolved(at: bigint): ClientResolvedEvent {
  return {
    event: {
      streamId: 'thing-1',
      id: randomUUID(),
      revision: at,
      type: 'ThingDone',
      isJson: true,
      created: new Date(),
      data: {},
      position: { commit: at, prepare: at },
    },
  };
}

function positions(pushed: readonly { readonly position: string }[]): readonly bigint[] {
  return pushed.map(({ position }) => {
    const commit = BigInt(position.split('-')[0] ?? '');
    expect(position).toBe(formatLogPosition({ commit, prepare: commit }));
    return commit;
  });
}
