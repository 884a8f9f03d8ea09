import {
  type EventStore,
  type EventToAppend,
  event as eventType,
  isEventSourcingError,
  isRecordedEvent,
  projection,
  projector,
} from '@pembinaan/event-sourcing';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { collect, collectPages, event, ids } from './events.js';
import { seeded } from './seeded.js';
import { type Cluster, type LostReply, type StandIn, startCluster } from './stand-in/index.js';

const APPENDS = 240;
const STREAMS = 12;
const WRITERS = 12;
const SEED = 20_260_302;

const PATIENT = { deadlineMs: 800, retryForMs: 60_000, pollIntervalMs: 100, pageSize: 50 };

describe('under faults', () => {
  it(`${APPENDS} appends while replies are lost, connections cut and leaders changed: no event is lost, none is there twice`, {
    timeout: 180_000,
  }, async () => {
    const { store, cluster, random } = await faulty(SEED);
    const acknowledged = await appendUnderFaults(store, cluster, random);
    expect(acknowledged).toHaveLength(APPENDS);

    const written = acknowledged.flatMap(({ events }) => ids(events));
    const inLog = cluster.log.all.map(({ id }) => id);
    expect(new Set(inLog).size).toBe(inLog.length);
    expect([...inLog].sort()).toEqual([...written].sort());
    expect(ids(await collectPages(store.readAll()))).toEqual(inLog);
    for (const { stream, events, revision } of acknowledged) {
      const stored = await collect(store.read(stream, { from: revision - events.length + 1, to: revision }));
      expect(ids(stored)).toEqual(ids(events));
    }
    const struck = (name: 'dropReplyAfterCommit' | 'cutStreams' | 'notLeader' | 'unavailable'): number =>
      cluster.nodes.reduce((sum, { faults }) => sum + faults.struck[name], 0);
    expect(struck('dropReplyAfterCommit')).toBeGreaterThan(3);
    expect(struck('cutStreams')).toBeGreaterThan(3);
    expect(struck('unavailable')).toBeGreaterThan(3);
  });

  it(`a subscription and a live projector over ${APPENDS} appends: each event once, in order, and rows as a fresh fold has them`, {
    timeout: 180_000,
  }, async () => {
    const { store, cluster, random } = await faulty(SEED + 1);
    const abort = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const message of store.subscribe({ signal: abort.signal })) {
        if (isRecordedEvent(message)) seen.push(message.id);
      }
    })();
    const live = projector(store, counts);
    await live.start();

    await appendUnderFaults(store, cluster, random);
    const head = (await store.head()) ?? '';
    await live.waitFor(head, { timeoutMs: 60_000 });
    const deadline = performance.now() + 60_000;
    while (seen.length < cluster.log.all.length && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    abort.abort();
    await following;
    await live.stop();

    expect(seen).toEqual(cluster.log.all.map(({ id }) => id));
    const fresh = projector(store, counts);
    await fresh.run();
    expect(await live.rows()).toEqual(await fresh.rows());
    expect([...(await live.rows()).values()].reduce((sum, { done }) => sum + done, 0)).toBe(
      cluster.log.all.filter(({ type }) => type === 'ThingDone').length,
    );
  });
});

const ThingDone = eventType('ThingDone', z.strictObject({ thing: z.string(), amount: z.int() }));

const counts = projection({
  name: 'thingsDone',
  version: 1,
  events: [ThingDone],
  initial: (): { readonly done: number; readonly amount: number } => ({ done: 0, amount: 0 }),
  key: ({ data }) => data.thing,
  on: {
    ThingDone: (row, { data }) => ({ done: row.done + 1, amount: row.amount + data.amount }),
  },
});

interface Acknowledged {
  readonly stream: string;
  readonly events: readonly EventToAppend[];
  readonly revision: number;
}

async function faulty(seed: number): Promise<{ store: EventStore; cluster: Cluster; random: () => number }> {
  const cluster = await startCluster();
  const store = await eventStoreDb(cluster.url, PATIENT);
  onTestFinished(async () => {
    await store.close();
    await cluster.stop();
  });
  return { store, cluster, random: seeded(seed) };
}

/** Writers append to streams that they share, and start again on a conflict; before about every third append something breaks. */
async function appendUnderFaults(
  store: EventStore,
  cluster: Cluster,
  random: () => number,
): Promise<readonly Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  let left = APPENDS;
  const write = async (): Promise<void> => {
    while (left-- > 0) {
      if (random() < 0.35) breakSomething(cluster, random);
      const stream = `thing-${Math.floor(random() * STREAMS)}`;
      const events = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
        event({
          type: random() < 0.5 ? 'ThingDone' : 'ThingUndone',
          data: { thing: stream, amount: Math.floor(random() * 100) },
        }),
      );
      const revision = await appendOnce(store, stream, events, random() < 0.3);
      acknowledged.push({ stream, events, revision });
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  for (const { faults } of cluster.nodes) faults.clear();
  return acknowledged;
}

async function appendOnce(
  store: EventStore,
  stream: string,
  events: readonly EventToAppend[],
  whatever: boolean,
): Promise<number> {
  for (;;) {
    const [last] = await collect(store.read(stream, { backwards: true, limit: 1 }));
    try {
      return (await store.append(stream, events, whatever ? 'any' : (last?.revision ?? 'none'))).revision;
    } catch (error) {
      if (!isEventSourcingError(error, 'version-conflict')) throw error;
    }
  }
}

const LOST: readonly LostReply[] = ['silence', 'cut', 'cancelled', 'unavailable', 'timeout'];

function breakSomething(cluster: Cluster, random: () => number): void {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const node: StandIn | undefined = cluster.leader ?? pick(cluster.nodes);
  const breaks: readonly (() => void)[] = [
    () => node?.faults.dropReplyAfterCommit(1, pick(LOST)),
    () => node?.faults.dropReplyAfterCommit(1, pick(LOST)),
    () => node?.faults.cutStreams(),
    () => node?.faults.cutAfter(Math.floor(random() * 5)),
    () => node?.faults.unavailable(1),
    () => node?.faults.notReady(1),
    () => node?.faults.delay(30, 2),
    () => cluster.elect(pick(cluster.nodes)),
  ];
  pick(breaks)?.();
}
