import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, projector } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild } from '../child.js';
import { Projected } from '../child-messages.js';
import { ledger, manyEvents, storeLedger } from '../children/ledger.mjs';
import { type TemporaryFile, temporaryFile } from '../temporary-file.js';
import { foldUpToCheckpoint, freshFold, rowsOf } from './rows.js';

const TRIALS = 20;
const EVENTS = 1200;
/** After pages of 10, at the end of an append. */
const COMMITS = EVENTS / 12;

describe('a projector that is killed', () => {
  let place: TemporaryFile;
  let store: EventStore;
  beforeAll(async () => {
    place = await temporaryFile();
    store = await sqliteStore(place.file);
    await storeLedger(store, manyEvents(EVENTS));
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it(`leaves rows that are those of its checkpoint, and goes on from there, ${TRIALS} times in a row`, {
    timeout: 120_000,
  }, async () => {
    const fresh = await freshFold(store);
    const ends = { midway: 0, rebuilding: 0 };
    for (let trial = 0; trial < TRIALS; trial++) {
      const file = join(place.folder, `views-${trial}.db`);
      const child = startChild('project', place.file, file);
      // Most are killed in the first run, the others in a rebuild.
      const commits = 1 + Math.floor(Math.random() * COMMITS * 1.4);
      for (let told = 0; told < commits; told++) await child.next();
      await sleep(Math.random() * 3);
      child.kill();
      await child.ended();

      const views = await sqliteViews(file);
      // Until the first build is complete, nothing is served.
      const served = (await views.active('ledger')) ?? (await views.building('ledger'));
      if (served === undefined) throw new Error('Nothing was begun.');
      const { position = '' } = await served.checkpoint();
      const told = child.told.map((line) => Projected.parse(line));
      const acknowledged = told.filter(({ rebuilding }) => !rebuilding).at(-1)?.position ?? '';
      expect(position >= acknowledged).toBe(true);
      expect(await rowsOf(served)).toEqual(await foldUpToCheckpoint(store, served));
      if (position !== (await store.head())) ends.midway++;
      if (told.at(-1)?.rebuilding === true) ends.rebuilding++;

      const again = projector(store, ledger(), { target: views });
      await again.run();
      expect(await rowsOf(served)).toEqual(fresh);
      await again.rebuild();
      await views.close();
      expect(await contentOf(file)).toEqual({ integrity: 'ok', states: ['active', 'replaced'], strays: 0 });
    }
    expect(ends.midway).toBeGreaterThan(TRIALS / 4);
    expect(ends.midway + ends.rebuilding).toBeGreaterThan(TRIALS / 2);
  });
});

/** Whether the file is whole, which generations it holds, and how many rows belong to none of them. */
async function contentOf(file: string): Promise<{ integrity: unknown; states: unknown[]; strays: unknown }> {
  const connection = (await loadDriver()).open(file, { readOnly: true, busyTimeoutMs: 1000 });
  try {
    return {
      integrity: connection.prepare('PRAGMA integrity_check').get()?.[0],
      states: connection
        .prepare('SELECT state FROM generations ORDER BY state')
        .all()
        .map(([state]) => state),
      strays: connection
        .prepare('SELECT count(*) FROM rows WHERE generation NOT IN (SELECT id FROM generations)')
        .get()?.[0],
    };
  } finally {
    connection.close();
  }
}
