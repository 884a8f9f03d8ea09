import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Generation, type ParkedEvent, projector, type ViewChange } from '@pembinaan/event-sourcing';
import {
  type SqliteConnection,
  type SqliteViews,
  type SqliteViewsOptions,
  sqliteStore,
  sqliteViews,
} from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from '../child.js';
import { ledger, manyEvents, storeLedger } from '../children/ledger.mjs';
import { drivers } from '../drivers.js';
import { type TemporaryFile, temporaryFile } from '../temporary-file.js';
import { watched } from '../watched-driver.js';
import { foldUpToCheckpoint, freshFold, rowsOf } from './rows.js';

describe.each(drivers)('a file of views through $name', (driver) => {
  let place: TemporaryFile;
  let opened: SqliteViews[];

  beforeEach(async () => {
    place = await temporaryFile();
    opened = [];
  });
  afterEach(async () => {
    for (const views of opened) await views.close();
    await place.remove();
  });

  const open = async (options: SqliteViewsOptions = {}): Promise<SqliteViews> => {
    const views = await sqliteViews(place.file, { driver, ...options });
    opened.push(views);
    return views;
  };
  const sql = <T>(work: (connection: SqliteConnection) => T): T => {
    const connection = driver.open(place.file, { readOnly: false, busyTimeoutMs: 1000 });
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  };
  /** A view with three rows and a parked event, served. */
  const people = async (views: SqliteViews): Promise<Generation> => {
    const generation = await views.begin('people', 3);
    await views.activate(generation);
    await views.commit([
      change(generation, {
        rows: new Map([
          ['subject-1', { jp: 1200 }],
          ['subject-2', { jp: 800 }],
          ['subject-3', null],
        ]),
        parked: [PARKED],
      }),
    ]);
    return generation;
  };

  describe('what is in it', () => {
    it('reads well in any SQLite browser', async () => {
      await people(await open());
      expect(sql((c) => c.prepare('SELECT * FROM active_rows ORDER BY key LIMIT 2').all())).toEqual([
        ['people', 3, 'subject-1', '{"jp":1200}'],
        ['people', 3, 'subject-2', '{"jp":800}'],
      ]);
      expect(
        sql((c) => c.prepare('SELECT projection, version, state, position, handled FROM generations').all()),
      ).toEqual([['people', 3, 'active', '0001', 1]]);
      expect(sql((c) => c.prepare('SELECT position, type, keys, reason FROM parked').get())).toEqual([
        '0002',
        'EmployeeRegistered',
        '["subject-2"]',
        'failed',
      ]);
    });

    it('is journalled ahead and strict, and waits for the disk only when it is told to', async () => {
      const seen: unknown[] = [];
      for (const synchronous of [undefined, 'full'] as const) {
        const { wrapped, connection } = watched(driver);
        await open({ driver: wrapped, ...(synchronous !== undefined && { synchronous }) });
        seen.push(connection().prepare('PRAGMA synchronous').get()?.[0]);
        seen.push(connection().prepare('PRAGMA journal_mode').get()?.[0]);
      }
      expect(seen).toEqual([1, 'wal', 2, 'wal']);
      const lax = sql((c) =>
        c
          .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0")
          .all(),
      );
      expect(lax).toEqual([]);
    });

    it('is whole by itself when it is closed, and answers nothing any more', async () => {
      const views = await open();
      const generation = await people(views);
      await views.close();
      await views.close();
      const closed = { code: 'store-closed', place: { file: place.file } };
      await expect(views.active('people')).rejects.toMatchObject(closed);
      await expect(views.commit([change(generation, { after: '0001' })])).rejects.toMatchObject(closed);
      await expect(rowsOf(generation)).rejects.toMatchObject(closed);

      const copy = join(place.folder, 'copy.db');
      await copyFile(place.file, copy);
      const again = await sqliteViews(copy, { driver });
      opened.push(again);
      expect((await rowsOf(await served(again))).size).toBe(3);
    });
  });

  describe('generations', () => {
    it('are dropped by the next one, when they are not served', async () => {
      const views = await open();
      const old = await people(views);
      const next = await views.begin('people', 4);
      await views.commit([change(next, { rows: new Map([['subject-1', 'new']]) })]);
      await views.activate(next);
      await views.begin('people', 5);
      expect(sql((c) => c.prepare('SELECT version, state FROM generations ORDER BY version').all())).toEqual([
        [4, 'active'],
        [5, 'building'],
      ]);
      expect(sql((c) => c.prepare('SELECT key FROM rows').all())).toEqual([['subject-1']]);
      expect(sql((c) => c.prepare('SELECT count(*) FROM parked').get())).toEqual([0]);
      await expect(views.activate(old)).rejects.toMatchObject({ code: 'version-conflict' });
      expect((await views.active('people'))?.version).toBe(4);
    });

    it('of another projection stay', async () => {
      const views = await open();
      const programs = await views.begin('programs', 1);
      await views.begin('people', 1);
      await views.commit([change(programs, { rows: new Map([['program-1', 1]]) })]);
      expect(await programs.load(['program-1'])).toEqual(new Map([['program-1', 1]]));
    });

    it('that were dropped never take a write or a reader for those of another', async () => {
      const views = await open();
      const lost = await views.begin('people', 3);
      const next = await (await open()).begin('people', 3);
      await expect(views.commit([change(lost, {})])).rejects.toMatchObject({ code: 'version-conflict' });
      const dropped = { code: 'version-conflict', message: expect.stringContaining('were dropped') };
      await expect(lost.load(['subject-1'])).rejects.toMatchObject(dropped);
      await expect(lost.startingWith('subject-1')).rejects.toMatchObject(dropped);
      await expect(lost.checkpoint()).rejects.toMatchObject(dropped);
      await expect(lost.parked()).rejects.toMatchObject(dropped);
      await expect(views.activate(lost)).rejects.toMatchObject(dropped);
      expect(await rowsOf(next)).toEqual(new Map());
    });

    it('that are dropped between two pages do not look like the end', async () => {
      const views = await open({ pageSize: 2 });
      const old = await people(views);
      const pages = old.rows()[Symbol.asyncIterator]();
      await pages.next();
      await views.activate(await views.begin('people', 4));
      await views.begin('people', 5);
      await expect(pages.next()).rejects.toMatchObject({ code: 'version-conflict' });
    });

    it('that are served are not dropped, and those of other views are not taken', async () => {
      const views = await open();
      const generation = await people(views);
      await expect(views.discard(generation)).rejects.toMatchObject({ code: 'version-conflict' });
      expect((await rowsOf(generation)).size).toBe(3);
      await expect((await open()).activate(generation)).rejects.toThrow(TypeError);
    });
  });

  describe('reading', () => {
    it('keeps no lock between two pages, and sees what is committed between them', async () => {
      const views = await open({ pageSize: 2 });
      const generation = await people(views);
      const pages = generation.rows()[Symbol.asyncIterator]();
      await pages.next();
      await views.commit([change(generation, { after: '0001', rows: new Map([['subject-3', 'later']]) })]);
      const [busy] = sql((c) => c.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()) ?? [];
      expect(busy).toBe(0);
      expect((await pages.next()).value).toEqual([['subject-3', 'later']]);
      expect((await pages.next()).done).toBe(true);
    });

    it('finds keys and pages from the index, without sorting', async () => {
      const { wrapped, statements } = watched(driver);
      await open({ driver: wrapped });
      const plans = statements()
        .filter((text) => /FROM (rows|parked) WHERE/.test(text))
        .map((text) =>
          sql((c) => {
            const values = Array.from({ length: text.split('?').length - 1 }, () => 1);
            const plan = c.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values);
            return plan.map((row) => String(row[3])).join('; ');
          }),
        );
      expect(plans).toHaveLength(10);
      for (const plan of plans) expect(plan).toMatch(/^SEARCH (rows|parked) USING (COVERING )?INDEX [^;]*$/);
    });

    it('alone reads what is there, and writes nothing', async () => {
      await (async () => (await people(await open())).checkpoint())();
      const views = await open({ readOnly: true });
      const generation = await served(views);
      expect((await rowsOf(generation)).size).toBe(3);
      expect(await generation.parked()).toEqual([PARKED]);
      const refused = { code: 'store-read-only', place: { file: place.file } };
      await expect(views.commit([change(generation, { after: '0001' })])).rejects.toMatchObject(refused);
      await expect(views.begin('people', 4)).rejects.toMatchObject(refused);
      await expect(views.activate(generation)).rejects.toMatchObject(refused);
    });
  });

  describe('writing', () => {
    it('refuses a key that is not plain text, and a row that is none, and stores nothing of the change', async () => {
      const views = await open();
      const generation = await people(views);
      for (const [key, row] of [
        ['half \ud83d', 1],
        ['nul \u0000', 1],
        ['subject-9', undefined],
      ] as const) {
        const rows = new Map<string, unknown>([
          ['subject-1', 'changed'],
          [key, row],
        ]);
        await expect(views.commit([change(generation, { after: '0001', rows })])).rejects.toMatchObject({
          code: 'not-plain-json',
        });
      }
      expect(await generation.load(['subject-1', 'subject-9', 'half \ud83d'])).toEqual(
        new Map([['subject-1', { jp: 1200 }]]),
      );
      expect(await generation.checkpoint()).toEqual({ position: '0001', handled: 1 });
    });

    it('does not take half a character, or a text that goes on behind U+0000, for another key', async () => {
      const views = await open();
      const generation = await people(views);
      await views.commit([change(generation, { after: '0001', rows: new Map([['\ufffd', 1]]) })]);
      expect(await generation.load(['\ud83d'])).toEqual(new Map());
      expect(await generation.load(['subject-1\u0000'])).toEqual(new Map());
      await views.commit([change(generation, { after: '00011', removed: ['\ud83d', 'subject-3\u0000'] })]);
      expect(await generation.load(['\ufffd', 'subject-3'])).toEqual(
        new Map([
          ['\ufffd', 1],
          ['subject-3', null],
        ]),
      );
    });

    it('waits for the lock of another process, and tells when that takes too long', async () => {
      const views = await open({ busyTimeoutMs: 50 });
      const generation = await people(views);
      const holder = startChild('hold-lock', place.file);
      expect(await holder.next()).toBe('held');
      const next = change(generation, { after: '0001', rows: new Map([['subject-1', 'changed']]) });
      await expect(views.commit([next])).rejects.toMatchObject({ code: 'store-busy', place: { file: place.file } });
      expect((await rowsOf(generation)).get('subject-1')).toBe('{"jp":1200}');
      holder.say('release');
      await holder.ended();
      await views.commit([next]);
      expect((await rowsOf(generation)).get('subject-1')).toBe('"changed"');
    });

    it('that finds no space leaves the last checkpoint and its rows, and goes on when there is space again', async () => {
      const { wrapped, connection } = watched(driver);
      const store = await sqliteStore(join(place.folder, 'events.db'), { driver, pageSize: 50 });
      const views = await open({ driver: wrapped });
      await storeLedger(store, manyEvents(100, 1000));
      const view = projector(store, ledger(), { target: views });
      await view.run();
      const generation = await served(views);

      await storeLedger(store, manyEvents(2000, 1000).slice(100), 100);
      const pages = Number(connection().prepare('PRAGMA page_count').get()?.[0]);
      connection().exec(`PRAGMA max_page_count = ${pages + 4}`);
      await expect(view.run()).rejects.toMatchObject({
        code: 'store-full',
        place: { file: place.file },
        message: expect.stringContaining('goes on from its last checkpoint'),
      });
      const { position = '' } = await generation.checkpoint();
      expect(position < String(await store.head())).toBe(true);
      expect(await rowsOf(generation)).toEqual(await foldUpToCheckpoint(store, generation));

      connection().exec('PRAGMA max_page_count = 100000');
      await view.run();
      expect(await rowsOf(generation)).toEqual(await freshFold(store));
      await store.close();
    });

    it('that finds no space stores nothing of the change', async () => {
      const { wrapped, connection } = watched(driver);
      const views = await open({ driver: wrapped });
      const generation = await people(views);
      connection().exec('PRAGMA max_page_count = 1');
      const rows = new Map(Array.from({ length: 50 }, (_, index) => [`subject-${index}`, 'x'.repeat(20_000)]));
      await expect(
        views.commit([change(generation, { after: '0001', rows, parked: [{ ...PARKED, position: '0003' }] })]),
      ).rejects.toMatchObject({ code: 'store-full' });
      expect(await generation.checkpoint()).toEqual({ position: '0001', handled: 1 });
      expect((await rowsOf(generation)).size).toBe(3);
      expect(await generation.parked()).toEqual([PARKED]);
    });
  });

  describe('a file that is not one of views', () => {
    it('is refused when it is an event store, as an event store refuses that of views', async () => {
      await (await sqliteStore(place.file, { driver })).close();
      const before = await readFile(place.file);
      await expect(open()).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringMatching(/holds an event store.*a file of its own for views/s),
        place: { file: place.file },
      });
      expect((await readFile(place.file)).equals(before)).toBe(true);

      const file = join(place.folder, 'views.db');
      await (await sqliteViews(file, { driver })).close();
      await expect(sqliteStore(file, { driver })).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringMatching(/holds views.*a file of its own for an event store/s),
      });
    });

    it('is refused when both are opened at once on a new file', async () => {
      const both = await Promise.allSettled([sqliteStore(place.file, { driver }), sqliteViews(place.file, { driver })]);
      for (const one of both) if (one.status === 'fulfilled') await one.value.close();
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('is refused when another program or a newer version wrote it, or when it is no database', async () => {
      sql((c) => c.exec('CREATE TABLE letters (text TEXT)'));
      await expect(open()).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('another program'),
      });
      sql((c) => c.exec('DROP TABLE letters'));
      await (await open()).close();
      sql((c) => c.exec('PRAGMA user_version = 2'));
      for (const readOnly of [false, true]) {
        await expect(open({ readOnly })).rejects.toMatchObject({
          code: 'store-unavailable',
          message: expect.stringContaining('written by a newer version'),
        });
      }
      const letter = join(place.folder, 'letter.db');
      await writeFile(letter, 'This is a letter, and no database at all. '.repeat(200));
      await expect(sqliteViews(letter, { driver })).rejects.toMatchObject({
        code: 'store-damaged',
        place: { file: letter },
        message: expect.stringContaining('run the projections again'),
      });
      await expect(sqliteViews(':memory:', { driver })).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('memoryTarget()'),
      });
    });
  });

  describe('damage', () => {
    it('of a row is told with its key and what to do, and the other rows can be loaded', async () => {
      const generation = await people(await open());
      sql((c) => c.exec("UPDATE rows SET data = '{broken' WHERE key = 'subject-2'"));
      const told = {
        code: 'store-damaged',
        place: { file: place.file },
        message: expect.stringMatching(/'subject-2' of the view 'people'.*run the projections again/s),
      };
      await expect(generation.load(['subject-1', 'subject-2'])).rejects.toMatchObject(told);
      await expect(generation.startingWith('subject-2')).rejects.toMatchObject(told);
      await expect(rowsOf(generation)).rejects.toMatchObject(told);
      expect(await generation.load(['subject-1', 'subject-3'])).toEqual(
        new Map<string, unknown>([
          ['subject-1', { jp: 1200 }],
          ['subject-3', null],
        ]),
      );
    });

    it('of a key is told, and reading ends', async () => {
      const generation = await people(await open({ pageSize: 1 }));
      sql((c) => c.exec("UPDATE rows SET key = CAST(x'ff' AS TEXT) WHERE key = 'subject-3'"));
      await expect(rowsOf(generation)).rejects.toMatchObject({ code: 'store-damaged' });
    });

    it.each([
      ['keys that are not JSON', "keys = '{broken'"],
      ['keys that are no list', "keys = '{}'"],
      ['keys that are no texts', "keys = '[1]'"],
    ])('of a parked event (%s) is told with its position', async (_, set) => {
      const generation = await people(await open());
      sql((c) => c.exec(`UPDATE parked SET ${set}`));
      await expect(generation.parked()).rejects.toMatchObject({
        code: 'store-damaged',
        message: expect.stringContaining('0002'),
      });
    });

    it('of the tables is told when the file is opened', async () => {
      await (await open()).close();
      sql((c) => c.exec('DROP VIEW active_rows; DROP TABLE parked'));
      await expect(open()).rejects.toMatchObject({ code: 'store-damaged', place: { file: place.file } });
    });
  });
});

const PARKED: ParkedEvent = {
  position: '0002',
  stream: 'employee-a',
  revision: 1,
  eventId: '00000000-0000-4000-8000-000000000000',
  type: 'EmployeeRegistered',
  keys: ['subject-2'],
  reason: 'failed',
  message: 'a bug',
  parkedAt: '2026-01-01T00:00:00.000Z',
};

function change(generation: Generation, part: Partial<ViewChange>): ViewChange {
  const position = part.after === undefined ? '0001' : `${part.after}1`;
  const nothing = { after: undefined, rows: new Map(), removed: [], parked: [], unparked: [] };
  return { generation, ...nothing, checkpoint: { position, handled: 1 }, ...part };
}

async function served(views: SqliteViews): Promise<Generation> {
  const generation = (await views.active('people')) ?? (await views.active('ledger'));
  if (generation === undefined) throw new Error('Nothing is served.');
  return generation;
}
