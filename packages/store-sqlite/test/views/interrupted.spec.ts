import { join } from 'node:path';
import { type EventStore, projectors, replay } from '@pembinaan/event-sourcing';
import { type SqliteDriver, type SqliteViews, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledger, manyEvents, storeLedger, turnover } from '../children/ledger.mjs';
import { drivers } from '../drivers.js';
import { type TemporaryFile, temporaryFile } from '../temporary-file.js';
import { crashing } from './crashing-driver.js';
import { seededRandom } from './seeded-random.js';

const TRIALS = 150;
const EVENTS = 90;

const [driver] = drivers;

describe.skipIf(driver === undefined)('projectors of two projections that are killed', () => {
  let place: TemporaryFile;
  let store: EventStore;
  beforeAll(async () => {
    place = await temporaryFile();
    store = await sqliteStore(place.file, { driver: some(driver), pageSize: 7, synchronous: 'normal' });
    await storeLedger(store, manyEvents(EVENTS, 12));
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it(`at random moments, and go on, come to what those come to that were never killed, ${TRIALS} times`, async () => {
    const dice = seededRandom('interrupted');
    const whole = await contentsAfter(join(place.folder, 'whole.db'));
    expect(whole).toEqual({ ledger: await fresh(ledger()), turnover: await fresh(turnover()) });
    const resumed = { building: 0, times: 0 };
    for (let trial = 0; trial < TRIALS; trial++) {
      const file = join(place.folder, `views-${trial}.db`);
      await (await sqliteViews(file, { driver: some(driver) })).close();
      for (let kill = 0; kill < 3; kill++) {
        const crash = { call: 1 + Math.floor(dice() * 90), after: dice() < 0.5 };
        const died = !(await ranThrough(file, crashing(some(driver), crash)));
        if (died) resumed.times++;
        if (await isHalfBuilt(file)) resumed.building++;
        await expectTogether(file);
      }
      expect(await contentsAfter(file)).toEqual(whole);
    }
    expect(resumed.times).toBeGreaterThan(TRIALS / 2);
    expect(resumed.building).toBeGreaterThan(TRIALS / 5);
  });

  async function ranThrough(file: string, through: SqliteDriver): Promise<boolean> {
    let views: SqliteViews | undefined;
    try {
      views = await sqliteViews(file, { driver: through });
      const all = projectors(store, [ledger(), turnover()], { target: views, commitAfter: { events: 7 } });
      await all.run();
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'store-unavailable', message: expect.stringContaining('The process') });
      return false;
    } finally {
      await views?.close();
    }
  }

  async function isHalfBuilt(file: string): Promise<boolean> {
    const views = await sqliteViews(file, { driver: some(driver) });
    const { position } = (await (await views.building('ledger'))?.checkpoint()) ?? {};
    await views.close();
    return position !== undefined;
  }

  /** Both views were stored in one step: neither is ahead of the other, while both are built. */
  async function expectTogether(file: string): Promise<void> {
    const views = await sqliteViews(file, { driver: some(driver) });
    const [one, other] = [await views.building('ledger'), await views.building('turnover')];
    if (one !== undefined && other !== undefined) {
      expect((await one.checkpoint()).position).toBe((await other.checkpoint()).position);
    }
    await views.close();
  }

  /** All rows that are served, as plain SQL reads them. */
  async function contentsAfter(file: string): Promise<Record<string, unknown>> {
    expect(await ranThrough(file, some(driver))).toBe(true);
    const connection = some(driver).open(file, { readOnly: true, busyTimeoutMs: 1000 });
    try {
      const rows = connection.prepare('SELECT projection, key, data FROM active_rows ORDER BY projection, key').all();
      const of = (name: string): Record<string, unknown> =>
        Object.fromEntries(rows.filter(([view]) => view === name).map(([, key, data]) => [String(key), data]));
      return { ledger: of('ledger'), turnover: of('turnover') };
    } finally {
      connection.close();
    }
  }

  async function fresh(projection: Parameters<typeof replay>[1]): Promise<Record<string, unknown>> {
    const { rows } = await replay(store, projection);
    return Object.fromEntries([...rows].map(([key, row]) => [key, JSON.stringify(row)]));
  }
});

function some(found: SqliteDriver | undefined): SqliteDriver {
  if (found === undefined) throw new Error('No driver works here.');
  return found;
}
