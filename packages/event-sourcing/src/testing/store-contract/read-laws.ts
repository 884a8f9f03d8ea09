import { expect } from 'vitest';
import type { RecordedEvent } from '../../event/envelope.js';
import type { EventStore, ReadAllOptions, ReadOptions } from '../../store/event-store.js';
import {
  at,
  collect,
  collectPages,
  ids,
  type Law,
  newBatch,
  newEvent,
  newStream,
  type Subject,
  startingAfter,
} from './subject.js';

const RANGES: readonly ReadOptions[] = [
  {},
  { from: 3 },
  { to: 4 },
  { from: 3, to: 4 },
  { from: 5, to: 5 },
  { from: 0, to: 0 },
  { from: 6, to: 3 },
  { from: 40 },
  { to: 40 },
  { limit: 0 },
  { limit: 3 },
  { limit: 40 },
  { from: 2, limit: 3 },
  { from: 7, to: 8, limit: 1 },
];

/** More events than any store should hold in memory as one page. */
const MANY = 2500;

/** Reading one stream, and reading all. */
export function readLaws(law: Law): void {
  for (const range of RANGES.flatMap((forwards) => [forwards, { ...forwards, backwards: true }])) {
    law(`a stream is read with ${JSON.stringify(range)}`, async ({ store }) => {
      const stream = newStream();
      await store.append(newStream(), newBatch(2), 'none');
      await store.append(stream, newBatch(4), 'none');
      await store.append(newStream(), newBatch(2), 'none');
      await store.append(stream, newBatch(6), 3);
      const from = range.from ?? 0;
      const to = range.to ?? 9;
      const revisions = Array.from({ length: 10 }, (_, revision) => revision).filter((r) => r >= from && r <= to);
      if (range.backwards === true) revisions.reverse();
      const read = await collect(store.read(stream, range));
      expect(read.map((event) => event.revision)).toEqual(revisions.slice(0, range.limit ?? 10));
      expect(read.every((event) => event.stream === stream)).toBe(true);
    });
  }

  law('a missing stream yields nothing', async ({ store }) => {
    await store.append(newStream(), newBatch(2), 'none');
    for (const range of [{}, { from: 3 }, { to: 3 }, { backwards: true }, { limit: 1 }]) {
      expect(await collect(store.read(newStream(), range))).toEqual([]);
    }
  });

  law('a long stream is read whole, in both directions and in part', async ({ store }) => {
    const { stream } = await longStream(store);
    const revisions = Array.from({ length: MANY }, (_, revision) => revision);
    const read = async (range: ReadOptions): Promise<readonly number[]> =>
      (await collect(store.read(stream, range))).map((event) => event.revision);
    expect(await read({})).toEqual(revisions);
    expect(await read({ backwards: true })).toEqual(revisions.toReversed());
    expect(await read({ from: 10, limit: 2200 })).toEqual(revisions.slice(10, 2210));
    expect(await read({ to: 2300, limit: 2200, backwards: true })).toEqual(revisions.slice(101, 2301).toReversed());
  });

  law('all events are read in pages, in global order, each once', async ({ store, start }) => {
    const { positions } = await longStream(store);
    const pages = await collect(store.readAll(startingAfter(start)));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page) => page.length > 0)).toBe(true);
    expect(pages.flat().map((event) => event.position)).toEqual(positions);
  });

  law('all events are read after a position, until a position, and up to a limit', async (subject) => {
    const all = await mixedLog(subject);
    const positionAt = (index: number): string => at(all, index).position;
    const read = async (options: ReadAllOptions): Promise<readonly string[]> =>
      ids(await collectPages(subject.store.readAll({ ...startingAfter(subject.start), ...options })));
    expect(await read({})).toEqual(ids(all));
    expect(await read({ after: positionAt(4) })).toEqual(ids(all.slice(5)));
    expect(await read({ until: positionAt(4) })).toEqual(ids(all.slice(0, 5)));
    expect(await read({ after: positionAt(4), until: positionAt(7) })).toEqual(ids(all.slice(5, 8)));
    expect(await read({ after: positionAt(7), until: positionAt(4) })).toEqual([]);
    expect(await read({ after: positionAt(-1) })).toEqual([]);
    expect(await read({ limit: 3 })).toEqual(ids(all.slice(0, 3)));
    expect(await read({ limit: 0 })).toEqual([]);
    expect(await read({ after: positionAt(2), limit: 3 })).toEqual(ids(all.slice(3, 6)));
  });

  law('all events are filtered by type and by category', async (subject) => {
    const all = await mixedLog(subject);
    const read = async (options: ReadAllOptions): Promise<readonly string[]> =>
      ids(await collectPages(subject.store.readAll({ ...startingAfter(subject.start), ...options })));
    const having = (types: readonly string[], categories: readonly string[], from = 0): readonly RecordedEvent[] =>
      all
        .slice(from)
        .filter(
          (event) => types.includes(event.type) && categories.some((name) => event.stream.startsWith(`${name}-`)),
        );
    const types = [...new Set(all.map((event) => event.type))];
    const categories = ['contract', 'other', 'otherOne'];

    expect(await read({ types: ['ThingMade3'] })).toEqual(ids(having(['ThingMade3'], categories)));
    expect(await read({ types: types.slice(2, 6) })).toEqual(ids(having(types.slice(2, 6), categories)));
    expect(await read({ types: ['ThingMade3', 'ThingMade3'] })).toEqual(ids(having(['ThingMade3'], categories)));
    expect(await read({ types: types.slice(1) })).toEqual(ids(having(types.slice(1), categories)));
    expect(await read({ categories: ['other'] })).toEqual(ids(having(types, ['other'])));
    expect(await read({ categories: ['other', 'contract'] })).toEqual(ids(having(types, ['other', 'contract'])));
    expect(await read({ types: ['ThingMade1', 'ThingMade2'], categories: ['other'] })).toEqual(
      ids(having(['ThingMade1', 'ThingMade2'], ['other'])),
    );
    const position = at(all, 20).position;
    expect(await read({ types: types.slice(0, 3), after: position, limit: 4 })).toEqual(
      ids(having(types.slice(0, 3), categories, 21).slice(0, 4)),
    );
    expect(await read({ types: ['ThingNeverDone'] })).toEqual([]);
    expect(await read({ categories: ['nobody'] })).toEqual([]);
    expect(await read({ types: [] })).toEqual([]);
    expect(await read({ categories: [] })).toEqual([]);
  });

  law('reading that is abandoned releases what it holds', async ({ store, start, another }) => {
    const { stream } = await longStream(store);
    for (let round = 0; round < 25; round++) {
      for await (const page of store.readAll(startingAfter(start))) {
        expect(page.length).toBeGreaterThan(0);
        break;
      }
      for await (const event of store.read(stream, { from: round })) {
        expect(event.revision).toBe(round);
        break;
      }
    }
    await expect(store.append(stream, newBatch(1), MANY - 1)).resolves.toMatchObject({ revision: MANY });
    if (another !== undefined) {
      const other = await another();
      await expect(other.append(stream, newBatch(1), MANY)).resolves.toMatchObject({ revision: MANY + 1 });
      await other.close();
    }
  });

  law('the store takes appends while a reader stands between two pages', async ({ store, start }) => {
    const { stream, positions } = await longStream(store);
    const seen: string[] = [];
    let revision = MANY - 1;
    for await (const page of store.readAll(startingAfter(start))) {
      seen.push(...page.map((event) => event.position));
      revision = (await store.append(stream, newBatch(1), revision)).revision;
      if (seen.length >= MANY) break;
    }
    expect(seen.slice(0, MANY)).toEqual(positions);
  });

  law('a reader that pages while writers append never skips an event', async ({ store, start, another, log }) => {
    const others = another === undefined ? [] : [await another(), await another()];
    const connections = [store, ...others];
    let writing = 8;
    const write = async (writer: number): Promise<void> => {
      const stream = newStream();
      try {
        for (let round = 0; round < 25; round++) {
          await at(connections, writer % connections.length).append(stream, newBatch(1 + (round % 3)), 'any');
          await turn();
        }
      } finally {
        writing--;
      }
    };
    const seen: RecordedEvent[] = [];
    const read = async (): Promise<void> => {
      for (;;) {
        const finished = writing === 0;
        const checkpoint = seen.at(-1)?.position ?? start;
        const found = await collectPages(store.readAll({ ...startingAfter(checkpoint), limit: 7 }));
        seen.push(...found);
        if (finished && found.length === 0) return;
        await turn();
      }
    };
    await Promise.all([read(), ...Array.from({ length: 8 }, (_, writer) => write(writer))]);
    for (const other of others) await other.close();
    expect(ids(seen)).toEqual(ids(await log()));
    expect(seen).toHaveLength(8 * (9 * 1 + 8 * 2 + 8 * 3));
  });
}

async function longStream(store: EventStore): Promise<{ stream: string; positions: readonly string[] }> {
  const stream = newStream();
  const positions: string[] = [];
  for (let from = 0; from < MANY; from += 500) {
    positions.push(...(await store.append(stream, newBatch(500), from === 0 ? 'none' : from - 1)).positions);
  }
  return { stream, positions };
}

/** 60 events of 12 types on streams of three categories. */
async function mixedLog({ store, log }: Subject): Promise<readonly RecordedEvent[]> {
  const streams = [newStream('contract'), newStream('other'), newStream('otherOne'), newStream('other')];
  for (let round = 0; round < 30; round++) {
    const events = [0, 5].map((offset) => newEvent({ type: `ThingMade${(round + offset) % 12}` }));
    await store.append(at(streams, (round * 3) % 4), events, 'any');
  }
  return await log();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
