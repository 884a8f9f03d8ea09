import { join } from 'node:path';
import { type EventStore, projector, type ViewTarget } from '@pembinaan/event-sourcing';
import { type SqliteDriver, type SqliteViews, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Changed, Closed, ledger, Moved, manyEvents, storeLedger } from '../children/ledger.mjs';
import { drivers } from '../drivers.js';
import { type TemporaryFile, temporaryFile } from '../temporary-file.js';
import { crashing } from './crashing-driver.js';
import { foldUpToCheckpoint, freshFold, rowsOf } from './rows.js';

const account = fc.constantFrom('a', 'b', 'c', 'd');
const by = fc.integer({ min: -20, max: 20 });
const events = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ account, by }).map(Changed) },
    { weight: 2, arbitrary: fc.record({ from: account, to: account, amount: by }).map(Moved) },
    { weight: 1, arbitrary: fc.record({ account }).map(Closed) },
  ),
  { maxLength: 12 },
);
/** A run of the projector: over which new events, by which version, and at which call of SQLite it ends. */
const runs = fc.array(
  fc.record({
    events,
    version: fc.constantFrom(1, 1, 1, 2),
    crash: fc.record({ call: fc.integer({ min: 1, max: 90 }), after: fc.boolean() }),
  }),
  { minLength: 1, maxLength: 5 },
);

describe.each(drivers)('a projector that writes through $name', (driver) => {
  let place: TemporaryFile;
  beforeEach(async () => {
    place = await temporaryFile();
  });
  afterEach(() => place.remove());

  it('goes on in a new connection, wherever it ended before, and comes to the rows of a fresh fold', async () => {
    let crashed = 0;
    let number = 0;
    const crashAndResume = async (all: typeof runs extends fc.Arbitrary<infer Runs> ? Runs : never): Promise<void> => {
      const folder = join(place.folder, String(number++));
      const store = await sqliteStore(`${folder}-store.db`, { driver, pageSize: 3, synchronous: 'normal' });
      const file = `${folder}-views.db`;
      await (await sqliteViews(file, { driver })).close();
      let count = 0;
      // A program is upgraded and never goes back.
      let present = 1;
      for (const { events, version, crash } of all) {
        await storeLedger(store, events, count);
        count += events.length;
        present = Math.max(present, version);
        if (!(await runOnce(store, file, crashing(driver, crash), present))) crashed++;
        await expectWhole(store, file, driver);
      }
      expect(await runOnce(store, file, driver, present)).toBe(true);
      const views = await sqliteViews(file, { driver, readOnly: true, pageSize: 2 });
      const served = await servedBy(views);
      expect(await rowsOf(served)).toEqual(await freshFold(store, present));
      expect((await served.checkpoint()).position).toBe(await store.head());
      await views.close();
      await store.close();
    };
    await fc.assert(fc.asyncProperty(runs, crashAndResume), { numRuns: 40 });
    expect(crashed).toBeGreaterThan(10);
  });

  it('serves the old rows or the new ones, wherever a rebuild ends', async () => {
    const store = await sqliteStore(place.file, { driver, pageSize: 20 });
    await storeLedger(store, manyEvents(60));
    const fold = { 1: await freshFold(store, 1), 2: await freshFold(store, 2) };
    const served = { 1: 0, 2: 0 };
    for (const after of [false, true]) {
      for (let call = 1, finished = false; !finished; call++) {
        const file = join(place.folder, `views-${call}-${after}.db`);
        await runOnce(store, file, driver, 1);
        finished = await runOnce(store, file, crashing(driver, { call, after }), 2);
        const views = await sqliteViews(file, { driver });
        const generation = await servedBy(views);
        const version = generation.version === 1 ? 1 : 2;
        served[version]++;
        expect(await rowsOf(generation)).toEqual(fold[version]);
        await views.close();
      }
    }
    expect(served[1]).toBeGreaterThan(100);
    expect(served[2]).toBeGreaterThanOrEqual(2);
    await store.close();
  });

  it('shows readers all of the old rows until the new ones are complete', async () => {
    const store = await sqliteStore(place.file, { driver, pageSize: 50 });
    await storeLedger(store, manyEvents(1000));
    const file = join(place.folder, 'views.db');
    const [views, others] = [await sqliteViews(file, { driver }), await sqliteViews(file, { driver })];
    await projector(store, ledger({ version: 1 }), { target: views }).run();
    const [old, fresh] = [await freshFold(store, 1), await freshFold(store, 2)];

    const seen: number[] = [];
    const look = async (): Promise<void> => {
      const served = await servedBy(others);
      expect(await rowsOf(served)).toEqual(served.version === 1 ? old : fresh);
      seen.push(served.version);
    };
    const watched = watchedByReaders(views, look);
    await projector(store, ledger({ version: 2 }), { target: watched, commitAfter: { events: 40 } }).run();
    await look();
    expect(seen).toEqual([...Array.from({ length: 21 }, () => 1), 2]);
    await Promise.all([views.close(), others.close(), store.close()]);
  });

  it('does not write over what another projector wrote, and goes on from there', async () => {
    const store = await sqliteStore(place.file, { driver });
    const file = join(place.folder, 'views.db');
    const [one, other] = [await sqliteViews(file, { driver }), await sqliteViews(file, { driver })];
    const [first, second] = [
      projector(store, ledger(), { target: one }),
      projector(store, ledger(), { target: other }),
    ];
    await storeLedger(store, manyEvents(10));
    await first.run();
    await second.run();
    await storeLedger(store, manyEvents(20).slice(10), 10);
    await second.run();
    await first.run();
    expect(await rowsOf(await servedBy(one))).toEqual(await freshFold(store));
    await storeLedger(store, manyEvents(30).slice(20), 20);
    await first.run();
    expect(await rowsOf(await servedBy(one))).toEqual(await freshFold(store));
    await Promise.all([one.close(), other.close(), store.close()]);
  });

  it('finds its parked events again, and takes them when they can be taken', async () => {
    const store = await sqliteStore(place.file, { driver });
    const file = join(place.folder, 'views.db');
    const broken = await sqliteViews(file, { driver });
    const live = projector(store, ledger({ cured: () => false }), { target: broken, poison: { retries: 0 } });
    await live.run();
    await storeLedger(
      store,
      [1, 13, 5].flatMap((step) => ['a', 'b'].map((name) => Changed({ account: name, by: step }))),
    );
    await live.start();
    await live.stop();
    await broken.close();

    const views = await sqliteViews(file, { driver });
    const cured = projector(store, ledger(), { target: views });
    expect((await cured.parked()).map(({ keys, reason }) => [keys, reason])).toEqual([
      [['a'], 'failed'],
      [['b'], 'failed'],
      [['a'], 'behind'],
      [['b'], 'behind'],
    ]);
    expect(await cured.replayParked()).toEqual({ replayed: 4, left: 0 });
    expect(await rowsOf(await servedBy(views))).toEqual(await freshFold(store));
    expect(await cured.parked()).toEqual([]);
    await Promise.all([views.close(), store.close()]);
  });
});

/** Runs the projector once in a connection of its own; false when it ended on the way. */
async function runOnce(store: EventStore, file: string, driver: SqliteDriver, version: number): Promise<boolean> {
  let views: SqliteViews | undefined;
  try {
    views = await sqliteViews(file, { driver });
    await projector(store, ledger({ version }), { target: views, commitAfter: { events: 6 } }).run();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining('The process') });
    return false;
  } finally {
    await views?.close();
  }
}

/** The rows are those of a fold that ends at the checkpoint: neither is ahead of the other. */
async function expectWhole(store: EventStore, file: string, driver: SqliteDriver): Promise<void> {
  const views = await sqliteViews(file, { driver });
  const served = (await views.active('ledger')) ?? (await views.building('ledger'));
  if (served !== undefined) expect(await rowsOf(served)).toEqual(await foldUpToCheckpoint(store, served));
  await views.close();
}

async function servedBy(views: ViewTarget) {
  const served = await views.active('ledger');
  if (served === undefined) throw new Error('Nothing is served.');
  return served;
}

/** The same views, at which somebody looks before each commit and before the switch. */
function watchedByReaders(views: ViewTarget, look: () => Promise<void>): ViewTarget {
  return {
    ...views,
    async commit(changes) {
      await look();
      await views.commit(changes);
    },
    async activate(generation) {
      await look();
      await views.activate(generation);
    },
  };
}
