import { setTimeout as sleep } from 'node:timers/promises';
import { asOf, type EventStore, type Projection } from '@pembinaan/event-sourcing';
import { type SqliteViews, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, folder } from './folder.js';
import { integrityOf } from './integrity.js';
import { accounts, batchSizes, entries } from './programs/entries.mjs';
import { asText, generationsOf, rowsOf, servedBy } from './rows.js';
import { chanceOf } from './seed.js';
import { type Program, startProgram } from './start-program.js';

const KILLS = 60;

describe('two projections in one process', () => {
  let place: Folder;
  let store: EventStore;
  let batches: number;
  let spare: Program;
  beforeEach(async () => {
    spare = startProgram('project');
    place = await folder();
    store = await sqliteStore(place.file('store.db'), { synchronous: 'normal' });
    batches = 0;
  });
  afterEach(async () => {
    spare.kill();
    await store.close();
    await place.remove();
  });

  const write = async (count: number): Promise<void> => {
    for (let made = 0; made < count; made++, batches++) {
      await store.append(
        `book-${batches % 7}`,
        entries(`batch-${batches}`, 50, { accounts: 3000, longest: 20 }),
        'any',
      );
    }
  };
  const begin = async (
    views: string,
    order: { version: number; live: boolean; pageSize: number },
  ): Promise<Program> => {
    const program = spare;
    // The next one loads its code meanwhile.
    spare = startProgram('project');
    await program.next();
    program.say({ storeFile: place.file('store.db'), viewsFile: place.file(views), ...order });
    await program.next();
    return program;
  };

  it(`killed ${KILLS} times and resumed, come to the rows of those that were never killed, event for event`, async () => {
    const { between, percent } = chanceOf('projections-killed');
    await write(160);
    const neverKilled = await begin('never-killed.db', { version: 1, live: true, pageSize: 1000 });
    await neverKilled.next();
    const ends = { first: 0, besideOld: 0, catchingUp: 0 };
    let kills = 0;
    for (let life = 0; kills < KILLS; life++) {
      const file = `killed-${life}.db`;
      // Now and then the code is a new version from some moment on: the rows are built anew beside the old ones.
      const newCodeAfter = percent(60) ? between(1, 3) : Number.POSITIVE_INFINITY;
      if (percent(50)) await (await begin(file, { version: 1, live: false, pageSize: 1000 })).ended();
      let version = 1;
      for (let deaths = between(3, 7), died = 0; died < deaths && kills < KILLS; died++, kills++) {
        await write(between(0, 4));
        version = died >= newCodeAfter ? 2 : 1;
        const program = await begin(file, { version, live: percent(50), pageSize: between(40, 500) });
        await sleep(version === 2 ? between(30, 400) : between(0, 250));
        program.kill();
        await program.ended();
        await withViews(place.file(file), async (views) => {
          await expectRowsOfCheckpoints(store, views);
          const [active, building] = [await views.active('accounts'), await views.building('accounts')];
          if (active !== undefined && building !== undefined) ends.besideOld++;
          else if (building !== undefined) ends.first++;
          else ends.catchingUp++;
        });
      }
      // The old code would be refused: it may be the new one that serves by now.
      const last = await begin(file, { version, live: false, pageSize: 1000 });
      await last.ended();
      neverKilled.say({ position: await store.head() });
      expect(await neverKilled.next()).toEqual({ kind: 'reached' });
      const unharmed = version === 1 ? 'never-killed.db' : `unharmed-${life}.db`;
      if (version !== 1) await (await begin(unharmed, { version, live: false, pageSize: 1000 })).ended();
      expect(await contentOf(place.file(file))).toEqual(await contentOf(place.file(unharmed)));
      expect(await integrityOf(place.file(file))).toBe('ok');
    }
    neverKilled.leave();
    await neverKilled.ended();
    process.stdout.write(`${kills} kills: ${JSON.stringify(ends)}; ${batches * 50} events\n`);
    expect(ends.first).toBeGreaterThan(KILLS / 10);
    expect(ends.besideOld).toBeGreaterThan(0);
  });
});

const PROJECTIONS = [(version: number): Projection<unknown> => accounts({ version }), () => batchSizes()];

/** Every view holds what a fresh fold comes to that ends at its checkpoint, whether it is served or being built. */
async function expectRowsOfCheckpoints(store: EventStore, views: SqliteViews): Promise<void> {
  const head = (await store.head()) ?? '';
  for (const define of PROJECTIONS) {
    for (const kept of await generationsOf(views, define(1).name)) {
      const { position, handled } = await kept.checkpoint();
      expect((position ?? '') <= head, 'the checkpoint is not ahead of the log').toBe(true);
      const fold = position === undefined ? undefined : await asOf(store, define(kept.version), { position });
      expect(await rowsOf(kept)).toEqual(asText(fold?.rows ?? new Map()));
      expect(handled).toBe(fold?.handled ?? 0);
    }
  }
}

/** Rows of both views, and how many events they took. */
async function contentOf(file: string) {
  return withViews(file, async (views) => {
    const content = [];
    for (const define of PROJECTIONS) {
      const served = await servedBy(views, define(1).name);
      content.push({ handled: (await served.checkpoint()).handled, rows: await rowsOf(served) });
    }
    return content;
  });
}

async function withViews<T>(file: string, work: (views: SqliteViews) => Promise<T>): Promise<T> {
  const views = await sqliteViews(file);
  try {
    return await work(views);
  } finally {
    await views.close();
  }
}
