import { chmod, copyFile, open as openHandle, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventStore, formatPosition } from '@pembinaan/event-sourcing';
import { type SqliteConnection, type SqliteStoreOptions, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drivers } from './drivers.js';
import { batch, collect, collectPages, event } from './events.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';
import { watched } from './watched-driver.js';

describe.each(drivers)('a file through $name', (driver) => {
  let place: TemporaryFile;
  let opened: EventStore[];

  beforeEach(async () => {
    place = await temporaryFile();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await place.remove();
  });

  const open = async (options: SqliteStoreOptions = {}): Promise<EventStore> => {
    const store = await sqliteStore(place.file, { driver, ...options });
    opened.push(store);
    return store;
  };
  const closed = async (...batches: readonly (readonly [string, number])[]): Promise<void> => {
    const store = await sqliteStore(place.file, { driver });
    for (const [stream, size] of batches) await store.append(stream, batch(size), 'any');
    await store.close();
  };
  const sql = <T>(work: (connection: SqliteConnection) => T): T => {
    const connection = driver.open(place.file, { readOnly: false, busyTimeoutMs: 1000 });
    try {
      return work(connection);
    } finally {
      connection.close();
    }
  };

  describe('what is in it', () => {
    it('reads well in any SQLite browser', async () => {
      const store = await open({ now: () => '2026-03-04T05:06:07.008Z' });
      const made = event({ data: { jp: 1200 } });
      await store.append('batch-1', [event(), made], 'none');
      const row = sql((c) => c.prepare('SELECT * FROM event_log WHERE position = 2').get());
      expect(row).toEqual([
        2,
        'batch-1',
        'batch',
        1,
        'ThingDone',
        1,
        '2026-03-02T01:30:00.000Z',
        '2026-03-04T05:06:07.008Z',
        made.id,
        'subject-1',
        'command-1',
        1,
        '{"jp":1200}',
        JSON.stringify(made.metadata),
      ]);
      expect(sql((c) => c.prepare('SELECT * FROM stream_log').all())).toEqual([['batch-1', 'batch', 1]]);
    });

    it('answers the questions of a person who opens it', async () => {
      const store = await open({ now: () => '2026-03-04T05:06:07.008Z' });
      const graded = (level: number) => event({ type: 'CompetencyGraded', data: { level } });
      await store.append('employee-1', [event(), graded(2)], 'none');
      await store.append('employee-2', [graded(4)], 'none');
      const question = `
        SELECT date(recorded_at) AS day, stream, actor, data ->> '$.level' AS level FROM event_log
        WHERE type = 'CompetencyGraded' AND data ->> '$.level' >= 3 ORDER BY position`;
      expect(sql((c) => c.prepare(question).all())).toEqual([['2026-03-04', 'employee-2', 'subject-1', 4]]);
      const batches = 'SELECT stream, count(*) FROM event_log WHERE place = 0 GROUP BY stream ORDER BY stream';
      expect(sql((c) => c.prepare(batches).all())).toEqual([
        ['employee-1', 1],
        ['employee-2', 1],
      ]);
    });

    it('is journalled ahead, strict, and written through to the disk', async () => {
      const seen: unknown[] = [];
      for (const synchronous of [undefined, 'normal'] as const) {
        const { wrapped, connection } = watched(driver);
        await open({ driver: wrapped, ...(synchronous !== undefined && { synchronous }) });
        seen.push(connection().prepare('PRAGMA synchronous').get()?.[0]);
        seen.push(connection().prepare('PRAGMA journal_mode').get()?.[0]);
      }
      expect(seen).toEqual([2, 'wal', 1, 'wal']);
      const strict = sql((c) =>
        c.prepare("SELECT name, strict FROM pragma_table_list WHERE name IN ('events', 'streams') ORDER BY name").all(),
      );
      expect(strict).toEqual([
        ['events', 1],
        ['streams', 1],
      ]);
    });

    it('is whole by itself when the store is closed', async () => {
      await closed(['batch-1', 30]);
      const copy = join(place.folder, 'copy.db');
      await copyFile(place.file, copy);
      const store = await sqliteStore(copy, { driver });
      opened.push(store);
      expect(await collect(store.read('batch-1'))).toHaveLength(30);
    });

    it('does not let an event be changed or deleted by accident', async () => {
      await closed(['batch-1', 2]);
      expect(() => sql((c) => c.exec("UPDATE events SET data = '{}'"))).toThrow('never changed');
      expect(() => sql((c) => c.exec('DELETE FROM events'))).toThrow('never deleted');
      expect(await collect((await open()).read('batch-1'))).toHaveLength(2);
    });

    it('serves types from an index and the log without sorting', async () => {
      const { wrapped, statements } = watched(driver);
      const store = await open({ driver: wrapped });
      await store.append('batch-1', batch(300), 'none');
      const type = 'ThingDone';
      await collectPages(store.readAll({ types: [type] }));
      await collectPages(store.readAll({ types: [type], after: formatPosition(250) }));
      await collectPages(store.readAll());
      const pages = statements().filter((text) => text.includes('e.metadata'));
      const plans = pages.map((text) =>
        sql((c) => {
          const parameters = text.split('?').length - 1;
          const plan = c.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...Array.from({ length: parameters }, () => 1));
          return plan.map((row) => String(row[3])).join('; ');
        }),
      );
      expect(plans).toHaveLength(3);
      expect(plans[0]).toContain('events_by_type');
      // Few positions, and the whole log, are scanned in their order.
      for (const plan of plans.slice(1)) {
        expect(plan).toContain('SEARCH e USING INTEGER PRIMARY KEY');
        expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
      }
    });
  });

  describe('reading alone', () => {
    it('reads what is there and refuses to append', async () => {
      await closed(['batch-1', 3]);
      const store = await open({ readOnly: true });
      expect(await collect(store.read('batch-1'))).toHaveLength(3);
      expect(await collectPages(store.readAll({ types: ['ThingDone'] }))).toHaveLength(3);
      await expect(store.append('batch-1', batch(1), 'any')).rejects.toMatchObject({
        code: 'store-read-only',
        place: { file: place.file },
      });
      expect(await collect(store.read('batch-1'))).toHaveLength(3);
    });

    it('does not make a file that is missing, nor tables in one that is empty', async () => {
      await expect(open({ readOnly: true })).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(stat(place.file)).rejects.toMatchObject({ code: 'ENOENT' });
      await writeFile(place.file, '');
      await expect(open({ readOnly: true })).rejects.toMatchObject({ code: 'store-unavailable' });
      expect((await stat(place.file)).size).toBe(0);
    });

    it.skipIf(process.getuid?.() === 0)('is told when the file may not be written', async () => {
      await closed(['batch-1', 1]);
      await chmod(place.file, 0o444);
      const store = await open();
      await expect(store.append('batch-1', batch(1), 'any')).rejects.toMatchObject({ code: 'store-read-only' });
    });

    it('keeps no lock between two pages', async () => {
      const store = await open({ pageSize: 2 });
      await store.append('batch-1', batch(10), 'none');
      const [log, stream] = [store.readAll()[Symbol.asyncIterator](), store.read('batch-1')[Symbol.asyncIterator]()];
      await log.next();
      await stream.next();
      await store.append('batch-1', batch(1), 9);
      const [busy] = sql((c) => c.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()) ?? [];
      expect(busy).toBe(0);
      expect((await log.next()).done).toBe(false);
    });
  });

  it('a subscription that leaves nothing out tells events and that it caught up, and nothing else', async () => {
    const store = await open({ pageSize: 2 });
    await store.append('batch-1', batch(5), 'none');
    const told: string[] = [];
    for await (const message of store.subscribe()) {
      told.push('kind' in message ? message.kind : String(message.revision));
      if (told.length === 6) await store.append('batch-1', batch(1), 4);
      if (told.length === 8) break;
    }
    expect(told).toEqual(['0', '1', '2', '3', '4', 'caughtUp', '5', 'caughtUp']);
  });

  describe('no space', () => {
    it('refuses what does not fit, loses nothing, and goes on when there is space again', async () => {
      const { wrapped, connection } = watched(driver);
      const store = await open({ driver: wrapped });
      await store.append('batch-1', batch(5), 'none');
      const before = await collectPages(store.readAll());
      connection().exec('PRAGMA max_page_count = 1');
      const large = batch(50, { data: { text: 'x'.repeat(20_000) } });
      await expect(store.append('batch-1', large, 4)).rejects.toMatchObject({
        code: 'store-full',
        place: { file: place.file },
      });
      await expect(store.append('batch-2', large, 'none')).rejects.toMatchObject({ code: 'store-full' });
      expect(await collectPages(store.readAll())).toEqual(before);
      expect(await collect(store.read('batch-2'))).toEqual([]);

      connection().exec('PRAGMA max_page_count = 100000');
      await expect(store.append('batch-1', large, 4)).resolves.toMatchObject({ firstRevision: 5, repeated: false });
      await expect(store.append('batch-2', batch(1), 'none')).resolves.toMatchObject({ revision: 0 });
    });
  });

  describe('a file that is not ours', () => {
    it('is refused when it is no database, and left as it is', async () => {
      const text = 'This is a letter, and no database at all. '.repeat(200);
      await writeFile(place.file, text);
      await expect(open()).rejects.toMatchObject({ code: 'store-damaged', place: { file: place.file } });
      expect(await readFile(place.file, 'utf8')).toBe(text);
    });

    it('is refused when it is a database of another program, and left as it is', async () => {
      sql((c) => c.exec('CREATE TABLE letters (text TEXT); INSERT INTO letters VALUES (1)'));
      const before = await readFile(place.file);
      await expect(open()).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('another program'),
      });
      expect((await readFile(place.file)).equals(before)).toBe(true);
    });

    it('is refused when it has the mark of another program and is empty', async () => {
      sql((c) => c.exec('PRAGMA application_id = 252006673'));
      await expect(open()).rejects.toMatchObject({ code: 'store-unavailable' });
    });

    it('is refused when a newer version wrote it', async () => {
      await closed(['batch-1', 1]);
      sql((c) => c.exec('PRAGMA user_version = 99'));
      for (const readOnly of [false, true]) {
        await expect(open({ readOnly })).rejects.toMatchObject({
          code: 'store-unavailable',
          message: expect.stringContaining('written by a newer version'),
          place: { file: place.file },
        });
      }
    });

    it('is refused when it has the format of before the first release', async () => {
      await closed(['batch-1', 1]);
      sql((c) => c.exec('PRAGMA user_version = 1'));
      await expect(open()).rejects.toMatchObject({
        code: 'store-unavailable',
        message: expect.stringContaining('format 1, which was never released'),
        place: { file: place.file },
      });
    });

    it('is refused when its folder is missing, or when it would be none', async () => {
      const nowhere = join(place.folder, 'no', 'such', 'folder.db');
      await expect(sqliteStore(nowhere, { driver })).rejects.toMatchObject({
        code: 'store-unavailable',
        place: { file: nowhere },
      });
      await expect(sqliteStore(':memory:', { driver })).rejects.toMatchObject({ code: 'store-unavailable' });
      await expect(sqliteStore(place.folder, { driver })).rejects.toMatchObject({ code: 'store-unavailable' });
    });
  });

  describe('damage', () => {
    const damage = (text: string): void =>
      sql((c) => c.exec(`DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted; ${text}`));

    it.each([
      ['data that are not JSON', "UPDATE events SET data = '{broken' WHERE position = 4"],
      ['no data', "UPDATE events SET data = '' WHERE position = 4"],
    ])('of a row (%s) is told with its place and never skipped', async (_, text) => {
      await closed(['batch-1', 2], ['batch-2', 3], ['batch-1', 2]);
      damage(text);
      const store = await open();
      const told = {
        code: 'store-damaged',
        place: { stream: 'batch-2', revision: 1, position: '0000000000000004', file: place.file },
      };
      await expect(collect(store.read('batch-2'))).rejects.toMatchObject(told);
      await expect(collectPages(store.readAll())).rejects.toMatchObject(told);
      await expect(collectPages(store.readAll({ types: ['ThingDone'] }))).rejects.toMatchObject(told);
      await expect(collect(store.subscribe())).rejects.toMatchObject(told);
      expect(await collect(store.read('batch-1'))).toHaveLength(4);
    });

    it.each([
      ['are not JSON', 'UPDATE events SET metadata = \'{"actor":\' WHERE position = 4'],
      ['are no object', "UPDATE events SET metadata = '[]' WHERE position = 4"],
    ])('of metadata that %s is told with its place when they are asked for, and never skipped', async (_, text) => {
      await closed(['batch-1', 2], ['batch-2', 3]);
      damage(text);
      const store = await open();
      const read = [await collect(store.read('batch-2')), (await collectPages(store.readAll())).slice(2)];
      for (const [first, second] of read) {
        expect(first?.metadata.commandId).toBe('command-1');
        expect(() => second?.metadata).toThrowError(
          expect.objectContaining({
            code: 'store-damaged',
            place: expect.objectContaining({
              stream: 'batch-2',
              revision: 1,
              position: '0000000000000004',
              file: place.file,
            }),
          }),
        );
      }
    });

    it('of a row that lost a part is told', async () => {
      await closed(['batch-1', 2]);
      damage('ALTER TABLE events RENAME COLUMN occurred_at TO gone; ALTER TABLE events ADD COLUMN occurred_at TEXT');
      const store = await open();
      await expect(collect(store.read('batch-1'))).rejects.toMatchObject({
        code: 'store-damaged',
        place: { stream: 'batch-1', revision: 0, position: '0000000000000001' },
      });
    });

    it.each([
      { position: 1, revision: 0 },
      { position: 3, revision: 2 },
      { position: 4, revision: 3 },
    ])('of a stream whose event at revision $revision is gone is told', async ({ position, revision }) => {
      await closed(['batch-1', 5]);
      damage(`DELETE FROM events WHERE position = ${position}`);
      const store = await open({ pageSize: 2 });
      const told = { code: 'store-damaged', place: { stream: 'batch-1', revision } };
      await expect(collect(store.read('batch-1'))).rejects.toMatchObject(told);
      await expect(collect(store.read('batch-1', { backwards: true }))).rejects.toMatchObject(told);
    });

    it('of the tables is told when the file is opened', async () => {
      await closed(['batch-1', 1]);
      sql((c) => c.exec('DROP VIEW event_log; ALTER TABLE streams RENAME COLUMN name TO nombre'));
      await expect(open()).rejects.toMatchObject({ code: 'store-damaged', place: { file: place.file } });
    });

    it('of pages is told', async () => {
      await closed(['batch-1', 400]);
      const { size } = await stat(place.file);
      const handle = await openHandle(place.file, 'r+');
      await handle.write(Buffer.alloc(size - 40_960, 0xa5), 0, size - 40_960, 40_960);
      await handle.close();
      const store = await open();
      await expect(collectPages(store.readAll())).rejects.toMatchObject({
        code: 'store-damaged',
        place: { file: place.file },
      });
    });

    it('of a file that was cut off is told', async () => {
      await closed(['batch-1', 400]);
      await truncate(place.file, Math.floor((await stat(place.file)).size / 2));
      const reading = async (): Promise<unknown> => collectPages((await open()).readAll());
      await expect(reading()).rejects.toMatchObject({ code: 'store-damaged', place: { file: place.file } });
    });

    it('is not what a version of the payload is that this program does not know', async () => {
      await closed(['batch-1', 1]);
      damage('UPDATE events SET schema_version = 99');
      expect(await collect((await open()).read('batch-1'))).toMatchObject([{ schemaVersion: 99 }]);
    });
  });
});
