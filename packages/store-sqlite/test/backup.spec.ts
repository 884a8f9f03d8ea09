import { copyFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isEventSourcingError } from '@pembinaan/event-sourcing';
import { type SqliteDriver, type SqliteStore, type SqliteStoreOptions, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './child.js';
import { Acknowledged } from './child-messages.js';
import { drivers } from './drivers.js';
import { batch, collectPages, event } from './events.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';

const KILLS = 8;

describe.each(drivers)('a backup through $name', { timeout: 300_000 }, (driver) => {
  let place: TemporaryFile;
  let opened: SqliteStore[];
  let copy: string;
  beforeEach(async () => {
    place = await temporaryFile();
    opened = [];
    copy = join(place.folder, 'copy.db');
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await place.remove();
  });

  const open = async (file = place.file, options: SqliteStoreOptions = {}): Promise<SqliteStore> => {
    const store = await sqliteStore(file, { driver, ...options });
    opened.push(store);
    return store;
  };

  it('is a store that holds the same events and goes on where the first one was', async () => {
    const store = await open();
    for (const stream of ['batch-1', 'batch-2', 'batch-1']) {
      await store.append(stream, [...batch(2), event({ type: 'ThingMade' })], 'any');
    }
    const last = batch(2);
    await store.append('batch-2', last, 2);
    expect(await store.backup(copy)).toEqual({ file: copy, events: 11, position: await store.head() });

    const copied = await open(copy);
    expect(await collectPages(copied.readAll())).toEqual(await collectPages(store.readAll()));
    expect(await copied.integrityCheck()).toMatchObject({ events: 11, findings: [] });
    expect(await copied.append('batch-2', last, 'any')).toMatchObject({ firstRevision: 3, repeated: true });
    expect(await copied.append('batch-1', batch(1), 5)).toMatchObject({ positions: ['0000000000000012'] });
  });

  it('of an empty store is an empty store', async () => {
    expect(await (await open()).backup(copy)).toEqual({ file: copy, events: 0, position: undefined });
    expect(await (await open(copy)).head()).toBeUndefined();
  });

  it('can be made of a store that is opened for reading', async () => {
    await (await open()).append('batch-1', batch(3), 'none');
    const reader = await open(place.file, { readOnly: true });
    expect(await reader.backup(copy)).toMatchObject({ events: 3 });
    expect(await collectPages((await open(copy)).readAll())).toHaveLength(3);
  });

  it('leaves a file that has its name as it is', async () => {
    const store = await open();
    await store.append('batch-1', batch(3), 'none');
    await writeFile(copy, 'a letter');
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'store-unavailable', place: { file: copy } });
    await expect(store.backup(place.file)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await readFile(copy, 'utf8')).toBe('a letter');
    expect((await readdir(place.folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  it('says so when it cannot be written, and leaves nothing behind', async () => {
    const store = await open();
    await store.append('batch-1', batch(3), 'none');
    const nowhere = join(place.folder, 'no', 'such', 'folder.db');
    await expect(store.backup(nowhere)).rejects.toMatchObject({ code: 'store-unavailable', place: { file: nowhere } });
    await store.close();
    await expect(store.backup(copy)).rejects.toMatchObject({ code: 'store-closed' });
    expect(await readdir(place.folder)).not.toContain('copy.db');
  });

  it('is given up when the store is closed meanwhile', async () => {
    const store = await open();
    await store.append('batch-1', batch(6000), 'none');
    const making = store.backup(copy);
    await sleep(0);
    await store.close();
    await expect(making).rejects.toMatchObject({ code: 'store-closed' });
    expect((await readdir(place.folder)).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  it('holds what was stored when it began, whole batches and nothing later, while this process writes on', async () => {
    const store = await open();
    for (let round = 0; round < 12; round++) await store.append('batch-1', batch(1000), 'any');
    const before = await store.head();
    let making = true;
    const writing = (async () => {
      let written = 0;
      for (; making; written++) await store.append(`batch-${written % 5}`, batch(3), 'any');
      return written;
    })();
    const made = await store.backup(copy);
    making = false;
    expect(await writing).toBeGreaterThan(3);
    expect(made.events).toBeGreaterThanOrEqual(12_000);
    expect(made.position !== undefined && before !== undefined && made.position >= before).toBe(true);
    await expectPrefix(copy, made.events);
  });

  async function expectPrefix(file: string, events: number): Promise<void> {
    const copied = await open(file);
    expect(await copied.integrityCheck()).toMatchObject({ events, findings: [] });
    const stored = await collectPages(copied.readAll());
    const all = await collectPages((await open()).readAll({ limit: events }));
    expect(stored.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  }

  it('that is stopped after any of its statements leaves no store, or a whole one', async () => {
    const store = await open();
    for (let round = 0; round < 5; round++) await store.append('batch-1', batch(1000), 'any');
    await store.close();
    const images: string[] = [];
    const watched = watchedDriver(driver, (file) => {
      if (!file.endsWith('.unfinished')) return;
      const image = `${copy}.${images.length}`;
      images.push(image);
      copyFileSync(file, image);
    });
    await (await open(place.file, { driver: watched })).backup(copy);
    const whole = [];
    for (const [statement, image] of images.entries()) {
      if (await isNoStore(image)) continue;
      expect(await (await open(image)).integrityCheck()).toMatchObject({ events: 5000, findings: [] });
      whole.push(statement);
    }
    expect(images.length).toBeGreaterThan(8);
    expect(whole).toEqual([images.length - 1]);
  });

  it('is whole while another process writes and is killed', async () => {
    const store = await open();
    const writer = startChild('append-until-killed', place.file);
    await writer.next();
    await sleep(100);
    const made = await store.backup(copy);
    writer.kill();
    await writer.ended();
    const acknowledged = writer.told.map((line) => Acknowledged.parse(line));
    expect(acknowledged.length).toBeGreaterThan(0);
    await expectPrefix(copy, made.events);
  });
});

/** Tells after each statement that may have changed a file. */
function watchedDriver(driver: SqliteDriver, done: (file: string) => void): SqliteDriver {
  return {
    ...driver,
    open(file, options) {
      const connection = driver.open(file, options);
      return {
        exec: (sql) => {
          connection.exec(sql);
          done(file);
        },
        prepare: (sql) => {
          const statement = connection.prepare(sql);
          return {
            get: (...values) => statement.get(...values),
            all: (...values) => statement.all(...values),
            run: (...values) => {
              const row = statement.run(...values);
              done(file);
              return row;
            },
          };
        },
        close: () => connection.close(),
      };
    },
  };
}

/** Whether a file is refused as a store; one of no bytes is a new one. */
async function isNoStore(file: string): Promise<boolean> {
  const header = await readFile(file);
  if (header.length === 0) return true;
  const marked = header.toString('latin1', 68, 72) === 'PBNA';
  const store = await sqliteStore(file, { readOnly: true }).catch((error: unknown) => error);
  if (isEventSourcingError(store, 'store-unavailable')) return true;
  // Where it was stopped while it wrote its pages; what has the mark is whole.
  if (isEventSourcingError(store, 'store-damaged') && !marked) return true;
  if (!isStore(store)) throw store;
  await store.close();
  return false;
}

function isStore(opened: unknown): opened is SqliteStore {
  return typeof opened === 'object' && opened !== null && 'integrityCheck' in opened;
}

it(`a process that is killed while it makes a backup leaves whole copies and no half ones, ${KILLS} times`, {
  timeout: 300_000,
}, async () => {
  const place = await temporaryFile();
  const copies = join(place.folder, 'copies');
  await mkdir(copies);
  const store = await sqliteStore(place.file);
  for (let round = 0; round < 8; round++) await store.append('batch-1', batch(1000), 'any');
  for (let kill = 0; kill < KILLS; kill++) {
    const child = startChild('back-up-until-killed', place.file, join(copies, `copy-${kill}`));
    await child.next();
    await sleep(Math.random() * 400);
    child.kill();
    await child.ended();
  }
  await store.close();
  const unfinished = [];
  for (const name of (await readdir(copies)).filter((each) => /\.(db|unfinished)$/.test(each))) {
    const file = join(copies, name);
    if (name.endsWith('.unfinished') && (await isNoStore(file))) {
      unfinished.push(name);
      continue;
    }
    const copied = await sqliteStore(file);
    expect(await copied.integrityCheck()).toMatchObject({ events: 8000, findings: [] });
    await copied.close();
  }
  expect(unfinished.length).toBeGreaterThan(0);
  await place.remove();
});
